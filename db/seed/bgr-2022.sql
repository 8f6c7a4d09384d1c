-- "U.S. Security Cooperation With Bulgaria", U.S. Department of State, Bureau of Political-Military Affairs, 2022 (estimated).

select put_fact_sheet('bgr-2022',
  partners => '{BGR}',
  title => 'U.S. Security Cooperation With Bulgaria',
  publisher => 'U.S. Department of State',
  bureau => 'Bureau of Political-Military Affairs',
  published => '2022', published_basis => 'estimated', text_read => 'quotations',
  source_url => 'https://www.novinite.com/view_news.php?id=217346',
  notes => array['Read as an article of 2 November 2022 quotes it.']);

select put_agreement('us-bulgaria-defense-cooperation-agreement', 'bgr-2022',
  array[(null, 'U.S.-Bulgaria Defense Cooperation Agreement')]::cite[],
  name => 'U.S.-Bulgaria Defense Cooperation Agreement',
  kind => 'DCA', parties => '{USA,BGR}', dated => '2006');

select put_agreement('us-bulgaria-defense-cooperation-roadmap', 'bgr-2022',
  array[(null, 'Ten-year Roadmap for Defense Cooperation')]::cite[],
  name => 'Ten-year Roadmap for Defense Cooperation',
  kind => 'roadmap', parties => '{USA,BGR}', signed => '2020');

select put_assistance('bgr-state-dod-assistance-past-five-years', 'bgr-2022', array[(null, '$238 million')]::cite[],
  partners => '{BGR}', program => 'stateAndDodAssistance', direction => 'toPartner',
  amount => read_quantity('$238 million', 'over', 'USD'), basis => 'periodTotal',
  notes => array['The sheet counts the past five years without naming them.']);
