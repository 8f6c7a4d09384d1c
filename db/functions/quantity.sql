-- Reads a printed figure ("$19.6 billion", "54,000") with the bounds that its last significant digit and its
-- qualifier leave. Words without digits ("thousands") leave the figure open; anything else is refused, never guessed.
create or replace function read_quantity(as_stated text, qualifier text, unit text) returns quantity
  language plpgsql immutable as $$
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
end $$;

-- Stable, as what it calls is, and not strict: otherwise it would be called, and not be a part of the query's plan.
create or replace function quantity_json(q quantity) returns json
  language sql stable parallel safe
return case when (q).as_stated is not null then json_build_object(
  'value', (q).value, 'low', (q).low, 'high', (q).high,
  'qualifier', (q).qualifier, 'unit', (q).unit, 'asStated', (q).as_stated) end;
