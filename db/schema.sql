-- Generated from the migrations, functions and views; a test keeps it true.

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;

COMMENT ON EXTENSION btree_gist IS 'support for indexing common datatypes in GiST';

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

COMMENT ON EXTENSION pg_trgm IS 'text similarity measurement and index searching based on trigrams';

CREATE TYPE public.article AS (
	name text,
	designation text,
	"group" text,
	as_stated text
);

CREATE TYPE public.category AS (
	name text,
	usml text[],
	usml_stated boolean
);

CREATE TYPE public.cite AS (
	paragraph smallint,
	as_stated text
);

CREATE TYPE public.concern AS (
	partner text,
	subject text
);

CREATE TYPE public.counterpart AS (
	partner text,
	organization text
);

CREATE DOMAIN public.label AS text
	CONSTRAINT label_check CHECK (((VALUE <> ''::text) AND (VALUE = btrim(VALUE)) AND (length(VALUE) <= 2000)));

CREATE FUNCTION public.is_partial_date(days daterange) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ((days IS NULL) OR COALESCE(((lower(days) >= '0001-01-01'::date) AND ((upper(days) = (lower(days) + 1)) OR ((lower(days) = (date_trunc('month'::text, (lower(days))::timestamp without time zone))::date) AND (upper(days) = (((lower(days))::timestamp without time zone + '1 mon'::interval))::date)) OR ((lower(days) = (date_trunc('year'::text, (lower(days))::timestamp without time zone))::date) AND (upper(days) = (((lower(days))::timestamp without time zone + '1 year'::interval))::date)))), false));

CREATE DOMAIN public.partial_date AS daterange
	CONSTRAINT partial_date_check CHECK (public.is_partial_date(VALUE));

CREATE TYPE public.participant AS (
	partner text,
	organization text,
	role text,
	since text
);

CREATE DOMAIN public.partner_code AS text COLLATE pg_catalog."C"
	CONSTRAINT partner_code_check CHECK ((VALUE ~ '^[A-Z]{3}$'::text));

CREATE TYPE public.period AS (
	starts public.partial_date,
	starts_basis text,
	ends public.partial_date,
	ends_basis text
);

CREATE DOMAIN public.qualifier AS text
	CONSTRAINT qualifier_check CHECK ((VALUE = ANY (ARRAY['stated'::text, 'about'::text, 'over'::text, 'nearly'::text, 'upTo'::text, 'atLeast'::text])));

CREATE TYPE public.quantity AS (
	value numeric,
	low numeric,
	high numeric,
	qualifier public.qualifier,
	unit text,
	as_stated text
);

CREATE DOMAIN public.slug AS text COLLATE pg_catalog."C"
	CONSTRAINT slug_check CHECK (((VALUE ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(VALUE) <= 100)));

CREATE DOMAIN public.usml_numeral AS text
	CONSTRAINT usml_numeral_check CHECK ((VALUE = ANY (ARRAY['I'::text, 'II'::text, 'III'::text, 'IV'::text, 'V'::text, 'VI'::text, 'VII'::text, 'VIII'::text, 'IX'::text, 'X'::text, 'XI'::text, 'XII'::text, 'XIII'::text, 'XIV'::text, 'XV'::text, 'XVI'::text, 'XVII'::text, 'XVIII'::text, 'XIX'::text, 'XX'::text, 'XXI'::text])));

