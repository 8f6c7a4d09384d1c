-- "U.S. Security Cooperation With Saudi Arabia", U.S. Department of State, Bureau of Political-Military Affairs, 2019 (estimated).

select put_fact_sheet('sau-state-2019',
  partners => '{SAU}',
  title => 'U.S. Security Cooperation With Saudi Arabia',
  publisher => 'U.S. Department of State',
  bureau => 'Bureau of Political-Military Affairs',
  published => '2019', published_basis => 'estimated', text_read => 'beginning',
  source_url => 'https://www.state.gov/u-s-security-cooperation-with-saudi-arabia/',
  notes => array['The year is estimated: the sheet is written two years after May 2017.']);

select put_agreement('us-saudi-modernization-agreement', 'sau-state-2019',
  array[(null, 'Saudi Armed Forces modernization agreement')]::cite[],
  name => 'Saudi Armed Forces modernization agreement',
  kind => 'armsSale', parties => '{USA,SAU}', signed => '2017');

select put_fms_sale('sau-fms-active-cases', 'sau-state-2019', array[(3, '$129 billion')]::cite[],
  partners => '{SAU}', measure => 'activeCases', stage => 'active', kind => 'stock',
  amount => read_quantity('$129 billion', 'over', 'USD'),
  articles => array[('Persistent Threat Detection System (PTDS)', null, null, 'Persistent Threat Detection System (PTDS)', null)]::article[]);

select put_fms_sale('sau-fms-modernization-ceiling', 'sau-state-2019', array[(3, '$110 billion')]::cite[],
  partners => '{SAU}', measure => 'ceiling', stage => 'agreed', kind => 'plan',
  amount => read_quantity('$110 billion', 'stated', 'USD'), period => days('2017-05', null),
  notes => array['The agreement of May 2017 on modernizing the Saudi forces is for ten years; the sheet does not say when they end.']);

select put_fms_sale('sau-fms-modernization-implemented', 'sau-state-2019', array[(3, '$26.3 billion')]::cite[],
  partners => '{SAU}', measure => 'sales', stage => 'implemented', kind => 'flow',
  amount => read_quantity('$26.3 billion', 'over', 'USD'), period => days('2017-05', null),
  notes => array['The sheet calls it 24 percent of the ten-year agreement of May 2017.']);
