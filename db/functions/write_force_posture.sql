create or replace function document(e force_posture) returns json
  language plpgsql stable parallel safe as $$
begin
  return json_build_object(
    'id', e.id, 'host', e.host, 'sender', e.sender, 'kind', e.kind, 'category', e.category, 'count', e.count_json,
    'asset', case when e.asset_name is not null then json_build_object('name', e.asset_name, 'designation', e.asset_designation) end,
    'statedFrom', e.stated_from, 'statedUntil', e.stated_until,
    'citations', e.citations,
    'notes', e.notes);
end $$;

create or replace function write_force_posture(rows staged[], replaces boolean) returns void
  language plpgsql as $$
begin
  insert into force_posture (id, stated_from, stated_until, host, sender, kind, category, count, asset_name, asset_designation, citations,
                             notes, revision, updated_at)
  select r.id, r.stated_from, (r.body ->> 'statedUntil')::date,
         r.body ->> 'host',
         coalesce(r.body ->> 'sender', 'USA'),
         r.body ->> 'kind',
         r.body ->> 'category',
         quantity_of(r.body -> 'count'),
         r.body #>> '{asset,name}',
         r.body #>> '{asset,designation}',
         citations_of(r.body -> 'citations'),
         texts_of(r.body -> 'notes'), coalesce((r.body ->> 'revision')::integer, 1), coalesce((r.body ->> 'updatedAt')::timestamptz, now())
    from unnest(rows) r
  on conflict (id, stated_from) do update
    set (stated_until, host, sender, kind, category, count, asset_name, asset_designation, citations, notes, updated_at)
      = (excluded.stated_until, excluded.host, excluded.sender, excluded.kind, excluded.category, excluded.count, excluded.asset_name,
         excluded.asset_designation, excluded.citations,
         excluded.notes, now());
  perform write_force_posture_citations(rows, replaces);
end $$;

create or replace function put_force_posture(
  id text, sheet text, cites cite[],
  host text, kind text, category text,
  count quantity default null, asset_name text default null, asset_designation text default null,
  sender text default 'USA', notes text[] default '{}') returns void
  language sql as $$
  select put('force-posture', put_force_posture.id, stated_from(sheet), json_build_object(
    'id', put_force_posture.id, 'host', host, 'sender', sender, 'kind', kind, 'category', category, 'count', quantity_json(count),
    'asset', case when asset_name is not null then json_build_object('name', asset_name, 'designation', asset_designation) end,
    'statedFrom', stated_from(sheet), 'statedUntil', null, 'citations', cited(sheet, cites), 'notes', notes));
$$;
