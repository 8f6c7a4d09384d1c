-- The days that a period covers; none where there is no period, for which a range without bounds would stand for all time.
create or replace function period_days(p period) returns daterange
  language sql immutable parallel safe
return case when (p).starts is not null or (p).ends is not null then daterange(lower((p).starts), upper((p).ends)) end;

create or replace function period_json(p period) returns json
  language sql stable parallel safe
return case when (p).starts is not null or (p).ends is not null then json_build_object(
  'start', written((p).starts), 'startBasis', (p).starts_basis,
  'end', written((p).ends), 'endBasis', (p).ends_basis) end;
