-- "U.S. Security Cooperation With Poland", U.S. Department of State, Bureau of Political-Military Affairs, 2022 (estimated).

select put_fact_sheet('pol-2022',
  partners => '{POL}',
  title => 'U.S. Security Cooperation With Poland',
  publisher => 'U.S. Department of State',
  bureau => 'Bureau of Political-Military Affairs',
  published => '2022', published_basis => 'estimated', text_read => 'beginning',
  source_url => 'https://www.state.gov/u-s-security-cooperation-with-poland/',
  notes => array['Written after March 2022.']);

select put_agreement('us-poland-edca', 'pol-2022', array[(null, 'U.S.-Poland Enhanced Defense Cooperation Agreement')]::cite[],
  name => 'U.S.-Poland Enhanced Defense Cooperation Agreement',
  kind => 'EDCA', parties => '{USA,POL}', dated => '2020', dated_as => 'concluded');

select put_force_posture('pol-us-military-personnel', 'pol-2022', array[(null, '10,000')]::cite[],
  host => 'POL', kind => 'personnel', category => 'military',
  count => read_quantity('10,000', 'about', 'people'),
  notes => array['The sheet calls the presence rotational.']);

select put_force_posture('pol-enhanced-forward-presence-battle-group', 'pol-2022',
  array[(null, 'enhanced Forward Presence Battle Group')]::cite[],
  host => 'POL', kind => 'asset', category => 'unit', asset_name => 'enhanced Forward Presence Battle Group');

select put_force_posture('pol-armored-brigade-combat-team', 'pol-2022', array[(null, 'rotational Armored Brigade Combat Team')]::cite[],
  host => 'POL', kind => 'asset', category => 'unit', asset_name => 'Armored Brigade Combat Team',
  notes => array['Rotational.']);
