-- One way to write: rows in the contract's names are compared with what is there, written where they differ, and logged.
-- Requests, imports and the scripts in db/seed all take it. What is particular to a resource is in its write_….sql:
--   document(row)           the facts of a row, as a writer hands them over;
--   write_…(rows, replaces) puts rows in, with all that hangs on them.

create or replace function table_of(resource text) returns text
  language sql immutable strict parallel safe
return case resource when 'sales/fms' then 'fms_sales' when 'sales/dcs' then 'dcs_sales' else replace(resource, '-', '_') end;

-- Which ids somebody may have meant who wrote one that is not there: the most alike of those that begin or end as it does. However many there are,
-- these few are read, in the order of an index.
create or replace function near_ids(resource text, id text) returns text[]
  language plpgsql stable as $$
declare
  near text[];
begin
  execute format($sql$
    select array(
      select n.id
        from ((select e.id::text from %1$I e where e.id >= $1 order by e.id limit 50)
              union (select e.id::text from %1$I e where e.id < $1 order by e.id desc limit 50)
              union (select e.id::text from %1$I e where reverse(e.id) >= reverse($1) order by reverse(e.id) limit 50)
              union (select e.id::text from %1$I e where reverse(e.id) < reverse($1) order by reverse(e.id) desc limit 50)) n
       where similarity(n.id, $1) >= 0.3
       order by similarity(n.id, $1) desc, n.id
       limit 3)
    $sql$, table_of(resource)) into near using id;
  return near;
end $$;

create or replace function has_editions(resource text) returns boolean
  language sql immutable strict parallel safe
return resource not in ('partners', 'fact-sheets');

-- The members of a JSON document that are lists of texts, dates, figures and periods, as the tables hold them.

create or replace function texts_of(list jsonb) returns text[]
  language plpgsql immutable parallel safe as $$
begin
  return array(select jsonb_array_elements_text(list));
end $$;

create or replace function quantity_of(written jsonb) returns quantity
  language sql immutable parallel safe
return case when jsonb_typeof(written) = 'object' then row(
  (written ->> 'value')::numeric, (written ->> 'low')::numeric, (written ->> 'high')::numeric,
  (written ->> 'qualifier')::qualifier, written ->> 'unit', written ->> 'asStated')::quantity end;

create or replace function period_of(written jsonb) returns period
  language sql immutable parallel safe
return case when jsonb_typeof(written) = 'object' then row(
  days_of(written ->> 'start')::partial_date, written ->> 'startBasis',
  days_of(written ->> 'end')::partial_date, written ->> 'endBasis')::period end;

-- Every partner that a document names and where, by JSON pointer.
create or replace function partners_named(document jsonb) returns table (pointer text, partner text, has_a_part boolean)
  language sql immutable parallel safe as $$
  select '/host', document ->> 'host', true
  union all
  select '/sender', document ->> 'sender', true
  union all
  select concat('/', list.name, '/', one.position - 1), one.partner, true
    from unnest('{partners,parties}'::text[]) list (name),
         jsonb_array_elements_text(document -> list.name) with ordinality one (partner, position)
  union all
  select concat('/', list.name, '/', one.position - 1, '/partner'), one.part ->> 'partner', list.name = 'participants'
    from unnest('{participants,counterparts,concerns}'::text[]) list (name),
         jsonb_array_elements(document -> list.name) with ordinality one (part, position)
$$;

-- The partners that have a part in what a document says.
create or replace function partners_of(resource text, document jsonb) returns text[]
  language plpgsql immutable parallel safe as $$
declare
  named jsonb := jsonb_path_query_array(document, '$.host') || jsonb_path_query_array(document, '$.sender')
    || jsonb_path_query_array(document, '$.partners[*]') || jsonb_path_query_array(document, '$.parties[*]')
    || jsonb_path_query_array(document, '$.participants[*].partner');
begin
  if resource = 'partners' then
    return array[document ->> 'id'];
  end if;
  return array(select distinct n.partner from jsonb_array_elements_text(named) n (partner) where n.partner is not null order by n.partner);
end $$;

