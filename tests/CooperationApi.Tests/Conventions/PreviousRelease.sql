-- What the last release asks of the database: every statement that it holds, every statement of a read of each operation, and the columns
-- that each reads. Recorded, never edited; db/README.md says when.

-- reads: 
delete from idempotent_answers
 where (caller, idempotency_key) in (select a.caller, a.idempotency_key
                                       from idempotent_answers a
                                      where a.at < now() - interval '24 hours'
                                      limit 100
                                        for update skip locked);

-- reads: ?column? boolean
insert into idempotent_answers as known (caller, idempotency_key, request) values ($1, $2, $3)
on conflict (caller, idempotency_key) do update
  set (at, request, status, location, etag, body) = (now(), excluded.request, null, null, null, null)
where known.at < now() - interval '24 hours'
returning true;

-- reads: 
insert into imports (id, resource, who) values ($1, $2, $3) on conflict do nothing;

-- reads: id text, name text, role text, created_at timestamp with time zone, expires_at timestamp with time zone, revoked_at timestamp with time zone, last_used_at timestamp with time zone, state text
insert into keys as k (id, name, role, hash, expires_at)
values ($1, $2, $3, $4, $5)
returning k.id, k.name, k.role, k.created_at, k.expires_at, k.revoked_at, k.last_used_at,
       case when k.revoked_at is not null then 'revoked' when k.expires_at <= now() then 'expired' else 'active' end as state;

-- reads: partner text, resource text, id text, stated_from date, stated_until date, measure text, stage text, kind text, basis text, direction text, period public.period, amount public.quantity, partners text[], days daterange, apart text
select a.partner, e.*, period_days(e.period) as days,
               case when period_days(e.period) is null and coalesce(e.kind, 'flow') = 'flow' then e.id else '-' end as apart
          from unnest($1::text[]) a (partner)
          join involvements i on i.partner = a.partner and i.resource = $2::text
          join figures e on (e.resource, e.id, e.stated_from) = (i.resource, i.id, i.stated_from)
         where e.measure = $3::text and a.partner = any (e.partners)
           and case when $4::date is null then e.stated_until is null
     else e.stated_from <= $4 and (e.stated_until is null or e.stated_until > $4) end;

-- reads: request bytea, status smallint, location text, etag text, body bytea
select a.request, a.status, a.location, a.etag, a.body
  from idempotent_answers a
 where (a.caller, a.idempotency_key) = ($1, $2);

-- reads: page_key text[], partner text, name text, resource text, records bigint, editions bigint, standing bigint, first_stated date, last_stated date, url text
select array[(left(concat(e.partner, ' ', e.resource), 200) collate "C")::text] as page_key, e.partner, p.name, e.resource, e.records, e.editions, e.standing, e.first_stated, e.last_stated,
       concat('/', e.resource, '?partner=', e.partner) as url
  from partner_coverage e
  join partners p on p.id = e.partner
 where true
 order by (left(concat(e.partner, ' ', e.resource), 200) collate "C")
 limit 51;

-- reads: page_key text[], paragraph smallint, as_stated text, resource text, id text, title text, figure json, url text
select array[(left(e.place, 200) collate "C")::text] as page_key, e.paragraph, e.as_stated, e.resource, e.id, e.title, quantity_json(e.figure) as figure,
       concat('/', e.resource, '/', e.id, '?asOf=', e.stated_from) as url
  from facts e
 where e.fact_sheet = $1
 order by (left(e.place, 200) collate "C")
 limit 51;

-- reads: page_key text[], resource text, measure text, stage text, kind text, period json, basis text, direction text, cells json
select array[(left(e.place, 200) collate "C")::text] as page_key, e.resource, e.measure, e.stage, e.kind, period_json(e.period) as period, e.basis, e.direction, e.cells
  from (with found as materialized (select a.partner, e.*, period_days(e.period) as days,
               case when period_days(e.period) is null and coalesce(e.kind, 'flow') = 'flow' then e.id else '-' end as apart
          from unnest($1::text[]) a (partner)
          join involvements i on i.partner = a.partner and i.resource = $2::text
          join figures e on (e.resource, e.id, e.stated_from) = (i.resource, i.id, i.stated_from)
         where e.measure = $3::text and a.partner = any (e.partners)
           and case when $4::date is null then e.stated_until is null
     else e.stated_from <= $4 and (e.stated_until is null or e.stated_until > $4) end),
        alike as (
          select f.resource, f.measure, f.stage, f.kind, f.basis, f.direction, f.days, f.apart, (array_agg(f.period order by f.id))[1] as period
            from found f
           group by f.resource, f.measure, f.stage, f.kind, f.basis, f.direction, f.days, f.apart)
        select r.*, concat_ws(' ', coalesce(r.stage, '-'), coalesce(r.kind, '-'), coalesce(r.basis, '-'), coalesce(r.direction, '-'),
                              coalesce(r.days::text, '-'), r.apart) as place,
               (select json_agg(json_build_object('partner', a.partner,
                        'figures', (
                          select coalesce(json_agg(json_build_object(
                                   'id', f.id, 'url', concat('/', f.resource, '/', f.id, '?asOf=', f.stated_from),
                                   'amount', quantity_json(f.amount), 'partners', case when cardinality(f.partners) > 1 then f.partners end,
                                   'statedFrom', f.stated_from, 'citations', citations_json(f.resource, f.id, f.stated_from)) order by f.id), '[]')
                            from found f
                           where f.partner = a.partner and (f.stage, f.kind, f.basis, f.direction, f.days, f.apart)
                             is not distinct from (r.stage, r.kind, r.basis, r.direction, r.days, r.apart)),
                        'others', (
                          select coalesce(json_agg(json_build_object('id', f.id, 'period', period_json(f.period)) order by f.id), '[]')
                            from found f
                           where f.partner = a.partner and (f.stage, f.kind, f.basis, f.direction)
                             is not distinct from (r.stage, r.kind, r.basis, r.direction))) order by a.place)
                  from unnest($1::text[]) with ordinality a (partner, place)) as cells
          from alike r) e
 where true
 order by (left(e.place, 200) collate "C")
 limit 51;

-- reads: page_key text[], date text, until text, event text, resource text, id text, title text, partners text[], detail text, stated_from date, url text
select array[(left(e.place, 200) collate "C")::text] as page_key, written(e.date) as date, written(e.until) as until, e.event, e.resource, e.id, e.title, e.partners, e.detail,
       e.stated_from,
       concat('/', e.resource, '/', e.id, case when e.resource <> 'fact-sheets' then '?asOf=' || $1::date end) as url
  from events e
 where e.stated_from <= '2018-06-01'::date and (e.stated_until is null or e.stated_until > '2018-06-01'::date)
 order by (left(e.place, 200) collate "C")
 limit 51;

-- reads: page_key text[], date text, until text, event text, resource text, id text, title text, partners text[], detail text, stated_from date, url text
select array[(left(e.place, 200) collate "C")::text] as page_key, written(e.date) as date, written(e.until) as until, e.event, e.resource, e.id, e.title, e.partners, e.detail,
       e.stated_from,
       concat('/', e.resource, '/', e.id, case when e.resource <> 'fact-sheets' then '?asOf=' || $1::date end) as url
  from events e
 where e.stated_until is null
 order by (left(e.place, 200) collate "C")
 limit 51;

-- reads: page_key text[], kind text, path text, resource text, id text, before json, after json, citations_before json, citations_after json
select array[(left(left(e.path, 160) || chr(1) || md5(e.path), 200) collate "C")::text] as page_key, e.kind, e.path, e.resource, e.id, e.before, e.after, e.citations_before, e.citations_after
  from (select r.resource, r.id, earlier.stated_from as before, later.stated_from as after
          from (select distinct i.resource, i.id
                  from involvements i
                 where i.partner = any ($1::text[]) and i.resource <> 'fact-sheets'
                   and ((i.stated_from <= $2::date and (i.stated_until is null or i.stated_until > $2::date))
                     or (i.stated_from <= $3::date and (i.stated_until is null or i.stated_until > $3::date)))) r
          left join entries earlier on (earlier.resource, earlier.id) = (r.resource, r.id)
            and earlier.stated_from <= $2::date and (earlier.stated_until is null or earlier.stated_until > $2::date)
          left join entries later on (later.resource, later.id) = (r.resource, r.id)
            and later.stated_from <= $3::date and (later.stated_until is null or later.stated_until > $3::date)
         where earlier.stated_from is distinct from later.stated_from) p
  left join documents b on (b.resource, b.id, b.stated_from) = (p.resource, p.id, p.before)
  left join documents a on (a.resource, a.id, a.stated_from) = (p.resource, p.id, p.after)
 cross join lateral differences(p.resource, p.id, b.document, a.document) e
 where ($4::text[] is null or e.resource = any ($4))
   and e.kind = any (array['new', 'dropped', 'changed', 'qualifierChanged'])
 order by (left(left(e.path, 160) || chr(1) || md5(e.path), 200) collate "C")
 limit 51;

-- reads: page_key text[], kind text, path text, resource text, id text, before json, after json, citations_before json, citations_after json
select array[(left(left(e.path, 160) || chr(1) || md5(e.path), 200) collate "C")::text] as page_key, e.kind, e.path, e.resource, e.id, e.before, e.after, e.citations_before, e.citations_after
  from (select resource, id, earlier.stated_from as before, later.stated_from as after
          from (select distinct on (c.resource, c.id) c.resource, c.id, c.stated_from
                  from citations c
                 where c.fact_sheet = $1::text and c.stated_from <= stated_from($1::text)
                 order by c.resource, c.id, c.stated_from desc) earlier
          full join (select distinct on (c.resource, c.id) c.resource, c.id, c.stated_from
                       from citations c
                      where c.fact_sheet = $2::text and c.stated_from <= stated_from($2::text)
                      order by c.resource, c.id, c.stated_from desc) later using (resource, id)) p
  left join documents b on (b.resource, b.id, b.stated_from) = (p.resource, p.id, p.before)
  left join documents a on (a.resource, a.id, a.stated_from) = (p.resource, p.id, p.after)
 cross join lateral differences(p.resource, p.id, b.document, a.document) e
 where ($3::text[] is null or e.resource = any ($3))
   and e.kind = any (array['new', 'dropped', 'changed', 'qualifierChanged'])
 order by (left(left(e.path, 160) || chr(1) || md5(e.path), 200) collate "C")
 limit 51;

-- reads: page_key text[], channel text, measure text, stage text, kind text, partners text[], year text, category text, article text, covers_from date, covers_until date, count bigint, sum json, min json, max json, reasons json
select array[(left(left(e.place, 160) || md5(e.place), 200) collate "C")::text] as page_key, e.shared[1] as channel, e.shared[2] as measure, e.shared[3] as stage, e.shared[4] as kind,
       case when e.members -> 0 <> 'null' then array(select jsonb_array_elements_text(e.members -> 0)) end as partners,
       e.members ->> 1 as year, e.members ->> 2 as category, e.members ->> 3 as article, case e.with_first when e.count - e.without_amount then e.covers_from end as covers_from,
       case e.with_last when e.count - e.without_amount then e.covers_until - 1 end as covers_until, e.count,
       case when e.adds_up then json_build_object(
         'value', case e.without_value when 0 then e.value end, 'low', coalesce(e.low, 0),
         'high', case e.without_high when 0 then e.high end, 'qualified', e.qualified, 'unit', 'USD') end as sum,
       e.min, e.max,
       json_build_object('codes', e.codes, 'stocks', e.stock, 'withoutAmount', e.without_amount,
                         'overlapping', coalesce(e.overlapping, '{}'), 'moreOverlapping', greatest(e.overlaps - 10, 0),
                         'parts', e.parts[1:10], 'moreParts', greatest(cardinality(e.parts) - 10, 0)) as reasons
  from (with figures as materialized (
        select e.id, e.amount, e.partners as parties, '{}'::text[] as wholes,
         case e.kind when 'flow' then period_days(e.period) end as days,
         case e.kind when 'stock' then daterange(e.stated_from, e.stated_from, '[]') else period_days(e.period) end as covered,
         e.kind = 'stock' as stock,
         array_remove(array[
           case e.kind when 'case' then 'singleCase' when 'plan' then 'plan' end,
           case when coalesce(category, article) is not null then 'partOfFigure' end], null) as alone,
         array[
           case when 'partner' = any ($1::text[]) then e.partners::text end,
           case when 'year' = any ($1::text[]) then
             case e.kind when 'stock' then to_char(e.stated_from, 'YYYY') else period_years(e.period) end
           end,
           category, article,
           case when 'channel' = any ($1::text[]) then e.channel end,
           case when 'measure' = any ($1::text[]) then e.measure end,
           e.channel, e.measure, e.stage, e.kind] as key,
         '{differentChannel,differentMeasure,differentStage,differentKind}'::text[] as apart
    from sales e
    left join unnest(case when 'category' = any ($1::text[]) then e.categories end) as category on true
    left join unnest(case when 'article' = any ($1::text[]) then e.articles end) as article on true
 where e.stated_from <= '2018-06-01'::date and (e.stated_until is null or e.stated_until > '2018-06-01'::date)),
        nested as (select null::text[] as key, null::text[] as parts where false),
        summed as materialized (
  select row_number() over () as bucket, f.key, min(f.apart) as apart, min(f.alone) as alone, bool_and(f.stock) as stock, count(*) as count,
         count(*) - count((f.amount).as_stated) as without_amount,
         sum((f.amount).value) as value, sum((f.amount).low) as low, sum((f.amount).high) as high,
         count((f.amount).as_stated) - count((f.amount).value) as without_value,
         count((f.amount).as_stated) - count((f.amount).high) as without_high,
         min((f.amount).value) as least, max((f.amount).value) as most,
         bool_or((f.amount).qualifier is distinct from 'stated') filter (where (f.amount).as_stated is not null) as qualified,
         min(c.first) as covers_from, max(c.last) as covers_until,
         count(c.first) as with_first, count(c.last) as with_last,
         min(c.first) <> max(c.first) or min(c.last) <> max(c.last)
           or count(c.first) not in (0, count((f.amount).as_stated)) or count(c.last) not in (0, count((f.amount).as_stated)) as varied
    from figures f
   cross join lateral (
     select case when (f.amount).as_stated is not null then lower(f.covered) end as first,
            case when (f.amount).as_stated is not null then upper(f.covered) end as last) c
   group by f.key),
extremes as (
  select s.bucket,
         (array_agg(json_build_object('id', f.id, 'amount', quantity_json(f.amount)) order by f.id) filter (where (f.amount).value = s.least))[1] as min,
         (array_agg(json_build_object('id', f.id, 'amount', quantity_json(f.amount)) order by f.id) filter (where (f.amount).value = s.most))[1] as max
    from figures f
    join summed s on s.key = f.key and (f.amount).value in (s.least, s.most)
   group by s.bucket),
spans as (
  select s.bucket, p.party, t.begins, t.ends, array_agg(f.id) as ids
    from figures f
    join summed s on s.key = f.key
   cross join lateral (
     select coalesce(lower(f.days), '-infinity') as begins, coalesce(upper(f.days), 'infinity') as ends) t
    left join unnest(case
           when f.parties = '{}' then array(select distinct unnest(a.parties) from figures a)
           else f.parties end) as p (party) on true
   where (f.amount).as_stated is not null and s.alone <@ '{partOfFigure}'
   group by s.bucket, p.party, t.begins, t.ends),
overlapping as (
  select o.bucket, count(*) as count, (array_agg(o.id order by o.id))[1:10] as ids
    from (select distinct s.bucket, i.id
            from (select p.*, lead(p.begins) over series as next,
                         max(p.ends) over (series rows between unbounded preceding and 1 preceding) as ended
                    from spans p
                  window series as (partition by p.bucket, p.party order by p.begins, p.ends)) s
           cross join unnest(s.ids) as i (id)
           where cardinality(s.ids) > 1 or s.begins < s.ended or s.next < s.ends) o
   group by o.bucket),
counted as (
  select s.*, k.members, k.shared, k.members::text collate "C" as grouped, concat(k.members, to_jsonb(k.shared)) collate "C" as place,
         x.min, x.max, o.ids as overlapping, coalesce(o.count, 0) as overlaps, coalesce(n.parts, '{}') as parts
    from summed s
    left join extremes x on x.bucket = s.bucket
    left join overlapping o on o.bucket = s.bucket
    left join nested n on n.key = s.key
   cross join lateral (select cardinality(s.key) - cardinality(s.apart) as members) c
   cross join lateral (
     select jsonb_build_array(s.key[1]::text[]) || to_jsonb(s.key[2:c.members]) as members, s.key[c.members + 1:] as shared) k),
differing as (
  select d.grouped, array_agg(d.code order by d.position) as codes
    from (select b.grouped, s.code, s.position
            from counted b
           cross join unnest(b.shared, b.apart) with ordinality as s (value, code, position)
           group by b.grouped, s.code, s.position
          having count(distinct coalesce(s.value, '')) > 1) d
   group by d.grouped)
select b.*, a.adds_up,
       array_remove(coalesce(d.codes, '{}') || array[
         case when b.overlaps > 0 then 'overlappingPeriods' end,
         case when b.parts <> '{}' and b.alone <@ '{partOfFigure}' then 'partOfAnother' end] || b.alone || array[
         case when b.without_amount > 0 then 'noAmount' end,
         case when a.adds_up and b.varied then 'differentTimes' end], null) as codes,
       (d.codes is not null or not a.adds_up)
         and row_number() over (partition by b.grouped order by a.adds_up, b.place) = 1 as speaks
  from counted b
  left join differing d on d.grouped = b.grouped
 cross join lateral (
   select b.overlaps = 0 and b.parts = '{}' and b.alone = '{}' and b.count > b.without_amount as adds_up) a) e
 where true
 order by (left(left(e.place, 160) || md5(e.place), 200) collate "C")
 limit 51;

