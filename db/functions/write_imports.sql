-- The rows of an import wait in a table of its transaction. Its lines are asked for by their range: after the first given, to the last.

create or replace function begin_import() returns void
  language plpgsql as $$
begin
  -- A large one takes as long as it takes.
  perform set_config(s.name, '0', true) from pg_settings s
    where s.name in ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout', 'transaction_timeout');
  create temp table staged_rows (line bigint not null, id text not null, stated_from date, body jsonb not null) on commit drop;
end $$;

create or replace function index_staged() returns void
  language plpgsql as $$
begin
  create index on staged_rows (line);
  analyze staged_rows;
end $$;

create or replace function staged_between(above bigint, last bigint) returns staged[]
  language plpgsql stable as $$
begin
  return array(select row(s.line, s.id, s.stated_from, s.body)::staged from staged_rows s
                where s.line > above and s.line <= last order by s.line);
end $$;

-- Takes out what the file says twice: all but the first. Answers how many in all with the first of them.
create or replace function drop_repeated(most integer)
  returns table (line bigint, first bigint, id text, repeated bigint)
  language plpgsql as $$
begin
  return query
    with placed as (
      select s.line, min(s.line) over (partition by s.id, s.stated_from) as first from staged_rows s),
    gone as (
      delete from staged_rows s using placed p where s.line = p.line and p.line > p.first returning s.line, p.first, s.id)
    select g.line, g.first, g.id, count(*) over () from gone g order by g.line limit most;
end $$;

-- What the rows refer to that is not there.
create or replace function faults_between(of_resource text, above bigint, last bigint)
  returns table (line bigint, pointer text, code text, detail text, near text[])
  language sql stable as $$
  select f.* from reference_faults($1, staged_between($2, $3)) f order by f.line, f.pointer;
$$;

create or replace function drop_staged(lines bigint[]) returns void
  language plpgsql as $$
begin
  delete from staged_rows s where s.line = any (lines);
end $$;

-- Writes rows, or only says what would become of them, and counts them by that. Of conflicts it names the first.
create or replace function write_between(
  of_resource text, above bigint, last bigint, of_write bigint, on_conflict text, writes boolean, most integer)
  returns table (op text, rows bigint, lines bigint[])
  language plpgsql as $$
declare
  rows staged[] := staged_between(above, last);
begin
  perform plan_once();
  if writes then
    return query
      select w.op, count(*), (array_agg(w.line order by w.line) filter (where w.op = 'conflict'))[1:most]
        from write_rows(of_resource, rows, of_write, on_conflict) w group by w.op;
  else
    return query
      select w.op, count(*), (array_agg(w.line order by w.line) filter (where w.op = 'conflict'))[1:most]
        from unnest(classify(of_resource, rows, on_conflict)) w group by w.op;
  end if;
end $$;

create or replace function staged_at(lines bigint[]) returns table (line bigint, id text, stated_from date)
  language plpgsql stable as $$
begin
  return query select s.line, s.id, s.stated_from from staged_rows s where s.line = any (lines) order by s.line;
end $$;
