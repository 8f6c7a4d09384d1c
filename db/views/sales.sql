-- The figures of both channels, each with what it can be grouped by. Partners, categories and articles are in order, each once.
create or replace view sales as
select 'fms'::text as channel, id::text as id, stated_from, stated_until, measure, stage, kind, amount, period,
       array(select p.partner::text
               from fms_partners p
              where (p.id, p.stated_from) = (e.id, e.stated_from)
              order by p.partner) as partners,
       null::text[] as categories,
       array(select distinct a.name::text
               from fms_articles a
              where (a.id, a.stated_from) = (e.id, e.stated_from)
              order by a.name::text) as articles
  from fms_sales e
union all
select 'dcs', id::text, stated_from, stated_until, measure, stage, kind, amount, period,
       array(select p.partner::text
               from dcs_partners p
              where (p.id, p.stated_from) = (e.id, e.stated_from)
              order by p.partner),
       array(select distinct c.name::text
               from dcs_categories c
              where (c.id, c.stated_from) = (e.id, e.stated_from)
              order by c.name::text),
       array(select distinct a.name::text
               from dcs_articles a
              where (a.id, a.stated_from) = (e.id, e.stated_from)
              order by a.name::text)
  from dcs_sales e;
