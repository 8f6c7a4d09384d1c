-- Every spelling of a partner, and its folded form, by which it is found.
create or replace view partner_spellings as
select fold(id) as folded, id::text as spelling, id::text as partner from partners
union all
select fold(alpha2), alpha2, id from partners
union all
select fold(numeric), numeric, id from partners
union all
select fold(name), name::text, id from partners
union all
select fold(alias), alias::text, partner from partner_aliases;
