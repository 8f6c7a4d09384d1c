-- "Global Peace Operations Initiative (GPOI)", U.S. Department of State, Bureau of Political-Military Affairs, 2013-04-30.

select put_fact_sheet('gpoi-2013-04-30',
  partners => '{}',
  title => 'Global Peace Operations Initiative (GPOI)',
  publisher => 'U.S. Department of State',
  bureau => 'Bureau of Political-Military Affairs',
  published => '2013-04-30', text_read => 'beginning',
  source_url => 'https://2009-2017.state.gov/t/pm/rls/fs/2013/208094.htm',
  notes => array['A sheet on a program; it has no single partner.']);
