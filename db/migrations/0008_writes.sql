-- Every change of a fact, by whom and why.

-- A write: what one request, one import or one script changed. All its changes are of one transaction.
create table writes (
  id bigint generated always as identity primary key,
  -- Its place in the feed, given only once it is seen committed.
  position bigint unique,
  at timestamptz not null default now(),
  who label not null,
  reason label
);

create index writes_without_position on writes (id) where position is null;

-- Every write leaves that index when it is numbered, and who looks there for more passes what it left until that is vacuumed.
alter table writes set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

create table changes (
  write bigint not null references writes,
  n integer not null check (n > 0),
  op text not null check (op in ('created', 'revised', 'corrected', 'withdrawn', 'restored')),
  resource text not null,
  id text not null,
  stated_from date,
  before json,
  after json,
  partners text[] not null default '{}',
  primary key (write, n)
);

create index on changes (resource, id, stated_from);

-- What was withdrawn: no edition of it stands, and reading it says why.
create table withdrawals (
  resource text not null,
  id text not null,
  at timestamptz not null default now(),
  reason label not null,
  primary key (resource, id)
);

-- The answers to requests that may be sent again, for a day.
create table idempotent_answers (
  caller text not null,
  idempotency_key text not null check (length(idempotency_key) between 1 and 255),
  at timestamptz not null default now(),
  request bytea not null,
  status smallint,
  location text,
  etag text,
  body bytea,
  primary key (caller, idempotency_key)
);

create index on idempotent_answers (at);

-- A row to be written, in the contract's names, and the line that it comes from.
create type staged as (line bigint, id text, stated_from date, body json);

-- The same with what becomes of it, and the edition that it takes the place of.
create type classified as (line bigint, id text, stated_from date, body json, op text, is_new boolean, before json);

-- Their place is taken by write_rows(), for a database that has them.
drop function if exists edition_state(text, text, date);
drop function if exists count_revision(text, text, date, jsonb);
drop function if exists put_citations(text, text, text, cite[]);
