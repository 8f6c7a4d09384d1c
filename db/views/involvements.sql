-- Which partner has a part in what, across resources, and until when that edition stands. All branches have the same types,
-- or else conditions on a partner would not reach their indexes. The left joins add no row and take none away (each has a
-- foreign key), so that whoever does not ask how long an edition stands does not pay for them.
create or replace view involvements as
select 'agreements' as resource, p.id::text as id, p.stated_from, p.partner::text as partner, e.stated_until
  from agreement_parties p left join agreements e on (e.id, e.stated_from) = (p.id, p.stated_from)
union all
select 'exercises', p.id::text, p.stated_from, p.partner::text, e.stated_until
  from exercise_participants p left join exercises e on (e.id, e.stated_from) = (p.id, p.stated_from)
union all
select 'sales/fms', p.id::text, p.stated_from, p.partner::text, e.stated_until
  from fms_partners p left join fms_sales e on (e.id, e.stated_from) = (p.id, p.stated_from)
union all
select 'sales/dcs', p.id::text, p.stated_from, p.partner::text, e.stated_until
  from dcs_partners p left join dcs_sales e on (e.id, e.stated_from) = (p.id, p.stated_from)
union all
select 'assistance', p.id::text, p.stated_from, p.partner::text, e.stated_until
  from assistance_partners p left join assistance e on (e.id, e.stated_from) = (p.id, p.stated_from)
union all
select 'force-posture', id::text, stated_from, host::text, stated_until
  from force_posture
union all
select 'force-posture', id::text, stated_from, sender::text, stated_until
  from force_posture
union all
select 'peacekeeping', p.id::text, p.stated_from, p.partner::text, e.stated_until
  from peacekeeping_partners p left join peacekeeping e on (e.id, e.stated_from) = (p.id, p.stated_from)
union all
select 'objectives', p.id::text, p.stated_from, p.partner::text, e.stated_until
  from objective_parties p left join objectives e on (e.id, e.stated_from) = (p.id, p.stated_from)
union all
select 'fact-sheets', s.id::text, lower(s.published), p.partner::text, null
  from fact_sheet_partners p join fact_sheets s on s.id = p.fact_sheet;
