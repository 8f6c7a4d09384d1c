-- Every spelling of a partner, its folded form, by which it is found, and what kind of spelling it is.
create or replace view partner_spellings as
select lower(id) as folded, id::text as spelling, id::text as partner, 'alpha3' as kind from partners
union all
select lower(alpha2), alpha2, id, 'alpha2' from partners
union all
select numeric, numeric, id, 'numeric' from partners
union all
select folded, name::text, id, 'name' from partners
union all
select folded, alias::text, partner, kind || 'Name' from partner_aliases;
