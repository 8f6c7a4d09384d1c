-- "U.S. Security Cooperation With Iraq", U.S. Department of State, Bureau of Political-Military Affairs, 2019 (estimated).

select put_fact_sheet('irq-state-2-2019',
  partners => '{IRQ}',
  title => 'U.S. Security Cooperation With Iraq',
  publisher => 'U.S. Department of State',
  bureau => 'Bureau of Political-Military Affairs',
  published => '2019', published_basis => 'estimated', text_read => 'beginning',
  source_url => 'https://www.state.gov/u-s-security-cooperation-with-iraq-2/');

select put_agreement('us-iraq-strategic-framework-agreement', 'irq-state-2-2019',
  array[(null, 'U.S.-Iraq Strategic Framework Agreement')]::cite[],
  name => 'U.S.-Iraq Strategic Framework Agreement',
  kind => 'framework', parties => '{USA,IRQ}');

select put_fms_sale('irq-fms-approved-since-2003', 'irq-state-2-2019', array[(2, '$23 billion')]::cite[],
  partners => '{IRQ}', measure => 'sales', stage => 'approved', kind => 'flow',
  amount => read_quantity('$23 billion', 'over', 'USD'), period => calendar_years(2003, null));

select put_assistance('irq-fmf-since-2012', 'irq-state-2-2019', array[(null, '$2 billion')]::cite[],
  partners => '{IRQ}', program => 'FMF', direction => 'toPartner',
  amount => read_quantity('$2 billion', 'over', 'USD'), basis => 'cumulative', stage => 'appropriated', period => fiscal_years(2012, null),
  notes => array['The sheet says since 2012; that the fiscal year is meant is our reading.']);
