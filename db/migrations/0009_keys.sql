-- Keys that let their holders write. Of the secret itself only the SHA-256 is kept.
create table keys (
  id text primary key check (id ~ '^key_[0-9a-z]+$'),
  -- Who holds it, as the changes made with it say.
  name label not null check (length(name) <= 200),
  role text not null check (role in ('editor', 'admin')),
  hash bytea not null unique check (length(hash) = 32),
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  revoked_at timestamptz,
  -- To the minute.
  last_used_at timestamptz
);
