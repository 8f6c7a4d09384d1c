-- "U.S. Security Cooperation With Japan", U.S. Department of State, Bureau of Political-Military Affairs, 2020 (estimated).

select put_fact_sheet('jpn-state-current',
  partners => '{JPN}',
  title => 'U.S. Security Cooperation With Japan',
  publisher => 'U.S. Department of State',
  bureau => 'Bureau of Political-Military Affairs',
  published => '2020', published_basis => 'estimated', text_read => 'beginning',
  source_url => 'https://www.state.gov/u-s-security-cooperation-with-japan/',
  notes => array['The year is estimated: the sheet refers to an event of July 2020 and to Japan''s plan for its fiscal year 2023.']);

select put_agreement('us-japan-security-treaty', 'jpn-state-current', array[(null, 'U.S.-Japan Security Treaty')]::cite[],
  name => 'U.S.-Japan Security Treaty',
  kind => 'treaty', parties => '{USA,JPN}', dated => '1960');

select put_force_posture('jpn-us-military-personnel', 'jpn-state-current', array[(null, '55,000')]::cite[],
  host => 'JPN', kind => 'personnel', category => 'military',
  count => read_quantity('55,000', 'about', 'people'));

select put_force_posture('jpn-uss-ronald-reagan-csg', 'jpn-state-current', array[(null, 'USS Ronald Reagan carrier strike group')]::cite[],
  host => 'JPN', kind => 'asset', category => 'carrierStrikeGroup', asset_name => 'USS Ronald Reagan carrier strike group');

select put_force_posture('jpn-f-35', 'jpn-state-current', array[(null, 'F-35 Joint Strike Fighter')]::cite[],
  host => 'JPN', kind => 'asset', category => 'aircraft', asset_name => 'F-35 Joint Strike Fighter', asset_designation => 'F-35',
  notes => array['The sheet does not say how many aircraft are deployed.']);

select put_fms_sale('jpn-fms-active-cases', 'jpn-state-current', array[(4, '$20 billion')]::cite[],
  partners => '{JPN}', measure => 'activeCases', stage => 'active', kind => 'stock',
  amount => read_quantity('$20 billion', 'over', 'USD'),
  notes => array['The sheet also says that more than 90 percent of Japan''s defense imports come from the United States.']);
