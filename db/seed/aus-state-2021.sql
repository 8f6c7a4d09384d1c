-- "U.S. Security Cooperation With Australia", U.S. Department of State, Bureau of Political-Military Affairs, 2021 (estimated).

select put_fact_sheet('aus-state-2021',
  partners => '{AUS}',
  title => 'U.S. Security Cooperation With Australia',
  publisher => 'U.S. Department of State',
  bureau => 'Bureau of Political-Military Affairs',
  published => '2021', published_basis => 'estimated', text_read => 'beginning',
  source_url => 'https://www.state.gov/u-s-security-cooperation-with-australia/',
  notes => array['The year is estimated: the sheet cites Australia''s Defence Strategic Update of 2020 and its budget of FY2020-21.']);

select put_agreement('anzus-security-treaty', 'aus-state-2021', array[(null, 'ANZUS Security Treaty')]::cite[],
  name => 'ANZUS Security Treaty',
  kind => 'treaty', parties => '{USA,AUS,NZL}', signed => '1951');
