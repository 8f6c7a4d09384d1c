-- "U.S. Security Cooperation With the Baltic States", U.S. Department of State, Bureau of Political-Military Affairs, 2018-10-26.

select put_fact_sheet('balt-2018-10-26',
  partners => '{EST,LVA,LTU}',
  title => 'U.S. Security Cooperation With the Baltic States',
  publisher => 'U.S. Department of State',
  bureau => 'Bureau of Political-Military Affairs',
  published => '2018-10-26', text_read => 'beginning',
  source_url => 'https://www.state.gov/t/pm/rls/fs/2018/286936.htm');

select put_agreement('us-baltic-security-cooperation-dialogue', 'balt-2018-10-26',
  array[(null, 'U.S.-Baltic Security Cooperation Dialogue')]::cite[],
  name => 'U.S.-Baltic Security Cooperation Dialogue',
  kind => 'dialogue', parties => '{USA,EST,LVA,LTU}', in_force_since => '2016');

select put_fms_sale('balt-fms-sold-since-2014', 'balt-2018-10-26', array[(3, '$272.9 million')]::cite[],
  partners => '{EST,LVA,LTU}', measure => 'sales', stage => 'sold', kind => 'flow',
  amount => read_quantity('$272.9 million', 'about', 'USD'), period => calendar_years(2014, null));

select put_dcs_sale('balt-dcs-authorized-since-2014', 'balt-2018-10-26', array[(null, '$322.92 million')]::cite[],
  partners => '{EST,LVA,LTU}', measure => 'authorizations', stage => 'authorized', kind => 'flow',
  amount => read_quantity('$322.92 million', 'over', 'USD'), period => days('2014-01', null));

select put_assistance('balt-fmf-since-2015', 'balt-2018-10-26', array[(null, '$150 million')]::cite[],
  partners => '{EST,LVA,LTU}', program => 'FMF', direction => 'toPartner',
  amount => read_quantity('$150 million', 'over', 'USD'), basis => 'cumulative', period => fiscal_years(2015, null),
  notes => array['The sheet says since 2015; that the fiscal year is meant is our reading.']);

select put_assistance('est-imet-per-year', 'balt-2018-10-26', array[(null, '$1.2 million')]::cite[],
  partners => '{EST}', program => 'IMET', direction => 'toPartner',
  amount => read_quantity('$1.2 million', 'about', 'USD'), basis => 'perYear',
  notes => array['The sheet states the rate for each of the three Baltic states and names no years.']);

select put_assistance('lva-imet-per-year', 'balt-2018-10-26', array[(null, '$1.2 million')]::cite[],
  partners => '{LVA}', program => 'IMET', direction => 'toPartner',
  amount => read_quantity('$1.2 million', 'about', 'USD'), basis => 'perYear',
  notes => array['The sheet states the rate for each of the three Baltic states and names no years.']);

select put_assistance('ltu-imet-per-year', 'balt-2018-10-26', array[(null, '$1.2 million')]::cite[],
  partners => '{LTU}', program => 'IMET', direction => 'toPartner',
  amount => read_quantity('$1.2 million', 'about', 'USD'), basis => 'perYear',
  notes => array['The sheet states the rate for each of the three Baltic states and names no years.']);

select put_assistance('balt-title-10-since-2015', 'balt-2018-10-26', array[(null, '$290 million')]::cite[],
  partners => '{EST,LVA,LTU}', program => 'title10TrainAndEquip', direction => 'toPartner',
  amount => read_quantity('$290 million', 'stated', 'USD'), basis => 'cumulative', stage => 'notified', period => fiscal_years(2015, null),
  notes => array['The sheet says since 2015; that the fiscal year is meant is our reading.']);

select put_assistance('balt-title-10-fy2018', 'balt-2018-10-26', array[(null, '$173 million')]::cite[],
  partners => '{EST,LVA,LTU}', program => 'title10TrainAndEquip', direction => 'toPartner',
  amount => read_quantity('$173 million', 'about', 'USD'), basis => 'periodTotal', period => fiscal_years(2018, 2018),
  part_of => 'balt-title-10-since-2015');
