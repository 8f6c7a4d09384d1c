-- "U.S. Security Cooperation With Romania", U.S. Department of State, Bureau of Political-Military Affairs, 2022 (estimated).

select put_fact_sheet('rou-2022',
  partners => '{ROU}',
  title => 'U.S. Security Cooperation With Romania',
  publisher => 'U.S. Department of State',
  bureau => 'Bureau of Political-Military Affairs',
  published => '2022', published_basis => 'estimated', text_read => 'beginning',
  source_url => 'https://thefederalnewswire.com/stories/639586169-u-s-security-cooperation-with-romania',
  notes => array['The year is estimated: the sheet counts 142 years of relations.']);

select put_agreement('us-romania-defense-cooperation-agreement', 'rou-2022',
  array[(null, 'U.S.-Romania Defense Cooperation Agreement')]::cite[],
  name => 'U.S.-Romania Defense Cooperation Agreement',
  kind => 'DCA', parties => '{USA,ROU}', signed => '2005');

select put_agreement('us-romania-strategic-partnership-declaration', 'rou-2022',
  array[(null, 'Joint Declaration on Strategic Partnership for the 21st Century')]::cite[],
  name => 'Joint Declaration on Strategic Partnership for the 21st Century',
  kind => 'jointDeclaration', parties => '{USA,ROU}', dated => '2011', dated_as => 'issued');

select put_exercise('atlantic-resolve', 'rou-2022', array[(null, 'Atlantic Resolve')]::cite[],
  name => 'Atlantic Resolve',
  participants => array[('USA', 'U.S. European Command', 'participant', null), ('ROU', null, 'participant', null)]::participant[],
  purpose => null);
