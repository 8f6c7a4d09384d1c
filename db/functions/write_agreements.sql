create or replace function document(e agreements) returns json
  language plpgsql stable parallel safe as $$
begin
  return json_build_object(
    'id', e.id, 'name', e.name, 'kind', e.kind,
    'parties', e.parties,
    'dated', written(e.dated), 'datedAs', e.dated_as, 'signed', written(e.signed), 'inForceSince', written(e.in_force_since),
    'covers', e.covers_json, 'purpose', e.purpose,
    'statedFrom', e.stated_from, 'statedUntil', e.stated_until,
    'citations', e.citations,
    'notes', e.notes);
end $$;

create or replace function write_agreements(rows staged[], replaces boolean) returns void
  language plpgsql as $$
begin
  insert into agreements (id, stated_from, stated_until, name, kind, dated, dated_as, signed, in_force_since, covers, purpose, parties,
                          citations, notes, revision, updated_at)
  select r.id, r.stated_from, (r.body ->> 'statedUntil')::date,
         r.body ->> 'name',
         r.body ->> 'kind',
         days_of(r.body ->> 'dated'),
         r.body ->> 'datedAs',
         days_of(r.body ->> 'signed'),
         days_of(r.body ->> 'inForceSince'),
         period_of(r.body -> 'covers'),
         r.body ->> 'purpose',
         texts_of(r.body -> 'parties'),
         citations_of(r.body -> 'citations'),
         texts_of(r.body -> 'notes'), coalesce((r.body ->> 'revision')::integer, 1), coalesce((r.body ->> 'updatedAt')::timestamptz, now())
    from unnest(rows) r
  on conflict (id, stated_from) do update
    set (stated_until, name, kind, dated, dated_as, signed, in_force_since, covers, purpose, parties, citations, notes, updated_at)
      = (excluded.stated_until, excluded.name, excluded.kind, excluded.dated, excluded.dated_as, excluded.signed, excluded.in_force_since,
         excluded.covers, excluded.purpose, excluded.parties, excluded.citations, excluded.notes, now());
  if replaces then
    delete from agreement_parties p using unnest(rows) r where (p.id, p.stated_from) = (r.id, r.stated_from);
  end if;
  insert into agreement_parties (id, stated_from, position, partner)
  select r.id, r.stated_from, p.position, p.part
    from unnest(rows) r, jsonb_array_elements_text(r.body -> 'parties') with ordinality p (part, position);
  perform write_agreements_citations(rows, replaces);
end $$;

create or replace function put_agreement(
  id text, sheet text, cites cite[],
  name text, kind text, parties text[], purpose text default null,
  dated text default null, dated_as text default null, signed text default null, in_force_since text default null, covers period default null,
  notes text[] default '{}') returns void
  language sql as $$
  select put('agreements', put_agreement.id, stated_from(sheet), json_build_object(
    'id', put_agreement.id, 'name', name, 'kind', kind, 'parties', parties, 'dated', dated, 'datedAs', dated_as,
    'signed', signed, 'inForceSince', in_force_since, 'covers', period_json(covers), 'purpose', purpose,
    'statedFrom', stated_from(sheet), 'statedUntil', null, 'citations', cited(sheet, cites), 'notes', notes));
$$;
