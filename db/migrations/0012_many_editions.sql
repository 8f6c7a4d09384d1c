-- What fact sheets of many partners state beyond that of Japan.

-- Arguments are added to these; their new forms are in functions/.
drop function if exists put_fact_sheet;
drop function if exists put_agreement;
drop function if exists put_dcs_sale;
drop function if exists put_force_posture;

alter table fact_sheets
  -- A date that the text implies is not one that is printed on it.
  add published_basis text not null default 'printed' check (published_basis in ('printed', 'estimated')),
  -- What is dropped from one edition to the next may only not have been read.
  add text_read text check (text_read in ('whole', 'beginning', 'quotations')),
  add notes text[] not null default '{}' check (array_position(notes, null) is null and array_position(notes, '') is null);

create or replace function is_quantity(q quantity) returns boolean
  language sql immutable parallel safe
return q is null
  or coalesce(btrim((q).as_stated), '') <> ''
  and coalesce((q).unit, '') in ('USD', 'people', 'items')
  and ((q).value is null) = ((q).qualifier is null)
  and ((q).value is not null or ((q).low is null and (q).high is null))
  and coalesce((q).value >= 0 and (q).value < 1e18, true)
  and coalesce((q).low >= 0 and (q).low <= (q).value, true)
  and coalesce((q).value <= (q).high and (q).high < 1e18, true)
  and ((q).value is null
       or ((q).low is not null) = ((q).qualifier not in ('nearly', 'upTo'))
      and ((q).high is not null) = ((q).qualifier not in ('over', 'atLeast')));

alter table agreements
  drop constraint agreements_kind_check,
  add check (kind in ('treaty', 'SOFA', 'SMA', 'armistice', 'VFA', 'DCA', 'EDCA', 'ACSA', 'MLSA', 'COMCASA', 'MOU', 'MNNA',
                      'armsSale', 'designation', 'dialogue', 'framework', 'jointDeclaration', 'roadmap', 'other')),
  add dated_as text check (dated_as in ('renewed', 'concluded', 'designated', 'granted', 'issued')),
  add check (dated_as is null or dated is not null),
  add covers period check (is_period(covers));

alter table fms_sales
  drop constraint fms_sales_measure_check,
  add check (measure in ('activeCases', 'sales', 'defenseTrade', 'case', 'ceiling', 'expectedTotal')),
  drop constraint fms_sales_stage_check,
  add check (stage in ('active', 'sold', 'contracted', 'purchased', 'approved', 'implemented', 'traded', 'announced', 'notified',
                       'considered', 'agreed', 'expected')),
  drop constraint fms_sales_kind_check,
  add check (kind in ('stock', 'flow', 'case', 'plan')),
  add check ((kind = 'case') = (measure = 'case')),
  add check ((kind = 'plan') = (measure in ('ceiling', 'expectedTotal'))),
  alter amount drop not null;

alter table dcs_sales
  drop constraint dcs_sales_measure_check,
  add check (measure in ('authorizations', 'acquisitions')),
  drop constraint dcs_sales_stage_check,
  add check (stage in ('authorized', 'acquired')),
  alter amount drop not null;

-- How many the source counts of an article: 36 of "36 F-15".
alter table fms_articles add count integer check (count > 0);
alter type article add attribute count integer;

create table dcs_articles (
  id slug not null,
  stated_from date not null,
  position smallint not null,
  name label not null,
  designation label,
  "group" text check ("group" in ('platforms', 'missiles')),
  as_stated label not null,
  count integer check (count > 0),
  primary key (id, stated_from, position),
  unique nulls not distinct (id, stated_from, name, designation),
  foreign key (id, stated_from) references dcs_sales on update cascade on delete cascade
);

do $$
declare
  word text;
begin
  foreach word in array array['name', 'designation', 'as_stated'] loop
    execute format($sql$
      alter table dcs_articles
        add %1$s_stems tsvector generated always as (stems(%1$s)) stored,
        add %1$s_spelled text generated always as (spelled(%1$s)) stored;
      create index on dcs_articles using gin (%1$s_stems, %1$s_spelled gin_trgm_ops)
      $sql$, word);
  end loop;
end $$;

alter table force_posture
  add sender partner_code not null default 'USA' references partners on update cascade,
  add check (sender <> host),
  drop constraint force_posture_category_check,
  add check (category in ('military', 'civilian', 'family', 'carrierStrikeGroup', 'aircraft', 'vehicles', 'fleet', 'unit',
                          'headquarters', 'base', 'missileDefense')),
  drop constraint force_posture_count_check,
  add check (is_quantity(count) and (count).unit = case kind when 'personnel' then 'people' else 'items' end);
create index on force_posture (sender, id, stated_from);
