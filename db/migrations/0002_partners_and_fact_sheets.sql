-- What records refer to: one row each, no editions.

create table partners (
  id partner_code primary key,
  alpha2 text not null unique check (alpha2 ~ '^[A-Z]{2}$'),
  numeric text not null unique check (numeric ~ '^[0-9]{3}$'),
  name label not null,
  folded text not null generated always as (fold(name)) stored,
  region label,
  subregion label,
  revision integer not null default 1,
  updated_at timestamptz not null default now()
);

create table partner_aliases (
  partner partner_code not null references partners on update cascade on delete cascade,
  position smallint not null,
  alias label not null,
  folded text not null generated always as (fold(alias)) stored,
  primary key (partner, position),
  unique (partner, folded)
);


create table fact_sheets (
  id slug primary key,
  title label not null,
  publisher label not null,
  bureau label,
  published partial_date not null,
  office label,
  email label check (email like '%_@_%'),
  social_handle label,
  source_url label check (source_url ~ '^https?://'),
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  revision integer not null default 1,
  updated_at timestamptz not null default now()
);

create table fact_sheet_partners (
  fact_sheet slug not null references fact_sheets on update cascade on delete cascade,
  position smallint not null,
  partner partner_code not null references partners on update cascade,
  primary key (fact_sheet, position),
  unique (fact_sheet, partner)
);

create index on fact_sheet_partners (partner);

create function next_revision() returns trigger
  language plpgsql as $$
begin
  new.revision := old.revision + 1;
  new.updated_at := now();
  return new;
end $$;

create trigger next_revision before update on partners
  for each row when ((old.id, old.alpha2, old.numeric, old.name, old.region, old.subregion)
    is distinct from (new.id, new.alpha2, new.numeric, new.name, new.region, new.subregion))
  execute function next_revision();
create trigger next_revision before update on fact_sheets
  for each row when (old.* is distinct from new.*) execute function next_revision();
