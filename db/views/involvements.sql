-- Which partner has a part in what, across resources.
create or replace view involvements as
select 'agreements' as resource, id::text as id, stated_from, partner::text as partner from agreement_parties
union all
select 'exercises', id, stated_from, partner from exercise_participants
union all
select 'sales/fms', id, stated_from, partner from fms_partners
union all
select 'sales/dcs', id, stated_from, partner from dcs_partners
union all
select 'force-posture', id, stated_from, host from force_posture
union all
select 'peacekeeping', id, stated_from, partner from peacekeeping_partners
union all
select 'objectives', id, stated_from, partner from objective_parties
union all
select 'fact-sheets', s.id, lower(s.published), p.partner
  from fact_sheet_partners p join fact_sheets s on s.id = p.fact_sheet;
