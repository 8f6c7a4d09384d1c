-- "U.S. Security Cooperation With Central Asia", U.S. Department of State, Bureau of Political-Military Affairs, 2021 (estimated).

select put_fact_sheet('cas-state',
  partners => '{KAZ,KGZ,TJK,TKM,UZB}',
  title => 'U.S. Security Cooperation With Central Asia',
  publisher => 'U.S. Department of State',
  bureau => 'Bureau of Political-Military Affairs',
  published => '2021', published_basis => 'estimated', text_read => 'beginning',
  source_url => 'https://www.state.gov/u-s-security-cooperation-with-central-asia/');

select put_fms_sale('central-asia-fms-active-cases', 'cas-state', array[(4, '$79 million')]::cite[],
  partners => '{KAZ,KGZ,TJK,TKM,UZB}', measure => 'activeCases', stage => 'active', kind => 'stock',
  amount => read_quantity('$79 million', 'stated', 'USD'),
  notes => array['The sheet calls them open cases.']);

select put_fms_sale('uzb-fms-active-cases', 'cas-state', array[(4, '$40 million')]::cite[],
  partners => '{UZB}', measure => 'activeCases', stage => 'active', kind => 'stock',
  amount => read_quantity('$40 million', 'stated', 'USD'),
  notes => array['A part of the total of the region: purchases from national funds and from Foreign Military Financing.']);
