create or replace function document(e fms_sales) returns json
  language plpgsql stable parallel safe as $$
begin
  return json_build_object(
    'id', e.id, 'partners', e.partners,
    'measure', e.measure, 'stage', e.stage, 'kind', e.kind, 'amount', e.amount_json, 'period', e.period_json,
    'articles', e.articles,
    'statedFrom', e.stated_from, 'statedUntil', e.stated_until,
    'citations', e.citations,
    'notes', e.notes);
end $$;

create or replace function write_fms_sales(rows staged[], replaces boolean) returns void
  language plpgsql as $$
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

create or replace function put_fms_sale(
  id text, sheet text, cites cite[],
  partners text[], measure text, stage text, kind text, amount quantity,
  period period default null, articles article[] default '{}',
  notes text[] default '{}') returns void
  language sql as $$
  select put('sales/fms', put_fms_sale.id, stated_from(sheet), json_build_object(
    'id', put_fms_sale.id, 'partners', partners, 'measure', measure, 'stage', stage, 'kind', kind, 'amount', quantity_json(amount),
    'period', period_json(period), 'articles', articles_json(articles),
    'statedFrom', stated_from(sheet), 'statedUntil', null, 'citations', cited(sheet, cites), 'notes', notes));
$$;
