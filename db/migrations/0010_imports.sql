-- Imports that go on and that were, so that whoever sends one, or somebody else, can follow it from any copy of the service.
create table imports (
  id uuid primary key,
  resource text not null,
  who label not null,
  state text not null default 'running' check (state in ('running', 'done', 'rejected', 'failed')),
  started_at timestamptz not null default now(),
  -- While it runs, it says so every second. One that does not has lost its service.
  seen_at timestamptz not null default now(),
  finished_at timestamptz,
  bytes_read bigint not null default 0,
  rows_read bigint not null default 0,
  rows_written bigint not null default 0,
  rows_per_second bigint not null default 0,
  detail text,
  report json,
  check ((state = 'running') = (finished_at is null))
);
