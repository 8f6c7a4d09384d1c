create or replace function document(e exercises) returns json
  language plpgsql stable parallel safe as $$
begin
  return json_build_object(
    'id', e.id, 'name', e.name, 'kind', e.kind, 'cadence', e.cadence, 'since', written(e.since), 'format', e.format,
    'formatSince', written(e.format_since),
    'participants', e.participants,
    'purpose', e.purpose,
    'statedFrom', e.stated_from, 'statedUntil', e.stated_until,
    'citations', e.citations,
    'notes', e.notes);
end $$;

create or replace function write_exercises(rows staged[], replaces boolean) returns void
  language plpgsql as $$
begin
  insert into exercises (id, stated_from, stated_until, name, kind, cadence, since, format, format_since, purpose, participants,
                         citations, notes, revision, updated_at)
  select r.id, r.stated_from, (r.body ->> 'statedUntil')::date,
         r.body ->> 'name',
         r.body ->> 'kind',
         r.body ->> 'cadence',
         days_of(r.body ->> 'since'),
         r.body ->> 'format',
         days_of(r.body ->> 'formatSince'),
         r.body ->> 'purpose',
         participants_of(r.body -> 'participants'),
         citations_of(r.body -> 'citations'),
         texts_of(r.body -> 'notes'), coalesce((r.body ->> 'revision')::integer, 1), coalesce((r.body ->> 'updatedAt')::timestamptz, now())
    from unnest(rows) r
  on conflict (id, stated_from) do update
    set (stated_until, name, kind, cadence, since, format, format_since, purpose, participants, citations, notes, updated_at)
      = (excluded.stated_until, excluded.name, excluded.kind, excluded.cadence, excluded.since, excluded.format, excluded.format_since,
         excluded.purpose, excluded.participants, excluded.citations,
         excluded.notes, now());
  if replaces then
    delete from exercise_participants p using unnest(rows) r where (p.id, p.stated_from) = (r.id, r.stated_from);
  end if;
  insert into exercise_participants (id, stated_from, position, partner, organization, role, since)
  select r.id, r.stated_from, p.position, p.part ->> 'partner', p.part ->> 'organization', p.part ->> 'role', days_of(p.part ->> 'since')
    from unnest(rows) r, jsonb_array_elements(r.body -> 'participants') with ordinality p (part, position);
  perform write_exercises_citations(rows, replaces);
end $$;

create or replace function put_exercise(
  id text, sheet text, cites cite[],
  name text, participants participant[], purpose text,
  kind text default null, cadence text default null, since text default null,
  format text default null, format_since text default null,
  notes text[] default '{}') returns void
  language sql as $$
  select put('exercises', put_exercise.id, stated_from(sheet), json_build_object(
    'id', put_exercise.id, 'name', name, 'kind', kind, 'cadence', cadence, 'since', since, 'format', format, 'formatSince', format_since,
    'participants', (
      select coalesce(json_agg(json_build_object('partner', p.partner, 'organization', p.organization, 'role', p.role, 'since', p.since) order by p.position), '[]')
        from unnest(participants) with ordinality p (partner, organization, role, since, position)), 'purpose', purpose,
    'statedFrom', stated_from(sheet), 'statedUntil', null, 'citations', cited(sheet, cites), 'notes', notes));
$$;