-- Of functions in SQL, PostgreSQL plans the statements again for each query, and runs each call as a statement of its own. In PL/pgSQL they are
-- planned once in a session: for tables that may grow, so that the plan must not be the one for few rows. A text given must have the
-- column's collation for its index to be of use.
create or replace function citations_json(resource text, id text, stated_from date) returns json
  language plpgsql stable parallel safe set enable_seqscan = off as $$
begin
  return (select json_agg(json_build_object('factSheet', c.fact_sheet, 'paragraph', c.paragraph, 'asStated', c.as_stated) order by c.position)
            from citations c
           where (c.resource, c.id, c.stated_from) = ($1 collate "default", $2 collate "C", $3));
end $$;

-- Rows as a request hands them over, counted from 1.
create or replace function staged_of(bodies jsonb[]) returns staged[]
  language plpgsql stable parallel safe as $$
begin
  return array(
    select row(b.line, b.body ->> 'id', (b.body ->> 'statedFrom')::date, b.body)::staged
      from unnest(bodies) with ordinality b (body, line) order by b.line);
end $$;

-- Until the end of the transaction, a statement has one plan: the one for large tables, even if it is made while they are small. Otherwise
-- one of few rows is planned anew each time, which takes longer than to run it.
create or replace function plan_once() returns boolean
  language plpgsql as $$
begin
  return set_config('plan_cache_mode', 'force_generic_plan', true) || set_config('enable_seqscan', 'off', true) is not null;
end $$;

-- Locks, held to the end of the transaction: writers of one record wait for each other, and all writers of a resource for an import.

create or replace function lock_record(resource text, id text) returns void
  language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended(resource, 0));
  perform pg_advisory_xact_lock(hashtextextended(concat(resource, '/', id), 0));
end $$;

create or replace function lock_resource(resource text) returns void
  language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(resource, 0));
end $$;

create or replace function begin_write(who text, reason text) returns bigint
  language plpgsql as $$
declare
  begun bigint;
begin
  insert into writes (who, reason) values ($1, $2) returning id into begun;
  return begun;
end $$;

-- A write that changed nothing was none.
create or replace function end_write(write bigint) returns void
  language sql as $$
  delete from writes w where w.id = $1 and not exists (select from changes c where c.write = w.id);
$$;

create or replace function changes_a_fact(op text) returns boolean
  language sql immutable parallel safe
return op in ('created', 'revised', 'corrected', 'restored');

-- Puts in what changes a fact, and logs it.
create or replace function put_changed(of_resource text, entries classified[], of_write bigint) returns void
  language plpgsql as $$
declare
  added staged[] := array(
    select row(e.line, e.id, e.stated_from, e.body)::staged from unnest(entries) e where e.is_new order by e.id, e.stated_from);
  replaced staged[] := array(
    select row(e.line, e.id, e.stated_from, e.body)::staged from unnest(entries) e where not e.is_new order by e.id, e.stated_from);
begin
  perform put_rows(of_resource, added, replaced);
  if exists (select from unnest(entries) e where e.op = 'restored') then
    delete from withdrawals w using unnest(entries) e
     where (w.resource, w.id) = (of_resource, e.id) and e.op = 'restored';
  end if;
  perform log_changes(of_resource, entries, of_write);
end $$;

-- Writes rows of one resource and says of each what was done. on_conflict says what becomes of a row that is there with other content:
-- "error" leaves it and says "conflict", "skip" leaves it, "replace" corrects it. Without a write, the rows belong to the script that
-- this transaction runs.
create or replace function write_rows(of_resource text, rows staged[], of_write bigint, on_conflict text)
  returns table (line bigint, op text)
  language plpgsql as $$
declare
  planned boolean := plan_once();
  entries classified[] := classify(of_resource, rows, on_conflict);
  changed classified[] := array(select e from unnest(entries) e where changes_a_fact(e.op));
begin
  if cardinality(changed) > 0 then
    perform put_changed(of_resource, changed, coalesce(of_write, write_of_script()));
  end if;
  return query select e.line, e.op from unnest(entries) e;
end $$;

