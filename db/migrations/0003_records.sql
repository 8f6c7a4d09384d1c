-- The seven kinds of record. A row is an edition: what was stated from one date until it was superseded.

create table edition (
  id slug not null,
  stated_from date not null check (isfinite(stated_from)),
  stated_until date check (stated_until > stated_from),
  notes text[] not null default '{}' check (array_position(notes, null) is null and array_position(notes, '') is null),
  revision integer not null default 1,
  updated_at timestamptz not null default now()
);

create table agreements (
  like edition including defaults including constraints,
  name label not null,
  kind text not null check (kind in ('treaty', 'SOFA', 'SMA')),
  dated partial_date,
  signed partial_date,
  in_force_since partial_date,
  purpose label
);

create table exercises (
  like edition including defaults including constraints,
  name label not null,
  kind text check (kind in ('fieldTraining')),
  cadence text check (cadence in ('annual')),
  since partial_date,
  format text check (format in ('bilateral', 'trilateral', 'multilateral')),
  format_since partial_date check (format_since is null or format is not null),
  purpose label
);

create table fms_sales (
  like edition including defaults including constraints,
  measure text not null check (measure in ('activeCases')),
  stage text not null check (stage in ('active')),
  kind text not null check (kind in ('stock', 'flow')),
  amount quantity not null check (is_quantity(amount) and (amount).unit = 'USD'),
  period period check (is_period(period))
);

create table dcs_sales (
  like edition including defaults including constraints,
  measure text not null check (measure in ('authorizations')),
  stage text not null check (stage in ('authorized')),
  kind text not null check (kind in ('stock', 'flow')),
  amount quantity not null check (is_quantity(amount) and (amount).unit = 'USD'),
  period period check (is_period(period))
);

create table force_posture (
  like edition including defaults including constraints,
  host partner_code not null references partners on update cascade,
  kind text not null check (kind in ('personnel', 'asset')),
  category text not null check (category in ('military', 'civilian', 'family', 'carrierStrikeGroup', 'aircraft')),
  count quantity check (is_quantity(count) and (count).unit = 'people'),
  asset_name label,
  asset_designation label,
  check ((kind = 'asset') = (asset_name is not null)),
  check (kind = 'asset' or (count).as_stated is not null)
);

create table peacekeeping (
  like edition including defaults including constraints,
  name label not null,
  kind text not null check (kind in ('contribution', 'jointProgram')),
  program text check (program in ('GPOI')),
  focus_areas text[] not null default '{}' check (array_position(focus_areas, null) is null)
);

create table objectives (
  like edition including defaults including constraints,
  title label not null
);

drop table edition;

-- The receipts. Each kind of record has its own partition, so that a citation's record is a real foreign key
-- and everything that cites one fact sheet is still one query.
create table citations (
  resource text not null,
  id slug not null,
  stated_from date not null,
  position smallint not null,
  fact_sheet slug not null references fact_sheets on update cascade,
  paragraph smallint check (paragraph > 0),
  as_stated label not null,
  primary key (resource, id, stated_from, position)
) partition by list (resource);

create index on citations (fact_sheet, paragraph);

-- An edition takes its place: it ends the one that stood before it, and ends where a later one begins.
create function take_place() returns trigger
  language plpgsql as $$
begin
  execute format(
    'update %I set stated_until = $2 where id = $1 and stated_from < $2 and (stated_until is null or stated_until > $2)',
    tg_table_name) using new.id, new.stated_from;
  if new.stated_until is null then
    execute format('select min(stated_from) from %I where id = $1 and stated_from > $2', tg_table_name)
      into new.stated_until using new.id, new.stated_from;
  end if;
  return new;
end $$;

-- Every edition names a source of its date; checked at commit, so that the two may arrive in either order.
create function is_cited() returns trigger
  language plpgsql as $$
declare
  edition record := coalesce(new, old);
  resource_name text := tg_argv[0];
  table_name text := tg_argv[1];
  stands boolean;
begin
  execute format('select exists (select from %I where (id, stated_from) = ($1, $2))', table_name)
    into stands using edition.id, edition.stated_from;
  if stands and not exists (select from citations c join fact_sheets s on s.id = c.fact_sheet
                             where (c.resource, c.id, c.stated_from) = (resource_name, edition.id, edition.stated_from)
                               and lower(s.published) = edition.stated_from) then
    raise exception 'the edition of % of % % cites no fact sheet of that date', edition.stated_from, resource_name, edition.id
      using errcode = 'check_violation', constraint = table_name || '_are_cited', table = table_name;
  end if;
  return null;
end $$;

-- Its date is the date of all that it states.
create function keeps_its_date() returns trigger
  language plpgsql as $$
begin
  if exists (select from citations where fact_sheet = new.id and stated_from = lower(old.published)) then
    raise exception 'the date of fact sheet % cannot change, because records are stated from it', new.id
      using errcode = 'check_violation', constraint = 'fact_sheets_keep_their_date', table = 'fact_sheets';
  end if;
  return new;
end $$;

create trigger keeps_its_date before update of published on fact_sheets
  for each row when (lower(old.published) <> lower(new.published)) execute function keeps_its_date();

do $$
declare
  resource_name text;
  table_name text;
begin
  for resource_name, table_name in values
    ('agreements', 'agreements'),
    ('exercises', 'exercises'),
    ('sales/fms', 'fms_sales'),
    ('sales/dcs', 'dcs_sales'),
    ('force-posture', 'force_posture'),
    ('peacekeeping', 'peacekeeping'),
    ('objectives', 'objectives')
  loop
    execute format($sql$
      alter table %1$I
        add primary key (id, stated_from),
        add constraint %1$s_editions_do_not_overlap
          exclude using gist ((id::text) with =, daterange(stated_from, stated_until) with &&);
      create unique index %1$s_standing on %1$I (id) where stated_until is null;
      create index %1$s_id_trigrams on %1$I using gin ((id::text) gin_trgm_ops);
      create trigger take_place before insert on %1$I
        for each row execute function take_place();
      create trigger next_revision before update on %1$I
        for each row when (old.* is distinct from new.*) execute function next_revision();

      create table %1$s_citations partition of citations for values in (%2$L);
      alter table %1$s_citations
        add foreign key (id, stated_from) references %1$I on update cascade on delete cascade;

      create constraint trigger %1$s_are_cited after insert on %1$I
        deferrable initially deferred for each row execute function is_cited(%2$L, %1$L);
      create constraint trigger %1$s_stay_cited after update or delete on %1$s_citations
        deferrable initially deferred for each row execute function is_cited(%2$L, %1$L);
      $sql$, table_name, resource_name);
  end loop;
end $$;