-- reads: page_key text[], channel text, measure text, stage text, kind text, partners text[], year text, category text, article text, covers_from date, covers_until date, count bigint, sum json, min json, max json, reasons json
select array[(left(left(e.place, 160) || md5(e.place), 200) collate "C")::text] as page_key, e.shared[1] as channel, e.shared[2] as measure, e.shared[3] as stage, e.shared[4] as kind,
       case when e.members -> 0 <> 'null' then array(select jsonb_array_elements_text(e.members -> 0)) end as partners,
       e.members ->> 1 as year, e.members ->> 2 as category, e.members ->> 3 as article, case e.with_first when e.count - e.without_amount then e.covers_from end as covers_from,
       case e.with_last when e.count - e.without_amount then e.covers_until - 1 end as covers_until, e.count,
       case when e.adds_up then json_build_object(
         'value', case e.without_value when 0 then e.value end, 'low', coalesce(e.low, 0),
         'high', case e.without_high when 0 then e.high end, 'qualified', e.qualified, 'unit', 'USD') end as sum,
       e.min, e.max,
       json_build_object('codes', e.codes, 'stocks', e.stock, 'withoutAmount', e.without_amount,
                         'overlapping', coalesce(e.overlapping, '{}'), 'moreOverlapping', greatest(e.overlaps - 10, 0),
                         'parts', e.parts[1:10], 'moreParts', greatest(cardinality(e.parts) - 10, 0)) as reasons
  from (with figures as materialized (
        select e.id, e.amount, e.partners as parties, '{}'::text[] as wholes,
         case e.kind when 'flow' then period_days(e.period) end as days,
         case e.kind when 'stock' then daterange(e.stated_from, e.stated_from, '[]') else period_days(e.period) end as covered,
         e.kind = 'stock' as stock,
         array_remove(array[
           case e.kind when 'case' then 'singleCase' when 'plan' then 'plan' end,
           case when coalesce(category, article) is not null then 'partOfFigure' end], null) as alone,
         array[
           case when 'partner' = any ($1::text[]) then e.partners::text end,
           case when 'year' = any ($1::text[]) then
             case e.kind when 'stock' then to_char(e.stated_from, 'YYYY') else period_years(e.period) end
           end,
           category, article,
           case when 'channel' = any ($1::text[]) then e.channel end,
           case when 'measure' = any ($1::text[]) then e.measure end,
           e.channel, e.measure, e.stage, e.kind] as key,
         '{differentChannel,differentMeasure,differentStage,differentKind}'::text[] as apart
    from sales e
    left join unnest(case when 'category' = any ($1::text[]) then e.categories end) as category on true
    left join unnest(case when 'article' = any ($1::text[]) then e.articles end) as article on true
 where e.stated_until is null),
        nested as (select null::text[] as key, null::text[] as parts where false),
        summed as materialized (
  select row_number() over () as bucket, f.key, min(f.apart) as apart, min(f.alone) as alone, bool_and(f.stock) as stock, count(*) as count,
         count(*) - count((f.amount).as_stated) as without_amount,
         sum((f.amount).value) as value, sum((f.amount).low) as low, sum((f.amount).high) as high,
         count((f.amount).as_stated) - count((f.amount).value) as without_value,
         count((f.amount).as_stated) - count((f.amount).high) as without_high,
         min((f.amount).value) as least, max((f.amount).value) as most,
         bool_or((f.amount).qualifier is distinct from 'stated') filter (where (f.amount).as_stated is not null) as qualified,
         min(c.first) as covers_from, max(c.last) as covers_until,
         count(c.first) as with_first, count(c.last) as with_last,
         min(c.first) <> max(c.first) or min(c.last) <> max(c.last)
           or count(c.first) not in (0, count((f.amount).as_stated)) or count(c.last) not in (0, count((f.amount).as_stated)) as varied
    from figures f
   cross join lateral (
     select case when (f.amount).as_stated is not null then lower(f.covered) end as first,
            case when (f.amount).as_stated is not null then upper(f.covered) end as last) c
   group by f.key),
extremes as (
  select s.bucket,
         (array_agg(json_build_object('id', f.id, 'amount', quantity_json(f.amount)) order by f.id) filter (where (f.amount).value = s.least))[1] as min,
         (array_agg(json_build_object('id', f.id, 'amount', quantity_json(f.amount)) order by f.id) filter (where (f.amount).value = s.most))[1] as max
    from figures f
    join summed s on s.key = f.key and (f.amount).value in (s.least, s.most)
   group by s.bucket),
spans as (
  select s.bucket, p.party, t.begins, t.ends, array_agg(f.id) as ids
    from figures f
    join summed s on s.key = f.key
   cross join lateral (
     select coalesce(lower(f.days), '-infinity') as begins, coalesce(upper(f.days), 'infinity') as ends) t
    left join unnest(case
           when f.parties = '{}' then array(select distinct unnest(a.parties) from figures a)
           else f.parties end) as p (party) on true
   where (f.amount).as_stated is not null and s.alone <@ '{partOfFigure}'
   group by s.bucket, p.party, t.begins, t.ends),
overlapping as (
  select o.bucket, count(*) as count, (array_agg(o.id order by o.id))[1:10] as ids
    from (select distinct s.bucket, i.id
            from (select p.*, lead(p.begins) over series as next,
                         max(p.ends) over (series rows between unbounded preceding and 1 preceding) as ended
                    from spans p
                  window series as (partition by p.bucket, p.party order by p.begins, p.ends)) s
           cross join unnest(s.ids) as i (id)
           where cardinality(s.ids) > 1 or s.begins < s.ended or s.next < s.ends) o
   group by o.bucket),
counted as (
  select s.*, k.members, k.shared, k.members::text collate "C" as grouped, concat(k.members, to_jsonb(k.shared)) collate "C" as place,
         x.min, x.max, o.ids as overlapping, coalesce(o.count, 0) as overlaps, coalesce(n.parts, '{}') as parts
    from summed s
    left join extremes x on x.bucket = s.bucket
    left join overlapping o on o.bucket = s.bucket
    left join nested n on n.key = s.key
   cross join lateral (select cardinality(s.key) - cardinality(s.apart) as members) c
   cross join lateral (
     select jsonb_build_array(s.key[1]::text[]) || to_jsonb(s.key[2:c.members]) as members, s.key[c.members + 1:] as shared) k),
differing as (
  select d.grouped, array_agg(d.code order by d.position) as codes
    from (select b.grouped, s.code, s.position
            from counted b
           cross join unnest(b.shared, b.apart) with ordinality as s (value, code, position)
           group by b.grouped, s.code, s.position
          having count(distinct coalesce(s.value, '')) > 1) d
   group by d.grouped)
select b.*, a.adds_up,
       array_remove(coalesce(d.codes, '{}') || array[
         case when b.overlaps > 0 then 'overlappingPeriods' end,
         case when b.parts <> '{}' and b.alone <@ '{partOfFigure}' then 'partOfAnother' end] || b.alone || array[
         case when b.without_amount > 0 then 'noAmount' end,
         case when a.adds_up and b.varied then 'differentTimes' end], null) as codes,
       (d.codes is not null or not a.adds_up)
         and row_number() over (partition by b.grouped order by a.adds_up, b.place) = 1 as speaks
  from counted b
  left join differing d on d.grouped = b.grouped
 cross join lateral (
   select b.overlaps = 0 and b.parts = '{}' and b.alone = '{}' and b.count > b.without_amount as adds_up) a) e
 where true
 order by (left(left(e.place, 160) || md5(e.place), 200) collate "C")
 limit 51;

-- reads: page_key text[], program text, direction text, basis text, stage text, partners text[], year text, covers_from date, covers_until date, count bigint, sum json, min json, max json, reasons json
select array[(left(left(e.place, 160) || md5(e.place), 200) collate "C")::text] as page_key, e.shared[1] as program, e.shared[2] as direction, e.shared[3] as basis, e.shared[4] as stage,
       case when e.members -> 0 <> 'null' then array(select jsonb_array_elements_text(e.members -> 0)) end as partners,
       e.members ->> 1 as year, case e.with_first when e.count - e.without_amount then e.covers_from end as covers_from,
       case e.with_last when e.count - e.without_amount then e.covers_until - 1 end as covers_until, e.count,
       case when e.adds_up then json_build_object(
         'value', case e.without_value when 0 then e.value end, 'low', coalesce(e.low, 0),
         'high', case e.without_high when 0 then e.high end, 'qualified', e.qualified, 'unit', 'USD') end as sum,
       e.min, e.max,
       json_build_object('codes', e.codes, 'stocks', e.stock, 'withoutAmount', e.without_amount,
                         'overlapping', coalesce(e.overlapping, '{}'), 'moreOverlapping', greatest(e.overlaps - 10, 0),
                         'parts', e.parts[1:10], 'moreParts', greatest(cardinality(e.parts) - 10, 0)) as reasons
  from (with figures as materialized (
        with recursive parts (id, whole, step) as (
  select e.id, e.part_of, 1
    from assistance e
   where e.part_of is not null and case when $1::date is null then e.stated_until is null
     else e.stated_from <= $1 and (e.stated_until is null or e.stated_until > $1) end
  union
  select p.id, e.part_of, p.step + 1
    from parts p
    join assistance e on e.id = p.whole
   where e.part_of is not null and p.step < 20)
select e.id::text as id, e.amount, b.partners as parties, coalesce(w.wholes, '{}') as wholes,
         period_days(e.period) as days, period_days(e.period) as covered, false as stock,
         array_remove(array[case e.basis when 'perYear' then 'yearlyRate' end], null) as alone,
         array[
           case when 'partner' = any ($2::text[]) then b.partners::text end,
           case when 'year' = any ($2::text[]) then period_years(e.period) end,
           case when 'program' = any ($2::text[]) then e.program end,
           case when 'direction' = any ($2::text[]) then e.direction end,
           e.program, e.direction, e.basis, e.stage] as key,
         '{differentProgram,differentDirection,differentBasis,differentStage}'::text[] as apart
    from assistance e
   cross join lateral (
     select array(select p.partner::text
                    from assistance_partners p
                   where (p.id, p.stated_from) = (e.id, e.stated_from)
                   order by p.partner) as partners) b
    left join (select p.id, array_agg(p.whole::text) as wholes from parts p group by p.id) w on w.id = e.id
 where e.stated_from <= '2018-06-01'::date and (e.stated_until is null or e.stated_until > '2018-06-01'::date)),
        nested as (
  select part.key, array_agg(distinct concat(part.id, ' of ', o.id) collate "C") as parts
    from figures part
   cross join unnest(part.wholes) as w (id)
    join figures o on (o.key, o.id) = (part.key, w.id) and o.id <> part.id
   where (part.amount).as_stated is not null and (o.amount).as_stated is not null
   group by part.key),
        summed as materialized (
  select row_number() over () as bucket, f.key, min(f.apart) as apart, min(f.alone) as alone, bool_and(f.stock) as stock, count(*) as count,
         count(*) - count((f.amount).as_stated) as without_amount,
         sum((f.amount).value) as value, sum((f.amount).low) as low, sum((f.amount).high) as high,
         count((f.amount).as_stated) - count((f.amount).value) as without_value,
         count((f.amount).as_stated) - count((f.amount).high) as without_high,
         min((f.amount).value) as least, max((f.amount).value) as most,
         bool_or((f.amount).qualifier is distinct from 'stated') filter (where (f.amount).as_stated is not null) as qualified,
         min(c.first) as covers_from, max(c.last) as covers_until,
         count(c.first) as with_first, count(c.last) as with_last,
         min(c.first) <> max(c.first) or min(c.last) <> max(c.last)
           or count(c.first) not in (0, count((f.amount).as_stated)) or count(c.last) not in (0, count((f.amount).as_stated)) as varied
    from figures f
   cross join lateral (
     select case when (f.amount).as_stated is not null then lower(f.covered) end as first,
            case when (f.amount).as_stated is not null then upper(f.covered) end as last) c
   group by f.key),
extremes as (
  select s.bucket,
         (array_agg(json_build_object('id', f.id, 'amount', quantity_json(f.amount)) order by f.id) filter (where (f.amount).value = s.least))[1] as min,
         (array_agg(json_build_object('id', f.id, 'amount', quantity_json(f.amount)) order by f.id) filter (where (f.amount).value = s.most))[1] as max
    from figures f
    join summed s on s.key = f.key and (f.amount).value in (s.least, s.most)
   group by s.bucket),
spans as (
  select s.bucket, p.party, t.begins, t.ends, array_agg(f.id) as ids
    from figures f
    join summed s on s.key = f.key
   cross join lateral (
     select coalesce(lower(f.days), '-infinity') as begins, coalesce(upper(f.days), 'infinity') as ends) t
    left join unnest(case
           when f.parties = '{}' then array(select distinct unnest(a.parties) from figures a)
           else f.parties end) as p (party) on true
   where (f.amount).as_stated is not null and s.alone <@ '{partOfFigure}'
   group by s.bucket, p.party, t.begins, t.ends),
overlapping as (
  select o.bucket, count(*) as count, (array_agg(o.id order by o.id))[1:10] as ids
    from (select distinct s.bucket, i.id
            from (select p.*, lead(p.begins) over series as next,
                         max(p.ends) over (series rows between unbounded preceding and 1 preceding) as ended
                    from spans p
                  window series as (partition by p.bucket, p.party order by p.begins, p.ends)) s
           cross join unnest(s.ids) as i (id)
           where cardinality(s.ids) > 1 or s.begins < s.ended or s.next < s.ends) o
   group by o.bucket),
counted as (
  select s.*, k.members, k.shared, k.members::text collate "C" as grouped, concat(k.members, to_jsonb(k.shared)) collate "C" as place,
         x.min, x.max, o.ids as overlapping, coalesce(o.count, 0) as overlaps, coalesce(n.parts, '{}') as parts
    from summed s
    left join extremes x on x.bucket = s.bucket
    left join overlapping o on o.bucket = s.bucket
    left join nested n on n.key = s.key
   cross join lateral (select cardinality(s.key) - cardinality(s.apart) as members) c
   cross join lateral (
     select jsonb_build_array(s.key[1]::text[]) || to_jsonb(s.key[2:c.members]) as members, s.key[c.members + 1:] as shared) k),
differing as (
  select d.grouped, array_agg(d.code order by d.position) as codes
    from (select b.grouped, s.code, s.position
            from counted b
           cross join unnest(b.shared, b.apart) with ordinality as s (value, code, position)
           group by b.grouped, s.code, s.position
          having count(distinct coalesce(s.value, '')) > 1) d
   group by d.grouped)
select b.*, a.adds_up,
       array_remove(coalesce(d.codes, '{}') || array[
         case when b.overlaps > 0 then 'overlappingPeriods' end,
         case when b.parts <> '{}' and b.alone <@ '{partOfFigure}' then 'partOfAnother' end] || b.alone || array[
         case when b.without_amount > 0 then 'noAmount' end,
         case when a.adds_up and b.varied then 'differentTimes' end], null) as codes,
       (d.codes is not null or not a.adds_up)
         and row_number() over (partition by b.grouped order by a.adds_up, b.place) = 1 as speaks
  from counted b
  left join differing d on d.grouped = b.grouped
 cross join lateral (
   select b.overlaps = 0 and b.parts = '{}' and b.alone = '{}' and b.count > b.without_amount as adds_up) a) e
 where true
 order by (left(left(e.place, 160) || md5(e.place), 200) collate "C")
 limit 51;

