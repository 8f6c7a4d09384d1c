create or replace function document(e fact_sheets) returns json
  language plpgsql stable parallel safe set enable_seqscan = off as $$
begin
  return json_build_object(
    'id', e.id,
    'partners', (select coalesce(json_agg(p.partner order by p.position), '[]') from fact_sheet_partners p where p.fact_sheet = e.id),
    'title', e.title, 'publisher', e.publisher, 'bureau', e.bureau, 'published', written(e.published), 'publishedBasis', e.published_basis,
    'contacts', json_build_object('office', e.office, 'email', e.email, 'socialHandle', e.social_handle),
    'sourceUrl', e.source_url, 'sha256', e.sha256, 'textRead', e.text_read, 'notes', e.notes);
end $$;

create or replace function write_fact_sheets(rows staged[], replaces boolean) returns void
  language plpgsql as $$
begin
  insert into fact_sheets (id, title, publisher, bureau, published, published_basis, office, email, social_handle, source_url, sha256, text_read, notes,
                           revision, updated_at)
  select r.id, r.body ->> 'title', r.body ->> 'publisher', r.body ->> 'bureau', days_of(r.body ->> 'published'), coalesce(r.body ->> 'publishedBasis', 'printed'),
         r.body #>> '{contacts,office}', r.body #>> '{contacts,email}', r.body #>> '{contacts,socialHandle}',
         r.body ->> 'sourceUrl', r.body ->> 'sha256', r.body ->> 'textRead', texts_of(r.body -> 'notes'),
         coalesce((r.body ->> 'revision')::integer, 1), coalesce((r.body ->> 'updatedAt')::timestamptz, now())
    from unnest(rows) r
  on conflict (id) do update
    set (title, publisher, bureau, published, published_basis, office, email, social_handle, source_url, sha256, text_read, notes, updated_at)
      = (excluded.title, excluded.publisher, excluded.bureau, excluded.published, excluded.published_basis, excluded.office,
         excluded.email, excluded.social_handle, excluded.source_url, excluded.sha256, excluded.text_read, excluded.notes, now());
  if replaces then
    delete from fact_sheet_partners p using unnest(rows) r where p.fact_sheet = r.id;
  end if;
  insert into fact_sheet_partners (fact_sheet, position, partner)
  select r.id, p.position, p.part
    from unnest(rows) r, jsonb_array_elements_text(r.body -> 'partners') with ordinality p (part, position);
end $$;

create or replace function put_fact_sheet(
  id text, partners text[], title text, publisher text, bureau text, published text,
  office text default null, email text default null, social_handle text default null, source_url text default null, sha256 text default null,
  published_basis text default 'printed', text_read text default null, notes text[] default '{}') returns void
  language sql as $$
  select put('fact-sheets', put_fact_sheet.id, null, json_build_object(
    'id', put_fact_sheet.id, 'partners', partners, 'title', title, 'publisher', publisher, 'bureau', bureau,
    'published', published, 'publishedBasis', published_basis,
    'contacts', json_build_object('office', office, 'email', email, 'socialHandle', social_handle),
    'sourceUrl', source_url, 'sha256', sha256, 'textRead', text_read, 'notes', notes));
$$;
