create or replace function document(e fact_sheets) returns json
  language plpgsql stable parallel safe set enable_seqscan = off as $$
begin
  return json_build_object(
    'id', e.id,
    'partners', (select coalesce(json_agg(p.partner order by p.position), '[]') from fact_sheet_partners p where p.fact_sheet = e.id),
    'title', e.title, 'publisher', e.publisher, 'bureau', e.bureau, 'published', written(e.published),
    'contacts', json_build_object('office', e.office, 'email', e.email, 'socialHandle', e.social_handle),
    'sourceUrl', e.source_url, 'sha256', e.sha256);
end $$;

create or replace function write_fact_sheets(rows staged[], replaces boolean) returns void
  language plpgsql as $$
begin
  insert into fact_sheets (id, title, publisher, bureau, published, office, email, social_handle, source_url, sha256, revision, updated_at)
  select r.id, r.body ->> 'title', r.body ->> 'publisher', r.body ->> 'bureau', days_of(r.body ->> 'published'),
         r.body #>> '{contacts,office}', r.body #>> '{contacts,email}', r.body #>> '{contacts,socialHandle}',
         r.body ->> 'sourceUrl', r.body ->> 'sha256',
         coalesce((r.body ->> 'revision')::integer, 1), coalesce((r.body ->> 'updatedAt')::timestamptz, now())
    from unnest(rows) r
  on conflict (id) do update
    set (title, publisher, bureau, published, office, email, social_handle, source_url, sha256, updated_at)
      = (excluded.title, excluded.publisher, excluded.bureau, excluded.published, excluded.office, excluded.email,
         excluded.social_handle, excluded.source_url, excluded.sha256, now());
  if replaces then
    delete from fact_sheet_partners p using unnest(rows) r where p.fact_sheet = r.id;
  end if;
  insert into fact_sheet_partners (fact_sheet, position, partner)
  select r.id, p.position, p.part
    from unnest(rows) r, json_array_elements_text(r.body -> 'partners') with ordinality p (part, position);
end $$;

create or replace function put_fact_sheet(
  id text, partners text[], title text, publisher text, bureau text, published text,
  office text, email text, social_handle text, source_url text, sha256 text) returns void
  language sql as $$
  select put('fact-sheets', $1, null, json_build_object(
    'id', $1, 'partners', $2, 'title', $3, 'publisher', $4, 'bureau', $5, 'published', $6,
    'contacts', json_build_object('office', $7, 'email', $8, 'socialHandle', $9), 'sourceUrl', $10, 'sha256', $11));
$$;
