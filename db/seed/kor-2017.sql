-- "U.S. Security Cooperation With the Republic of Korea", U.S. Department of State, Bureau of Political-Military Affairs, 2017 (estimated).

select put_fact_sheet('kor-2017',
  partners => '{KOR}',
  title => 'U.S. Security Cooperation With the Republic of Korea',
  publisher => 'U.S. Department of State',
  bureau => 'Bureau of Political-Military Affairs',
  published => '2017', published_basis => 'estimated', text_read => 'quotations',
  source_url => 'https://spacenews.com/amid-tensions-in-asia-pacific-state-dept-calls-attention-to-big-ticket-sales-of-u-s-missiles-aircraft-to-japan-south-korea/',
  notes => array['Read as SpaceNews quotes it; missiledefenseadvocacy.org and Defense News quote it too.',
                 'It was issued on a Tuesday, together with the sheet on Japan; the day is not in the text that we read.']);

select put_fms_sale('kor-fms-contracted-2000-2017', 'kor-2017', array[(null, '$26 billion')]::cite[],
  partners => '{KOR}', measure => 'sales', stage => 'contracted', kind => 'flow',
  amount => read_quantity('$26 billion', 'over', 'USD'), period => calendar_years(2000, 2017),
  notes => array['Defense News quotes the figure as roughly, not over, $26 billion.',
                 'That the period ends with the year of the sheet is our reading.']);

select put_fms_sale('kor-fms-purchased-last-four-years', 'kor-2017', array[(null, '$13 billion')]::cite[],
  partners => '{KOR}', measure => 'sales', stage => 'purchased', kind => 'flow',
  amount => read_quantity('$13 billion', 'over', 'USD'),
  articles => array[
    ('F-35 Joint Strike Fighter', 'F-35', null, 'F-35 Joint Strike Fighter', null),
    ('Global Hawk UAS', null, null, 'Global Hawk', null),
    ('KF-16 upgrades', 'KF-16', null, 'KF-16 upgrades', null),
    ('Aegis Combat System', null, null, 'Aegis', null),
    ('Patriot interceptors', null, null, 'Patriot interceptors', null),
    ('Harpoon', null, null, 'Harpoon', null),
    ('AH-64 Apache', 'AH-64', null, 'AH-64 Apache', null)]::article[],
  notes => array['The sheet counts the last four years without naming them.']);

select put_dcs_sale('kor-dcs-authorized-2013-2017', 'kor-2017', array[(null, '$7.9 billion')]::cite[],
  partners => '{KOR}', measure => 'authorizations', stage => 'authorized', kind => 'flow',
  amount => read_quantity('$7.9 billion', 'over', 'USD'), period => calendar_years(2013, 2017),
  notes => array['That the period ends with the year of the sheet is our reading.']);
