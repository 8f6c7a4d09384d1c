-- The records that hold every word of a query, and the partners and fact sheets that do, as things stood on a date or stand
-- now. A word is one of several that share a place in the query, any of which will do; place 0 is the whole query, which will
-- do alone. It is planned once in a session, because to plan it takes longer than to run it.
create or replace function found(places integer[], words text[], closeness float8[], at date)
  returns table (resource text, id text, stated_from date, stated_until date, rank numeric, field text, text text)
  language plpgsql stable
  set plan_cache_mode = force_generic_plan
  set jit = off
  -- What an index finds is looked up by its key, however many PostgreSQL thinks that it will be: else a word that nobody uses reads whole tables.
  set enable_hashjoin = off
  set enable_mergejoin = off
  set enable_seqscan = off
  as $$
#variable_conflict use_column
begin
  return query
  with given as (
    select g.place, g.closeness, fold(g.word) as folded, plain(g.word) as plain,
           -- Stop words tell nothing beside others.
           g.place > 0 and to_tsvector('english', plain(g.word)) <> '' as tells
      from unnest(places, words, closeness) as g (place, word, closeness)
  ),
  terms as (
    select g.place, g.closeness, length(g.folded) as length,
           phraseto_tsquery('every_word', g.plain) || phraseto_tsquery('every_word', g.folded)
             || phraseto_tsquery('every_word', regexp_replace(g.folded, '([a-z])(?=[0-9])|([0-9])(?=[a-z])', '\1\2 ', 'g')) as stems,
           -- Nothing is left in it that LIKE would not take as it is.
           case when length(g.folded) >= 3 then '%' || g.folded || '%' end as part,
           -- A part of a word, or whole words written together: "sofa" is not in "states of america".
           g.folded || '|(^| )' || regexp_replace(g.folded, '(.)(?=.)', '\1 ?', 'g') || '( |$)' as run
      from given g
     where g.place = 0 or g.tells or not exists (select from given where tells)
  ),
  -- The best text is the greatest one that begins with its score.
  texts as (
    select e.resource, e.id, e.stated_from, e.stated_until, t.place,
           max((lpad(round(9999 * t.closeness * e.weight * (1 + least(1, t.length / length(e.text)::float8)) / 2)::text, 4, '0')
             || e.field || e'\n' || e.text) collate "C") as best
      from terms t
     cross join lateral (
       select s.resource, s.id, s.stated_from, s.stated_until, s.field, s.weight, s.text
         from search_texts s
        where (s.stems @@ t.stems or s.spelled like t.part and split_part(s.spelled, e'\n', 1) ~ t.run)
          and case when at is null then s.stated_until is null
                   else s.stated_from <= at and (s.stated_until is null or s.stated_until > at) end
       offset 0) e
     group by e.resource, e.id, e.stated_from, e.stated_until, t.place
  ),
  records as (
    select e.resource, e.id, e.stated_from, e.stated_until, max(e.best) as best,
           sum(left(e.best, 4)::integer) filter (where e.place > 0) as scores, count(*) filter (where e.place > 0) as places,
           max(left(e.best, 4)::integer) filter (where e.place = 0) as whole
      from texts e
     group by e.resource, e.id, e.stated_from, e.stated_until
  )
  select e.resource, e.id, e.stated_from, e.stated_until,
         round(greatest(e.scores / n.places, e.whole) / 9999, 4),
         substr(split_part(e.best, e'\n', 1), 5), split_part(e.best, e'\n', 2)
    from records e
   cross join (select count(distinct t.place)::numeric as places from terms t where t.place > 0) n
   where e.places = n.places or e.whole is not null;
end $$;

-- The words of a query, each first with nothing beside it and then with the words of texts that look like it; who asks picks
-- the nearest. Of what is very like it a few texts show enough; only where there is none, all that is a little like it is read.
create or replace function near_words(query text, at date) returns table (place integer, word text, near text)
  language plpgsql stable
  set plan_cache_mode = force_generic_plan
  set jit = off
  -- What an index finds is looked up by its key, however many PostgreSQL thinks that it will be: else a word that nobody uses reads whole tables.
  set enable_hashjoin = off
  set enable_mergejoin = off
  set enable_seqscan = off
  as $$
#variable_conflict use_variable
declare
  likeness float8;
begin
  for place, word in
    select w.place, w.word from regexp_split_to_table(btrim(plain(query)), ' ') with ordinality w (word, place)
  loop
    near := null;
    return next;
    foreach likeness in array array[0.6, 0.4] loop
      perform set_config('pg_trgm.word_similarity_threshold', likeness::text, true);
      return query
      select place, word, n.near
        from (select s.spelled
                from search_texts s
               where s.spelled %> word
                 -- The names of partners are read as theirs, not once more for each thing that they have a part in.
                 and s.weight > 0.4
                 and case when at is null then s.stated_until is null
                          else s.stated_from <= at and (s.stated_until is null or s.stated_until > at) end
               limit case when likeness > 0.5 then 2000 end) s
       cross join lateral unnest(string_to_array(split_part(s.spelled, e'\n', 1), ' ')) n (near)
       group by n.near
       order by similarity(word, n.near) desc, n.near collate "C"
       limit 50;
      exit when found;
    end loop;
  end loop;
end $$;
