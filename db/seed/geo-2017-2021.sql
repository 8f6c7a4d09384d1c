-- "U.S. Security Cooperation With Georgia", U.S. Department of State, Bureau of Political-Military Affairs, 2020 (estimated).

select put_fact_sheet('geo-2017-2021',
  partners => '{GEO}',
  title => 'U.S. Security Cooperation With Georgia',
  publisher => 'U.S. Department of State',
  bureau => 'Bureau of Political-Military Affairs',
  published => '2020', published_basis => 'estimated', text_read => 'beginning',
  source_url => 'https://2017-2021.state.gov/u-s-security-cooperation-with-georgia/index.html',
  notes => array['Archived before 20 January 2021; the year is estimated.']);
