-- "U.S. Security Cooperation With Bahrain", U.S. Department of State, Bureau of Political-Military Affairs, 2016-03-01.

select put_fact_sheet('bhr-2016-03-01',
  partners => '{BHR}',
  title => 'U.S. Security Cooperation With Bahrain',
  publisher => 'U.S. Department of State',
  bureau => 'Bureau of Political-Military Affairs',
  published => '2016-03-01', text_read => 'beginning',
  source_url => 'https://2009-2017.state.gov/t/pm/rls/fs/2016/253848.htm');

select put_force_posture('bhr-us-fifth-fleet', 'bhr-2016-03-01', array[(null, 'U.S. Navy Fifth Fleet')]::cite[],
  host => 'BHR', kind => 'asset', category => 'fleet', asset_name => 'U.S. Navy Fifth Fleet');

select put_fms_sale('bhr-fms-f-16-support-announced', 'bhr-2016-03-01', array[(null, 'F-16 follow-on support')]::cite[],
  partners => '{BHR}', measure => 'case', stage => 'announced', kind => 'case',
  amount => null, period => days('2015-08', '2015-08'),
  articles => array[('F-16 follow-on support', 'F-16', null, 'F-16 follow-on support', null)]::article[],
  notes => array['The text that we read states no amount.']);

select put_assistance('bhr-fmf-fy2015', 'bhr-2016-03-01', array[(null, '$7.5 million')]::cite[],
  partners => '{BHR}', program => 'FMF', direction => 'toPartner',
  amount => read_quantity('$7.5 million', 'stated', 'USD'), basis => 'periodTotal', stage => 'allocated', period => fiscal_years(2015, 2015));
