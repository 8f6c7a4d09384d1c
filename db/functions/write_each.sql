-- What write.sql does, for each resource with statements of its own: PostgreSQL plans them once in a session, and a statement that is put
-- together as it runs each time. Each is chosen by name from the function without one.
do $body$
declare
  resource record;
  each_resource text;
  each_edition text;
begin
  for resource in
    select r.name, table_of(r.name) as rows, has_editions(r.name) as has_editions,
           case when has_editions(r.name) then '(e.id, e.stated_from) = (r.id, r.stated_from)' else 'e.id = r.id' end as is_there
      from unnest('{partners,fact-sheets,agreements,exercises,sales/fms,sales/dcs,assistance,force-posture,peacekeeping,objectives}'::text[]) r (name)
  loop
    -- What becomes of each row. "Changed" means that a fact changed: revision and updatedAt are none, and statedUntil is one only
    -- where it is not simply the date of the next edition.
    execute format($sql$
      create or replace function classify_%1$s(rows staged[], on_conflict text) returns classified[]
        language plpgsql stable as $$
      begin
        return (
          select array_agg(row(r.line, r.id, r.stated_from, r.body,
                   case when r.is_same then 'unchanged'
                        when r.was_withdrawn and r.until is null then 'restored'
                        when not r.is_new and on_conflict = 'error' then 'conflict'
                        when not r.is_new and on_conflict = 'skip' then 'skipped'
                        when not r.is_new then 'corrected'
                        when r.is_first then 'created'
                        else 'revised' end,
                   r.is_new, r.before)::classified order by r.line)
            from (select r.*, e.id is null as is_new, w.id is not null as was_withdrawn, until.until,
                         around.editions = 0 and row_number() over (partition by r.id order by r.line) = 1 as is_first,
                         coalesce(e.id is not null and (w.id is null or until.until is not null) and %3$s is not distinct from until.until
                                  and there.document::jsonb - 'statedUntil' = r.body - '{statedUntil,revision,updatedAt}'::text[], false) as is_same,
                         case when e.id is not null then there.document else %4$s end as before
                    from unnest(rows) r
                    left join %1$I e on %5$s
                    left join withdrawals w on (w.resource, w.id) = (%2$L, r.id)
                    cross join lateral (select case when e.id is not null then document(e) end as document offset 0) there
                    cross join lateral (%6$s) around
                    cross join lateral (select least((r.body ->> 'statedUntil')::date, around.next) as until) until) r);
      end $$;

      create or replace function log_%1$s(entries classified[], of_write bigint) returns void
        language plpgsql as $$
      begin
        insert into changes (write, n, op, resource, id, stated_from, before, after, partners)
        select of_write, logged.n + c.n, c.op, %2$L, c.id, c.stated_from, c.before, c.after,
               case when c.before is null then partners_of(%2$L, c.after::jsonb) else array(
                 select distinct p.partner from unnest(partners_of(%2$L, c.before::jsonb) || partners_of(%2$L, c.after::jsonb)) p (partner) order by p.partner)
               end
          from (select coalesce((select c.n from changes c where c.write = of_write order by c.n desc limit 1), 0) as n) logged,
               (select r.n, r.op, r.id, r.stated_from, document(e) as after,
                       -- That which it takes the place of may have been written just before it.
                       case when r.before is null and r.op = 'revised' then %7$s else r.before end as before
                  from unnest(entries) with ordinality r (line, id, stated_from, body, op, is_new, before, n)
                  join %1$I e on %5$s
                offset 0) c;
      end $$;
      $sql$, resource.rows, resource.name,
      case when resource.has_editions then 'e.stated_until' else 'null::date' end,
      case when resource.has_editions
        then format('(select document(p) from %I p where (p.id, p.stated_from) = (r.id, around.previous))', resource.rows) else 'null::json' end,
      resource.is_there,
      case when resource.has_editions then format(
        'select count(*) as editions, max(p.stated_from) filter (where p.stated_from < r.stated_from) as previous,
                min(p.stated_from) filter (where p.stated_from > r.stated_from) as next from %I p where p.id = r.id', resource.rows)
        else 'select 0 as editions, null::date as previous, null::date as next' end,
      case when resource.has_editions then format(
        '(select document(p) from %I p where p.id = r.id and p.stated_from < r.stated_from order by p.stated_from desc limit 1)', resource.rows)
        else 'null::json' end);
    each_resource := concat(each_resource, format('when %L then %%1$s %%2$s_%s(%%3$s);', resource.name, resource.rows), e'\n      ');

    if resource.has_editions then
      execute format($sql$
        create or replace function write_%1$s_citations(rows staged[], replaces boolean) returns void
          language plpgsql as $$
        begin
          if replaces then
            delete from %1$s_citations c using unnest(rows) r
             where (c.resource, c.id, c.stated_from) = (%2$L, r.id, r.stated_from);
          end if;
          insert into %1$s_citations (resource, id, stated_from, position, fact_sheet, paragraph, as_stated)
          select %2$L, r.id, r.stated_from, c.position, c.cite ->> 'factSheet', (c.cite ->> 'paragraph')::smallint, c.cite ->> 'asStated'
            from unnest(rows) r, jsonb_array_elements(r.body -> 'citations') with ordinality c (cite, position);
        end $$;

        create or replace function later_faults_%1$s(rows staged[])
          returns table (line bigint, pointer text, code text, detail text, near text[])
          language plpgsql stable as $$
        begin
          return query
            select r.line, '/statedUntil', 'contradiction',
                   format('The next edition is stated from %%s; this one cannot stand beyond it.', min(n.stated_from)), null::text[]
              from unnest(rows) r
              join %1$I n on n.id = r.id and n.stated_from > r.stated_from
             where r.body ->> 'statedUntil' is not null
             group by r.line, r.body ->> 'statedUntil'
            having min(n.stated_from) < (r.body ->> 'statedUntil')::date;
        end $$;
        $sql$, resource.rows, resource.name);
      each_edition := concat(each_edition, format('when %L then return query select * from later_faults_%s(rows);', resource.name, resource.rows), e'\n      ');
    end if;
  end loop;

  execute format($sql$
    create or replace function classify(of_resource text, rows staged[], on_conflict text) returns classified[]
      language plpgsql stable as $$
    begin
      case of_resource
      %1$s end case;
    end $$;

    create or replace function put_rows(of_resource text, added staged[], replaced staged[]) returns void
      language plpgsql as $$
    begin
      if cardinality(added) > 0 then
        case of_resource
        %2$s end case;
      end if;
      if cardinality(replaced) > 0 then
        case of_resource
        %3$s end case;
      end if;
    end $$;

    create or replace function log_changes(of_resource text, entries classified[], of_write bigint) returns void
      language plpgsql as $$
    begin
      case of_resource
      %4$s end case;
    end $$;

    create or replace function later_faults(of_resource text, rows staged[])
      returns table (line bigint, pointer text, code text, detail text, near text[])
      language plpgsql stable as $$
    begin
      case of_resource
      %5$s end case;
    end $$;
    $sql$, format(each_resource, 'return', 'classify', 'rows, on_conflict'), format(each_resource, 'perform', 'write', 'added, false'),
    format(each_resource, 'perform', 'write', 'replaced, true'), format(each_resource, 'perform', 'log', 'entries, of_write'), each_edition);
end $body$;
