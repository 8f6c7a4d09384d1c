-- Whether it has an end, each end a basis, and none lies before the other: by the days that each can mean.
create or replace function is_period(p period) returns boolean
  language plpgsql immutable parallel safe as $$
begin
  return p is null
    or ((p).starts is not null or (p).ends is not null)
    and ((p).starts is null) = ((p).starts_basis is null)
    and ((p).ends is null) = ((p).ends_basis is null)
    and coalesce((p).starts_basis, 'date') in ('date', 'calendarYear', 'fiscalYear')
    and coalesce((p).ends_basis, 'date') in ('date', 'calendarYear', 'fiscalYear')
    and coalesce(lower(public.end_days((p).starts, (p).starts_basis)) < upper(public.end_days((p).ends, (p).ends_basis)), true);
end $$;

create or replace function period_json(p period) returns json
  language sql stable parallel safe
return case when (p).starts is not null or (p).ends is not null then json_build_object(
  'start', written((p).starts), 'startBasis', (p).starts_basis,
  'end', written((p).ends), 'endBasis', (p).ends_basis) end;

create or replace function end_year(days daterange, basis text) returns text
  language sql stable parallel safe
return case when basis = 'fiscalYear' and length(written(days)) = 4 then 'FY' else '' end || left(written(days), 4);

-- The year that a period covers (2018, FY2019), or the span of years, in which ".." is an open end (ISO 8601-2): 2013/2018.
create or replace function period_years(p period) returns text
  language sql stable parallel safe
return case
  when end_year((p).starts, (p).starts_basis) = end_year((p).ends, (p).ends_basis) then end_year((p).starts, (p).starts_basis)
  when (p).starts is not null or (p).ends is not null then
    concat(coalesce(end_year((p).starts, (p).starts_basis), '..'), '/', coalesce(end_year((p).ends, (p).ends_basis), '..'))
end;

-- What scripts say of periods: 2018 to 2022, or from 2014 to an open end.
create or replace function fiscal_years(first integer, last integer) returns period
  language sql immutable parallel safe
return row(days_of(lpad(first::text, 4, '0')), case when first is not null then 'fiscalYear' end,
           days_of(lpad(last::text, 4, '0')), case when last is not null then 'fiscalYear' end)::period;

create or replace function calendar_years(first integer, last integer) returns period
  language sql immutable parallel safe
return row(days_of(lpad(first::text, 4, '0')), case when first is not null then 'calendarYear' end,
           days_of(lpad(last::text, 4, '0')), case when last is not null then 'calendarYear' end)::period;

create or replace function days(first text, last text) returns period
  language sql immutable parallel safe
return row(days_of(first), case when first is not null then 'date' end, days_of(last), case when last is not null then 'date' end)::period;
