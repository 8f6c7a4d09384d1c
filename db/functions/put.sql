-- Writes of one edition each, for the scripts in db/seed. Putting what already stands changes nothing;
-- putting something else under the same id and date corrects it and counts its revision up.

-- An edition with all that hangs on it, as one value to compare.
create or replace function edition_state(table_name text, edition_id text, edition_from date) returns jsonb
  language plpgsql stable as $$
declare
  state jsonb;
  part_name text;
  part jsonb;
begin
  execute format('select to_jsonb(e) - ''updated_at'' from %I e where (id, stated_from) = ($1, $2)', table_name)
    into state using edition_id, edition_from;
  for part_name in select conrelid::regclass from pg_constraint
                    where contype = 'f' and confrelid = table_name::regclass loop
    execute format('select jsonb_agg(to_jsonb(p) order by to_jsonb(p)) from %s p where (id, stated_from) = ($1, $2)',
      part_name) into part using edition_id, edition_from;
    state := state || jsonb_build_object(part_name, part);
  end loop;
  return state;
end $$;

-- An edition's row counts its own changes; this counts a change of what hangs on it.
create or replace function count_revision(table_name text, edition_id text, edition_from date, before jsonb) returns void
  language plpgsql as $$
declare
  after jsonb := edition_state(table_name, edition_id, edition_from);
begin
  if before is distinct from after and before -> 'revision' = after -> 'revision' then
    execute format('update %I set updated_at = now() where (id, stated_from) = ($1, $2)', table_name)
      using edition_id, edition_from;
  end if;
end $$;

create or replace function stated_from(sheet text) returns date
  language sql stable strict
return (select lower(published) from fact_sheets where id = sheet);

create or replace function put_citations(resource text, edition_id text, sheet text, cites cite[]) returns void
  language sql as $$
  delete from citations c where (c.resource, c.id, c.stated_from) = ($1, $2, stated_from(sheet));
  insert into citations (resource, id, stated_from, position, fact_sheet, paragraph, as_stated)
  select $1, $2, stated_from(sheet), position, sheet, paragraph, as_stated
    from unnest(cites) with ordinality as c (paragraph, as_stated, position);
$$;

create or replace function put_fact_sheet(
  id text, partners text[], title text, publisher text, bureau text, published text,
  office text, email text, social_handle text, source_url text, sha256 text) returns void
  language sql as $$
  insert into fact_sheets as f (id, title, publisher, bureau, published, office, email, social_handle, source_url, sha256)
  values ($1, $3, $4, $5, days_of($6), $7, $8, $9, $10, $11)
  on conflict (id) do update
    set (title, publisher, bureau, published, office, email, social_handle, source_url, sha256)
      = (excluded.title, excluded.publisher, excluded.bureau, excluded.published, excluded.office,
         excluded.email, excluded.social_handle, excluded.source_url, excluded.sha256);
  update fact_sheets set updated_at = now()
   where id = $1 and array(select partner::text from fact_sheet_partners where fact_sheet = $1 order by position)
         not in ($2, '{}');
  delete from fact_sheet_partners where fact_sheet = $1;
  insert into fact_sheet_partners (fact_sheet, position, partner)
  select $1, position, partner from unnest($2) with ordinality as p (partner, position);
$$;

create or replace function put_agreement(
  id text, sheet text, cites cite[],
  name text, kind text, parties text[], purpose text,
  dated text default null, signed text default null, in_force_since text default null,
  notes text[] default '{}') returns void
  language plpgsql as $$
#variable_conflict use_column
declare
  published date := stated_from(sheet);
  before jsonb := edition_state('agreements', id, published);
begin
  insert into agreements (id, stated_from, name, kind, dated, signed, in_force_since, purpose, notes)
  values (id, published, name, kind, days_of(dated), days_of(signed), days_of(in_force_since), purpose, notes)
  on conflict (id, stated_from) do update
    set (name, kind, dated, signed, in_force_since, purpose, notes)
      = (excluded.name, excluded.kind, excluded.dated, excluded.signed, excluded.in_force_since, excluded.purpose,
         excluded.notes);
  delete from agreement_parties p where (p.id, p.stated_from) = (put_agreement.id, published);
  insert into agreement_parties (id, stated_from, position, partner)
  select put_agreement.id, published, p.position, p.partner
    from unnest(parties) with ordinality as p (partner, position);
  perform put_citations('agreements', id, sheet, cites);
  perform count_revision('agreements', id, published, before);
