-- "U.S. Security Cooperation With Singapore", U.S. Department of State, Bureau of Political-Military Affairs, 2020 (estimated).

select put_fact_sheet('sgp-state',
  partners => '{SGP}',
  title => 'U.S. Security Cooperation With Singapore',
  publisher => 'U.S. Department of State',
  bureau => 'Bureau of Political-Military Affairs',
  published => '2020', published_basis => 'estimated', text_read => 'beginning',
  source_url => 'https://www.state.gov/u-s-security-cooperation-with-singapore/');

select put_force_posture('sgp-personnel-training-in-usa', 'sgp-state', array[(null, '1,000')]::cite[],
  host => 'USA', sender => 'SGP', kind => 'personnel', category => 'military',
  count => read_quantity('1,000', 'over', 'people'),
  notes => array['Singapore''s personnel who train in the United States; the sheet names Luke Air Force Base in Arizona as an example.']);

select put_fms_sale('sgp-fms-active-cases', 'sgp-state', array[(3, '$7.34 billion')]::cite[],
  partners => '{SGP}', measure => 'activeCases', stage => 'active', kind => 'stock',
  amount => read_quantity('$7.34 billion', 'stated', 'USD'),
  articles => array[
    ('F-16 Block 52 upgrades', 'F-16 Block 52', null, 'F-16 Block 52 upgrades', null),
    ('F-16 pilot training and logistics support', 'F-16', null, 'F-16 pilot training and logistics support', null),
    ('F-15SG pilot training', 'F-15SG', null, 'F-15SG pilot training', null),
    ('AH-64D Apache', 'AH-64D', null, 'AH-64D Apache', null),
    ('Guided Multiple Launch Rocket System (GMLRS)', null, null, 'Guided Multiple Launch Rocket System (GMLRS)', null),
    ('AN/TPQ-53 counterfire radar', 'AN/TPQ-53', null, 'AN/TPQ-53 counterfire radar', null),
    ('Accelerated Precision Mortar Initiative (APMI)', 'XM395', null, 'XM395 Accelerated Precision Mortar Initiative (APMI)', null),
    ('Joint Direct Attack Munition (JDAM) kits', null, null, 'Joint Direct Attack Munition (JDAM) kits', null),
    ('AIM-120 AMRAAM', 'AIM-120', null, 'AIM-120 AMRAAM', null),
    ('AIM-9 Sidewinder', 'AIM-9', null, 'AIM-9 Sidewinder', null)]::article[]);

select put_dcs_sale('sgp-dcs-authorized-since-2014', 'sgp-state', array[(null, '$37.6 billion')]::cite[],
  partners => '{SGP}', measure => 'authorizations', stage => 'authorized', kind => 'flow',
  amount => read_quantity('$37.6 billion', 'over', 'USD'), period => calendar_years(2014, null),
  categories => array[
    ('Aircraft parts and components', '{VIII}', false),
    ('Gas turbine engines', '{XIX}', false),
    ('Military electronics', '{XI}', false)]::category[],
  notes => array['The USML numerals are ours.']);
