-- What two editions of a record say differently, as facts and not as text. A fact is a member of the record under its path, as a JSON pointer
-- (RFC 6901). A figure is one fact, and so are a period and an item of a list, which is known by what it names and not by its place.

create or replace function pointer(tokens text[]) returns text
  language sql immutable parallel safe
return (select coalesce(string_agg('/' || replace(replace(coalesce(t.token, ''), '~', '~0'), '/', '~1'), '' order by t.place), '')
          from unnest(tokens) with ordinality t (token, place));

create or replace function is_figure(value json) returns boolean
  language sql immutable parallel safe
return coalesce(json_typeof(value) = 'object' and value -> 'qualifier' is not null, false);

create or replace function is_one_fact(value json) returns boolean
  language sql immutable parallel safe
return is_figure(value) or coalesce(json_typeof(value) = 'object' and value -> 'startBasis' is not null, false);

-- An item of a list is known by its key; by its whole key, which no other has, where the key means several.
create or replace function key_of(list text, item json) returns text[]
  language sql immutable parallel safe
return case
  when json_typeof(item) <> 'object' then array[item #>> '{}']
  when list = 'articles' then array[coalesce(item ->> 'designation', item ->> 'name')]
  when list = 'categories' then array[item ->> 'name']
  when list = 'participants' then array[item ->> 'partner', item ->> 'organization', item ->> 'role']
  else array(select m.value from json_each_text(item) m) end;

create or replace function whole_key_of(list text, item json) returns text[]
  language sql immutable parallel safe
return case list
  when 'articles' then array[item ->> 'designation', item ->> 'name']
  when 'categories' then array[item ->> 'name', item ->> 'rank']
  else key_of(list, item) end;

-- What is stated nowhere is no fact, and neither is what the editors of an edition say about it: its purpose is told in their words.
create or replace function facts_of(document json) returns table (path text, key text[], whole_key text[], fact json)
  language sql immutable parallel safe as $$
  with recursive members (path, name, value) as (
    select pointer(array[m.key]), m.key, m.value
      from json_each(document) m
     where m.key <> all ('{id,purpose,statedFrom,statedUntil,citations,notes,revision,updatedAt}')
    union all
    select o.path || pointer(array[m.key]), m.key, m.value
      from members o, json_each(case when json_typeof(o.value) = 'object' and not is_one_fact(o.value) then o.value end) m
  )
  select m.path, null::text[], null::text[], m.value
    from members m
   where json_typeof(m.value) not in ('null', 'array', 'object') or is_one_fact(m.value)
  union all
  select m.path, key_of(m.name, i.item), whole_key_of(m.name, i.item), i.item
    from members m, json_array_elements(case when json_typeof(m.value) = 'array' then m.value end) i (item)
$$;

-- Two facts are one if they are compared as the same: however the source words them, under whichever heading it lists them, and however
-- precisely it prints the same figure. A figure left open is nothing but its words.
create or replace function fact_as_compared(fact json) returns jsonb
  language sql immutable parallel safe
return case
  when is_figure(fact) and fact ->> 'value' is not null then
    jsonb_build_object('value', fact -> 'value', 'qualifier', fact -> 'qualifier', 'unit', fact -> 'unit')
  when is_figure(fact) then jsonb_build_object('asStated', fold(fact ->> 'asStated'), 'unit', fact -> 'unit')
  when json_typeof(fact) = 'object' then fact::jsonb - '{asStated,group}'::text[]
  else fact::jsonb end;

create or replace function differing_facts(earlier json, later json) returns table (path text, before json, after json)
  language sql immutable parallel safe as $$
  with facts as (
    select f.*, false as is_later from facts_of(earlier) f
    union all
    select f.*, true from facts_of(later) f),
  counted as (
    select f.*, count(*) over (partition by f.is_later, f.path, f.key) as same from facts f),
  named as (
    select c.path || pointer(case when max(c.same) over (partition by c.path, c.key) > 1 then c.whole_key else c.key end) as path, c.fact, c.is_later
      from counted c)
  select path, b.fact, a.fact
    from (select n.path, n.fact from named n where not n.is_later) b
    full join (select n.path, n.fact from named n where n.is_later) a using (path)
   where fact_as_compared(b.fact) is distinct from fact_as_compared(a.fact)
$$;

create or replace function kind_of_difference(before json, after json) returns text
  language sql immutable parallel safe
return case
  when before is null then 'new'
  when after is null then 'dropped'
  when is_figure(before) and before ->> 'value' is not null
    and (before -> 'value')::jsonb = (after -> 'value')::jsonb and before ->> 'unit' = after ->> 'unit' then 'qualifierChanged'
  else 'changed' end;

-- A record as served, without what its editors say about it.
create or replace function record_stated(document json) returns json
  language sql immutable parallel safe
return (select json_object_agg(m.key, m.value) from json_each(document) m
         where m.key <> all ('{purpose,statedFrom,statedUntil,citations,notes,revision,updatedAt}'));

-- All that two editions of a record differ in: fact by fact, or the record as a whole where only one is there, or where they state the same.
create or replace function differences(of_resource text, of_id text, earlier json, later json)
  returns table (kind text, path text, resource text, id text, before json, after json, citations_before json, citations_after json)
  language sql immutable parallel safe as $$
  with differing as materialized (
    select d.* from differing_facts(earlier, later) d where earlier is not null and later is not null)
  select found.kind, concat('/', of_resource, '/', of_id, found.path), of_resource, of_id, found.before, found.after,
         coalesce(earlier -> 'citations', '[]'), coalesce(later -> 'citations', '[]')
    from (select kind_of_difference(d.before, d.after), d.path, d.before, d.after from differing d
          union all
          select case when earlier is null then 'new' when later is null then 'dropped' else 'restated' end, '',
                 record_stated(earlier), record_stated(later)
           where not exists (select from differing)) found (kind, path, before, after)
$$;
