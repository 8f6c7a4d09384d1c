-- "U.S. Peacekeeping Capacity Building Assistance", U.S. Department of State, Bureau of Political-Military Affairs, 2022 (estimated).

select put_fact_sheet('gpoi-2022',
  partners => '{}',
  title => 'U.S. Peacekeeping Capacity Building Assistance',
  publisher => 'U.S. Department of State',
  bureau => 'Bureau of Political-Military Affairs',
  published => '2022', published_basis => 'estimated', text_read => 'beginning',
  source_url => 'https://statenewswire.com/stories/644010402-u-s-peacekeeping-capacity-building-assistance',
  notes => array['A sheet on a program: it counts 48 partner countries, of which 63 percent are self-sufficient, and 120 peacekeeping capabilities.']);

select put_assistance('gpoi-fy2005-2022', 'gpoi-2022', array[(null, '$1.4 billion')]::cite[],
  partners => '{}', program => 'GPOI', direction => 'toPartner',
  amount => read_quantity('$1.4 billion', 'over', 'USD'), basis => 'periodTotal', period => fiscal_years(2005, 2022),
  notes => array['The total of the program, for all partners.']);
