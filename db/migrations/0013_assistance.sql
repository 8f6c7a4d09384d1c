-- Grants and programs: an eighth kind of record, with all that the seven others have.

create table assistance (
  id slug not null,
  stated_from date not null constraint edition_stated_from_check check (isfinite(stated_from)),
  stated_until date,
  notes text[] not null default '{}'
    constraint edition_notes_check check (array_position(notes, null) is null and array_position(notes, '') is null),
  revision integer not null default 1,
  updated_at timestamptz not null default now(),
  program text not null check (program in (
    'FMF', 'IMET', 'EDA', 'GPOI', 'drawdown', 'section333', 'title10TrainAndEquip', 'title22', 'dodAuthorized', 'missileDefense',
    'ironDome', 'hostNationContribution', 'stateSecurityAssistance', 'stateAndDodAssistance', 'bilateralAssistance', 'other')),
  direction text not null check (direction in ('toPartner', 'fromPartner')),
  amount quantity check (is_quantity(amount) and (amount).unit = 'USD'),
  basis text check (basis in ('periodTotal', 'cumulative', 'perYear')),
  stage text check (stage in ('notified', 'appropriated', 'allocated', 'committed')),
  period period check (is_period(period)),
  part_of slug,
  constraint edition_check check (stated_until > stated_from),
  constraint assistance_basis_is_of_an_amount check ((basis is null) = (amount is null)),
  constraint assistance_is_no_part_of_itself check (part_of <> id),
  primary key (id, stated_from),
  constraint assistance_editions_do_not_overlap
    exclude using gist ((id::text || '') with =, daterange(stated_from, stated_until) with &&)
);

create unique index assistance_standing on assistance (id) where stated_until is null;
create index assistance_id_trigrams on assistance using gin ((id::text || '') gin_trgm_ops);

create table assistance_citations partition of citations for values in ('assistance');
alter table assistance_citations
  add foreign key (id, stated_from) references assistance on update cascade on delete cascade;

create table assistance_partners (
  id slug not null,
  stated_from date not null,
  position smallint not null,
  partner partner_code not null references partners on update cascade,
  primary key (id, stated_from, position),
  unique (id, stated_from, partner),
  foreign key (id, stated_from) references assistance on update cascade on delete cascade
);

create index on assistance_partners (partner, id, stated_from);

create table assistance_articles (
  id slug not null,
  stated_from date not null,
  position smallint not null,
  name label not null,
  designation label,
  "group" text check ("group" in ('platforms', 'missiles')),
  as_stated label not null,
  count integer check (count > 0),
  name_stems tsvector generated always as (stems(name)) stored,
  name_spelled text generated always as (spelled(name)) stored,
  designation_stems tsvector generated always as (stems(designation)) stored,
  designation_spelled text generated always as (spelled(designation)) stored,
  as_stated_stems tsvector generated always as (stems(as_stated)) stored,
  as_stated_spelled text generated always as (spelled(as_stated)) stored,
  primary key (id, stated_from, position),
  unique nulls not distinct (id, stated_from, name, designation),
  foreign key (id, stated_from) references assistance on update cascade on delete cascade
);

create index on assistance_articles using gin (name_stems, name_spelled gin_trgm_ops);
create index on assistance_articles using gin (designation_stems, designation_spelled gin_trgm_ops);
create index on assistance_articles using gin (as_stated_stems, as_stated_spelled gin_trgm_ops);

-- As 0011 has them of the other tables.
create function assistance_take_place() returns trigger
  language plpgsql set enable_seqscan = off as $$
declare
  later date;
begin
  if exists (select from assistance where id = new.id) then
    update assistance set stated_until = new.stated_from
     where id = new.id and stated_from < new.stated_from and (stated_until is null or stated_until > new.stated_from);
    select min(stated_from) into later from assistance where id = new.id and stated_from > new.stated_from;
    new.stated_until := least(new.stated_until, later);
  end if;
  return new;
end $$;

create trigger take_place before insert on assistance
  for each row execute function assistance_take_place();

create trigger next_revision before update on assistance
  for each row execute function next_revision();

create function assistance_are_cited() returns trigger
  language plpgsql set enable_seqscan = off as $$
declare
  edition record := coalesce(new, old);
begin
  if not exists (select from assistance_citations c join fact_sheets s on s.id = c.fact_sheet
                  where (c.id, c.stated_from) = (edition.id, edition.stated_from) and c.resource = 'assistance'
                    and lower(s.published) = edition.stated_from)
     and exists (select from assistance where (id, stated_from) = (edition.id, edition.stated_from)) then
    raise exception 'the edition of % of % % cites no fact sheet of that date', edition.stated_from, 'assistance', edition.id
      using errcode = 'check_violation', constraint = 'assistance_are_cited', table = 'assistance';
  end if;
  return null;
end $$;

create constraint trigger assistance_are_cited after insert on assistance
  deferrable initially deferred for each row execute function assistance_are_cited();
create constraint trigger assistance_stay_cited after update or delete on assistance_citations
  deferrable initially deferred for each row execute function assistance_are_cited();

-- What a figure is a part of is any edition of another, so that no foreign key can say it. Checked at commit, as the two may arrive in either order.
create function assistance_has_its_whole() returns trigger
  language plpgsql set enable_seqscan = off as $$
begin
  if not exists (select from assistance where id = new.part_of) then
    raise exception '% is said to be a part of %, which is no figure of assistance', new.id, new.part_of
      using errcode = 'foreign_key_violation', constraint = 'assistance_has_its_whole', table = 'assistance';
  end if;
  return null;
end $$;

create constraint trigger assistance_has_its_whole after insert or update of part_of on assistance
  deferrable initially deferred for each row when (new.part_of is not null) execute function assistance_has_its_whole();
