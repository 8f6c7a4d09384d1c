-- "U.S. Security Cooperation With Iraq", U.S. Department of State, Bureau of Political-Military Affairs, 2022 (estimated).

select put_fact_sheet('irq-state-2022',
  partners => '{IRQ}',
  title => 'U.S. Security Cooperation With Iraq',
  publisher => 'U.S. Department of State',
  bureau => 'Bureau of Political-Military Affairs',
  published => '2022', published_basis => 'estimated', text_read => 'beginning',
  source_url => 'https://www.state.gov/u-s-security-cooperation-with-iraq/',
  notes => array['The year is estimated; this edition counts Foreign Military Financing since 2015.']);

select put_agreement('us-iraq-strategic-framework-agreement', 'irq-state-2022',
  array[(null, 'U.S.-Iraq Strategic Framework Agreement')]::cite[],
  name => 'U.S.-Iraq Strategic Framework Agreement',
  kind => 'framework', parties => '{USA,IRQ}');

select put_assistance('irq-fmf-since-2015', 'irq-state-2022', array[(null, '$1.25 billion')]::cite[],
  partners => '{IRQ}', program => 'FMF', direction => 'toPartner',
  amount => read_quantity('$1.25 billion', 'stated', 'USD'), basis => 'cumulative', period => fiscal_years(2015, null),
  notes => array['Higher than the figure since 2014 of the edition before it.',
                 'The sheet says since 2015; that the fiscal year is meant is our reading.']);
