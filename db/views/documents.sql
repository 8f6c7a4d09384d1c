-- Every edition of every record as a writer would hand it over. All branches have the same types, or else looking for one would use no index.
create or replace view documents as
select 'agreements' as resource, e.id::text as id, e.stated_from, document(e) as document from agreements e
union all
select 'exercises', e.id::text, e.stated_from, document(e) from exercises e
union all
select 'sales/fms', e.id::text, e.stated_from, document(e) from fms_sales e
union all
select 'sales/dcs', e.id::text, e.stated_from, document(e) from dcs_sales e
union all
select 'assistance', e.id::text, e.stated_from, document(e) from assistance e
union all
select 'force-posture', e.id::text, e.stated_from, document(e) from force_posture e
union all
select 'peacekeeping', e.id::text, e.stated_from, document(e) from peacekeeping e
union all
select 'objectives', e.id::text, e.stated_from, document(e) from objectives e;