-- reads: page_key text[], program text, direction text, basis text, stage text, partners text[], year text, covers_from date, covers_until date, count bigint, sum json, min json, max json, reasons json
select array[(left(left(e.place, 160) || md5(e.place), 200) collate "C")::text] as page_key, e.shared[1] as program, e.shared[2] as direction, e.shared[3] as basis, e.shared[4] as stage,
       case when e.members -> 0 <> 'null' then array(select jsonb_array_elements_text(e.members -> 0)) end as partners,
       e.members ->> 1 as year, case e.with_first when e.count - e.without_amount then e.covers_from end as covers_from,
       case e.with_last when e.count - e.without_amount then e.covers_until - 1 end as covers_until, e.count,
       case when e.adds_up then json_build_object(
         'value', case e.without_value when 0 then e.value end, 'low', coalesce(e.low, 0),
         'high', case e.without_high when 0 then e.high end, 'qualified', e.qualified, 'unit', 'USD') end as sum,
       e.min, e.max,
       json_build_object('codes', e.codes, 'stocks', e.stock, 'withoutAmount', e.without_amount,
                         'overlapping', coalesce(e.overlapping, '{}'), 'moreOverlapping', greatest(e.overlaps - 10, 0),
                         'parts', e.parts[1:10], 'moreParts', greatest(cardinality(e.parts) - 10, 0)) as reasons
  from (with figures as materialized (
        with recursive parts (id, whole, step) as (
  select e.id, e.part_of, 1
    from assistance e
   where e.part_of is not null and case when $1::date is null then e.stated_until is null
     else e.stated_from <= $1 and (e.stated_until is null or e.stated_until > $1) end
  union
  select p.id, e.part_of, p.step + 1
    from parts p
    join assistance e on e.id = p.whole
   where e.part_of is not null and p.step < 20)
select e.id::text as id, e.amount, b.partners as parties, coalesce(w.wholes, '{}') as wholes,
         period_days(e.period) as days, period_days(e.period) as covered, false as stock,
         array_remove(array[case e.basis when 'perYear' then 'yearlyRate' end], null) as alone,
         array[
           case when 'partner' = any ($2::text[]) then b.partners::text end,
           case when 'year' = any ($2::text[]) then period_years(e.period) end,
           case when 'program' = any ($2::text[]) then e.program end,
           case when 'direction' = any ($2::text[]) then e.direction end,
           e.program, e.direction, e.basis, e.stage] as key,
         '{differentProgram,differentDirection,differentBasis,differentStage}'::text[] as apart
    from assistance e
   cross join lateral (
     select array(select p.partner::text
                    from assistance_partners p
                   where (p.id, p.stated_from) = (e.id, e.stated_from)
                   order by p.partner) as partners) b
    left join (select p.id, array_agg(p.whole::text) as wholes from parts p group by p.id) w on w.id = e.id
 where e.stated_until is null),
        nested as (
  select part.key, array_agg(distinct concat(part.id, ' of ', o.id) collate "C") as parts
    from figures part
   cross join unnest(part.wholes) as w (id)
    join figures o on (o.key, o.id) = (part.key, w.id) and o.id <> part.id
   where (part.amount).as_stated is not null and (o.amount).as_stated is not null
   group by part.key),
        summed as materialized (
  select row_number() over () as bucket, f.key, min(f.apart) as apart, min(f.alone) as alone, bool_and(f.stock) as stock, count(*) as count,
         count(*) - count((f.amount).as_stated) as without_amount,
         sum((f.amount).value) as value, sum((f.amount).low) as low, sum((f.amount).high) as high,
         count((f.amount).as_stated) - count((f.amount).value) as without_value,
         count((f.amount).as_stated) - count((f.amount).high) as without_high,
         min((f.amount).value) as least, max((f.amount).value) as most,
         bool_or((f.amount).qualifier is distinct from 'stated') filter (where (f.amount).as_stated is not null) as qualified,
         min(c.first) as covers_from, max(c.last) as covers_until,
         count(c.first) as with_first, count(c.last) as with_last,
         min(c.first) <> max(c.first) or min(c.last) <> max(c.last)
           or count(c.first) not in (0, count((f.amount).as_stated)) or count(c.last) not in (0, count((f.amount).as_stated)) as varied
    from figures f
   cross join lateral (
     select case when (f.amount).as_stated is not null then lower(f.covered) end as first,
            case when (f.amount).as_stated is not null then upper(f.covered) end as last) c
   group by f.key),
extremes as (
  select s.bucket,
         (array_agg(json_build_object('id', f.id, 'amount', quantity_json(f.amount)) order by f.id) filter (where (f.amount).value = s.least))[1] as min,
         (array_agg(json_build_object('id', f.id, 'amount', quantity_json(f.amount)) order by f.id) filter (where (f.amount).value = s.most))[1] as max
    from figures f
    join summed s on s.key = f.key and (f.amount).value in (s.least, s.most)
   group by s.bucket),
spans as (
  select s.bucket, p.party, t.begins, t.ends, array_agg(f.id) as ids
    from figures f
    join summed s on s.key = f.key
   cross join lateral (
     select coalesce(lower(f.days), '-infinity') as begins, coalesce(upper(f.days), 'infinity') as ends) t
    left join unnest(case
           when f.parties = '{}' then array(select distinct unnest(a.parties) from figures a)
           else f.parties end) as p (party) on true
   where (f.amount).as_stated is not null and s.alone <@ '{partOfFigure}'
   group by s.bucket, p.party, t.begins, t.ends),
overlapping as (
  select o.bucket, count(*) as count, (array_agg(o.id order by o.id))[1:10] as ids
    from (select distinct s.bucket, i.id
            from (select p.*, lead(p.begins) over series as next,
                         max(p.ends) over (series rows between unbounded preceding and 1 preceding) as ended
                    from spans p
                  window series as (partition by p.bucket, p.party order by p.begins, p.ends)) s
           cross join unnest(s.ids) as i (id)
           where cardinality(s.ids) > 1 or s.begins < s.ended or s.next < s.ends) o
   group by o.bucket),
counted as (
  select s.*, k.members, k.shared, k.members::text collate "C" as grouped, concat(k.members, to_jsonb(k.shared)) collate "C" as place,
         x.min, x.max, o.ids as overlapping, coalesce(o.count, 0) as overlaps, coalesce(n.parts, '{}') as parts
    from summed s
    left join extremes x on x.bucket = s.bucket
    left join overlapping o on o.bucket = s.bucket
    left join nested n on n.key = s.key
   cross join lateral (select cardinality(s.key) - cardinality(s.apart) as members) c
   cross join lateral (
     select jsonb_build_array(s.key[1]::text[]) || to_jsonb(s.key[2:c.members]) as members, s.key[c.members + 1:] as shared) k),
differing as (
  select d.grouped, array_agg(d.code order by d.position) as codes
    from (select b.grouped, s.code, s.position
            from counted b
           cross join unnest(b.shared, b.apart) with ordinality as s (value, code, position)
           group by b.grouped, s.code, s.position
          having count(distinct coalesce(s.value, '')) > 1) d
   group by d.grouped)
select b.*, a.adds_up,
       array_remove(coalesce(d.codes, '{}') || array[
         case when b.overlaps > 0 then 'overlappingPeriods' end,
         case when b.parts <> '{}' and b.alone <@ '{partOfFigure}' then 'partOfAnother' end] || b.alone || array[
         case when b.without_amount > 0 then 'noAmount' end,
         case when a.adds_up and b.varied then 'differentTimes' end], null) as codes,
       (d.codes is not null or not a.adds_up)
         and row_number() over (partition by b.grouped order by a.adds_up, b.place) = 1 as speaks
  from counted b
  left join differing d on d.grouped = b.grouped
 cross join lateral (
   select b.overlaps = 0 and b.parts = '{}' and b.alone = '{}' and b.count > b.without_amount as adds_up) a) e
 where true
 order by (left(left(e.place, 160) || md5(e.place), 200) collate "C")
 limit 51;

-- reads: page_key text[], resource text, id text, title text, highlight json, rank double precision, match text, stated_from date, stated_until date, partners text[], url text
select array[(left(to_char(1 - e.rank, 'FM0.0000') || ' ' || e.resource || ' ' || e.id, 200) collate "C")::text] as page_key, e.resource, e.id, (select n.title
   from entries n
  where (n.resource, n.id) = (e.resource, e.id) and n.stated_from is not distinct from nullif(e.stated_from, '-infinity')) as title, json_build_object('field', e.field, 'text', e.text,
  'asked', (select json_agg(fold(asked)) from unnest($1::text[]) asked),
  'words', (select json_agg(json_build_object('text', w.word, 'folded', fold(w.word),
                     'isAsked', tsvector_to_array(stems(w.word))
                       && tsvector_to_array(to_tsvector('english', plain(array_to_string($1::text[], ' '))))) order by w.place)
              from regexp_split_to_table(e.text, '[\s!-&(-\-/:-@\[-`{-~\u2010-\u2015\u2212“”«»]+') with ordinality w (word, place)
             where w.word <> '')) as highlight, e.rank::float8 as rank, $2::text as match, nullif(e.stated_from, '-infinity') as stated_from, e.stated_until,
       array(select i.partner
        from involvements i
       where (i.resource, i.id, i.stated_from) = (e.resource, e.id, e.stated_from)
      union
      select e.id where e.resource = 'partners'
       order by 1) as partners,
       concat('/', e.resource, '/', e.id,
              case when e.resource not in ('partners', 'fact-sheets') then '?asOf=' || $3::date end) as url
  from found($4::int[], $1::text[], $5::float8[], $3::date) e
 where true
 order by (left(to_char(1 - e.rank, 'FM0.0000') || ' ' || e.resource || ' ' || e.id, 200) collate "C")
 limit 51;

-- reads: page_key text[], id text, alpha2 text, numeric text, name text, region text, subregion text, revision integer, updated_at timestamp with time zone, aliases text[]
select array[e.id::text] as page_key, e.id, e.alpha2, e.numeric, e.name, e.region, e.subregion, e.revision, e.updated_at,
       array(select a.alias::text
               from partner_aliases a
              where a.partner = e.id
              order by a.position) as aliases
  from partners e
 where true
 order by e.id
 limit 51;

-- reads: page_key text[], id text, stated_from date, stated_until date, host text, sender text, kind text, category text, count json, asset json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select array[e.id::text] as page_key, e.id, e.stated_from, e.stated_until, e.host, e.sender, e.kind, e.category, e.count_json as count,
       case when e.asset_name is not null then json_build_object('name', e.asset_name, 'designation', e.asset_designation) end as asset,
       e.notes, e.revision, e.updated_at, e.citations
  from force_posture e
 where e.stated_from <= '2018-06-01'::date and (e.stated_until is null or e.stated_until > '2018-06-01'::date)
 order by e.id
 limit 51;

-- reads: page_key text[], id text, stated_from date, stated_until date, host text, sender text, kind text, category text, count json, asset json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select array[e.id::text] as page_key, e.id, e.stated_from, e.stated_until, e.host, e.sender, e.kind, e.category, e.count_json as count,
       case when e.asset_name is not null then json_build_object('name', e.asset_name, 'designation', e.asset_designation) end as asset,
       e.notes, e.revision, e.updated_at, e.citations
  from force_posture e
 where e.stated_until is null
 order by e.id
 limit 51;

-- reads: page_key text[], id text, stated_from date, stated_until date, name text, kind text, cadence text, since text, format text, format_since text, purpose text, participants json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select array[e.id::text] as page_key, e.id, e.stated_from, e.stated_until, e.name, e.kind, e.cadence, written(e.since) as since, e.format,
       written(e.format_since) as format_since, e.purpose, e.participants, e.notes, e.revision, e.updated_at, e.citations
  from exercises e
 where e.stated_from <= '2018-06-01'::date and (e.stated_until is null or e.stated_until > '2018-06-01'::date)
 order by e.id
 limit 51;

-- reads: page_key text[], id text, stated_from date, stated_until date, name text, kind text, cadence text, since text, format text, format_since text, purpose text, participants json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select array[e.id::text] as page_key, e.id, e.stated_from, e.stated_until, e.name, e.kind, e.cadence, written(e.since) as since, e.format,
       written(e.format_since) as format_since, e.purpose, e.participants, e.notes, e.revision, e.updated_at, e.citations
  from exercises e
 where e.stated_until is null
 order by e.id
 limit 51;

-- reads: page_key text[], id text, stated_from date, stated_until date, name text, kind text, purpose text, dated text, dated_as text, signed text, in_force_since text, covers json, parties text[], notes text[], revision integer, updated_at timestamp with time zone, citations json
select array[e.id::text] as page_key, e.id, e.stated_from, e.stated_until, e.name, e.kind, e.purpose, written(e.dated) as dated, e.dated_as,
       written(e.signed) as signed, written(e.in_force_since) as in_force_since, e.covers_json as covers, e.parties, e.notes,
       e.revision, e.updated_at, e.citations
  from agreements e
 where e.stated_from <= '2018-06-01'::date and (e.stated_until is null or e.stated_until > '2018-06-01'::date)
 order by e.id
 limit 51;

-- reads: page_key text[], id text, stated_from date, stated_until date, name text, kind text, purpose text, dated text, dated_as text, signed text, in_force_since text, covers json, parties text[], notes text[], revision integer, updated_at timestamp with time zone, citations json
select array[e.id::text] as page_key, e.id, e.stated_from, e.stated_until, e.name, e.kind, e.purpose, written(e.dated) as dated, e.dated_as,
       written(e.signed) as signed, written(e.in_force_since) as in_force_since, e.covers_json as covers, e.parties, e.notes,
       e.revision, e.updated_at, e.citations
  from agreements e
 where e.stated_until is null
 order by e.id
 limit 51;

-- reads: page_key text[], id text, stated_from date, stated_until date, partners text[], measure text, stage text, kind text, amount json, period json, articles json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select array[e.id::text] as page_key, e.id, e.stated_from, e.stated_until, e.partners, e.measure, e.stage, e.kind, e.amount_json as amount,
       e.period_json as period, e.articles, e.notes, e.revision, e.updated_at, e.citations
  from fms_sales e
 where e.stated_from <= '2018-06-01'::date and (e.stated_until is null or e.stated_until > '2018-06-01'::date)
 order by e.id
 limit 51;

-- reads: page_key text[], id text, stated_from date, stated_until date, partners text[], measure text, stage text, kind text, amount json, period json, articles json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select array[e.id::text] as page_key, e.id, e.stated_from, e.stated_until, e.partners, e.measure, e.stage, e.kind, e.amount_json as amount,
       e.period_json as period, e.articles, e.notes, e.revision, e.updated_at, e.citations
  from fms_sales e
 where e.stated_until is null
 order by e.id
 limit 51;

-- reads: page_key text[], id text, stated_from date, stated_until date, partners text[], measure text, stage text, kind text, amount json, period json, categories json, articles json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select array[e.id::text] as page_key, e.id, e.stated_from, e.stated_until, e.partners, e.measure, e.stage, e.kind, e.amount_json as amount,
       e.period_json as period, e.categories, e.articles, e.notes, e.revision, e.updated_at, e.citations
  from dcs_sales e
 where e.stated_from <= '2018-06-01'::date and (e.stated_until is null or e.stated_until > '2018-06-01'::date)
 order by e.id
 limit 51;

-- reads: page_key text[], id text, stated_from date, stated_until date, partners text[], measure text, stage text, kind text, amount json, period json, categories json, articles json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select array[e.id::text] as page_key, e.id, e.stated_from, e.stated_until, e.partners, e.measure, e.stage, e.kind, e.amount_json as amount,
       e.period_json as period, e.categories, e.articles, e.notes, e.revision, e.updated_at, e.citations
  from dcs_sales e
 where e.stated_until is null
 order by e.id
 limit 51;

-- reads: page_key text[], id text, stated_from date, stated_until date, partners text[], name text, kind text, program text, focus_areas text[], counterparts json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select array[e.id::text] as page_key, e.id, e.stated_from, e.stated_until, e.partners, e.name, e.kind, e.program, e.focus_areas, e.counterparts, e.notes,
       e.revision, e.updated_at, e.citations
  from peacekeeping e
 where e.stated_from <= '2018-06-01'::date and (e.stated_until is null or e.stated_until > '2018-06-01'::date)
 order by e.id
 limit 51;

-- reads: page_key text[], id text, stated_from date, stated_until date, partners text[], name text, kind text, program text, focus_areas text[], counterparts json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select array[e.id::text] as page_key, e.id, e.stated_from, e.stated_until, e.partners, e.name, e.kind, e.program, e.focus_areas, e.counterparts, e.notes,
       e.revision, e.updated_at, e.citations
  from peacekeeping e
 where e.stated_until is null
 order by e.id
 limit 51;

-- reads: page_key text[], id text, stated_from date, stated_until date, partners text[], program text, direction text, amount json, basis text, stage text, period json, part_of text, articles json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select array[e.id::text] as page_key, e.id, e.stated_from, e.stated_until, e.partners, e.program, e.direction, e.amount_json as amount, e.basis, e.stage,
       e.period_json as period, e.part_of, e.articles, e.notes, e.revision, e.updated_at, e.citations
  from assistance e
 where e.stated_from <= '2018-06-01'::date and (e.stated_until is null or e.stated_until > '2018-06-01'::date)
 order by e.id
 limit 51;

-- reads: page_key text[], id text, stated_from date, stated_until date, partners text[], program text, direction text, amount json, basis text, stage text, period json, part_of text, articles json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select array[e.id::text] as page_key, e.id, e.stated_from, e.stated_until, e.partners, e.program, e.direction, e.amount_json as amount, e.basis, e.stage,
       e.period_json as period, e.part_of, e.articles, e.notes, e.revision, e.updated_at, e.citations
  from assistance e
 where e.stated_until is null
 order by e.id
 limit 51;

-- reads: page_key text[], id text, stated_from date, stated_until date, title text, parties text[], concerns json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select array[e.id::text] as page_key, e.id, e.stated_from, e.stated_until, e.title, e.parties, e.concerns, e.notes, e.revision, e.updated_at, e.citations
  from objectives e
 where e.stated_from <= '2018-06-01'::date and (e.stated_until is null or e.stated_until > '2018-06-01'::date)
 order by e.id
 limit 51;

-- reads: page_key text[], id text, stated_from date, stated_until date, title text, parties text[], concerns json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select array[e.id::text] as page_key, e.id, e.stated_from, e.stated_until, e.title, e.parties, e.concerns, e.notes, e.revision, e.updated_at, e.citations
  from objectives e
 where e.stated_until is null
 order by e.id
 limit 51;

-- reads: page_key text[], id text, title text, publisher text, bureau text, published text, published_basis text, partners text[], contacts json, source_url text, sha256 text, text_read text, notes text[], revision integer, updated_at timestamp with time zone
select array[e.id::text] as page_key, e.id, e.title, e.publisher, e.bureau, written(e.published) as published, e.published_basis,
       array(select p.partner::text
               from fact_sheet_partners p
              where p.fact_sheet = e.id
              order by p.position) as partners,
       json_build_object('office', e.office, 'email', e.email, 'socialHandle', e.social_handle) as contacts,
       e.source_url, e.sha256, e.text_read, e.notes, e.revision, e.updated_at
  from fact_sheets e
 where true
 order by e.id
 limit 51;

-- reads: page_key text[], id text, stated_from date, stated_until date, host text, sender text, kind text, category text, count json, asset json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select array[e.stated_from::text] as page_key, e.id, e.stated_from, e.stated_until, e.host, e.sender, e.kind, e.category, e.count_json as count,
       case when e.asset_name is not null then json_build_object('name', e.asset_name, 'designation', e.asset_designation) end as asset,
       e.notes, e.revision, e.updated_at, e.citations
  from force_posture e
 where e.id = $1
 order by e.stated_from
 limit 51;

-- reads: page_key text[], id text, stated_from date, stated_until date, name text, kind text, cadence text, since text, format text, format_since text, purpose text, participants json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select array[e.stated_from::text] as page_key, e.id, e.stated_from, e.stated_until, e.name, e.kind, e.cadence, written(e.since) as since, e.format,
       written(e.format_since) as format_since, e.purpose, e.participants, e.notes, e.revision, e.updated_at, e.citations
  from exercises e
 where e.id = $1
 order by e.stated_from
 limit 51;

-- reads: page_key text[], id text, stated_from date, stated_until date, name text, kind text, purpose text, dated text, dated_as text, signed text, in_force_since text, covers json, parties text[], notes text[], revision integer, updated_at timestamp with time zone, citations json
select array[e.stated_from::text] as page_key, e.id, e.stated_from, e.stated_until, e.name, e.kind, e.purpose, written(e.dated) as dated, e.dated_as,
       written(e.signed) as signed, written(e.in_force_since) as in_force_since, e.covers_json as covers, e.parties, e.notes,
       e.revision, e.updated_at, e.citations
  from agreements e
 where e.id = $1
 order by e.stated_from
 limit 51;

-- reads: page_key text[], id text, stated_from date, stated_until date, partners text[], measure text, stage text, kind text, amount json, period json, articles json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select array[e.stated_from::text] as page_key, e.id, e.stated_from, e.stated_until, e.partners, e.measure, e.stage, e.kind, e.amount_json as amount,
       e.period_json as period, e.articles, e.notes, e.revision, e.updated_at, e.citations
  from fms_sales e
 where e.id = $1
 order by e.stated_from
 limit 51;

