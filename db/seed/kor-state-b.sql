-- "U.S. Security Cooperation With Korea", U.S. Department of State, Bureau of Political-Military Affairs, 2022 (estimated).

select put_fact_sheet('kor-state-b',
  partners => '{KOR}',
  title => 'U.S. Security Cooperation With Korea',
  publisher => 'U.S. Department of State',
  bureau => 'Bureau of Political-Military Affairs',
  published => '2022', published_basis => 'estimated', text_read => 'beginning',
  source_url => 'https://www.state.gov/u-s-security-cooperation-with-korea/',
  notes => array['The later of two editions at the same address: it counts Direct Commercial Sales of FY2019 to FY2021. The year is estimated.']);

select put_agreement('us-rok-mutual-defense-treaty', 'kor-state-b', array[(null, 'U.S.-ROK Mutual Defense Treaty')]::cite[],
  name => 'U.S.-ROK Mutual Defense Treaty',
  kind => 'treaty', parties => '{USA,KOR}', dated => '1953');

select put_agreement('korean-armistice-agreement', 'kor-state-b', array[(null, 'Korean Armistice Agreement')]::cite[],
  name => 'Korean Armistice Agreement',
  kind => 'armistice', parties => '{}',
  notes => array['The sheet does not name the parties.']);

select put_force_posture('kor-us-military-personnel', 'kor-state-b', array[(null, '28,500')]::cite[],
  host => 'KOR', kind => 'personnel', category => 'military',
  count => read_quantity('28,500', 'over', 'people'));

select put_fms_sale('kor-fms-active-cases', 'kor-state-b', array[(3, '$30 billion')]::cite[],
  partners => '{KOR}', measure => 'activeCases', stage => 'active', kind => 'stock',
  amount => read_quantity('$30 billion', 'over', 'USD'),
  articles => array[
    ('MK 54 Lightweight Torpedo', 'MK 54', null, 'MK 54 Lightweight Torpedo', null),
    ('Precision-guided munitions', null, null, 'Precision Guided Munitions', null),
    ('F-35 Joint Strike Fighter', 'F-35', null, 'F-35 Joint Strike Fighter', null),
    ('P-8A patrol aircraft', 'P-8A', null, 'P-8A', null),
    ('Patriot Advanced Capability-3', null, null, 'Patriot Advanced Capability-3', null),
    ('Global Hawk UAS', null, null, 'Global Hawk', null),
    ('KF-16 upgrades', 'KF-16', null, 'KF-16 upgrades', null),
    ('Aegis Combat System', null, null, 'Aegis Combat System', null),
    ('Harpoon', null, null, 'Harpoon', null),
    ('Hellfire', null, null, 'Hellfire', null),
    ('AH-64E Apache', 'AH-64E', null, 'AH-64E', null)]::article[]);

select put_dcs_sale('kor-dcs-authorized-fy2019-2021', 'kor-state-b', array[(null, '$3.4 billion')]::cite[],
  partners => '{KOR}', measure => 'authorizations', stage => 'authorized', kind => 'flow',
  amount => read_quantity('$3.4 billion', 'over', 'USD'), period => fiscal_years(2019, 2021));
