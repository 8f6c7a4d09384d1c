-- "U.S. Security Cooperation With Japan", U.S. Department of State, Bureau of Political-Military Affairs, 2017 (estimated).

select put_fact_sheet('jpn-2017',
  partners => '{JPN}',
  title => 'U.S. Security Cooperation With Japan',
  publisher => 'U.S. Department of State',
  bureau => 'Bureau of Political-Military Affairs',
  published => '2017', published_basis => 'estimated', text_read => 'quotations',
  source_url => 'https://spacenews.com/amid-tensions-in-asia-pacific-state-dept-calls-attention-to-big-ticket-sales-of-u-s-missiles-aircraft-to-japan-south-korea/',
  notes => array['Read as SpaceNews quotes it.',
                 'It was issued on a Tuesday, together with the sheet on the Republic of Korea; the day is not in the text that we read.']);

select put_fms_sale('jpn-fms-active-cases', 'jpn-2017', array[(null, '$19.6 billion')]::cite[],
  partners => '{JPN}', measure => 'activeCases', stage => 'active', kind => 'stock',
  amount => read_quantity('$19.6 billion', 'stated', 'USD'),
  articles => array[
    ('F-35 Joint Strike Fighter', 'F-35', null, 'F-35 Joint Strike Fighter', null),
    ('Aegis Combat System', null, null, 'Aegis', null),
    ('E-2D Airborne Early Warning aircraft', 'E-2D', null, 'E-2D', null),
    ('KC-46 tanker', 'KC-46', null, 'KC-46', null),
    ('Global Hawk UAS', null, null, 'Global Hawk', null),
    ('MV-22 Osprey', 'MV-22', null, 'MV-22 Osprey', null),
    ('AIM-120 AMRAAM', 'AIM-120', null, 'AIM-120 AMRAAM', null),
    ('UGM-84 Harpoon', 'UGM-84', null, 'UGM-84 Harpoon', null),
    ('SM-3 Block IIA', 'SM-3 Block IIA', null, 'SM-3 Block IIA', null)]::article[]);

select put_dcs_sale('jpn-dcs-authorized-2013-2018', 'jpn-2017', array[(null, '$14.4 billion')]::cite[],
  partners => '{JPN}', measure => 'authorizations', stage => 'authorized', kind => 'flow',
  amount => read_quantity('$14.4 billion', 'over', 'USD'), period => calendar_years(2013, null),
  categories => array[
    ('Aircraft parts', '{VIII}', false),
    ('Military electronics', '{XI}', false),
    ('Launch vehicles, spacecraft systems, missiles', '{IV,XV}', false),
    ('Gas turbine engines and associated equipment', '{XIX}', false)]::category[],
  notes => array['The USML numerals are ours.']);
