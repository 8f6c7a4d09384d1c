-- "U.S. Security Cooperation With Lebanon", U.S. Department of State, Bureau of Political-Military Affairs, 2019 (estimated).

select put_fact_sheet('lbn-2019',
  partners => '{LBN}',
  title => 'U.S. Security Cooperation With Lebanon',
  publisher => 'U.S. Department of State',
  bureau => 'Bureau of Political-Military Affairs',
  published => '2019', published_basis => 'estimated', text_read => 'beginning',
  source_url => 'http://licusmonitor.blogspot.com/2019/05/us-security-cooperation-with-lebanon.html',
  notes => array['Read on a mirror of 30 May 2019. Its figures go up to FY2017 and to the calendar year 2017.']);

select put_assistance('lbn-state-dod-assistance-since-2006', 'lbn-2019', array[(null, '$1.7 billion')]::cite[],
  partners => '{LBN}', program => 'stateAndDodAssistance', direction => 'toPartner',
  amount => read_quantity('$1.7 billion', 'over', 'USD'), basis => 'cumulative', period => fiscal_years(2006, null),
  notes => array['The sheet says since 2006; that the fiscal year is meant is our reading.']);

select put_assistance('lbn-state-dod-assistance-fy2017', 'lbn-2019', array[(null, '$235 million')]::cite[],
  partners => '{LBN}', program => 'stateAndDodAssistance', direction => 'toPartner',
  amount => read_quantity('$235 million', 'over', 'USD'), basis => 'periodTotal', period => fiscal_years(2017, 2017),
  notes => array['Of the Departments of State and of Defense together. The parts that the sheet names come to $235.75 million.']);

select put_assistance('lbn-fmf-fy2017', 'lbn-2019', array[(null, '$121 million')]::cite[],
  partners => '{LBN}', program => 'FMF', direction => 'toPartner',
  amount => read_quantity('$121 million', 'stated', 'USD'), basis => 'periodTotal', period => fiscal_years(2017, 2017),
  part_of => 'lbn-state-dod-assistance-fy2017');

select put_assistance('lbn-imet-fy2017', 'lbn-2019', array[(null, '$2.75 million')]::cite[],
  partners => '{LBN}', program => 'IMET', direction => 'toPartner',
  amount => read_quantity('$2.75 million', 'stated', 'USD'), basis => 'periodTotal', period => fiscal_years(2017, 2017),
  part_of => 'lbn-state-dod-assistance-fy2017');

select put_assistance('lbn-dod-authorized-fy2017', 'lbn-2019', array[(null, '$112 million')]::cite[],
  partners => '{LBN}', program => 'dodAuthorized', direction => 'toPartner',
  amount => read_quantity('$112 million', 'stated', 'USD'), basis => 'periodTotal', period => fiscal_years(2017, 2017),
  part_of => 'lbn-state-dod-assistance-fy2017');

select put_assistance('lbn-imet-since-2006', 'lbn-2019', array[(null, '$25 million')]::cite[],
  partners => '{LBN}', program => 'IMET', direction => 'toPartner',
  amount => read_quantity('$25 million', 'stated', 'USD'), basis => 'cumulative', period => fiscal_years(2006, null),
  notes => array['The sheet counts over 946 people trained, 110 of them in the calendar year 2017.',
                 'The sheet says since 2006; that the fiscal year is meant is our reading.']);
