-- What a spelling of a partner is compared as: folded, and folded without a "the" before it.
create or replace function compared_as(spelling text) returns text[]
  language sql immutable strict parallel safe
return array[fold(spelling), fold(regexp_replace(spelling, '^the\s+', '', 'i'))];
