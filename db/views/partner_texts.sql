-- What a partner is called, in words and by its code. All that search reads is in one collation, or no index would serve it.
create or replace view partner_texts as
select id::text as partner, 'name' as field, 1.0 as weight, name::text as text, name_stems as stems, name_spelled as spelled
  from partners
union all
select partner::text, 'aliases', 0.9, alias::text, alias_stems, alias_spelled from partner_aliases
union all
select id::text, 'id', 0.9, id::text collate "default", id_stems, id_spelled from partners;
