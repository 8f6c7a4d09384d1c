-- "U.S. Security Cooperation With Iraq", U.S. Department of State, Bureau of Political-Military Affairs, 2017 (estimated).

select put_fact_sheet('irq-state-2017',
  partners => '{IRQ}',
  title => 'U.S. Security Cooperation With Iraq',
  publisher => 'U.S. Department of State',
  bureau => 'Bureau of Political-Military Affairs',
  published => '2017', published_basis => 'estimated', text_read => 'beginning',
  source_url => 'https://www.state.gov/u-s-security-cooperation-with-iraq/',
  notes => array['The year is estimated: the campaign to liberate Mosul was under way. The page says that it was superseded.']);

select put_agreement('us-iraq-strategic-framework-agreement', 'irq-state-2017',
  array[(null, 'U.S.-Iraq Strategic Framework Agreement')]::cite[],
  name => 'U.S.-Iraq Strategic Framework Agreement',
  kind => 'framework', parties => '{USA,IRQ}');

select put_fms_sale('irq-fms-approved-since-2005', 'irq-state-2017', array[(3, '$22 billion')]::cite[],
  partners => '{IRQ}', measure => 'sales', stage => 'approved', kind => 'flow',
  amount => read_quantity('$22 billion', 'over', 'USD'), period => calendar_years(2005, null),
  articles => array[
    ('F-16', 'F-16', null, '36 F-16', 36),
    ('AIM-9M Sidewinder', 'AIM-9M', null, 'AIM-9M Sidewinder', null),
    ('AGM-65 Maverick', 'AGM-65', null, 'AGM-65 Maverick', null),
    ('M1A1', 'M1A1', null, '141 M1A1', 141),
    ('IA-407', 'IA-407', null, '24 IA-407', 24),
    ('C-130', 'C-130', null, '9 C-130', 9)]::article[],
  notes => array['The articles are as yemeress.com quotes the sheet in Arabic.']);

select put_assistance('irq-eda', 'irq-state-2017', array[(null, '300 MRAP vehicles')]::cite[],
  partners => '{IRQ}', program => 'EDA', direction => 'toPartner',
  articles => array[
    ('MRAP vehicles', null, null, '300 MRAP vehicles', 300),
    ('OH-58', 'OH-58', null, 'OH-58', null),
    ('Howitzers', null, null, 'howitzers', null)]::article[],
  notes => array['The articles are as yemeress.com quotes the sheet; no amount is stated.']);