-- Writes one row as a write of its own, and says what that did. What a row of editions refers to is checked by constraints, whose refusal
-- reference_faults explains; what none checks makes it "faulty".
create or replace function write_row(of_resource text, written staged, who text, reason text, on_conflict text) returns text
  language plpgsql as $$
declare
  entries classified[];
begin
  perform plan_once(), set_config('lock_timeout', '10s', true);
  perform lock_record(of_resource, written.id);
  if (not has_editions(of_resource) or written.body ->> 'statedUntil' is not null)
     and exists (select from reference_faults(of_resource, array[written])) then
    return 'faulty';
  end if;
  entries := classify(of_resource, array[written], on_conflict);
  if changes_a_fact(entries[1].op) then
    perform put_changed(of_resource, entries, begin_write(who, reason));
    set constraints all immediate;
    set constraints all deferred;
  end if;
  return entries[1].op;
end $$;

create or replace function write_of_script() returns bigint
  language plpgsql as $$
declare
  of_script bigint := nullif(current_setting('cooperation.write', true), '');
begin
  if of_script is null then
    of_script := begin_write('seed', null);
    perform set_config('cooperation.write', of_script::text, true);
  end if;
  return of_script;
end $$;

-- What a script in db/seed states. It does not put back what somebody withdrew, unless with an edition that was not there then.
create or replace function put(resource text, id text, stated_from date, body json) returns void
  language sql as $$
  select write_rows($1, array[row(1, $2, $3, $4::jsonb)::staged], null, 'replace')
   where not exists (select from withdrawals w where (w.resource, w.id) = ($1, $2))
      or not exists (select from changes c where (c.resource, c.id) = ($1, $2) and c.stated_from is not distinct from $3);
$$;

create or replace function stated_from(sheet text) returns date
  language sql stable strict
return (select lower(f.published) from fact_sheets f where f.id = sheet);

create or replace function articles_json(articles article[]) returns json
  language sql immutable
return (select coalesce(json_agg(json_build_object('name', a.name, 'designation', a.designation, 'group', a."group", 'count', a.count,
                                                   'asStated', a.as_stated) order by a.position), '[]')
          from unnest(articles) with ordinality a (name, designation, "group", as_stated, count, position));

create or replace function cited(sheet text, cites cite[]) returns json
  language sql immutable
return (select coalesce(json_agg(json_build_object('factSheet', sheet, 'paragraph', c.paragraph, 'asStated', c.as_stated) order by c.position), '[]')
          from unnest(cites) with ordinality c (paragraph, as_stated, position));

-- Ends a record: nothing of it stands from now on. A partner or a fact sheet, which has no editions, goes; nothing may refer to it.
create or replace function withdraw(of_resource text, of_id text, of_write bigint, why text) returns void
  language plpgsql as $$
declare
  gone json;
  date_gone date;
begin
  execute format('select document(e), %s from %I e where e.id = $1 %s',
    case when has_editions(of_resource) then 'e.stated_from' else 'null::date' end, table_of(of_resource),
    case when has_editions(of_resource) then 'and e.stated_until is null' else '' end)
    into strict gone, date_gone using of_id;
  execute format(case when has_editions(of_resource)
    then 'update %I set stated_until = greatest(current_date, stated_from + 1) where id = $1 and stated_until is null'
    else 'delete from %I where id = $1' end, table_of(of_resource)) using of_id;
  insert into withdrawals (resource, id, reason) values (of_resource, of_id, why)
  on conflict (resource, id) do update set (at, reason) = (now(), excluded.reason);
  insert into changes (write, n, op, resource, id, stated_from, before, after, partners)
  values (of_write, 1, 'withdrawn', of_resource, of_id, date_gone, gone, null, partners_of(of_resource, gone::jsonb));
end $$;

-- What the rows refer to that is not there or does not fit: what no body shows by itself. Nothing where all is well.
create or replace function reference_faults(of_resource text, rows staged[])
  returns table (line bigint, pointer text, code text, detail text, near text[])
  language plpgsql as $$
