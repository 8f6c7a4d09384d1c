-- Generated from the migrations, functions and views; a test keeps it true.

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;

COMMENT ON EXTENSION btree_gist IS 'support for indexing common datatypes in GiST';

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

COMMENT ON EXTENSION pg_trgm IS 'text similarity measurement and index searching based on trigrams';

CREATE TYPE public.article AS (
	name text,
	designation text,
	"group" text,
	as_stated text,
	count integer
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

CREATE TYPE public.classified AS (
	line bigint,
	id text,
	stated_from date,
	body jsonb,
	op text,
	is_new boolean,
	before json
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

CREATE TYPE public.staged AS (
	line bigint,
	id text,
	stated_from date,
	body jsonb
);

CREATE DOMAIN public.usml_numeral AS text
	CONSTRAINT usml_numeral_check CHECK ((VALUE = ANY (ARRAY['I'::text, 'II'::text, 'III'::text, 'IV'::text, 'V'::text, 'VI'::text, 'VII'::text, 'VIII'::text, 'IX'::text, 'X'::text, 'XI'::text, 'XII'::text, 'XIII'::text, 'XIV'::text, 'XV'::text, 'XVI'::text, 'XVII'::text, 'XVIII'::text, 'XIX'::text, 'XX'::text, 'XXI'::text])));

CREATE FUNCTION public.agreements_are_cited() RETURNS trigger
    LANGUAGE plpgsql
    SET enable_seqscan TO 'off'
    AS $$
      declare
        of_id slug := case tg_op when 'INSERT' then new.id else old.id end;
        of_date date := case tg_op when 'INSERT' then new.stated_from else old.stated_from end;
      begin
        -- By the array, because it is one citation or a few that are looked for, and never all that a sheet has.
        perform from fact_sheets s
          where s.id = any (array(select c.fact_sheet from agreements_citations c where (c.resource, c.id, c.stated_from) = ('agreements', of_id, of_date)))
            and lower(s.published) = of_date
          for share;
        if not found and exists (select from agreements where (id, stated_from) = (of_id, of_date)) then
          raise exception 'the edition of % of % % cites no fact sheet of that date', of_date, 'agreements', of_id
            using errcode = 'check_violation', constraint = 'agreements_are_cited', table = 'agreements';
        end if;
        return null;
      end $$;

CREATE FUNCTION public.agreements_take_place() RETURNS trigger
    LANGUAGE plpgsql
    SET enable_seqscan TO 'off'
    AS $$
      declare
        later date;
      begin
        if exists (select from agreements where id = new.id) then
          update agreements set stated_until = new.stated_from
           where id = new.id and stated_from < new.stated_from and (stated_until is null or stated_until > new.stated_from);
          select min(stated_from) into later from agreements where id = new.id and stated_from > new.stated_from;
          new.stated_until := least(new.stated_until, later);
        end if;
        return new;
      end $$;

CREATE FUNCTION public.answered(p public.period) RETURNS json
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS $$
begin
  return case when (p).starts is not null or (p).ends is not null then (
    select row_to_json(a)
      from (select public.written((p).starts) as start, (p).starts_basis as "startBasis",
                   public.written((p).ends) as "end", (p).ends_basis as "endBasis") a) end;
end $$;

CREATE FUNCTION public.answered(q public.quantity) RETURNS json
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS $$
begin
  return case when (q).as_stated is not null then (
    select row_to_json(a)
      from (select (q).value, (q).low, (q).high, (q).qualifier, (q).unit, (q).as_stated as "asStated") a) end;
end $$;

CREATE FUNCTION public.articles_json(articles public.article[]) RETURNS json
    LANGUAGE sql IMMUTABLE
    RETURN (SELECT COALESCE(json_agg(json_build_object('name', a.name, 'designation', a.designation, 'group', a."group", 'count', a.count, 'asStated', a.as_stated) ORDER BY a."position"), '[]'::json) AS "coalesce" FROM unnest(articles_json.articles) WITH ORDINALITY a(name, designation, "group", as_stated, count, "position"));

CREATE FUNCTION public.articles_of(list jsonb) RETURNS json
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS $$
begin
  return array_to_json(array(
    select a
      from (select p.part ->> 'name' as name, p.part ->> 'designation' as designation, p.part ->> 'group' as "group",
                   (p.part ->> 'count')::integer as count, p.part ->> 'asStated' as "asStated"
              from jsonb_array_elements(list) with ordinality p (part, position)
             order by p.position) a));
end $$;

CREATE FUNCTION public.assistance_are_cited() RETURNS trigger
    LANGUAGE plpgsql
    SET enable_seqscan TO 'off'
    AS $$
      declare
        of_id slug := case tg_op when 'INSERT' then new.id else old.id end;
        of_date date := case tg_op when 'INSERT' then new.stated_from else old.stated_from end;
      begin
        -- By the array, because it is one citation or a few that are looked for, and never all that a sheet has.
        perform from fact_sheets s
          where s.id = any (array(select c.fact_sheet from assistance_citations c where (c.resource, c.id, c.stated_from) = ('assistance', of_id, of_date)))
            and lower(s.published) = of_date
          for share;
        if not found and exists (select from assistance where (id, stated_from) = (of_id, of_date)) then
          raise exception 'the edition of % of % % cites no fact sheet of that date', of_date, 'assistance', of_id
            using errcode = 'check_violation', constraint = 'assistance_are_cited', table = 'assistance';
        end if;
        return null;
      end $$;

CREATE FUNCTION public.assistance_has_its_whole() RETURNS trigger
    LANGUAGE plpgsql
    SET enable_seqscan TO 'off'
    AS $$
begin
  if not exists (select from assistance where id = new.part_of) then
    raise exception '% is said to be a part of %, which is no figure of assistance', new.id, new.part_of
      using errcode = 'foreign_key_violation', constraint = 'assistance_has_its_whole', table = 'assistance';
  end if;
  return null;
end $$;

CREATE FUNCTION public.assistance_take_place() RETURNS trigger
    LANGUAGE plpgsql
    SET enable_seqscan TO 'off'
    AS $$
declare
  later date;
begin
  if exists (select from assistance where id = new.id) then
    update assistance set stated_until = new.stated_from
     where id = new.id and stated_from < new.stated_from and (stated_until is null or stated_until > new.stated_from);
    select min(stated_from) into later from assistance where id = new.id and stated_from > new.stated_from;
    new.stated_until := least(new.stated_until, later);
  end if;
  return new;
end $$;

CREATE FUNCTION public.begin_import() RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  -- A large one takes as long as it takes.
  perform set_config(s.name, '0', true) from pg_settings s
    where s.name in ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout', 'transaction_timeout');
  create temp table staged_rows (line bigint not null, id text not null, stated_from date, body jsonb not null) on commit drop;
end $$;

CREATE FUNCTION public.begin_write(who text, reason text) RETURNS bigint
    LANGUAGE plpgsql
    AS $_$
declare
  begun bigint;
begin
  insert into writes (who, reason) values ($1, $2) returning id into begun;
  return begun;
end $_$;

CREATE FUNCTION public.days_of(written text) RETURNS daterange
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE length(written) WHEN 4 THEN daterange(((written || '-01-01'::text))::date, ((((written || '-01-01'::text))::date + '1 year'::interval))::date) WHEN 7 THEN daterange(((written || '-01'::text))::date, ((((written || '-01'::text))::date + '1 mon'::interval))::date) ELSE CASE WHEN (written IS NOT NULL) THEN daterange((written)::date, ((written)::date + 1)) ELSE NULL::daterange END END;

CREATE FUNCTION public.calendar_years(first integer, last integer) RETURNS public.period
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ROW((public.days_of(lpad((first)::text, 4, '0'::text)))::public.partial_date, CASE WHEN (first IS NOT NULL) THEN 'calendarYear'::text ELSE NULL::text END, (public.days_of(lpad((last)::text, 4, '0'::text)))::public.partial_date, CASE WHEN (last IS NOT NULL) THEN 'calendarYear'::text ELSE NULL::text END)::public.period;

CREATE FUNCTION public.categories_of(list jsonb) RETURNS json
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS $$
begin
  return array_to_json(array(
    select c
      from (select (p.part ->> 'rank')::smallint as rank, p.part ->> 'name' as name, texts_of(p.part -> 'usml') as usml,
                   (p.part ->> 'usmlStated')::boolean as "usmlStated"
              from jsonb_array_elements(list) p (part)
             order by rank) c));
end $$;

CREATE FUNCTION public.changes_a_fact(op text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (op = ANY (ARRAY['created'::text, 'revised'::text, 'corrected'::text, 'restored'::text]));

CREATE FUNCTION public.citation_faults(rows public.staged[]) RETURNS TABLE(line bigint, pointer text, code text, detail text, near text[])
    LANGUAGE sql STABLE
    AS $$
  select r.line, concat('/citations/', c.position - 1, '/factSheet'), 'unknownReference',
         format('No fact sheet has the id %s. Fact sheets are at /fact-sheets.', c.cite ->> 'factSheet'),
         near_ids('fact-sheets', c.cite ->> 'factSheet')
    from unnest(rows) r, jsonb_array_elements(r.body -> 'citations') with ordinality c (cite, position)
   where not exists (select from fact_sheets s where s.id = c.cite ->> 'factSheet')
  union all
  select r.line, '/statedFrom', 'contradiction', format(
           'An edition is stated from the day of a fact sheet that it cites: %s.', string_agg(distinct lower(s.published)::text, ' or ')), null
    from unnest(rows) r, jsonb_array_elements(r.body -> 'citations') c join fact_sheets s on s.id = c ->> 'factSheet'
   group by r.line, r.stated_from
  having not bool_or(lower(s.published) = r.stated_from)
$$;

CREATE FUNCTION public.citations_json(resource text, id text, stated_from date) RETURNS json
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    SET enable_seqscan TO 'off'
    AS $_$
begin
  return (select json_agg(json_build_object('factSheet', c.fact_sheet, 'paragraph', c.paragraph, 'asStated', c.as_stated) order by c.position)
            from citations c
           where (c.resource, c.id, c.stated_from) = ($1 collate "default", $2 collate "C", $3));
end $_$;

CREATE FUNCTION public.citations_of(list jsonb) RETURNS json
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS $$
begin
  return array_to_json(array(
    select c
      from (select p.part ->> 'factSheet' as "factSheet", (p.part ->> 'paragraph')::smallint as paragraph, p.part ->> 'asStated' as "asStated"
              from jsonb_array_elements(list) with ordinality p (part, position)
             order by p.position) c));
end $$;

CREATE FUNCTION public.cited(sheet text, cites public.cite[]) RETURNS json
    LANGUAGE sql IMMUTABLE
    RETURN (SELECT COALESCE(json_agg(json_build_object('factSheet', cited.sheet, 'paragraph', c.paragraph, 'asStated', c.as_stated) ORDER BY c."position"), '[]'::json) AS "coalesce" FROM unnest(cited.cites) WITH ORDINALITY c(paragraph, as_stated, "position"));

CREATE FUNCTION public.classify(of_resource text, rows public.staged[], on_conflict text) RETURNS public.classified[]
    LANGUAGE plpgsql STABLE
    AS $$
    begin
      case of_resource
      when 'partners' then return classify_partners(rows, on_conflict);
      when 'fact-sheets' then return classify_fact_sheets(rows, on_conflict);
      when 'agreements' then return classify_agreements(rows, on_conflict);
      when 'exercises' then return classify_exercises(rows, on_conflict);
      when 'sales/fms' then return classify_fms_sales(rows, on_conflict);
      when 'sales/dcs' then return classify_dcs_sales(rows, on_conflict);
      when 'assistance' then return classify_assistance(rows, on_conflict);
      when 'force-posture' then return classify_force_posture(rows, on_conflict);
      when 'peacekeeping' then return classify_peacekeeping(rows, on_conflict);
      when 'objectives' then return classify_objectives(rows, on_conflict);
       end case;
    end $$;

CREATE FUNCTION public.classify_agreements(rows public.staged[], on_conflict text) RETURNS public.classified[]
    LANGUAGE plpgsql STABLE
    AS $$
      begin
        return (
          select array_agg(row(r.line, r.id, r.stated_from, r.body,
                   case when r.is_same then 'unchanged'
                        when r.was_withdrawn and r.until is null then 'restored'
                        when not r.is_new and on_conflict = 'error' then 'conflict'
                        when not r.is_new and on_conflict = 'skip' then 'skipped'
                        when not r.is_new then 'corrected'
                        when r.is_first then 'created'
                        else 'revised' end,
                   r.is_new, r.before)::classified order by r.line)
            from (select r.*, e.id is null as is_new, w.id is not null as was_withdrawn, until.until,
                         around.editions = 0 and row_number() over (partition by r.id order by r.line) = 1 as is_first,
                         coalesce(e.id is not null and (w.id is null or until.until is not null) and e.stated_until is not distinct from until.until
                                  and there.document::jsonb - 'statedUntil' = r.body - '{statedUntil,revision,updatedAt}'::text[], false) as is_same,
                         case when e.id is not null then there.document else (select document(p) from agreements p where (p.id, p.stated_from) = (r.id, around.previous)) end as before
                    from unnest(rows) r
                    left join agreements e on (e.id, e.stated_from) = (r.id, r.stated_from)
                    left join withdrawals w on (w.resource, w.id) = ('agreements', r.id)
                    cross join lateral (select case when e.id is not null then document(e) end as document offset 0) there
                    cross join lateral (select count(*) as editions, max(p.stated_from) filter (where p.stated_from < r.stated_from) as previous,
                min(p.stated_from) filter (where p.stated_from > r.stated_from) as next from agreements p where p.id = r.id) around
                    cross join lateral (select least((r.body ->> 'statedUntil')::date, around.next) as until) until) r);
      end $$;

CREATE FUNCTION public.classify_assistance(rows public.staged[], on_conflict text) RETURNS public.classified[]
    LANGUAGE plpgsql STABLE
    AS $$
      begin
        return (
          select array_agg(row(r.line, r.id, r.stated_from, r.body,
                   case when r.is_same then 'unchanged'
                        when r.was_withdrawn and r.until is null then 'restored'
                        when not r.is_new and on_conflict = 'error' then 'conflict'
                        when not r.is_new and on_conflict = 'skip' then 'skipped'
                        when not r.is_new then 'corrected'
                        when r.is_first then 'created'
                        else 'revised' end,
                   r.is_new, r.before)::classified order by r.line)
            from (select r.*, e.id is null as is_new, w.id is not null as was_withdrawn, until.until,
                         around.editions = 0 and row_number() over (partition by r.id order by r.line) = 1 as is_first,
                         coalesce(e.id is not null and (w.id is null or until.until is not null) and e.stated_until is not distinct from until.until
                                  and there.document::jsonb - 'statedUntil' = r.body - '{statedUntil,revision,updatedAt}'::text[], false) as is_same,
                         case when e.id is not null then there.document else (select document(p) from assistance p where (p.id, p.stated_from) = (r.id, around.previous)) end as before
                    from unnest(rows) r
                    left join assistance e on (e.id, e.stated_from) = (r.id, r.stated_from)
                    left join withdrawals w on (w.resource, w.id) = ('assistance', r.id)
                    cross join lateral (select case when e.id is not null then document(e) end as document offset 0) there
                    cross join lateral (select count(*) as editions, max(p.stated_from) filter (where p.stated_from < r.stated_from) as previous,
                min(p.stated_from) filter (where p.stated_from > r.stated_from) as next from assistance p where p.id = r.id) around
                    cross join lateral (select least((r.body ->> 'statedUntil')::date, around.next) as until) until) r);
      end $$;

CREATE FUNCTION public.classify_dcs_sales(rows public.staged[], on_conflict text) RETURNS public.classified[]
    LANGUAGE plpgsql STABLE
    AS $$
      begin
        return (
          select array_agg(row(r.line, r.id, r.stated_from, r.body,
                   case when r.is_same then 'unchanged'
                        when r.was_withdrawn and r.until is null then 'restored'
                        when not r.is_new and on_conflict = 'error' then 'conflict'
                        when not r.is_new and on_conflict = 'skip' then 'skipped'
                        when not r.is_new then 'corrected'
                        when r.is_first then 'created'
                        else 'revised' end,
                   r.is_new, r.before)::classified order by r.line)
            from (select r.*, e.id is null as is_new, w.id is not null as was_withdrawn, until.until,
                         around.editions = 0 and row_number() over (partition by r.id order by r.line) = 1 as is_first,
                         coalesce(e.id is not null and (w.id is null or until.until is not null) and e.stated_until is not distinct from until.until
                                  and there.document::jsonb - 'statedUntil' = r.body - '{statedUntil,revision,updatedAt}'::text[], false) as is_same,
                         case when e.id is not null then there.document else (select document(p) from dcs_sales p where (p.id, p.stated_from) = (r.id, around.previous)) end as before
                    from unnest(rows) r
                    left join dcs_sales e on (e.id, e.stated_from) = (r.id, r.stated_from)
                    left join withdrawals w on (w.resource, w.id) = ('sales/dcs', r.id)
                    cross join lateral (select case when e.id is not null then document(e) end as document offset 0) there
                    cross join lateral (select count(*) as editions, max(p.stated_from) filter (where p.stated_from < r.stated_from) as previous,
                min(p.stated_from) filter (where p.stated_from > r.stated_from) as next from dcs_sales p where p.id = r.id) around
                    cross join lateral (select least((r.body ->> 'statedUntil')::date, around.next) as until) until) r);
      end $$;

CREATE FUNCTION public.classify_exercises(rows public.staged[], on_conflict text) RETURNS public.classified[]
    LANGUAGE plpgsql STABLE
    AS $$
      begin
        return (
          select array_agg(row(r.line, r.id, r.stated_from, r.body,
                   case when r.is_same then 'unchanged'
                        when r.was_withdrawn and r.until is null then 'restored'
                        when not r.is_new and on_conflict = 'error' then 'conflict'
                        when not r.is_new and on_conflict = 'skip' then 'skipped'
                        when not r.is_new then 'corrected'
                        when r.is_first then 'created'
                        else 'revised' end,
                   r.is_new, r.before)::classified order by r.line)
            from (select r.*, e.id is null as is_new, w.id is not null as was_withdrawn, until.until,
                         around.editions = 0 and row_number() over (partition by r.id order by r.line) = 1 as is_first,
                         coalesce(e.id is not null and (w.id is null or until.until is not null) and e.stated_until is not distinct from until.until
                                  and there.document::jsonb - 'statedUntil' = r.body - '{statedUntil,revision,updatedAt}'::text[], false) as is_same,
                         case when e.id is not null then there.document else (select document(p) from exercises p where (p.id, p.stated_from) = (r.id, around.previous)) end as before
                    from unnest(rows) r
                    left join exercises e on (e.id, e.stated_from) = (r.id, r.stated_from)
                    left join withdrawals w on (w.resource, w.id) = ('exercises', r.id)
                    cross join lateral (select case when e.id is not null then document(e) end as document offset 0) there
                    cross join lateral (select count(*) as editions, max(p.stated_from) filter (where p.stated_from < r.stated_from) as previous,
                min(p.stated_from) filter (where p.stated_from > r.stated_from) as next from exercises p where p.id = r.id) around
                    cross join lateral (select least((r.body ->> 'statedUntil')::date, around.next) as until) until) r);
      end $$;

CREATE FUNCTION public.classify_fact_sheets(rows public.staged[], on_conflict text) RETURNS public.classified[]
    LANGUAGE plpgsql STABLE
    AS $$
      begin
        return (
          select array_agg(row(r.line, r.id, r.stated_from, r.body,
                   case when r.is_same then 'unchanged'
                        when r.was_withdrawn and r.until is null then 'restored'
                        when not r.is_new and on_conflict = 'error' then 'conflict'
                        when not r.is_new and on_conflict = 'skip' then 'skipped'
                        when not r.is_new then 'corrected'
                        when r.is_first then 'created'
                        else 'revised' end,
                   r.is_new, r.before)::classified order by r.line)
            from (select r.*, e.id is null as is_new, w.id is not null as was_withdrawn, until.until,
                         around.editions = 0 and row_number() over (partition by r.id order by r.line) = 1 as is_first,
                         coalesce(e.id is not null and (w.id is null or until.until is not null) and null::date is not distinct from until.until
                                  and there.document::jsonb - 'statedUntil' = r.body - '{statedUntil,revision,updatedAt}'::text[], false) as is_same,
                         case when e.id is not null then there.document else null::json end as before
                    from unnest(rows) r
                    left join fact_sheets e on e.id = r.id
                    left join withdrawals w on (w.resource, w.id) = ('fact-sheets', r.id)
                    cross join lateral (select case when e.id is not null then document(e) end as document offset 0) there
                    cross join lateral (select 0 as editions, null::date as previous, null::date as next) around
                    cross join lateral (select least((r.body ->> 'statedUntil')::date, around.next) as until) until) r);
      end $$;

CREATE FUNCTION public.classify_fms_sales(rows public.staged[], on_conflict text) RETURNS public.classified[]
    LANGUAGE plpgsql STABLE
    AS $$
      begin
        return (
          select array_agg(row(r.line, r.id, r.stated_from, r.body,
                   case when r.is_same then 'unchanged'
                        when r.was_withdrawn and r.until is null then 'restored'
                        when not r.is_new and on_conflict = 'error' then 'conflict'
                        when not r.is_new and on_conflict = 'skip' then 'skipped'
                        when not r.is_new then 'corrected'
                        when r.is_first then 'created'
                        else 'revised' end,
                   r.is_new, r.before)::classified order by r.line)
            from (select r.*, e.id is null as is_new, w.id is not null as was_withdrawn, until.until,
                         around.editions = 0 and row_number() over (partition by r.id order by r.line) = 1 as is_first,
                         coalesce(e.id is not null and (w.id is null or until.until is not null) and e.stated_until is not distinct from until.until
                                  and there.document::jsonb - 'statedUntil' = r.body - '{statedUntil,revision,updatedAt}'::text[], false) as is_same,
                         case when e.id is not null then there.document else (select document(p) from fms_sales p where (p.id, p.stated_from) = (r.id, around.previous)) end as before
                    from unnest(rows) r
                    left join fms_sales e on (e.id, e.stated_from) = (r.id, r.stated_from)
                    left join withdrawals w on (w.resource, w.id) = ('sales/fms', r.id)
                    cross join lateral (select case when e.id is not null then document(e) end as document offset 0) there
                    cross join lateral (select count(*) as editions, max(p.stated_from) filter (where p.stated_from < r.stated_from) as previous,
                min(p.stated_from) filter (where p.stated_from > r.stated_from) as next from fms_sales p where p.id = r.id) around
                    cross join lateral (select least((r.body ->> 'statedUntil')::date, around.next) as until) until) r);
      end $$;

CREATE FUNCTION public.classify_force_posture(rows public.staged[], on_conflict text) RETURNS public.classified[]
    LANGUAGE plpgsql STABLE
    AS $$
      begin
        return (
          select array_agg(row(r.line, r.id, r.stated_from, r.body,
                   case when r.is_same then 'unchanged'
                        when r.was_withdrawn and r.until is null then 'restored'
                        when not r.is_new and on_conflict = 'error' then 'conflict'
                        when not r.is_new and on_conflict = 'skip' then 'skipped'
                        when not r.is_new then 'corrected'
                        when r.is_first then 'created'
                        else 'revised' end,
                   r.is_new, r.before)::classified order by r.line)
            from (select r.*, e.id is null as is_new, w.id is not null as was_withdrawn, until.until,
                         around.editions = 0 and row_number() over (partition by r.id order by r.line) = 1 as is_first,
                         coalesce(e.id is not null and (w.id is null or until.until is not null) and e.stated_until is not distinct from until.until
                                  and there.document::jsonb - 'statedUntil' = r.body - '{statedUntil,revision,updatedAt}'::text[], false) as is_same,
                         case when e.id is not null then there.document else (select document(p) from force_posture p where (p.id, p.stated_from) = (r.id, around.previous)) end as before
                    from unnest(rows) r
                    left join force_posture e on (e.id, e.stated_from) = (r.id, r.stated_from)
                    left join withdrawals w on (w.resource, w.id) = ('force-posture', r.id)
                    cross join lateral (select case when e.id is not null then document(e) end as document offset 0) there
                    cross join lateral (select count(*) as editions, max(p.stated_from) filter (where p.stated_from < r.stated_from) as previous,
                min(p.stated_from) filter (where p.stated_from > r.stated_from) as next from force_posture p where p.id = r.id) around
                    cross join lateral (select least((r.body ->> 'statedUntil')::date, around.next) as until) until) r);
      end $$;

CREATE FUNCTION public.classify_objectives(rows public.staged[], on_conflict text) RETURNS public.classified[]
    LANGUAGE plpgsql STABLE
    AS $$
      begin
        return (
          select array_agg(row(r.line, r.id, r.stated_from, r.body,
                   case when r.is_same then 'unchanged'
                        when r.was_withdrawn and r.until is null then 'restored'
                        when not r.is_new and on_conflict = 'error' then 'conflict'
                        when not r.is_new and on_conflict = 'skip' then 'skipped'
                        when not r.is_new then 'corrected'
                        when r.is_first then 'created'
                        else 'revised' end,
                   r.is_new, r.before)::classified order by r.line)
            from (select r.*, e.id is null as is_new, w.id is not null as was_withdrawn, until.until,
                         around.editions = 0 and row_number() over (partition by r.id order by r.line) = 1 as is_first,
                         coalesce(e.id is not null and (w.id is null or until.until is not null) and e.stated_until is not distinct from until.until
                                  and there.document::jsonb - 'statedUntil' = r.body - '{statedUntil,revision,updatedAt}'::text[], false) as is_same,
                         case when e.id is not null then there.document else (select document(p) from objectives p where (p.id, p.stated_from) = (r.id, around.previous)) end as before
                    from unnest(rows) r
                    left join objectives e on (e.id, e.stated_from) = (r.id, r.stated_from)
                    left join withdrawals w on (w.resource, w.id) = ('objectives', r.id)
                    cross join lateral (select case when e.id is not null then document(e) end as document offset 0) there
                    cross join lateral (select count(*) as editions, max(p.stated_from) filter (where p.stated_from < r.stated_from) as previous,
                min(p.stated_from) filter (where p.stated_from > r.stated_from) as next from objectives p where p.id = r.id) around
                    cross join lateral (select least((r.body ->> 'statedUntil')::date, around.next) as until) until) r);
      end $$;

CREATE FUNCTION public.classify_partners(rows public.staged[], on_conflict text) RETURNS public.classified[]
    LANGUAGE plpgsql STABLE
    AS $$
      begin
        return (
          select array_agg(row(r.line, r.id, r.stated_from, r.body,
                   case when r.is_same then 'unchanged'
                        when r.was_withdrawn and r.until is null then 'restored'
                        when not r.is_new and on_conflict = 'error' then 'conflict'
                        when not r.is_new and on_conflict = 'skip' then 'skipped'
                        when not r.is_new then 'corrected'
                        when r.is_first then 'created'
                        else 'revised' end,
                   r.is_new, r.before)::classified order by r.line)
            from (select r.*, e.id is null as is_new, w.id is not null as was_withdrawn, until.until,
                         around.editions = 0 and row_number() over (partition by r.id order by r.line) = 1 as is_first,
                         coalesce(e.id is not null and (w.id is null or until.until is not null) and null::date is not distinct from until.until
                                  and there.document::jsonb - 'statedUntil' = r.body - '{statedUntil,revision,updatedAt}'::text[], false) as is_same,
                         case when e.id is not null then there.document else null::json end as before
                    from unnest(rows) r
                    left join partners e on e.id = r.id
                    left join withdrawals w on (w.resource, w.id) = ('partners', r.id)
                    cross join lateral (select case when e.id is not null then document(e) end as document offset 0) there
                    cross join lateral (select 0 as editions, null::date as previous, null::date as next) around
                    cross join lateral (select least((r.body ->> 'statedUntil')::date, around.next) as until) until) r);
      end $$;

CREATE FUNCTION public.classify_peacekeeping(rows public.staged[], on_conflict text) RETURNS public.classified[]
    LANGUAGE plpgsql STABLE
    AS $$
      begin
        return (
          select array_agg(row(r.line, r.id, r.stated_from, r.body,
                   case when r.is_same then 'unchanged'
                        when r.was_withdrawn and r.until is null then 'restored'
                        when not r.is_new and on_conflict = 'error' then 'conflict'
                        when not r.is_new and on_conflict = 'skip' then 'skipped'
                        when not r.is_new then 'corrected'
                        when r.is_first then 'created'
                        else 'revised' end,
                   r.is_new, r.before)::classified order by r.line)
            from (select r.*, e.id is null as is_new, w.id is not null as was_withdrawn, until.until,
                         around.editions = 0 and row_number() over (partition by r.id order by r.line) = 1 as is_first,
                         coalesce(e.id is not null and (w.id is null or until.until is not null) and e.stated_until is not distinct from until.until
                                  and there.document::jsonb - 'statedUntil' = r.body - '{statedUntil,revision,updatedAt}'::text[], false) as is_same,
                         case when e.id is not null then there.document else (select document(p) from peacekeeping p where (p.id, p.stated_from) = (r.id, around.previous)) end as before
                    from unnest(rows) r
                    left join peacekeeping e on (e.id, e.stated_from) = (r.id, r.stated_from)
                    left join withdrawals w on (w.resource, w.id) = ('peacekeeping', r.id)
                    cross join lateral (select case when e.id is not null then document(e) end as document offset 0) there
                    cross join lateral (select count(*) as editions, max(p.stated_from) filter (where p.stated_from < r.stated_from) as previous,
                min(p.stated_from) filter (where p.stated_from > r.stated_from) as next from peacekeeping p where p.id = r.id) around
                    cross join lateral (select least((r.body ->> 'statedUntil')::date, around.next) as until) until) r);
      end $$;

CREATE FUNCTION public.fold(words text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN regexp_replace(lower((NORMALIZE(words, NFKD) COLLATE "C")), '[\u0300-\u036f\u200b-\u200d\u2010-\u2015\u2212\s!-/:-@\[-`{-~‘’“”]+'::text, ''::text, 'g'::text);

CREATE FUNCTION public.compared_as(spelling text) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN ARRAY[public.fold(spelling), public.fold(regexp_replace(spelling, '^the\s+'::text, ''::text, 'i'::text))];

CREATE FUNCTION public.concerns_of(list jsonb) RETURNS json
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS $$
begin
  return array_to_json(array(
    select c
      from (select p.part ->> 'partner' as partner, p.part ->> 'subject' as subject
              from jsonb_array_elements(list) with ordinality p (part, position)
             order by p.position) c));
end $$;

CREATE FUNCTION public.counterparts_of(list jsonb) RETURNS json
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS $$
begin
  return array_to_json(array(
    select c
      from (select p.part ->> 'partner' as partner, p.part ->> 'organization' as organization
              from jsonb_array_elements(list) with ordinality p (part, position)
             order by p.position) c));
end $$;

CREATE FUNCTION public.days(first text, last text) RETURNS public.period
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ROW((public.days_of(first))::public.partial_date, CASE WHEN (first IS NOT NULL) THEN 'date'::text ELSE NULL::text END, (public.days_of(last))::public.partial_date, CASE WHEN (last IS NOT NULL) THEN 'date'::text ELSE NULL::text END)::public.period;

CREATE FUNCTION public.end_days(days daterange, basis text) RETURNS daterange
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN ((basis <> 'fiscalYear'::text) OR (upper(days) <= (lower(days) + 31))) THEN days WHEN (lower(days) >= '1977-01-01'::date) THEN daterange((((lower(days))::timestamp without time zone - '3 mons'::interval))::date, (((upper(days))::timestamp without time zone - '3 mons'::interval))::date) WHEN (days IS NOT NULL) THEN daterange((((lower(days))::timestamp without time zone - '6 mons'::interval))::date, (((upper(days))::timestamp without time zone - '6 mons'::interval))::date) ELSE NULL::daterange END;

CREATE FUNCTION public.period_days(p public.period) RETURNS daterange
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN (((p).starts IS NOT NULL) OR ((p).ends IS NOT NULL)) THEN daterange(lower(public.end_days(((p).starts)::daterange, (p).starts_basis)), CASE WHEN ((p).ends IS NOT NULL) THEN GREATEST(upper(public.end_days(((p).ends)::daterange, (p).ends_basis)), (lower(public.end_days(((p).starts)::daterange, (p).starts_basis)) + 1)) ELSE NULL::date END) ELSE NULL::daterange END;

CREATE FUNCTION public.days_measured(p public.period, runs boolean, stated_from date) RETURNS daterange
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN (runs AND ((p).starts IS NOT NULL) AND ((p).ends IS NULL)) THEN daterange(lower(public.period_days(p)), (GREATEST(make_date((EXTRACT(year FROM stated_from))::integer, 12, 31), lower(public.period_days(p))) + 1)) ELSE public.period_days(p) END;

CREATE FUNCTION public.dcs_sales_are_cited() RETURNS trigger
    LANGUAGE plpgsql
    SET enable_seqscan TO 'off'
    AS $$
      declare
        of_id slug := case tg_op when 'INSERT' then new.id else old.id end;
        of_date date := case tg_op when 'INSERT' then new.stated_from else old.stated_from end;
      begin
        -- By the array, because it is one citation or a few that are looked for, and never all that a sheet has.
        perform from fact_sheets s
          where s.id = any (array(select c.fact_sheet from dcs_sales_citations c where (c.resource, c.id, c.stated_from) = ('sales/dcs', of_id, of_date)))
            and lower(s.published) = of_date
          for share;
        if not found and exists (select from dcs_sales where (id, stated_from) = (of_id, of_date)) then
          raise exception 'the edition of % of % % cites no fact sheet of that date', of_date, 'sales/dcs', of_id
            using errcode = 'check_violation', constraint = 'dcs_sales_are_cited', table = 'dcs_sales';
        end if;
        return null;
      end $$;

CREATE FUNCTION public.dcs_sales_take_place() RETURNS trigger
    LANGUAGE plpgsql
    SET enable_seqscan TO 'off'
    AS $$
      declare
        later date;
      begin
        if exists (select from dcs_sales where id = new.id) then
          update dcs_sales set stated_until = new.stated_from
           where id = new.id and stated_from < new.stated_from and (stated_until is null or stated_until > new.stated_from);
          select min(stated_from) into later from dcs_sales where id = new.id and stated_from > new.stated_from;
          new.stated_until := least(new.stated_until, later);
        end if;
        return new;
      end $$;

CREATE FUNCTION public.differences(of_resource text, of_id text, earlier json, later json) RETURNS TABLE(kind text, path text, resource text, id text, before json, after json, citations_before json, citations_after json)
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  with differing as materialized (
    select d.* from differing_facts(earlier, later) d where earlier is not null and later is not null)
  select found.kind, concat('/', of_resource, '/', of_id, found.path), of_resource, of_id, found.before, found.after,
         coalesce(earlier -> 'citations', '[]'), coalesce(later -> 'citations', '[]')
    from (select kind_of_difference(d.before, d.after), d.path, d.before, d.after from differing d
          union all
          select case when earlier is null then 'new' when later is null then 'dropped' else 'restated' end, '',
                 record_stated(earlier), record_stated(later)
           where not exists (select from differing)) found (kind, path, before, after)
$$;

CREATE FUNCTION public.differing_facts(earlier json, later json) RETURNS TABLE(path text, before json, after json)
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  with facts as (
    select f.*, false as is_later from facts_of(earlier) f
    union all
    select f.*, true from facts_of(later) f),
  counted as (
    select f.*, count(*) over (partition by f.is_later, f.path, f.key) as same from facts f),
  named as (
    select c.path || pointer(case when max(c.same) over (partition by c.path, c.key) > 1 then c.whole_key else c.key end) as path, c.fact, c.is_later
      from counted c)
  select path, b.fact, a.fact
    from (select n.path, n.fact from named n where not n.is_later) b
    full join (select n.path, n.fact from named n where n.is_later) a using (path)
   where fact_as_compared(b.fact) is distinct from fact_as_compared(a.fact)
$$;

CREATE FUNCTION public.is_period(p public.period) RETURNS boolean
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS $$
begin
  return p is null
    or ((p).starts is not null or (p).ends is not null)
    and ((p).starts is null) = ((p).starts_basis is null)
    and ((p).ends is null) = ((p).ends_basis is null)
    and coalesce((p).starts_basis, 'date') in ('date', 'calendarYear', 'fiscalYear')
    and coalesce((p).ends_basis, 'date') in ('date', 'calendarYear', 'fiscalYear')
    and coalesce(lower(public.end_days((p).starts, (p).starts_basis)) < upper(public.end_days((p).ends, (p).ends_basis)), true);
end $$;

CREATE FUNCTION public.spelled(words text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
declare
  parted text := public.plain(words);
begin
  return parted || e'\n' || replace(parted, ' ', '');
end $$;

CREATE FUNCTION public.stems(words text) RETURNS tsvector
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
begin
  return to_tsvector('public.every_word', public.plain(words));
end $$;

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
    dated_as text,
    covers public.period,
    covers_json json GENERATED ALWAYS AS (public.answered(covers)) STORED,
    parties text[] DEFAULT '{}'::text[] NOT NULL,
    citations json DEFAULT '[]'::json NOT NULL,
    CONSTRAINT agreements_check CHECK (((dated_as IS NULL) OR (dated IS NOT NULL))),
    CONSTRAINT agreements_covers_check CHECK (public.is_period(covers)),
    CONSTRAINT agreements_dated_as_check CHECK ((dated_as = ANY (ARRAY['renewed'::text, 'concluded'::text, 'designated'::text, 'granted'::text, 'issued'::text]))),
    CONSTRAINT agreements_kind_check CHECK ((kind = ANY (ARRAY['treaty'::text, 'SOFA'::text, 'SMA'::text, 'armistice'::text, 'VFA'::text, 'DCA'::text, 'EDCA'::text, 'ACSA'::text, 'MLSA'::text, 'COMCASA'::text, 'MOU'::text, 'MNNA'::text, 'armsSale'::text, 'designation'::text, 'dialogue'::text, 'framework'::text, 'jointDeclaration'::text, 'roadmap'::text, 'other'::text]))),
    CONSTRAINT edition_check CHECK ((stated_until > stated_from)),
    CONSTRAINT edition_notes_check CHECK (((array_position(notes, NULL::text) IS NULL) AND (array_position(notes, ''::text) IS NULL))),
    CONSTRAINT edition_stated_from_check CHECK (isfinite(stated_from))
);

CREATE FUNCTION public.document(e public.agreements) RETURNS json
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    AS $$
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

CREATE FUNCTION public.is_quantity(q public.quantity) RETURNS boolean
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS $$
begin
  return q is null
    or coalesce(btrim((q).as_stated), '') <> ''
    and coalesce((q).unit, '') in ('USD', 'people', 'items')
    and ((q).value is null) = ((q).qualifier is null)
    and ((q).value is not null or ((q).low is null and (q).high is null))
    and coalesce((q).value >= 0 and (q).value < 1e18, true)
    and coalesce((q).low >= 0 and (q).low <= (q).value, true)
    and coalesce((q).value <= (q).high and (q).high < 1e18, true)
    and ((q).value is null
         or ((q).low is not null) = ((q).qualifier not in ('nearly', 'upTo'))
        and ((q).high is not null) = ((q).qualifier not in ('over', 'atLeast')));
end $$;

CREATE TABLE public.assistance (
    id public.slug NOT NULL,
    stated_from date NOT NULL,
    stated_until date,
    notes text[] DEFAULT '{}'::text[] NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    program text NOT NULL,
    direction text NOT NULL,
    amount public.quantity,
    basis text,
    stage text,
    period public.period,
    part_of public.slug,
    amount_json json GENERATED ALWAYS AS (public.answered(amount)) STORED,
    period_json json GENERATED ALWAYS AS (public.answered(period)) STORED,
    partners text[] DEFAULT '{}'::text[] NOT NULL,
    articles json DEFAULT '[]'::json NOT NULL,
    citations json DEFAULT '[]'::json NOT NULL,
    CONSTRAINT assistance_amount_check CHECK ((public.is_quantity(amount) AND ((amount).unit = 'USD'::text))),
    CONSTRAINT assistance_basis_check CHECK ((basis = ANY (ARRAY['periodTotal'::text, 'cumulative'::text, 'perYear'::text]))),
    CONSTRAINT assistance_basis_is_of_an_amount CHECK (((basis IS NULL) = (amount IS NULL))),
    CONSTRAINT assistance_direction_check CHECK ((direction = ANY (ARRAY['toPartner'::text, 'fromPartner'::text]))),
    CONSTRAINT assistance_is_no_part_of_itself CHECK (((part_of)::text <> (id)::text)),
    CONSTRAINT assistance_period_check CHECK (public.is_period(period)),
    CONSTRAINT assistance_program_check CHECK ((program = ANY (ARRAY['FMF'::text, 'IMET'::text, 'EDA'::text, 'GPOI'::text, 'drawdown'::text, 'section333'::text, 'title10TrainAndEquip'::text, 'title22'::text, 'dodAuthorized'::text, 'missileDefense'::text, 'ironDome'::text, 'hostNationContribution'::text, 'stateSecurityAssistance'::text, 'stateAndDodAssistance'::text, 'bilateralAssistance'::text, 'other'::text]))),
    CONSTRAINT assistance_stage_check CHECK ((stage = ANY (ARRAY['notified'::text, 'appropriated'::text, 'allocated'::text, 'committed'::text]))),
    CONSTRAINT edition_check CHECK ((stated_until > stated_from)),
    CONSTRAINT edition_notes_check CHECK (((array_position(notes, NULL::text) IS NULL) AND (array_position(notes, ''::text) IS NULL))),
    CONSTRAINT edition_stated_from_check CHECK (isfinite(stated_from))
);

CREATE FUNCTION public.document(e public.assistance) RETURNS json
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    AS $$
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
    amount public.quantity,
    period public.period,
    amount_json json GENERATED ALWAYS AS (public.answered(amount)) STORED,
    period_json json GENERATED ALWAYS AS (public.answered(period)) STORED,
    partners text[] DEFAULT '{}'::text[] NOT NULL,
    categories json DEFAULT '[]'::json NOT NULL,
    articles json DEFAULT '[]'::json NOT NULL,
    citations json DEFAULT '[]'::json NOT NULL,
    CONSTRAINT dcs_sales_amount_check CHECK ((public.is_quantity(amount) AND ((amount).unit = 'USD'::text))),
    CONSTRAINT dcs_sales_kind_check CHECK ((kind = ANY (ARRAY['stock'::text, 'flow'::text]))),
    CONSTRAINT dcs_sales_measure_check CHECK ((measure = ANY (ARRAY['authorizations'::text, 'acquisitions'::text]))),
    CONSTRAINT dcs_sales_period_check CHECK (public.is_period(period)),
    CONSTRAINT dcs_sales_stage_check CHECK ((stage = ANY (ARRAY['authorized'::text, 'acquired'::text]))),
    CONSTRAINT edition_check CHECK ((stated_until > stated_from)),
    CONSTRAINT edition_notes_check CHECK (((array_position(notes, NULL::text) IS NULL) AND (array_position(notes, ''::text) IS NULL))),
    CONSTRAINT edition_stated_from_check CHECK (isfinite(stated_from))
);

CREATE FUNCTION public.document(e public.dcs_sales) RETURNS json
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    AS $$
begin
  return json_build_object(
    'id', e.id, 'partners', e.partners,
    'measure', e.measure, 'stage', e.stage, 'kind', e.kind, 'amount', e.amount_json, 'period', e.period_json,
    'categories', e.categories,
    'articles', e.articles,
    'statedFrom', e.stated_from, 'statedUntil', e.stated_until,
    'citations', e.citations,
    'notes', e.notes);
end $$;

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
    participants json DEFAULT '[]'::json NOT NULL,
    citations json DEFAULT '[]'::json NOT NULL,
    CONSTRAINT edition_check CHECK ((stated_until > stated_from)),
    CONSTRAINT edition_notes_check CHECK (((array_position(notes, NULL::text) IS NULL) AND (array_position(notes, ''::text) IS NULL))),
    CONSTRAINT edition_stated_from_check CHECK (isfinite(stated_from)),
    CONSTRAINT exercises_cadence_check CHECK ((cadence = 'annual'::text)),
    CONSTRAINT exercises_check CHECK (((format_since IS NULL) OR (format IS NOT NULL))),
    CONSTRAINT exercises_format_check CHECK ((format = ANY (ARRAY['bilateral'::text, 'trilateral'::text, 'multilateral'::text]))),
    CONSTRAINT exercises_kind_check CHECK ((kind = 'fieldTraining'::text))
);

CREATE FUNCTION public.document(e public.exercises) RETURNS json
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    AS $$
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
    published_basis text DEFAULT 'printed'::text NOT NULL,
    text_read text,
    notes text[] DEFAULT '{}'::text[] NOT NULL,
    CONSTRAINT fact_sheets_email_check CHECK (((email)::text ~~ '%_@_%'::text)),
    CONSTRAINT fact_sheets_notes_check CHECK (((array_position(notes, NULL::text) IS NULL) AND (array_position(notes, ''::text) IS NULL))),
    CONSTRAINT fact_sheets_published_basis_check CHECK ((published_basis = ANY (ARRAY['printed'::text, 'estimated'::text]))),
    CONSTRAINT fact_sheets_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT fact_sheets_source_url_check CHECK (((source_url)::text ~ '^https?://'::text)),
    CONSTRAINT fact_sheets_text_read_check CHECK ((text_read = ANY (ARRAY['whole'::text, 'beginning'::text, 'quotations'::text])))
);

CREATE FUNCTION public.document(e public.fact_sheets) RETURNS json
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    SET enable_seqscan TO 'off'
    AS $$
begin
  return json_build_object(
    'id', e.id,
    'partners', (select coalesce(json_agg(p.partner order by p.position), '[]') from fact_sheet_partners p where p.fact_sheet = e.id),
    'title', e.title, 'publisher', e.publisher, 'bureau', e.bureau, 'published', written(e.published), 'publishedBasis', e.published_basis,
    'contacts', json_build_object('office', e.office, 'email', e.email, 'socialHandle', e.social_handle),
    'sourceUrl', e.source_url, 'sha256', e.sha256, 'textRead', e.text_read, 'notes', e.notes);
end $$;

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
    amount public.quantity,
    period public.period,
    amount_json json GENERATED ALWAYS AS (public.answered(amount)) STORED,
    period_json json GENERATED ALWAYS AS (public.answered(period)) STORED,
    partners text[] DEFAULT '{}'::text[] NOT NULL,
    articles json DEFAULT '[]'::json NOT NULL,
    citations json DEFAULT '[]'::json NOT NULL,
    CONSTRAINT edition_check CHECK ((stated_until > stated_from)),
    CONSTRAINT edition_notes_check CHECK (((array_position(notes, NULL::text) IS NULL) AND (array_position(notes, ''::text) IS NULL))),
    CONSTRAINT edition_stated_from_check CHECK (isfinite(stated_from)),
    CONSTRAINT fms_sales_amount_check CHECK ((public.is_quantity(amount) AND ((amount).unit = 'USD'::text))),
    CONSTRAINT fms_sales_check CHECK (((kind = 'case'::text) = (measure = 'case'::text))),
    CONSTRAINT fms_sales_check1 CHECK (((kind = 'plan'::text) = (measure = ANY (ARRAY['ceiling'::text, 'expectedTotal'::text])))),
    CONSTRAINT fms_sales_kind_check CHECK ((kind = ANY (ARRAY['stock'::text, 'flow'::text, 'case'::text, 'plan'::text]))),
    CONSTRAINT fms_sales_measure_check CHECK ((measure = ANY (ARRAY['activeCases'::text, 'sales'::text, 'defenseTrade'::text, 'case'::text, 'ceiling'::text, 'expectedTotal'::text]))),
    CONSTRAINT fms_sales_period_check CHECK (public.is_period(period)),
    CONSTRAINT fms_sales_stage_check CHECK ((stage = ANY (ARRAY['active'::text, 'sold'::text, 'contracted'::text, 'purchased'::text, 'approved'::text, 'implemented'::text, 'traded'::text, 'announced'::text, 'notified'::text, 'considered'::text, 'agreed'::text, 'expected'::text])))
);

