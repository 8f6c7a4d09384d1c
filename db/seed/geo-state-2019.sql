-- "U.S. Security Cooperation With Georgia", U.S. Department of State, Bureau of Political-Military Affairs, 2019 (estimated).

select put_fact_sheet('geo-state-2019',
  partners => '{GEO}',
  title => 'U.S. Security Cooperation With Georgia',
  publisher => 'U.S. Department of State',
  bureau => 'Bureau of Political-Military Affairs',
  published => '2019', published_basis => 'estimated', text_read => 'beginning',
  source_url => 'https://www.state.gov/u-s-security-cooperation-with-georgia/',
  notes => array['The year is estimated: the sheet refers to a working group of October 2018.']);

select put_agreement('us-georgia-strategic-partnership-commission', 'geo-state-2019',
  array[(null, 'U.S.-Georgia Strategic Partnership Commission')]::cite[],
  name => 'U.S.-Georgia Strategic Partnership Commission',
  kind => 'dialogue', parties => '{USA,GEO}', in_force_since => '2009');

select put_assistance('geo-title-22-since-2014', 'geo-state-2019', array[(null, '$117.3 million')]::cite[],
  partners => '{GEO}', program => 'title22', direction => 'toPartner',
  amount => read_quantity('$117.3 million', 'stated', 'USD'), basis => 'cumulative', period => fiscal_years(2014, null),
  notes => array['Assistance of the Department of State under Title 22.',
                 'The sheet says since 2014; that the fiscal year is meant is our reading.']);

select put_assistance('geo-fmf-since-2014', 'geo-state-2019', array[(null, '$109 million')]::cite[],
  partners => '{GEO}', program => 'FMF', direction => 'toPartner',
  amount => read_quantity('$109 million', 'over', 'USD'), basis => 'cumulative', period => fiscal_years(2014, null),
  part_of => 'geo-title-22-since-2014',
  notes => array['The sheet says since 2014; that the fiscal year is meant is our reading.']);
