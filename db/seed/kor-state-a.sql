-- "U.S. Security Cooperation With Korea", U.S. Department of State, Bureau of Political-Military Affairs, 2020 (estimated).

select put_fact_sheet('kor-state-a',
  partners => '{KOR}',
  title => 'U.S. Security Cooperation With Korea',
  publisher => 'U.S. Department of State',
  bureau => 'Bureau of Political-Military Affairs',
  published => '2020', published_basis => 'estimated', text_read => 'beginning',
  source_url => 'https://www.state.gov/u-s-security-cooperation-with-korea/',
  notes => array['The earlier of two editions at the same address: it counts Direct Commercial Sales since 2015. The year is estimated.']);

select put_agreement('us-rok-mutual-defense-treaty', 'kor-state-a', array[(null, 'U.S.-ROK Mutual Defense Treaty')]::cite[],
  name => 'U.S.-ROK Mutual Defense Treaty',
  kind => 'treaty', parties => '{USA,KOR}', dated => '1953');

select put_force_posture('kor-us-military-personnel', 'kor-state-a', array[(null, '28,500')]::cite[],
  host => 'KOR', kind => 'personnel', category => 'military',
  count => read_quantity('28,500', 'over', 'people'));

select put_fms_sale('kor-fms-active-cases', 'kor-state-a', array[(3, '$30 billion')]::cite[],
  partners => '{KOR}', measure => 'activeCases', stage => 'active', kind => 'stock',
  amount => read_quantity('$30 billion', 'over', 'USD'),
  articles => array[
    ('F-35 Joint Strike Fighter', 'F-35', null, 'F-35 Joint Strike Fighter', null),
    ('P-8A patrol aircraft', 'P-8A', null, 'P-8A Patrol Aircraft', null),
    ('Patriot Advanced Capability-3', null, null, 'Patriot Advanced Capability-3', null),
    ('Global Hawk UAS', null, null, 'Global Hawk', null),
    ('KF-16 upgrades', 'KF-16', null, 'KF-16 upgrades', null),
    ('Aegis Combat System', null, null, 'Aegis Combat System', null),
    ('Harpoon', null, null, 'Harpoon', null),
    ('AH-64E Apache', 'AH-64E', null, 'AH-64E', null)]::article[]);

select put_dcs_sale('kor-dcs-authorized-since-2015', 'kor-state-a', array[(null, '$7.7 billion')]::cite[],
  partners => '{KOR}', measure => 'authorizations', stage => 'authorized', kind => 'flow',
  amount => read_quantity('$7.7 billion', 'over', 'USD'), period => calendar_years(2015, null),
  categories => array[('Gas turbine engines and associated equipment', '{XIX}', false)]::category[],
  notes => array['The text that we read ends after the first category. The USML numeral is ours.']);
