create or replace function document(e peacekeeping) returns json
  language plpgsql stable parallel safe as $$
begin
  return json_build_object(
    'id', e.id, 'partners', e.partners,
    'name', e.name, 'kind', e.kind, 'program', e.program, 'focusAreas', e.focus_areas,
    'counterparts', e.counterparts,
    'statedFrom', e.stated_from, 'statedUntil', e.stated_until,
    'citations', e.citations,
    'notes', e.notes);
end $$;

create or replace function write_peacekeeping(rows staged[], replaces boolean) returns void
  language plpgsql as $$
begin
  insert into peacekeeping (id, stated_from, stated_until, name, kind, program, focus_areas, partners, counterparts, citations, notes,
                            revision, updated_at)
  select r.id, r.stated_from, (r.body ->> 'statedUntil')::date,
         r.body ->> 'name',
         r.body ->> 'kind',
         r.body ->> 'program',
         texts_of(r.body -> 'focusAreas'),
         texts_of(r.body -> 'partners'),
         counterparts_of(r.body -> 'counterparts'),
         citations_of(r.body -> 'citations'),
         texts_of(r.body -> 'notes'), coalesce((r.body ->> 'revision')::integer, 1), coalesce((r.body ->> 'updatedAt')::timestamptz, now())
    from unnest(rows) r
  on conflict (id, stated_from) do update
    set (stated_until, name, kind, program, focus_areas, partners, counterparts, citations, notes, updated_at)
      = (excluded.stated_until, excluded.name, excluded.kind, excluded.program, excluded.focus_areas, excluded.partners,
         excluded.counterparts, excluded.citations,
         excluded.notes, now());
  if replaces then
    delete from peacekeeping_partners p using unnest(rows) r where (p.id, p.stated_from) = (r.id, r.stated_from);
    delete from peacekeeping_counterparts p using unnest(rows) r where (p.id, p.stated_from) = (r.id, r.stated_from);
  end if;
  insert into peacekeeping_partners (id, stated_from, position, partner)
  select r.id, r.stated_from, p.position, p.part
    from unnest(rows) r, jsonb_array_elements_text(r.body -> 'partners') with ordinality p (part, position);
  insert into peacekeeping_counterparts (id, stated_from, position, partner, organization)
  select r.id, r.stated_from, p.position, p.part ->> 'partner', p.part ->> 'organization'
    from unnest(rows) r, jsonb_array_elements(r.body -> 'counterparts') with ordinality p (part, position);
  perform write_peacekeeping_citations(rows, replaces);
end $$;

create or replace function put_peacekeeping(
  id text, sheet text, cites cite[],
  partners text[], name text, kind text,
  focus_areas text[], counterparts counterpart[], program text default null,
  notes text[] default '{}') returns void
  language sql as $$
  select put('peacekeeping', put_peacekeeping.id, stated_from(sheet), json_build_object(
    'id', put_peacekeeping.id, 'partners', partners, 'name', name, 'kind', kind, 'program', program, 'focusAreas', focus_areas,
    'counterparts', (
      select coalesce(json_agg(json_build_object('partner', p.partner, 'organization', p.organization) order by p.position), '[]')
        from unnest(counterparts) with ordinality p (partner, organization, position)),
    'statedFrom', stated_from(sheet), 'statedUntil', null, 'citations', cited(sheet, cites), 'notes', notes));
$$;