-- reads: page_key text[], id text, stated_from date, stated_until date, partners text[], measure text, stage text, kind text, amount json, period json, categories json, articles json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select array[e.stated_from::text] as page_key, e.id, e.stated_from, e.stated_until, e.partners, e.measure, e.stage, e.kind, e.amount_json as amount,
       e.period_json as period, e.categories, e.articles, e.notes, e.revision, e.updated_at, e.citations
  from dcs_sales e
 where e.id = $1
 order by e.stated_from
 limit 51;

-- reads: page_key text[], id text, stated_from date, stated_until date, partners text[], name text, kind text, program text, focus_areas text[], counterparts json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select array[e.stated_from::text] as page_key, e.id, e.stated_from, e.stated_until, e.partners, e.name, e.kind, e.program, e.focus_areas, e.counterparts, e.notes,
       e.revision, e.updated_at, e.citations
  from peacekeeping e
 where e.id = $1
 order by e.stated_from
 limit 51;

-- reads: page_key text[], id text, stated_from date, stated_until date, partners text[], program text, direction text, amount json, basis text, stage text, period json, part_of text, articles json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select array[e.stated_from::text] as page_key, e.id, e.stated_from, e.stated_until, e.partners, e.program, e.direction, e.amount_json as amount, e.basis, e.stage,
       e.period_json as period, e.part_of, e.articles, e.notes, e.revision, e.updated_at, e.citations
  from assistance e
 where e.id = $1
 order by e.stated_from
 limit 51;

-- reads: page_key text[], id text, stated_from date, stated_until date, title text, parties text[], concerns json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select array[e.stated_from::text] as page_key, e.id, e.stated_from, e.stated_until, e.title, e.parties, e.concerns, e.notes, e.revision, e.updated_at, e.citations
  from objectives e
 where e.id = $1
 order by e.stated_from
 limit 51;

-- reads: n bigint, id text, stated_from date, stated_until date, host text, sender text, kind text, category text, count json, asset json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select asked.n, found.*
  from unnest($1::text[], $2::date[]) with ordinality as asked (id, as_of, n)
 cross join lateral (select e.id, e.stated_from, e.stated_until, e.host, e.sender, e.kind, e.category, e.count_json as count,
       case when e.asset_name is not null then json_build_object('name', e.asset_name, 'designation', e.asset_designation) end as asset,
       e.notes, e.revision, e.updated_at, e.citations
  from force_posture e
 where e.id = asked.id and case when asked.as_of is null then e.stated_until is null
     else e.stated_from <= asked.as_of and (e.stated_until is null or e.stated_until > asked.as_of) end) found;

-- reads: n bigint, id text, stated_from date, stated_until date, name text, kind text, cadence text, since text, format text, format_since text, purpose text, participants json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select asked.n, found.*
  from unnest($1::text[], $2::date[]) with ordinality as asked (id, as_of, n)
 cross join lateral (select e.id, e.stated_from, e.stated_until, e.name, e.kind, e.cadence, written(e.since) as since, e.format,
       written(e.format_since) as format_since, e.purpose, e.participants, e.notes, e.revision, e.updated_at, e.citations
  from exercises e
 where e.id = asked.id and case when asked.as_of is null then e.stated_until is null
     else e.stated_from <= asked.as_of and (e.stated_until is null or e.stated_until > asked.as_of) end) found;

-- reads: n bigint, id text, stated_from date, stated_until date, name text, kind text, purpose text, dated text, dated_as text, signed text, in_force_since text, covers json, parties text[], notes text[], revision integer, updated_at timestamp with time zone, citations json
select asked.n, found.*
  from unnest($1::text[], $2::date[]) with ordinality as asked (id, as_of, n)
 cross join lateral (select e.id, e.stated_from, e.stated_until, e.name, e.kind, e.purpose, written(e.dated) as dated, e.dated_as,
       written(e.signed) as signed, written(e.in_force_since) as in_force_since, e.covers_json as covers, e.parties, e.notes,
       e.revision, e.updated_at, e.citations
  from agreements e
 where e.id = asked.id and case when asked.as_of is null then e.stated_until is null
     else e.stated_from <= asked.as_of and (e.stated_until is null or e.stated_until > asked.as_of) end) found;

-- reads: n bigint, id text, stated_from date, stated_until date, partners text[], measure text, stage text, kind text, amount json, period json, articles json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select asked.n, found.*
  from unnest($1::text[], $2::date[]) with ordinality as asked (id, as_of, n)
 cross join lateral (select e.id, e.stated_from, e.stated_until, e.partners, e.measure, e.stage, e.kind, e.amount_json as amount,
       e.period_json as period, e.articles, e.notes, e.revision, e.updated_at, e.citations
  from fms_sales e
 where e.id = asked.id and case when asked.as_of is null then e.stated_until is null
     else e.stated_from <= asked.as_of and (e.stated_until is null or e.stated_until > asked.as_of) end) found;

-- reads: n bigint, id text, stated_from date, stated_until date, partners text[], measure text, stage text, kind text, amount json, period json, categories json, articles json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select asked.n, found.*
  from unnest($1::text[], $2::date[]) with ordinality as asked (id, as_of, n)
 cross join lateral (select e.id, e.stated_from, e.stated_until, e.partners, e.measure, e.stage, e.kind, e.amount_json as amount,
       e.period_json as period, e.categories, e.articles, e.notes, e.revision, e.updated_at, e.citations
  from dcs_sales e
 where e.id = asked.id and case when asked.as_of is null then e.stated_until is null
     else e.stated_from <= asked.as_of and (e.stated_until is null or e.stated_until > asked.as_of) end) found;

-- reads: n bigint, id text, stated_from date, stated_until date, partners text[], name text, kind text, program text, focus_areas text[], counterparts json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select asked.n, found.*
  from unnest($1::text[], $2::date[]) with ordinality as asked (id, as_of, n)
 cross join lateral (select e.id, e.stated_from, e.stated_until, e.partners, e.name, e.kind, e.program, e.focus_areas, e.counterparts, e.notes,
       e.revision, e.updated_at, e.citations
  from peacekeeping e
 where e.id = asked.id and case when asked.as_of is null then e.stated_until is null
     else e.stated_from <= asked.as_of and (e.stated_until is null or e.stated_until > asked.as_of) end) found;

-- reads: n bigint, id text, stated_from date, stated_until date, partners text[], program text, direction text, amount json, basis text, stage text, period json, part_of text, articles json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select asked.n, found.*
  from unnest($1::text[], $2::date[]) with ordinality as asked (id, as_of, n)
 cross join lateral (select e.id, e.stated_from, e.stated_until, e.partners, e.program, e.direction, e.amount_json as amount, e.basis, e.stage,
       e.period_json as period, e.part_of, e.articles, e.notes, e.revision, e.updated_at, e.citations
  from assistance e
 where e.id = asked.id and case when asked.as_of is null then e.stated_until is null
     else e.stated_from <= asked.as_of and (e.stated_until is null or e.stated_until > asked.as_of) end) found;

-- reads: n bigint, id text, stated_from date, stated_until date, title text, parties text[], concerns json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select asked.n, found.*
  from unnest($1::text[], $2::date[]) with ordinality as asked (id, as_of, n)
 cross join lateral (select e.id, e.stated_from, e.stated_until, e.title, e.parties, e.concerns, e.notes, e.revision, e.updated_at, e.citations
  from objectives e
 where e.id = asked.id and case when asked.as_of is null then e.stated_until is null
     else e.stated_from <= asked.as_of and (e.stated_until is null or e.stated_until > asked.as_of) end) found;

-- reads: begin_import void
select begin_import();

-- reads: begin_write bigint
select begin_write($1, $2::text);

-- reads: count bigint
select count(*)
  from schema_versions v
 where v.scriptname = any ($1);

-- reads: new bigint, dropped bigint, changed bigint, qualifier_changed bigint, restated bigint
select count(*) filter (where e.kind = 'new') as new, count(*) filter (where e.kind = 'dropped') as dropped,
       count(*) filter (where e.kind = 'changed') as changed, count(*) filter (where e.kind = 'qualifierChanged') as qualifier_changed,
       count(*) filter (where e.kind = 'restated') as restated
  from (select r.resource, r.id, earlier.stated_from as before, later.stated_from as after
          from (select distinct i.resource, i.id
                  from involvements i
                 where i.partner = any ($1::text[]) and i.resource <> 'fact-sheets'
                   and ((i.stated_from <= $2::date and (i.stated_until is null or i.stated_until > $2::date))
                     or (i.stated_from <= $3::date and (i.stated_until is null or i.stated_until > $3::date)))) r
          left join entries earlier on (earlier.resource, earlier.id) = (r.resource, r.id)
            and earlier.stated_from <= $2::date and (earlier.stated_until is null or earlier.stated_until > $2::date)
          left join entries later on (later.resource, later.id) = (r.resource, r.id)
            and later.stated_from <= $3::date and (later.stated_until is null or later.stated_until > $3::date)
         where earlier.stated_from is distinct from later.stated_from) p
  left join documents b on (b.resource, b.id, b.stated_from) = (p.resource, p.id, p.before)
  left join documents a on (a.resource, a.id, a.stated_from) = (p.resource, p.id, p.after)
 cross join lateral differences(p.resource, p.id, b.document, a.document) e
 where ($4::text[] is null or e.resource = any ($4));

-- reads: new bigint, dropped bigint, changed bigint, qualifier_changed bigint, restated bigint
select count(*) filter (where e.kind = 'new') as new, count(*) filter (where e.kind = 'dropped') as dropped,
       count(*) filter (where e.kind = 'changed') as changed, count(*) filter (where e.kind = 'qualifierChanged') as qualifier_changed,
       count(*) filter (where e.kind = 'restated') as restated
  from (select resource, id, earlier.stated_from as before, later.stated_from as after
          from (select distinct on (c.resource, c.id) c.resource, c.id, c.stated_from
                  from citations c
                 where c.fact_sheet = $1::text and c.stated_from <= stated_from($1::text)
                 order by c.resource, c.id, c.stated_from desc) earlier
          full join (select distinct on (c.resource, c.id) c.resource, c.id, c.stated_from
                       from citations c
                      where c.fact_sheet = $2::text and c.stated_from <= stated_from($2::text)
                      order by c.resource, c.id, c.stated_from desc) later using (resource, id)) p
  left join documents b on (b.resource, b.id, b.stated_from) = (p.resource, p.id, p.before)
  left join documents a on (a.resource, a.id, a.stated_from) = (p.resource, p.id, p.after)
 cross join lateral differences(p.resource, p.id, b.document, a.document) e
 where ($3::text[] is null or e.resource = any ($3));

-- reads: count bigint
select count(*) from (select e.id, e.alpha2, e.numeric, e.name, e.region, e.subregion, e.revision, e.updated_at,
       array(select a.alias::text
               from partner_aliases a
              where a.partner = e.id
              order by a.position) as aliases
  from partners e) counted;

-- reads: count bigint
select count(*) from (select e.id, e.stated_from, e.stated_until, e.host, e.sender, e.kind, e.category, e.count_json as count,
       case when e.asset_name is not null then json_build_object('name', e.asset_name, 'designation', e.asset_designation) end as asset,
       e.notes, e.revision, e.updated_at, e.citations
  from force_posture e
 where e.id = $1) counted;

-- reads: count bigint
select count(*) from (select e.id, e.stated_from, e.stated_until, e.host, e.sender, e.kind, e.category, e.count_json as count,
       case when e.asset_name is not null then json_build_object('name', e.asset_name, 'designation', e.asset_designation) end as asset,
       e.notes, e.revision, e.updated_at, e.citations
  from force_posture e
 where e.stated_until is null) counted;

-- reads: count bigint
select count(*) from (select e.id, e.stated_from, e.stated_until, e.name, e.kind, e.cadence, written(e.since) as since, e.format,
       written(e.format_since) as format_since, e.purpose, e.participants, e.notes, e.revision, e.updated_at, e.citations
  from exercises e
 where e.id = $1) counted;

-- reads: count bigint
select count(*) from (select e.id, e.stated_from, e.stated_until, e.name, e.kind, e.cadence, written(e.since) as since, e.format,
       written(e.format_since) as format_since, e.purpose, e.participants, e.notes, e.revision, e.updated_at, e.citations
  from exercises e
 where e.stated_until is null) counted;

-- reads: count bigint
select count(*) from (select e.id, e.stated_from, e.stated_until, e.name, e.kind, e.purpose, written(e.dated) as dated, e.dated_as,
       written(e.signed) as signed, written(e.in_force_since) as in_force_since, e.covers_json as covers, e.parties, e.notes,
       e.revision, e.updated_at, e.citations
  from agreements e
 where e.id = $1) counted;

-- reads: count bigint
select count(*) from (select e.id, e.stated_from, e.stated_until, e.name, e.kind, e.purpose, written(e.dated) as dated, e.dated_as,
       written(e.signed) as signed, written(e.in_force_since) as in_force_since, e.covers_json as covers, e.parties, e.notes,
       e.revision, e.updated_at, e.citations
  from agreements e
 where e.stated_until is null) counted;

-- reads: count bigint
select count(*) from (select e.id, e.stated_from, e.stated_until, e.partners, e.measure, e.stage, e.kind, e.amount_json as amount,
       e.period_json as period, e.articles, e.notes, e.revision, e.updated_at, e.citations
  from fms_sales e
 where e.id = $1) counted;

-- reads: count bigint
select count(*) from (select e.id, e.stated_from, e.stated_until, e.partners, e.measure, e.stage, e.kind, e.amount_json as amount,
       e.period_json as period, e.articles, e.notes, e.revision, e.updated_at, e.citations
  from fms_sales e
 where e.stated_until is null) counted;

-- reads: count bigint
select count(*) from (select e.id, e.stated_from, e.stated_until, e.partners, e.measure, e.stage, e.kind, e.amount_json as amount,
       e.period_json as period, e.categories, e.articles, e.notes, e.revision, e.updated_at, e.citations
  from dcs_sales e
 where e.id = $1) counted;

-- reads: count bigint
select count(*) from (select e.id, e.stated_from, e.stated_until, e.partners, e.measure, e.stage, e.kind, e.amount_json as amount,
       e.period_json as period, e.categories, e.articles, e.notes, e.revision, e.updated_at, e.citations
  from dcs_sales e
 where e.stated_until is null) counted;

-- reads: count bigint
select count(*) from (select e.id, e.stated_from, e.stated_until, e.partners, e.name, e.kind, e.program, e.focus_areas, e.counterparts, e.notes,
       e.revision, e.updated_at, e.citations
  from peacekeeping e
 where e.id = $1) counted;

-- reads: count bigint
select count(*) from (select e.id, e.stated_from, e.stated_until, e.partners, e.name, e.kind, e.program, e.focus_areas, e.counterparts, e.notes,
       e.revision, e.updated_at, e.citations
  from peacekeeping e
 where e.stated_until is null) counted;

-- reads: count bigint
select count(*) from (select e.id, e.stated_from, e.stated_until, e.partners, e.program, e.direction, e.amount_json as amount, e.basis, e.stage,
       e.period_json as period, e.part_of, e.articles, e.notes, e.revision, e.updated_at, e.citations
  from assistance e
 where e.id = $1) counted;

-- reads: count bigint
select count(*) from (select e.id, e.stated_from, e.stated_until, e.partners, e.program, e.direction, e.amount_json as amount, e.basis, e.stage,
       e.period_json as period, e.part_of, e.articles, e.notes, e.revision, e.updated_at, e.citations
  from assistance e
 where e.stated_until is null) counted;

-- reads: count bigint
select count(*) from (select e.id, e.stated_from, e.stated_until, e.title, e.parties, e.concerns, e.notes, e.revision, e.updated_at, e.citations
  from objectives e
 where e.id = $1) counted;

-- reads: count bigint
select count(*) from (select e.id, e.stated_from, e.stated_until, e.title, e.parties, e.concerns, e.notes, e.revision, e.updated_at, e.citations
  from objectives e
 where e.stated_until is null) counted;

-- reads: count bigint
select count(*) from (select e.id, e.title, e.publisher, e.bureau, written(e.published) as published, e.published_basis,
       array(select p.partner::text
               from fact_sheet_partners p
              where p.fact_sheet = e.id
              order by p.position) as partners,
       json_build_object('office', e.office, 'email', e.email, 'socialHandle', e.social_handle) as contacts,
       e.source_url, e.sha256, e.text_read, e.notes, e.revision, e.updated_at
  from fact_sheets e) counted;

-- reads: count bigint
select count(*) from (select e.kind, e.path, e.resource, e.id, e.before, e.after, e.citations_before, e.citations_after
  from (select r.resource, r.id, earlier.stated_from as before, later.stated_from as after
          from (select distinct i.resource, i.id
                  from involvements i
                 where i.partner = any ($1::text[]) and i.resource <> 'fact-sheets'
                   and ((i.stated_from <= $2::date and (i.stated_until is null or i.stated_until > $2::date))
                     or (i.stated_from <= $3::date and (i.stated_until is null or i.stated_until > $3::date)))) r
          left join entries earlier on (earlier.resource, earlier.id) = (r.resource, r.id)
            and earlier.stated_from <= $2::date and (earlier.stated_until is null or earlier.stated_until > $2::date)
          left join entries later on (later.resource, later.id) = (r.resource, r.id)
            and later.stated_from <= $3::date and (later.stated_until is null or later.stated_until > $3::date)
         where earlier.stated_from is distinct from later.stated_from) p
  left join documents b on (b.resource, b.id, b.stated_from) = (p.resource, p.id, p.before)
  left join documents a on (a.resource, a.id, a.stated_from) = (p.resource, p.id, p.after)
 cross join lateral differences(p.resource, p.id, b.document, a.document) e
 where ($4::text[] is null or e.resource = any ($4))
   and e.kind = any (array['new', 'dropped', 'changed', 'qualifierChanged'])) counted;

