-- What each fact sheet states, where, and which edition of which record holds it. The place orders them by paragraph,
-- and within it by resource and id.
create or replace view facts as
select c.fact_sheet::text as fact_sheet, c.paragraph, c.as_stated::text as as_stated,
       c.resource, c.id::text as id, c.stated_from, e.title, e.figure,
       concat(to_char(coalesce(c.paragraph, 9999), 'FM0000'), ' ', c.resource, ' ', c.id, ' ', c.stated_from, ' ', c.position) as place
  from citations c
  join entries e on (e.resource, e.id, e.stated_from) = (c.resource, c.id, c.stated_from);
