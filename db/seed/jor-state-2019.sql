-- "U.S. Security Cooperation With Jordan", U.S. Department of State, Bureau of Political-Military Affairs, 2019 (estimated).

select put_fact_sheet('jor-state-2019',
  partners => '{JOR}',
  title => 'U.S. Security Cooperation With Jordan',
  publisher => 'U.S. Department of State',
  bureau => 'Bureau of Political-Military Affairs',
  published => '2019', published_basis => 'estimated', text_read => 'beginning',
  source_url => 'https://www.state.gov/u-s-security-cooperation-with-jordan/',
  notes => array['One of three editions at the same address: it quotes totals of FY2017 and FY2018. The year is estimated.']);

select put_agreement('us-jordan-mou-fy2010-2014', 'jor-state-2019',
  array[(null, 'U.S.-Jordan Memorandum of Understanding FY2010-2014')]::cite[],
  name => 'U.S.-Jordan Memorandum of Understanding FY2010-2014',
  kind => 'MOU', parties => '{USA,JOR}', covers => fiscal_years(2010, 2014),
  notes => array['The sheet calls it non-binding.']);

select put_agreement('us-jordan-mou-fy2015-2017', 'jor-state-2019',
  array[(null, 'U.S.-Jordan Memorandum of Understanding FY2015-2017')]::cite[],
  name => 'U.S.-Jordan Memorandum of Understanding FY2015-2017',
  kind => 'MOU', parties => '{USA,JOR}', covers => fiscal_years(2015, 2017),
  notes => array['The sheet calls it non-binding.']);

select put_agreement('us-jordan-mou-fy2018-2022', 'jor-state-2019',
  array[(null, 'U.S.-Jordan Memorandum of Understanding FY2018-2022')]::cite[],
  name => 'U.S.-Jordan Memorandum of Understanding FY2018-2022',
  kind => 'MOU', parties => '{USA,JOR}', covers => fiscal_years(2018, 2022),
  notes => array['The sheet calls it non-binding.']);

select put_assistance('jor-state-dod-assistance-fy2017', 'jor-state-2019', array[(null, '$604 million')]::cite[],
  partners => '{JOR}', program => 'stateAndDodAssistance', direction => 'toPartner',
  amount => read_quantity('$604 million', 'stated', 'USD'), basis => 'periodTotal', period => fiscal_years(2017, 2017),
  notes => array['Of the Departments of State and of Defense together.']);

select put_assistance('jor-state-dod-assistance-fy2018', 'jor-state-2019', array[(null, '$502 million')]::cite[],
  partners => '{JOR}', program => 'stateAndDodAssistance', direction => 'toPartner',
  amount => read_quantity('$502 million', 'stated', 'USD'), basis => 'periodTotal', period => fiscal_years(2018, 2018),
  notes => array['Of the Departments of State and of Defense together.']);

select put_assistance('jor-fmf-fy2018-2022', 'jor-state-2019', array[(null, '$350 million')]::cite[],
  partners => '{JOR}', program => 'FMF', direction => 'toPartner',
  amount => read_quantity('$350 million', 'atLeast', 'USD'), basis => 'perYear', period => fiscal_years(2018, 2022),
  notes => array['The minimum under the Memorandum of Understanding of FY2018 to FY2022.']);

select put_assistance('jor-bilateral-assistance-fy2018-2022', 'jor-state-2019', array[(null, '$1.275 billion')]::cite[],
  partners => '{JOR}', program => 'bilateralAssistance', direction => 'toPartner',
  amount => read_quantity('$1.275 billion', 'stated', 'USD'), basis => 'perYear', period => fiscal_years(2018, 2022),
  notes => array['Under the Memorandum of Understanding of FY2018 to FY2022.']);
