-- "U.S. Security Cooperation With Poland", U.S. Department of State, Bureau of Political-Military Affairs, 2019 (estimated).

select put_fact_sheet('pol-2017-2021',
  partners => '{POL}',
  title => 'U.S. Security Cooperation With Poland',
  publisher => 'U.S. Department of State',
  bureau => 'Bureau of Political-Military Affairs',
  published => '2019', published_basis => 'estimated', text_read => 'beginning',
  source_url => 'https://2017-2021.state.gov/u-s-security-cooperation-with-poland/index.html',
  notes => array['Archived before 20 January 2021; the year is estimated.']);

select put_fms_sale('pol-fms-active-cases', 'pol-2017-2021', array[(3, '$10.52 billion')]::cite[],
  partners => '{POL}', measure => 'activeCases', stage => 'active', kind => 'stock',
  amount => read_quantity('$10.52 billion', 'stated', 'USD'));

select put_fms_sale('pol-fms-patriot-contract', 'pol-2017-2021', array[(2, '$5 billion')]::cite[],
  partners => '{POL}', measure => 'case', stage => 'contracted', kind => 'case',
  amount => read_quantity('$5 billion', 'nearly', 'USD'), period => days('2018-03', '2018-03'),
  articles => array[('Patriot air and missile defense system', null, null, 'Patriot air and missile defense system', null)]::article[]);

select put_fms_sale('pol-fms-himars-contract', 'pol-2017-2021', array[(2, '$411 million')]::cite[],
  partners => '{POL}', measure => 'case', stage => 'contracted', kind => 'case',
  amount => read_quantity('$411 million', 'stated', 'USD'),
  articles => array[('M142 HIMARS', 'M142', null, 'M142 HIMARS', null)]::article[]);

select put_fms_sale('pol-fms-f-35a-considered', 'pol-2017-2021', array[(2, '~$4.5 billion')]::cite[],
  partners => '{POL}', measure => 'case', stage => 'considered', kind => 'case',
  amount => (4500000000, 4450000000, 4550000000, 'about', 'USD', '~$4.5 billion')::quantity,
  articles => array[('F-35A Lightning II', 'F-35A', null, '32 F-35A Lightning II', 32)]::article[],
  notes => array['Under consideration when the sheet was written.']);
