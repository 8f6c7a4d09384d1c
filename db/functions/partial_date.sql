-- '1960', '2020-07' and '2018-05-21' to the days that they cover, and back.

create or replace function days_of(written text) returns daterange
  language plpgsql immutable strict parallel safe as $$
begin
  return case length(written)
    when 4 then daterange((written || '-01-01')::date, ((written || '-01-01')::date + interval '1 year')::date)
    when 7 then daterange((written || '-01')::date, ((written || '-01')::date + interval '1 month')::date)
    else daterange(written::date, written::date + 1)
  end;
end $$;

-- Null of null, and not strict: PostgreSQL plans a strict function with a CASE anew in each query.
create or replace function written(days daterange) returns text
  language sql stable parallel safe
return to_char(lower(days)::timestamp, case
  when upper(days) = lower(days) + 1 then 'YYYY-MM-DD'
  when upper(days) <= lower(days) + 31 then 'YYYY-MM'
  else 'YYYY'
end);
