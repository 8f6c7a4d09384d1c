-- What search rests on: the forms in which a text is found, kept beside it by PostgreSQL itself, and an index on them.

-- English stems, of stop words too: "A-10" is not "10", and "status of forces" has its "of".
create text search dictionary every_word (template = snowball, language = english);
create text search configuration every_word (copy = english);
alter text search configuration every_word alter mapping replace english_stem with every_word;

-- The words of a text with spaces between them: folded as fold() does, which leaves no spaces.
create function plain(words text) returns text
  language sql immutable strict parallel safe
return regexp_replace(
  regexp_replace(lower(normalize(words, NFKD) collate "C"), '[\u0300-\u036f\u200b-\u200d.''‘’]+', '', 'g'),
  '[\u2010-\u2015\u2212\s!-/:-@\[-`{-~“”]+', ' ', 'g');

-- By these a text is found in other forms of its words.
create function stems(words text) returns tsvector
  language sql immutable strict parallel safe
return to_tsvector('every_word', plain(words));

-- By these a part of a text is found, parted into words otherwise or not at all, and what is spelled nearly so.
create function spelled(words text) returns text
  language sql immutable strict parallel safe
return plain(words) || e'\n' || replace(plain(words), ' ', '');

-- Several words of one list as one text. PostgreSQL cannot know of any array what holds of texts: that this is immutable.
create function listed(words text[]) returns text
  language sql immutable strict parallel safe
return array_to_string(words, ', ');

do $$
declare
  table_name text;
  word text;
  words text;
begin
  for table_name, word, words in values
    ('agreements', 'name', 'name'),
    ('agreements', 'purpose', 'purpose'),
    ('exercises', 'name', 'name'),
    ('exercises', 'purpose', 'purpose'),
    ('exercise_participants', 'organization', 'organization'),
    ('fms_articles', 'name', 'name'),
    ('fms_articles', 'designation', 'designation'),
    ('fms_articles', 'as_stated', 'as_stated'),
    ('dcs_categories', 'name', 'name'),
    ('force_posture', 'asset_name', 'asset_name'),
    ('force_posture', 'asset_designation', 'asset_designation'),
    ('peacekeeping', 'name', 'name'),
    ('peacekeeping', 'focus_areas', 'listed(focus_areas)'),
    ('peacekeeping_counterparts', 'organization', 'organization'),
    ('objectives', 'title', 'title'),
    ('objective_concerns', 'subject', 'subject'),
    ('citations', 'as_stated', 'as_stated'),
    ('fact_sheets', 'title', 'title'),
    ('partners', 'id', 'id::text collate "default"'),
    ('partners', 'name', 'name'),
    ('partner_aliases', 'alias', 'alias')
  loop
    execute format($sql$
      alter table %1$I
        add %2$s_stems tsvector generated always as (stems(%3$s)) stored,
        add %2$s_spelled text generated always as (spelled(%3$s)) stored;
      create index on %1$I using gin (%2$s_stems, %2$s_spelled gin_trgm_ops)
      $sql$, table_name, word, words);
  end loop;
end $$;

-- Before a row is written its generated columns are still null, so that whole rows tell no change any more.
create or replace function next_revision() returns trigger
  language plpgsql as $$
declare
  generated text[] := array(select attname from pg_attribute where attrelid = tg_relid and attgenerated <> '');
begin
  if to_jsonb(new) - generated <> to_jsonb(old) - generated then
    new.revision := old.revision + 1;
    new.updated_at := now();
  end if;
  return new;
end $$;

do $$
declare
  table_name text;
begin
  foreach table_name in array array[
    'fact_sheets', 'agreements', 'exercises', 'fms_sales', 'dcs_sales', 'force_posture', 'peacekeeping', 'objectives', 'partners'] loop
    execute format('drop trigger next_revision on %1$I;
      create trigger next_revision before update on %1$I for each row execute function next_revision()', table_name);
  end loop;
end $$;

-- PostgreSQL would take the trigrams of an id for its equality too, where they are many times slower than the primary key.
do $$
declare
  table_name text;
begin
  foreach table_name in array array[
    'agreements', 'exercises', 'fms_sales', 'dcs_sales', 'force_posture', 'peacekeeping', 'objectives'] loop
    execute format('drop index %1$s_id_trigrams;
      create index %1$s_id_trigrams on %1$I using gin ((id::text || '''') gin_trgm_ops)', table_name);
  end loop;
end $$;
