-- Names that a partner, or a state that its territory was part of, no longer has.
alter table partner_aliases
  add kind text not null default 'alternative' check (kind in ('alternative', 'former'));
