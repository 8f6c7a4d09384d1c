-- '1960', '2020-07' and '2018-05-21' to the days that they cover, and back.

-- Of null they are null, without being strict: a strict function with a CASE is not inlined, and is planned anew for each query.

create or replace function days_of(written text) returns daterange
  language sql immutable parallel safe
return case length(written)
  when 4 then daterange((written || '-01-01')::date, ((written || '-01-01')::date + interval '1 year')::date)
  when 7 then daterange((written || '-01')::date, ((written || '-01')::date + interval '1 month')::date)
  else case when written is not null then daterange(written::date, written::date + 1) end
end;

create or replace function written(days daterange) returns text
  language sql stable parallel safe
return to_char(lower(days)::timestamp, case
  when upper(days) = lower(days) + 1 then 'YYYY-MM-DD'
  when upper(days) <= lower(days) + 31 then 'YYYY-MM'
  else 'YYYY'
end);
