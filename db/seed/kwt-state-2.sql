-- "U.S. Security Cooperation With Kuwait", U.S. Department of State, Bureau of Political-Military Affairs, 2021 (estimated).

select put_fact_sheet('kwt-state-2',
  partners => '{KWT}',
  title => 'U.S. Security Cooperation With Kuwait',
  publisher => 'U.S. Department of State',
  bureau => 'Bureau of Political-Military Affairs',
  published => '2021', published_basis => 'estimated', text_read => 'beginning',
  source_url => 'https://www.state.gov/u-s-security-cooperation-with-kuwait-2/');

select put_agreement('us-kuwait-defense-cooperation-agreement', 'kwt-state-2',
  array[(null, 'U.S.-Kuwait Defense Cooperation Agreement')]::cite[],
  name => 'U.S.-Kuwait Defense Cooperation Agreement',
  kind => 'DCA', parties => '{USA,KWT}', dated => '1991');

select put_agreement('us-kuwait-acsa', 'kwt-state-2', array[(null, 'U.S.-Kuwait Acquisition and Cross-Servicing Agreement')]::cite[],
  name => 'U.S.-Kuwait Acquisition and Cross-Servicing Agreement',
  kind => 'ACSA', parties => '{USA,KWT}', dated => '2013');

select put_force_posture('kwt-us-military-personnel', 'kwt-state-2', array[(null, '13,500')]::cite[],
  host => 'KWT', kind => 'personnel', category => 'military',
  count => read_quantity('13,500', 'about', 'people'),
  notes => array['The sheet says that only Germany, Japan and South Korea host more U.S. forces.']);

select put_force_posture('kwt-camp-arifjan', 'kwt-state-2', array[(null, 'Camp Arifjan')]::cite[],
  host => 'KWT', kind => 'asset', category => 'base', asset_name => 'Camp Arifjan');

select put_force_posture('kwt-ali-al-salem-air-base', 'kwt-state-2', array[(null, 'Ali al-Salem Air Base')]::cite[],
  host => 'KWT', kind => 'asset', category => 'base', asset_name => 'Ali al-Salem Air Base');

select put_force_posture('kwt-mrap-vehicles', 'kwt-state-2', array[(null, '2,200 Mine Resistant Ambush Protected vehicles')]::cite[],
  host => 'KWT', kind => 'asset', category => 'vehicles', asset_name => 'Mine Resistant Ambush Protected vehicles',
  count => read_quantity('2,200', 'stated', 'items'));
