-- "U.S. Security Cooperation With Qatar", U.S. Department of State, Bureau of Political-Military Affairs, 2018 (estimated).

select put_fact_sheet('qat-state-2018',
  partners => '{QAT}',
  title => 'U.S. Security Cooperation With Qatar',
  publisher => 'U.S. Department of State',
  bureau => 'Bureau of Political-Military Affairs',
  published => '2018', published_basis => 'estimated', text_read => 'beginning',
  source_url => 'https://www.state.gov/u-s-security-cooperation-with-qatar/',
  notes => array['The year is estimated: the sheet looks ahead to the end of 2018.']);

select put_fms_sale('qat-fms-expected-by-end-of-2018', 'qat-state-2018', array[(3, '$24 billion')]::cite[],
  partners => '{QAT}', measure => 'expectedTotal', stage => 'expected', kind => 'plan',
  amount => read_quantity('$24 billion', 'stated', 'USD'), period => calendar_years(null, 2018),
  notes => array['A forecast: what the sheet expects by the end of 2018.']);

select put_fms_sale('qat-fms-sold-2017-06', 'qat-state-2018', array[(3, '$12.4 billion')]::cite[],
  partners => '{QAT}', measure => 'sales', stage => 'sold', kind => 'flow',
  amount => read_quantity('$12.4 billion', 'stated', 'USD'), period => days('2017-06', '2017-06'),
  articles => array[('F-15', 'F-15', null, '36 F-15', 36)]::article[]);

select put_fms_sale('qat-fms-sold-2014', 'qat-state-2018', array[(3, '$10 billion')]::cite[],
  partners => '{QAT}', measure => 'sales', stage => 'sold', kind => 'flow',
  amount => read_quantity('$10 billion', 'stated', 'USD'), period => calendar_years(2014, 2014),
  articles => array[
    ('Apache helicopter', null, null, 'Apache helicopters', null),
    ('Patriot missile defense', null, null, 'Patriot missile defense', null),
    ('Javelin missile', null, null, 'Javelin missiles', null)]::article[]);

select put_dcs_sale('qat-dcs-c-17-acquired', 'qat-state-2018', array[(null, 'C-17 (nine aircraft)')]::cite[],
  partners => '{QAT}', measure => 'acquisitions', stage => 'acquired', kind => 'flow', amount => null,
  articles => array[('C-17', 'C-17', null, 'C-17 (nine aircraft)', 9)]::article[],
  notes => array['The sheet states no amount.']);

select put_assistance('qat-al-udeid-spending-since-2003', 'qat-state-2018', array[(null, '$8 billion')]::cite[],
  partners => '{QAT}', program => 'hostNationContribution', direction => 'fromPartner',
  amount => read_quantity('$8 billion', 'over', 'USD'), basis => 'cumulative', period => calendar_years(2003, null),
  notes => array['What Qatar has spent on Al Udeid Air Base.']);