CREATE FUNCTION public.document(e public.fms_sales) RETURNS json
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    AS $$
begin
  return json_build_object(
    'id', e.id, 'partners', e.partners,
    'measure', e.measure, 'stage', e.stage, 'kind', e.kind, 'amount', e.amount_json, 'period', e.period_json,
    'articles', e.articles,
    'statedFrom', e.stated_from, 'statedUntil', e.stated_until,
    'citations', e.citations,
    'notes', e.notes);
end $$;

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
    sender public.partner_code DEFAULT 'USA'::text NOT NULL,
    count_json json GENERATED ALWAYS AS (public.answered(count)) STORED,
    citations json DEFAULT '[]'::json NOT NULL,
    CONSTRAINT edition_check CHECK ((stated_until > stated_from)),
    CONSTRAINT edition_notes_check CHECK (((array_position(notes, NULL::text) IS NULL) AND (array_position(notes, ''::text) IS NULL))),
    CONSTRAINT edition_stated_from_check CHECK (isfinite(stated_from)),
    CONSTRAINT force_posture_category_check CHECK ((category = ANY (ARRAY['military'::text, 'civilian'::text, 'family'::text, 'carrierStrikeGroup'::text, 'aircraft'::text, 'vehicles'::text, 'fleet'::text, 'unit'::text, 'headquarters'::text, 'base'::text, 'missileDefense'::text]))),
    CONSTRAINT force_posture_check CHECK (((kind = 'asset'::text) = (asset_name IS NOT NULL))),
    CONSTRAINT force_posture_check1 CHECK (((kind = 'asset'::text) OR ((count).as_stated IS NOT NULL))),
    CONSTRAINT force_posture_check2 CHECK (((sender)::text <> (host)::text)),
    CONSTRAINT force_posture_check3 CHECK ((public.is_quantity(count) AND ((count).unit =
CASE kind
    WHEN 'personnel'::text THEN 'people'::text
    ELSE 'items'::text
END))),
    CONSTRAINT force_posture_kind_check CHECK ((kind = ANY (ARRAY['personnel'::text, 'asset'::text])))
);

