-- "U.S. Security Cooperation With India", U.S. Department of State, Bureau of Political-Military Affairs, 2019-06-04.

select put_fact_sheet('ind-2019-06',
  partners => '{IND}',
  title => 'U.S. Security Cooperation With India',
  publisher => 'U.S. Department of State',
  bureau => 'Bureau of Political-Military Affairs',
  published => '2019-06-04', text_read => 'beginning',
  source_url => 'https://security-risks.humane.club/u-s-security-cooperation-with-india-state-department-fact-sheet/20190606/',
  notes => array['Read on a mirror dated 6 June 2019, and as quoted in the news.',
                 'The day is that of archive.siasat.com, which reports it as issued on a Tuesday.']);

select put_agreement('us-india-comcasa', 'ind-2019-06', array[(null, 'Communications Compatibility and Security Agreement')]::cite[],
  name => 'Communications Compatibility and Security Agreement',
  kind => 'COMCASA', parties => '{USA,IND}',
  notes => array['The sheet says that it is in place, without a year.']);

select put_agreement('us-india-major-defense-partner', 'ind-2019-06', array[(null, 'Major Defense Partner designation')]::cite[],
  name => 'Major Defense Partner designation',
  kind => 'designation', parties => '{USA,IND}', dated => '2016', dated_as => 'designated');

select put_agreement('us-india-strategic-trade-authorization', 'ind-2019-06', array[(null, 'Strategic Trade Authorization tier 1')]::cite[],
  name => 'Strategic Trade Authorization tier 1',
  kind => 'designation', parties => '{USA,IND}', dated => '2018', dated_as => 'granted');

select put_fms_sale('ind-defense-trade-since-2008', 'ind-2019-06', array[(3, '$15 billion')]::cite[],
  partners => '{IND}', measure => 'defenseTrade', stage => 'traded', kind => 'flow',
  amount => read_quantity('$15 billion', 'stated', 'USD'), period => calendar_years(2008, null),
  notes => array['Foreign Military Sales and Direct Commercial Sales together, from near zero in 2008.']);

select put_fms_sale('ind-fms-mh-60r-notified', 'ind-2019-06', array[(5, '$2.6 billion')]::cite[],
  partners => '{IND}', measure => 'case', stage => 'notified', kind => 'case',
  amount => read_quantity('$2.6 billion', 'stated', 'USD'),
  articles => array[('MH-60R Seahawk', 'MH-60R', null, 'MH-60R Seahawk', null)]::article[]);

select put_fms_sale('ind-fms-ah-64-notified', 'ind-2019-06', array[(5, '$2.3 billion')]::cite[],
  partners => '{IND}', measure => 'case', stage => 'notified', kind => 'case',
  amount => read_quantity('$2.3 billion', 'stated', 'USD'),
  articles => array[('AH-64 Apache', 'AH-64', null, 'AH-64 Apache', null)]::article[]);

select put_fms_sale('ind-fms-p-8i-notified', 'ind-2019-06', array[(5, '$3 billion')]::cite[],
  partners => '{IND}', measure => 'case', stage => 'notified', kind => 'case',
  amount => read_quantity('$3 billion', 'stated', 'USD'),
  articles => array[('P-8I maritime patrol aircraft', 'P-8I', null, 'P-8I maritime patrol aircraft', null)]::article[]);

select put_fms_sale('ind-fms-m777-notified', 'ind-2019-06', array[(5, '$737 million')]::cite[],
  partners => '{IND}', measure => 'case', stage => 'notified', kind => 'case',
  amount => read_quantity('$737 million', 'stated', 'USD'),
  articles => array[('M777 howitzer', 'M777', null, 'M777 howitzer', null)]::article[]);

select put_dcs_sale('ind-dcs-authorized-since-2008', 'ind-2019-06', array[(null, '$6.6 billion')]::cite[],
  partners => '{IND}', measure => 'authorizations', stage => 'authorized', kind => 'flow',
  amount => read_quantity('$6.6 billion', 'over', 'USD'), period => calendar_years(2008, null),
  categories => array[
    ('Aircraft', '{VIII}', false),
    ('Electronics', '{XI}', false),
    ('Gas turbine engines', '{XIX}', false)]::category[],
  notes => array['The USML numerals are ours.']);