end $$;

create or replace function put_exercise(
  id text, sheet text, cites cite[],
  name text, participants participant[], purpose text,
  kind text default null, cadence text default null, since text default null,
  format text default null, format_since text default null,
  notes text[] default '{}') returns void
  language plpgsql as $$
#variable_conflict use_column
declare
  published date := stated_from(sheet);
  before jsonb := edition_state('exercises', id, published);
begin
  insert into exercises (id, stated_from, name, kind, cadence, since, format, format_since, purpose, notes)
  values (id, published, name, kind, cadence, days_of(since), format, days_of(format_since), purpose, notes)
  on conflict (id, stated_from) do update
    set (name, kind, cadence, since, format, format_since, purpose, notes)
      = (excluded.name, excluded.kind, excluded.cadence, excluded.since, excluded.format, excluded.format_since,
         excluded.purpose, excluded.notes);
  delete from exercise_participants p where (p.id, p.stated_from) = (put_exercise.id, published);
  insert into exercise_participants (id, stated_from, position, partner, organization, role, since)
  select put_exercise.id, published, p.position, p.partner, p.organization, p.role, days_of(p.since)
    from unnest(participants) with ordinality as p (partner, organization, role, since, position);
  perform put_citations('exercises', id, sheet, cites);
  perform count_revision('exercises', id, published, before);
end $$;

create or replace function put_fms_sale(
  id text, sheet text, cites cite[],
  partners text[], measure text, stage text, kind text, amount quantity,
  period period default null, articles article[] default '{}',
  notes text[] default '{}') returns void
  language plpgsql as $$
#variable_conflict use_column
declare
  published date := stated_from(sheet);
  before jsonb := edition_state('fms_sales', id, published);
begin
  insert into fms_sales (id, stated_from, measure, stage, kind, amount, period, notes)
  values (id, published, measure, stage, kind, amount, period, notes)
  on conflict (id, stated_from) do update
    set (measure, stage, kind, amount, period, notes)
      = (excluded.measure, excluded.stage, excluded.kind, excluded.amount, excluded.period, excluded.notes);
  delete from fms_partners p where (p.id, p.stated_from) = (put_fms_sale.id, published);
  insert into fms_partners (id, stated_from, position, partner)
  select put_fms_sale.id, published, p.position, p.partner
    from unnest(partners) with ordinality as p (partner, position);
  delete from fms_articles p where (p.id, p.stated_from) = (put_fms_sale.id, published);
  insert into fms_articles (id, stated_from, position, name, designation, "group", as_stated)
  select put_fms_sale.id, published, p.position, p.name, p.designation, p."group", p.as_stated
    from unnest(articles) with ordinality as p (name, designation, "group", as_stated, position);
  perform put_citations('sales/fms', id, sheet, cites);
  perform count_revision('fms_sales', id, published, before);
end $$;

create or replace function put_dcs_sale(
  id text, sheet text, cites cite[],
  partners text[], measure text, stage text, kind text, amount quantity,
  period period default null, categories category[] default '{}',
  notes text[] default '{}') returns void
  language plpgsql as $$
#variable_conflict use_column
declare
  published date := stated_from(sheet);
  before jsonb := edition_state('dcs_sales', id, published);
begin
  insert into dcs_sales (id, stated_from, measure, stage, kind, amount, period, notes)
  values (id, published, measure, stage, kind, amount, period, notes)
  on conflict (id, stated_from) do update
    set (measure, stage, kind, amount, period, notes)
      = (excluded.measure, excluded.stage, excluded.kind, excluded.amount, excluded.period, excluded.notes);
  delete from dcs_partners p where (p.id, p.stated_from) = (put_dcs_sale.id, published);
  insert into dcs_partners (id, stated_from, position, partner)
  select put_dcs_sale.id, published, p.position, p.partner
    from unnest(partners) with ordinality as p (partner, position);
  delete from dcs_categories p where (p.id, p.stated_from) = (put_dcs_sale.id, published);
  insert into dcs_categories (id, stated_from, rank, name, usml, usml_stated)
  select put_dcs_sale.id, published, p.position, p.name, p.usml, p.usml_stated
    from unnest(categories) with ordinality as p (name, usml, usml_stated, position);
  perform put_citations('sales/dcs', id, sheet, cites);
  perform count_revision('dcs_sales', id, published, before);
