-- Every spelling of a partner, and its folded form, by which it is found.
create or replace view partner_spellings as
select lower(id) as folded, id::text as spelling, id::text as partner from partners
union all
select lower(alpha2), alpha2, id from partners
union all
select numeric, numeric, id from partners
union all
select folded, name::text, id from partners
union all
select folded, alias::text, partner from partner_aliases;
