-- Which partner has a part in what, across resources. Each branch is cast to the same types, as in entries.
create or replace view involvements as
select 'agreements' as resource, id::text as id, stated_from, partner::text as partner from agreement_parties
union all
select 'exercises', id::text, stated_from, partner::text from exercise_participants
union all
select 'sales/fms', id::text, stated_from, partner::text from fms_partners
union all
select 'sales/dcs', id::text, stated_from, partner::text from dcs_partners
union all
select 'force-posture', id::text, stated_from, host::text from force_posture
union all
select 'peacekeeping', id::text, stated_from, partner::text from peacekeeping_partners
union all
select 'objectives', id::text, stated_from, partner::text from objective_parties
union all
select 'fact-sheets', s.id::text, lower(s.published), p.partner::text
  from fact_sheet_partners p join fact_sheets s on s.id = p.fact_sheet;