-- reads: count bigint
select count(*) from (select e.kind, e.path, e.resource, e.id, e.before, e.after, e.citations_before, e.citations_after
  from (select resource, id, earlier.stated_from as before, later.stated_from as after
          from (select distinct on (c.resource, c.id) c.resource, c.id, c.stated_from
                  from citations c
                 where c.fact_sheet = $1::text and c.stated_from <= stated_from($1::text)
                 order by c.resource, c.id, c.stated_from desc) earlier
          full join (select distinct on (c.resource, c.id) c.resource, c.id, c.stated_from
                       from citations c
                      where c.fact_sheet = $2::text and c.stated_from <= stated_from($2::text)
                      order by c.resource, c.id, c.stated_from desc) later using (resource, id)) p
  left join documents b on (b.resource, b.id, b.stated_from) = (p.resource, p.id, p.before)
  left join documents a on (a.resource, a.id, a.stated_from) = (p.resource, p.id, p.after)
 cross join lateral differences(p.resource, p.id, b.document, a.document) e
 where ($3::text[] is null or e.resource = any ($3))
   and e.kind = any (array['new', 'dropped', 'changed', 'qualifierChanged'])) counted;

-- reads: count bigint
select count(*) from (select e.paragraph, e.as_stated, e.resource, e.id, e.title, quantity_json(e.figure) as figure,
       concat('/', e.resource, '/', e.id, '?asOf=', e.stated_from) as url
  from facts e
 where e.fact_sheet = $1) counted;

-- reads: count bigint
select count(*) from (select e.partner, p.name, e.resource, e.records, e.editions, e.standing, e.first_stated, e.last_stated,
       concat('/', e.resource, '?partner=', e.partner) as url
  from partner_coverage e
  join partners p on p.id = e.partner) counted;

-- reads: count bigint
select count(*) from (select e.resource, e.measure, e.stage, e.kind, period_json(e.period) as period, e.basis, e.direction, e.cells
  from (with found as materialized (select a.partner, e.*, period_days(e.period) as days,
               case when period_days(e.period) is null and coalesce(e.kind, 'flow') = 'flow' then e.id else '-' end as apart
          from unnest($1::text[]) a (partner)
          join involvements i on i.partner = a.partner and i.resource = $2::text
          join figures e on (e.resource, e.id, e.stated_from) = (i.resource, i.id, i.stated_from)
         where e.measure = $3::text and a.partner = any (e.partners)
           and case when $4::date is null then e.stated_until is null
     else e.stated_from <= $4 and (e.stated_until is null or e.stated_until > $4) end),
        alike as (
          select f.resource, f.measure, f.stage, f.kind, f.basis, f.direction, f.days, f.apart, (array_agg(f.period order by f.id))[1] as period
            from found f
           group by f.resource, f.measure, f.stage, f.kind, f.basis, f.direction, f.days, f.apart)
        select r.*, concat_ws(' ', coalesce(r.stage, '-'), coalesce(r.kind, '-'), coalesce(r.basis, '-'), coalesce(r.direction, '-'),
                              coalesce(r.days::text, '-'), r.apart) as place,
               (select json_agg(json_build_object('partner', a.partner,
                        'figures', (
                          select coalesce(json_agg(json_build_object(
                                   'id', f.id, 'url', concat('/', f.resource, '/', f.id, '?asOf=', f.stated_from),
                                   'amount', quantity_json(f.amount), 'partners', case when cardinality(f.partners) > 1 then f.partners end,
                                   'statedFrom', f.stated_from, 'citations', citations_json(f.resource, f.id, f.stated_from)) order by f.id), '[]')
                            from found f
                           where f.partner = a.partner and (f.stage, f.kind, f.basis, f.direction, f.days, f.apart)
                             is not distinct from (r.stage, r.kind, r.basis, r.direction, r.days, r.apart)),
                        'others', (
                          select coalesce(json_agg(json_build_object('id', f.id, 'period', period_json(f.period)) order by f.id), '[]')
                            from found f
                           where f.partner = a.partner and (f.stage, f.kind, f.basis, f.direction)
                             is not distinct from (r.stage, r.kind, r.basis, r.direction))) order by a.place)
                  from unnest($1::text[]) with ordinality a (partner, place)) as cells
          from alike r) e) counted;

-- reads: count bigint
select count(*) from (select e.shared[1] as channel, e.shared[2] as measure, e.shared[3] as stage, e.shared[4] as kind,
       case when e.members -> 0 <> 'null' then array(select jsonb_array_elements_text(e.members -> 0)) end as partners,
       e.members ->> 1 as year, e.members ->> 2 as category, e.members ->> 3 as article, case e.with_first when e.count - e.without_amount then e.covers_from end as covers_from,
       case e.with_last when e.count - e.without_amount then e.covers_until - 1 end as covers_until, e.count,
       case when e.adds_up then json_build_object(
         'value', case e.without_value when 0 then e.value end, 'low', coalesce(e.low, 0),
         'high', case e.without_high when 0 then e.high end, 'qualified', e.qualified, 'unit', 'USD') end as sum,
       e.min, e.max,
       json_build_object('codes', e.codes, 'stocks', e.stock, 'withoutAmount', e.without_amount,
                         'overlapping', coalesce(e.overlapping, '{}'), 'moreOverlapping', greatest(e.overlaps - 10, 0),
                         'parts', e.parts[1:10], 'moreParts', greatest(cardinality(e.parts) - 10, 0)) as reasons
  from (with figures as materialized (
        select e.id, e.amount, e.partners as parties, '{}'::text[] as wholes,
         case e.kind when 'flow' then period_days(e.period) end as days,
         case e.kind when 'stock' then daterange(e.stated_from, e.stated_from, '[]') else period_days(e.period) end as covered,
         e.kind = 'stock' as stock,
         array_remove(array[
           case e.kind when 'case' then 'singleCase' when 'plan' then 'plan' end,
           case when coalesce(category, article) is not null then 'partOfFigure' end], null) as alone,
         array[
           case when 'partner' = any ($1::text[]) then e.partners::text end,
           case when 'year' = any ($1::text[]) then
             case e.kind when 'stock' then to_char(e.stated_from, 'YYYY') else period_years(e.period) end
           end,
           category, article,
           case when 'channel' = any ($1::text[]) then e.channel end,
           case when 'measure' = any ($1::text[]) then e.measure end,
           e.channel, e.measure, e.stage, e.kind] as key,
         '{differentChannel,differentMeasure,differentStage,differentKind}'::text[] as apart
    from sales e
    left join unnest(case when 'category' = any ($1::text[]) then e.categories end) as category on true
    left join unnest(case when 'article' = any ($1::text[]) then e.articles end) as article on true
 where e.stated_until is null),
        nested as (select null::text[] as key, null::text[] as parts where false),
        summed as materialized (
  select row_number() over () as bucket, f.key, min(f.apart) as apart, min(f.alone) as alone, bool_and(f.stock) as stock, count(*) as count,
         count(*) - count((f.amount).as_stated) as without_amount,
         sum((f.amount).value) as value, sum((f.amount).low) as low, sum((f.amount).high) as high,
         count((f.amount).as_stated) - count((f.amount).value) as without_value,
         count((f.amount).as_stated) - count((f.amount).high) as without_high,
         min((f.amount).value) as least, max((f.amount).value) as most,
         bool_or((f.amount).qualifier is distinct from 'stated') filter (where (f.amount).as_stated is not null) as qualified,
         min(c.first) as covers_from, max(c.last) as covers_until,
         count(c.first) as with_first, count(c.last) as with_last,
         min(c.first) <> max(c.first) or min(c.last) <> max(c.last)
           or count(c.first) not in (0, count((f.amount).as_stated)) or count(c.last) not in (0, count((f.amount).as_stated)) as varied
    from figures f
   cross join lateral (
     select case when (f.amount).as_stated is not null then lower(f.covered) end as first,
            case when (f.amount).as_stated is not null then upper(f.covered) end as last) c
   group by f.key),
extremes as (
  select s.bucket,
         (array_agg(json_build_object('id', f.id, 'amount', quantity_json(f.amount)) order by f.id) filter (where (f.amount).value = s.least))[1] as min,
         (array_agg(json_build_object('id', f.id, 'amount', quantity_json(f.amount)) order by f.id) filter (where (f.amount).value = s.most))[1] as max
    from figures f
    join summed s on s.key = f.key and (f.amount).value in (s.least, s.most)
   group by s.bucket),
spans as (
  select s.bucket, p.party, t.begins, t.ends, array_agg(f.id) as ids
    from figures f
    join summed s on s.key = f.key
   cross join lateral (
     select coalesce(lower(f.days), '-infinity') as begins, coalesce(upper(f.days), 'infinity') as ends) t
    left join unnest(case
           when f.parties = '{}' then array(select distinct unnest(a.parties) from figures a)
           else f.parties end) as p (party) on true
   where (f.amount).as_stated is not null and s.alone <@ '{partOfFigure}'
   group by s.bucket, p.party, t.begins, t.ends),
overlapping as (
  select o.bucket, count(*) as count, (array_agg(o.id order by o.id))[1:10] as ids
    from (select distinct s.bucket, i.id
            from (select p.*, lead(p.begins) over series as next,
                         max(p.ends) over (series rows between unbounded preceding and 1 preceding) as ended
                    from spans p
                  window series as (partition by p.bucket, p.party order by p.begins, p.ends)) s
           cross join unnest(s.ids) as i (id)
           where cardinality(s.ids) > 1 or s.begins < s.ended or s.next < s.ends) o
   group by o.bucket),
counted as (
  select s.*, k.members, k.shared, k.members::text collate "C" as grouped, concat(k.members, to_jsonb(k.shared)) collate "C" as place,
         x.min, x.max, o.ids as overlapping, coalesce(o.count, 0) as overlaps, coalesce(n.parts, '{}') as parts
    from summed s
    left join extremes x on x.bucket = s.bucket
    left join overlapping o on o.bucket = s.bucket
    left join nested n on n.key = s.key
   cross join lateral (select cardinality(s.key) - cardinality(s.apart) as members) c
   cross join lateral (
     select jsonb_build_array(s.key[1]::text[]) || to_jsonb(s.key[2:c.members]) as members, s.key[c.members + 1:] as shared) k),
differing as (
  select d.grouped, array_agg(d.code order by d.position) as codes
    from (select b.grouped, s.code, s.position
            from counted b
           cross join unnest(b.shared, b.apart) with ordinality as s (value, code, position)
           group by b.grouped, s.code, s.position
          having count(distinct coalesce(s.value, '')) > 1) d
   group by d.grouped)
select b.*, a.adds_up,
       array_remove(coalesce(d.codes, '{}') || array[
         case when b.overlaps > 0 then 'overlappingPeriods' end,
         case when b.parts <> '{}' and b.alone <@ '{partOfFigure}' then 'partOfAnother' end] || b.alone || array[
         case when b.without_amount > 0 then 'noAmount' end,
         case when a.adds_up and b.varied then 'differentTimes' end], null) as codes,
       (d.codes is not null or not a.adds_up)
         and row_number() over (partition by b.grouped order by a.adds_up, b.place) = 1 as speaks
  from counted b
  left join differing d on d.grouped = b.grouped
 cross join lateral (
   select b.overlaps = 0 and b.parts = '{}' and b.alone = '{}' and b.count > b.without_amount as adds_up) a) e) counted;

-- reads: count bigint
select count(*) from (select e.shared[1] as program, e.shared[2] as direction, e.shared[3] as basis, e.shared[4] as stage,
       case when e.members -> 0 <> 'null' then array(select jsonb_array_elements_text(e.members -> 0)) end as partners,
       e.members ->> 1 as year, case e.with_first when e.count - e.without_amount then e.covers_from end as covers_from,
       case e.with_last when e.count - e.without_amount then e.covers_until - 1 end as covers_until, e.count,
       case when e.adds_up then json_build_object(
         'value', case e.without_value when 0 then e.value end, 'low', coalesce(e.low, 0),
         'high', case e.without_high when 0 then e.high end, 'qualified', e.qualified, 'unit', 'USD') end as sum,
       e.min, e.max,
       json_build_object('codes', e.codes, 'stocks', e.stock, 'withoutAmount', e.without_amount,
                         'overlapping', coalesce(e.overlapping, '{}'), 'moreOverlapping', greatest(e.overlaps - 10, 0),
                         'parts', e.parts[1:10], 'moreParts', greatest(cardinality(e.parts) - 10, 0)) as reasons
  from (with figures as materialized (
        with recursive parts (id, whole, step) as (
  select e.id, e.part_of, 1
    from assistance e
   where e.part_of is not null and case when $1::date is null then e.stated_until is null
     else e.stated_from <= $1 and (e.stated_until is null or e.stated_until > $1) end
  union
  select p.id, e.part_of, p.step + 1
    from parts p
    join assistance e on e.id = p.whole
   where e.part_of is not null and p.step < 20)
select e.id::text as id, e.amount, b.partners as parties, coalesce(w.wholes, '{}') as wholes,
         period_days(e.period) as days, period_days(e.period) as covered, false as stock,
         array_remove(array[case e.basis when 'perYear' then 'yearlyRate' end], null) as alone,
         array[
           case when 'partner' = any ($2::text[]) then b.partners::text end,
           case when 'year' = any ($2::text[]) then period_years(e.period) end,
           case when 'program' = any ($2::text[]) then e.program end,
           case when 'direction' = any ($2::text[]) then e.direction end,
           e.program, e.direction, e.basis, e.stage] as key,
         '{differentProgram,differentDirection,differentBasis,differentStage}'::text[] as apart
    from assistance e
   cross join lateral (
     select array(select p.partner::text
                    from assistance_partners p
                   where (p.id, p.stated_from) = (e.id, e.stated_from)
                   order by p.partner) as partners) b
    left join (select p.id, array_agg(p.whole::text) as wholes from parts p group by p.id) w on w.id = e.id
 where e.stated_until is null),
        nested as (
  select part.key, array_agg(distinct concat(part.id, ' of ', o.id) collate "C") as parts
    from figures part
   cross join unnest(part.wholes) as w (id)
    join figures o on (o.key, o.id) = (part.key, w.id) and o.id <> part.id
   where (part.amount).as_stated is not null and (o.amount).as_stated is not null
   group by part.key),
        summed as materialized (
  select row_number() over () as bucket, f.key, min(f.apart) as apart, min(f.alone) as alone, bool_and(f.stock) as stock, count(*) as count,
         count(*) - count((f.amount).as_stated) as without_amount,
         sum((f.amount).value) as value, sum((f.amount).low) as low, sum((f.amount).high) as high,
         count((f.amount).as_stated) - count((f.amount).value) as without_value,
         count((f.amount).as_stated) - count((f.amount).high) as without_high,
         min((f.amount).value) as least, max((f.amount).value) as most,
         bool_or((f.amount).qualifier is distinct from 'stated') filter (where (f.amount).as_stated is not null) as qualified,
         min(c.first) as covers_from, max(c.last) as covers_until,
         count(c.first) as with_first, count(c.last) as with_last,
         min(c.first) <> max(c.first) or min(c.last) <> max(c.last)
           or count(c.first) not in (0, count((f.amount).as_stated)) or count(c.last) not in (0, count((f.amount).as_stated)) as varied
    from figures f
   cross join lateral (
     select case when (f.amount).as_stated is not null then lower(f.covered) end as first,
            case when (f.amount).as_stated is not null then upper(f.covered) end as last) c
   group by f.key),
extremes as (
  select s.bucket,
         (array_agg(json_build_object('id', f.id, 'amount', quantity_json(f.amount)) order by f.id) filter (where (f.amount).value = s.least))[1] as min,
         (array_agg(json_build_object('id', f.id, 'amount', quantity_json(f.amount)) order by f.id) filter (where (f.amount).value = s.most))[1] as max
    from figures f
    join summed s on s.key = f.key and (f.amount).value in (s.least, s.most)
   group by s.bucket),
spans as (
  select s.bucket, p.party, t.begins, t.ends, array_agg(f.id) as ids
    from figures f
    join summed s on s.key = f.key
   cross join lateral (
     select coalesce(lower(f.days), '-infinity') as begins, coalesce(upper(f.days), 'infinity') as ends) t
    left join unnest(case
           when f.parties = '{}' then array(select distinct unnest(a.parties) from figures a)
           else f.parties end) as p (party) on true
   where (f.amount).as_stated is not null and s.alone <@ '{partOfFigure}'
   group by s.bucket, p.party, t.begins, t.ends),
overlapping as (
  select o.bucket, count(*) as count, (array_agg(o.id order by o.id))[1:10] as ids
    from (select distinct s.bucket, i.id
            from (select p.*, lead(p.begins) over series as next,
                         max(p.ends) over (series rows between unbounded preceding and 1 preceding) as ended
                    from spans p
                  window series as (partition by p.bucket, p.party order by p.begins, p.ends)) s
           cross join unnest(s.ids) as i (id)
           where cardinality(s.ids) > 1 or s.begins < s.ended or s.next < s.ends) o
   group by o.bucket),
counted as (
  select s.*, k.members, k.shared, k.members::text collate "C" as grouped, concat(k.members, to_jsonb(k.shared)) collate "C" as place,
         x.min, x.max, o.ids as overlapping, coalesce(o.count, 0) as overlaps, coalesce(n.parts, '{}') as parts
    from summed s
    left join extremes x on x.bucket = s.bucket
    left join overlapping o on o.bucket = s.bucket
    left join nested n on n.key = s.key
   cross join lateral (select cardinality(s.key) - cardinality(s.apart) as members) c
   cross join lateral (
     select jsonb_build_array(s.key[1]::text[]) || to_jsonb(s.key[2:c.members]) as members, s.key[c.members + 1:] as shared) k),
differing as (
  select d.grouped, array_agg(d.code order by d.position) as codes
    from (select b.grouped, s.code, s.position
            from counted b
           cross join unnest(b.shared, b.apart) with ordinality as s (value, code, position)
           group by b.grouped, s.code, s.position
          having count(distinct coalesce(s.value, '')) > 1) d
   group by d.grouped)
select b.*, a.adds_up,
       array_remove(coalesce(d.codes, '{}') || array[
         case when b.overlaps > 0 then 'overlappingPeriods' end,
         case when b.parts <> '{}' and b.alone <@ '{partOfFigure}' then 'partOfAnother' end] || b.alone || array[
         case when b.without_amount > 0 then 'noAmount' end,
         case when a.adds_up and b.varied then 'differentTimes' end], null) as codes,
       (d.codes is not null or not a.adds_up)
         and row_number() over (partition by b.grouped order by a.adds_up, b.place) = 1 as speaks
  from counted b
  left join differing d on d.grouped = b.grouped
 cross join lateral (
   select b.overlaps = 0 and b.parts = '{}' and b.alone = '{}' and b.count > b.without_amount as adds_up) a) e) counted;

