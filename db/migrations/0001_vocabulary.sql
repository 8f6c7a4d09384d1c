-- The words that every table is written in: domains, and the functions that constraints and indexes rest on.

create extension if not exists btree_gist;
create extension if not exists pg_trgm;

create domain slug as text collate "C"
  check (value ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(value) <= 100);

create domain partner_code as text collate "C"
  check (value ~ '^[A-Z]{3}$');

-- A text that says something: never empty, never padded.
create domain label as text
  check (value <> '' and value = btrim(value) and length(value) <= 2000);

create domain qualifier as text
  check (value in ('stated', 'about', 'over', 'nearly', 'upTo', 'atLeast'));

create domain usml_numeral as text
  check (value in ('I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV',
                   'XVI', 'XVII', 'XVIII', 'XIX', 'XX', 'XXI'));

-- Folds what people type differently: case, accents, spaces, punctuation, curly quotes and dashes. In the C collation,
-- so that it is the same in every database.
create function fold(words text) returns text
  language sql immutable strict parallel safe
return regexp_replace(lower(normalize(words, NFKD) collate "C"), '[\u0300-\u036f\u200b-\u200d\u2010-\u2015\u2212\s!-/:-@\[-`{-~‘’“”]+', '', 'g');

-- A partial date is the range of days that it covers: a day, a month or a year.
create function is_partial_date(days daterange) returns boolean
  language sql immutable parallel safe
return days is null or coalesce(lower(days) >= '0001-01-01' and (
  upper(days) = lower(days) + 1
  or (lower(days) = date_trunc('month', lower(days)::timestamp)::date
      and upper(days) = (lower(days)::timestamp + interval '1 month')::date)
  or (lower(days) = date_trunc('year', lower(days)::timestamp)::date
      and upper(days) = (lower(days)::timestamp + interval '1 year')::date)), false);

create domain partial_date as daterange
  check (is_partial_date(value));

-- What a source prints as a figure. A figure left open ("thousands") has only as_stated.
create type quantity as (
  value numeric,
  low numeric,
  high numeric,
  qualifier qualifier,
  unit text,
  as_stated text
);

create function is_quantity(q quantity) returns boolean
  language sql immutable parallel safe
return q is null
  or coalesce(btrim((q).as_stated), '') <> ''
  and coalesce((q).unit, '') in ('USD', 'people')
  and ((q).value is null) = ((q).qualifier is null)
  and ((q).value is not null or ((q).low is null and (q).high is null))
  and coalesce((q).value >= 0 and (q).value < 1e18, true)
  and coalesce((q).low >= 0 and (q).low <= (q).value, true)
  and coalesce((q).value <= (q).high and (q).high < 1e18, true)
  and ((q).value is null
       or ((q).low is not null) = ((q).qualifier not in ('nearly', 'upTo'))
      and ((q).high is not null) = ((q).qualifier not in ('over', 'atLeast')));

-- Where a fact sheet says it: the paragraph, and the name or figure as printed.
create type cite as (
  paragraph smallint,
  as_stated text
);

-- What a flow covers. Each end says what kind of time it is read in; an end left open is null.
create type period as (
  starts partial_date,
  starts_basis text,
  ends partial_date,
  ends_basis text
);

create function is_period(p period) returns boolean
  language sql immutable parallel safe
return p is null
  or ((p).starts is not null or (p).ends is not null)
  and ((p).starts is null) = ((p).starts_basis is null)
  and ((p).ends is null) = ((p).ends_basis is null)
  and coalesce((p).starts_basis, 'date') in ('date', 'calendarYear', 'fiscalYear')
  and coalesce((p).ends_basis, 'date') in ('date', 'calendarYear', 'fiscalYear')
  and coalesce(lower((p).starts) < upper((p).ends), true);