CREATE FUNCTION public.document(e public.force_posture) RETURNS json
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    AS $$
begin
  return json_build_object(
    'id', e.id, 'host', e.host, 'sender', e.sender, 'kind', e.kind, 'category', e.category, 'count', e.count_json,
    'asset', case when e.asset_name is not null then json_build_object('name', e.asset_name, 'designation', e.asset_designation) end,
    'statedFrom', e.stated_from, 'statedUntil', e.stated_until,
    'citations', e.citations,
    'notes', e.notes);
end $$;

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
    parties text[] DEFAULT '{}'::text[] NOT NULL,
    concerns json DEFAULT '[]'::json NOT NULL,
    citations json DEFAULT '[]'::json NOT NULL,
    CONSTRAINT edition_check CHECK ((stated_until > stated_from)),
    CONSTRAINT edition_notes_check CHECK (((array_position(notes, NULL::text) IS NULL) AND (array_position(notes, ''::text) IS NULL))),
    CONSTRAINT edition_stated_from_check CHECK (isfinite(stated_from))
);

CREATE FUNCTION public.document(e public.objectives) RETURNS json
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    AS $$
begin
  return json_build_object(
    'id', e.id, 'title', e.title,
    'parties', e.parties,
    'concerns', e.concerns,
    'statedFrom', e.stated_from, 'statedUntil', e.stated_until,
    'citations', e.citations,
    'notes', e.notes);
end $$;

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

CREATE FUNCTION public.document(e public.partners) RETURNS json
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    SET enable_seqscan TO 'off'
    AS $$
begin
  return json_build_object(
    'id', e.id, 'alpha2', e.alpha2, 'numeric', e.numeric, 'name', e.name, 'region', e.region, 'subregion', e.subregion,
    'aliases', (select coalesce(json_agg(a.alias order by a.position), '[]') from partner_aliases a where a.partner = e.id));
end $$;

CREATE FUNCTION public.listed(words text[]) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN array_to_string(words, ', '::text);

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
    partners text[] DEFAULT '{}'::text[] NOT NULL,
    counterparts json DEFAULT '[]'::json NOT NULL,
    citations json DEFAULT '[]'::json NOT NULL,
    CONSTRAINT edition_check CHECK ((stated_until > stated_from)),
    CONSTRAINT edition_notes_check CHECK (((array_position(notes, NULL::text) IS NULL) AND (array_position(notes, ''::text) IS NULL))),
    CONSTRAINT edition_stated_from_check CHECK (isfinite(stated_from)),
    CONSTRAINT peacekeeping_focus_areas_check CHECK ((array_position(focus_areas, NULL::text) IS NULL)),
    CONSTRAINT peacekeeping_kind_check CHECK ((kind = ANY (ARRAY['contribution'::text, 'jointProgram'::text]))),
    CONSTRAINT peacekeeping_program_check CHECK ((program = 'GPOI'::text))
);

CREATE FUNCTION public.document(e public.peacekeeping) RETURNS json
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    AS $$
begin
  return json_build_object(
    'id', e.id, 'partners', e.partners,
    'name', e.name, 'kind', e.kind, 'program', e.program, 'focusAreas', e.focus_areas,
    'counterparts', e.counterparts,
    'statedFrom', e.stated_from, 'statedUntil', e.stated_until,
    'citations', e.citations,
    'notes', e.notes);
end $$;

CREATE FUNCTION public.drop_repeated(most integer) RETURNS TABLE(line bigint, first bigint, id text, repeated bigint)
    LANGUAGE plpgsql
    AS $$
begin
  return query
    with placed as (
      select s.line, min(s.line) over (partition by s.id, s.stated_from) as first from staged_rows s),
    gone as (
      delete from staged_rows s using placed p where s.line = p.line and p.line > p.first returning s.line, p.first, s.id)
    select g.line, g.first, g.id, count(*) over () from gone g order by g.line limit most;
end $$;