-- reads: count bigint
select count(*) from (select written(e.date) as date, written(e.until) as until, e.event, e.resource, e.id, e.title, e.partners, e.detail,
       e.stated_from,
       concat('/', e.resource, '/', e.id, case when e.resource <> 'fact-sheets' then '?asOf=' || $1::date end) as url
  from events e
 where e.stated_until is null) counted;

-- reads: count bigint, concat text
select count(*), concat(sum(hashtextextended(concat_ws(' ', e.id, e.stated_from, e.revision, e.updated_at), 1)), ' ', sum(hashtextextended(concat_ws(' ', e.id, e.stated_from, e.revision, e.updated_at), 2)))
  from (select e.id, e.stated_from, e.stated_until, e.host, e.sender, e.kind, e.category, e.count_json as count,
       case when e.asset_name is not null then json_build_object('name', e.asset_name, 'designation', e.asset_designation) end as asset,
       e.notes, e.revision, e.updated_at, e.citations
  from force_posture e
 where e.stated_until is null) e;

-- reads: count bigint, concat text
select count(*), concat(sum(hashtextextended(concat_ws(' ', e.id, e.stated_from, e.revision, e.updated_at), 1)), ' ', sum(hashtextextended(concat_ws(' ', e.id, e.stated_from, e.revision, e.updated_at), 2)))
  from (select e.id, e.stated_from, e.stated_until, e.name, e.kind, e.cadence, written(e.since) as since, e.format,
       written(e.format_since) as format_since, e.purpose, e.participants, e.notes, e.revision, e.updated_at, e.citations
  from exercises e
 where e.stated_until is null) e;

-- reads: count bigint, concat text
select count(*), concat(sum(hashtextextended(concat_ws(' ', e.id, e.stated_from, e.revision, e.updated_at), 1)), ' ', sum(hashtextextended(concat_ws(' ', e.id, e.stated_from, e.revision, e.updated_at), 2)))
  from (select e.id, e.stated_from, e.stated_until, e.name, e.kind, e.purpose, written(e.dated) as dated, e.dated_as,
       written(e.signed) as signed, written(e.in_force_since) as in_force_since, e.covers_json as covers, e.parties, e.notes,
       e.revision, e.updated_at, e.citations
  from agreements e
 where e.stated_until is null) e;

-- reads: count bigint, concat text
select count(*), concat(sum(hashtextextended(concat_ws(' ', e.id, e.stated_from, e.revision, e.updated_at), 1)), ' ', sum(hashtextextended(concat_ws(' ', e.id, e.stated_from, e.revision, e.updated_at), 2)))
  from (select e.id, e.stated_from, e.stated_until, e.partners, e.measure, e.stage, e.kind, e.amount_json as amount,
       e.period_json as period, e.articles, e.notes, e.revision, e.updated_at, e.citations
  from fms_sales e
 where e.stated_until is null) e;

-- reads: count bigint, concat text
select count(*), concat(sum(hashtextextended(concat_ws(' ', e.id, e.stated_from, e.revision, e.updated_at), 1)), ' ', sum(hashtextextended(concat_ws(' ', e.id, e.stated_from, e.revision, e.updated_at), 2)))
  from (select e.id, e.stated_from, e.stated_until, e.partners, e.measure, e.stage, e.kind, e.amount_json as amount,
       e.period_json as period, e.categories, e.articles, e.notes, e.revision, e.updated_at, e.citations
  from dcs_sales e
 where e.stated_until is null) e;

-- reads: count bigint, concat text
select count(*), concat(sum(hashtextextended(concat_ws(' ', e.id, e.stated_from, e.revision, e.updated_at), 1)), ' ', sum(hashtextextended(concat_ws(' ', e.id, e.stated_from, e.revision, e.updated_at), 2)))
  from (select e.id, e.stated_from, e.stated_until, e.partners, e.name, e.kind, e.program, e.focus_areas, e.counterparts, e.notes,
       e.revision, e.updated_at, e.citations
  from peacekeeping e
 where e.stated_until is null) e;

-- reads: count bigint, concat text
select count(*), concat(sum(hashtextextended(concat_ws(' ', e.id, e.stated_from, e.revision, e.updated_at), 1)), ' ', sum(hashtextextended(concat_ws(' ', e.id, e.stated_from, e.revision, e.updated_at), 2)))
  from (select e.id, e.stated_from, e.stated_until, e.partners, e.program, e.direction, e.amount_json as amount, e.basis, e.stage,
       e.period_json as period, e.part_of, e.articles, e.notes, e.revision, e.updated_at, e.citations
  from assistance e
 where e.stated_until is null) e;

-- reads: count bigint, concat text
select count(*), concat(sum(hashtextextended(concat_ws(' ', e.id, e.stated_from, e.revision, e.updated_at), 1)), ' ', sum(hashtextextended(concat_ws(' ', e.id, e.stated_from, e.revision, e.updated_at), 2)))
  from (select e.id, e.stated_from, e.stated_until, e.title, e.parties, e.concerns, e.notes, e.revision, e.updated_at, e.citations
  from objectives e
 where e.stated_until is null) e;

-- reads: count bigint, concat text
select count(*), concat(sum(hashtextextended(e::text, 1)), ' ', sum(hashtextextended(e::text, 2)))
  from (select e.id, e.alpha2, e.numeric, e.name, e.region, e.subregion, e.revision, e.updated_at,
       array(select a.alias::text
               from partner_aliases a
              where a.partner = e.id
              order by a.position) as aliases
  from partners e) e;

-- reads: count bigint, concat text
select count(*), concat(sum(hashtextextended(e::text, 1)), ' ', sum(hashtextextended(e::text, 2)))
  from (select e.id, e.title, e.publisher, e.bureau, written(e.published) as published, e.published_basis,
       array(select p.partner::text
               from fact_sheet_partners p
              where p.fact_sheet = e.id
              order by p.position) as partners,
       json_build_object('office', e.office, 'email', e.email, 'socialHandle', e.social_handle) as contacts,
       e.source_url, e.sha256, e.text_read, e.notes, e.revision, e.updated_at
  from fact_sheets e) e;

-- reads: partner text, name text, spelling text, kind text
select distinct on (s.partner) s.partner, p.name, s.spelling, s.kind
  from partner_spellings s
  join partners p on p.id = s.partner
 where s.folded = any (compared_as($1))
 order by s.partner, array_position('{alpha3,alpha2,numeric,name,alternativeName,formerName}', s.kind);

-- reads: spelling text, partner text
select distinct w.spelling, s.partner
  from unnest($1::text[]) as w (spelling)
 cross join unnest(compared_as(w.spelling)) as f (folded)
  join partner_spellings s on s.folded = f.folded
 order by w.spelling, s.partner;

-- reads: drop_staged void
select drop_staged($1);

-- reads: id text, alpha2 text, numeric text, name text, region text, subregion text, revision integer, updated_at timestamp with time zone, aliases text[]
select e.id, e.alpha2, e.numeric, e.name, e.region, e.subregion, e.revision, e.updated_at,
       array(select a.alias::text
               from partner_aliases a
              where a.partner = e.id
              order by a.position) as aliases
  from partners e;

-- reads: id text, alpha2 text, numeric text, name text, region text, subregion text, revision integer, updated_at timestamp with time zone, aliases text[]
select e.id, e.alpha2, e.numeric, e.name, e.region, e.subregion, e.revision, e.updated_at,
       array(select a.alias::text
               from partner_aliases a
              where a.partner = e.id
              order by a.position) as aliases
  from partners e
 order by e.id;

-- reads: id text, alpha2 text, numeric text, name text, region text, subregion text, revision integer, updated_at timestamp with time zone, aliases text[]
select e.id, e.alpha2, e.numeric, e.name, e.region, e.subregion, e.revision, e.updated_at,
       array(select a.alias::text
               from partner_aliases a
              where a.partner = e.id
              order by a.position) as aliases
  from partners e
 where e.id = $1;

-- reads: id text, amount public.quantity, parties text[], wholes text[], days daterange, covered daterange, stock boolean, alone text[], key text[], apart text[]
select e.id, e.amount, e.partners as parties, '{}'::text[] as wholes,
         case e.kind when 'flow' then period_days(e.period) end as days,
         case e.kind when 'stock' then daterange(e.stated_from, e.stated_from, '[]') else period_days(e.period) end as covered,
         e.kind = 'stock' as stock,
         array_remove(array[
           case e.kind when 'case' then 'singleCase' when 'plan' then 'plan' end,
           case when coalesce(category, article) is not null then 'partOfFigure' end], null) as alone,
         array[
           case when 'partner' = any ($1::text[]) then e.partners::text end,
           case when 'year' = any ($1::text[]) then
             case e.kind when 'stock' then to_char(e.stated_from, 'YYYY') else period_years(e.period) end
           end,
           category, article,
           case when 'channel' = any ($1::text[]) then e.channel end,
           case when 'measure' = any ($1::text[]) then e.measure end,
           e.channel, e.measure, e.stage, e.kind] as key,
         '{differentChannel,differentMeasure,differentStage,differentKind}'::text[] as apart
    from sales e
    left join unnest(case when 'category' = any ($1::text[]) then e.categories end) as category on true
    left join unnest(case when 'article' = any ($1::text[]) then e.articles end) as article on true;

-- reads: id text, stated_from date, stated_until date, host text, sender text, kind text, category text, count json, asset json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select e.id, e.stated_from, e.stated_until, e.host, e.sender, e.kind, e.category, e.count_json as count,
       case when e.asset_name is not null then json_build_object('name', e.asset_name, 'designation', e.asset_designation) end as asset,
       e.notes, e.revision, e.updated_at, e.citations
  from force_posture e;

-- reads: id text, stated_from date, stated_until date, host text, sender text, kind text, category text, count json, asset json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select e.id, e.stated_from, e.stated_until, e.host, e.sender, e.kind, e.category, e.count_json as count,
       case when e.asset_name is not null then json_build_object('name', e.asset_name, 'designation', e.asset_designation) end as asset,
       e.notes, e.revision, e.updated_at, e.citations
  from force_posture e
 where (e.host = any ($1) or e.sender = any ($1)) and case when $2::date is null then e.stated_until is null
     else e.stated_from <= $2 and (e.stated_until is null or e.stated_until > $2) end
 order by e.id;

-- reads: id text, stated_from date, stated_until date, host text, sender text, kind text, category text, count json, asset json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select e.id, e.stated_from, e.stated_until, e.host, e.sender, e.kind, e.category, e.count_json as count,
       case when e.asset_name is not null then json_build_object('name', e.asset_name, 'designation', e.asset_designation) end as asset,
       e.notes, e.revision, e.updated_at, e.citations
  from force_posture e
 where (e.id, e.stated_from) in (select c.id, c.stated_from
                            from citations c
                            join fact_sheets f on f.id = c.fact_sheet and lower(f.published) = c.stated_from
                           where (c.resource, c.fact_sheet) = ($1, $2))
 order by e.id;

-- reads: id text, stated_from date, stated_until date, host text, sender text, kind text, category text, count json, asset json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select e.id, e.stated_from, e.stated_until, e.host, e.sender, e.kind, e.category, e.count_json as count,
       case when e.asset_name is not null then json_build_object('name', e.asset_name, 'designation', e.asset_designation) end as asset,
       e.notes, e.revision, e.updated_at, e.citations
  from force_posture e
 where e.id = $1 and case when $2::date is null then e.stated_until is null
     else e.stated_from <= $2 and (e.stated_until is null or e.stated_until > $2) end;

-- reads: id text, stated_from date, stated_until date, host text, sender text, kind text, category text, count json, asset json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select e.id, e.stated_from, e.stated_until, e.host, e.sender, e.kind, e.category, e.count_json as count,
       case when e.asset_name is not null then json_build_object('name', e.asset_name, 'designation', e.asset_designation) end as asset,
       e.notes, e.revision, e.updated_at, e.citations
  from force_posture e
 where e.stated_until is null
 order by e.id;

-- reads: id text, stated_from date, stated_until date, name text, kind text, cadence text, since text, format text, format_since text, purpose text, participants json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select e.id, e.stated_from, e.stated_until, e.name, e.kind, e.cadence, written(e.since) as since, e.format,
       written(e.format_since) as format_since, e.purpose, e.participants, e.notes, e.revision, e.updated_at, e.citations
  from exercises e;

-- reads: id text, stated_from date, stated_until date, name text, kind text, cadence text, since text, format text, format_since text, purpose text, participants json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select e.id, e.stated_from, e.stated_until, e.name, e.kind, e.cadence, written(e.since) as since, e.format,
       written(e.format_since) as format_since, e.purpose, e.participants, e.notes, e.revision, e.updated_at, e.citations
  from exercises e
 where (e.id, e.stated_from) in (select c.id, c.stated_from
                            from citations c
                            join fact_sheets f on f.id = c.fact_sheet and lower(f.published) = c.stated_from
                           where (c.resource, c.fact_sheet) = ($1, $2))
 order by e.id;

-- reads: id text, stated_from date, stated_until date, name text, kind text, cadence text, since text, format text, format_since text, purpose text, participants json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select e.id, e.stated_from, e.stated_until, e.name, e.kind, e.cadence, written(e.since) as since, e.format,
       written(e.format_since) as format_since, e.purpose, e.participants, e.notes, e.revision, e.updated_at, e.citations
  from exercises e
 where e.id = $1 and case when $2::date is null then e.stated_until is null
     else e.stated_from <= $2 and (e.stated_until is null or e.stated_until > $2) end;

-- reads: id text, stated_from date, stated_until date, name text, kind text, cadence text, since text, format text, format_since text, purpose text, participants json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select e.id, e.stated_from, e.stated_until, e.name, e.kind, e.cadence, written(e.since) as since, e.format,
       written(e.format_since) as format_since, e.purpose, e.participants, e.notes, e.revision, e.updated_at, e.citations
  from exercises e
 where e.stated_until is null
 order by e.id;

-- reads: id text, stated_from date, stated_until date, name text, kind text, cadence text, since text, format text, format_since text, purpose text, participants json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select e.id, e.stated_from, e.stated_until, e.name, e.kind, e.cadence, written(e.since) as since, e.format,
       written(e.format_since) as format_since, e.purpose, e.participants, e.notes, e.revision, e.updated_at, e.citations
  from exercises e
 where exists (select
          from exercise_participants p
         where (p.id, p.stated_from) = (e.id, e.stated_from) and p.partner = any ($1)) and case when $2::date is null then e.stated_until is null
     else e.stated_from <= $2 and (e.stated_until is null or e.stated_until > $2) end
 order by e.id;

-- reads: id text, stated_from date, stated_until date, name text, kind text, purpose text, dated text, dated_as text, signed text, in_force_since text, covers json, parties text[], notes text[], revision integer, updated_at timestamp with time zone, citations json
select e.id, e.stated_from, e.stated_until, e.name, e.kind, e.purpose, written(e.dated) as dated, e.dated_as,
       written(e.signed) as signed, written(e.in_force_since) as in_force_since, e.covers_json as covers, e.parties, e.notes,
       e.revision, e.updated_at, e.citations
  from agreements e;

-- reads: id text, stated_from date, stated_until date, name text, kind text, purpose text, dated text, dated_as text, signed text, in_force_since text, covers json, parties text[], notes text[], revision integer, updated_at timestamp with time zone, citations json
select e.id, e.stated_from, e.stated_until, e.name, e.kind, e.purpose, written(e.dated) as dated, e.dated_as,
       written(e.signed) as signed, written(e.in_force_since) as in_force_since, e.covers_json as covers, e.parties, e.notes,
       e.revision, e.updated_at, e.citations
  from agreements e
 where (e.id, e.stated_from) in (select c.id, c.stated_from
                            from citations c
                            join fact_sheets f on f.id = c.fact_sheet and lower(f.published) = c.stated_from
                           where (c.resource, c.fact_sheet) = ($1, $2))
 order by e.id;

-- reads: id text, stated_from date, stated_until date, name text, kind text, purpose text, dated text, dated_as text, signed text, in_force_since text, covers json, parties text[], notes text[], revision integer, updated_at timestamp with time zone, citations json
select e.id, e.stated_from, e.stated_until, e.name, e.kind, e.purpose, written(e.dated) as dated, e.dated_as,
       written(e.signed) as signed, written(e.in_force_since) as in_force_since, e.covers_json as covers, e.parties, e.notes,
       e.revision, e.updated_at, e.citations
  from agreements e
 where e.id = $1 and case when $2::date is null then e.stated_until is null
     else e.stated_from <= $2 and (e.stated_until is null or e.stated_until > $2) end;

-- reads: id text, stated_from date, stated_until date, name text, kind text, purpose text, dated text, dated_as text, signed text, in_force_since text, covers json, parties text[], notes text[], revision integer, updated_at timestamp with time zone, citations json
select e.id, e.stated_from, e.stated_until, e.name, e.kind, e.purpose, written(e.dated) as dated, e.dated_as,
       written(e.signed) as signed, written(e.in_force_since) as in_force_since, e.covers_json as covers, e.parties, e.notes,
       e.revision, e.updated_at, e.citations
  from agreements e
 where e.stated_until is null
 order by e.id;

-- reads: id text, stated_from date, stated_until date, name text, kind text, purpose text, dated text, dated_as text, signed text, in_force_since text, covers json, parties text[], notes text[], revision integer, updated_at timestamp with time zone, citations json
select e.id, e.stated_from, e.stated_until, e.name, e.kind, e.purpose, written(e.dated) as dated, e.dated_as,
       written(e.signed) as signed, written(e.in_force_since) as in_force_since, e.covers_json as covers, e.parties, e.notes,
       e.revision, e.updated_at, e.citations
  from agreements e
 where exists (select
          from agreement_parties p
         where (p.id, p.stated_from) = (e.id, e.stated_from) and p.partner = any ($1)) and case when $2::date is null then e.stated_until is null
     else e.stated_from <= $2 and (e.stated_until is null or e.stated_until > $2) end
 order by e.id;

