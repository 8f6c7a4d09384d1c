-- "Global Peace Operations Initiative (GPOI)", U.S. Department of State, Bureau of Political-Military Affairs, 2015-11-30.

select put_fact_sheet('gpoi-2015-11-30',
  partners => '{}',
  title => 'Global Peace Operations Initiative (GPOI)',
  publisher => 'U.S. Department of State',
  bureau => 'Bureau of Political-Military Affairs',
  published => '2015-11-30', text_read => 'beginning',
  source_url => 'https://2009-2017.state.gov/t/pm/rls/fs/2015/256523.htm',
  notes => array['A sheet on a program, launched in 2005: it counts 50 active partner countries, and partners that lead training in 30 countries.']);
