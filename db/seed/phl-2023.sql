-- "U.S. Security Cooperation With the Philippines", U.S. Department of State, Bureau of Political-Military Affairs, 2023 (estimated).

select put_fact_sheet('phl-2023',
  partners => '{PHL}',
  title => 'U.S. Security Cooperation With the Philippines',
  publisher => 'U.S. Department of State',
  bureau => 'Bureau of Political-Military Affairs',
  published => '2023', published_basis => 'estimated', text_read => 'beginning',
  source_url => 'https://www.state.gov/u-s-security-cooperation-with-the-philippines/',
  notes => array['The year is estimated: the sheet is written 72 years after 1951.']);

select put_agreement('us-philippines-mutual-defense-treaty', 'phl-2023', array[(null, 'U.S.-Philippines Mutual Defense Treaty')]::cite[],
  name => 'U.S.-Philippines Mutual Defense Treaty',
  kind => 'treaty', parties => '{USA,PHL}', signed => '1951');

select put_agreement('us-philippines-visiting-forces-agreement', 'phl-2023', array[(null, 'Visiting Forces Agreement')]::cite[],
  name => 'Visiting Forces Agreement',
  kind => 'VFA', parties => '{USA,PHL}', dated => '1998');

select put_agreement('us-philippines-edca', 'phl-2023', array[(null, 'Enhanced Defense Cooperation Agreement')]::cite[],
  name => 'Enhanced Defense Cooperation Agreement',
  kind => 'EDCA', parties => '{USA,PHL}', dated => '2014');

select put_agreement('us-philippines-mutual-logistics-support-agreement', 'phl-2023',
  array[(null, 'Mutual Logistics Support Agreement')]::cite[],
  name => 'Mutual Logistics Support Agreement',
  kind => 'MLSA', parties => '{USA,PHL}', dated => '2017', dated_as => 'renewed');

select put_assistance('phl-state-security-assistance-since-fy2015', 'phl-2023', array[(null, '$463 million')]::cite[],
  partners => '{PHL}', program => 'stateSecurityAssistance', direction => 'toPartner',
  amount => read_quantity('$463 million', 'over', 'USD'), basis => 'cumulative', period => fiscal_years(2015, null),
  notes => array['The text that we read ends before it says which programs these are.']);
