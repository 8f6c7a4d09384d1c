-- "U.S. Security Cooperation With Saudi Arabia", U.S. Department of State, Bureau of Political-Military Affairs, 2016-03-01.

select put_fact_sheet('sau-2016-03-01',
  partners => '{SAU}',
  title => 'U.S. Security Cooperation With Saudi Arabia',
  publisher => 'U.S. Department of State',
  bureau => 'Bureau of Political-Military Affairs',
  published => '2016-03-01', text_read => 'beginning',
  source_url => 'https://2009-2017.state.gov/t/pm/rls/fs/2016/253853.htm');

select put_fms_sale('sau-fms-active-cases', 'sau-2016-03-01', array[(null, '$100 billion')]::cite[],
  partners => '{SAU}', measure => 'activeCases', stage => 'active', kind => 'stock',
  amount => read_quantity('$100 billion', 'nearly', 'USD'),
  articles => array[('Air-to-ground munitions', null, null, 'air-to-ground munitions', null)]::article[]);
