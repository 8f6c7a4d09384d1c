-- "U.S. Security Cooperation With Lebanon", U.S. Department of State, Bureau of Political-Military Affairs, 2020 (estimated).

select put_fact_sheet('lbn-2020',
  partners => '{LBN}',
  title => 'U.S. Security Cooperation With Lebanon',
  publisher => 'U.S. Department of State',
  bureau => 'Bureau of Political-Military Affairs',
  published => '2020', published_basis => 'estimated', text_read => 'beginning',
  source_url => 'https://beiruttimes.org/?p=7628',
  notes => array['The year is estimated: the sheet quotes FY2019.']);

select put_assistance('lbn-state-dod-assistance-since-2006', 'lbn-2020', array[(null, '$2 billion')]::cite[],
  partners => '{LBN}', program => 'stateAndDodAssistance', direction => 'toPartner',
  amount => read_quantity('$2 billion', 'over', 'USD'), basis => 'cumulative', period => fiscal_years(2006, null),
  notes => array['The sheet says since 2006; that the fiscal year is meant is our reading.']);

select put_assistance('lbn-state-dod-assistance-fy2019', 'lbn-2020', array[(null, '$218 million')]::cite[],
  partners => '{LBN}', program => 'stateAndDodAssistance', direction => 'toPartner',
  amount => read_quantity('$218 million', 'stated', 'USD'), basis => 'periodTotal', period => fiscal_years(2019, 2019),
  notes => array['Of the Departments of State and of Defense together. The parts that the sheet names come to $218 million.']);

select put_assistance('lbn-fmf-fy2019', 'lbn-2020', array[(null, '$105 million')]::cite[],
  partners => '{LBN}', program => 'FMF', direction => 'toPartner',
  amount => read_quantity('$105 million', 'stated', 'USD'), basis => 'periodTotal', period => fiscal_years(2019, 2019),
  part_of => 'lbn-state-dod-assistance-fy2019');

select put_assistance('lbn-imet-fy2019', 'lbn-2020', array[(null, '$3 million')]::cite[],
  partners => '{LBN}', program => 'IMET', direction => 'toPartner',
  amount => read_quantity('$3 million', 'stated', 'USD'), basis => 'periodTotal', period => fiscal_years(2019, 2019),
  part_of => 'lbn-state-dod-assistance-fy2019');

select put_assistance('lbn-dod-authorized-fy2019', 'lbn-2020', array[(null, '$110 million')]::cite[],
  partners => '{LBN}', program => 'dodAuthorized', direction => 'toPartner',
  amount => read_quantity('$110 million', 'stated', 'USD'), basis => 'periodTotal', period => fiscal_years(2019, 2019),
  part_of => 'lbn-state-dod-assistance-fy2019');

select put_assistance('lbn-imet-since-2014', 'lbn-2020', array[(null, '$12.86 million')]::cite[],
  partners => '{LBN}', program => 'IMET', direction => 'toPartner',
  amount => read_quantity('$12.86 million', 'stated', 'USD'), basis => 'cumulative', period => fiscal_years(2014, null),
  notes => array['The sheet counts over 6,039 people trained since 1970, 310 of them in FY2019.',
                 'The sheet says since 2014; that the fiscal year is meant is our reading.']);
