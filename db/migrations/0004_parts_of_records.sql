-- What a record has several of, each list in the order of its source.

create table agreement_parties (
  id slug not null,
  stated_from date not null,
  position smallint not null,
  partner partner_code not null references partners on update cascade,
  primary key (id, stated_from, position),
  unique (id, stated_from, partner),
  foreign key (id, stated_from) references agreements on update cascade on delete cascade
);

create table exercise_participants (
  id slug not null,
  stated_from date not null,
  position smallint not null,
  partner partner_code not null references partners on update cascade,
  organization label,
  role text not null check (role in ('participant', 'permanentMember')),
  since partial_date,
  primary key (id, stated_from, position),
  unique nulls not distinct (id, stated_from, partner, organization, role),
  foreign key (id, stated_from) references exercises on update cascade on delete cascade
);

create table fms_partners (
  id slug not null,
  stated_from date not null,
  position smallint not null,
  partner partner_code not null references partners on update cascade,
  primary key (id, stated_from, position),
  unique (id, stated_from, partner),
  foreign key (id, stated_from) references fms_sales on update cascade on delete cascade
);

create table fms_articles (
  id slug not null,
  stated_from date not null,
  position smallint not null,
  name label not null,
  designation label,
  "group" text check ("group" in ('platforms', 'missiles')),
  as_stated label not null,
  primary key (id, stated_from, position),
  unique nulls not distinct (id, stated_from, name, designation),
  foreign key (id, stated_from) references fms_sales on update cascade on delete cascade
);

create table dcs_partners (
  id slug not null,
  stated_from date not null,
  position smallint not null,
  partner partner_code not null references partners on update cascade,
  primary key (id, stated_from, position),
  unique (id, stated_from, partner),
  foreign key (id, stated_from) references dcs_sales on update cascade on delete cascade
);

create table dcs_categories (
  id slug not null,
  stated_from date not null,
  rank smallint not null check (rank > 0),
  name label not null,
  usml usml_numeral[] not null default '{}',
  usml_stated boolean not null default false,
  primary key (id, stated_from, rank),
  foreign key (id, stated_from) references dcs_sales on update cascade on delete cascade
);

create table peacekeeping_partners (
  id slug not null,
  stated_from date not null,
  position smallint not null,
  partner partner_code not null references partners on update cascade,
  primary key (id, stated_from, position),
  unique (id, stated_from, partner),
  foreign key (id, stated_from) references peacekeeping on update cascade on delete cascade
);

create table peacekeeping_counterparts (
  id slug not null,
  stated_from date not null,
  position smallint not null,
  partner partner_code references partners on update cascade,
  organization label,
  check (partner is not null or organization is not null),
  primary key (id, stated_from, position),
  unique nulls not distinct (id, stated_from, partner, organization),
  foreign key (id, stated_from) references peacekeeping on update cascade on delete cascade
);

create table objective_parties (
  id slug not null,
  stated_from date not null,
  position smallint not null,
  partner partner_code not null references partners on update cascade,
  primary key (id, stated_from, position),
  unique (id, stated_from, partner),
  foreign key (id, stated_from) references objectives on update cascade on delete cascade
);

create table objective_concerns (
  id slug not null,
  stated_from date not null,
  position smallint not null,
  partner partner_code references partners on update cascade,
  subject label not null,
  primary key (id, stated_from, position),
  unique nulls not distinct (id, stated_from, partner, subject),
  foreign key (id, stated_from) references objectives on update cascade on delete cascade
);

do $$
declare
  table_name text;
begin
  foreach table_name in array array[
    'agreement_parties', 'exercise_participants', 'fms_partners', 'dcs_partners',
    'peacekeeping_partners', 'peacekeeping_counterparts', 'objective_parties', 'objective_concerns'] loop
    execute format('create index on %I (partner, id, stated_from)', table_name);
  end loop;
end $$;

create index on force_posture (host, id, stated_from);

-- The same parts as a writer hands them over, before they have an edition to belong to.
create type participant as (partner text, organization text, role text, since text);
create type counterpart as (partner text, organization text);
create type concern as (partner text, subject text);
create type article as (name text, designation text, "group" text, as_stated text);
create type category as (name text, usml text[], usml_stated boolean);
