-- "U.S. Security Cooperation With Greece", U.S. Department of State, Bureau of Political-Military Affairs, 2021 (estimated).

select put_fact_sheet('grc-2021',
  partners => '{GRC}',
  title => 'U.S. Security Cooperation With Greece',
  publisher => 'U.S. Department of State',
  bureau => 'Bureau of Political-Military Affairs',
  published => '2021', published_basis => 'estimated', text_read => 'beginning',
  source_url => 'https://www.state.gov/u-s-security-cooperation-with-greece/',
  notes => array['The year is estimated: the sheet is written in the bicentennial year and refers to 25 January 2021.']);

select put_agreement('us-greece-strategic-dialogue', 'grc-2021', array[(null, 'U.S.-Greece Strategic Dialogue')]::cite[],
  name => 'U.S.-Greece Strategic Dialogue',
  kind => 'dialogue', parties => '{USA,GRC}', in_force_since => '2018',
  notes => array['The sheet calls the dialogue annual and ministerial.']);

select put_force_posture('grc-naval-support-activity-souda-bay', 'grc-2021', array[(null, 'Naval Support Activity Souda Bay')]::cite[],
  host => 'GRC', kind => 'asset', category => 'base', asset_name => 'Naval Support Activity Souda Bay');

select put_force_posture('grc-nato-missile-firing-installation', 'grc-2021', array[(null, 'NATO Missile Firing Installation')]::cite[],
  host => 'GRC', kind => 'asset', category => 'base', asset_name => 'NATO Missile Firing Installation',
  notes => array['By its name it is NATO''s. The sheet names it as a presence in Greece.']);

select put_force_posture('grc-nato-maritime-interdiction-training-center', 'grc-2021',
  array[(null, 'NATO Maritime Interdiction Operations Training Center')]::cite[],
  host => 'GRC', kind => 'asset', category => 'base', asset_name => 'NATO Maritime Interdiction Operations Training Center',
  notes => array['By its name it is NATO''s. The sheet names it as a presence in Greece.']);