end $$;

create or replace function put_force_posture(
  id text, sheet text, cites cite[],
  host text, kind text, category text,
  count quantity default null, asset_name text default null, asset_designation text default null,
  notes text[] default '{}') returns void
  language plpgsql as $$
#variable_conflict use_column
declare
  published date := stated_from(sheet);
  before jsonb := edition_state('force_posture', id, published);
begin
  insert into force_posture (id, stated_from, host, kind, category, count, asset_name, asset_designation, notes)
  values (id, published, host, kind, category, count, asset_name, asset_designation, notes)
  on conflict (id, stated_from) do update
    set (host, kind, category, count, asset_name, asset_designation, notes)
      = (excluded.host, excluded.kind, excluded.category, excluded.count, excluded.asset_name,
         excluded.asset_designation, excluded.notes);
  perform put_citations('force-posture', id, sheet, cites);
  perform count_revision('force_posture', id, published, before);
end $$;

create or replace function put_peacekeeping(
  id text, sheet text, cites cite[],
  partners text[], name text, kind text,
  focus_areas text[], counterparts counterpart[], program text default null,
  notes text[] default '{}') returns void
  language plpgsql as $$
#variable_conflict use_column
declare
  published date := stated_from(sheet);
  before jsonb := edition_state('peacekeeping', id, published);
begin
  insert into peacekeeping (id, stated_from, name, kind, program, focus_areas, notes)
  values (id, published, name, kind, program, focus_areas, notes)
  on conflict (id, stated_from) do update
    set (name, kind, program, focus_areas, notes)
      = (excluded.name, excluded.kind, excluded.program, excluded.focus_areas, excluded.notes);
  delete from peacekeeping_partners p where (p.id, p.stated_from) = (put_peacekeeping.id, published);
  insert into peacekeeping_partners (id, stated_from, position, partner)
  select put_peacekeeping.id, published, p.position, p.partner
    from unnest(partners) with ordinality as p (partner, position);
  delete from peacekeeping_counterparts p where (p.id, p.stated_from) = (put_peacekeeping.id, published);
  insert into peacekeeping_counterparts (id, stated_from, position, partner, organization)
  select put_peacekeeping.id, published, p.position, p.partner, p.organization
    from unnest(counterparts) with ordinality as p (partner, organization, position);
  perform put_citations('peacekeeping', id, sheet, cites);
  perform count_revision('peacekeeping', id, published, before);
end $$;

create or replace function put_objective(
  id text, sheet text, cites cite[],
  title text, parties text[], concerns concern[] default '{}',
  notes text[] default '{}') returns void
  language plpgsql as $$
#variable_conflict use_column
declare
  published date := stated_from(sheet);
  before jsonb := edition_state('objectives', id, published);
begin
  insert into objectives (id, stated_from, title, notes)
  values (id, published, title, notes)
  on conflict (id, stated_from) do update
    set (title, notes)
      = (excluded.title, excluded.notes);
  delete from objective_parties p where (p.id, p.stated_from) = (put_objective.id, published);
  insert into objective_parties (id, stated_from, position, partner)
  select put_objective.id, published, p.position, p.partner
    from unnest(parties) with ordinality as p (partner, position);
  delete from objective_concerns p where (p.id, p.stated_from) = (put_objective.id, published);
  insert into objective_concerns (id, stated_from, position, partner, subject)
  select put_objective.id, published, p.position, p.partner, p.subject
    from unnest(concerns) with ordinality as p (partner, subject, position);
  perform put_citations('objectives', id, sheet, cites);
  perform count_revision('objectives', id, published, before);
end $$;
