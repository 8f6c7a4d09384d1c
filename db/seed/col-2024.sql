-- "U.S. Security Cooperation With Colombia", U.S. Department of State, Bureau of Political-Military Affairs, 2024 (estimated).

select put_fact_sheet('col-2024',
  partners => '{COL}',
  title => 'U.S. Security Cooperation With Colombia',
  publisher => 'U.S. Department of State',
  bureau => 'Bureau of Political-Military Affairs',
  published => '2024', published_basis => 'estimated', text_read => 'beginning',
  source_url => 'https://priradiotv.com/u-s-security-cooperation-with-colombia',
  notes => array['The year is estimated: the sheet quotes FY2023.']);

select put_agreement('us-colombia-mnna', 'col-2024', array[(null, 'Major Non-NATO Ally designation')]::cite[],
  name => 'Major Non-NATO Ally designation',
  kind => 'MNNA', parties => '{USA,COL}');

select put_assistance('col-state-dod-assistance-fy2023', 'col-2024', array[(null, '$90 million')]::cite[],
  partners => '{COL}', program => 'stateAndDodAssistance', direction => 'toPartner',
  amount => read_quantity('$90 million', 'over', 'USD'), basis => 'periodTotal', period => fiscal_years(2023, 2023),
  notes => array['The sheet calls it the total of security assistance.']);
