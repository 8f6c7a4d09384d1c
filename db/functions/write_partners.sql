create or replace function document(e partners) returns json
  language plpgsql stable parallel safe set enable_seqscan = off as $$
begin
  return json_build_object(
    'id', e.id, 'alpha2', e.alpha2, 'numeric', e.numeric, 'name', e.name, 'region', e.region, 'subregion', e.subregion,
    'aliases', (select coalesce(json_agg(a.alias order by a.position), '[]') from partner_aliases a where a.partner = e.id));
end $$;

create or replace function write_partners(rows staged[], replaces boolean) returns void
  language plpgsql as $$
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
