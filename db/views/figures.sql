-- Every figure that partners can be compared by, with all that makes two of them alike. What is neither sent by the United States nor to them is
-- of no use here.
create or replace view figures as
select 'sales/fms' as resource, e.id::text as id, e.stated_from, e.stated_until, e.measure, e.stage, e.kind,
       null::text as basis, null::text as direction, e.period, e.amount,
       array(select p.partner::text from fms_partners p where (p.id, p.stated_from) = (e.id, e.stated_from) order by p.position) as partners
  from fms_sales e
union all
select 'sales/dcs', e.id::text, e.stated_from, e.stated_until, e.measure, e.stage, e.kind, null::text, null::text, e.period, e.amount,
       array(select p.partner::text from dcs_partners p where (p.id, p.stated_from) = (e.id, e.stated_from) order by p.position)
  from dcs_sales e
union all
select 'assistance', e.id::text, e.stated_from, e.stated_until, e.program, e.stage, null::text, e.basis, e.direction, e.period, e.amount,
       array(select p.partner::text from assistance_partners p where (p.id, p.stated_from) = (e.id, e.stated_from) order by p.position)
  from assistance e
union all
select 'force-posture', e.id::text, e.stated_from, e.stated_until, 'militaryPersonnel', null::text, 'stock', null::text,
       case 'USA' when e.sender::text then 'toPartner' else 'fromPartner' end, null::period, e.count,
       array[case 'USA' when e.sender::text then e.host::text else e.sender::text end]
  from force_posture e
 where e.kind = 'personnel' and e.category = 'military' and 'USA' in (e.host::text, e.sender::text);
