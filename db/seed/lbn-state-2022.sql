-- "U.S. Security Cooperation With Lebanon", U.S. Department of State, Bureau of Political-Military Affairs, 2022 (estimated).

select put_fact_sheet('lbn-state-2022',
  partners => '{LBN}',
  title => 'U.S. Security Cooperation With Lebanon',
  publisher => 'U.S. Department of State',
  bureau => 'Bureau of Political-Military Affairs',
  published => '2022', published_basis => 'estimated', text_read => 'beginning',
  source_url => 'https://www.state.gov/u-s-security-cooperation-with-lebanon/',
  notes => array['The year is estimated: the sheet quotes FY2021.']);

select put_assistance('lbn-state-dod-assistance-since-2006', 'lbn-state-2022', array[(null, '$3 billion')]::cite[],
  partners => '{LBN}', program => 'stateAndDodAssistance', direction => 'toPartner',
  amount => read_quantity('$3 billion', 'over', 'USD'), basis => 'cumulative', period => fiscal_years(2006, null),
  notes => array['The sheet says since 2006; that the fiscal year is meant is our reading.']);

select put_assistance('lbn-state-dod-assistance-fy2021', 'lbn-state-2022', array[(null, '$236 million')]::cite[],
  partners => '{LBN}', program => 'stateAndDodAssistance', direction => 'toPartner',
  amount => read_quantity('$236 million', 'stated', 'USD'), basis => 'periodTotal', period => fiscal_years(2021, 2021),
  notes => array['Of the Departments of State and of Defense together. The parts that the sheet names come to $236 million.']);

select put_assistance('lbn-fmf-fy2021', 'lbn-state-2022', array[(null, '$187 million')]::cite[],
  partners => '{LBN}', program => 'FMF', direction => 'toPartner',
  amount => read_quantity('$187 million', 'stated', 'USD'), basis => 'periodTotal', period => fiscal_years(2021, 2021),
  part_of => 'lbn-state-dod-assistance-fy2021');

select put_assistance('lbn-imet-fy2021', 'lbn-state-2022', array[(null, '$3 million')]::cite[],
  partners => '{LBN}', program => 'IMET', direction => 'toPartner',
  amount => read_quantity('$3 million', 'stated', 'USD'), basis => 'periodTotal', period => fiscal_years(2021, 2021),
  part_of => 'lbn-state-dod-assistance-fy2021');

select put_assistance('lbn-dod-authorized-fy2021', 'lbn-state-2022', array[(null, '$46 million')]::cite[],
  partners => '{LBN}', program => 'dodAuthorized', direction => 'toPartner',
  amount => read_quantity('$46 million', 'stated', 'USD'), basis => 'periodTotal', period => fiscal_years(2021, 2021),
  part_of => 'lbn-state-dod-assistance-fy2021');
