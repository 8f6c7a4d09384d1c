-- "U.S. Security Cooperation With Jordan", U.S. Department of State, Bureau of Political-Military Affairs, 2022 (estimated).

select put_fact_sheet('jor-state-2022',
  partners => '{JOR}',
  title => 'U.S. Security Cooperation With Jordan',
  publisher => 'U.S. Department of State',
  bureau => 'Bureau of Political-Military Affairs',
  published => '2022', published_basis => 'estimated', text_read => 'beginning',
  source_url => 'https://www.state.gov/u-s-security-cooperation-with-jordan/',
  notes => array['One of three editions at the same address: it counts Foreign Military Financing since 2015. The year is estimated.']);

select put_agreement('us-jordan-sofa', 'jor-state-2022', array[(null, 'U.S.-Jordan Status of Forces Agreement')]::cite[],
  name => 'U.S.-Jordan Status of Forces Agreement',
  kind => 'SOFA', parties => '{USA,JOR}', dated => '1996');

select put_agreement('us-jordan-acsa', 'jor-state-2022', array[(null, 'U.S.-Jordan Acquisition and Cross-Servicing Agreement')]::cite[],
  name => 'U.S.-Jordan Acquisition and Cross-Servicing Agreement',
  kind => 'ACSA', parties => '{USA,JOR}', dated => '2006');

select put_agreement('us-jordan-defense-cooperation-agreement', 'jor-state-2022',
  array[(null, 'U.S.-Jordan Defense Cooperation Agreement')]::cite[],
  name => 'U.S.-Jordan Defense Cooperation Agreement',
  kind => 'DCA', parties => '{USA,JOR}', dated => '2021');

select put_assistance('jor-fmf-since-2015', 'jor-state-2022', array[(null, '$2.155 billion')]::cite[],
  partners => '{JOR}', program => 'FMF', direction => 'toPartner',
  amount => read_quantity('$2.155 billion', 'stated', 'USD'), basis => 'cumulative', period => fiscal_years(2015, null),
  notes => array['The sheet says since 2015; that the fiscal year is meant is our reading.']);

select put_assistance('jor-section-333-since-2018', 'jor-state-2022', array[(null, '$327 million')]::cite[],
  partners => '{JOR}', program => 'section333', direction => 'toPartner',
  amount => read_quantity('$327 million', 'stated', 'USD'), basis => 'cumulative', period => fiscal_years(2018, null),
  notes => array['A program of the Department of Defense.', 'The sheet says since 2018; that the fiscal year is meant is our reading.']);
