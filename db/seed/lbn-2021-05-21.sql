-- "U.S. Security Cooperation With Lebanon", U.S. Department of State, Bureau of Political-Military Affairs, 2021-05-21.

select put_fact_sheet('lbn-2021-05-21',
  partners => '{LBN}',
  title => 'U.S. Security Cooperation With Lebanon',
  publisher => 'U.S. Department of State',
  bureau => 'Bureau of Political-Military Affairs',
  published => '2021-05-21', text_read => 'beginning',
  source_url => 'https://lb.usembassy.gov/us-security-cooperation-lebanon-2021/',
  notes => array['Read on the mirror of the U.S. Embassy, posted on 8 April 2022.']);

select put_assistance('lbn-state-dod-assistance-since-2006', 'lbn-2021-05-21', array[(null, '$2.5 billion')]::cite[],
  partners => '{LBN}', program => 'stateAndDodAssistance', direction => 'toPartner',
  amount => read_quantity('$2.5 billion', 'over', 'USD'), basis => 'cumulative', period => fiscal_years(2006, null),
  notes => array['The sheet says since 2006; that the fiscal year is meant is our reading.']);

select put_assistance('lbn-state-dod-assistance-fy2020', 'lbn-2021-05-21', array[(null, '$216 million')]::cite[],
  partners => '{LBN}', program => 'stateAndDodAssistance', direction => 'toPartner',
  amount => read_quantity('$216 million', 'stated', 'USD'), basis => 'periodTotal', period => fiscal_years(2020, 2020),
  notes => array['Of the Departments of State and of Defense together. The parts that the sheet names come to $216 million.']);

select put_assistance('lbn-fmf-fy2020', 'lbn-2021-05-21', array[(null, '$105 million')]::cite[],
  partners => '{LBN}', program => 'FMF', direction => 'toPartner',
  amount => read_quantity('$105 million', 'stated', 'USD'), basis => 'periodTotal', period => fiscal_years(2020, 2020),
  part_of => 'lbn-state-dod-assistance-fy2020');

select put_assistance('lbn-imet-fy2020', 'lbn-2021-05-21', array[(null, '$3 million')]::cite[],
  partners => '{LBN}', program => 'IMET', direction => 'toPartner',
  amount => read_quantity('$3 million', 'stated', 'USD'), basis => 'periodTotal', period => fiscal_years(2020, 2020),
  part_of => 'lbn-state-dod-assistance-fy2020');

select put_assistance('lbn-dod-authorized-fy2020', 'lbn-2021-05-21', array[(null, '$108 million')]::cite[],
  partners => '{LBN}', program => 'dodAuthorized', direction => 'toPartner',
  amount => read_quantity('$108 million', 'stated', 'USD'), basis => 'periodTotal', period => fiscal_years(2020, 2020),
  part_of => 'lbn-state-dod-assistance-fy2020');

select put_assistance('lbn-imet-since-2014', 'lbn-2021-05-21', array[(null, '$19 million')]::cite[],
  partners => '{LBN}', program => 'IMET', direction => 'toPartner',
  amount => read_quantity('$19 million', 'nearly', 'USD'), basis => 'cumulative', period => fiscal_years(2014, null),
  notes => array['The sheet counts more than 6,000 people trained since 1970, 204 of them in FY2020.',
                 'The sheet says since 2014; that the fiscal year is meant is our reading.']);
