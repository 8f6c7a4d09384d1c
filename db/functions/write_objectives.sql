create or replace function document(e objectives) returns json
  language plpgsql stable parallel safe as $$
begin
  return json_build_object(
    'id', e.id, 'title', e.title,
    'parties', e.parties,
    'concerns', e.concerns,
    'statedFrom', e.stated_from, 'statedUntil', e.stated_until,
    'citations', e.citations,
    'notes', e.notes);
end $$;

create or replace function write_objectives(rows staged[], replaces boolean) returns void
  language plpgsql as $$
begin
  insert into objectives (id, stated_from, stated_until, title, parties, concerns, citations, notes, revision, updated_at)
  select r.id, r.stated_from, (r.body ->> 'statedUntil')::date,
         r.body ->> 'title',
         texts_of(r.body -> 'parties'),
         concerns_of(r.body -> 'concerns'),
         citations_of(r.body -> 'citations'),
         texts_of(r.body -> 'notes'), coalesce((r.body ->> 'revision')::integer, 1), coalesce((r.body ->> 'updatedAt')::timestamptz, now())
    from unnest(rows) r
  on conflict (id, stated_from) do update
    set (stated_until, title, parties, concerns, citations, notes, updated_at)
      = (excluded.stated_until, excluded.title, excluded.parties, excluded.concerns, excluded.citations,
         excluded.notes, now());
  if replaces then
    delete from objective_parties p using unnest(rows) r where (p.id, p.stated_from) = (r.id, r.stated_from);
    delete from objective_concerns p using unnest(rows) r where (p.id, p.stated_from) = (r.id, r.stated_from);
  end if;
  insert into objective_parties (id, stated_from, position, partner)
  select r.id, r.stated_from, p.position, p.part
    from unnest(rows) r, jsonb_array_elements_text(r.body -> 'parties') with ordinality p (part, position);
  insert into objective_concerns (id, stated_from, position, partner, subject)
  select r.id, r.stated_from, p.position, p.part ->> 'partner', p.part ->> 'subject'
    from unnest(rows) r, jsonb_array_elements(r.body -> 'concerns') with ordinality p (part, position);
  perform write_objectives_citations(rows, replaces);
end $$;

create or replace function put_objective(
  id text, sheet text, cites cite[],
  title text, parties text[], concerns concern[] default '{}',
  notes text[] default '{}') returns void
  language sql as $$
  select put('objectives', put_objective.id, stated_from(sheet), json_build_object(
    'id', put_objective.id, 'title', title, 'parties', parties, 'concerns', (
      select coalesce(json_agg(json_build_object('partner', p.partner, 'subject', p.subject) order by p.position), '[]')
        from unnest(concerns) with ordinality p (partner, subject, position)),
    'statedFrom', stated_from(sheet), 'statedUntil', null, 'citations', cited(sheet, cites), 'notes', notes));
$$;
