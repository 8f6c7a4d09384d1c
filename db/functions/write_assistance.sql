create or replace function document(e assistance) returns json
  language plpgsql stable parallel safe as $$
begin
  return json_build_object(
    'id', e.id, 'partners', e.partners,
    'program', e.program, 'direction', e.direction, 'amount', e.amount_json, 'basis', e.basis, 'stage', e.stage,
    'period', e.period_json, 'partOf', e.part_of,
    'articles', e.articles,
    'statedFrom', e.stated_from, 'statedUntil', e.stated_until,
    'citations', e.citations,
    'notes', e.notes);
end $$;

create or replace function write_assistance(rows staged[], replaces boolean) returns void
  language plpgsql as $$
begin
  insert into assistance (id, stated_from, stated_until, program, direction, amount, basis, stage, period, part_of, partners, articles,
                          citations, notes, revision, updated_at)
  select r.id, r.stated_from, (r.body ->> 'statedUntil')::date,
         r.body ->> 'program',
         r.body ->> 'direction',
         quantity_of(r.body -> 'amount'),
         r.body ->> 'basis',
         r.body ->> 'stage',
         period_of(r.body -> 'period'),
         r.body ->> 'partOf',
         texts_of(r.body -> 'partners'),
         articles_of(r.body -> 'articles'),
         citations_of(r.body -> 'citations'),
         texts_of(r.body -> 'notes'), coalesce((r.body ->> 'revision')::integer, 1), coalesce((r.body ->> 'updatedAt')::timestamptz, now())
    from unnest(rows) r
  on conflict (id, stated_from) do update
    set (stated_until, program, direction, amount, basis, stage, period, part_of, partners, articles, citations, notes, updated_at)
      = (excluded.stated_until, excluded.program, excluded.direction, excluded.amount, excluded.basis, excluded.stage, excluded.period,
         excluded.part_of, excluded.partners, excluded.articles, excluded.citations, excluded.notes, now());
  if replaces then
    delete from assistance_partners p using unnest(rows) r where (p.id, p.stated_from) = (r.id, r.stated_from);
    delete from assistance_articles p using unnest(rows) r where (p.id, p.stated_from) = (r.id, r.stated_from);
  end if;
  insert into assistance_partners (id, stated_from, position, partner)
  select r.id, r.stated_from, p.position, p.part
    from unnest(rows) r, jsonb_array_elements_text(r.body -> 'partners') with ordinality p (part, position);
  insert into assistance_articles (id, stated_from, position, name, designation, "group", as_stated, count)
  select r.id, r.stated_from, p.position, p.part ->> 'name', p.part ->> 'designation', p.part ->> 'group', p.part ->> 'asStated',
         (p.part ->> 'count')::integer
    from unnest(rows) r, jsonb_array_elements(r.body -> 'articles') with ordinality p (part, position);
  perform write_assistance_citations(rows, replaces);
end $$;

create or replace function put_assistance(
  id text, sheet text, cites cite[],
  partners text[], program text, direction text, amount quantity default null,
  basis text default null, stage text default null, period period default null, part_of text default null, articles article[] default '{}',
  notes text[] default '{}') returns void
  language sql as $$
  select put('assistance', put_assistance.id, stated_from(sheet), json_build_object(
    'id', put_assistance.id, 'partners', partners, 'program', program, 'direction', direction, 'amount', quantity_json(amount),
    'basis', basis, 'stage', stage, 'period', period_json(period), 'partOf', part_of, 'articles', articles_json(articles),
    'statedFrom', stated_from(sheet), 'statedUntil', null, 'citations', cited(sheet, cites), 'notes', notes));
$$;

-- Rows that are said to be parts of what is no figure, neither here nor among what is written with them.
create or replace function part_faults(rows staged[])
  returns table (line bigint, pointer text, code text, detail text, near text[])
  language plpgsql stable as $$
declare
  wholes text[] := array(select distinct r.body ->> 'partOf' from unnest(rows) r where r.body ->> 'partOf' is not null);
begin
  wholes := array(select w from unnest(wholes) w
                   where not exists (select from assistance e where e.id = w) and not exists (select from unnest(rows) r where r.id = w));
  -- A file is looked at in parts.
  if wholes <> '{}' and to_regclass('pg_temp.staged_rows') is not null then
    wholes := array(select w from unnest(wholes) w where not exists (select from staged_rows s where s.id = w));
  end if;
  return query
    select r.line, '/partOf', 'unknownReference',
           format('No figure of assistance has the id %s. They are at /assistance.', r.body ->> 'partOf'),
           near_ids('assistance', r.body ->> 'partOf')
      from unnest(rows) r
     where r.body ->> 'partOf' = any (wholes);
end $$;