CREATE FUNCTION public.drop_staged(lines bigint[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  delete from staged_rows s where s.line = any (lines);
end $$;

CREATE FUNCTION public.end_write(write bigint) RETURNS void
    LANGUAGE sql
    AS $_$
  delete from writes w where w.id = $1 and not exists (select from changes c where c.write = w.id);
$_$;

CREATE FUNCTION public.written(days daterange) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN to_char((lower(days))::timestamp without time zone, CASE WHEN (upper(days) = (lower(days) + 1)) THEN 'YYYY-MM-DD'::text WHEN (upper(days) <= (lower(days) + 31)) THEN 'YYYY-MM'::text ELSE 'YYYY'::text END);

CREATE FUNCTION public.end_year(days daterange, basis text) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (CASE WHEN ((basis = 'fiscalYear'::text) AND (length(public.written(days)) = 4)) THEN 'FY'::text ELSE ''::text END || "left"(public.written(days), 4));

CREATE FUNCTION public.exercises_are_cited() RETURNS trigger
    LANGUAGE plpgsql
    SET enable_seqscan TO 'off'
    AS $$
      declare
        of_id slug := case tg_op when 'INSERT' then new.id else old.id end;
        of_date date := case tg_op when 'INSERT' then new.stated_from else old.stated_from end;
      begin
        -- By the array, because it is one citation or a few that are looked for, and never all that a sheet has.
        perform from fact_sheets s
          where s.id = any (array(select c.fact_sheet from exercises_citations c where (c.resource, c.id, c.stated_from) = ('exercises', of_id, of_date)))
            and lower(s.published) = of_date
          for share;
        if not found and exists (select from exercises where (id, stated_from) = (of_id, of_date)) then
          raise exception 'the edition of % of % % cites no fact sheet of that date', of_date, 'exercises', of_id
            using errcode = 'check_violation', constraint = 'exercises_are_cited', table = 'exercises';
        end if;
        return null;
      end $$;

CREATE FUNCTION public.exercises_take_place() RETURNS trigger
    LANGUAGE plpgsql
    SET enable_seqscan TO 'off'
    AS $$
      declare
        later date;
      begin
        if exists (select from exercises where id = new.id) then
          update exercises set stated_until = new.stated_from
           where id = new.id and stated_from < new.stated_from and (stated_until is null or stated_until > new.stated_from);
          select min(stated_from) into later from exercises where id = new.id and stated_from > new.stated_from;
          new.stated_until := least(new.stated_until, later);
        end if;
        return new;
      end $$;

CREATE FUNCTION public.is_figure(value json) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN COALESCE(((json_typeof(value) = 'object'::text) AND ((value -> 'qualifier'::text) IS NOT NULL)), false);

CREATE FUNCTION public.fact_as_compared(fact json) RETURNS jsonb
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN (public.is_figure(fact) AND ((fact ->> 'value'::text) IS NOT NULL)) THEN jsonb_build_object('value', (fact -> 'value'::text), 'qualifier', (fact -> 'qualifier'::text), 'unit', (fact -> 'unit'::text)) WHEN public.is_figure(fact) THEN jsonb_build_object('asStated', public.fold((fact ->> 'asStated'::text)), 'unit', (fact -> 'unit'::text)) WHEN (json_typeof(fact) = 'object'::text) THEN ((fact)::jsonb - '{asStated,group}'::text[]) ELSE (fact)::jsonb END;

CREATE FUNCTION public.facts_of(document json) RETURNS TABLE(path text, key text[], whole_key text[], fact json)
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  with recursive members (path, name, value) as (
    select pointer(array[m.key]), m.key, m.value
      from json_each(document) m
     where m.key <> all ('{id,purpose,statedFrom,statedUntil,citations,notes,revision,updatedAt}')
    union all
    select o.path || pointer(array[m.key]), m.key, m.value
      from members o, json_each(case when json_typeof(o.value) = 'object' and not is_one_fact(o.value) then o.value end) m
  )
  select m.path, null::text[], null::text[], m.value
    from members m
   where json_typeof(m.value) not in ('null', 'array', 'object') or is_one_fact(m.value)
  union all
  select m.path, key_of(m.name, i.item), whole_key_of(m.name, i.item), i.item
    from members m, json_array_elements(case when json_typeof(m.value) = 'array' then m.value end) i (item)
$$;

CREATE FUNCTION public.faults_between(of_resource text, above bigint, last bigint) RETURNS TABLE(line bigint, pointer text, code text, detail text, near text[])
    LANGUAGE sql STABLE
    AS $_$
  select f.* from reference_faults($1, staged_between($2, $3)) f order by f.line, f.pointer;
$_$;

CREATE FUNCTION public.fiscal_years(first integer, last integer) RETURNS public.period
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ROW((public.days_of(lpad((first)::text, 4, '0'::text)))::public.partial_date, CASE WHEN (first IS NOT NULL) THEN 'fiscalYear'::text ELSE NULL::text END, (public.days_of(lpad((last)::text, 4, '0'::text)))::public.partial_date, CASE WHEN (last IS NOT NULL) THEN 'fiscalYear'::text ELSE NULL::text END)::public.period;

CREATE FUNCTION public.fms_sales_are_cited() RETURNS trigger
    LANGUAGE plpgsql
    SET enable_seqscan TO 'off'
    AS $$
      declare
        of_id slug := case tg_op when 'INSERT' then new.id else old.id end;
        of_date date := case tg_op when 'INSERT' then new.stated_from else old.stated_from end;
      begin
        -- By the array, because it is one citation or a few that are looked for, and never all that a sheet has.
        perform from fact_sheets s
          where s.id = any (array(select c.fact_sheet from fms_sales_citations c where (c.resource, c.id, c.stated_from) = ('sales/fms', of_id, of_date)))
            and lower(s.published) = of_date
          for share;
        if not found and exists (select from fms_sales where (id, stated_from) = (of_id, of_date)) then
          raise exception 'the edition of % of % % cites no fact sheet of that date', of_date, 'sales/fms', of_id
            using errcode = 'check_violation', constraint = 'fms_sales_are_cited', table = 'fms_sales';
        end if;
        return null;
      end $$;

CREATE FUNCTION public.fms_sales_take_place() RETURNS trigger
    LANGUAGE plpgsql
    SET enable_seqscan TO 'off'
    AS $$
      declare
        later date;
      begin
        if exists (select from fms_sales where id = new.id) then
          update fms_sales set stated_until = new.stated_from
           where id = new.id and stated_from < new.stated_from and (stated_until is null or stated_until > new.stated_from);
          select min(stated_from) into later from fms_sales where id = new.id and stated_from > new.stated_from;
          new.stated_until := least(new.stated_until, later);
        end if;
        return new;
      end $$;

CREATE FUNCTION public.force_posture_are_cited() RETURNS trigger
    LANGUAGE plpgsql
    SET enable_seqscan TO 'off'
    AS $$
      declare
        of_id slug := case tg_op when 'INSERT' then new.id else old.id end;
        of_date date := case tg_op when 'INSERT' then new.stated_from else old.stated_from end;
      begin
        -- By the array, because it is one citation or a few that are looked for, and never all that a sheet has.
        perform from fact_sheets s
          where s.id = any (array(select c.fact_sheet from force_posture_citations c where (c.resource, c.id, c.stated_from) = ('force-posture', of_id, of_date)))
            and lower(s.published) = of_date
          for share;
        if not found and exists (select from force_posture where (id, stated_from) = (of_id, of_date)) then
          raise exception 'the edition of % of % % cites no fact sheet of that date', of_date, 'force-posture', of_id
            using errcode = 'check_violation', constraint = 'force_posture_are_cited', table = 'force_posture';
        end if;
        return null;
      end $$;

CREATE FUNCTION public.force_posture_take_place() RETURNS trigger
    LANGUAGE plpgsql
    SET enable_seqscan TO 'off'
    AS $$
      declare
        later date;
      begin
        if exists (select from force_posture where id = new.id) then
          update force_posture set stated_until = new.stated_from
           where id = new.id and stated_from < new.stated_from and (stated_until is null or stated_until > new.stated_from);
          select min(stated_from) into later from force_posture where id = new.id and stated_from > new.stated_from;
          new.stated_until := least(new.stated_until, later);
        end if;
        return new;
      end $$;

CREATE FUNCTION public.found(places integer[], words text[], closeness double precision[], at date) RETURNS TABLE(resource text, id text, stated_from date, stated_until date, rank numeric, field text, text text)
    LANGUAGE plpgsql STABLE
    SET plan_cache_mode TO 'force_generic_plan'
    SET jit TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET enable_seqscan TO 'off'
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

CREATE FUNCTION public.has_editions(resource text) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (resource <> ALL (ARRAY['partners'::text, 'fact-sheets'::text]));

CREATE FUNCTION public.index_staged() RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  create index on staged_rows (line);
  analyze staged_rows;
end $$;

CREATE FUNCTION public.is_one_fact(value json) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (public.is_figure(value) OR COALESCE(((json_typeof(value) = 'object'::text) AND ((value -> 'startBasis'::text) IS NOT NULL)), false));

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

CREATE FUNCTION public.key_of(list text, item json) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN (json_typeof(item) <> 'object'::text) THEN ARRAY[(item #>> '{}'::text[])] WHEN (list = 'articles'::text) THEN ARRAY[COALESCE((item ->> 'designation'::text), (item ->> 'name'::text))] WHEN (list = 'categories'::text) THEN ARRAY[(item ->> 'name'::text)] WHEN (list = 'participants'::text) THEN ARRAY[(item ->> 'partner'::text), (item ->> 'organization'::text), (item ->> 'role'::text)] ELSE ARRAY(SELECT m.value FROM json_each_text(key_of.item) m(key, value)) END;

CREATE FUNCTION public.kind_of_difference(before json, after json) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN (before IS NULL) THEN 'new'::text WHEN (after IS NULL) THEN 'dropped'::text WHEN (public.is_figure(before) AND ((before ->> 'value'::text) IS NOT NULL) AND (((before -> 'value'::text))::jsonb = ((after -> 'value'::text))::jsonb) AND ((before ->> 'unit'::text) = (after ->> 'unit'::text))) THEN 'qualifierChanged'::text ELSE 'changed'::text END;

CREATE FUNCTION public.later_faults(of_resource text, rows public.staged[]) RETURNS TABLE(line bigint, pointer text, code text, detail text, near text[])
    LANGUAGE plpgsql STABLE
    AS $$
    begin
      case of_resource
      when 'agreements' then return query select * from later_faults_agreements(rows);
      when 'exercises' then return query select * from later_faults_exercises(rows);
      when 'sales/fms' then return query select * from later_faults_fms_sales(rows);
      when 'sales/dcs' then return query select * from later_faults_dcs_sales(rows);
      when 'assistance' then return query select * from later_faults_assistance(rows);
      when 'force-posture' then return query select * from later_faults_force_posture(rows);
      when 'peacekeeping' then return query select * from later_faults_peacekeeping(rows);
      when 'objectives' then return query select * from later_faults_objectives(rows);
       end case;
    end $$;

CREATE FUNCTION public.later_faults_agreements(rows public.staged[]) RETURNS TABLE(line bigint, pointer text, code text, detail text, near text[])
    LANGUAGE plpgsql STABLE
    AS $$
        begin
          return query
            select r.line, '/statedUntil', 'contradiction',
                   format('The next edition is stated from %s; this one cannot stand beyond it.', min(n.stated_from)), null::text[]
              from unnest(rows) r
              join agreements n on n.id = r.id and n.stated_from > r.stated_from
             where r.body ->> 'statedUntil' is not null
             group by r.line, r.body ->> 'statedUntil'
            having min(n.stated_from) < (r.body ->> 'statedUntil')::date;
        end $$;

CREATE FUNCTION public.later_faults_assistance(rows public.staged[]) RETURNS TABLE(line bigint, pointer text, code text, detail text, near text[])
    LANGUAGE plpgsql STABLE
    AS $$
        begin
          return query
            select r.line, '/statedUntil', 'contradiction',
                   format('The next edition is stated from %s; this one cannot stand beyond it.', min(n.stated_from)), null::text[]
              from unnest(rows) r
              join assistance n on n.id = r.id and n.stated_from > r.stated_from
             where r.body ->> 'statedUntil' is not null
             group by r.line, r.body ->> 'statedUntil'
            having min(n.stated_from) < (r.body ->> 'statedUntil')::date;
        end $$;

CREATE FUNCTION public.later_faults_dcs_sales(rows public.staged[]) RETURNS TABLE(line bigint, pointer text, code text, detail text, near text[])
    LANGUAGE plpgsql STABLE
    AS $$
        begin
          return query
            select r.line, '/statedUntil', 'contradiction',
                   format('The next edition is stated from %s; this one cannot stand beyond it.', min(n.stated_from)), null::text[]
              from unnest(rows) r
              join dcs_sales n on n.id = r.id and n.stated_from > r.stated_from
             where r.body ->> 'statedUntil' is not null
             group by r.line, r.body ->> 'statedUntil'
            having min(n.stated_from) < (r.body ->> 'statedUntil')::date;
        end $$;

CREATE FUNCTION public.later_faults_exercises(rows public.staged[]) RETURNS TABLE(line bigint, pointer text, code text, detail text, near text[])
    LANGUAGE plpgsql STABLE
    AS $$
        begin
          return query
            select r.line, '/statedUntil', 'contradiction',
                   format('The next edition is stated from %s; this one cannot stand beyond it.', min(n.stated_from)), null::text[]
              from unnest(rows) r
              join exercises n on n.id = r.id and n.stated_from > r.stated_from
             where r.body ->> 'statedUntil' is not null
             group by r.line, r.body ->> 'statedUntil'
            having min(n.stated_from) < (r.body ->> 'statedUntil')::date;
        end $$;

CREATE FUNCTION public.later_faults_fms_sales(rows public.staged[]) RETURNS TABLE(line bigint, pointer text, code text, detail text, near text[])
    LANGUAGE plpgsql STABLE
    AS $$
        begin
          return query
            select r.line, '/statedUntil', 'contradiction',
                   format('The next edition is stated from %s; this one cannot stand beyond it.', min(n.stated_from)), null::text[]
              from unnest(rows) r
              join fms_sales n on n.id = r.id and n.stated_from > r.stated_from
             where r.body ->> 'statedUntil' is not null
             group by r.line, r.body ->> 'statedUntil'
            having min(n.stated_from) < (r.body ->> 'statedUntil')::date;
        end $$;

CREATE FUNCTION public.later_faults_force_posture(rows public.staged[]) RETURNS TABLE(line bigint, pointer text, code text, detail text, near text[])
    LANGUAGE plpgsql STABLE
    AS $$
        begin
          return query
            select r.line, '/statedUntil', 'contradiction',
                   format('The next edition is stated from %s; this one cannot stand beyond it.', min(n.stated_from)), null::text[]
              from unnest(rows) r
              join force_posture n on n.id = r.id and n.stated_from > r.stated_from
             where r.body ->> 'statedUntil' is not null
             group by r.line, r.body ->> 'statedUntil'
            having min(n.stated_from) < (r.body ->> 'statedUntil')::date;
        end $$;

CREATE FUNCTION public.later_faults_objectives(rows public.staged[]) RETURNS TABLE(line bigint, pointer text, code text, detail text, near text[])
    LANGUAGE plpgsql STABLE
    AS $$
        begin
          return query
            select r.line, '/statedUntil', 'contradiction',
                   format('The next edition is stated from %s; this one cannot stand beyond it.', min(n.stated_from)), null::text[]
              from unnest(rows) r
              join objectives n on n.id = r.id and n.stated_from > r.stated_from
             where r.body ->> 'statedUntil' is not null
             group by r.line, r.body ->> 'statedUntil'
            having min(n.stated_from) < (r.body ->> 'statedUntil')::date;
        end $$;

CREATE FUNCTION public.later_faults_peacekeeping(rows public.staged[]) RETURNS TABLE(line bigint, pointer text, code text, detail text, near text[])
    LANGUAGE plpgsql STABLE
    AS $$
        begin
          return query
            select r.line, '/statedUntil', 'contradiction',
                   format('The next edition is stated from %s; this one cannot stand beyond it.', min(n.stated_from)), null::text[]
              from unnest(rows) r
              join peacekeeping n on n.id = r.id and n.stated_from > r.stated_from
             where r.body ->> 'statedUntil' is not null
             group by r.line, r.body ->> 'statedUntil'
            having min(n.stated_from) < (r.body ->> 'statedUntil')::date;
        end $$;

CREATE FUNCTION public.let_serve(role name) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  if role = current_user then
    return;
  end if;

  execute format('grant usage on schema public to %I', role);
  execute format('grant select, insert, update, delete on all tables in schema public to %I', role);
  execute format('revoke insert, update, delete on schema_versions from %I', role);
  execute format('revoke update, delete on changes from %I', role);

  -- A write that changed nothing is taken back; one with changes is held by them.
  execute format('revoke update on writes from %I', role);
  execute format('revoke delete on keys from %I', role);
end
$$;

CREATE FUNCTION public.lock_record(resource text, id text) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended(resource, 0));
  perform pg_advisory_xact_lock(hashtextextended(concat(resource, '/', id), 0));
end $$;

CREATE FUNCTION public.lock_resource(resource text) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  perform pg_advisory_xact_lock(hashtextextended(resource, 0));
end $$;

CREATE FUNCTION public.log_agreements(entries public.classified[], of_write bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
      begin
        insert into changes (write, n, op, resource, id, stated_from, before, after, partners)
        select of_write, logged.n + c.n, c.op, 'agreements', c.id, c.stated_from, c.before, c.after,
               case when c.before is null then partners_of('agreements', c.after::jsonb) else array(
                 select distinct p.partner from unnest(partners_of('agreements', c.before::jsonb) || partners_of('agreements', c.after::jsonb)) p (partner) order by p.partner)
               end
          from (select coalesce((select c.n from changes c where c.write = of_write order by c.n desc limit 1), 0) as n) logged,
               (select r.n, r.op, r.id, r.stated_from, document(e) as after,
                       -- That which it takes the place of may have been written just before it.
                       case when r.before is null and r.op = 'revised' then (select document(p) from agreements p where p.id = r.id and p.stated_from < r.stated_from order by p.stated_from desc limit 1) else r.before end as before
                  from unnest(entries) with ordinality r (line, id, stated_from, body, op, is_new, before, n)
                  join agreements e on (e.id, e.stated_from) = (r.id, r.stated_from)
                offset 0) c;
      end $$;

CREATE FUNCTION public.log_assistance(entries public.classified[], of_write bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
      begin
        insert into changes (write, n, op, resource, id, stated_from, before, after, partners)
        select of_write, logged.n + c.n, c.op, 'assistance', c.id, c.stated_from, c.before, c.after,
               case when c.before is null then partners_of('assistance', c.after::jsonb) else array(
                 select distinct p.partner from unnest(partners_of('assistance', c.before::jsonb) || partners_of('assistance', c.after::jsonb)) p (partner) order by p.partner)
               end
          from (select coalesce((select c.n from changes c where c.write = of_write order by c.n desc limit 1), 0) as n) logged,
               (select r.n, r.op, r.id, r.stated_from, document(e) as after,
                       -- That which it takes the place of may have been written just before it.
                       case when r.before is null and r.op = 'revised' then (select document(p) from assistance p where p.id = r.id and p.stated_from < r.stated_from order by p.stated_from desc limit 1) else r.before end as before
                  from unnest(entries) with ordinality r (line, id, stated_from, body, op, is_new, before, n)
                  join assistance e on (e.id, e.stated_from) = (r.id, r.stated_from)
                offset 0) c;
      end $$;

CREATE FUNCTION public.log_changes(of_resource text, entries public.classified[], of_write bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
    begin
      case of_resource
      when 'partners' then perform log_partners(entries, of_write);
      when 'fact-sheets' then perform log_fact_sheets(entries, of_write);
      when 'agreements' then perform log_agreements(entries, of_write);
      when 'exercises' then perform log_exercises(entries, of_write);
      when 'sales/fms' then perform log_fms_sales(entries, of_write);
      when 'sales/dcs' then perform log_dcs_sales(entries, of_write);
      when 'assistance' then perform log_assistance(entries, of_write);
      when 'force-posture' then perform log_force_posture(entries, of_write);
      when 'peacekeeping' then perform log_peacekeeping(entries, of_write);
      when 'objectives' then perform log_objectives(entries, of_write);
       end case;
    end $$;

CREATE FUNCTION public.log_dcs_sales(entries public.classified[], of_write bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
      begin
        insert into changes (write, n, op, resource, id, stated_from, before, after, partners)
        select of_write, logged.n + c.n, c.op, 'sales/dcs', c.id, c.stated_from, c.before, c.after,
               case when c.before is null then partners_of('sales/dcs', c.after::jsonb) else array(
                 select distinct p.partner from unnest(partners_of('sales/dcs', c.before::jsonb) || partners_of('sales/dcs', c.after::jsonb)) p (partner) order by p.partner)
               end
          from (select coalesce((select c.n from changes c where c.write = of_write order by c.n desc limit 1), 0) as n) logged,
               (select r.n, r.op, r.id, r.stated_from, document(e) as after,
                       -- That which it takes the place of may have been written just before it.
                       case when r.before is null and r.op = 'revised' then (select document(p) from dcs_sales p where p.id = r.id and p.stated_from < r.stated_from order by p.stated_from desc limit 1) else r.before end as before
                  from unnest(entries) with ordinality r (line, id, stated_from, body, op, is_new, before, n)
                  join dcs_sales e on (e.id, e.stated_from) = (r.id, r.stated_from)
                offset 0) c;
      end $$;

CREATE FUNCTION public.log_exercises(entries public.classified[], of_write bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
      begin
        insert into changes (write, n, op, resource, id, stated_from, before, after, partners)
        select of_write, logged.n + c.n, c.op, 'exercises', c.id, c.stated_from, c.before, c.after,
               case when c.before is null then partners_of('exercises', c.after::jsonb) else array(
                 select distinct p.partner from unnest(partners_of('exercises', c.before::jsonb) || partners_of('exercises', c.after::jsonb)) p (partner) order by p.partner)
               end
          from (select coalesce((select c.n from changes c where c.write = of_write order by c.n desc limit 1), 0) as n) logged,
               (select r.n, r.op, r.id, r.stated_from, document(e) as after,
                       -- That which it takes the place of may have been written just before it.
                       case when r.before is null and r.op = 'revised' then (select document(p) from exercises p where p.id = r.id and p.stated_from < r.stated_from order by p.stated_from desc limit 1) else r.before end as before
                  from unnest(entries) with ordinality r (line, id, stated_from, body, op, is_new, before, n)
                  join exercises e on (e.id, e.stated_from) = (r.id, r.stated_from)
                offset 0) c;
      end $$;

CREATE FUNCTION public.log_fact_sheets(entries public.classified[], of_write bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
      begin
        insert into changes (write, n, op, resource, id, stated_from, before, after, partners)
        select of_write, logged.n + c.n, c.op, 'fact-sheets', c.id, c.stated_from, c.before, c.after,
               case when c.before is null then partners_of('fact-sheets', c.after::jsonb) else array(
                 select distinct p.partner from unnest(partners_of('fact-sheets', c.before::jsonb) || partners_of('fact-sheets', c.after::jsonb)) p (partner) order by p.partner)
               end
          from (select coalesce((select c.n from changes c where c.write = of_write order by c.n desc limit 1), 0) as n) logged,
               (select r.n, r.op, r.id, r.stated_from, document(e) as after,
                       -- That which it takes the place of may have been written just before it.
                       case when r.before is null and r.op = 'revised' then null::json else r.before end as before
                  from unnest(entries) with ordinality r (line, id, stated_from, body, op, is_new, before, n)
                  join fact_sheets e on e.id = r.id
                offset 0) c;
      end $$;

CREATE FUNCTION public.log_fms_sales(entries public.classified[], of_write bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
      begin
        insert into changes (write, n, op, resource, id, stated_from, before, after, partners)
        select of_write, logged.n + c.n, c.op, 'sales/fms', c.id, c.stated_from, c.before, c.after,
               case when c.before is null then partners_of('sales/fms', c.after::jsonb) else array(
                 select distinct p.partner from unnest(partners_of('sales/fms', c.before::jsonb) || partners_of('sales/fms', c.after::jsonb)) p (partner) order by p.partner)
               end
          from (select coalesce((select c.n from changes c where c.write = of_write order by c.n desc limit 1), 0) as n) logged,
               (select r.n, r.op, r.id, r.stated_from, document(e) as after,
                       -- That which it takes the place of may have been written just before it.
                       case when r.before is null and r.op = 'revised' then (select document(p) from fms_sales p where p.id = r.id and p.stated_from < r.stated_from order by p.stated_from desc limit 1) else r.before end as before
                  from unnest(entries) with ordinality r (line, id, stated_from, body, op, is_new, before, n)
                  join fms_sales e on (e.id, e.stated_from) = (r.id, r.stated_from)
                offset 0) c;
      end $$;

CREATE FUNCTION public.log_force_posture(entries public.classified[], of_write bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
      begin
        insert into changes (write, n, op, resource, id, stated_from, before, after, partners)
        select of_write, logged.n + c.n, c.op, 'force-posture', c.id, c.stated_from, c.before, c.after,
               case when c.before is null then partners_of('force-posture', c.after::jsonb) else array(
                 select distinct p.partner from unnest(partners_of('force-posture', c.before::jsonb) || partners_of('force-posture', c.after::jsonb)) p (partner) order by p.partner)
               end
          from (select coalesce((select c.n from changes c where c.write = of_write order by c.n desc limit 1), 0) as n) logged,
               (select r.n, r.op, r.id, r.stated_from, document(e) as after,
                       -- That which it takes the place of may have been written just before it.
                       case when r.before is null and r.op = 'revised' then (select document(p) from force_posture p where p.id = r.id and p.stated_from < r.stated_from order by p.stated_from desc limit 1) else r.before end as before
                  from unnest(entries) with ordinality r (line, id, stated_from, body, op, is_new, before, n)
                  join force_posture e on (e.id, e.stated_from) = (r.id, r.stated_from)
                offset 0) c;
      end $$;

CREATE FUNCTION public.log_objectives(entries public.classified[], of_write bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
      begin
        insert into changes (write, n, op, resource, id, stated_from, before, after, partners)
        select of_write, logged.n + c.n, c.op, 'objectives', c.id, c.stated_from, c.before, c.after,
               case when c.before is null then partners_of('objectives', c.after::jsonb) else array(
                 select distinct p.partner from unnest(partners_of('objectives', c.before::jsonb) || partners_of('objectives', c.after::jsonb)) p (partner) order by p.partner)
               end
          from (select coalesce((select c.n from changes c where c.write = of_write order by c.n desc limit 1), 0) as n) logged,
               (select r.n, r.op, r.id, r.stated_from, document(e) as after,
                       -- That which it takes the place of may have been written just before it.
                       case when r.before is null and r.op = 'revised' then (select document(p) from objectives p where p.id = r.id and p.stated_from < r.stated_from order by p.stated_from desc limit 1) else r.before end as before
                  from unnest(entries) with ordinality r (line, id, stated_from, body, op, is_new, before, n)
                  join objectives e on (e.id, e.stated_from) = (r.id, r.stated_from)
                offset 0) c;
      end $$;

CREATE FUNCTION public.log_partners(entries public.classified[], of_write bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
      begin
        insert into changes (write, n, op, resource, id, stated_from, before, after, partners)
        select of_write, logged.n + c.n, c.op, 'partners', c.id, c.stated_from, c.before, c.after,
               case when c.before is null then partners_of('partners', c.after::jsonb) else array(
                 select distinct p.partner from unnest(partners_of('partners', c.before::jsonb) || partners_of('partners', c.after::jsonb)) p (partner) order by p.partner)
               end
          from (select coalesce((select c.n from changes c where c.write = of_write order by c.n desc limit 1), 0) as n) logged,
               (select r.n, r.op, r.id, r.stated_from, document(e) as after,
                       -- That which it takes the place of may have been written just before it.
                       case when r.before is null and r.op = 'revised' then null::json else r.before end as before
                  from unnest(entries) with ordinality r (line, id, stated_from, body, op, is_new, before, n)
                  join partners e on e.id = r.id
                offset 0) c;
      end $$;

CREATE FUNCTION public.log_peacekeeping(entries public.classified[], of_write bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
      begin
        insert into changes (write, n, op, resource, id, stated_from, before, after, partners)
        select of_write, logged.n + c.n, c.op, 'peacekeeping', c.id, c.stated_from, c.before, c.after,
               case when c.before is null then partners_of('peacekeeping', c.after::jsonb) else array(
                 select distinct p.partner from unnest(partners_of('peacekeeping', c.before::jsonb) || partners_of('peacekeeping', c.after::jsonb)) p (partner) order by p.partner)
               end
          from (select coalesce((select c.n from changes c where c.write = of_write order by c.n desc limit 1), 0) as n) logged,
               (select r.n, r.op, r.id, r.stated_from, document(e) as after,
                       -- That which it takes the place of may have been written just before it.
                       case when r.before is null and r.op = 'revised' then (select document(p) from peacekeeping p where p.id = r.id and p.stated_from < r.stated_from order by p.stated_from desc limit 1) else r.before end as before
                  from unnest(entries) with ordinality r (line, id, stated_from, body, op, is_new, before, n)
                  join peacekeeping e on (e.id, e.stated_from) = (r.id, r.stated_from)
                offset 0) c;
      end $$;

CREATE FUNCTION public.near_ids(resource text, id text) RETURNS text[]
    LANGUAGE plpgsql STABLE
    AS $_$
declare
  near text[];
begin
  execute format($sql$
    select array(
      select n.id
        from ((select e.id::text from %1$I e where e.id >= $1 order by e.id limit 50)
              union (select e.id::text from %1$I e where e.id < $1 order by e.id desc limit 50)
              union (select e.id::text from %1$I e where reverse(e.id) >= reverse($1) order by reverse(e.id) limit 50)
              union (select e.id::text from %1$I e where reverse(e.id) < reverse($1) order by reverse(e.id) desc limit 50)) n
       where similarity(n.id, $1) >= 0.3
       order by similarity(n.id, $1) desc, n.id
       limit 3)
    $sql$, table_of(resource)) into near using id;
  return near;
end $_$;

CREATE FUNCTION public.near_words(query text, at date) RETURNS TABLE(place integer, word text, near text)
    LANGUAGE plpgsql STABLE
    SET plan_cache_mode TO 'force_generic_plan'
    SET jit TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET enable_seqscan TO 'off'
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

CREATE FUNCTION public.number_writes() RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  if exists (select from writes w where w.position is null) then
    perform pg_advisory_xact_lock(hashtextextended('number_writes', 0));
    update writes w
       set position = n.position
      from (select u.id, (select coalesce(max(position), 0) from writes) + row_number() over (order by u.id) as position
              from writes u
             where u.position is null) n
     where w.id = n.id;
  end if;
  return (select max(w.position) from writes w);
end
$$;

CREATE FUNCTION public.objectives_are_cited() RETURNS trigger
    LANGUAGE plpgsql
    SET enable_seqscan TO 'off'
    AS $$
      declare
        of_id slug := case tg_op when 'INSERT' then new.id else old.id end;
        of_date date := case tg_op when 'INSERT' then new.stated_from else old.stated_from end;
      begin
        -- By the array, because it is one citation or a few that are looked for, and never all that a sheet has.
        perform from fact_sheets s
          where s.id = any (array(select c.fact_sheet from objectives_citations c where (c.resource, c.id, c.stated_from) = ('objectives', of_id, of_date)))
            and lower(s.published) = of_date
          for share;
        if not found and exists (select from objectives where (id, stated_from) = (of_id, of_date)) then
          raise exception 'the edition of % of % % cites no fact sheet of that date', of_date, 'objectives', of_id
            using errcode = 'check_violation', constraint = 'objectives_are_cited', table = 'objectives';
        end if;
        return null;
      end $$;

CREATE FUNCTION public.objectives_take_place() RETURNS trigger
    LANGUAGE plpgsql
    SET enable_seqscan TO 'off'
    AS $$
      declare
        later date;
      begin
        if exists (select from objectives where id = new.id) then
          update objectives set stated_until = new.stated_from
           where id = new.id and stated_from < new.stated_from and (stated_until is null or stated_until > new.stated_from);
          select min(stated_from) into later from objectives where id = new.id and stated_from > new.stated_from;
          new.stated_until := least(new.stated_until, later);
        end if;
        return new;
      end $$;

CREATE FUNCTION public.part_faults(rows public.staged[]) RETURNS TABLE(line bigint, pointer text, code text, detail text, near text[])
    LANGUAGE plpgsql STABLE
    AS $$
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

CREATE FUNCTION public.participants_of(list jsonb) RETURNS json
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS $$
begin
  return array_to_json(array(
    select p
      from (select p.part ->> 'partner' as partner, p.part ->> 'organization' as organization, p.part ->> 'role' as role,
                   written(days_of(p.part ->> 'since')) as since
              from jsonb_array_elements(list) with ordinality p (part, position)
             order by p.position) p));
end $$;

CREATE FUNCTION public.partners_named(document jsonb) RETURNS TABLE(pointer text, partner text, has_a_part boolean)
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  select '/host', document ->> 'host', true
  union all
  select '/sender', document ->> 'sender', true
  union all
  select concat('/', list.name, '/', one.position - 1), one.partner, true
    from unnest('{partners,parties}'::text[]) list (name),
         jsonb_array_elements_text(document -> list.name) with ordinality one (partner, position)
  union all
  select concat('/', list.name, '/', one.position - 1, '/partner'), one.part ->> 'partner', list.name = 'participants'
    from unnest('{participants,counterparts,concerns}'::text[]) list (name),
         jsonb_array_elements(document -> list.name) with ordinality one (part, position)
$$;

CREATE FUNCTION public.partners_of(resource text, document jsonb) RETURNS text[]
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS $_$
declare
  named jsonb := jsonb_path_query_array(document, '$.host') || jsonb_path_query_array(document, '$.sender')
    || jsonb_path_query_array(document, '$.partners[*]') || jsonb_path_query_array(document, '$.parties[*]')
    || jsonb_path_query_array(document, '$.participants[*].partner');
begin
  if resource = 'partners' then
    return array[document ->> 'id'];
  end if;
  return array(select distinct n.partner from jsonb_array_elements_text(named) n (partner) where n.partner is not null order by n.partner);
end $_$;

CREATE FUNCTION public.peacekeeping_are_cited() RETURNS trigger
    LANGUAGE plpgsql
    SET enable_seqscan TO 'off'
    AS $$
      declare
        of_id slug := case tg_op when 'INSERT' then new.id else old.id end;
        of_date date := case tg_op when 'INSERT' then new.stated_from else old.stated_from end;
      begin
        -- By the array, because it is one citation or a few that are looked for, and never all that a sheet has.
        perform from fact_sheets s
          where s.id = any (array(select c.fact_sheet from peacekeeping_citations c where (c.resource, c.id, c.stated_from) = ('peacekeeping', of_id, of_date)))
            and lower(s.published) = of_date
          for share;
        if not found and exists (select from peacekeeping where (id, stated_from) = (of_id, of_date)) then
          raise exception 'the edition of % of % % cites no fact sheet of that date', of_date, 'peacekeeping', of_id
            using errcode = 'check_violation', constraint = 'peacekeeping_are_cited', table = 'peacekeeping';
        end if;
        return null;
      end $$;

CREATE FUNCTION public.peacekeeping_take_place() RETURNS trigger
    LANGUAGE plpgsql
    SET enable_seqscan TO 'off'
    AS $$
      declare
        later date;
      begin
        if exists (select from peacekeeping where id = new.id) then
          update peacekeeping set stated_until = new.stated_from
           where id = new.id and stated_from < new.stated_from and (stated_until is null or stated_until > new.stated_from);
          select min(stated_from) into later from peacekeeping where id = new.id and stated_from > new.stated_from;
          new.stated_until := least(new.stated_until, later);
        end if;
        return new;
      end $$;

CREATE FUNCTION public.period_json(p public.period) RETURNS json
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN CASE WHEN (((p).starts IS NOT NULL) OR ((p).ends IS NOT NULL)) THEN json_build_object('start', public.written(((p).starts)::daterange), 'startBasis', (p).starts_basis, 'end', public.written(((p).ends)::daterange), 'endBasis', (p).ends_basis) ELSE NULL::json END;

CREATE FUNCTION public.period_of(written jsonb) RETURNS public.period
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN (jsonb_typeof(written) = 'object'::text) THEN ROW((public.days_of((written ->> 'start'::text)))::public.partial_date, (written ->> 'startBasis'::text), (public.days_of((written ->> 'end'::text)))::public.partial_date, (written ->> 'endBasis'::text))::public.period ELSE NULL::public.period END;

CREATE FUNCTION public.period_years(p public.period) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN CASE WHEN (public.end_year(((p).starts)::daterange, (p).starts_basis) = public.end_year(((p).ends)::daterange, (p).ends_basis)) THEN public.end_year(((p).starts)::daterange, (p).starts_basis) WHEN (((p).starts IS NOT NULL) OR ((p).ends IS NOT NULL)) THEN concat(COALESCE(public.end_year(((p).starts)::daterange, (p).starts_basis), '..'::text), '/', COALESCE(public.end_year(((p).ends)::daterange, (p).ends_basis), '..'::text)) ELSE NULL::text END;

CREATE FUNCTION public.plain(words text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
begin
  return regexp_replace(
    regexp_replace(lower(normalize(words, NFKD) collate "C"), '[\u0300-\u036f\u200b-\u200d.''‘’]+', '', 'g'),
    '[\u2010-\u2015\u2212\s!-/:-@\[-`{-~“”]+', ' ', 'g');
end $$;

CREATE FUNCTION public.plan_once() RETURNS boolean
    LANGUAGE plpgsql
    AS $$
begin
  return set_config('plan_cache_mode', 'force_generic_plan', true) || set_config('enable_seqscan', 'off', true) is not null;
end $$;

CREATE FUNCTION public.pointer(tokens text[]) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (SELECT COALESCE(string_agg(('/'::text || replace(replace(COALESCE(t.token, ''::text), '~'::text, '~0'::text), '/'::text, '~1'::text)), ''::text ORDER BY t.place), ''::text) AS "coalesce" FROM unnest(pointer.tokens) WITH ORDINALITY t(token, place));

CREATE FUNCTION public.position_mark(at timestamp with time zone) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN lpad(to_hex((((EXTRACT(epoch FROM at) * (1000000)::numeric))::bigint & (16777215)::bigint)), 6, '0'::text);

CREATE FUNCTION public.put(resource text, id text, stated_from date, body json) RETURNS void
    LANGUAGE sql
    AS $_$
  select write_rows($1, array[row(1, $2, $3, $4::jsonb)::staged], null, 'replace')
   where not exists (select from withdrawals w where (w.resource, w.id) = ($1, $2))
      or not exists (select from changes c where (c.resource, c.id) = ($1, $2) and c.stated_from is not distinct from $3);
$_$;

CREATE FUNCTION public.put_agreement(id text, sheet text, cites public.cite[], name text, kind text, parties text[], purpose text DEFAULT NULL::text, dated text DEFAULT NULL::text, dated_as text DEFAULT NULL::text, signed text DEFAULT NULL::text, in_force_since text DEFAULT NULL::text, covers public.period DEFAULT NULL::public.period, notes text[] DEFAULT '{}'::text[]) RETURNS void
    LANGUAGE sql
    AS $$
  select put('agreements', put_agreement.id, stated_from(sheet), json_build_object(
    'id', put_agreement.id, 'name', name, 'kind', kind, 'parties', parties, 'dated', dated, 'datedAs', dated_as,
    'signed', signed, 'inForceSince', in_force_since, 'covers', period_json(covers), 'purpose', purpose,
    'statedFrom', stated_from(sheet), 'statedUntil', null, 'citations', cited(sheet, cites), 'notes', notes));
$$;

CREATE FUNCTION public.put_assistance(id text, sheet text, cites public.cite[], partners text[], program text, direction text, amount public.quantity DEFAULT NULL::public.quantity, basis text DEFAULT NULL::text, stage text DEFAULT NULL::text, period public.period DEFAULT NULL::public.period, part_of text DEFAULT NULL::text, articles public.article[] DEFAULT '{}'::public.article[], notes text[] DEFAULT '{}'::text[]) RETURNS void
    LANGUAGE sql
    AS $$
  select put('assistance', put_assistance.id, stated_from(sheet), json_build_object(
    'id', put_assistance.id, 'partners', partners, 'program', program, 'direction', direction, 'amount', quantity_json(amount),
    'basis', basis, 'stage', stage, 'period', period_json(period), 'partOf', part_of, 'articles', articles_json(articles),
    'statedFrom', stated_from(sheet), 'statedUntil', null, 'citations', cited(sheet, cites), 'notes', notes));
$$;

CREATE FUNCTION public.put_changed(of_resource text, entries public.classified[], of_write bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
  added staged[] := array(
    select row(e.line, e.id, e.stated_from, e.body)::staged from unnest(entries) e where e.is_new order by e.id, e.stated_from);
  replaced staged[] := array(
    select row(e.line, e.id, e.stated_from, e.body)::staged from unnest(entries) e where not e.is_new order by e.id, e.stated_from);
begin
  perform put_rows(of_resource, added, replaced);
  if exists (select from unnest(entries) e where e.op = 'restored') then
    delete from withdrawals w using unnest(entries) e
     where (w.resource, w.id) = (of_resource, e.id) and e.op = 'restored';
  end if;
  perform log_changes(of_resource, entries, of_write);
end $$;

CREATE FUNCTION public.put_dcs_sale(id text, sheet text, cites public.cite[], partners text[], measure text, stage text, kind text, amount public.quantity, period public.period DEFAULT NULL::public.period, categories public.category[] DEFAULT '{}'::public.category[], articles public.article[] DEFAULT '{}'::public.article[], notes text[] DEFAULT '{}'::text[]) RETURNS void
    LANGUAGE sql
    AS $$
  select put('sales/dcs', put_dcs_sale.id, stated_from(sheet), json_build_object(
    'id', put_dcs_sale.id, 'partners', partners, 'measure', measure, 'stage', stage, 'kind', kind, 'amount', quantity_json(amount),
    'period', period_json(period), 'categories', (
      select coalesce(json_agg(json_build_object('rank', p.position, 'name', p.name, 'usml', p.usml, 'usmlStated', p.usml_stated) order by p.position), '[]')
        from unnest(categories) with ordinality p (name, usml, usml_stated, position)),
    'articles', articles_json(articles),
    'statedFrom', stated_from(sheet), 'statedUntil', null, 'citations', cited(sheet, cites), 'notes', notes));
$$;

CREATE FUNCTION public.put_exercise(id text, sheet text, cites public.cite[], name text, participants public.participant[], purpose text, kind text DEFAULT NULL::text, cadence text DEFAULT NULL::text, since text DEFAULT NULL::text, format text DEFAULT NULL::text, format_since text DEFAULT NULL::text, notes text[] DEFAULT '{}'::text[]) RETURNS void
    LANGUAGE sql
    AS $$
  select put('exercises', put_exercise.id, stated_from(sheet), json_build_object(
    'id', put_exercise.id, 'name', name, 'kind', kind, 'cadence', cadence, 'since', since, 'format', format, 'formatSince', format_since,
    'participants', (
      select coalesce(json_agg(json_build_object('partner', p.partner, 'organization', p.organization, 'role', p.role, 'since', p.since) order by p.position), '[]')
        from unnest(participants) with ordinality p (partner, organization, role, since, position)), 'purpose', purpose,
    'statedFrom', stated_from(sheet), 'statedUntil', null, 'citations', cited(sheet, cites), 'notes', notes));
$$;

CREATE FUNCTION public.put_fact_sheet(id text, partners text[], title text, publisher text, bureau text, published text, office text DEFAULT NULL::text, email text DEFAULT NULL::text, social_handle text DEFAULT NULL::text, source_url text DEFAULT NULL::text, sha256 text DEFAULT NULL::text, published_basis text DEFAULT 'printed'::text, text_read text DEFAULT NULL::text, notes text[] DEFAULT '{}'::text[]) RETURNS void
    LANGUAGE sql
    AS $$
  select put('fact-sheets', put_fact_sheet.id, null, json_build_object(
    'id', put_fact_sheet.id, 'partners', partners, 'title', title, 'publisher', publisher, 'bureau', bureau,
    'published', published, 'publishedBasis', published_basis,
    'contacts', json_build_object('office', office, 'email', email, 'socialHandle', social_handle),
    'sourceUrl', source_url, 'sha256', sha256, 'textRead', text_read, 'notes', notes));
$$;

CREATE FUNCTION public.put_fms_sale(id text, sheet text, cites public.cite[], partners text[], measure text, stage text, kind text, amount public.quantity, period public.period DEFAULT NULL::public.period, articles public.article[] DEFAULT '{}'::public.article[], notes text[] DEFAULT '{}'::text[]) RETURNS void
    LANGUAGE sql
    AS $$
  select put('sales/fms', put_fms_sale.id, stated_from(sheet), json_build_object(
    'id', put_fms_sale.id, 'partners', partners, 'measure', measure, 'stage', stage, 'kind', kind, 'amount', quantity_json(amount),
    'period', period_json(period), 'articles', articles_json(articles),
    'statedFrom', stated_from(sheet), 'statedUntil', null, 'citations', cited(sheet, cites), 'notes', notes));
$$;

CREATE FUNCTION public.put_force_posture(id text, sheet text, cites public.cite[], host text, kind text, category text, count public.quantity DEFAULT NULL::public.quantity, asset_name text DEFAULT NULL::text, asset_designation text DEFAULT NULL::text, sender text DEFAULT 'USA'::text, notes text[] DEFAULT '{}'::text[]) RETURNS void
    LANGUAGE sql
    AS $$
  select put('force-posture', put_force_posture.id, stated_from(sheet), json_build_object(
    'id', put_force_posture.id, 'host', host, 'sender', sender, 'kind', kind, 'category', category, 'count', quantity_json(count),
    'asset', case when asset_name is not null then json_build_object('name', asset_name, 'designation', asset_designation) end,
    'statedFrom', stated_from(sheet), 'statedUntil', null, 'citations', cited(sheet, cites), 'notes', notes));
$$;

CREATE FUNCTION public.put_objective(id text, sheet text, cites public.cite[], title text, parties text[], concerns public.concern[] DEFAULT '{}'::public.concern[], notes text[] DEFAULT '{}'::text[]) RETURNS void
    LANGUAGE sql
    AS $$
  select put('objectives', put_objective.id, stated_from(sheet), json_build_object(
    'id', put_objective.id, 'title', title, 'parties', parties, 'concerns', (
      select coalesce(json_agg(json_build_object('partner', p.partner, 'subject', p.subject) order by p.position), '[]')
        from unnest(concerns) with ordinality p (partner, subject, position)),
    'statedFrom', stated_from(sheet), 'statedUntil', null, 'citations', cited(sheet, cites), 'notes', notes));
$$;

CREATE FUNCTION public.put_peacekeeping(id text, sheet text, cites public.cite[], partners text[], name text, kind text, focus_areas text[], counterparts public.counterpart[], program text DEFAULT NULL::text, notes text[] DEFAULT '{}'::text[]) RETURNS void
    LANGUAGE sql
    AS $$
  select put('peacekeeping', put_peacekeeping.id, stated_from(sheet), json_build_object(
    'id', put_peacekeeping.id, 'partners', partners, 'name', name, 'kind', kind, 'program', program, 'focusAreas', focus_areas,
    'counterparts', (
      select coalesce(json_agg(json_build_object('partner', p.partner, 'organization', p.organization) order by p.position), '[]')
        from unnest(counterparts) with ordinality p (partner, organization, position)),
    'statedFrom', stated_from(sheet), 'statedUntil', null, 'citations', cited(sheet, cites), 'notes', notes));
$$;

CREATE FUNCTION public.put_rows(of_resource text, added public.staged[], replaced public.staged[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
    begin
      if cardinality(added) > 0 then
        case of_resource
        when 'partners' then perform write_partners(added, false);
      when 'fact-sheets' then perform write_fact_sheets(added, false);
      when 'agreements' then perform write_agreements(added, false);
      when 'exercises' then perform write_exercises(added, false);
      when 'sales/fms' then perform write_fms_sales(added, false);
      when 'sales/dcs' then perform write_dcs_sales(added, false);
      when 'assistance' then perform write_assistance(added, false);
      when 'force-posture' then perform write_force_posture(added, false);
      when 'peacekeeping' then perform write_peacekeeping(added, false);
      when 'objectives' then perform write_objectives(added, false);
       end case;
      end if;
      if cardinality(replaced) > 0 then
        case of_resource
        when 'partners' then perform write_partners(replaced, true);
      when 'fact-sheets' then perform write_fact_sheets(replaced, true);
      when 'agreements' then perform write_agreements(replaced, true);
      when 'exercises' then perform write_exercises(replaced, true);
      when 'sales/fms' then perform write_fms_sales(replaced, true);
      when 'sales/dcs' then perform write_dcs_sales(replaced, true);
      when 'assistance' then perform write_assistance(replaced, true);
      when 'force-posture' then perform write_force_posture(replaced, true);
      when 'peacekeeping' then perform write_peacekeeping(replaced, true);
      when 'objectives' then perform write_objectives(replaced, true);
       end case;
      end if;
    end $$;

CREATE FUNCTION public.quantity_json(q public.quantity) RETURNS json
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN CASE WHEN ((q).as_stated IS NOT NULL) THEN json_build_object('value', (q).value, 'low', (q).low, 'high', (q).high, 'qualifier', (q).qualifier, 'unit', (q).unit, 'asStated', (q).as_stated) ELSE NULL::json END;

CREATE FUNCTION public.quantity_of(written jsonb) RETURNS public.quantity
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN (jsonb_typeof(written) = 'object'::text) THEN ROW(((written ->> 'value'::text))::numeric, ((written ->> 'low'::text))::numeric, ((written ->> 'high'::text))::numeric, ((written ->> 'qualifier'::text))::public.qualifier, (written ->> 'unit'::text), (written ->> 'asStated'::text))::public.quantity ELSE NULL::public.quantity END;

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

CREATE FUNCTION public.record_stated(document json) RETURNS json
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (SELECT json_object_agg(m.key, m.value) AS json_object_agg FROM json_each(record_stated.document) m(key, value) WHERE (m.key <> ALL ('{purpose,statedFrom,statedUntil,citations,notes,revision,updatedAt}'::text[])));

CREATE FUNCTION public.reference_faults(of_resource text, rows public.staged[]) RETURNS TABLE(line bigint, pointer text, code text, detail text, near text[])
    LANGUAGE plpgsql
    AS $$
begin
  perform plan_once();
  -- Whoever cites a sheet and whoever changes its date wait for each other, or else neither would see what the other does.
  if of_resource = 'fact-sheets' then
    perform from fact_sheets f where f.id in (select r.id from unnest(rows) r) order by f.id for no key update;
  elsif has_editions(of_resource) then
    perform from fact_sheets f
      where f.id in (select c ->> 'factSheet' from unnest(rows) r, jsonb_array_elements(r.body -> 'citations') c)
      order by f.id for share;
  end if;
  return query
    select r.line, n.pointer, 'unknownReference', format('No partner has the code %s. Partners are at /partners.', n.partner), null::text[]
      from unnest(rows) r, partners_named(r.body) n
     where n.partner is not null and not exists (select from partners p where p.id = n.partner);
  if of_resource = 'partners' then
    return query
      select r.line, taken.pointer, 'conflict', format('%s is the code of %s.', taken.given, p.id), null::text[]
        from unnest(rows) r
       cross join lateral (values ('/alpha2', r.body ->> 'alpha2'), ('/numeric', r.body ->> 'numeric')) taken (pointer, given)
        join partners p on p.id <> r.id and taken.given = case taken.pointer when '/alpha2' then p.alpha2 else p.numeric end;
    return query
      select r.line, taken.pointer, 'conflict', format('%s is an alias of %s.', taken.given, a.partner), null::text[]
        from unnest(rows) r
       cross join lateral (values ('/id', r.id), ('/alpha2', r.body ->> 'alpha2'), ('/numeric', r.body ->> 'numeric')) taken (pointer, given)
        join partner_aliases a on a.partner <> r.id and a.folded = lower(taken.given);
    return query
      select r.line, concat('/aliases/', one.position - 1), 'conflict', format('%s is a code of %s.', one.alias, s.partner), null::text[]
        from unnest(rows) r
       cross join jsonb_array_elements_text(r.body -> 'aliases') with ordinality one (alias, position)
        join partner_spellings s on s.kind in ('alpha3', 'alpha2', 'numeric') and s.folded = fold(one.alias) and s.partner <> r.id;
    return query
      select a.line, concat('/aliases/', a.position - 1), 'repeated', format('%s and an alias before it are compared as the same.', a.alias), null::text[]
        from (select r.line, one.position, one.alias, row_number() over (partition by r.line, fold(one.alias) order by one.position) as nth
                from unnest(rows) r, jsonb_array_elements_text(r.body -> 'aliases') with ordinality one (alias, position)) a
       where a.nth > 1;
  elsif of_resource = 'fact-sheets' then
    return query
      select r.line, '/published', 'conflict', format(
               'Records are stated from %s, the day of this sheet, so that it cannot change. A sheet of another day is another sheet.',
               lower(f.published)), null::text[]
        from unnest(rows) r
        join fact_sheets f on f.id = r.id and lower(f.published) <> lower(days_of(r.body ->> 'published'))
       where exists (select from citations c where c.fact_sheet = f.id and c.stated_from = lower(f.published));
  else
    return query select * from citation_faults(rows);
    if of_resource = 'assistance' then
      return query select * from part_faults(rows);
    end if;
    return query select * from later_faults(of_resource, rows);
  end if;
end $$;

CREATE FUNCTION public.staged_at(lines bigint[]) RETURNS TABLE(line bigint, id text, stated_from date)
    LANGUAGE plpgsql STABLE
    AS $$
begin
  return query select s.line, s.id, s.stated_from from staged_rows s where s.line = any (lines) order by s.line;
end $$;

CREATE FUNCTION public.staged_between(above bigint, last bigint) RETURNS public.staged[]
    LANGUAGE plpgsql STABLE
    AS $$
begin
  return array(select row(s.line, s.id, s.stated_from, s.body)::staged from staged_rows s
                where s.line > above and s.line <= last order by s.line);
end $$;

CREATE FUNCTION public.staged_of(bodies jsonb[]) RETURNS public.staged[]
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    AS $$
begin
  return array(
    select row(b.line, b.body ->> 'id', (b.body ->> 'statedFrom')::date, b.body)::staged
      from unnest(bodies) with ordinality b (body, line) order by b.line);
end $$;

CREATE FUNCTION public.stated_from(sheet text) RETURNS date
    LANGUAGE sql STABLE STRICT
    RETURN (SELECT lower((f.published)::daterange) AS lower FROM public.fact_sheets f WHERE ((f.id)::text = stated_from.sheet));

CREATE FUNCTION public.table_of(resource text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE resource WHEN 'sales/fms'::text THEN 'fms_sales'::text WHEN 'sales/dcs'::text THEN 'dcs_sales'::text ELSE replace(resource, '-'::text, '_'::text) END;

CREATE FUNCTION public.texts_of(list jsonb) RETURNS text[]
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS $$
begin
  return array(select jsonb_array_elements_text(list));
end $$;

CREATE FUNCTION public.title_of(code text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE code WHEN 'activeCases'::text THEN 'Active Foreign Military Sales cases'::text WHEN 'sales'::text THEN 'Foreign Military Sales'::text WHEN 'defenseTrade'::text THEN 'Foreign Military Sales and Direct Commercial Sales together'::text WHEN 'case'::text THEN 'A Foreign Military Sales case'::text WHEN 'ceiling'::text THEN 'Ceiling of Foreign Military Sales'::text WHEN 'expectedTotal'::text THEN 'Expected Foreign Military Sales'::text WHEN 'authorizations'::text THEN 'Authorized Direct Commercial Sales'::text WHEN 'acquisitions'::text THEN 'Direct Commercial Sales'::text WHEN 'military'::text THEN 'Military personnel'::text WHEN 'civilian'::text THEN 'Civilians of the Department of Defense'::text WHEN 'family'::text THEN 'Family members'::text WHEN 'FMF'::text THEN 'Foreign Military Financing'::text WHEN 'IMET'::text THEN 'International Military Education and Training'::text WHEN 'EDA'::text THEN 'Excess Defense Articles'::text WHEN 'GPOI'::text THEN 'Global Peace Operations Initiative'::text WHEN 'drawdown'::text THEN 'Drawdown of U.S. defense stocks'::text WHEN 'section333'::text THEN 'Section 333 capacity building'::text WHEN 'title10TrainAndEquip'::text THEN 'Title 10 train and equip'::text WHEN 'title22'::text THEN 'Title 22 assistance'::text WHEN 'dodAuthorized'::text THEN 'Assistance authorized by the Department of Defense'::text WHEN 'missileDefense'::text THEN 'Missile defense'::text WHEN 'ironDome'::text THEN 'Iron Dome'::text WHEN 'hostNationContribution'::text THEN 'Spending of the host nation'::text WHEN 'stateSecurityAssistance'::text THEN 'Security assistance of the Department of State'::text WHEN 'stateAndDodAssistance'::text THEN 'Assistance of the Departments of State and Defense'::text WHEN 'bilateralAssistance'::text THEN 'Bilateral assistance'::text WHEN 'other'::text THEN 'Assistance'::text ELSE NULL::text END;

CREATE FUNCTION public.whole_key_of(list text, item json) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE list WHEN 'articles'::text THEN ARRAY[(item ->> 'designation'::text), (item ->> 'name'::text)] WHEN 'categories'::text THEN ARRAY[(item ->> 'name'::text), (item ->> 'rank'::text)] ELSE public.key_of(list, item) END;

CREATE FUNCTION public.withdraw(of_resource text, of_id text, of_write bigint, why text) RETURNS void
    LANGUAGE plpgsql
    AS $_$
declare
  gone json;
  date_gone date;
begin
  execute format('select document(e), %s from %I e where e.id = $1 %s',
    case when has_editions(of_resource) then 'e.stated_from' else 'null::date' end, table_of(of_resource),
    case when has_editions(of_resource) then 'and e.stated_until is null' else '' end)
    into strict gone, date_gone using of_id;
  execute format(case when has_editions(of_resource)
    then 'update %I set stated_until = greatest(current_date, stated_from + 1) where id = $1 and stated_until is null'
    else 'delete from %I where id = $1' end, table_of(of_resource)) using of_id;
  insert into withdrawals (resource, id, reason) values (of_resource, of_id, why)
  on conflict (resource, id) do update set (at, reason) = (now(), excluded.reason);
  insert into changes (write, n, op, resource, id, stated_from, before, after, partners)
  values (of_write, 1, 'withdrawn', of_resource, of_id, date_gone, gone, null, partners_of(of_resource, gone::jsonb));
end $_$;

CREATE FUNCTION public.write_agreements(rows public.staged[], replaces boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION public.write_agreements_citations(rows public.staged[], replaces boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
        begin
          if replaces then
            delete from agreements_citations c using unnest(rows) r
             where (c.resource, c.id, c.stated_from) = ('agreements', r.id, r.stated_from);
          end if;
          insert into agreements_citations (resource, id, stated_from, position, fact_sheet, paragraph, as_stated)
          select 'agreements', r.id, r.stated_from, c.position, c.cite ->> 'factSheet', (c.cite ->> 'paragraph')::smallint, c.cite ->> 'asStated'
            from unnest(rows) r, jsonb_array_elements(r.body -> 'citations') with ordinality c (cite, position);
        end $$;

CREATE FUNCTION public.write_assistance(rows public.staged[], replaces boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION public.write_assistance_citations(rows public.staged[], replaces boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
        begin
          if replaces then
            delete from assistance_citations c using unnest(rows) r
             where (c.resource, c.id, c.stated_from) = ('assistance', r.id, r.stated_from);
          end if;
          insert into assistance_citations (resource, id, stated_from, position, fact_sheet, paragraph, as_stated)
          select 'assistance', r.id, r.stated_from, c.position, c.cite ->> 'factSheet', (c.cite ->> 'paragraph')::smallint, c.cite ->> 'asStated'
            from unnest(rows) r, jsonb_array_elements(r.body -> 'citations') with ordinality c (cite, position);
        end $$;

CREATE FUNCTION public.write_between(of_resource text, above bigint, last bigint, of_write bigint, on_conflict text, writes boolean, most integer) RETURNS TABLE(op text, rows bigint, lines bigint[])
    LANGUAGE plpgsql
    AS $$
declare
  rows staged[] := staged_between(above, last);
begin
  perform plan_once();
  if writes then
    return query
      select w.op, count(*), (array_agg(w.line order by w.line) filter (where w.op = 'conflict'))[1:most]
        from write_rows(of_resource, rows, of_write, on_conflict) w group by w.op;
  else
    return query
      select w.op, count(*), (array_agg(w.line order by w.line) filter (where w.op = 'conflict'))[1:most]
        from unnest(classify(of_resource, rows, on_conflict)) w group by w.op;
  end if;
end $$;

CREATE FUNCTION public.write_dcs_sales(rows public.staged[], replaces boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  insert into dcs_sales (id, stated_from, stated_until, measure, stage, kind, amount, period, partners, categories, articles, citations,
                         notes, revision, updated_at)
  select r.id, r.stated_from, (r.body ->> 'statedUntil')::date,
         r.body ->> 'measure',
         r.body ->> 'stage',
         r.body ->> 'kind',
         quantity_of(r.body -> 'amount'),
         period_of(r.body -> 'period'),
         texts_of(r.body -> 'partners'),
         categories_of(r.body -> 'categories'),
         articles_of(r.body -> 'articles'),
         citations_of(r.body -> 'citations'),
         texts_of(r.body -> 'notes'), coalesce((r.body ->> 'revision')::integer, 1), coalesce((r.body ->> 'updatedAt')::timestamptz, now())
    from unnest(rows) r
  on conflict (id, stated_from) do update
    set (stated_until, measure, stage, kind, amount, period, partners, categories, articles, citations, notes, updated_at)
      = (excluded.stated_until, excluded.measure, excluded.stage, excluded.kind, excluded.amount, excluded.period, excluded.partners,
         excluded.categories, excluded.articles, excluded.citations,
         excluded.notes, now());
  if replaces then
    delete from dcs_partners p using unnest(rows) r where (p.id, p.stated_from) = (r.id, r.stated_from);
    delete from dcs_categories p using unnest(rows) r where (p.id, p.stated_from) = (r.id, r.stated_from);
    delete from dcs_articles p using unnest(rows) r where (p.id, p.stated_from) = (r.id, r.stated_from);
  end if;
  insert into dcs_partners (id, stated_from, position, partner)
  select r.id, r.stated_from, p.position, p.part
    from unnest(rows) r, jsonb_array_elements_text(r.body -> 'partners') with ordinality p (part, position);
  insert into dcs_categories (id, stated_from, rank, name, usml, usml_stated)
  select r.id, r.stated_from, (p.part ->> 'rank')::smallint, p.part ->> 'name', texts_of(p.part -> 'usml'), (p.part ->> 'usmlStated')::boolean
    from unnest(rows) r, jsonb_array_elements(r.body -> 'categories') p (part);
  insert into dcs_articles (id, stated_from, position, name, designation, "group", count, as_stated)
  select r.id, r.stated_from, p.position, p.part ->> 'name', p.part ->> 'designation', p.part ->> 'group', (p.part ->> 'count')::integer,
         p.part ->> 'asStated'
    from unnest(rows) r, jsonb_array_elements(r.body -> 'articles') with ordinality p (part, position);
  perform write_dcs_sales_citations(rows, replaces);
end $$;

CREATE FUNCTION public.write_dcs_sales_citations(rows public.staged[], replaces boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
        begin
          if replaces then
            delete from dcs_sales_citations c using unnest(rows) r
             where (c.resource, c.id, c.stated_from) = ('sales/dcs', r.id, r.stated_from);
          end if;
          insert into dcs_sales_citations (resource, id, stated_from, position, fact_sheet, paragraph, as_stated)
          select 'sales/dcs', r.id, r.stated_from, c.position, c.cite ->> 'factSheet', (c.cite ->> 'paragraph')::smallint, c.cite ->> 'asStated'
            from unnest(rows) r, jsonb_array_elements(r.body -> 'citations') with ordinality c (cite, position);
        end $$;

CREATE FUNCTION public.write_exercises(rows public.staged[], replaces boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION public.write_exercises_citations(rows public.staged[], replaces boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
        begin
          if replaces then
            delete from exercises_citations c using unnest(rows) r
             where (c.resource, c.id, c.stated_from) = ('exercises', r.id, r.stated_from);
          end if;
          insert into exercises_citations (resource, id, stated_from, position, fact_sheet, paragraph, as_stated)
          select 'exercises', r.id, r.stated_from, c.position, c.cite ->> 'factSheet', (c.cite ->> 'paragraph')::smallint, c.cite ->> 'asStated'
            from unnest(rows) r, jsonb_array_elements(r.body -> 'citations') with ordinality c (cite, position);
        end $$;

CREATE FUNCTION public.write_fact_sheets(rows public.staged[], replaces boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION public.write_fms_sales(rows public.staged[], replaces boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  insert into fms_sales (id, stated_from, stated_until, measure, stage, kind, amount, period, partners, articles, citations, notes,
                         revision, updated_at)
  select r.id, r.stated_from, (r.body ->> 'statedUntil')::date,
         r.body ->> 'measure',
         r.body ->> 'stage',
         r.body ->> 'kind',
         quantity_of(r.body -> 'amount'),
         period_of(r.body -> 'period'),
         texts_of(r.body -> 'partners'),
         articles_of(r.body -> 'articles'),
         citations_of(r.body -> 'citations'),
         texts_of(r.body -> 'notes'), coalesce((r.body ->> 'revision')::integer, 1), coalesce((r.body ->> 'updatedAt')::timestamptz, now())
    from unnest(rows) r
  on conflict (id, stated_from) do update
    set (stated_until, measure, stage, kind, amount, period, partners, articles, citations, notes, updated_at)
      = (excluded.stated_until, excluded.measure, excluded.stage, excluded.kind, excluded.amount, excluded.period, excluded.partners,
         excluded.articles, excluded.citations,
         excluded.notes, now());
  if replaces then
    delete from fms_partners p using unnest(rows) r where (p.id, p.stated_from) = (r.id, r.stated_from);
    delete from fms_articles p using unnest(rows) r where (p.id, p.stated_from) = (r.id, r.stated_from);
  end if;
  insert into fms_partners (id, stated_from, position, partner)
  select r.id, r.stated_from, p.position, p.part
    from unnest(rows) r, jsonb_array_elements_text(r.body -> 'partners') with ordinality p (part, position);
  insert into fms_articles (id, stated_from, position, name, designation, "group", count, as_stated)
  select r.id, r.stated_from, p.position, p.part ->> 'name', p.part ->> 'designation', p.part ->> 'group', (p.part ->> 'count')::integer,
         p.part ->> 'asStated'
    from unnest(rows) r, jsonb_array_elements(r.body -> 'articles') with ordinality p (part, position);
  perform write_fms_sales_citations(rows, replaces);
end $$;

CREATE FUNCTION public.write_fms_sales_citations(rows public.staged[], replaces boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
        begin
          if replaces then
            delete from fms_sales_citations c using unnest(rows) r
             where (c.resource, c.id, c.stated_from) = ('sales/fms', r.id, r.stated_from);
          end if;
          insert into fms_sales_citations (resource, id, stated_from, position, fact_sheet, paragraph, as_stated)
          select 'sales/fms', r.id, r.stated_from, c.position, c.cite ->> 'factSheet', (c.cite ->> 'paragraph')::smallint, c.cite ->> 'asStated'
            from unnest(rows) r, jsonb_array_elements(r.body -> 'citations') with ordinality c (cite, position);
        end $$;

CREATE FUNCTION public.write_force_posture(rows public.staged[], replaces boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION public.write_force_posture_citations(rows public.staged[], replaces boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
        begin
          if replaces then
            delete from force_posture_citations c using unnest(rows) r
             where (c.resource, c.id, c.stated_from) = ('force-posture', r.id, r.stated_from);
          end if;
          insert into force_posture_citations (resource, id, stated_from, position, fact_sheet, paragraph, as_stated)
          select 'force-posture', r.id, r.stated_from, c.position, c.cite ->> 'factSheet', (c.cite ->> 'paragraph')::smallint, c.cite ->> 'asStated'
            from unnest(rows) r, jsonb_array_elements(r.body -> 'citations') with ordinality c (cite, position);
        end $$;

CREATE FUNCTION public.write_objectives(rows public.staged[], replaces boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION public.write_objectives_citations(rows public.staged[], replaces boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
        begin
          if replaces then
            delete from objectives_citations c using unnest(rows) r
             where (c.resource, c.id, c.stated_from) = ('objectives', r.id, r.stated_from);
          end if;
          insert into objectives_citations (resource, id, stated_from, position, fact_sheet, paragraph, as_stated)
          select 'objectives', r.id, r.stated_from, c.position, c.cite ->> 'factSheet', (c.cite ->> 'paragraph')::smallint, c.cite ->> 'asStated'
            from unnest(rows) r, jsonb_array_elements(r.body -> 'citations') with ordinality c (cite, position);
        end $$;

CREATE FUNCTION public.write_of_script() RETURNS bigint
    LANGUAGE plpgsql
    AS $$
declare
  of_script bigint := nullif(current_setting('cooperation.write', true), '');
begin
  if of_script is null then
    of_script := begin_write('seed', null);
    perform set_config('cooperation.write', of_script::text, true);
  end if;
  return of_script;
end $$;

CREATE FUNCTION public.write_partners(rows public.staged[], replaces boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
  former jsonb;
begin
  insert into partners as p (id, alpha2, numeric, name, region, subregion, revision, updated_at)
  select r.id, r.body ->> 'alpha2', r.body ->> 'numeric', r.body ->> 'name', r.body ->> 'region', r.body ->> 'subregion',
         coalesce((r.body ->> 'revision')::integer, 1), coalesce((r.body ->> 'updatedAt')::timestamptz, now())
    from unnest(rows) r
  on conflict (id) do update
    set (alpha2, numeric, name, region, subregion, revision, updated_at)
      = (excluded.alpha2, excluded.numeric, excluded.name, excluded.region, excluded.subregion, p.revision + 1, now());
  if replaces then
    with gone as (delete from partner_aliases a using unnest(rows) r where a.partner = r.id returning a.partner, a.alias, a.kind)
    select jsonb_agg(jsonb_build_array(g.partner, g.alias)) into former from gone g where g.kind = 'former';
  end if;
  -- An alias that was a former name stays one.
  insert into partner_aliases (partner, position, alias, kind)
  select r.id, a.position, a.alias,
         case when former @> jsonb_build_array(jsonb_build_array(r.id, a.alias)) then 'former' else 'alternative' end
    from unnest(rows) r, jsonb_array_elements_text(r.body -> 'aliases') with ordinality a (alias, position);
end $$;

CREATE FUNCTION public.write_peacekeeping(rows public.staged[], replaces boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION public.write_peacekeeping_citations(rows public.staged[], replaces boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
        begin
          if replaces then
            delete from peacekeeping_citations c using unnest(rows) r
             where (c.resource, c.id, c.stated_from) = ('peacekeeping', r.id, r.stated_from);
          end if;
          insert into peacekeeping_citations (resource, id, stated_from, position, fact_sheet, paragraph, as_stated)
          select 'peacekeeping', r.id, r.stated_from, c.position, c.cite ->> 'factSheet', (c.cite ->> 'paragraph')::smallint, c.cite ->> 'asStated'
            from unnest(rows) r, jsonb_array_elements(r.body -> 'citations') with ordinality c (cite, position);
        end $$;

CREATE FUNCTION public.write_row(of_resource text, written public.staged, who text, reason text, on_conflict text) RETURNS text
    LANGUAGE plpgsql
    AS $$
declare
  entries classified[];
begin
  perform plan_once(), set_config('lock_timeout', '10s', true);
  perform lock_record(of_resource, written.id);
  if (not has_editions(of_resource) or written.body ->> 'statedUntil' is not null)
     and exists (select from reference_faults(of_resource, array[written])) then
    return 'faulty';
  end if;
  entries := classify(of_resource, array[written], on_conflict);
  if changes_a_fact(entries[1].op) then
    perform put_changed(of_resource, entries, begin_write(who, reason));
    set constraints all immediate;
    set constraints all deferred;
  end if;
  return entries[1].op;
end $$;

CREATE FUNCTION public.write_rows(of_resource text, rows public.staged[], of_write bigint, on_conflict text) RETURNS TABLE(line bigint, op text)
    LANGUAGE plpgsql
    AS $$
declare
  planned boolean := plan_once();
  entries classified[] := classify(of_resource, rows, on_conflict);
  changed classified[] := array(select e from unnest(entries) e where changes_a_fact(e.op));
begin
  if cardinality(changed) > 0 then
    perform put_changed(of_resource, changed, coalesce(of_write, write_of_script()));
  end if;
  return query select e.line, e.op from unnest(entries) e;
end $$;

CREATE FUNCTION public.written_place(place bigint, n bigint, at timestamp with time zone) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN concat(place, '.', n, '-', public.position_mark(at));

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

CREATE TABLE public.agreement_parties (
    id public.slug NOT NULL,
    stated_from date NOT NULL,
    "position" smallint NOT NULL,
    partner public.partner_code NOT NULL
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

CREATE TABLE public.assistance_articles (
    id public.slug NOT NULL,
    stated_from date NOT NULL,
    "position" smallint NOT NULL,
    name public.label NOT NULL,
    designation public.label,
    "group" text,
    as_stated public.label NOT NULL,
    count integer,
    name_stems tsvector GENERATED ALWAYS AS (public.stems((name)::text)) STORED,
    name_spelled text GENERATED ALWAYS AS (public.spelled((name)::text)) STORED,
    designation_stems tsvector GENERATED ALWAYS AS (public.stems((designation)::text)) STORED,
    designation_spelled text GENERATED ALWAYS AS (public.spelled((designation)::text)) STORED,
    as_stated_stems tsvector GENERATED ALWAYS AS (public.stems((as_stated)::text)) STORED,
    as_stated_spelled text GENERATED ALWAYS AS (public.spelled((as_stated)::text)) STORED,
    CONSTRAINT assistance_articles_count_check CHECK ((count > 0)),
    CONSTRAINT assistance_articles_group_check CHECK (("group" = ANY (ARRAY['platforms'::text, 'missiles'::text])))
);

CREATE TABLE public.assistance_citations (
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

CREATE TABLE public.assistance_partners (
    id public.slug NOT NULL,
    stated_from date NOT NULL,
    "position" smallint NOT NULL,
    partner public.partner_code NOT NULL
);

CREATE TABLE public.changes (
    write bigint NOT NULL,
    n integer NOT NULL,
    op text NOT NULL,
    resource text NOT NULL,
    id text NOT NULL,
    stated_from date,
    before json,
    after json,
    partners text[] DEFAULT '{}'::text[] NOT NULL,
    CONSTRAINT changes_n_check CHECK ((n > 0)),
    CONSTRAINT changes_op_check CHECK ((op = ANY (ARRAY['created'::text, 'revised'::text, 'corrected'::text, 'withdrawn'::text, 'restored'::text])))
);

CREATE TABLE public.dcs_articles (
    id public.slug NOT NULL,
    stated_from date NOT NULL,
    "position" smallint NOT NULL,
    name public.label NOT NULL,
    designation public.label,
    "group" text,
    as_stated public.label NOT NULL,
    count integer,
    name_stems tsvector GENERATED ALWAYS AS (public.stems((name)::text)) STORED,
    name_spelled text GENERATED ALWAYS AS (public.spelled((name)::text)) STORED,
    designation_stems tsvector GENERATED ALWAYS AS (public.stems((designation)::text)) STORED,
    designation_spelled text GENERATED ALWAYS AS (public.spelled((designation)::text)) STORED,
    as_stated_stems tsvector GENERATED ALWAYS AS (public.stems((as_stated)::text)) STORED,
    as_stated_spelled text GENERATED ALWAYS AS (public.spelled((as_stated)::text)) STORED,
    CONSTRAINT dcs_articles_count_check CHECK ((count > 0)),
    CONSTRAINT dcs_articles_group_check CHECK (("group" = ANY (ARRAY['platforms'::text, 'missiles'::text])))
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

CREATE VIEW public.documents AS
 SELECT 'agreements'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    public.document(e.*) AS document
   FROM public.agreements e
UNION ALL
 SELECT 'exercises'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    public.document(e.*) AS document
   FROM public.exercises e
UNION ALL
 SELECT 'sales/fms'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    public.document(e.*) AS document
   FROM public.fms_sales e
UNION ALL
 SELECT 'sales/dcs'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    public.document(e.*) AS document
   FROM public.dcs_sales e
UNION ALL
 SELECT 'assistance'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    public.document(e.*) AS document
   FROM public.assistance e
UNION ALL
 SELECT 'force-posture'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    public.document(e.*) AS document
   FROM public.force_posture e
UNION ALL
 SELECT 'peacekeeping'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    public.document(e.*) AS document
   FROM public.peacekeeping e
UNION ALL
 SELECT 'objectives'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    public.document(e.*) AS document
   FROM public.objectives e;

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
 SELECT 'assistance'::text AS resource,
    (assistance.id)::text AS id,
    assistance.stated_from,
    assistance.stated_until,
    public.title_of(assistance.program) AS title,
    assistance.amount AS figure,
    assistance.revision
   FROM public.assistance
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
            d.until,
            d.days,
            ARRAY( SELECT (p.partner)::text AS partner
                   FROM public.agreement_parties p
                  WHERE (((p.id)::text = (e.id)::text) AND (p.stated_from = e.stated_from))
                  ORDER BY p."position") AS "array",
            d.detail
           FROM (public.agreements e
             CROSS JOIN LATERAL ( VALUES (1,COALESCE(e.dated_as, 'dated'::text),(e.dated)::daterange,NULL::daterange,(e.dated)::daterange,
                        CASE
                            WHEN (e.dated_as IS NULL) THEN 'The source puts this date to its name and does not say what happened then.'::text
                            ELSE NULL::text
                        END), (2,'signed'::text,e.signed,NULL::daterange,e.signed,NULL::text), (3,'inForceSince'::text,e.in_force_since,NULL::daterange,e.in_force_since,NULL::text), (4,'periodCovered'::text,(e.covers).starts,(e.covers).ends,public.period_days(e.covers),NULL::text)) d("position", event, date, until, days, detail))
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
                CASE
                    WHEN ((e.amount).as_stated IS NOT NULL) THEN format('The figure for this period is printed as %s.'::text, (e.amount).as_stated)
                    ELSE NULL::text
                END AS "case"
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
                CASE
                    WHEN ((e.amount).as_stated IS NOT NULL) THEN format('The figure for this period is printed as %s.'::text, (e.amount).as_stated)
                    ELSE NULL::text
                END AS "case"
           FROM public.dcs_sales e
        UNION ALL
         SELECT 'assistance'::text,
            (e.id)::text AS id,
            e.stated_from,
            e.stated_until,
            1,
            'periodCovered'::text,
            public.title_of(e.program) AS title_of,
            ((e.period).starts)::daterange AS starts,
            ((e.period).ends)::daterange AS ends,
            public.period_days(e.period) AS period_days,
            ARRAY( SELECT (p.partner)::text AS partner
                   FROM public.assistance_partners p
                  WHERE (((p.id)::text = (e.id)::text) AND (p.stated_from = e.stated_from))
                  ORDER BY p."position") AS "array",
                CASE
                    WHEN (e.basis = 'perYear'::text) THEN format('The figure for each year of this period is printed as %s.'::text, (e.amount).as_stated)
                    WHEN (e.basis IS NOT NULL) THEN format('The figure for this period is printed as %s.'::text, (e.amount).as_stated)
                    ELSE NULL::text
                END AS "case"
           FROM public.assistance e
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

CREATE VIEW public.figures AS
 SELECT 'sales/fms'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    e.measure,
    e.stage,
    e.kind,
    NULL::text AS basis,
    NULL::text AS direction,
    e.period,
    e.amount,
    ARRAY( SELECT (p.partner)::text AS partner
           FROM public.fms_partners p
          WHERE (((p.id)::text = (e.id)::text) AND (p.stated_from = e.stated_from))
          ORDER BY p."position") AS partners
   FROM public.fms_sales e
UNION ALL
 SELECT 'sales/dcs'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    e.measure,
    e.stage,
    e.kind,
    NULL::text AS basis,
    NULL::text AS direction,
    e.period,
    e.amount,
    ARRAY( SELECT (p.partner)::text AS partner
           FROM public.dcs_partners p
          WHERE (((p.id)::text = (e.id)::text) AND (p.stated_from = e.stated_from))
          ORDER BY p."position") AS partners
   FROM public.dcs_sales e
UNION ALL
 SELECT 'assistance'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    e.program AS measure,
    e.stage,
    NULL::text AS kind,
    e.basis,
    e.direction,
    e.period,
    e.amount,
    ARRAY( SELECT (p.partner)::text AS partner
           FROM public.assistance_partners p
          WHERE (((p.id)::text = (e.id)::text) AND (p.stated_from = e.stated_from))
          ORDER BY p."position") AS partners
   FROM public.assistance e
UNION ALL
 SELECT 'force-posture'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'militaryPersonnel'::text AS measure,
    NULL::text AS stage,
    'stock'::text AS kind,
    NULL::text AS basis,
        CASE 'USA'::text
            WHEN (e.sender)::text THEN 'toPartner'::text
            ELSE 'fromPartner'::text
        END AS direction,
    NULL::public.period AS period,
    e.count AS amount,
    ARRAY[
        CASE 'USA'::text
            WHEN (e.sender)::text THEN (e.host)::text
            ELSE (e.sender)::text
        END] AS partners
   FROM public.force_posture e
  WHERE ((e.kind = 'personnel'::text) AND (e.category = 'military'::text) AND (('USA'::text = (e.host)::text) OR ('USA'::text = (e.sender)::text)));

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
    count integer,
    CONSTRAINT fms_articles_count_check CHECK ((count > 0)),
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

CREATE TABLE public.idempotent_answers (
    caller text NOT NULL,
    idempotency_key text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    request bytea NOT NULL,
    status smallint,
    location text,
    etag text,
    body bytea,
    CONSTRAINT idempotent_answers_idempotency_key_check CHECK (((length(idempotency_key) >= 1) AND (length(idempotency_key) <= 255)))
);

CREATE TABLE public.imports (
    id uuid NOT NULL,
    resource text NOT NULL,
    who public.label NOT NULL,
    state text DEFAULT 'running'::text NOT NULL,
    started_at timestamp with time zone DEFAULT now() NOT NULL,
    seen_at timestamp with time zone DEFAULT now() NOT NULL,
    finished_at timestamp with time zone,
    bytes_read bigint DEFAULT 0 NOT NULL,
    rows_read bigint DEFAULT 0 NOT NULL,
    rows_written bigint DEFAULT 0 NOT NULL,
    rows_per_second bigint DEFAULT 0 NOT NULL,
    detail text,
    report json,
    CONSTRAINT imports_check CHECK (((state = 'running'::text) = (finished_at IS NULL))),
    CONSTRAINT imports_state_check CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'rejected'::text, 'failed'::text])))
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
 SELECT 'assistance'::text AS resource,
    (p.id)::text AS id,
    p.stated_from,
    (p.partner)::text AS partner,
    e.stated_until
   FROM (public.assistance_partners p
     LEFT JOIN public.assistance e ON ((((e.id)::text = (p.id)::text) AND (e.stated_from = p.stated_from))))
UNION ALL
 SELECT 'force-posture'::text AS resource,
    (force_posture.id)::text AS id,
    force_posture.stated_from,
    (force_posture.host)::text AS partner,
    force_posture.stated_until
   FROM public.force_posture
UNION ALL
 SELECT 'force-posture'::text AS resource,
    (force_posture.id)::text AS id,
    force_posture.stated_from,
    (force_posture.sender)::text AS partner,
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

CREATE TABLE public.keys (
    id text NOT NULL,
    name public.label NOT NULL,
    role text NOT NULL,
    hash bytea NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone,
    revoked_at timestamp with time zone,
    last_used_at timestamp with time zone,
    CONSTRAINT keys_hash_check CHECK ((length(hash) = 32)),
    CONSTRAINT keys_id_check CHECK ((id ~ '^key_[0-9a-z]+$'::text)),
    CONSTRAINT keys_name_check CHECK ((length((name)::text) <= 200)),
    CONSTRAINT keys_role_check CHECK ((role = ANY (ARRAY['editor'::text, 'admin'::text])))
);

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
    ARRAY( SELECT DISTINCT (a.name)::text AS name
           FROM public.dcs_articles a
          WHERE (((a.id)::text = (e.id)::text) AND (a.stated_from = e.stated_from))
          ORDER BY (a.name)::text) AS articles
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
   FROM (unnest(ARRAY['treaty'::text, 'SOFA'::text, 'SMA'::text, 'armistice'::text, 'VFA'::text, 'DCA'::text, 'EDCA'::text, 'ACSA'::text, 'MLSA'::text, 'COMCASA'::text, 'MOU'::text, 'MNNA'::text, 'designation'::text, 'dialogue'::text, 'framework'::text, 'roadmap'::text]) c(code)
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
   FROM (unnest(ARRAY['activeCases'::text, 'sales'::text, 'defenseTrade'::text, 'case'::text, 'ceiling'::text, 'expectedTotal'::text]) c(code)
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
   FROM (unnest(ARRAY['authorizations'::text, 'acquisitions'::text]) c(code)
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
    'articles.name'::text AS field,
    0.8 AS weight,
    (p.name)::text AS text,
    p.name_stems AS stems,
    p.name_spelled AS spelled
   FROM (public.dcs_articles p
     JOIN public.dcs_sales e USING (id, stated_from))
UNION ALL
 SELECT 'sales/dcs'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'articles.designation'::text AS field,
    0.8 AS weight,
    (p.designation)::text AS text,
    p.designation_stems AS stems,
    p.designation_spelled AS spelled
   FROM (public.dcs_articles p
     JOIN public.dcs_sales e USING (id, stated_from))
UNION ALL
 SELECT 'sales/dcs'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'articles.asStated'::text AS field,
    0.7 AS weight,
    (p.as_stated)::text AS text,
    p.as_stated_stems AS stems,
    p.as_stated_spelled AS spelled
   FROM (public.dcs_articles p
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
 SELECT 'assistance'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'title'::text AS field,
    1.0 AS weight,
    public.title_of(c.code) AS text,
    public.stems(public.title_of(c.code)) AS stems,
    public.spelled(public.title_of(c.code)) AS spelled
   FROM (unnest(ARRAY['FMF'::text, 'IMET'::text, 'EDA'::text, 'GPOI'::text, 'drawdown'::text, 'section333'::text, 'title10TrainAndEquip'::text, 'title22'::text, 'dodAuthorized'::text, 'missileDefense'::text, 'ironDome'::text, 'hostNationContribution'::text, 'stateSecurityAssistance'::text, 'stateAndDodAssistance'::text, 'bilateralAssistance'::text, 'other'::text]) c(code)
     JOIN public.assistance e ON ((e.program = c.code)))
UNION ALL
 SELECT 'assistance'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'program'::text AS field,
    0.5 AS weight,
    c.code AS text,
    public.stems(c.code) AS stems,
    public.spelled(c.code) AS spelled
   FROM (unnest(ARRAY['FMF'::text, 'IMET'::text, 'EDA'::text, 'GPOI'::text]) c(code)
     JOIN public.assistance e ON ((e.program = c.code)))
UNION ALL
 SELECT 'assistance'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'articles.name'::text AS field,
    0.8 AS weight,
    (p.name)::text AS text,
    p.name_stems AS stems,
    p.name_spelled AS spelled
   FROM (public.assistance_articles p
     JOIN public.assistance e USING (id, stated_from))
UNION ALL
 SELECT 'assistance'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'articles.designation'::text AS field,
    0.8 AS weight,
    (p.designation)::text AS text,
    p.designation_stems AS stems,
    p.designation_spelled AS spelled
   FROM (public.assistance_articles p
     JOIN public.assistance e USING (id, stated_from))
UNION ALL
 SELECT 'assistance'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'articles.asStated'::text AS field,
    0.7 AS weight,
    (p.as_stated)::text AS text,
    p.as_stated_stems AS stems,
    p.as_stated_spelled AS spelled
   FROM (public.assistance_articles p
     JOIN public.assistance e USING (id, stated_from))
UNION ALL
 SELECT 'assistance'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'citations.asStated'::text AS field,
    0.5 AS weight,
    (p.as_stated)::text AS text,
    p.as_stated_stems AS stems,
    p.as_stated_spelled AS spelled
   FROM (public.assistance_citations p
     JOIN public.assistance e USING (id, stated_from))
UNION ALL
 SELECT 'assistance'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'partners'::text AS field,
    0.4 AS weight,
    n.text,
    n.stems,
    n.spelled
   FROM ((public.partner_texts n
     JOIN public.assistance_partners p ON (((p.partner)::text = n.partner)))
     JOIN public.assistance e ON ((((e.id)::text = (p.id)::text) AND (e.stated_from = p.stated_from))))
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
 SELECT 'force-posture'::text AS resource,
    (e.id)::text AS id,
    e.stated_from,
    e.stated_until,
    'sender'::text AS field,
    0.4 AS weight,
    n.text,
    n.stems,
    n.spelled
   FROM (public.partner_texts n
     JOIN public.force_posture e ON (((e.sender)::text = n.partner)))
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

CREATE TABLE public.withdrawals (
    resource text NOT NULL,
    id text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    reason public.label NOT NULL
);

CREATE TABLE public.writes (
    id bigint NOT NULL,
    "position" bigint,
    at timestamp with time zone DEFAULT now() NOT NULL,
    who public.label NOT NULL,
    reason public.label
)
WITH (autovacuum_vacuum_scale_factor='0', autovacuum_vacuum_threshold='5000');

ALTER TABLE public.writes ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.writes_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE ONLY public.citations ATTACH PARTITION public.agreements_citations FOR VALUES IN ('agreements');

ALTER TABLE ONLY public.citations ATTACH PARTITION public.assistance_citations FOR VALUES IN ('assistance');

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
    ADD CONSTRAINT agreements_editions_do_not_overlap EXCLUDE USING gist ((((id)::text || ''::text)) WITH =, daterange(stated_from, stated_until) WITH &&);

ALTER TABLE ONLY public.agreements
    ADD CONSTRAINT agreements_pkey PRIMARY KEY (id, stated_from);

ALTER TABLE ONLY public.assistance_articles
    ADD CONSTRAINT assistance_articles_id_stated_from_name_designation_key UNIQUE NULLS NOT DISTINCT (id, stated_from, name, designation);

ALTER TABLE ONLY public.assistance_articles
    ADD CONSTRAINT assistance_articles_pkey PRIMARY KEY (id, stated_from, "position");

ALTER TABLE ONLY public.assistance_citations
    ADD CONSTRAINT assistance_citations_pkey PRIMARY KEY (resource, id, stated_from, "position");

ALTER TABLE ONLY public.assistance
    ADD CONSTRAINT assistance_editions_do_not_overlap EXCLUDE USING gist ((((id)::text || ''::text)) WITH =, daterange(stated_from, stated_until) WITH &&);

ALTER TABLE ONLY public.assistance_partners
    ADD CONSTRAINT assistance_partners_id_stated_from_partner_key UNIQUE (id, stated_from, partner);

ALTER TABLE ONLY public.assistance_partners
    ADD CONSTRAINT assistance_partners_pkey PRIMARY KEY (id, stated_from, "position");

ALTER TABLE ONLY public.assistance
    ADD CONSTRAINT assistance_pkey PRIMARY KEY (id, stated_from);

ALTER TABLE ONLY public.changes
    ADD CONSTRAINT changes_pkey PRIMARY KEY (write, n);

ALTER TABLE ONLY public.dcs_articles
    ADD CONSTRAINT dcs_articles_id_stated_from_name_designation_key UNIQUE NULLS NOT DISTINCT (id, stated_from, name, designation);

ALTER TABLE ONLY public.dcs_articles
    ADD CONSTRAINT dcs_articles_pkey PRIMARY KEY (id, stated_from, "position");

ALTER TABLE ONLY public.dcs_categories
    ADD CONSTRAINT dcs_categories_pkey PRIMARY KEY (id, stated_from, rank);

ALTER TABLE ONLY public.dcs_partners
    ADD CONSTRAINT dcs_partners_id_stated_from_partner_key UNIQUE (id, stated_from, partner);

ALTER TABLE ONLY public.dcs_partners
    ADD CONSTRAINT dcs_partners_pkey PRIMARY KEY (id, stated_from, "position");

ALTER TABLE ONLY public.dcs_sales_citations
    ADD CONSTRAINT dcs_sales_citations_pkey PRIMARY KEY (resource, id, stated_from, "position");

ALTER TABLE ONLY public.dcs_sales
    ADD CONSTRAINT dcs_sales_editions_do_not_overlap EXCLUDE USING gist ((((id)::text || ''::text)) WITH =, daterange(stated_from, stated_until) WITH &&);

ALTER TABLE ONLY public.dcs_sales
    ADD CONSTRAINT dcs_sales_pkey PRIMARY KEY (id, stated_from);

ALTER TABLE ONLY public.exercise_participants
    ADD CONSTRAINT exercise_participants_id_stated_from_partner_organization_r_key UNIQUE NULLS NOT DISTINCT (id, stated_from, partner, organization, role);

ALTER TABLE ONLY public.exercise_participants
    ADD CONSTRAINT exercise_participants_pkey PRIMARY KEY (id, stated_from, "position");

ALTER TABLE ONLY public.exercises_citations
    ADD CONSTRAINT exercises_citations_pkey PRIMARY KEY (resource, id, stated_from, "position");

ALTER TABLE ONLY public.exercises
    ADD CONSTRAINT exercises_editions_do_not_overlap EXCLUDE USING gist ((((id)::text || ''::text)) WITH =, daterange(stated_from, stated_until) WITH &&);

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
    ADD CONSTRAINT fms_sales_editions_do_not_overlap EXCLUDE USING gist ((((id)::text || ''::text)) WITH =, daterange(stated_from, stated_until) WITH &&);

ALTER TABLE ONLY public.fms_sales
    ADD CONSTRAINT fms_sales_pkey PRIMARY KEY (id, stated_from);

ALTER TABLE ONLY public.force_posture_citations
    ADD CONSTRAINT force_posture_citations_pkey PRIMARY KEY (resource, id, stated_from, "position");

ALTER TABLE ONLY public.force_posture
    ADD CONSTRAINT force_posture_editions_do_not_overlap EXCLUDE USING gist ((((id)::text || ''::text)) WITH =, daterange(stated_from, stated_until) WITH &&);

ALTER TABLE ONLY public.force_posture
    ADD CONSTRAINT force_posture_pkey PRIMARY KEY (id, stated_from);

ALTER TABLE ONLY public.idempotent_answers
    ADD CONSTRAINT idempotent_answers_pkey PRIMARY KEY (caller, idempotency_key);

ALTER TABLE ONLY public.imports
    ADD CONSTRAINT imports_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.keys
    ADD CONSTRAINT keys_hash_key UNIQUE (hash);

ALTER TABLE ONLY public.keys
    ADD CONSTRAINT keys_pkey PRIMARY KEY (id);

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
    ADD CONSTRAINT objectives_editions_do_not_overlap EXCLUDE USING gist ((((id)::text || ''::text)) WITH =, daterange(stated_from, stated_until) WITH &&);

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
    ADD CONSTRAINT peacekeeping_editions_do_not_overlap EXCLUDE USING gist ((((id)::text || ''::text)) WITH =, daterange(stated_from, stated_until) WITH &&);

ALTER TABLE ONLY public.peacekeeping_partners
    ADD CONSTRAINT peacekeeping_partners_id_stated_from_partner_key UNIQUE (id, stated_from, partner);

ALTER TABLE ONLY public.peacekeeping_partners
    ADD CONSTRAINT peacekeeping_partners_pkey PRIMARY KEY (id, stated_from, "position");

ALTER TABLE ONLY public.peacekeeping
    ADD CONSTRAINT peacekeeping_pkey PRIMARY KEY (id, stated_from);

ALTER TABLE ONLY public.withdrawals
    ADD CONSTRAINT withdrawals_pkey PRIMARY KEY (resource, id);

ALTER TABLE ONLY public.writes
    ADD CONSTRAINT writes_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.writes
    ADD CONSTRAINT writes_position_key UNIQUE ("position");

CREATE INDEX agreement_parties_partner_id_stated_from_idx ON public.agreement_parties USING btree (partner, id, stated_from);

CREATE INDEX agreements_by_date ON public.agreements USING btree (COALESCE(lower((COALESCE(signed, in_force_since, dated))::daterange), 'infinity'::date), id);

CREATE INDEX agreements_by_date_down ON public.agreements USING btree (COALESCE(lower((COALESCE(signed, in_force_since, dated))::daterange), '-infinity'::date), id);

CREATE INDEX agreements_by_id_reversed ON public.agreements USING btree (reverse((id)::text));

CREATE INDEX agreements_by_name ON public.agreements USING btree ("left"(public.fold((name)::text), 200) COLLATE "C", id);

CREATE INDEX agreements_by_stated_from ON public.agreements USING btree (stated_from, id);

CREATE INDEX citations_as_stated_stems_as_stated_spelled_idx ON ONLY public.citations USING gin (as_stated_stems, as_stated_spelled public.gin_trgm_ops);

CREATE INDEX agreements_citations_as_stated_stems_as_stated_spelled_idx ON public.agreements_citations USING gin (as_stated_stems, as_stated_spelled public.gin_trgm_ops);

CREATE INDEX citations_fact_sheet_paragraph_idx ON ONLY public.citations USING btree (fact_sheet, paragraph);

CREATE INDEX agreements_citations_fact_sheet_paragraph_idx ON public.agreements_citations USING btree (fact_sheet, paragraph);

CREATE INDEX agreements_name_stems_name_spelled_idx ON public.agreements USING gin (name_stems, name_spelled public.gin_trgm_ops);

CREATE INDEX agreements_purpose_stems_purpose_spelled_idx ON public.agreements USING gin (purpose_stems, purpose_spelled public.gin_trgm_ops);

CREATE UNIQUE INDEX agreements_standing ON public.agreements USING btree (id) WHERE (stated_until IS NULL);

CREATE INDEX assistance_articles_as_stated_stems_as_stated_spelled_idx ON public.assistance_articles USING gin (as_stated_stems, as_stated_spelled public.gin_trgm_ops);

CREATE INDEX assistance_articles_designation_stems_designation_spelled_idx ON public.assistance_articles USING gin (designation_stems, designation_spelled public.gin_trgm_ops);

CREATE INDEX assistance_articles_name_stems_name_spelled_idx ON public.assistance_articles USING gin (name_stems, name_spelled public.gin_trgm_ops);

CREATE INDEX assistance_by_amount ON public.assistance USING btree (COALESCE((amount).value, 'Infinity'::numeric), id);

CREATE INDEX assistance_by_amount_down ON public.assistance USING btree (COALESCE((amount).value, '-Infinity'::numeric), id);

CREATE INDEX assistance_by_id_reversed ON public.assistance USING btree (reverse((id)::text));

CREATE INDEX assistance_by_period_end ON public.assistance USING btree (COALESCE((upper(((period).ends)::daterange) - 1), 'infinity'::date), id);

CREATE INDEX assistance_by_period_end_down ON public.assistance USING btree (COALESCE((upper(((period).ends)::daterange) - 1), '-infinity'::date), id);

CREATE INDEX assistance_by_stated_from ON public.assistance USING btree (stated_from, id);

CREATE INDEX assistance_citations_as_stated_stems_as_stated_spelled_idx ON public.assistance_citations USING gin (as_stated_stems, as_stated_spelled public.gin_trgm_ops);

CREATE INDEX assistance_citations_fact_sheet_paragraph_idx ON public.assistance_citations USING btree (fact_sheet, paragraph);

CREATE INDEX assistance_days ON public.assistance USING gist (public.days_measured(period, (basis = 'cumulative'::text), stated_from));

CREATE INDEX assistance_partners_partner_id_stated_from_idx ON public.assistance_partners USING btree (partner, id, stated_from);

CREATE UNIQUE INDEX assistance_standing ON public.assistance USING btree (id) WHERE (stated_until IS NULL);

CREATE INDEX changes_resource_id_stated_from_idx ON public.changes USING btree (resource, id, stated_from);

CREATE INDEX dcs_articles_as_stated_stems_as_stated_spelled_idx ON public.dcs_articles USING gin (as_stated_stems, as_stated_spelled public.gin_trgm_ops);

CREATE INDEX dcs_articles_designation_stems_designation_spelled_idx ON public.dcs_articles USING gin (designation_stems, designation_spelled public.gin_trgm_ops);

CREATE INDEX dcs_articles_name_stems_name_spelled_idx ON public.dcs_articles USING gin (name_stems, name_spelled public.gin_trgm_ops);

CREATE INDEX dcs_categories_name_stems_name_spelled_idx ON public.dcs_categories USING gin (name_stems, name_spelled public.gin_trgm_ops);

CREATE INDEX dcs_partners_partner_id_stated_from_idx ON public.dcs_partners USING btree (partner, id, stated_from);

CREATE INDEX dcs_sales_by_amount ON public.dcs_sales USING btree (COALESCE((amount).value, 'Infinity'::numeric), id);

CREATE INDEX dcs_sales_by_amount_down ON public.dcs_sales USING btree (COALESCE((amount).value, '-Infinity'::numeric), id);

CREATE INDEX dcs_sales_by_id_reversed ON public.dcs_sales USING btree (reverse((id)::text));

CREATE INDEX dcs_sales_by_period_end ON public.dcs_sales USING btree (COALESCE((upper(((period).ends)::daterange) - 1), 'infinity'::date), id);

CREATE INDEX dcs_sales_by_period_end_down ON public.dcs_sales USING btree (COALESCE((upper(((period).ends)::daterange) - 1), '-infinity'::date), id);

CREATE INDEX dcs_sales_by_stated_from ON public.dcs_sales USING btree (stated_from, id);

CREATE INDEX dcs_sales_citations_as_stated_stems_as_stated_spelled_idx ON public.dcs_sales_citations USING gin (as_stated_stems, as_stated_spelled public.gin_trgm_ops);

CREATE INDEX dcs_sales_citations_fact_sheet_paragraph_idx ON public.dcs_sales_citations USING btree (fact_sheet, paragraph);

CREATE INDEX dcs_sales_days ON public.dcs_sales USING gist (public.days_measured(period, (kind = 'flow'::text), stated_from));

CREATE UNIQUE INDEX dcs_sales_standing ON public.dcs_sales USING btree (id) WHERE (stated_until IS NULL);

CREATE INDEX exercise_participants_organization_stems_organization_spell_idx ON public.exercise_participants USING gin (organization_stems, organization_spelled public.gin_trgm_ops);

CREATE INDEX exercise_participants_partner_id_stated_from_idx ON public.exercise_participants USING btree (partner, id, stated_from);

CREATE INDEX exercises_by_id_reversed ON public.exercises USING btree (reverse((id)::text));

CREATE INDEX exercises_by_name ON public.exercises USING btree ("left"(public.fold((name)::text), 200) COLLATE "C", id);

CREATE INDEX exercises_by_since ON public.exercises USING btree (COALESCE(lower((since)::daterange), 'infinity'::date), id);

CREATE INDEX exercises_by_since_down ON public.exercises USING btree (COALESCE(lower((since)::daterange), '-infinity'::date), id);

CREATE INDEX exercises_by_stated_from ON public.exercises USING btree (stated_from, id);

CREATE INDEX exercises_citations_as_stated_stems_as_stated_spelled_idx ON public.exercises_citations USING gin (as_stated_stems, as_stated_spelled public.gin_trgm_ops);

CREATE INDEX exercises_citations_fact_sheet_paragraph_idx ON public.exercises_citations USING btree (fact_sheet, paragraph);

CREATE INDEX exercises_name_stems_name_spelled_idx ON public.exercises USING gin (name_stems, name_spelled public.gin_trgm_ops);

CREATE INDEX exercises_purpose_stems_purpose_spelled_idx ON public.exercises USING gin (purpose_stems, purpose_spelled public.gin_trgm_ops);

CREATE UNIQUE INDEX exercises_standing ON public.exercises USING btree (id) WHERE (stated_until IS NULL);

CREATE INDEX fact_sheet_partners_partner_idx ON public.fact_sheet_partners USING btree (partner);

CREATE INDEX fact_sheets_by_id_reversed ON public.fact_sheets USING btree (reverse((id)::text));

CREATE INDEX fact_sheets_title_stems_title_spelled_idx ON public.fact_sheets USING gin (title_stems, title_spelled public.gin_trgm_ops);

CREATE INDEX fms_articles_as_stated_stems_as_stated_spelled_idx ON public.fms_articles USING gin (as_stated_stems, as_stated_spelled public.gin_trgm_ops);

CREATE INDEX fms_articles_designation_stems_designation_spelled_idx ON public.fms_articles USING gin (designation_stems, designation_spelled public.gin_trgm_ops);

CREATE INDEX fms_articles_name_stems_name_spelled_idx ON public.fms_articles USING gin (name_stems, name_spelled public.gin_trgm_ops);

CREATE INDEX fms_partners_partner_id_stated_from_idx ON public.fms_partners USING btree (partner, id, stated_from);

CREATE INDEX fms_sales_by_amount ON public.fms_sales USING btree (COALESCE((amount).value, 'Infinity'::numeric), id);

CREATE INDEX fms_sales_by_amount_down ON public.fms_sales USING btree (COALESCE((amount).value, '-Infinity'::numeric), id);

CREATE INDEX fms_sales_by_id_reversed ON public.fms_sales USING btree (reverse((id)::text));

CREATE INDEX fms_sales_by_period_end ON public.fms_sales USING btree (COALESCE((upper(((period).ends)::daterange) - 1), 'infinity'::date), id);

CREATE INDEX fms_sales_by_period_end_down ON public.fms_sales USING btree (COALESCE((upper(((period).ends)::daterange) - 1), '-infinity'::date), id);

CREATE INDEX fms_sales_by_stated_from ON public.fms_sales USING btree (stated_from, id);

CREATE INDEX fms_sales_citations_as_stated_stems_as_stated_spelled_idx ON public.fms_sales_citations USING gin (as_stated_stems, as_stated_spelled public.gin_trgm_ops);

CREATE INDEX fms_sales_citations_fact_sheet_paragraph_idx ON public.fms_sales_citations USING btree (fact_sheet, paragraph);

CREATE INDEX fms_sales_days ON public.fms_sales USING gist (public.days_measured(period, (kind = 'flow'::text), stated_from));

CREATE UNIQUE INDEX fms_sales_standing ON public.fms_sales USING btree (id) WHERE (stated_until IS NULL);

CREATE INDEX force_posture_asset_designation_stems_asset_designation_spe_idx ON public.force_posture USING gin (asset_designation_stems, asset_designation_spelled public.gin_trgm_ops);

CREATE INDEX force_posture_asset_name_stems_asset_name_spelled_idx ON public.force_posture USING gin (asset_name_stems, asset_name_spelled public.gin_trgm_ops);

CREATE INDEX force_posture_by_count ON public.force_posture USING btree (COALESCE((count).value, 'Infinity'::numeric), id);

CREATE INDEX force_posture_by_count_down ON public.force_posture USING btree (COALESCE((count).value, '-Infinity'::numeric), id);

CREATE INDEX force_posture_by_id_reversed ON public.force_posture USING btree (reverse((id)::text));

CREATE INDEX force_posture_by_stated_from ON public.force_posture USING btree (stated_from, id);

CREATE INDEX force_posture_citations_as_stated_stems_as_stated_spelled_idx ON public.force_posture_citations USING gin (as_stated_stems, as_stated_spelled public.gin_trgm_ops);

CREATE INDEX force_posture_citations_fact_sheet_paragraph_idx ON public.force_posture_citations USING btree (fact_sheet, paragraph);

CREATE INDEX force_posture_host_id_stated_from_idx ON public.force_posture USING btree (host, id, stated_from);

CREATE INDEX force_posture_sender_id_stated_from_idx ON public.force_posture USING btree (sender, id, stated_from);

CREATE UNIQUE INDEX force_posture_standing ON public.force_posture USING btree (id) WHERE (stated_until IS NULL);

CREATE INDEX idempotent_answers_at_idx ON public.idempotent_answers USING btree (at);

CREATE INDEX objective_concerns_partner_id_stated_from_idx ON public.objective_concerns USING btree (partner, id, stated_from);

CREATE INDEX objective_concerns_subject_stems_subject_spelled_idx ON public.objective_concerns USING gin (subject_stems, subject_spelled public.gin_trgm_ops);

CREATE INDEX objective_parties_partner_id_stated_from_idx ON public.objective_parties USING btree (partner, id, stated_from);

CREATE INDEX objectives_by_id_reversed ON public.objectives USING btree (reverse((id)::text));

CREATE INDEX objectives_by_stated_from ON public.objectives USING btree (stated_from, id);

CREATE INDEX objectives_by_title ON public.objectives USING btree ("left"(public.fold((title)::text), 200) COLLATE "C", id);

CREATE INDEX objectives_citations_as_stated_stems_as_stated_spelled_idx ON public.objectives_citations USING gin (as_stated_stems, as_stated_spelled public.gin_trgm_ops);

CREATE INDEX objectives_citations_fact_sheet_paragraph_idx ON public.objectives_citations USING btree (fact_sheet, paragraph);

CREATE UNIQUE INDEX objectives_standing ON public.objectives USING btree (id) WHERE (stated_until IS NULL);

CREATE INDEX objectives_title_stems_title_spelled_idx ON public.objectives USING gin (title_stems, title_spelled public.gin_trgm_ops);

CREATE INDEX partner_aliases_alias_stems_alias_spelled_idx ON public.partner_aliases USING gin (alias_stems, alias_spelled public.gin_trgm_ops);

CREATE INDEX partners_id_stems_id_spelled_idx ON public.partners USING gin (id_stems, id_spelled public.gin_trgm_ops);

CREATE INDEX partners_name_stems_name_spelled_idx ON public.partners USING gin (name_stems, name_spelled public.gin_trgm_ops);

CREATE INDEX peacekeeping_by_id_reversed ON public.peacekeeping USING btree (reverse((id)::text));

CREATE INDEX peacekeeping_by_name ON public.peacekeeping USING btree ("left"(public.fold((name)::text), 200) COLLATE "C", id);

CREATE INDEX peacekeeping_by_stated_from ON public.peacekeeping USING btree (stated_from, id);

CREATE INDEX peacekeeping_citations_as_stated_stems_as_stated_spelled_idx ON public.peacekeeping_citations USING gin (as_stated_stems, as_stated_spelled public.gin_trgm_ops);

CREATE INDEX peacekeeping_citations_fact_sheet_paragraph_idx ON public.peacekeeping_citations USING btree (fact_sheet, paragraph);

CREATE INDEX peacekeeping_counterparts_organization_stems_organization_s_idx ON public.peacekeeping_counterparts USING gin (organization_stems, organization_spelled public.gin_trgm_ops);

CREATE INDEX peacekeeping_counterparts_partner_id_stated_from_idx ON public.peacekeeping_counterparts USING btree (partner, id, stated_from);

CREATE INDEX peacekeeping_focus_areas_stems_focus_areas_spelled_idx ON public.peacekeeping USING gin (focus_areas_stems, focus_areas_spelled public.gin_trgm_ops);

CREATE INDEX peacekeeping_name_stems_name_spelled_idx ON public.peacekeeping USING gin (name_stems, name_spelled public.gin_trgm_ops);

CREATE INDEX peacekeeping_partners_partner_id_stated_from_idx ON public.peacekeeping_partners USING btree (partner, id, stated_from);

CREATE UNIQUE INDEX peacekeeping_standing ON public.peacekeeping USING btree (id) WHERE (stated_until IS NULL);

CREATE INDEX writes_without_position ON public.writes USING btree (id) WHERE ("position" IS NULL);

ALTER INDEX public.citations_as_stated_stems_as_stated_spelled_idx ATTACH PARTITION public.agreements_citations_as_stated_stems_as_stated_spelled_idx;

ALTER INDEX public.citations_fact_sheet_paragraph_idx ATTACH PARTITION public.agreements_citations_fact_sheet_paragraph_idx;

ALTER INDEX public.citations_pkey ATTACH PARTITION public.agreements_citations_pkey;

ALTER INDEX public.citations_as_stated_stems_as_stated_spelled_idx ATTACH PARTITION public.assistance_citations_as_stated_stems_as_stated_spelled_idx;

ALTER INDEX public.citations_fact_sheet_paragraph_idx ATTACH PARTITION public.assistance_citations_fact_sheet_paragraph_idx;

ALTER INDEX public.citations_pkey ATTACH PARTITION public.assistance_citations_pkey;

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

CREATE CONSTRAINT TRIGGER agreements_are_cited AFTER INSERT ON public.agreements DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.agreements_are_cited();

CREATE CONSTRAINT TRIGGER agreements_stay_cited AFTER DELETE OR UPDATE ON public.agreements_citations DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.agreements_are_cited();

CREATE CONSTRAINT TRIGGER assistance_are_cited AFTER INSERT ON public.assistance DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.assistance_are_cited();

CREATE CONSTRAINT TRIGGER assistance_has_its_whole AFTER INSERT OR UPDATE OF part_of ON public.assistance DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.part_of IS NOT NULL)) EXECUTE FUNCTION public.assistance_has_its_whole();

CREATE CONSTRAINT TRIGGER assistance_stay_cited AFTER DELETE OR UPDATE ON public.assistance_citations DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.assistance_are_cited();

CREATE CONSTRAINT TRIGGER dcs_sales_are_cited AFTER INSERT ON public.dcs_sales DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.dcs_sales_are_cited();

CREATE CONSTRAINT TRIGGER dcs_sales_stay_cited AFTER DELETE OR UPDATE ON public.dcs_sales_citations DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.dcs_sales_are_cited();

CREATE CONSTRAINT TRIGGER exercises_are_cited AFTER INSERT ON public.exercises DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.exercises_are_cited();

CREATE CONSTRAINT TRIGGER exercises_stay_cited AFTER DELETE OR UPDATE ON public.exercises_citations DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.exercises_are_cited();

CREATE CONSTRAINT TRIGGER fms_sales_are_cited AFTER INSERT ON public.fms_sales DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.fms_sales_are_cited();

CREATE CONSTRAINT TRIGGER fms_sales_stay_cited AFTER DELETE OR UPDATE ON public.fms_sales_citations DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.fms_sales_are_cited();

CREATE CONSTRAINT TRIGGER force_posture_are_cited AFTER INSERT ON public.force_posture DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.force_posture_are_cited();

CREATE CONSTRAINT TRIGGER force_posture_stay_cited AFTER DELETE OR UPDATE ON public.force_posture_citations DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.force_posture_are_cited();

CREATE TRIGGER keeps_its_date BEFORE UPDATE OF published ON public.fact_sheets FOR EACH ROW WHEN ((lower((old.published)::daterange) <> lower((new.published)::daterange))) EXECUTE FUNCTION public.keeps_its_date();

CREATE TRIGGER next_revision BEFORE UPDATE ON public.agreements FOR EACH ROW EXECUTE FUNCTION public.next_revision();

CREATE TRIGGER next_revision BEFORE UPDATE ON public.assistance FOR EACH ROW EXECUTE FUNCTION public.next_revision();

CREATE TRIGGER next_revision BEFORE UPDATE ON public.dcs_sales FOR EACH ROW EXECUTE FUNCTION public.next_revision();

CREATE TRIGGER next_revision BEFORE UPDATE ON public.exercises FOR EACH ROW EXECUTE FUNCTION public.next_revision();

CREATE TRIGGER next_revision BEFORE UPDATE ON public.fact_sheets FOR EACH ROW EXECUTE FUNCTION public.next_revision();

CREATE TRIGGER next_revision BEFORE UPDATE ON public.fms_sales FOR EACH ROW EXECUTE FUNCTION public.next_revision();

CREATE TRIGGER next_revision BEFORE UPDATE ON public.force_posture FOR EACH ROW EXECUTE FUNCTION public.next_revision();

CREATE TRIGGER next_revision BEFORE UPDATE ON public.objectives FOR EACH ROW EXECUTE FUNCTION public.next_revision();

CREATE TRIGGER next_revision BEFORE UPDATE ON public.partners FOR EACH ROW EXECUTE FUNCTION public.next_revision();

CREATE TRIGGER next_revision BEFORE UPDATE ON public.peacekeeping FOR EACH ROW EXECUTE FUNCTION public.next_revision();

CREATE CONSTRAINT TRIGGER objectives_are_cited AFTER INSERT ON public.objectives DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.objectives_are_cited();

CREATE CONSTRAINT TRIGGER objectives_stay_cited AFTER DELETE OR UPDATE ON public.objectives_citations DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.objectives_are_cited();

CREATE CONSTRAINT TRIGGER peacekeeping_are_cited AFTER INSERT ON public.peacekeeping DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.peacekeeping_are_cited();

CREATE CONSTRAINT TRIGGER peacekeeping_stay_cited AFTER DELETE OR UPDATE ON public.peacekeeping_citations DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.peacekeeping_are_cited();

CREATE TRIGGER take_place BEFORE INSERT ON public.agreements FOR EACH ROW EXECUTE FUNCTION public.agreements_take_place();

CREATE TRIGGER take_place BEFORE INSERT ON public.assistance FOR EACH ROW EXECUTE FUNCTION public.assistance_take_place();

CREATE TRIGGER take_place BEFORE INSERT ON public.dcs_sales FOR EACH ROW EXECUTE FUNCTION public.dcs_sales_take_place();

CREATE TRIGGER take_place BEFORE INSERT ON public.exercises FOR EACH ROW EXECUTE FUNCTION public.exercises_take_place();

CREATE TRIGGER take_place BEFORE INSERT ON public.fms_sales FOR EACH ROW EXECUTE FUNCTION public.fms_sales_take_place();

CREATE TRIGGER take_place BEFORE INSERT ON public.force_posture FOR EACH ROW EXECUTE FUNCTION public.force_posture_take_place();

CREATE TRIGGER take_place BEFORE INSERT ON public.objectives FOR EACH ROW EXECUTE FUNCTION public.objectives_take_place();

CREATE TRIGGER take_place BEFORE INSERT ON public.peacekeeping FOR EACH ROW EXECUTE FUNCTION public.peacekeeping_take_place();

ALTER TABLE ONLY public.agreement_parties
    ADD CONSTRAINT agreement_parties_id_stated_from_fkey FOREIGN KEY (id, stated_from) REFERENCES public.agreements(id, stated_from) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY public.agreement_parties
    ADD CONSTRAINT agreement_parties_partner_fkey FOREIGN KEY (partner) REFERENCES public.partners(id) ON UPDATE CASCADE;

ALTER TABLE ONLY public.agreements_citations
    ADD CONSTRAINT agreements_citations_id_stated_from_fkey FOREIGN KEY (id, stated_from) REFERENCES public.agreements(id, stated_from) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY public.assistance_articles
    ADD CONSTRAINT assistance_articles_id_stated_from_fkey FOREIGN KEY (id, stated_from) REFERENCES public.assistance(id, stated_from) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY public.assistance_citations
    ADD CONSTRAINT assistance_citations_id_stated_from_fkey FOREIGN KEY (id, stated_from) REFERENCES public.assistance(id, stated_from) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY public.assistance_partners
    ADD CONSTRAINT assistance_partners_id_stated_from_fkey FOREIGN KEY (id, stated_from) REFERENCES public.assistance(id, stated_from) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY public.assistance_partners
    ADD CONSTRAINT assistance_partners_partner_fkey FOREIGN KEY (partner) REFERENCES public.partners(id) ON UPDATE CASCADE;

ALTER TABLE ONLY public.changes
    ADD CONSTRAINT changes_write_fkey FOREIGN KEY (write) REFERENCES public.writes(id);

ALTER TABLE public.citations
    ADD CONSTRAINT citations_fact_sheet_fkey FOREIGN KEY (fact_sheet) REFERENCES public.fact_sheets(id) ON UPDATE CASCADE;

ALTER TABLE ONLY public.dcs_articles
    ADD CONSTRAINT dcs_articles_id_stated_from_fkey FOREIGN KEY (id, stated_from) REFERENCES public.dcs_sales(id, stated_from) ON UPDATE CASCADE ON DELETE CASCADE;

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

ALTER TABLE ONLY public.force_posture
    ADD CONSTRAINT force_posture_sender_fkey FOREIGN KEY (sender) REFERENCES public.partners(id) ON UPDATE CASCADE;

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
