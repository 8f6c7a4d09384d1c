-- "U.S. Security Cooperation With the Baltic States", U.S. Department of State, Bureau of Political-Military Affairs, 2020 (estimated).

select put_fact_sheet('balt-2017-2021',
  partners => '{EST,LVA,LTU}',
  title => 'U.S. Security Cooperation With the Baltic States',
  publisher => 'U.S. Department of State',
  bureau => 'Bureau of Political-Military Affairs',
  published => '2020', published_basis => 'estimated', text_read => 'beginning',
  source_url => 'https://2017-2021.state.gov/u-s-security-cooperation-with-the-baltic-states/index.html',
  notes => array['Archived before 20 January 2021; the year is estimated.']);

select put_fms_sale('balt-fms-sold-since-fy2015', 'balt-2017-2021', array[(3, '$503.9 million')]::cite[],
  partners => '{EST,LVA,LTU}', measure => 'sales', stage => 'sold', kind => 'flow',
  amount => read_quantity('$503.9 million', 'about', 'USD'), period => fiscal_years(2015, null));

select put_dcs_sale('balt-dcs-authorized-since-2015', 'balt-2017-2021', array[(null, '$346.3 million')]::cite[],
  partners => '{EST,LVA,LTU}', measure => 'authorizations', stage => 'authorized', kind => 'flow',
  amount => read_quantity('$346.3 million', 'over', 'USD'), period => days('2015-01', null));

select put_assistance('balt-fmf-since-2015', 'balt-2017-2021', array[(null, '$250 million')]::cite[],
  partners => '{EST,LVA,LTU}', program => 'FMF', direction => 'toPartner',
  amount => read_quantity('$250 million', 'over', 'USD'), basis => 'cumulative', period => fiscal_years(2015, null),
  notes => array['The sheet says since 2015; that the fiscal year is meant is our reading.']);