-- reads: id text, stated_from date, stated_until date, partners text[], measure text, stage text, kind text, amount json, period json, articles json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select e.id, e.stated_from, e.stated_until, e.partners, e.measure, e.stage, e.kind, e.amount_json as amount,
       e.period_json as period, e.articles, e.notes, e.revision, e.updated_at, e.citations
  from fms_sales e;

-- reads: id text, stated_from date, stated_until date, partners text[], measure text, stage text, kind text, amount json, period json, articles json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select e.id, e.stated_from, e.stated_until, e.partners, e.measure, e.stage, e.kind, e.amount_json as amount,
       e.period_json as period, e.articles, e.notes, e.revision, e.updated_at, e.citations
  from fms_sales e
 where (e.id, e.stated_from) in (select c.id, c.stated_from
                            from citations c
                            join fact_sheets f on f.id = c.fact_sheet and lower(f.published) = c.stated_from
                           where (c.resource, c.fact_sheet) = ($1, $2))
 order by e.id;

-- reads: id text, stated_from date, stated_until date, partners text[], measure text, stage text, kind text, amount json, period json, articles json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select e.id, e.stated_from, e.stated_until, e.partners, e.measure, e.stage, e.kind, e.amount_json as amount,
       e.period_json as period, e.articles, e.notes, e.revision, e.updated_at, e.citations
  from fms_sales e
 where e.id = $1 and case when $2::date is null then e.stated_until is null
     else e.stated_from <= $2 and (e.stated_until is null or e.stated_until > $2) end;

-- reads: id text, stated_from date, stated_until date, partners text[], measure text, stage text, kind text, amount json, period json, articles json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select e.id, e.stated_from, e.stated_until, e.partners, e.measure, e.stage, e.kind, e.amount_json as amount,
       e.period_json as period, e.articles, e.notes, e.revision, e.updated_at, e.citations
  from fms_sales e
 where e.stated_until is null
 order by e.id;

-- reads: id text, stated_from date, stated_until date, partners text[], measure text, stage text, kind text, amount json, period json, articles json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select e.id, e.stated_from, e.stated_until, e.partners, e.measure, e.stage, e.kind, e.amount_json as amount,
       e.period_json as period, e.articles, e.notes, e.revision, e.updated_at, e.citations
  from fms_sales e
 where exists (select
          from fms_partners p
         where (p.id, p.stated_from) = (e.id, e.stated_from) and p.partner = any ($1)) and case when $2::date is null then e.stated_until is null
     else e.stated_from <= $2 and (e.stated_until is null or e.stated_until > $2) end
 order by e.id;

-- reads: id text, stated_from date, stated_until date, partners text[], measure text, stage text, kind text, amount json, period json, categories json, articles json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select e.id, e.stated_from, e.stated_until, e.partners, e.measure, e.stage, e.kind, e.amount_json as amount,
       e.period_json as period, e.categories, e.articles, e.notes, e.revision, e.updated_at, e.citations
  from dcs_sales e;

-- reads: id text, stated_from date, stated_until date, partners text[], measure text, stage text, kind text, amount json, period json, categories json, articles json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select e.id, e.stated_from, e.stated_until, e.partners, e.measure, e.stage, e.kind, e.amount_json as amount,
       e.period_json as period, e.categories, e.articles, e.notes, e.revision, e.updated_at, e.citations
  from dcs_sales e
 where (e.id, e.stated_from) in (select c.id, c.stated_from
                            from citations c
                            join fact_sheets f on f.id = c.fact_sheet and lower(f.published) = c.stated_from
                           where (c.resource, c.fact_sheet) = ($1, $2))
 order by e.id;

-- reads: id text, stated_from date, stated_until date, partners text[], measure text, stage text, kind text, amount json, period json, categories json, articles json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select e.id, e.stated_from, e.stated_until, e.partners, e.measure, e.stage, e.kind, e.amount_json as amount,
       e.period_json as period, e.categories, e.articles, e.notes, e.revision, e.updated_at, e.citations
  from dcs_sales e
 where e.id = $1 and case when $2::date is null then e.stated_until is null
     else e.stated_from <= $2 and (e.stated_until is null or e.stated_until > $2) end;

-- reads: id text, stated_from date, stated_until date, partners text[], measure text, stage text, kind text, amount json, period json, categories json, articles json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select e.id, e.stated_from, e.stated_until, e.partners, e.measure, e.stage, e.kind, e.amount_json as amount,
       e.period_json as period, e.categories, e.articles, e.notes, e.revision, e.updated_at, e.citations
  from dcs_sales e
 where e.stated_until is null
 order by e.id;

-- reads: id text, stated_from date, stated_until date, partners text[], measure text, stage text, kind text, amount json, period json, categories json, articles json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select e.id, e.stated_from, e.stated_until, e.partners, e.measure, e.stage, e.kind, e.amount_json as amount,
       e.period_json as period, e.categories, e.articles, e.notes, e.revision, e.updated_at, e.citations
  from dcs_sales e
 where exists (select
          from dcs_partners p
         where (p.id, p.stated_from) = (e.id, e.stated_from) and p.partner = any ($1)) and case when $2::date is null then e.stated_until is null
     else e.stated_from <= $2 and (e.stated_until is null or e.stated_until > $2) end
 order by e.id;

-- reads: id text, stated_from date, stated_until date, partners text[], name text, kind text, program text, focus_areas text[], counterparts json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select e.id, e.stated_from, e.stated_until, e.partners, e.name, e.kind, e.program, e.focus_areas, e.counterparts, e.notes,
       e.revision, e.updated_at, e.citations
  from peacekeeping e;

-- reads: id text, stated_from date, stated_until date, partners text[], name text, kind text, program text, focus_areas text[], counterparts json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select e.id, e.stated_from, e.stated_until, e.partners, e.name, e.kind, e.program, e.focus_areas, e.counterparts, e.notes,
       e.revision, e.updated_at, e.citations
  from peacekeeping e
 where (e.id, e.stated_from) in (select c.id, c.stated_from
                            from citations c
                            join fact_sheets f on f.id = c.fact_sheet and lower(f.published) = c.stated_from
                           where (c.resource, c.fact_sheet) = ($1, $2))
 order by e.id;

-- reads: id text, stated_from date, stated_until date, partners text[], name text, kind text, program text, focus_areas text[], counterparts json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select e.id, e.stated_from, e.stated_until, e.partners, e.name, e.kind, e.program, e.focus_areas, e.counterparts, e.notes,
       e.revision, e.updated_at, e.citations
  from peacekeeping e
 where e.id = $1 and case when $2::date is null then e.stated_until is null
     else e.stated_from <= $2 and (e.stated_until is null or e.stated_until > $2) end;

-- reads: id text, stated_from date, stated_until date, partners text[], name text, kind text, program text, focus_areas text[], counterparts json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select e.id, e.stated_from, e.stated_until, e.partners, e.name, e.kind, e.program, e.focus_areas, e.counterparts, e.notes,
       e.revision, e.updated_at, e.citations
  from peacekeeping e
 where e.stated_until is null
 order by e.id;

-- reads: id text, stated_from date, stated_until date, partners text[], name text, kind text, program text, focus_areas text[], counterparts json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select e.id, e.stated_from, e.stated_until, e.partners, e.name, e.kind, e.program, e.focus_areas, e.counterparts, e.notes,
       e.revision, e.updated_at, e.citations
  from peacekeeping e
 where exists (select
          from peacekeeping_partners p
         where (p.id, p.stated_from) = (e.id, e.stated_from) and p.partner = any ($1)) and case when $2::date is null then e.stated_until is null
     else e.stated_from <= $2 and (e.stated_until is null or e.stated_until > $2) end
 order by e.id;

-- reads: id text, stated_from date, stated_until date, partners text[], program text, direction text, amount json, basis text, stage text, period json, part_of text, articles json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select e.id, e.stated_from, e.stated_until, e.partners, e.program, e.direction, e.amount_json as amount, e.basis, e.stage,
       e.period_json as period, e.part_of, e.articles, e.notes, e.revision, e.updated_at, e.citations
  from assistance e;

-- reads: id text, stated_from date, stated_until date, partners text[], program text, direction text, amount json, basis text, stage text, period json, part_of text, articles json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select e.id, e.stated_from, e.stated_until, e.partners, e.program, e.direction, e.amount_json as amount, e.basis, e.stage,
       e.period_json as period, e.part_of, e.articles, e.notes, e.revision, e.updated_at, e.citations
  from assistance e
 where (e.id, e.stated_from) in (select c.id, c.stated_from
                            from citations c
                            join fact_sheets f on f.id = c.fact_sheet and lower(f.published) = c.stated_from
                           where (c.resource, c.fact_sheet) = ($1, $2))
 order by e.id;

-- reads: id text, stated_from date, stated_until date, partners text[], program text, direction text, amount json, basis text, stage text, period json, part_of text, articles json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select e.id, e.stated_from, e.stated_until, e.partners, e.program, e.direction, e.amount_json as amount, e.basis, e.stage,
       e.period_json as period, e.part_of, e.articles, e.notes, e.revision, e.updated_at, e.citations
  from assistance e
 where e.id = $1 and case when $2::date is null then e.stated_until is null
     else e.stated_from <= $2 and (e.stated_until is null or e.stated_until > $2) end;

-- reads: id text, stated_from date, stated_until date, partners text[], program text, direction text, amount json, basis text, stage text, period json, part_of text, articles json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select e.id, e.stated_from, e.stated_until, e.partners, e.program, e.direction, e.amount_json as amount, e.basis, e.stage,
       e.period_json as period, e.part_of, e.articles, e.notes, e.revision, e.updated_at, e.citations
  from assistance e
 where e.stated_until is null
 order by e.id;

-- reads: id text, stated_from date, stated_until date, partners text[], program text, direction text, amount json, basis text, stage text, period json, part_of text, articles json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select e.id, e.stated_from, e.stated_until, e.partners, e.program, e.direction, e.amount_json as amount, e.basis, e.stage,
       e.period_json as period, e.part_of, e.articles, e.notes, e.revision, e.updated_at, e.citations
  from assistance e
 where exists (select
          from assistance_partners p
         where (p.id, p.stated_from) = (e.id, e.stated_from) and p.partner = any ($1)) and case when $2::date is null then e.stated_until is null
     else e.stated_from <= $2 and (e.stated_until is null or e.stated_until > $2) end
 order by e.id;

-- reads: id text, stated_from date, stated_until date, title text, parties text[], concerns json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select e.id, e.stated_from, e.stated_until, e.title, e.parties, e.concerns, e.notes, e.revision, e.updated_at, e.citations
  from objectives e;

-- reads: id text, stated_from date, stated_until date, title text, parties text[], concerns json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select e.id, e.stated_from, e.stated_until, e.title, e.parties, e.concerns, e.notes, e.revision, e.updated_at, e.citations
  from objectives e
 where (e.id, e.stated_from) in (select c.id, c.stated_from
                            from citations c
                            join fact_sheets f on f.id = c.fact_sheet and lower(f.published) = c.stated_from
                           where (c.resource, c.fact_sheet) = ($1, $2))
 order by e.id;

-- reads: id text, stated_from date, stated_until date, title text, parties text[], concerns json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select e.id, e.stated_from, e.stated_until, e.title, e.parties, e.concerns, e.notes, e.revision, e.updated_at, e.citations
  from objectives e
 where e.id = $1 and case when $2::date is null then e.stated_until is null
     else e.stated_from <= $2 and (e.stated_until is null or e.stated_until > $2) end;

-- reads: id text, stated_from date, stated_until date, title text, parties text[], concerns json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select e.id, e.stated_from, e.stated_until, e.title, e.parties, e.concerns, e.notes, e.revision, e.updated_at, e.citations
  from objectives e
 where e.stated_until is null
 order by e.id;

-- reads: id text, stated_from date, stated_until date, title text, parties text[], concerns json, notes text[], revision integer, updated_at timestamp with time zone, citations json
select e.id, e.stated_from, e.stated_until, e.title, e.parties, e.concerns, e.notes, e.revision, e.updated_at, e.citations
  from objectives e
 where exists (select
          from objective_parties p
         where (p.id, p.stated_from) = (e.id, e.stated_from) and p.partner = any ($1)) and case when $2::date is null then e.stated_until is null
     else e.stated_from <= $2 and (e.stated_until is null or e.stated_until > $2) end
 order by e.id;

-- reads: id text, title text, publisher text, bureau text, published text, published_basis text, partners text[], contacts json, source_url text, sha256 text, text_read text, notes text[], revision integer, updated_at timestamp with time zone
select e.id, e.title, e.publisher, e.bureau, written(e.published) as published, e.published_basis,
       array(select p.partner::text
               from fact_sheet_partners p
              where p.fact_sheet = e.id
              order by p.position) as partners,
       json_build_object('office', e.office, 'email', e.email, 'socialHandle', e.social_handle) as contacts,
       e.source_url, e.sha256, e.text_read, e.notes, e.revision, e.updated_at
  from fact_sheets e;

-- reads: id text, title text, publisher text, bureau text, published text, published_basis text, partners text[], contacts json, source_url text, sha256 text, text_read text, notes text[], revision integer, updated_at timestamp with time zone
select e.id, e.title, e.publisher, e.bureau, written(e.published) as published, e.published_basis,
       array(select p.partner::text
               from fact_sheet_partners p
              where p.fact_sheet = e.id
              order by p.position) as partners,
       json_build_object('office', e.office, 'email', e.email, 'socialHandle', e.social_handle) as contacts,
       e.source_url, e.sha256, e.text_read, e.notes, e.revision, e.updated_at
  from fact_sheets e
 order by e.id;

-- reads: id text, title text, publisher text, bureau text, published text, published_basis text, partners text[], contacts json, source_url text, sha256 text, text_read text, notes text[], revision integer, updated_at timestamp with time zone
select e.id, e.title, e.publisher, e.bureau, written(e.published) as published, e.published_basis,
       array(select p.partner::text
               from fact_sheet_partners p
              where p.fact_sheet = e.id
              order by p.position) as partners,
       json_build_object('office', e.office, 'email', e.email, 'socialHandle', e.social_handle) as contacts,
       e.source_url, e.sha256, e.text_read, e.notes, e.revision, e.updated_at
  from fact_sheets e
 where e.id = $1;

-- reads: id text, title text, publisher text, bureau text, published text, published_basis text, partners text[], contacts json, source_url text, sha256 text, text_read text, notes text[], revision integer, updated_at timestamp with time zone
select e.id, e.title, e.publisher, e.bureau, written(e.published) as published, e.published_basis,
       array(select p.partner::text
               from fact_sheet_partners p
              where p.fact_sheet = e.id
              order by p.position) as partners,
       json_build_object('office', e.office, 'email', e.email, 'socialHandle', e.social_handle) as contacts,
       e.source_url, e.sha256, e.text_read, e.notes, e.revision, e.updated_at
  from fact_sheets e
 where exists (select
          from fact_sheet_partners p
         where p.fact_sheet = e.id and p.partner = any ($1)) and ($2::date is null or lower(e.published) <= $2)
 order by lower(e.published), e.id;

-- reads: id text, title text, publisher text, bureau text, published text, published_basis text, partners text[], contacts json, source_url text, sha256 text, text_read text, notes text[], revision integer, updated_at timestamp with time zone
select e.id, e.title, e.publisher, e.bureau, written(e.published) as published, e.published_basis,
       array(select p.partner::text
               from fact_sheet_partners p
              where p.fact_sheet = e.id
              order by p.position) as partners,
       json_build_object('office', e.office, 'email', e.email, 'socialHandle', e.social_handle) as contacts,
       e.source_url, e.sha256, e.text_read, e.notes, e.revision, e.updated_at
  from fact_sheets e
 where lower(e.published) > $1::date
   and array(select p.partner::text from fact_sheet_partners p where p.fact_sheet = e.id order by p.partner) = $2::text[]
   and ($2::text[] <> '{}' or fold(e.title) = fold($3::text))
 order by lower(e.published) desc, e.id desc
 limit 1;

-- reads: id text, title text, stated_from date, revision integer, is_sheet boolean, sheet_title text, publisher text, bureau text, published text, published_basis text, text_read text, source_url text, paragraphs integer[]
select e.id, e.title, e.stated_from, e.revision, e.resource = 'fact-sheets' as is_sheet,
       f.title as sheet_title, f.publisher, f.bureau, written(f.published) as published, f.published_basis, f.text_read, f.source_url,
       coalesce(array_agg(distinct c.paragraph::int order by c.paragraph::int) filter (where c.paragraph is not null), '{}') as paragraphs
  from entries e
  left join citations c on (c.resource, c.id, c.stated_from) = (e.resource, e.id, e.stated_from)
  join fact_sheets f on f.id = coalesce(c.fact_sheet, e.id)
 where e.resource = $1 and e.id = $2 and case when $3::date is null then e.stated_until is null
     else e.stated_from <= $3 and (e.stated_until is null or e.stated_until > $3) end
 group by e.id, e.title, e.stated_from, e.revision, e.resource, f.id
 order by lower(f.published), f.id;

-- reads: kind text, path text, resource text, id text, before json, after json, citations_before json, citations_after json
select e.kind, e.path, e.resource, e.id, e.before, e.after, e.citations_before, e.citations_after
  from (select r.resource, r.id, earlier.stated_from as before, later.stated_from as after
          from (select distinct i.resource, i.id
                  from involvements i
                 where i.partner = any ($1::text[]) and i.resource <> 'fact-sheets'
                   and ((i.stated_from <= $2::date and (i.stated_until is null or i.stated_until > $2::date))
                     or (i.stated_from <= $3::date and (i.stated_until is null or i.stated_until > $3::date)))) r
          left join entries earlier on (earlier.resource, earlier.id) = (r.resource, r.id)
            and earlier.stated_from <= $2::date and (earlier.stated_until is null or earlier.stated_until > $2::date)
          left join entries later on (later.resource, later.id) = (r.resource, r.id)
            and later.stated_from <= $3::date and (later.stated_until is null or later.stated_until > $3::date)
         where earlier.stated_from is distinct from later.stated_from) p
  left join documents b on (b.resource, b.id, b.stated_from) = (p.resource, p.id, p.before)
  left join documents a on (a.resource, a.id, a.stated_from) = (p.resource, p.id, p.after)
 cross join lateral differences(p.resource, p.id, b.document, a.document) e;

