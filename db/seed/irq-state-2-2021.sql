-- "U.S. Security Cooperation With Iraq", U.S. Department of State, Bureau of Political-Military Affairs, 2021 (estimated).

select put_fact_sheet('irq-state-2-2021',
  partners => '{IRQ}',
  title => 'U.S. Security Cooperation With Iraq',
  publisher => 'U.S. Department of State',
  bureau => 'Bureau of Political-Military Affairs',
  published => '2021', published_basis => 'estimated', text_read => 'beginning',
  source_url => 'https://www.state.gov/u-s-security-cooperation-with-iraq-2/',
  notes => array['The later of two editions at the same address: it counts Foreign Military Financing since 2014. The year is estimated.']);

select put_agreement('us-iraq-strategic-framework-agreement', 'irq-state-2-2021',
  array[(null, 'U.S.-Iraq Strategic Framework Agreement')]::cite[],
  name => 'U.S.-Iraq Strategic Framework Agreement',
  kind => 'framework', parties => '{USA,IRQ}');

select put_assistance('irq-fmf-since-2014', 'irq-state-2-2021', array[(null, '$1.2 billion')]::cite[],
  partners => '{IRQ}', program => 'FMF', direction => 'toPartner',
  amount => read_quantity('$1.2 billion', 'stated', 'USD'), basis => 'cumulative', period => fiscal_years(2014, null),
  notes => array['The sheet says since 2014; that the fiscal year is meant is our reading.']);
