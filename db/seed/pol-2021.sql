-- "U.S. Security Cooperation With Poland", U.S. Department of State, Bureau of Political-Military Affairs, 2021 (estimated).

select put_fact_sheet('pol-2021',
  partners => '{POL}',
  title => 'U.S. Security Cooperation With Poland',
  publisher => 'U.S. Department of State',
  bureau => 'Bureau of Political-Military Affairs',
  published => '2021', published_basis => 'estimated', text_read => 'beginning',
  source_url => 'https://thefederalnewswire.com/stories/626421439-u-s-security-cooperation-with-poland',
  notes => array['The edition of 2021; the day is not in the text that we read.']);

select put_agreement('us-poland-edca', 'pol-2021', array[(null, 'U.S.-Poland Enhanced Defense Cooperation Agreement')]::cite[],
  name => 'U.S.-Poland Enhanced Defense Cooperation Agreement',
  kind => 'EDCA', parties => '{USA,POL}', dated => '2020', dated_as => 'concluded',
  notes => array['The sheet says that it supplements the Status of Forces Agreement of NATO.']);

select put_agreement('us-poland-force-posture-declarations', 'pol-2021',
  array[(null, 'U.S.-Poland joint declarations on force posture')]::cite[],
  name => 'U.S.-Poland joint declarations on force posture',
  kind => 'jointDeclaration', parties => '{USA,POL}', signed => '2019',
  notes => array['The sheet counts two declarations.']);

select put_force_posture('pol-us-military-personnel', 'pol-2021', array[(null, '4,500')]::cite[],
  host => 'POL', kind => 'personnel', category => 'military',
  count => read_quantity('4,500', 'about', 'people'),
  notes => array['The sheet calls the presence rotational.']);

select put_force_posture('pol-enhanced-forward-presence-battle-group', 'pol-2021',
  array[(null, 'enhanced Forward Presence Battle Group')]::cite[],
  host => 'POL', kind => 'asset', category => 'unit', asset_name => 'enhanced Forward Presence Battle Group');

select put_force_posture('pol-armored-brigade-combat-team', 'pol-2021',
  array[(null, 'rotational Armored Brigade Combat Team (Operation Atlantic Resolve)')]::cite[],
  host => 'POL', kind => 'asset', category => 'unit', asset_name => 'Armored Brigade Combat Team',
  notes => array['Rotational; part of Operation Atlantic Resolve.']);

select put_force_posture('pol-aegis-ashore', 'pol-2021', array[(null, 'Aegis Ashore')]::cite[],
  host => 'POL', kind => 'asset', category => 'missileDefense', asset_name => 'Aegis Ashore');
