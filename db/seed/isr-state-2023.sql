-- "U.S. Security Cooperation With Israel", U.S. Department of State, Bureau of Political-Military Affairs, 2023 (estimated).

select put_fact_sheet('isr-state-2023',
  partners => '{ISR}',
  title => 'U.S. Security Cooperation With Israel',
  publisher => 'U.S. Department of State',
  bureau => 'Bureau of Political-Military Affairs',
  published => '2023', published_basis => 'estimated', text_read => 'beginning',
  source_url => 'https://public-preview-server.prod.cstreetsandbox.com/u-s-security-cooperation-with-israel/',
  notes => array['Read on a preview mirror of the State Department.',
                 'The year is estimated: the sheet refers to a meeting of October 2022.']);

select put_agreement('us-israel-mou-2019-2028', 'isr-state-2023', array[(null, '10-year Memorandum of Understanding 2019-2028')]::cite[],
  name => '10-year Memorandum of Understanding 2019-2028',
  kind => 'MOU', parties => '{USA,ISR}', covers => fiscal_years(2019, 2028),
  notes => array['The name gives the years 2019 to 2028; that fiscal years are meant is our reading.']);

select put_agreement('us-israel-joint-political-military-group', 'isr-state-2023', array[(null, 'Joint Political-Military Group')]::cite[],
  name => 'Joint Political-Military Group',
  kind => 'dialogue', parties => '{USA,ISR}', in_force_since => '1983',
  notes => array['The sheet names its 48th session, of October 2022.']);

select put_assistance('isr-bilateral-assistance-since-1948', 'isr-state-2023', array[(null, '$130 billion')]::cite[],
  partners => '{ISR}', program => 'bilateralAssistance', direction => 'toPartner',
  amount => read_quantity('$130 billion', 'over', 'USD'), basis => 'cumulative', period => calendar_years(1948, null));

select put_assistance('isr-fmf-fy2019-2028', 'isr-state-2023', array[(null, '$3.3 billion')]::cite[],
  partners => '{ISR}', program => 'FMF', direction => 'toPartner',
  amount => read_quantity('$3.3 billion', 'stated', 'USD'), basis => 'perYear', period => fiscal_years(2019, 2028),
  notes => array['Under the Memorandum of Understanding 2019-2028.']);

select put_assistance('isr-missile-defense-fy2019-2028', 'isr-state-2023', array[(null, '$500 million')]::cite[],
  partners => '{ISR}', program => 'missileDefense', direction => 'toPartner',
  amount => read_quantity('$500 million', 'stated', 'USD'), basis => 'perYear', period => fiscal_years(2019, 2028),
  notes => array['Under the Memorandum of Understanding 2019-2028.']);

select put_assistance('isr-missile-defense-since-fy2009', 'isr-state-2023', array[(null, '$3.4 billion')]::cite[],
  partners => '{ISR}', program => 'missileDefense', direction => 'toPartner',
  amount => read_quantity('$3.4 billion', 'stated', 'USD'), basis => 'cumulative', period => fiscal_years(2009, null));

select put_assistance('isr-iron-dome-since-fy2011', 'isr-state-2023', array[(null, '$1.3 billion')]::cite[],
  partners => '{ISR}', program => 'ironDome', direction => 'toPartner',
  amount => read_quantity('$1.3 billion', 'stated', 'USD'), basis => 'cumulative', period => fiscal_years(2011, null),
  part_of => 'isr-missile-defense-since-fy2009');
