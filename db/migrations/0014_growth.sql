-- What stays fast as records grow: an index in the very order of each list, and of what lists are asked by.

-- These were in functions/, where their text may change; what an index rests on may not.

-- The days that an end of a period can mean. A U.S. fiscal year begins before the calendar year that it is named after:
-- on 1 October since 1977, on 1 July before.
create or replace function end_days(days daterange, basis text) returns daterange
  language sql immutable parallel safe
return case
  when basis <> 'fiscalYear' or upper(days) <= lower(days) + 31 then days
  when lower(days) >= '1977-01-01' then
    daterange((lower(days)::timestamp - interval '3 months')::date, (upper(days)::timestamp - interval '3 months')::date)
  when days is not null then
    daterange((lower(days)::timestamp - interval '6 months')::date, (upper(days)::timestamp - interval '6 months')::date)
end;

-- The days that a period covers; none where there is no period, for which a range without bounds would stand for all time.
-- Never empty: a period that ends before it begins would overlap nothing.
create or replace function period_days(p period) returns daterange
  language sql immutable parallel safe
return case when (p).starts is not null or (p).ends is not null then daterange(
  lower(end_days((p).starts, (p).starts_basis)),
  case when (p).ends is not null then
    greatest(upper(end_days((p).ends, (p).ends_basis)), lower(end_days((p).starts, (p).starts_basis)) + 1)
  end) end;

-- The days that a figure is known to measure: one that runs up to its source goes no further than the year in which that was published.
create or replace function days_measured(p period, runs boolean, stated_from date) returns daterange
  language sql immutable parallel safe
return case when runs and (p).starts is not null and (p).ends is null then daterange(
    lower(period_days(p)),
    greatest(make_date(extract(year from stated_from)::integer, 12, 31), lower(period_days(p))) + 1)
  else period_days(p) end;

-- A list goes on after the row that it ended with, by the comparison of two rows, which only an index of just those expressions answers. What is
-- null comes last in either direction, so that one that may be null has an index for each. All editions are in them, and lists as of a date in order too.
do $body$
declare
  table_name text;
  key_name text;
  key text;
begin
  for table_name, key_name, key in values
    ('agreements', 'name', 'left(fold(name), 200) collate "C"'),
    ('agreements', 'date', 'lower(coalesce(signed, in_force_since, dated))'),
    ('exercises', 'name', 'left(fold(name), 200) collate "C"'),
    ('exercises', 'since', 'lower(since)'),
    ('fms_sales', 'amount', '(amount).value'),
    ('fms_sales', 'period_end', 'upper((period).ends) - 1'),
    ('dcs_sales', 'amount', '(amount).value'),
    ('dcs_sales', 'period_end', 'upper((period).ends) - 1'),
    ('assistance', 'amount', '(amount).value'),
    ('assistance', 'period_end', 'upper((period).ends) - 1'),
    ('force_posture', 'count', '(count).value'),
    ('peacekeeping', 'name', 'left(fold(name), 200) collate "C"'),
    ('objectives', 'title', 'left(fold(title), 200) collate "C"')
  loop
    if key like 'left%' then
      execute format('create index %1$s_by_%2$s on %1$I ((%3$s), id)', table_name, key_name, key);
    else
      execute format($sql$
        create index %1$s_by_%2$s on %1$I (coalesce(%3$s, 'infinity'), id);
        create index %1$s_by_%2$s_down on %1$I (coalesce(%3$s, '-infinity'), id)
        $sql$, table_name, key_name, key);
    end if;
  end loop;
  foreach table_name in array array[
    'agreements', 'exercises', 'fms_sales', 'dcs_sales', 'assistance', 'force_posture', 'peacekeeping', 'objectives'] loop
    execute format('create index %1$s_by_stated_from on %1$I (stated_from, id)', table_name);
  end loop;
end $body$;

create index fms_sales_days on fms_sales using gist (days_measured(period, kind = 'flow', stated_from));
create index dcs_sales_days on dcs_sales using gist (days_measured(period, kind = 'flow', stated_from));
create index assistance_days on assistance using gist (days_measured(period, basis = 'cumulative', stated_from));