begin
  perform plan_once();
  -- Whoever cites a sheet and whoever changes its date wait for each other, or else neither would see what the other does.
  if of_resource = 'fact-sheets' then
    perform from fact_sheets f where f.id in (select r.id from unnest(rows) r) order by f.id for no key update;
  elsif has_editions(of_resource) then
    perform from fact_sheets f
      where f.id in (select c ->> 'factSheet' from unnest(rows) r, jsonb_array_elements(r.body -> 'citations') c)
      order by f.id for share;
  end if;
  return query
    select r.line, n.pointer, 'unknownReference', format('No partner has the code %s. Partners are at /partners.', n.partner), null::text[]
      from unnest(rows) r, partners_named(r.body) n
     where n.partner is not null and not exists (select from partners p where p.id = n.partner);
  if of_resource = 'partners' then
    return query
      select r.line, taken.pointer, 'conflict', format('%s is the code of %s.', taken.given, p.id), null::text[]
        from unnest(rows) r
       cross join lateral (values ('/alpha2', r.body ->> 'alpha2'), ('/numeric', r.body ->> 'numeric')) taken (pointer, given)
        join partners p on p.id <> r.id and taken.given = case taken.pointer when '/alpha2' then p.alpha2 else p.numeric end;
    return query
      select r.line, taken.pointer, 'conflict', format('%s is an alias of %s.', taken.given, a.partner), null::text[]
        from unnest(rows) r
       cross join lateral (values ('/id', r.id), ('/alpha2', r.body ->> 'alpha2'), ('/numeric', r.body ->> 'numeric')) taken (pointer, given)
        join partner_aliases a on a.partner <> r.id and a.folded = lower(taken.given);
    return query
      select r.line, concat('/aliases/', one.position - 1), 'conflict', format('%s is a code of %s.', one.alias, s.partner), null::text[]
        from unnest(rows) r
       cross join jsonb_array_elements_text(r.body -> 'aliases') with ordinality one (alias, position)
        join partner_spellings s on s.kind in ('alpha3', 'alpha2', 'numeric') and s.folded = fold(one.alias) and s.partner <> r.id;
    return query
      select a.line, concat('/aliases/', a.position - 1), 'repeated', format('%s and an alias before it are compared as the same.', a.alias), null::text[]
        from (select r.line, one.position, one.alias, row_number() over (partition by r.line, fold(one.alias) order by one.position) as nth
                from unnest(rows) r, jsonb_array_elements_text(r.body -> 'aliases') with ordinality one (alias, position)) a
       where a.nth > 1;
  elsif of_resource = 'fact-sheets' then
    return query
      select r.line, '/published', 'conflict', format(
               'Records are stated from %s, the day of this sheet, so that it cannot change. A sheet of another day is another sheet.',
               lower(f.published)), null::text[]
        from unnest(rows) r
        join fact_sheets f on f.id = r.id and lower(f.published) <> lower(days_of(r.body ->> 'published'))
       where exists (select from citations c where c.fact_sheet = f.id and c.stated_from = lower(f.published));
  else
    return query select * from citation_faults(rows);
    if of_resource = 'assistance' then
      return query select * from part_faults(rows);
    end if;
    return query select * from later_faults(of_resource, rows);
  end if;
end $$;

create or replace function citation_faults(rows staged[])
  returns table (line bigint, pointer text, code text, detail text, near text[])
  language sql stable as $$
  select r.line, concat('/citations/', c.position - 1, '/factSheet'), 'unknownReference',
         format('No fact sheet has the id %s. Fact sheets are at /fact-sheets.', c.cite ->> 'factSheet'),
         near_ids('fact-sheets', c.cite ->> 'factSheet')
    from unnest(rows) r, jsonb_array_elements(r.body -> 'citations') with ordinality c (cite, position)
   where not exists (select from fact_sheets s where s.id = c.cite ->> 'factSheet')
  union all
  select r.line, '/statedFrom', 'contradiction', format(
           'An edition is stated from the day of a fact sheet that it cites: %s.', string_agg(distinct lower(s.published)::text, ' or ')), null
    from unnest(rows) r, jsonb_array_elements(r.body -> 'citations') c join fact_sheets s on s.id = c ->> 'factSheet'
   group by r.line, r.stated_from
  having not bool_or(lower(s.published) = r.stated_from)
$$;