CREATE FUNCTION public.fold(words text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN regexp_replace(lower((NORMALIZE(words, NFKD) COLLATE "C")), '[\u0300-\u036f\u200b-\u200d\u2010-\u2015\u2212\s!-/:-@\[-`{-~‘’“”]+'::text, ''::text, 'g'::text);

CREATE FUNCTION public.compared_as(spelling text) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN ARRAY[public.fold(spelling), public.fold(regexp_replace(spelling, '^the\s+'::text, ''::text, 'i'::text))];

CREATE FUNCTION public.count_revision(table_name text, edition_id text, edition_from date, before jsonb) RETURNS void
    LANGUAGE plpgsql
    AS $_$
declare
  after jsonb := edition_state(table_name, edition_id, edition_from);
begin
  if before is distinct from after and before -> 'revision' = after -> 'revision' then
    execute format('update %I set updated_at = now() where (id, stated_from) = ($1, $2)', table_name)
      using edition_id, edition_from;
  end if;
end $_$;

CREATE FUNCTION public.days_of(written text) RETURNS daterange
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE length(written) WHEN 4 THEN daterange(((written || '-01-01'::text))::date, ((((written || '-01-01'::text))::date + '1 year'::interval))::date) WHEN 7 THEN daterange(((written || '-01'::text))::date, ((((written || '-01'::text))::date + '1 mon'::interval))::date) ELSE daterange((written)::date, ((written)::date + 1)) END;

CREATE FUNCTION public.edition_state(table_name text, edition_id text, edition_from date) RETURNS jsonb
    LANGUAGE plpgsql STABLE
    AS $_$
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
end $_$;

CREATE FUNCTION public.end_days(days daterange, basis text) RETURNS daterange
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN ((basis <> 'fiscalYear'::text) OR (upper(days) <= (lower(days) + 31))) THEN days WHEN (lower(days) >= '1977-01-01'::date) THEN daterange((((lower(days))::timestamp without time zone - '3 mons'::interval))::date, (((upper(days))::timestamp without time zone - '3 mons'::interval))::date) WHEN (days IS NOT NULL) THEN daterange((((lower(days))::timestamp without time zone - '6 mons'::interval))::date, (((upper(days))::timestamp without time zone - '6 mons'::interval))::date) ELSE NULL::daterange END;

CREATE FUNCTION public.written(days daterange) RETURNS text
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
    RETURN to_char((lower(days))::timestamp without time zone, CASE WHEN (upper(days) = (lower(days) + 1)) THEN 'YYYY-MM-DD'::text WHEN (upper(days) <= (lower(days) + 31)) THEN 'YYYY-MM'::text ELSE 'YYYY'::text END);

CREATE FUNCTION public.end_year(days daterange, basis text) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (CASE WHEN ((basis = 'fiscalYear'::text) AND (length(public.written(days)) = 4)) THEN 'FY'::text ELSE ''::text END || "left"(public.written(days), 4));

CREATE FUNCTION public.found(places integer[], words text[], closeness double precision[], at date) RETURNS TABLE(resource text, id text, stated_from date, stated_until date, rank numeric, field text, text text)
    LANGUAGE plpgsql STABLE
    SET plan_cache_mode TO 'force_generic_plan'
    SET jit TO 'off'
    AS $_$
#variable_conflict use_column
begin
  return query
  with given as (
    select g.place, g.closeness, fold(g.word) as folded, plain(g.word) as plain,
           -- Stop words tell nothing beside others.
           g.place > 0 and to_tsvector('english', plain(g.word)) <> '' as tells
      from unnest(places, words, closeness) as g (place, word, closeness)
  ),
  terms as (
    select g.place, g.closeness, length(g.folded) as length,
           phraseto_tsquery('every_word', g.plain) || phraseto_tsquery('every_word', g.folded)
             || phraseto_tsquery('every_word', regexp_replace(g.folded, '([a-z])(?=[0-9])|([0-9])(?=[a-z])', '\1\2 ', 'g')) as stems,
           -- Nothing is left in it that LIKE would not take as it is.
           case when length(g.folded) >= 3 then '%' || g.folded || '%' end as part,
           -- A part of a word, or whole words written together: "sofa" is not in "states of america".
           g.folded || '|(^| )' || regexp_replace(g.folded, '(.)(?=.)', '\1 ?', 'g') || '( |$)' as run
      from given g
     where g.place = 0 or g.tells or not exists (select from given where tells)
  ),
  -- The best text is the greatest one that begins with its score.
  texts as (
    select e.resource, e.id, e.stated_from, e.stated_until, t.place,
           max((lpad(round(9999 * t.closeness * e.weight * (1 + least(1, t.length / length(e.text)::float8)) / 2)::text, 4, '0')
             || e.field || e'\n' || e.text) collate "C") as best
      from terms t
     cross join lateral (
       select s.resource, s.id, s.stated_from, s.stated_until, s.field, s.weight, s.text
         from search_texts s
        where (s.stems @@ t.stems or s.spelled like t.part and split_part(s.spelled, e'\n', 1) ~ t.run)
          and case when at is null then s.stated_until is null
                   else s.stated_from <= at and (s.stated_until is null or s.stated_until > at) end
       offset 0) e
     group by e.resource, e.id, e.stated_from, e.stated_until, t.place
  ),
  records as (
    select e.resource, e.id, e.stated_from, e.stated_until, max(e.best) as best,
           sum(left(e.best, 4)::integer) filter (where e.place > 0) as scores, count(*) filter (where e.place > 0) as places,
           max(left(e.best, 4)::integer) filter (where e.place = 0) as whole
      from texts e
     group by e.resource, e.id, e.stated_from, e.stated_until
  )
  select e.resource, e.id, e.stated_from, e.stated_until,
         round(greatest(e.scores / n.places, e.whole) / 9999, 4),
         substr(split_part(e.best, e'\n', 1), 5), split_part(e.best, e'\n', 2)
    from records e
   cross join (select count(distinct t.place)::numeric as places from terms t where t.place > 0) n
   where e.places = n.places or e.whole is not null;
end $_$;

CREATE FUNCTION public.is_cited() RETURNS trigger
    LANGUAGE plpgsql
    AS $_$
declare
  edition record := coalesce(new, old);
  resource_name text := tg_argv[0];
  table_name text := tg_argv[1];
  stands boolean;
begin
  execute format('select exists (select from %I where (id, stated_from) = ($1, $2))', table_name)
    into stands using edition.id, edition.stated_from;
  if stands and not exists (select from citations c join fact_sheets s on s.id = c.fact_sheet
                             where (c.resource, c.id, c.stated_from) = (resource_name, edition.id, edition.stated_from)
                               and lower(s.published) = edition.stated_from) then
    raise exception 'the edition of % of % % cites no fact sheet of that date', edition.stated_from, resource_name, edition.id
      using errcode = 'check_violation', constraint = table_name || '_are_cited', table = table_name;
  end if;
  return null;
end $_$;

CREATE FUNCTION public.is_period(p public.period) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ((p IS NULL) OR ((((p).starts IS NOT NULL) OR ((p).ends IS NOT NULL)) AND (((p).starts IS NULL) = ((p).starts_basis IS NULL)) AND (((p).ends IS NULL) = ((p).ends_basis IS NULL)) AND (COALESCE((p).starts_basis, 'date'::text) = ANY (ARRAY['date'::text, 'calendarYear'::text, 'fiscalYear'::text])) AND (COALESCE((p).ends_basis, 'date'::text) = ANY (ARRAY['date'::text, 'calendarYear'::text, 'fiscalYear'::text])) AND COALESCE((lower(((p).starts)::daterange) < upper(((p).ends)::daterange)), true)));

CREATE FUNCTION public.is_quantity(q public.quantity) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ((q IS NULL) OR ((COALESCE(btrim((q).as_stated), ''::text) <> ''::text) AND (COALESCE((q).unit, ''::text) = ANY (ARRAY['USD'::text, 'people'::text])) AND (((q).value IS NULL) = ((q).qualifier IS NULL)) AND (((q).value IS NOT NULL) OR (((q).low IS NULL) AND ((q).high IS NULL))) AND COALESCE((((q).value >= (0)::numeric) AND ((q).value < '1000000000000000000'::numeric)), true) AND COALESCE((((q).low >= (0)::numeric) AND ((q).low <= (q).value)), true) AND COALESCE((((q).value <= (q).high) AND ((q).high < '1000000000000000000'::numeric)), true) AND (((q).value IS NULL) OR ((((q).low IS NOT NULL) = (((q).qualifier)::text <> ALL (ARRAY['nearly'::text, 'upTo'::text]))) AND (((q).high IS NOT NULL) = (((q).qualifier)::text <> ALL (ARRAY['over'::text, 'atLeast'::text])))))));

CREATE FUNCTION public.keeps_its_date() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if exists (select from citations where fact_sheet = new.id and stated_from = lower(old.published)) then
    raise exception 'the date of fact sheet % cannot change, because records are stated from it', new.id
      using errcode = 'check_violation', constraint = 'fact_sheets_keep_their_date', table = 'fact_sheets';
  end if;
  return new;
end $$;

CREATE FUNCTION public.listed(words text[]) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN array_to_string(words, ', '::text);

CREATE FUNCTION public.near_words(query text, at date) RETURNS TABLE(place integer, word text, near text)
    LANGUAGE plpgsql STABLE
    SET plan_cache_mode TO 'force_generic_plan'
    SET jit TO 'off'
    AS $$
#variable_conflict use_variable
declare
  likeness float8;
begin
  for place, word in
    select w.place, w.word from regexp_split_to_table(btrim(plain(query)), ' ') with ordinality w (word, place)
  loop
    near := null;
    return next;
    foreach likeness in array array[0.6, 0.4] loop
      perform set_config('pg_trgm.word_similarity_threshold', likeness::text, true);
      return query
      select place, word, n.near
        from (select s.spelled
                from search_texts s
               where s.spelled %> word
                 -- The names of partners are read as theirs, not once more for each thing that they have a part in.
                 and s.weight > 0.4
                 and case when at is null then s.stated_until is null
                          else s.stated_from <= at and (s.stated_until is null or s.stated_until > at) end
               limit case when likeness > 0.5 then 2000 end) s
       cross join lateral unnest(string_to_array(split_part(s.spelled, e'\n', 1), ' ')) n (near)
       group by n.near
       order by similarity(word, n.near) desc, n.near collate "C"
       limit 50;
      exit when found;
    end loop;
  end loop;
end $$;

CREATE FUNCTION public.next_revision() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
  generated text[] := array(select attname from pg_attribute where attrelid = tg_relid and attgenerated <> '');
begin
  if to_jsonb(new) - generated <> to_jsonb(old) - generated then
    new.revision := old.revision + 1;
    new.updated_at := now();
  end if;
  return new;
end $$;

CREATE FUNCTION public.period_days(p public.period) RETURNS daterange
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN (((p).starts IS NOT NULL) OR ((p).ends IS NOT NULL)) THEN daterange(lower(public.end_days(((p).starts)::daterange, (p).starts_basis)), CASE WHEN ((p).ends IS NOT NULL) THEN GREATEST(upper(public.end_days(((p).ends)::daterange, (p).ends_basis)), (lower(public.end_days(((p).starts)::daterange, (p).starts_basis)) + 1)) ELSE NULL::date END) ELSE NULL::daterange END;

CREATE FUNCTION public.period_json(p public.period) RETURNS json
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN CASE WHEN (((p).starts IS NOT NULL) OR ((p).ends IS NOT NULL)) THEN json_build_object('start', public.written(((p).starts)::daterange), 'startBasis', (p).starts_basis, 'end', public.written(((p).ends)::daterange), 'endBasis', (p).ends_basis) ELSE NULL::json END;

CREATE FUNCTION public.period_years(p public.period) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN CASE WHEN (public.end_year(((p).starts)::daterange, (p).starts_basis) = public.end_year(((p).ends)::daterange, (p).ends_basis)) THEN public.end_year(((p).starts)::daterange, (p).starts_basis) WHEN (((p).starts IS NOT NULL) OR ((p).ends IS NOT NULL)) THEN concat(COALESCE(public.end_year(((p).starts)::daterange, (p).starts_basis), '..'::text), '/', COALESCE(public.end_year(((p).ends)::daterange, (p).ends_basis), '..'::text)) ELSE NULL::text END;

CREATE FUNCTION public.plain(words text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN regexp_replace(regexp_replace(lower((NORMALIZE(words, NFKD) COLLATE "C")), '[\u0300-\u036f\u200b-\u200d.''‘’]+'::text, ''::text, 'g'::text), '[\u2010-\u2015\u2212\s!-/:-@\[-`{-~“”]+'::text, ' '::text, 'g'::text);

CREATE FUNCTION public.put_agreement(id text, sheet text, cites public.cite[], name text, kind text, parties text[], purpose text, dated text DEFAULT NULL::text, signed text DEFAULT NULL::text, in_force_since text DEFAULT NULL::text, notes text[] DEFAULT '{}'::text[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION public.put_citations(resource text, edition_id text, sheet text, cites public.cite[]) RETURNS void
    LANGUAGE sql
    AS $_$
  delete from citations c where (c.resource, c.id, c.stated_from) = ($1, $2, stated_from(sheet));
  insert into citations (resource, id, stated_from, position, fact_sheet, paragraph, as_stated)
  select $1, $2, stated_from(sheet), position, sheet, paragraph, as_stated
    from unnest(cites) with ordinality as c (paragraph, as_stated, position);
$_$;

CREATE FUNCTION public.put_dcs_sale(id text, sheet text, cites public.cite[], partners text[], measure text, stage text, kind text, amount public.quantity, period public.period DEFAULT NULL::public.period, categories public.category[] DEFAULT '{}'::public.category[], notes text[] DEFAULT '{}'::text[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION public.put_exercise(id text, sheet text, cites public.cite[], name text, participants public.participant[], purpose text, kind text DEFAULT NULL::text, cadence text DEFAULT NULL::text, since text DEFAULT NULL::text, format text DEFAULT NULL::text, format_since text DEFAULT NULL::text, notes text[] DEFAULT '{}'::text[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION public.put_fact_sheet(id text, partners text[], title text, publisher text, bureau text, published text, office text, email text, social_handle text, source_url text, sha256 text) RETURNS void
    LANGUAGE sql
    AS $_$
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
$_$;

CREATE FUNCTION public.put_fms_sale(id text, sheet text, cites public.cite[], partners text[], measure text, stage text, kind text, amount public.quantity, period public.period DEFAULT NULL::public.period, articles public.article[] DEFAULT '{}'::public.article[], notes text[] DEFAULT '{}'::text[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION public.put_force_posture(id text, sheet text, cites public.cite[], host text, kind text, category text, count public.quantity DEFAULT NULL::public.quantity, asset_name text DEFAULT NULL::text, asset_designation text DEFAULT NULL::text, notes text[] DEFAULT '{}'::text[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION public.put_objective(id text, sheet text, cites public.cite[], title text, parties text[], concerns public.concern[] DEFAULT '{}'::public.concern[], notes text[] DEFAULT '{}'::text[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION public.put_peacekeeping(id text, sheet text, cites public.cite[], partners text[], name text, kind text, focus_areas text[], counterparts public.counterpart[], program text DEFAULT NULL::text, notes text[] DEFAULT '{}'::text[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION public.quantity_json(q public.quantity) RETURNS json
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN ((q).as_stated IS NOT NULL) THEN json_build_object('value', (q).value, 'low', (q).low, 'high', (q).high, 'qualifier', (q).qualifier, 'unit', (q).unit, 'asStated', (q).as_stated) ELSE NULL::json END;

CREATE FUNCTION public.read_quantity(as_stated text, qualifier text, unit text) RETURNS public.quantity
    LANGUAGE plpgsql IMMUTABLE
    AS $_$
declare
  parts text[] := regexp_match(as_stated,
    '^(?:US)?\$?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(?: (thousand|million|billion|trillion))?$', 'i');
  whole text := replace(parts[1], ',', '');
  decimals text := coalesce(parts[2], '');
  scale numeric := case lower(parts[3])
    when 'thousand' then 1e3 when 'million' then 1e6 when 'billion' then 1e9 when 'trillion' then 1e12 else 1 end;
  value numeric := (whole || '.' || decimals || '0')::numeric * scale;
  -- A decimal zero is printed because it is meant; a whole number's trailing zeros may only fill it up.
  step numeric := scale * case
    when decimals <> '' then 10::numeric ^ -length(decimals)
    else 10::numeric ^ (length(whole) - length(rtrim(whole, '0'))) end;
begin
  if parts is null and qualifier is null and as_stated !~ '\d' then
    return (null::numeric, null::numeric, null::numeric, null::qualifier, unit, as_stated);
  elsif parts is null or qualifier is null then
    raise exception 'cannot read "%" (%) as a figure', as_stated, coalesce(qualifier, 'no qualifier')
      using hint = 'A figure reads like "$19.6 billion" or "54,000" and has a qualifier; write any other as a quantity literal.';
  end if;
  return (
    trim_scale(value),
    trim_scale(case when qualifier in ('stated', 'about') then greatest(0, value - step / 2)
                    when qualifier in ('over', 'atLeast') then value end),
    trim_scale(case when qualifier in ('stated', 'about') then value + step / 2
                    when qualifier in ('nearly', 'upTo') then value end),
    qualifier::qualifier, unit, as_stated);
end $_$;

CREATE FUNCTION public.spelled(words text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN ((public.plain(words) || '
'::text) || replace(public.plain(words), ' '::text, ''::text));

CREATE TEXT SEARCH DICTIONARY public.every_word (
    TEMPLATE = pg_catalog.snowball,
    language = 'english' );

CREATE TEXT SEARCH CONFIGURATION public.every_word (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION public.every_word
    ADD MAPPING FOR asciiword WITH public.every_word;

ALTER TEXT SEARCH CONFIGURATION public.every_word
    ADD MAPPING FOR word WITH public.every_word;

ALTER TEXT SEARCH CONFIGURATION public.every_word
    ADD MAPPING FOR numword WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.every_word
    ADD MAPPING FOR email WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.every_word
    ADD MAPPING FOR url WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.every_word
    ADD MAPPING FOR host WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.every_word
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.every_word
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.every_word
    ADD MAPPING FOR hword_numpart WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.every_word
    ADD MAPPING FOR hword_part WITH public.every_word;

ALTER TEXT SEARCH CONFIGURATION public.every_word
    ADD MAPPING FOR hword_asciipart WITH public.every_word;

ALTER TEXT SEARCH CONFIGURATION public.every_word
    ADD MAPPING FOR numhword WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.every_word
    ADD MAPPING FOR asciihword WITH public.every_word;

ALTER TEXT SEARCH CONFIGURATION public.every_word
    ADD MAPPING FOR hword WITH public.every_word;

ALTER TEXT SEARCH CONFIGURATION public.every_word
    ADD MAPPING FOR url_path WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.every_word
    ADD MAPPING FOR file WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.every_word
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.every_word
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.every_word
    ADD MAPPING FOR uint WITH simple;

CREATE FUNCTION public.stems(words text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN to_tsvector('public.every_word'::regconfig, public.plain(words));

CREATE TABLE public.fact_sheets (
    id public.slug NOT NULL,
    title public.label NOT NULL,
    publisher public.label NOT NULL,
    bureau public.label,
    published public.partial_date NOT NULL,
    office public.label,
    email public.label,
    social_handle public.label,
    source_url public.label,
    sha256 text,
    revision integer DEFAULT 1 NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    title_stems tsvector GENERATED ALWAYS AS (public.stems((title)::text)) STORED,
    title_spelled text GENERATED ALWAYS AS (public.spelled((title)::text)) STORED,
    CONSTRAINT fact_sheets_email_check CHECK (((email)::text ~~ '%_@_%'::text)),
    CONSTRAINT fact_sheets_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT fact_sheets_source_url_check CHECK (((source_url)::text ~ '^https?://'::text))
);

CREATE FUNCTION public.stated_from(sheet text) RETURNS date
    LANGUAGE sql STABLE STRICT
    RETURN (SELECT lower((fact_sheets.published)::daterange) AS lower FROM public.fact_sheets WHERE ((fact_sheets.id)::text = stated_from.sheet));

CREATE FUNCTION public.take_place() RETURNS trigger
    LANGUAGE plpgsql
    AS $_$
begin
  execute format(
    'update %I set stated_until = $2 where id = $1 and stated_from < $2 and (stated_until is null or stated_until > $2)',
    tg_table_name) using new.id, new.stated_from;
  if new.stated_until is null then
    execute format('select min(stated_from) from %I where id = $1 and stated_from > $2', tg_table_name)
      into new.stated_until using new.id, new.stated_from;
  end if;
  return new;
end $_$;

CREATE FUNCTION public.title_of(code text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE code WHEN 'activeCases'::text THEN 'Active Foreign Military Sales cases'::text WHEN 'authorizations'::text THEN 'Authorized Direct Commercial Sales'::text WHEN 'military'::text THEN 'U.S. military personnel'::text WHEN 'civilian'::text THEN 'Civilians of the Department of Defense'::text WHEN 'family'::text THEN 'Family members'::text ELSE NULL::text END;

CREATE TABLE public.agreement_parties (
    id public.slug NOT NULL,
    stated_from date NOT NULL,
    "position" smallint NOT NULL,
    partner public.partner_code NOT NULL
);

CREATE TABLE public.agreements (
    id public.slug NOT NULL,
    stated_from date NOT NULL,
    stated_until date,
    notes text[] DEFAULT '{}'::text[] NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    name public.label NOT NULL,
    kind text NOT NULL,
    dated public.partial_date,
    signed public.partial_date,
    in_force_since public.partial_date,
    purpose public.label,
    name_stems tsvector GENERATED ALWAYS AS (public.stems((name)::text)) STORED,
    name_spelled text GENERATED ALWAYS AS (public.spelled((name)::text)) STORED,
    purpose_stems tsvector GENERATED ALWAYS AS (public.stems((purpose)::text)) STORED,
    purpose_spelled text GENERATED ALWAYS AS (public.spelled((purpose)::text)) STORED,
    CONSTRAINT agreements_kind_check CHECK ((kind = ANY (ARRAY['treaty'::text, 'SOFA'::text, 'SMA'::text]))),
    CONSTRAINT edition_check CHECK ((stated_until > stated_from)),
    CONSTRAINT edition_notes_check CHECK (((array_position(notes, NULL::text) IS NULL) AND (array_position(notes, ''::text) IS NULL))),
    CONSTRAINT edition_stated_from_check CHECK (isfinite(stated_from))
);

CREATE TABLE public.citations (
    resource text NOT NULL,
    id public.slug NOT NULL,
    stated_from date NOT NULL,
    "position" smallint NOT NULL,
    fact_sheet public.slug NOT NULL,
    paragraph smallint,
    as_stated public.label NOT NULL,
    as_stated_stems tsvector GENERATED ALWAYS AS (public.stems((as_stated)::text)) STORED,
    as_stated_spelled text GENERATED ALWAYS AS (public.spelled((as_stated)::text)) STORED,
    CONSTRAINT citations_paragraph_check CHECK ((paragraph > 0))
)
PARTITION BY LIST (resource);

CREATE TABLE public.agreements_citations (
    resource text NOT NULL,
    id public.slug NOT NULL,
    stated_from date NOT NULL,
    "position" smallint NOT NULL,
    fact_sheet public.slug NOT NULL,
    paragraph smallint,
    as_stated public.label NOT NULL,
    as_stated_stems tsvector GENERATED ALWAYS AS (public.stems((as_stated)::text)) STORED,
    as_stated_spelled text GENERATED ALWAYS AS (public.spelled((as_stated)::text)) STORED,
    CONSTRAINT citations_paragraph_check CHECK ((paragraph > 0))
);

CREATE TABLE public.dcs_categories (
    id public.slug NOT NULL,
    stated_from date NOT NULL,
    rank smallint NOT NULL,
    name public.label NOT NULL,
    usml public.usml_numeral[] DEFAULT '{}'::public.usml_numeral[] NOT NULL,
    usml_stated boolean DEFAULT false NOT NULL,
    name_stems tsvector GENERATED ALWAYS AS (public.stems((name)::text)) STORED,
    name_spelled text GENERATED ALWAYS AS (public.spelled((name)::text)) STORED,
    CONSTRAINT dcs_categories_rank_check CHECK ((rank > 0))
);

CREATE TABLE public.dcs_partners (
    id public.slug NOT NULL,
    stated_from date NOT NULL,
    "position" smallint NOT NULL,
    partner public.partner_code NOT NULL
);

CREATE TABLE public.dcs_sales (
    id public.slug NOT NULL,
    stated_from date NOT NULL,
    stated_until date,
    notes text[] DEFAULT '{}'::text[] NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    measure text NOT NULL,
    stage text NOT NULL,
    kind text NOT NULL,
    amount public.quantity NOT NULL,
    period public.period,
    CONSTRAINT dcs_sales_amount_check CHECK ((public.is_quantity(amount) AND ((amount).unit = 'USD'::text))),
    CONSTRAINT dcs_sales_kind_check CHECK ((kind = ANY (ARRAY['stock'::text, 'flow'::text]))),
    CONSTRAINT dcs_sales_measure_check CHECK ((measure = 'authorizations'::text)),
    CONSTRAINT dcs_sales_period_check CHECK (public.is_period(period)),
    CONSTRAINT dcs_sales_stage_check CHECK ((stage = 'authorized'::text)),
    CONSTRAINT edition_check CHECK ((stated_until > stated_from)),
    CONSTRAINT edition_notes_check CHECK (((array_position(notes, NULL::text) IS NULL) AND (array_position(notes, ''::text) IS NULL))),
    CONSTRAINT edition_stated_from_check CHECK (isfinite(stated_from))
);

CREATE TABLE public.dcs_sales_citations (
    resource text NOT NULL,
    id public.slug NOT NULL,
    stated_from date NOT NULL,
    "position" smallint NOT NULL,
    fact_sheet public.slug NOT NULL,
    paragraph smallint,
    as_stated public.label NOT NULL,
    as_stated_stems tsvector GENERATED ALWAYS AS (public.stems((as_stated)::text)) STORED,
    as_stated_spelled text GENERATED ALWAYS AS (public.spelled((as_stated)::text)) STORED,
    CONSTRAINT citations_paragraph_check CHECK ((paragraph > 0))
);

CREATE TABLE public.exercises (
    id public.slug NOT NULL,
    stated_from date NOT NULL,
    stated_until date,
    notes text[] DEFAULT '{}'::text[] NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    name public.label NOT NULL,
    kind text,
    cadence text,
    since public.partial_date,
    format text,
    format_since public.partial_date,
    purpose public.label,
    name_stems tsvector GENERATED ALWAYS AS (public.stems((name)::text)) STORED,
    name_spelled text GENERATED ALWAYS AS (public.spelled((name)::text)) STORED,
    purpose_stems tsvector GENERATED ALWAYS AS (public.stems((purpose)::text)) STORED,
    purpose_spelled text GENERATED ALWAYS AS (public.spelled((purpose)::text)) STORED,
    CONSTRAINT edition_check CHECK ((stated_until > stated_from)),
    CONSTRAINT edition_notes_check CHECK (((array_position(notes, NULL::text) IS NULL) AND (array_position(notes, ''::text) IS NULL))),
    CONSTRAINT edition_stated_from_check CHECK (isfinite(stated_from)),
    CONSTRAINT exercises_cadence_check CHECK ((cadence = 'annual'::text)),
    CONSTRAINT exercises_check CHECK (((format_since IS NULL) OR (format IS NOT NULL))),
    CONSTRAINT exercises_format_check CHECK ((format = ANY (ARRAY['bilateral'::text, 'trilateral'::text, 'multilateral'::text]))),
    CONSTRAINT exercises_kind_check CHECK ((kind = 'fieldTraining'::text))
);

CREATE TABLE public.fms_sales (
    id public.slug NOT NULL,
    stated_from date NOT NULL,
    stated_until date,
    notes text[] DEFAULT '{}'::text[] NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    measure text NOT NULL,
    stage text NOT NULL,
    kind text NOT NULL,
    amount public.quantity NOT NULL,
    period public.period,
    CONSTRAINT edition_check CHECK ((stated_until > stated_from)),
    CONSTRAINT edition_notes_check CHECK (((array_position(notes, NULL::text) IS NULL) AND (array_position(notes, ''::text) IS NULL))),
    CONSTRAINT edition_stated_from_check CHECK (isfinite(stated_from)),
    CONSTRAINT fms_sales_amount_check CHECK ((public.is_quantity(amount) AND ((amount).unit = 'USD'::text))),
    CONSTRAINT fms_sales_kind_check CHECK ((kind = ANY (ARRAY['stock'::text, 'flow'::text]))),
    CONSTRAINT fms_sales_measure_check CHECK ((measure = 'activeCases'::text)),
    CONSTRAINT fms_sales_period_check CHECK (public.is_period(period)),
    CONSTRAINT fms_sales_stage_check CHECK ((stage = 'active'::text))
);

CREATE TABLE public.force_posture (
    id public.slug NOT NULL,
    stated_from date NOT NULL,
    stated_until date,
    notes text[] DEFAULT '{}'::text[] NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    host public.partner_code NOT NULL,
    kind text NOT NULL,
    category text NOT NULL,
    count public.quantity,
    asset_name public.label,
    asset_designation public.label,
    asset_name_stems tsvector GENERATED ALWAYS AS (public.stems((asset_name)::text)) STORED,
    asset_name_spelled text GENERATED ALWAYS AS (public.spelled((asset_name)::text)) STORED,
    asset_designation_stems tsvector GENERATED ALWAYS AS (public.stems((asset_designation)::text)) STORED,
    asset_designation_spelled text GENERATED ALWAYS AS (public.spelled((asset_designation)::text)) STORED,
    CONSTRAINT edition_check CHECK ((stated_until > stated_from)),
    CONSTRAINT edition_notes_check CHECK (((array_position(notes, NULL::text) IS NULL) AND (array_position(notes, ''::text) IS NULL))),
    CONSTRAINT edition_stated_from_check CHECK (isfinite(stated_from)),
    CONSTRAINT force_posture_category_check CHECK ((category = ANY (ARRAY['military'::text, 'civilian'::text, 'family'::text, 'carrierStrikeGroup'::text, 'aircraft'::text]))),
    CONSTRAINT force_posture_check CHECK (((kind = 'asset'::text) = (asset_name IS NOT NULL))),
    CONSTRAINT force_posture_check1 CHECK (((kind = 'asset'::text) OR ((count).as_stated IS NOT NULL))),
    CONSTRAINT force_posture_count_check CHECK ((public.is_quantity(count) AND ((count).unit = 'people'::text))),
    CONSTRAINT force_posture_kind_check CHECK ((kind = ANY (ARRAY['personnel'::text, 'asset'::text])))
);

CREATE TABLE public.objectives (
    id public.slug NOT NULL,
    stated_from date NOT NULL,
    stated_until date,
    notes text[] DEFAULT '{}'::text[] NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    title public.label NOT NULL,
    title_stems tsvector GENERATED ALWAYS AS (public.stems((title)::text)) STORED,
    title_spelled text GENERATED ALWAYS AS (public.spelled((title)::text)) STORED,
    CONSTRAINT edition_check CHECK ((stated_until > stated_from)),
    CONSTRAINT edition_notes_check CHECK (((array_position(notes, NULL::text) IS NULL) AND (array_position(notes, ''::text) IS NULL))),
    CONSTRAINT edition_stated_from_check CHECK (isfinite(stated_from))
);

CREATE TABLE public.partners (
    id public.partner_code NOT NULL,
    alpha2 text NOT NULL,
    "numeric" text NOT NULL,
    name public.label NOT NULL,
    folded text GENERATED ALWAYS AS (public.fold((name)::text)) STORED NOT NULL,
    region public.label,
    subregion public.label,
    revision integer DEFAULT 1 NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    id_stems tsvector GENERATED ALWAYS AS (public.stems(((id)::text COLLATE "default"))) STORED,
    id_spelled text GENERATED ALWAYS AS (public.spelled(((id)::text COLLATE "default"))) STORED,
    name_stems tsvector GENERATED ALWAYS AS (public.stems((name)::text)) STORED,
    name_spelled text GENERATED ALWAYS AS (public.spelled((name)::text)) STORED,
    CONSTRAINT partners_alpha2_check CHECK ((alpha2 ~ '^[A-Z]{2}$'::text)),
    CONSTRAINT partners_numeric_check CHECK (("numeric" ~ '^[0-9]{3}$'::text))
);

CREATE TABLE public.peacekeeping (
    id public.slug NOT NULL,
    stated_from date NOT NULL,
    stated_until date,
    notes text[] DEFAULT '{}'::text[] NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    name public.label NOT NULL,
    kind text NOT NULL,
    program text,
    focus_areas text[] DEFAULT '{}'::text[] NOT NULL,
    name_stems tsvector GENERATED ALWAYS AS (public.stems((name)::text)) STORED,
    name_spelled text GENERATED ALWAYS AS (public.spelled((name)::text)) STORED,
    focus_areas_stems tsvector GENERATED ALWAYS AS (public.stems(public.listed(focus_areas))) STORED,
    focus_areas_spelled text GENERATED ALWAYS AS (public.spelled(public.listed(focus_areas))) STORED,
    CONSTRAINT edition_check CHECK ((stated_until > stated_from)),
    CONSTRAINT edition_notes_check CHECK (((array_position(notes, NULL::text) IS NULL) AND (array_position(notes, ''::text) IS NULL))),
    CONSTRAINT edition_stated_from_check CHECK (isfinite(stated_from)),
    CONSTRAINT peacekeeping_focus_areas_check CHECK ((array_position(focus_areas, NULL::text) IS NULL)),
    CONSTRAINT peacekeeping_kind_check CHECK ((kind = ANY (ARRAY['contribution'::text, 'jointProgram'::text]))),
    CONSTRAINT peacekeeping_program_check CHECK ((program = 'GPOI'::text))
);

CREATE VIEW public.entries AS
 SELECT 'agreements'::text AS resource,
    (agreements.id)::text AS id,
    agreements.stated_from,
    agreements.stated_until,
    (agreements.name)::text AS title,
    NULL::public.quantity AS figure,
    agreements.revision
   FROM public.agreements
UNION ALL
 SELECT 'exercises'::text AS resource,
    (exercises.id)::text AS id,
    exercises.stated_from,
    exercises.stated_until,
    (exercises.name)::text AS title,
    NULL::public.quantity AS figure,
    exercises.revision
   FROM public.exercises
UNION ALL
 SELECT 'sales/fms'::text AS resource,
    (fms_sales.id)::text AS id,
    fms_sales.stated_from,
    fms_sales.stated_until,
    public.title_of(fms_sales.measure) AS title,
    fms_sales.amount AS figure,
    fms_sales.revision
   FROM public.fms_sales
UNION ALL
 SELECT 'sales/dcs'::text AS resource,
    (dcs_sales.id)::text AS id,
    dcs_sales.stated_from,
    dcs_sales.stated_until,
    public.title_of(dcs_sales.measure) AS title,
    dcs_sales.amount AS figure,
    dcs_sales.revision
   FROM public.dcs_sales
UNION ALL
 SELECT 'force-posture'::text AS resource,
    (force_posture.id)::text AS id,
    force_posture.stated_from,
    force_posture.stated_until,
    COALESCE((force_posture.asset_name)::text, public.title_of(force_posture.category)) AS title,
    force_posture.count AS figure,
    force_posture.revision
   FROM public.force_posture
UNION ALL
 SELECT 'peacekeeping'::text AS resource,
    (peacekeeping.id)::text AS id,
    peacekeeping.stated_from,
    peacekeeping.stated_until,
    (peacekeeping.name)::text AS title,
    NULL::public.quantity AS figure,
    peacekeeping.revision
   FROM public.peacekeeping
UNION ALL
 SELECT 'objectives'::text AS resource,
    (objectives.id)::text AS id,
    objectives.stated_from,
    objectives.stated_until,
    (objectives.title)::text AS title,
    NULL::public.quantity AS figure,
    objectives.revision
   FROM public.objectives
UNION ALL
 SELECT 'fact-sheets'::text AS resource,
    (fact_sheets.id)::text AS id,
    lower((fact_sheets.published)::daterange) AS stated_from,
    NULL::date AS stated_until,
    (fact_sheets.title)::text AS title,
    NULL::public.quantity AS figure,
    fact_sheets.revision
   FROM public.fact_sheets
UNION ALL
 SELECT 'partners'::text AS resource,
    (partners.id)::text AS id,
    NULL::date AS stated_from,
    NULL::date AS stated_until,
    (partners.name)::text AS title,
    NULL::public.quantity AS figure,
    partners.revision
   FROM public.partners;

CREATE TABLE public.exercise_participants (
    id public.slug NOT NULL,
    stated_from date NOT NULL,
    "position" smallint NOT NULL,
    partner public.partner_code NOT NULL,
    organization public.label,
    role text NOT NULL,
    since public.partial_date,
    organization_stems tsvector GENERATED ALWAYS AS (public.stems((organization)::text)) STORED,
    organization_spelled text GENERATED ALWAYS AS (public.spelled((organization)::text)) STORED,
    CONSTRAINT exercise_participants_role_check CHECK ((role = ANY (ARRAY['participant'::text, 'permanentMember'::text])))
);

CREATE TABLE public.fact_sheet_partners (
    fact_sheet public.slug NOT NULL,
    "position" smallint NOT NULL,
    partner public.partner_code NOT NULL
);

CREATE TABLE public.fms_partners (
    id public.slug NOT NULL,
    stated_from date NOT NULL,
    "position" smallint NOT NULL,
    partner public.partner_code NOT NULL
);

CREATE VIEW public.events AS
 WITH dated(resource, id, stated_from, stated_until, "position", event, title, date, until, days, partners, detail) AS (
         SELECT 'agreements'::text AS "?column?",
            (e.id)::text AS id,
            e.stated_from,
            e.stated_until,
            d."position",
            d.event,
            (e.name)::text AS name,
            d.date,
            NULL::daterange AS daterange,
            d.date,
            ARRAY( SELECT (p.partner)::text AS partner
                   FROM public.agreement_parties p
                  WHERE (((p.id)::text = (e.id)::text) AND (p.stated_from = e.stated_from))
                  ORDER BY p."position") AS "array",
            d.detail
           FROM (public.agreements e
             CROSS JOIN LATERAL ( VALUES (1,'dated'::text,(e.dated)::daterange,'The source puts this date to its name and does not say what happened then.'::text), (2,'signed'::text,e.signed,NULL::text), (3,'inForceSince'::text,e.in_force_since,NULL::text)) d("position", event, date, detail))
        UNION ALL
         SELECT 'exercises'::text,
            (e.id)::text AS id,
            e.stated_from,
            e.stated_until,
            d."position",
            d.event,
            (e.name)::text AS name,
            d.date,
            NULL::daterange,
            d.date,
            ARRAY( SELECT (p.partner)::text AS partner
                   FROM public.exercise_participants p
                  WHERE (((p.id)::text = (e.id)::text) AND (p.stated_from = e.stated_from))
                  GROUP BY p.partner
                  ORDER BY (min(p."position"))) AS "array",
            d.detail
           FROM (public.exercises e
             CROSS JOIN LATERAL ( VALUES (1,'began'::text,(e.since)::daterange,NULL::text), (2,'formatSince'::text,e.format_since,format('It is %s from then on.'::text, e.format))) d("position", event, date, detail))
        UNION ALL
         SELECT 'exercises'::text,
            (e.id)::text AS id,
            e.stated_from,
            e.stated_until,
            (10 + p."position"),
                CASE p.role
                    WHEN 'participant'::text THEN 'joined'::text
                    WHEN 'permanentMember'::text THEN 'becamePermanentMember'::text
                    ELSE NULL::text
                END AS "case",
            (e.name)::text AS name,
            (p.since)::daterange AS since,
            NULL::daterange,
            (p.since)::daterange AS since,
            ARRAY[(p.partner)::text] AS "array",
            format(
                CASE p.role
                    WHEN 'participant'::text THEN '%s takes part from then on%s.'::text
                    ELSE '%s is a permanent member from then on%s.'::text
                END, n.name, ((' ('::text || (p.organization)::text) || ')'::text)) AS format
           FROM ((public.exercise_participants p
             JOIN public.exercises e ON ((((e.id)::text = (p.id)::text) AND (e.stated_from = p.stated_from))))
             JOIN public.partners n ON (((n.id)::text = (p.partner)::text)))
        UNION ALL
         SELECT 'sales/fms'::text,
            (e.id)::text AS id,
            e.stated_from,
            e.stated_until,
            1,
            'periodCovered'::text,
            ( SELECT t.title
                   FROM public.entries t
                  WHERE ((t.resource = 'sales/fms'::text) AND (t.id = (e.id)::text) AND (t.stated_from = e.stated_from))) AS title,
            ((e.period).starts)::daterange AS starts,
            ((e.period).ends)::daterange AS ends,
            public.period_days(e.period) AS period_days,
            ARRAY( SELECT (p.partner)::text AS partner
                   FROM public.fms_partners p
                  WHERE (((p.id)::text = (e.id)::text) AND (p.stated_from = e.stated_from))
                  ORDER BY p."position") AS "array",
            format('The figure for this period is printed as %s.'::text, (e.amount).as_stated) AS format
           FROM public.fms_sales e
        UNION ALL
         SELECT 'sales/dcs'::text,
            (e.id)::text AS id,
            e.stated_from,
            e.stated_until,
            1,
            'periodCovered'::text,
            ( SELECT t.title
                   FROM public.entries t
                  WHERE ((t.resource = 'sales/dcs'::text) AND (t.id = (e.id)::text) AND (t.stated_from = e.stated_from))) AS title,
            ((e.period).starts)::daterange AS starts,
            ((e.period).ends)::daterange AS ends,
            public.period_days(e.period) AS period_days,
            ARRAY( SELECT (p.partner)::text AS partner
                   FROM public.dcs_partners p
                  WHERE (((p.id)::text = (e.id)::text) AND (p.stated_from = e.stated_from))
                  ORDER BY p."position") AS "array",
            format('The figure for this period is printed as %s.'::text, (e.amount).as_stated) AS format
           FROM public.dcs_sales e
        UNION ALL
         SELECT 'fact-sheets'::text,
            (e.id)::text AS id,
            lower((e.published)::daterange) AS lower,
            NULL::date,
            1,
            'published'::text,
            (e.title)::text AS title,
            (e.published)::daterange AS published,
            NULL::daterange,
            (e.published)::daterange AS published,
            ARRAY( SELECT (p.partner)::text AS partner
                   FROM public.fact_sheet_partners p
                  WHERE ((p.fact_sheet)::text = (e.id)::text)
                  ORDER BY p."position") AS "array",
            format('Published by: %s.'::text, concat_ws(', '::text, e.publisher, e.bureau)) AS format
           FROM public.fact_sheets e
        )
 SELECT dated.resource,
    dated.id,
    dated.stated_from,
    dated.stated_until,
    dated.event,
    dated.title,
    dated.date,
    dated.until,
    dated.partners,
    concat_ws(' '::text, COALESCE(public.written(dated.date), '~'::text), dated.resource, dated.id, dated.stated_from, to_char(dated."position", 'FM00000'::text)) AS place,
    dated.days,
    dated.detail
   FROM dated
  WHERE (dated.days IS NOT NULL);

CREATE TABLE public.exercises_citations (
    resource text NOT NULL,
    id public.slug NOT NULL,
    stated_from date NOT NULL,
    "position" smallint NOT NULL,
    fact_sheet public.slug NOT NULL,
    paragraph smallint,
    as_stated public.label NOT NULL,
    as_stated_stems tsvector GENERATED ALWAYS AS (public.stems((as_stated)::text)) STORED,
    as_stated_spelled text GENERATED ALWAYS AS (public.spelled((as_stated)::text)) STORED,
    CONSTRAINT citations_paragraph_check CHECK ((paragraph > 0))
);

CREATE VIEW public.facts AS
 SELECT (c.fact_sheet)::text AS fact_sheet,
    c.paragraph,
    (c.as_stated)::text AS as_stated,
    c.resource,
    (c.id)::text AS id,
    c.stated_from,
    e.title,
    e.figure,
    concat(to_char(COALESCE((c.paragraph)::integer, 9999), 'FM0000'::text), ' ', c.resource, ' ', c.id, ' ', c.stated_from, ' ', c."position") AS place
   FROM (public.citations c
     JOIN public.entries e ON (((e.resource = c.resource) AND (e.id = (c.id)::text) AND (e.stated_from = c.stated_from))));

CREATE TABLE public.fms_articles (
    id public.slug NOT NULL,
    stated_from date NOT NULL,
    "position" smallint NOT NULL,
    name public.label NOT NULL,
    designation public.label,
    "group" text,
    as_stated public.label NOT NULL,
    name_stems tsvector GENERATED ALWAYS AS (public.stems((name)::text)) STORED,
    name_spelled text GENERATED ALWAYS AS (public.spelled((name)::text)) STORED,
    designation_stems tsvector GENERATED ALWAYS AS (public.stems((designation)::text)) STORED,
    designation_spelled text GENERATED ALWAYS AS (public.spelled((designation)::text)) STORED,
    as_stated_stems tsvector GENERATED ALWAYS AS (public.stems((as_stated)::text)) STORED,
    as_stated_spelled text GENERATED ALWAYS AS (public.spelled((as_stated)::text)) STORED,
    CONSTRAINT fms_articles_group_check CHECK (("group" = ANY (ARRAY['platforms'::text, 'missiles'::text])))
);

CREATE TABLE public.fms_sales_citations (
    resource text NOT NULL,
    id public.slug NOT NULL,
    stated_from date NOT NULL,
    "position" smallint NOT NULL,
    fact_sheet public.slug NOT NULL,
    paragraph smallint,
    as_stated public.label NOT NULL,
    as_stated_stems tsvector GENERATED ALWAYS AS (public.stems((as_stated)::text)) STORED,
    as_stated_spelled text GENERATED ALWAYS AS (public.spelled((as_stated)::text)) STORED,
    CONSTRAINT citations_paragraph_check CHECK ((paragraph > 0))
);

CREATE TABLE public.force_posture_citations (
    resource text NOT NULL,
    id public.slug NOT NULL,
    stated_from date NOT NULL,
    "position" smallint NOT NULL,
    fact_sheet public.slug NOT NULL,
    paragraph smallint,
    as_stated public.label NOT NULL,
    as_stated_stems tsvector GENERATED ALWAYS AS (public.stems((as_stated)::text)) STORED,
    as_stated_spelled text GENERATED ALWAYS AS (public.spelled((as_stated)::text)) STORED,
    CONSTRAINT citations_paragraph_check CHECK ((paragraph > 0))
);

CREATE TABLE public.objective_parties (
    id public.slug NOT NULL,
    stated_from date NOT NULL,
    "position" smallint NOT NULL,
    partner public.partner_code NOT NULL
);

CREATE TABLE public.peacekeeping_partners (
    id public.slug NOT NULL,
    stated_from date NOT NULL,
    "position" smallint NOT NULL,
    partner public.partner_code NOT NULL
);

CREATE VIEW public.involvements AS
 SELECT 'agreements'::text AS resource,
    (p.id)::text AS id,
    p.stated_from,
    (p.partner)::text AS partner,
    e.stated_until
   FROM (public.agreement_parties p
     LEFT JOIN public.agreements e ON ((((e.id)::text = (p.id)::text) AND (e.stated_from = p.stated_from))))
UNION ALL
 SELECT 'exercises'::text AS resource,
    (p.id)::text AS id,
    p.stated_from,
    (p.partner)::text AS partner,
    e.stated_until
   FROM (public.exercise_participants p
     LEFT JOIN public.exercises e ON ((((e.id)::text = (p.id)::text) AND (e.stated_from = p.stated_from))))
UNION ALL
 SELECT 'sales/fms'::text AS resource,
    (p.id)::text AS id,
    p.stated_from,
    (p.partner)::text AS partner,
    e.stated_until
   FROM (public.fms_partners p
     LEFT JOIN public.fms_sales e ON ((((e.id)::text = (p.id)::text) AND (e.stated_from = p.stated_from))))
UNION ALL
 SELECT 'sales/dcs'::text AS resource,
    (p.id)::text AS id,
    p.stated_from,
    (p.partner)::text AS partner,
    e.stated_until
   FROM (public.dcs_partners p
     LEFT JOIN public.dcs_sales e ON ((((e.id)::text = (p.id)::text) AND (e.stated_from = p.stated_from))))
UNION ALL
 SELECT 'force-posture'::text AS resource,
    (force_posture.id)::text AS id,
    force_posture.stated_from,
    (force_posture.host)::text AS partner,
    force_posture.stated_until
   FROM public.force_posture
UNION ALL
 SELECT 'peacekeeping'::text AS resource,
    (p.id)::text AS id,
    p.stated_from,
    (p.partner)::text AS partner,
    e.stated_until
   FROM (public.peacekeeping_partners p
     LEFT JOIN public.peacekeeping e ON ((((e.id)::text = (p.id)::text) AND (e.stated_from = p.stated_from))))
UNION ALL
 SELECT 'objectives'::text AS resource,
    (p.id)::text AS id,
    p.stated_from,
    (p.partner)::text AS partner,
    e.stated_until
   FROM (public.objective_parties p
     LEFT JOIN public.objectives e ON ((((e.id)::text = (p.id)::text) AND (e.stated_from = p.stated_from))))
UNION ALL
 SELECT 'fact-sheets'::text AS resource,
    (s.id)::text AS id,
    lower((s.published)::daterange) AS stated_from,
    (p.partner)::text AS partner,
    NULL::date AS stated_until
   FROM (public.fact_sheet_partners p
     JOIN public.fact_sheets s ON (((s.id)::text = (p.fact_sheet)::text)));

CREATE TABLE public.objective_concerns (
    id public.slug NOT NULL,
    stated_from date NOT NULL,
    "position" smallint NOT NULL,
    partner public.partner_code,
    subject public.label NOT NULL,
    subject_stems tsvector GENERATED ALWAYS AS (public.stems((subject)::text)) STORED,
    subject_spelled text GENERATED ALWAYS AS (public.spelled((subject)::text)) STORED
);

CREATE TABLE public.objectives_citations (
    resource text NOT NULL,
    id public.slug NOT NULL,
    stated_from date NOT NULL,
    "position" smallint NOT NULL,
    fact_sheet public.slug NOT NULL,
    paragraph smallint,
    as_stated public.label NOT NULL,
    as_stated_stems tsvector GENERATED ALWAYS AS (public.stems((as_stated)::text)) STORED,
    as_stated_spelled text GENERATED ALWAYS AS (public.spelled((as_stated)::text)) STORED,
    CONSTRAINT citations_paragraph_check CHECK ((paragraph > 0))
);

CREATE TABLE public.partner_aliases (
    partner public.partner_code NOT NULL,
    "position" smallint NOT NULL,
    alias public.label NOT NULL,
    folded text GENERATED ALWAYS AS (public.fold((alias)::text)) STORED NOT NULL,
    alias_stems tsvector GENERATED ALWAYS AS (public.stems((alias)::text)) STORED,
    alias_spelled text GENERATED ALWAYS AS (public.spelled((alias)::text)) STORED,
    kind text DEFAULT 'alternative'::text NOT NULL,
    CONSTRAINT partner_aliases_kind_check CHECK ((kind = ANY (ARRAY['alternative'::text, 'former'::text])))
);

CREATE VIEW public.partner_coverage AS
 SELECT involvements.partner,
    involvements.resource,
    count(DISTINCT involvements.id) AS records,
    count(DISTINCT ROW(involvements.id, involvements.stated_from)) AS editions,
    count(DISTINCT involvements.id) FILTER (WHERE (involvements.stated_until IS NULL)) AS standing,
    min(involvements.stated_from) AS first_stated,
    max(involvements.stated_from) AS last_stated
   FROM public.involvements
  GROUP BY involvements.partner, involvements.resource;

CREATE VIEW public.partner_spellings AS
 SELECT lower((partners.id)::text) AS folded,
    (partners.id)::text AS spelling,
    (partners.id)::text AS partner,
    'alpha3'::text AS kind
   FROM public.partners
UNION ALL
 SELECT lower(partners.alpha2) AS folded,
    partners.alpha2 AS spelling,
    partners.id AS partner,
    'alpha2'::text AS kind
   FROM public.partners
UNION ALL
 SELECT partners."numeric" AS folded,
    partners."numeric" AS spelling,
    partners.id AS partner,
    'numeric'::text AS kind
   FROM public.partners
UNION ALL
 SELECT partners.folded,
    (partners.name)::text AS spelling,
    partners.id AS partner,
    'name'::text AS kind
   FROM public.partners
UNION ALL
 SELECT partner_aliases.folded,
    (partner_aliases.alias)::text AS spelling,
    partner_aliases.partner,
    (partner_aliases.kind || 'Name'::text) AS kind
   FROM public.partner_aliases;

CREATE VIEW public.partner_texts AS
 SELECT (partners.id)::text AS partner,
    'name'::text AS field,
    1.0 AS weight,
    (partners.name)::text AS text,
    partners.name_stems AS stems,
    partners.name_spelled AS spelled
   FROM public.partners
UNION ALL
 SELECT (partner_aliases.partner)::text AS partner,
    'aliases'::text AS field,
    0.9 AS weight,
    (partner_aliases.alias)::text AS text,
    partner_aliases.alias_stems AS stems,
    partner_aliases.alias_spelled AS spelled
   FROM public.partner_aliases
UNION ALL
 SELECT (partners.id)::text AS partner,
    'id'::text AS field,
    0.9 AS weight,
    ((partners.id)::text COLLATE "default") AS text,
    partners.id_stems AS stems,
    partners.id_spelled AS spelled
   FROM public.partners;

CREATE TABLE public.peacekeeping_citations (
    resource text NOT NULL,
    id public.slug NOT NULL,
    stated_from date NOT NULL,
    "position" smallint NOT NULL,
    fact_sheet public.slug NOT NULL,
    paragraph smallint,
    as_stated public.label NOT NULL,
    as_stated_stems tsvector GENERATED ALWAYS AS (public.stems((as_stated)::text)) STORED,
    as_stated_spelled text GENERATED ALWAYS AS (public.spelled((as_stated)::text)) STORED,
    CONSTRAINT citations_paragraph_check CHECK ((paragraph > 0))
);

CREATE TABLE public.peacekeeping_counterparts (
    id public.slug NOT NULL,
    stated_from date NOT NULL,
    "position" smallint NOT NULL,
    partner public.partner_code,
    organization public.label,
    organization_stems tsvector GENERATED ALWAYS AS (public.stems((organization)::text)) STORED,
    organization_spelled text GENERATED ALWAYS AS (public.spelled((organization)::text)) STORED,
    CONSTRAINT peacekeeping_counterparts_check CHECK (((partner IS NOT NULL) OR (organization IS NOT NULL)))
);

CREATE VIEW public.receipts AS
 SELECT citations.resource,
    citations.id,
    citations.stated_from,
    json_agg(json_build_object('factSheet', citations.fact_sheet, 'paragraph', citations.paragraph, 'asStated', citations.as_stated) ORDER BY citations."position") AS citations
   FROM public.citations
  GROUP BY citations.resource, citations.id, citations.stated_from;

CREATE VIEW public.sales AS
 SELECT 'fms'::text AS channel,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    e.measure,
    e.stage,
    e.kind,
    e.amount,
    e.period,
    ARRAY( SELECT (p.partner)::text AS partner
           FROM public.fms_partners p
          WHERE (((p.id)::text = (e.id)::text) AND (p.stated_from = e.stated_from))
          ORDER BY p.partner) AS partners,
    NULL::text[] AS categories,
    ARRAY( SELECT DISTINCT (a.name)::text AS name
           FROM public.fms_articles a
          WHERE (((a.id)::text = (e.id)::text) AND (a.stated_from = e.stated_from))
          ORDER BY (a.name)::text) AS articles
   FROM public.fms_sales e
UNION ALL
 SELECT 'dcs'::text AS channel,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    e.measure,
    e.stage,
    e.kind,
    e.amount,
    e.period,
    ARRAY( SELECT (p.partner)::text AS partner
           FROM public.dcs_partners p
          WHERE (((p.id)::text = (e.id)::text) AND (p.stated_from = e.stated_from))
          ORDER BY p.partner) AS partners,
    ARRAY( SELECT DISTINCT (c.name)::text AS name
           FROM public.dcs_categories c
          WHERE (((c.id)::text = (e.id)::text) AND (c.stated_from = e.stated_from))
          ORDER BY (c.name)::text) AS categories,
    NULL::text[] AS articles
   FROM public.dcs_sales e;

CREATE TABLE public.schema_versions (
    schemaversionsid integer NOT NULL,
    scriptname character varying(255) NOT NULL,
    applied timestamp without time zone NOT NULL
);

CREATE SEQUENCE public.schema_versions_schemaversionsid_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.schema_versions_schemaversionsid_seq OWNED BY public.schema_versions.schemaversionsid;

CREATE VIEW public.search_texts AS
 SELECT 'agreements'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'name'::text AS field,
    1.0 AS weight,
    (e.name)::text AS text,
    e.name_stems AS stems,
    e.name_spelled AS spelled
   FROM public.agreements e
UNION ALL
 SELECT 'agreements'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'purpose'::text AS field,
    0.6 AS weight,
    (e.purpose)::text AS text,
    e.purpose_stems AS stems,
    e.purpose_spelled AS spelled
   FROM public.agreements e
UNION ALL
 SELECT 'agreements'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'kind'::text AS field,
    0.5 AS weight,
    c.code AS text,
    public.stems(c.code) AS stems,
    public.spelled(c.code) AS spelled
   FROM (unnest(ARRAY['treaty'::text, 'SOFA'::text, 'SMA'::text]) c(code)
     JOIN public.agreements e ON ((e.kind = c.code)))
UNION ALL
 SELECT 'agreements'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'citations.asStated'::text AS field,
    0.5 AS weight,
    (p.as_stated)::text AS text,
    p.as_stated_stems AS stems,
    p.as_stated_spelled AS spelled
   FROM (public.agreements_citations p
     JOIN public.agreements e USING (id, stated_from))
UNION ALL
 SELECT 'agreements'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'parties'::text AS field,
    0.4 AS weight,
    n.text,
    n.stems,
    n.spelled
   FROM ((public.partner_texts n
     JOIN public.agreement_parties p ON (((p.partner)::text = n.partner)))
     JOIN public.agreements e ON ((((e.id)::text = (p.id)::text) AND (e.stated_from = p.stated_from))))
UNION ALL
 SELECT 'exercises'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'name'::text AS field,
    1.0 AS weight,
    (e.name)::text AS text,
    e.name_stems AS stems,
    e.name_spelled AS spelled
   FROM public.exercises e
UNION ALL
 SELECT 'exercises'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'purpose'::text AS field,
    0.6 AS weight,
    (e.purpose)::text AS text,
    e.purpose_stems AS stems,
    e.purpose_spelled AS spelled
   FROM public.exercises e
UNION ALL
 SELECT 'exercises'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'participants.organization'::text AS field,
    0.5 AS weight,
    (p.organization)::text AS text,
    p.organization_stems AS stems,
    p.organization_spelled AS spelled
   FROM (public.exercise_participants p
     JOIN public.exercises e USING (id, stated_from))
UNION ALL
 SELECT 'exercises'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'citations.asStated'::text AS field,
    0.5 AS weight,
    (p.as_stated)::text AS text,
    p.as_stated_stems AS stems,
    p.as_stated_spelled AS spelled
   FROM (public.exercises_citations p
     JOIN public.exercises e USING (id, stated_from))
UNION ALL
 SELECT 'exercises'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'participants.partner'::text AS field,
    0.4 AS weight,
    n.text,
    n.stems,
    n.spelled
   FROM ((public.partner_texts n
     JOIN public.exercise_participants p ON (((p.partner)::text = n.partner)))
     JOIN public.exercises e ON ((((e.id)::text = (p.id)::text) AND (e.stated_from = p.stated_from))))
UNION ALL
 SELECT 'sales/fms'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'title'::text AS field,
    1.0 AS weight,
    public.title_of(c.code) AS text,
    public.stems(public.title_of(c.code)) AS stems,
    public.spelled(public.title_of(c.code)) AS spelled
   FROM (unnest(ARRAY['activeCases'::text]) c(code)
     JOIN public.fms_sales e ON ((e.measure = c.code)))
UNION ALL
 SELECT 'sales/fms'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'articles.name'::text AS field,
    0.8 AS weight,
    (p.name)::text AS text,
    p.name_stems AS stems,
    p.name_spelled AS spelled
   FROM (public.fms_articles p
     JOIN public.fms_sales e USING (id, stated_from))
UNION ALL
 SELECT 'sales/fms'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'articles.designation'::text AS field,
    0.8 AS weight,
    (p.designation)::text AS text,
    p.designation_stems AS stems,
    p.designation_spelled AS spelled
   FROM (public.fms_articles p
     JOIN public.fms_sales e USING (id, stated_from))
UNION ALL
 SELECT 'sales/fms'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'articles.asStated'::text AS field,
    0.7 AS weight,
    (p.as_stated)::text AS text,
    p.as_stated_stems AS stems,
    p.as_stated_spelled AS spelled
   FROM (public.fms_articles p
     JOIN public.fms_sales e USING (id, stated_from))
UNION ALL
 SELECT 'sales/fms'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'citations.asStated'::text AS field,
    0.5 AS weight,
    (p.as_stated)::text AS text,
    p.as_stated_stems AS stems,
    p.as_stated_spelled AS spelled
   FROM (public.fms_sales_citations p
     JOIN public.fms_sales e USING (id, stated_from))
UNION ALL
 SELECT 'sales/fms'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'partners'::text AS field,
    0.4 AS weight,
    n.text,
    n.stems,
    n.spelled
   FROM ((public.partner_texts n
     JOIN public.fms_partners p ON (((p.partner)::text = n.partner)))
     JOIN public.fms_sales e ON ((((e.id)::text = (p.id)::text) AND (e.stated_from = p.stated_from))))
UNION ALL
 SELECT 'sales/dcs'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'title'::text AS field,
    1.0 AS weight,
    public.title_of(c.code) AS text,
    public.stems(public.title_of(c.code)) AS stems,
    public.spelled(public.title_of(c.code)) AS spelled
   FROM (unnest(ARRAY['authorizations'::text]) c(code)
     JOIN public.dcs_sales e ON ((e.measure = c.code)))
UNION ALL
 SELECT 'sales/dcs'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'categories.name'::text AS field,
    0.8 AS weight,
    (p.name)::text AS text,
    p.name_stems AS stems,
    p.name_spelled AS spelled
   FROM (public.dcs_categories p
     JOIN public.dcs_sales e USING (id, stated_from))
UNION ALL
 SELECT 'sales/dcs'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'citations.asStated'::text AS field,
    0.5 AS weight,
    (p.as_stated)::text AS text,
    p.as_stated_stems AS stems,
    p.as_stated_spelled AS spelled
   FROM (public.dcs_sales_citations p
     JOIN public.dcs_sales e USING (id, stated_from))
UNION ALL
 SELECT 'sales/dcs'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'partners'::text AS field,
    0.4 AS weight,
    n.text,
    n.stems,
    n.spelled
   FROM ((public.partner_texts n
     JOIN public.dcs_partners p ON (((p.partner)::text = n.partner)))
     JOIN public.dcs_sales e ON ((((e.id)::text = (p.id)::text) AND (e.stated_from = p.stated_from))))
UNION ALL
 SELECT 'force-posture'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'title'::text AS field,
    1.0 AS weight,
    public.title_of(c.code) AS text,
    public.stems(public.title_of(c.code)) AS stems,
    public.spelled(public.title_of(c.code)) AS spelled
   FROM (unnest(ARRAY['military'::text, 'civilian'::text, 'family'::text]) c(code)
     JOIN public.force_posture e ON ((e.category = c.code)))
UNION ALL
 SELECT 'force-posture'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'asset.name'::text AS field,
    1.0 AS weight,
    (e.asset_name)::text AS text,
    e.asset_name_stems AS stems,
    e.asset_name_spelled AS spelled
   FROM public.force_posture e
UNION ALL
 SELECT 'force-posture'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'asset.designation'::text AS field,
    0.8 AS weight,
    (e.asset_designation)::text AS text,
    e.asset_designation_stems AS stems,
    e.asset_designation_spelled AS spelled
   FROM public.force_posture e
UNION ALL
 SELECT 'force-posture'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'citations.asStated'::text AS field,
    0.5 AS weight,
    (p.as_stated)::text AS text,
    p.as_stated_stems AS stems,
    p.as_stated_spelled AS spelled
   FROM (public.force_posture_citations p
     JOIN public.force_posture e USING (id, stated_from))
UNION ALL
 SELECT 'force-posture'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'host'::text AS field,
    0.4 AS weight,
    n.text,
    n.stems,
    n.spelled
   FROM (public.partner_texts n
     JOIN public.force_posture e ON (((e.host)::text = n.partner)))
UNION ALL
 SELECT 'peacekeeping'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'name'::text AS field,
    1.0 AS weight,
    (e.name)::text AS text,
    e.name_stems AS stems,
    e.name_spelled AS spelled
   FROM public.peacekeeping e
UNION ALL
 SELECT 'peacekeeping'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'program'::text AS field,
    0.5 AS weight,
    c.code AS text,
    public.stems(c.code) AS stems,
    public.spelled(c.code) AS spelled
   FROM (unnest(ARRAY['GPOI'::text]) c(code)
     JOIN public.peacekeeping e ON ((e.program = c.code)))
UNION ALL
 SELECT 'peacekeeping'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'focusAreas'::text AS field,
    0.7 AS weight,
    public.listed(e.focus_areas) AS text,
    e.focus_areas_stems AS stems,
    e.focus_areas_spelled AS spelled
   FROM public.peacekeeping e
UNION ALL
 SELECT 'peacekeeping'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'counterparts.organization'::text AS field,
    0.5 AS weight,
    (p.organization)::text AS text,
    p.organization_stems AS stems,
    p.organization_spelled AS spelled
   FROM (public.peacekeeping_counterparts p
     JOIN public.peacekeeping e USING (id, stated_from))
UNION ALL
 SELECT 'peacekeeping'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'citations.asStated'::text AS field,
    0.5 AS weight,
    (p.as_stated)::text AS text,
    p.as_stated_stems AS stems,
    p.as_stated_spelled AS spelled
   FROM (public.peacekeeping_citations p
     JOIN public.peacekeeping e USING (id, stated_from))
UNION ALL
 SELECT 'peacekeeping'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'partners'::text AS field,
    0.4 AS weight,
    n.text,
    n.stems,
    n.spelled
   FROM ((public.partner_texts n
     JOIN public.peacekeeping_partners p ON (((p.partner)::text = n.partner)))
     JOIN public.peacekeeping e ON ((((e.id)::text = (p.id)::text) AND (e.stated_from = p.stated_from))))
UNION ALL
 SELECT 'peacekeeping'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'counterparts.partner'::text AS field,
    0.4 AS weight,
    n.text,
    n.stems,
    n.spelled
   FROM ((public.partner_texts n
     JOIN public.peacekeeping_counterparts p ON (((p.partner)::text = n.partner)))
     JOIN public.peacekeeping e ON ((((e.id)::text = (p.id)::text) AND (e.stated_from = p.stated_from))))
UNION ALL
 SELECT 'objectives'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'title'::text AS field,
    1.0 AS weight,
    (e.title)::text AS text,
    e.title_stems AS stems,
    e.title_spelled AS spelled
   FROM public.objectives e
UNION ALL
 SELECT 'objectives'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'concerns.subject'::text AS field,
    0.7 AS weight,
    (p.subject)::text AS text,
    p.subject_stems AS stems,
    p.subject_spelled AS spelled
   FROM (public.objective_concerns p
     JOIN public.objectives e USING (id, stated_from))
UNION ALL
 SELECT 'objectives'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'citations.asStated'::text AS field,
    0.5 AS weight,
    (p.as_stated)::text AS text,
    p.as_stated_stems AS stems,
    p.as_stated_spelled AS spelled
   FROM (public.objectives_citations p
     JOIN public.objectives e USING (id, stated_from))
UNION ALL
 SELECT 'objectives'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'parties'::text AS field,
    0.4 AS weight,
    n.text,
    n.stems,
    n.spelled
   FROM ((public.partner_texts n
     JOIN public.objective_parties p ON (((p.partner)::text = n.partner)))
     JOIN public.objectives e ON ((((e.id)::text = (p.id)::text) AND (e.stated_from = p.stated_from))))
UNION ALL
 SELECT 'objectives'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'concerns.partner'::text AS field,
    0.4 AS weight,
    n.text,
    n.stems,
    n.spelled
   FROM ((public.partner_texts n
     JOIN public.objective_concerns p ON (((p.partner)::text = n.partner)))
     JOIN public.objectives e ON ((((e.id)::text = (p.id)::text) AND (e.stated_from = p.stated_from))))
UNION ALL
 SELECT 'fact-sheets'::text AS resource,
    (e.id)::text AS id,
    lower((e.published)::daterange) AS stated_from,
    NULL::date AS stated_until,
    'title'::text AS field,
    1.0 AS weight,
    (e.title)::text AS text,
    e.title_stems AS stems,
    e.title_spelled AS spelled
   FROM public.fact_sheets e
UNION ALL
 SELECT 'fact-sheets'::text AS resource,
    (e.id)::text AS id,
    lower((e.published)::daterange) AS stated_from,
    NULL::date AS stated_until,
    'partners'::text AS field,
    0.4 AS weight,
    n.text,
    n.stems,
    n.spelled
   FROM ((public.partner_texts n
     JOIN public.fact_sheet_partners p ON (((p.partner)::text = n.partner)))
     JOIN public.fact_sheets e ON (((e.id)::text = (p.fact_sheet)::text)))
UNION ALL
 SELECT 'partners'::text AS resource,
    n.partner AS id,
    '-infinity'::date AS stated_from,
    NULL::date AS stated_until,
    n.field,
    n.weight,
    n.text,
    n.stems,
    n.spelled
   FROM public.partner_texts n;

ALTER TABLE ONLY public.citations ATTACH PARTITION public.agreements_citations FOR VALUES IN ('agreements');

ALTER TABLE ONLY public.citations ATTACH PARTITION public.dcs_sales_citations FOR VALUES IN ('sales/dcs');

ALTER TABLE ONLY public.citations ATTACH PARTITION public.exercises_citations FOR VALUES IN ('exercises');

ALTER TABLE ONLY public.citations ATTACH PARTITION public.fms_sales_citations FOR VALUES IN ('sales/fms');

ALTER TABLE ONLY public.citations ATTACH PARTITION public.force_posture_citations FOR VALUES IN ('force-posture');

ALTER TABLE ONLY public.citations ATTACH PARTITION public.objectives_citations FOR VALUES IN ('objectives');

ALTER TABLE ONLY public.citations ATTACH PARTITION public.peacekeeping_citations FOR VALUES IN ('peacekeeping');

ALTER TABLE ONLY public.schema_versions ALTER COLUMN schemaversionsid SET DEFAULT nextval('public.schema_versions_schemaversionsid_seq'::regclass);

ALTER TABLE ONLY public.schema_versions
    ADD CONSTRAINT "PK_schema_versions_Id" PRIMARY KEY (schemaversionsid);

ALTER TABLE ONLY public.agreement_parties
    ADD CONSTRAINT agreement_parties_id_stated_from_partner_key UNIQUE (id, stated_from, partner);

ALTER TABLE ONLY public.agreement_parties
    ADD CONSTRAINT agreement_parties_pkey PRIMARY KEY (id, stated_from, "position");

ALTER TABLE ONLY public.citations
    ADD CONSTRAINT citations_pkey PRIMARY KEY (resource, id, stated_from, "position");

ALTER TABLE ONLY public.agreements_citations
    ADD CONSTRAINT agreements_citations_pkey PRIMARY KEY (resource, id, stated_from, "position");

ALTER TABLE ONLY public.agreements
    ADD CONSTRAINT agreements_editions_do_not_overlap EXCLUDE USING gist (((id)::text) WITH =, daterange(stated_from, stated_until) WITH &&);

ALTER TABLE ONLY public.agreements
    ADD CONSTRAINT agreements_pkey PRIMARY KEY (id, stated_from);

ALTER TABLE ONLY public.dcs_categories
    ADD CONSTRAINT dcs_categories_pkey PRIMARY KEY (id, stated_from, rank);

ALTER TABLE ONLY public.dcs_partners
    ADD CONSTRAINT dcs_partners_id_stated_from_partner_key UNIQUE (id, stated_from, partner);

ALTER TABLE ONLY public.dcs_partners
    ADD CONSTRAINT dcs_partners_pkey PRIMARY KEY (id, stated_from, "position");

ALTER TABLE ONLY public.dcs_sales_citations
    ADD CONSTRAINT dcs_sales_citations_pkey PRIMARY KEY (resource, id, stated_from, "position");

ALTER TABLE ONLY public.dcs_sales
    ADD CONSTRAINT dcs_sales_editions_do_not_overlap EXCLUDE USING gist (((id)::text) WITH =, daterange(stated_from, stated_until) WITH &&);

ALTER TABLE ONLY public.dcs_sales
    ADD CONSTRAINT dcs_sales_pkey PRIMARY KEY (id, stated_from);

ALTER TABLE ONLY public.exercise_participants
    ADD CONSTRAINT exercise_participants_id_stated_from_partner_organization_r_key UNIQUE NULLS NOT DISTINCT (id, stated_from, partner, organization, role);

ALTER TABLE ONLY public.exercise_participants
    ADD CONSTRAINT exercise_participants_pkey PRIMARY KEY (id, stated_from, "position");

ALTER TABLE ONLY public.exercises_citations
    ADD CONSTRAINT exercises_citations_pkey PRIMARY KEY (resource, id, stated_from, "position");

ALTER TABLE ONLY public.exercises
    ADD CONSTRAINT exercises_editions_do_not_overlap EXCLUDE USING gist (((id)::text) WITH =, daterange(stated_from, stated_until) WITH &&);

ALTER TABLE ONLY public.exercises
    ADD CONSTRAINT exercises_pkey PRIMARY KEY (id, stated_from);

ALTER TABLE ONLY public.fact_sheet_partners
    ADD CONSTRAINT fact_sheet_partners_fact_sheet_partner_key UNIQUE (fact_sheet, partner);

ALTER TABLE ONLY public.fact_sheet_partners
    ADD CONSTRAINT fact_sheet_partners_pkey PRIMARY KEY (fact_sheet, "position");

ALTER TABLE ONLY public.fact_sheets
    ADD CONSTRAINT fact_sheets_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.fms_articles
    ADD CONSTRAINT fms_articles_id_stated_from_name_designation_key UNIQUE NULLS NOT DISTINCT (id, stated_from, name, designation);

ALTER TABLE ONLY public.fms_articles
    ADD CONSTRAINT fms_articles_pkey PRIMARY KEY (id, stated_from, "position");

ALTER TABLE ONLY public.fms_partners
    ADD CONSTRAINT fms_partners_id_stated_from_partner_key UNIQUE (id, stated_from, partner);

ALTER TABLE ONLY public.fms_partners
    ADD CONSTRAINT fms_partners_pkey PRIMARY KEY (id, stated_from, "position");

ALTER TABLE ONLY public.fms_sales_citations
    ADD CONSTRAINT fms_sales_citations_pkey PRIMARY KEY (resource, id, stated_from, "position");

ALTER TABLE ONLY public.fms_sales
    ADD CONSTRAINT fms_sales_editions_do_not_overlap EXCLUDE USING gist (((id)::text) WITH =, daterange(stated_from, stated_until) WITH &&);

ALTER TABLE ONLY public.fms_sales
    ADD CONSTRAINT fms_sales_pkey PRIMARY KEY (id, stated_from);

ALTER TABLE ONLY public.force_posture_citations
    ADD CONSTRAINT force_posture_citations_pkey PRIMARY KEY (resource, id, stated_from, "position");

ALTER TABLE ONLY public.force_posture
    ADD CONSTRAINT force_posture_editions_do_not_overlap EXCLUDE USING gist (((id)::text) WITH =, daterange(stated_from, stated_until) WITH &&);

ALTER TABLE ONLY public.force_posture
    ADD CONSTRAINT force_posture_pkey PRIMARY KEY (id, stated_from);

ALTER TABLE ONLY public.objective_concerns
    ADD CONSTRAINT objective_concerns_id_stated_from_partner_subject_key UNIQUE NULLS NOT DISTINCT (id, stated_from, partner, subject);

ALTER TABLE ONLY public.objective_concerns
    ADD CONSTRAINT objective_concerns_pkey PRIMARY KEY (id, stated_from, "position");

ALTER TABLE ONLY public.objective_parties
    ADD CONSTRAINT objective_parties_id_stated_from_partner_key UNIQUE (id, stated_from, partner);

ALTER TABLE ONLY public.objective_parties
    ADD CONSTRAINT objective_parties_pkey PRIMARY KEY (id, stated_from, "position");

ALTER TABLE ONLY public.objectives_citations
    ADD CONSTRAINT objectives_citations_pkey PRIMARY KEY (resource, id, stated_from, "position");

ALTER TABLE ONLY public.objectives
    ADD CONSTRAINT objectives_editions_do_not_overlap EXCLUDE USING gist (((id)::text) WITH =, daterange(stated_from, stated_until) WITH &&);

ALTER TABLE ONLY public.objectives
    ADD CONSTRAINT objectives_pkey PRIMARY KEY (id, stated_from);

ALTER TABLE ONLY public.partner_aliases
    ADD CONSTRAINT partner_aliases_partner_folded_key UNIQUE (partner, folded);

ALTER TABLE ONLY public.partner_aliases
    ADD CONSTRAINT partner_aliases_pkey PRIMARY KEY (partner, "position");

ALTER TABLE ONLY public.partners
    ADD CONSTRAINT partners_alpha2_key UNIQUE (alpha2);

ALTER TABLE ONLY public.partners
    ADD CONSTRAINT partners_numeric_key UNIQUE ("numeric");

ALTER TABLE ONLY public.partners
    ADD CONSTRAINT partners_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.peacekeeping_citations
    ADD CONSTRAINT peacekeeping_citations_pkey PRIMARY KEY (resource, id, stated_from, "position");

ALTER TABLE ONLY public.peacekeeping_counterparts
    ADD CONSTRAINT peacekeeping_counterparts_id_stated_from_partner_organizati_key UNIQUE NULLS NOT DISTINCT (id, stated_from, partner, organization);

ALTER TABLE ONLY public.peacekeeping_counterparts
    ADD CONSTRAINT peacekeeping_counterparts_pkey PRIMARY KEY (id, stated_from, "position");

ALTER TABLE ONLY public.peacekeeping
    ADD CONSTRAINT peacekeeping_editions_do_not_overlap EXCLUDE USING gist (((id)::text) WITH =, daterange(stated_from, stated_until) WITH &&);

ALTER TABLE ONLY public.peacekeeping_partners
    ADD CONSTRAINT peacekeeping_partners_id_stated_from_partner_key UNIQUE (id, stated_from, partner);

ALTER TABLE ONLY public.peacekeeping_partners
    ADD CONSTRAINT peacekeeping_partners_pkey PRIMARY KEY (id, stated_from, "position");

ALTER TABLE ONLY public.peacekeeping
    ADD CONSTRAINT peacekeeping_pkey PRIMARY KEY (id, stated_from);

CREATE INDEX agreement_parties_partner_id_stated_from_idx ON public.agreement_parties USING btree (partner, id, stated_from);

CREATE INDEX citations_as_stated_stems_as_stated_spelled_idx ON ONLY public.citations USING gin (as_stated_stems, as_stated_spelled public.gin_trgm_ops);

CREATE INDEX agreements_citations_as_stated_stems_as_stated_spelled_idx ON public.agreements_citations USING gin (as_stated_stems, as_stated_spelled public.gin_trgm_ops);

CREATE INDEX citations_fact_sheet_paragraph_idx ON ONLY public.citations USING btree (fact_sheet, paragraph);

CREATE INDEX agreements_citations_fact_sheet_paragraph_idx ON public.agreements_citations USING btree (fact_sheet, paragraph);

CREATE INDEX agreements_id_trigrams ON public.agreements USING gin ((((id)::text || ''::text)) public.gin_trgm_ops);

CREATE INDEX agreements_name_stems_name_spelled_idx ON public.agreements USING gin (name_stems, name_spelled public.gin_trgm_ops);

CREATE INDEX agreements_purpose_stems_purpose_spelled_idx ON public.agreements USING gin (purpose_stems, purpose_spelled public.gin_trgm_ops);

CREATE UNIQUE INDEX agreements_standing ON public.agreements USING btree (id) WHERE (stated_until IS NULL);

CREATE INDEX dcs_categories_name_stems_name_spelled_idx ON public.dcs_categories USING gin (name_stems, name_spelled public.gin_trgm_ops);

CREATE INDEX dcs_partners_partner_id_stated_from_idx ON public.dcs_partners USING btree (partner, id, stated_from);

CREATE INDEX dcs_sales_citations_as_stated_stems_as_stated_spelled_idx ON public.dcs_sales_citations USING gin (as_stated_stems, as_stated_spelled public.gin_trgm_ops);

CREATE INDEX dcs_sales_citations_fact_sheet_paragraph_idx ON public.dcs_sales_citations USING btree (fact_sheet, paragraph);

CREATE INDEX dcs_sales_id_trigrams ON public.dcs_sales USING gin ((((id)::text || ''::text)) public.gin_trgm_ops);

CREATE UNIQUE INDEX dcs_sales_standing ON public.dcs_sales USING btree (id) WHERE (stated_until IS NULL);

CREATE INDEX exercise_participants_organization_stems_organization_spell_idx ON public.exercise_participants USING gin (organization_stems, organization_spelled public.gin_trgm_ops);

CREATE INDEX exercise_participants_partner_id_stated_from_idx ON public.exercise_participants USING btree (partner, id, stated_from);

CREATE INDEX exercises_citations_as_stated_stems_as_stated_spelled_idx ON public.exercises_citations USING gin (as_stated_stems, as_stated_spelled public.gin_trgm_ops);

CREATE INDEX exercises_citations_fact_sheet_paragraph_idx ON public.exercises_citations USING btree (fact_sheet, paragraph);

CREATE INDEX exercises_id_trigrams ON public.exercises USING gin ((((id)::text || ''::text)) public.gin_trgm_ops);

CREATE INDEX exercises_name_stems_name_spelled_idx ON public.exercises USING gin (name_stems, name_spelled public.gin_trgm_ops);

CREATE INDEX exercises_purpose_stems_purpose_spelled_idx ON public.exercises USING gin (purpose_stems, purpose_spelled public.gin_trgm_ops);

CREATE UNIQUE INDEX exercises_standing ON public.exercises USING btree (id) WHERE (stated_until IS NULL);

CREATE INDEX fact_sheet_partners_partner_idx ON public.fact_sheet_partners USING btree (partner);

CREATE INDEX fact_sheets_title_stems_title_spelled_idx ON public.fact_sheets USING gin (title_stems, title_spelled public.gin_trgm_ops);

CREATE INDEX fms_articles_as_stated_stems_as_stated_spelled_idx ON public.fms_articles USING gin (as_stated_stems, as_stated_spelled public.gin_trgm_ops);

CREATE INDEX fms_articles_designation_stems_designation_spelled_idx ON public.fms_articles USING gin (designation_stems, designation_spelled public.gin_trgm_ops);

CREATE INDEX fms_articles_name_stems_name_spelled_idx ON public.fms_articles USING gin (name_stems, name_spelled public.gin_trgm_ops);

CREATE INDEX fms_partners_partner_id_stated_from_idx ON public.fms_partners USING btree (partner, id, stated_from);

CREATE INDEX fms_sales_citations_as_stated_stems_as_stated_spelled_idx ON public.fms_sales_citations USING gin (as_stated_stems, as_stated_spelled public.gin_trgm_ops);

CREATE INDEX fms_sales_citations_fact_sheet_paragraph_idx ON public.fms_sales_citations USING btree (fact_sheet, paragraph);

CREATE INDEX fms_sales_id_trigrams ON public.fms_sales USING gin ((((id)::text || ''::text)) public.gin_trgm_ops);

CREATE UNIQUE INDEX fms_sales_standing ON public.fms_sales USING btree (id) WHERE (stated_until IS NULL);

CREATE INDEX force_posture_asset_designation_stems_asset_designation_spe_idx ON public.force_posture USING gin (asset_designation_stems, asset_designation_spelled public.gin_trgm_ops);

CREATE INDEX force_posture_asset_name_stems_asset_name_spelled_idx ON public.force_posture USING gin (asset_name_stems, asset_name_spelled public.gin_trgm_ops);

CREATE INDEX force_posture_citations_as_stated_stems_as_stated_spelled_idx ON public.force_posture_citations USING gin (as_stated_stems, as_stated_spelled public.gin_trgm_ops);

CREATE INDEX force_posture_citations_fact_sheet_paragraph_idx ON public.force_posture_citations USING btree (fact_sheet, paragraph);

CREATE INDEX force_posture_host_id_stated_from_idx ON public.force_posture USING btree (host, id, stated_from);

CREATE INDEX force_posture_id_trigrams ON public.force_posture USING gin ((((id)::text || ''::text)) public.gin_trgm_ops);

CREATE UNIQUE INDEX force_posture_standing ON public.force_posture USING btree (id) WHERE (stated_until IS NULL);

CREATE INDEX objective_concerns_partner_id_stated_from_idx ON public.objective_concerns USING btree (partner, id, stated_from);

CREATE INDEX objective_concerns_subject_stems_subject_spelled_idx ON public.objective_concerns USING gin (subject_stems, subject_spelled public.gin_trgm_ops);

CREATE INDEX objective_parties_partner_id_stated_from_idx ON public.objective_parties USING btree (partner, id, stated_from);

CREATE INDEX objectives_citations_as_stated_stems_as_stated_spelled_idx ON public.objectives_citations USING gin (as_stated_stems, as_stated_spelled public.gin_trgm_ops);

CREATE INDEX objectives_citations_fact_sheet_paragraph_idx ON public.objectives_citations USING btree (fact_sheet, paragraph);

CREATE INDEX objectives_id_trigrams ON public.objectives USING gin ((((id)::text || ''::text)) public.gin_trgm_ops);

CREATE UNIQUE INDEX objectives_standing ON public.objectives USING btree (id) WHERE (stated_until IS NULL);

CREATE INDEX objectives_title_stems_title_spelled_idx ON public.objectives USING gin (title_stems, title_spelled public.gin_trgm_ops);

CREATE INDEX partner_aliases_alias_stems_alias_spelled_idx ON public.partner_aliases USING gin (alias_stems, alias_spelled public.gin_trgm_ops);

CREATE INDEX partners_id_stems_id_spelled_idx ON public.partners USING gin (id_stems, id_spelled public.gin_trgm_ops);

CREATE INDEX partners_name_stems_name_spelled_idx ON public.partners USING gin (name_stems, name_spelled public.gin_trgm_ops);

CREATE INDEX peacekeeping_citations_as_stated_stems_as_stated_spelled_idx ON public.peacekeeping_citations USING gin (as_stated_stems, as_stated_spelled public.gin_trgm_ops);

CREATE INDEX peacekeeping_citations_fact_sheet_paragraph_idx ON public.peacekeeping_citations USING btree (fact_sheet, paragraph);

CREATE INDEX peacekeeping_counterparts_organization_stems_organization_s_idx ON public.peacekeeping_counterparts USING gin (organization_stems, organization_spelled public.gin_trgm_ops);

CREATE INDEX peacekeeping_counterparts_partner_id_stated_from_idx ON public.peacekeeping_counterparts USING btree (partner, id, stated_from);

CREATE INDEX peacekeeping_focus_areas_stems_focus_areas_spelled_idx ON public.peacekeeping USING gin (focus_areas_stems, focus_areas_spelled public.gin_trgm_ops);

CREATE INDEX peacekeeping_id_trigrams ON public.peacekeeping USING gin ((((id)::text || ''::text)) public.gin_trgm_ops);

CREATE INDEX peacekeeping_name_stems_name_spelled_idx ON public.peacekeeping USING gin (name_stems, name_spelled public.gin_trgm_ops);

CREATE INDEX peacekeeping_partners_partner_id_stated_from_idx ON public.peacekeeping_partners USING btree (partner, id, stated_from);

CREATE UNIQUE INDEX peacekeeping_standing ON public.peacekeeping USING btree (id) WHERE (stated_until IS NULL);

ALTER INDEX public.citations_as_stated_stems_as_stated_spelled_idx ATTACH PARTITION public.agreements_citations_as_stated_stems_as_stated_spelled_idx;

ALTER INDEX public.citations_fact_sheet_paragraph_idx ATTACH PARTITION public.agreements_citations_fact_sheet_paragraph_idx;

ALTER INDEX public.citations_pkey ATTACH PARTITION public.agreements_citations_pkey;

ALTER INDEX public.citations_as_stated_stems_as_stated_spelled_idx ATTACH PARTITION public.dcs_sales_citations_as_stated_stems_as_stated_spelled_idx;

ALTER INDEX public.citations_fact_sheet_paragraph_idx ATTACH PARTITION public.dcs_sales_citations_fact_sheet_paragraph_idx;

ALTER INDEX public.citations_pkey ATTACH PARTITION public.dcs_sales_citations_pkey;

ALTER INDEX public.citations_as_stated_stems_as_stated_spelled_idx ATTACH PARTITION public.exercises_citations_as_stated_stems_as_stated_spelled_idx;

ALTER INDEX public.citations_fact_sheet_paragraph_idx ATTACH PARTITION public.exercises_citations_fact_sheet_paragraph_idx;

ALTER INDEX public.citations_pkey ATTACH PARTITION public.exercises_citations_pkey;

ALTER INDEX public.citations_as_stated_stems_as_stated_spelled_idx ATTACH PARTITION public.fms_sales_citations_as_stated_stems_as_stated_spelled_idx;

ALTER INDEX public.citations_fact_sheet_paragraph_idx ATTACH PARTITION public.fms_sales_citations_fact_sheet_paragraph_idx;

ALTER INDEX public.citations_pkey ATTACH PARTITION public.fms_sales_citations_pkey;

ALTER INDEX public.citations_as_stated_stems_as_stated_spelled_idx ATTACH PARTITION public.force_posture_citations_as_stated_stems_as_stated_spelled_idx;

ALTER INDEX public.citations_fact_sheet_paragraph_idx ATTACH PARTITION public.force_posture_citations_fact_sheet_paragraph_idx;

ALTER INDEX public.citations_pkey ATTACH PARTITION public.force_posture_citations_pkey;

ALTER INDEX public.citations_as_stated_stems_as_stated_spelled_idx ATTACH PARTITION public.objectives_citations_as_stated_stems_as_stated_spelled_idx;

ALTER INDEX public.citations_fact_sheet_paragraph_idx ATTACH PARTITION public.objectives_citations_fact_sheet_paragraph_idx;

ALTER INDEX public.citations_pkey ATTACH PARTITION public.objectives_citations_pkey;

ALTER INDEX public.citations_as_stated_stems_as_stated_spelled_idx ATTACH PARTITION public.peacekeeping_citations_as_stated_stems_as_stated_spelled_idx;

ALTER INDEX public.citations_fact_sheet_paragraph_idx ATTACH PARTITION public.peacekeeping_citations_fact_sheet_paragraph_idx;

ALTER INDEX public.citations_pkey ATTACH PARTITION public.peacekeeping_citations_pkey;

CREATE CONSTRAINT TRIGGER agreements_are_cited AFTER INSERT ON public.agreements DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.is_cited('agreements', 'agreements');

CREATE CONSTRAINT TRIGGER agreements_stay_cited AFTER DELETE OR UPDATE ON public.agreements_citations DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.is_cited('agreements', 'agreements');

CREATE CONSTRAINT TRIGGER dcs_sales_are_cited AFTER INSERT ON public.dcs_sales DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.is_cited('sales/dcs', 'dcs_sales');

CREATE CONSTRAINT TRIGGER dcs_sales_stay_cited AFTER DELETE OR UPDATE ON public.dcs_sales_citations DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.is_cited('sales/dcs', 'dcs_sales');

CREATE CONSTRAINT TRIGGER exercises_are_cited AFTER INSERT ON public.exercises DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.is_cited('exercises', 'exercises');

CREATE CONSTRAINT TRIGGER exercises_stay_cited AFTER DELETE OR UPDATE ON public.exercises_citations DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.is_cited('exercises', 'exercises');

CREATE CONSTRAINT TRIGGER fms_sales_are_cited AFTER INSERT ON public.fms_sales DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.is_cited('sales/fms', 'fms_sales');

CREATE CONSTRAINT TRIGGER fms_sales_stay_cited AFTER DELETE OR UPDATE ON public.fms_sales_citations DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.is_cited('sales/fms', 'fms_sales');

CREATE CONSTRAINT TRIGGER force_posture_are_cited AFTER INSERT ON public.force_posture DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.is_cited('force-posture', 'force_posture');

CREATE CONSTRAINT TRIGGER force_posture_stay_cited AFTER DELETE OR UPDATE ON public.force_posture_citations DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.is_cited('force-posture', 'force_posture');

CREATE TRIGGER keeps_its_date BEFORE UPDATE OF published ON public.fact_sheets FOR EACH ROW WHEN ((lower((old.published)::daterange) <> lower((new.published)::daterange))) EXECUTE FUNCTION public.keeps_its_date();

CREATE TRIGGER next_revision BEFORE UPDATE ON public.agreements FOR EACH ROW EXECUTE FUNCTION public.next_revision();

CREATE TRIGGER next_revision BEFORE UPDATE ON public.dcs_sales FOR EACH ROW EXECUTE FUNCTION public.next_revision();

CREATE TRIGGER next_revision BEFORE UPDATE ON public.exercises FOR EACH ROW EXECUTE FUNCTION public.next_revision();

CREATE TRIGGER next_revision BEFORE UPDATE ON public.fact_sheets FOR EACH ROW EXECUTE FUNCTION public.next_revision();

CREATE TRIGGER next_revision BEFORE UPDATE ON public.fms_sales FOR EACH ROW EXECUTE FUNCTION public.next_revision();

CREATE TRIGGER next_revision BEFORE UPDATE ON public.force_posture FOR EACH ROW EXECUTE FUNCTION public.next_revision();

CREATE TRIGGER next_revision BEFORE UPDATE ON public.objectives FOR EACH ROW EXECUTE FUNCTION public.next_revision();

CREATE TRIGGER next_revision BEFORE UPDATE ON public.partners FOR EACH ROW EXECUTE FUNCTION public.next_revision();

CREATE TRIGGER next_revision BEFORE UPDATE ON public.peacekeeping FOR EACH ROW EXECUTE FUNCTION public.next_revision();

CREATE CONSTRAINT TRIGGER objectives_are_cited AFTER INSERT ON public.objectives DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.is_cited('objectives', 'objectives');

CREATE CONSTRAINT TRIGGER objectives_stay_cited AFTER DELETE OR UPDATE ON public.objectives_citations DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.is_cited('objectives', 'objectives');

CREATE CONSTRAINT TRIGGER peacekeeping_are_cited AFTER INSERT ON public.peacekeeping DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.is_cited('peacekeeping', 'peacekeeping');

CREATE CONSTRAINT TRIGGER peacekeeping_stay_cited AFTER DELETE OR UPDATE ON public.peacekeeping_citations DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.is_cited('peacekeeping', 'peacekeeping');

CREATE TRIGGER take_place BEFORE INSERT ON public.agreements FOR EACH ROW EXECUTE FUNCTION public.take_place();

CREATE TRIGGER take_place BEFORE INSERT ON public.dcs_sales FOR EACH ROW EXECUTE FUNCTION public.take_place();

CREATE TRIGGER take_place BEFORE INSERT ON public.exercises FOR EACH ROW EXECUTE FUNCTION public.take_place();

CREATE TRIGGER take_place BEFORE INSERT ON public.fms_sales FOR EACH ROW EXECUTE FUNCTION public.take_place();

CREATE TRIGGER take_place BEFORE INSERT ON public.force_posture FOR EACH ROW EXECUTE FUNCTION public.take_place();

CREATE TRIGGER take_place BEFORE INSERT ON public.objectives FOR EACH ROW EXECUTE FUNCTION public.take_place();

CREATE TRIGGER take_place BEFORE INSERT ON public.peacekeeping FOR EACH ROW EXECUTE FUNCTION public.take_place();

ALTER TABLE ONLY public.agreement_parties
    ADD CONSTRAINT agreement_parties_id_stated_from_fkey FOREIGN KEY (id, stated_from) REFERENCES public.agreements(id, stated_from) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY public.agreement_parties
    ADD CONSTRAINT agreement_parties_partner_fkey FOREIGN KEY (partner) REFERENCES public.partners(id) ON UPDATE CASCADE;

ALTER TABLE ONLY public.agreements_citations
    ADD CONSTRAINT agreements_citations_id_stated_from_fkey FOREIGN KEY (id, stated_from) REFERENCES public.agreements(id, stated_from) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE public.citations
    ADD CONSTRAINT citations_fact_sheet_fkey FOREIGN KEY (fact_sheet) REFERENCES public.fact_sheets(id) ON UPDATE CASCADE;

ALTER TABLE ONLY public.dcs_categories
    ADD CONSTRAINT dcs_categories_id_stated_from_fkey FOREIGN KEY (id, stated_from) REFERENCES public.dcs_sales(id, stated_from) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY public.dcs_partners
    ADD CONSTRAINT dcs_partners_id_stated_from_fkey FOREIGN KEY (id, stated_from) REFERENCES public.dcs_sales(id, stated_from) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY public.dcs_partners
    ADD CONSTRAINT dcs_partners_partner_fkey FOREIGN KEY (partner) REFERENCES public.partners(id) ON UPDATE CASCADE;

ALTER TABLE ONLY public.dcs_sales_citations
    ADD CONSTRAINT dcs_sales_citations_id_stated_from_fkey FOREIGN KEY (id, stated_from) REFERENCES public.dcs_sales(id, stated_from) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY public.exercise_participants
    ADD CONSTRAINT exercise_participants_id_stated_from_fkey FOREIGN KEY (id, stated_from) REFERENCES public.exercises(id, stated_from) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY public.exercise_participants
    ADD CONSTRAINT exercise_participants_partner_fkey FOREIGN KEY (partner) REFERENCES public.partners(id) ON UPDATE CASCADE;

ALTER TABLE ONLY public.exercises_citations
    ADD CONSTRAINT exercises_citations_id_stated_from_fkey FOREIGN KEY (id, stated_from) REFERENCES public.exercises(id, stated_from) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY public.fact_sheet_partners
    ADD CONSTRAINT fact_sheet_partners_fact_sheet_fkey FOREIGN KEY (fact_sheet) REFERENCES public.fact_sheets(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY public.fact_sheet_partners
    ADD CONSTRAINT fact_sheet_partners_partner_fkey FOREIGN KEY (partner) REFERENCES public.partners(id) ON UPDATE CASCADE;

ALTER TABLE ONLY public.fms_articles
    ADD CONSTRAINT fms_articles_id_stated_from_fkey FOREIGN KEY (id, stated_from) REFERENCES public.fms_sales(id, stated_from) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY public.fms_partners
    ADD CONSTRAINT fms_partners_id_stated_from_fkey FOREIGN KEY (id, stated_from) REFERENCES public.fms_sales(id, stated_from) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY public.fms_partners
    ADD CONSTRAINT fms_partners_partner_fkey FOREIGN KEY (partner) REFERENCES public.partners(id) ON UPDATE CASCADE;

ALTER TABLE ONLY public.fms_sales_citations
    ADD CONSTRAINT fms_sales_citations_id_stated_from_fkey FOREIGN KEY (id, stated_from) REFERENCES public.fms_sales(id, stated_from) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY public.force_posture_citations
    ADD CONSTRAINT force_posture_citations_id_stated_from_fkey FOREIGN KEY (id, stated_from) REFERENCES public.force_posture(id, stated_from) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY public.force_posture
    ADD CONSTRAINT force_posture_host_fkey FOREIGN KEY (host) REFERENCES public.partners(id) ON UPDATE CASCADE;

ALTER TABLE ONLY public.objective_concerns
    ADD CONSTRAINT objective_concerns_id_stated_from_fkey FOREIGN KEY (id, stated_from) REFERENCES public.objectives(id, stated_from) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY public.objective_concerns
    ADD CONSTRAINT objective_concerns_partner_fkey FOREIGN KEY (partner) REFERENCES public.partners(id) ON UPDATE CASCADE;

ALTER TABLE ONLY public.objective_parties
    ADD CONSTRAINT objective_parties_id_stated_from_fkey FOREIGN KEY (id, stated_from) REFERENCES public.objectives(id, stated_from) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY public.objective_parties
    ADD CONSTRAINT objective_parties_partner_fkey FOREIGN KEY (partner) REFERENCES public.partners(id) ON UPDATE CASCADE;

ALTER TABLE ONLY public.objectives_citations
    ADD CONSTRAINT objectives_citations_id_stated_from_fkey FOREIGN KEY (id, stated_from) REFERENCES public.objectives(id, stated_from) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY public.partner_aliases
    ADD CONSTRAINT partner_aliases_partner_fkey FOREIGN KEY (partner) REFERENCES public.partners(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY public.peacekeeping_citations
    ADD CONSTRAINT peacekeeping_citations_id_stated_from_fkey FOREIGN KEY (id, stated_from) REFERENCES public.peacekeeping(id, stated_from) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY public.peacekeeping_counterparts
    ADD CONSTRAINT peacekeeping_counterparts_id_stated_from_fkey FOREIGN KEY (id, stated_from) REFERENCES public.peacekeeping(id, stated_from) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY public.peacekeeping_counterparts
    ADD CONSTRAINT peacekeeping_counterparts_partner_fkey FOREIGN KEY (partner) REFERENCES public.partners(id) ON UPDATE CASCADE;

ALTER TABLE ONLY public.peacekeeping_partners
    ADD CONSTRAINT peacekeeping_partners_id_stated_from_fkey FOREIGN KEY (id, stated_from) REFERENCES public.peacekeeping(id, stated_from) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY public.peacekeeping_partners
    ADD CONSTRAINT peacekeeping_partners_partner_fkey FOREIGN KEY (partner) REFERENCES public.partners(id) ON UPDATE CASCADE;
