-- Everything that has an id, across resources: what it is called, and when it stands. All branches have ids of the same type,
-- or else looking for one would not use their indexes.
create or replace view entries as
select 'agreements' as resource, id::text as id, stated_from, stated_until, name::text as title, null::quantity as figure, revision
  from agreements
union all
select 'exercises', id::text, stated_from, stated_until, name::text, null::quantity, revision from exercises
union all
select 'sales/fms', id::text, stated_from, stated_until, title_of(measure), amount, revision from fms_sales
union all
select 'sales/dcs', id::text, stated_from, stated_until, title_of(measure), amount, revision from dcs_sales
union all
select 'assistance', id::text, stated_from, stated_until, title_of(program), amount, revision from assistance
union all
select 'force-posture', id::text, stated_from, stated_until, coalesce(asset_name::text, title_of(category)), count, revision from force_posture
union all
select 'peacekeeping', id::text, stated_from, stated_until, name::text, null::quantity, revision from peacekeeping
union all
select 'objectives', id::text, stated_from, stated_until, title::text, null::quantity, revision from objectives
union all
select 'fact-sheets', id::text, lower(published), null::date, title::text, null::quantity, revision from fact_sheets
union all
select 'partners', id::text, null::date, null::date, name::text, null::quantity, revision from partners;