-- reads: kind text, path text, resource text, id text, before json, after json, citations_before json, citations_after json
select e.kind, e.path, e.resource, e.id, e.before, e.after, e.citations_before, e.citations_after
  from (select resource, id, earlier.stated_from as before, later.stated_from as after
          from (select distinct on (c.resource, c.id) c.resource, c.id, c.stated_from
                  from citations c
                 where c.fact_sheet = $1::text and c.stated_from <= stated_from($1::text)
                 order by c.resource, c.id, c.stated_from desc) earlier
          full join (select distinct on (c.resource, c.id) c.resource, c.id, c.stated_from
                       from citations c
                      where c.fact_sheet = $2::text and c.stated_from <= stated_from($2::text)
                      order by c.resource, c.id, c.stated_from desc) later using (resource, id)) p
  left join documents b on (b.resource, b.id, b.stated_from) = (p.resource, p.id, p.before)
  left join documents a on (a.resource, a.id, a.stated_from) = (p.resource, p.id, p.after)
 cross join lateral differences(p.resource, p.id, b.document, a.document) e;

-- reads: paragraph smallint, as_stated text, resource text, id text, title text, figure json, url text
select e.paragraph, e.as_stated, e.resource, e.id, e.title, quantity_json(e.figure) as figure,
       concat('/', e.resource, '/', e.id, '?asOf=', e.stated_from) as url
  from facts e;

-- reads: partner text, name text, resource text, records bigint, editions bigint, standing bigint, first_stated date, last_stated date, url text
select e.partner, p.name, e.resource, e.records, e.editions, e.standing, e.first_stated, e.last_stated,
       concat('/', e.resource, '?partner=', e.partner) as url
  from partner_coverage e
  join partners p on p.id = e.partner;

-- reads: resource text, id text, title text, highlight json, rank double precision, match text, stated_from date, stated_until date, partners text[], url text
select e.resource, e.id, (select n.title
   from entries n
  where (n.resource, n.id) = (e.resource, e.id) and n.stated_from is not distinct from nullif(e.stated_from, '-infinity')) as title, json_build_object('field', e.field, 'text', e.text,
  'asked', (select json_agg(fold(asked)) from unnest($1::text[]) asked),
  'words', (select json_agg(json_build_object('text', w.word, 'folded', fold(w.word),
                     'isAsked', tsvector_to_array(stems(w.word))
                       && tsvector_to_array(to_tsvector('english', plain(array_to_string($1::text[], ' '))))) order by w.place)
              from regexp_split_to_table(e.text, '[\s!-&(-\-/:-@\[-`{-~\u2010-\u2015\u2212“”«»]+') with ordinality w (word, place)
             where w.word <> '')) as highlight, e.rank::float8 as rank, $2::text as match, nullif(e.stated_from, '-infinity') as stated_from, e.stated_until,
       array(select i.partner
        from involvements i
       where (i.resource, i.id, i.stated_from) = (e.resource, e.id, e.stated_from)
      union
      select e.id where e.resource = 'partners'
       order by 1) as partners,
       concat('/', e.resource, '/', e.id,
              case when e.resource not in ('partners', 'fact-sheets') then '?asOf=' || $3::date end) as url
  from found($4::int[], $1::text[], $5::float8[], $3::date) e;

-- reads: resource text, measure text, stage text, kind text, period json, basis text, direction text, cells json
select e.resource, e.measure, e.stage, e.kind, period_json(e.period) as period, e.basis, e.direction, e.cells
  from (with found as materialized (select a.partner, e.*, period_days(e.period) as days,
               case when period_days(e.period) is null and coalesce(e.kind, 'flow') = 'flow' then e.id else '-' end as apart
          from unnest($1::text[]) a (partner)
          join involvements i on i.partner = a.partner and i.resource = $2::text
          join figures e on (e.resource, e.id, e.stated_from) = (i.resource, i.id, i.stated_from)
         where e.measure = $3::text and a.partner = any (e.partners)
           and case when $4::date is null then e.stated_until is null
     else e.stated_from <= $4 and (e.stated_until is null or e.stated_until > $4) end),
        alike as (
          select f.resource, f.measure, f.stage, f.kind, f.basis, f.direction, f.days, f.apart, (array_agg(f.period order by f.id))[1] as period
            from found f
           group by f.resource, f.measure, f.stage, f.kind, f.basis, f.direction, f.days, f.apart)
        select r.*, concat_ws(' ', coalesce(r.stage, '-'), coalesce(r.kind, '-'), coalesce(r.basis, '-'), coalesce(r.direction, '-'),
                              coalesce(r.days::text, '-'), r.apart) as place,
               (select json_agg(json_build_object('partner', a.partner,
                        'figures', (
                          select coalesce(json_agg(json_build_object(
                                   'id', f.id, 'url', concat('/', f.resource, '/', f.id, '?asOf=', f.stated_from),
                                   'amount', quantity_json(f.amount), 'partners', case when cardinality(f.partners) > 1 then f.partners end,
                                   'statedFrom', f.stated_from, 'citations', citations_json(f.resource, f.id, f.stated_from)) order by f.id), '[]')
                            from found f
                           where f.partner = a.partner and (f.stage, f.kind, f.basis, f.direction, f.days, f.apart)
                             is not distinct from (r.stage, r.kind, r.basis, r.direction, r.days, r.apart)),
                        'others', (
                          select coalesce(json_agg(json_build_object('id', f.id, 'period', period_json(f.period)) order by f.id), '[]')
                            from found f
                           where f.partner = a.partner and (f.stage, f.kind, f.basis, f.direction)
                             is not distinct from (r.stage, r.kind, r.basis, r.direction))) order by a.place)
                  from unnest($1::text[]) with ordinality a (partner, place)) as cells
          from alike r) e;

-- reads: end_write void
select end_write($1);

-- reads: exists boolean
select exists (select
                 from writes w
                where w.position = $1 and position_mark(w.at) = $2
                  and ($3 = 0 or exists (select from changes c where (c.write, c.n) = (w.id, $3))));

-- reads: id text, published text, published_basis text, text_read text, drops boolean, lacks boolean
select f.id, written(f.published) as published, f.published_basis, f.text_read,
       bool_or(stated.since and e.kind = 'dropped') as drops, bool_or(not stated.since and e.kind = 'new') as lacks
  from (select r.resource, r.id, earlier.stated_from as before, later.stated_from as after
          from (select distinct i.resource, i.id
                  from involvements i
                 where i.partner = any ($1::text[]) and i.resource <> 'fact-sheets'
                   and ((i.stated_from <= $2::date and (i.stated_until is null or i.stated_until > $2::date))
                     or (i.stated_from <= $3::date and (i.stated_until is null or i.stated_until > $3::date)))) r
          left join entries earlier on (earlier.resource, earlier.id) = (r.resource, r.id)
            and earlier.stated_from <= $2::date and (earlier.stated_until is null or earlier.stated_until > $2::date)
          left join entries later on (later.resource, later.id) = (r.resource, r.id)
            and later.stated_from <= $3::date and (later.stated_until is null or later.stated_until > $3::date)
         where earlier.stated_from is distinct from later.stated_from) p
  left join documents b on (b.resource, b.id, b.stated_from) = (p.resource, p.id, p.before)
  left join documents a on (a.resource, a.id, a.stated_from) = (p.resource, p.id, p.after)
 cross join lateral differences(p.resource, p.id, b.document, a.document) e
 cross join lateral (
       select c.citation ->> 'factSheet', false from json_array_elements(e.citations_before) c (citation)
       union
       select c.citation ->> 'factSheet', true from json_array_elements(e.citations_after) c (citation)) stated (by, since)
  join fact_sheets f on f.id = stated.by
 where e.kind <> 'restated' and ($4::text[] is null or e.resource = any ($4))
 group by f.id
 order by lower(f.published), f.id;

-- reads: line bigint, pointer text, code text, detail text, near text[]
select f.line, f.pointer, f.code, f.detail, f.near
  from reference_faults($1, staged_of($2::jsonb[])) f
 order by f.line, f.pointer;

-- reads: line bigint, pointer text, code text, detail text, near text[]
select f.line, f.pointer, f.code, f.detail, f.near from faults_between($1, $2, $3) f;

-- reads: fold text
select fold($1);

-- reads: id uuid, resource text, who text, state text, started_at timestamp with time zone, finished_at timestamp with time zone, bytes_read bigint, rows_read bigint, rows_written bigint, rows_per_second bigint, detail text, report json
select i.id, i.resource, i.who,
       case when i.state = 'running' and i.seen_at < now() - interval '30 seconds' then 'interrupted' else i.state end as state,
       i.started_at, i.finished_at, i.bytes_read, i.rows_read, i.rows_written, i.rows_per_second, i.detail, i.report
  from imports i
 where i.id = $1;

-- reads: index_staged void, lock_resource void
select index_staged(), lock_resource($1);

-- reads: id text, name text, role text, created_at timestamp with time zone, expires_at timestamp with time zone, revoked_at timestamp with time zone, last_used_at timestamp with time zone, state text
select k.id, k.name, k.role, k.created_at, k.expires_at, k.revoked_at, k.last_used_at,
       case when k.revoked_at is not null then 'revoked' when k.expires_at <= now() then 'expired' else 'active' end as state
  from keys k
 order by k.created_at, k.id;

-- reads: id text, name text, role text, created_at timestamp with time zone, expires_at timestamp with time zone, revoked_at timestamp with time zone, last_used_at timestamp with time zone, state text, hash bytea
select k.id, k.name, k.role, k.created_at, k.expires_at, k.revoked_at, k.last_used_at,
       case when k.revoked_at is not null then 'revoked' when k.expires_at <= now() then 'expired' else 'active' end as state, k.hash
  from keys k
 where k.hash = $1;

-- reads: lock_record void
select lock_record($1, $2);

-- reads: lock_resource void
select lock_resource($1);

-- reads: first date, covered bigint
select min(c.first_stated) filter (where c.resource = any ($1::text[])) as first, count(*) as covered
  from partner_coverage c
 where c.partner = any ($2::text[]);

-- reads: first date, covered bigint
select min(e.stated_from) as first, 0::bigint as covered
  from entries e
 where e.resource = any ($1::text[]);

-- reads: first date, last date, editions bigint, is_over boolean
select min(e.stated_from) as first, max(e.stated_until) as last, count(*) as editions,
       bool_and(coalesce(e.stated_until <= coalesce($1::date, current_date), false)) as is_over
  from entries e
 where e.resource = $2 and e.id = $3;

-- reads: place integer, word text, near text
select n.place, n.word, n.near from near_words($1::text, $2::date) n;

-- reads: near_ids text[]
select near_ids($1, $2);

-- reads: number_writes bigint
select number_writes();

-- reads: facets json, resources text[]
select o.facets, o.resources
  from (with hits as materialized (
          select e.resource, e.id, e.stated_from,
                 ($1::text[] is null or e.resource = any ($1))
                 and ($2::text[] is null or array(select i.partner
        from involvements i
       where (i.resource, i.id, i.stated_from) = (e.resource, e.id, e.stated_from)
      union
      select e.id where e.resource = 'partners'
       order by 1) && $2::text[]) as is_asked
            from found($3::int[], $4::text[], $5::float8[], $6::date) e),
        parts as (
          select h.resource, h.id, i.partner
            from hits h
           cross join lateral (
             select i.partner
               from involvements i
              where (i.resource, i.id, i.stated_from) = (h.resource, h.id, h.stated_from)
             offset 0) i
           where h.is_asked
          union
          select h.resource, h.id, h.id from hits h where h.is_asked and h.resource = 'partners')
        select json_build_object(
                 'resource', (select coalesce(json_agg(json_build_object('value', f.resource, 'count', f.count)
                                                order by f.count desc, f.resource), '[]')
                                from (select h.resource, count(*) from hits h where h.is_asked group by h.resource) f),
                 'partner', (select coalesce(json_agg(json_build_object('value', f.partner, 'count', f.count)
                                               order by f.count desc, f.partner), '[]')
                               from (select p.partner, count(*) from parts p group by p.partner) f)) as facets,
               array(select distinct h.resource from hits h order by 1) as resources) o;

-- reads: pg_advisory_lock void
select pg_advisory_lock($1);

-- reads: pg_notify void
select pg_notify('cooperation_changes', '');

-- reads: line bigint, first bigint, id text, repeated bigint
select r.line, r.first, r.id, r.repeated from drop_repeated($1) r;

-- reads: line bigint, id text, stated_from date
select s.line, s.id, s.stated_from from staged_at($1) s;

-- reads: partner text, name text, spelling text
select s.partner, p.name, s.spelling
  from partner_spellings s
  join partners p on p.id = s.partner
 order by s.partner;

-- reads: spelling text, partner text
select s.spelling, s.partner
  from partner_spellings s;

-- reads: set_config text, set_config text
select set_config('lock_timeout', '10s', true), set_config('idle_in_transaction_session_timeout', '10s', true);

-- reads: ?column? boolean
select to_regclass('public.schema_versions') is not null;

-- reads: op text
select w.op from write_rows($1, staged_of($2::jsonb[]), $3::bigint, $4) w order by w.line;

-- reads: op text, rows bigint, lines bigint[]
select w.op, w.rows, w.lines from write_between($1, $2, $3, $4::bigint, $5, $6, $7) w;

-- reads: reason text
select w.reason
  from withdrawals w
 where (w.resource, w.id) = ($1, $2) and ($3::date is null or $3 >= w.at::date);

-- reads: withdraw void
select withdraw($1, $2, begin_write($3, $4), $4);

-- reads: write_row text
select write_row($1, row(1, $2, $3::date, $4::jsonb)::staged, $5, $6::text, $7);

-- reads: date text, until text, event text, resource text, id text, title text, partners text[], detail text, stated_from date, url text
select written(e.date) as date, written(e.until) as until, e.event, e.resource, e.id, e.title, e.partners, e.detail,
       e.stated_from,
       concat('/', e.resource, '/', e.id, case when e.resource <> 'fact-sheets' then '?asOf=' || $1::date end) as url
  from events e;

-- reads: written_place text
select written_place(w.position, coalesce((select max(c.n) from changes c where c.write = w.id), 0), w.at)
  from writes w
 where w.position is not null
 order by w.position desc
 limit 1;

-- reads: 
update idempotent_answers
   set (status, location, etag, body) = ($1, $2, $3, $4)
 where (caller, idempotency_key) = ($5, $6);

-- reads: 
update imports
   set (seen_at, bytes_read, rows_read, rows_written, rows_per_second) = (now(), $1, $2, $3, $4)
 where id = $5 and state = 'running';

-- reads: 
update imports
   set (state, finished_at, seen_at, bytes_read, rows_read, rows_written, rows_per_second, detail, report)
     = ($1, clock_timestamp(), clock_timestamp(), $2, $3, $4, $5, $6, $7::json)
 where id = $8;

-- reads: 
update keys
   set last_used_at = greatest(last_used_at, $1)
 where id = $2;

-- reads: id text, name text, role text, created_at timestamp with time zone, expires_at timestamp with time zone, revoked_at timestamp with time zone, last_used_at timestamp with time zone, state text
update keys k
   set revoked_at = coalesce(k.revoked_at, now())
 where k.id = $1
returning k.id, k.name, k.role, k.created_at, k.expires_at, k.revoked_at, k.last_used_at,
       case when k.revoked_at is not null then 'revoked' when k.expires_at <= now() then 'expired' else 'active' end as state;

-- reads: id text, amount public.quantity, parties text[], wholes text[], days daterange, covered daterange, stock boolean, alone text[], key text[], apart text[]
with recursive parts (id, whole, step) as (
  select e.id, e.part_of, 1
    from assistance e
   where e.part_of is not null and case when $1::date is null then e.stated_until is null
     else e.stated_from <= $1 and (e.stated_until is null or e.stated_until > $1) end
  union
  select p.id, e.part_of, p.step + 1
    from parts p
    join assistance e on e.id = p.whole
   where e.part_of is not null and p.step < 20)
select e.id::text as id, e.amount, b.partners as parties, coalesce(w.wholes, '{}') as wholes,
         period_days(e.period) as days, period_days(e.period) as covered, false as stock,
         array_remove(array[case e.basis when 'perYear' then 'yearlyRate' end], null) as alone,
         array[
           case when 'partner' = any ($2::text[]) then b.partners::text end,
           case when 'year' = any ($2::text[]) then period_years(e.period) end,
           case when 'program' = any ($2::text[]) then e.program end,
           case when 'direction' = any ($2::text[]) then e.direction end,
           e.program, e.direction, e.basis, e.stage] as key,
         '{differentProgram,differentDirection,differentBasis,differentStage}'::text[] as apart
    from assistance e
   cross join lateral (
     select array(select p.partner::text
                    from assistance_partners p
                   where (p.id, p.stated_from) = (e.id, e.stated_from)
                   order by p.partner) as partners) b
    left join (select p.id, array_agg(p.whole::text) as wholes from parts p group by p.id) w on w.id = e.id;

-- reads: scanned bigint, place text, position text, at timestamp with time zone, who text, op text, resource text, id text, stated_from date, before json, after json, reason text
with scanned as materialized (
  select w.write, w.position, coalesce(c.n, w.past) as n, coalesce(c.is_asked, false) as is_asked
    from (select s.id as write, s.position, case when s.position = $1 then $2 else 0 end as past
            from writes s
           where s.position >= $1
           order by s.position
           limit $3) w
    left join lateral (
         select t.n, ($4::text[] is null or t.resource = any ($4))
                     and ($5::text[] is null or t.partners && $5) as is_asked
           from changes t
          where t.write = w.write and t.n > w.past
          order by t.n
          limit $3) c on true
   order by w.position, c.n
   limit $3)
select a.scanned, (select written_place(o.position, a.place[2], o.at) from writes o where o.position = a.place[1]) as place,
       written_place(f.position, f.n, w.at) as position, w.at, w.who, c.op, c.resource, c.id, c.stated_from, c.before, c.after, w.reason
  from (select count(*) as scanned, max(array[s.position, s.n]) as place from scanned s) a
  left join (select s.write, s.position, s.n
               from scanned s
              where s.is_asked
              order by s.position, s.n
              limit $6) f on true
  left join writes w on w.id = f.write
  left join changes c on (c.write, c.n) = (f.write, f.n)
 order by f.position, f.n;
