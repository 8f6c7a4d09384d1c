-- "U.S. Security Cooperation With Qatar", U.S. Department of State, Bureau of Political-Military Affairs, 2021-07-30.

select put_fact_sheet('qat-2021-07-30',
  partners => '{QAT}',
  title => 'U.S. Security Cooperation With Qatar',
  publisher => 'U.S. Department of State',
  bureau => 'Bureau of Political-Military Affairs',
  published => '2021-07-30', text_read => 'beginning',
  source_url => 'https://thefederalnewswire.com/stories/626421501-u-s-security-cooperation-with-qatar');

select put_force_posture('qat-al-udeid-air-base', 'qat-2021-07-30', array[(null, 'Al Udeid Air Base')]::cite[],
  host => 'QAT', kind => 'asset', category => 'base', asset_name => 'Al Udeid Air Base');

select put_force_posture('qat-centcom-forward-headquarters', 'qat-2021-07-30', array[(null, 'CENTCOM Forward HQ')]::cite[],
  host => 'QAT', kind => 'asset', category => 'headquarters', asset_name => 'CENTCOM Forward HQ',
  notes => array['At Al Udeid Air Base.']);

select put_force_posture('qat-afcent-forward', 'qat-2021-07-30', array[(null, 'AFCENT Forward')]::cite[],
  host => 'QAT', kind => 'asset', category => 'headquarters', asset_name => 'AFCENT Forward',
  notes => array['At Al Udeid Air Base.']);

select put_force_posture('qat-soccent-forward', 'qat-2021-07-30', array[(null, 'SOCCENT Forward')]::cite[],
  host => 'QAT', kind => 'asset', category => 'headquarters', asset_name => 'SOCCENT Forward',
  notes => array['At Al Udeid Air Base.']);

select put_force_posture('qat-cjiatf-syria', 'qat-2021-07-30', array[(null, 'CJIATF-Syria')]::cite[],
  host => 'QAT', kind => 'asset', category => 'unit', asset_name => 'CJIATF-Syria',
  notes => array['At Al Udeid Air Base.']);

select put_force_posture('qat-combined-air-operations-center', 'qat-2021-07-30', array[(null, 'Combined Air Operations Center')]::cite[],
  host => 'QAT', kind => 'asset', category => 'headquarters', asset_name => 'Combined Air Operations Center',
  notes => array['At Al Udeid Air Base.']);

select put_force_posture('qat-379th-air-expeditionary-wing', 'qat-2021-07-30', array[(null, '379th Air Expeditionary Wing')]::cite[],
  host => 'QAT', kind => 'asset', category => 'unit', asset_name => '379th Air Expeditionary Wing',
  notes => array['At Al Udeid Air Base.']);

select put_assistance('qat-al-udeid-spending-since-2003', 'qat-2021-07-30', array[(null, '$8 billion')]::cite[],
  partners => '{QAT}', program => 'hostNationContribution', direction => 'fromPartner',
  amount => read_quantity('$8 billion', 'over', 'USD'), basis => 'cumulative', period => calendar_years(2003, null),
  notes => array['What Qatar has spent on Al Udeid Air Base.']);
