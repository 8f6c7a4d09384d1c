-- "U.S. Security Cooperation With Kuwait", U.S. Department of State, Bureau of Political-Military Affairs, 2016-03-01.

select put_fact_sheet('kwt-2016-03-01',
  partners => '{KWT}',
  title => 'U.S. Security Cooperation With Kuwait',
  publisher => 'U.S. Department of State',
  bureau => 'Bureau of Political-Military Affairs',
  published => '2016-03-01', text_read => 'beginning',
  source_url => 'https://2009-2017.state.gov/t/pm/rls/fs/2016/253849.htm');

select put_fms_sale('kwt-fms-sniper-pods-notified', 'kwt-2016-03-01', array[(null, '$115 million')]::cite[],
  partners => '{KWT}', measure => 'case', stage => 'notified', kind => 'case',
  amount => read_quantity('$115 million', 'stated', 'USD'), period => days('2015-11', '2015-11'),
  articles => array[('Sniper advanced targeting pod', null, null, 'Sniper advanced targeting pods', null)]::article[],
  notes => array['The estimated cost of a possible sale.']);
