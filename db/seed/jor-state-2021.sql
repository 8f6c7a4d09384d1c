-- "U.S. Security Cooperation With Jordan", U.S. Department of State, Bureau of Political-Military Affairs, 2021 (estimated).

select put_fact_sheet('jor-state-2021',
  partners => '{JOR}',
  title => 'U.S. Security Cooperation With Jordan',
  publisher => 'U.S. Department of State',
  bureau => 'Bureau of Political-Military Affairs',
  published => '2021', published_basis => 'estimated', text_read => 'beginning',
  source_url => 'https://www.state.gov/u-s-security-cooperation-with-jordan/',
  notes => array['One of three editions at the same address: it counts Foreign Military Financing since 2014. The year is estimated.']);

select put_agreement('us-jordan-sofa', 'jor-state-2021', array[(null, 'U.S.-Jordan Status of Forces Agreement')]::cite[],
  name => 'U.S.-Jordan Status of Forces Agreement',
  kind => 'SOFA', parties => '{USA,JOR}');

select put_assistance('jor-fmf-since-2014', 'jor-state-2021', array[(null, '$2.03 billion')]::cite[],
  partners => '{JOR}', program => 'FMF', direction => 'toPartner',
  amount => read_quantity('$2.03 billion', 'stated', 'USD'), basis => 'cumulative', period => fiscal_years(2014, null),
  notes => array['The sheet calls Jordan the third largest recipient in the world.',
                 'The sheet says since 2014; that the fiscal year is meant is our reading.']);
