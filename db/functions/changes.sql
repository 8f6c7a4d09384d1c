-- Gives every write that is seen committed its place in the feed, and answers the newest place; null where there is none.
--
-- Nothing is ever missed. A write gets its position only after it has committed, so that one that commits late gets a later position.
-- Positions are given under a lock that is held until they are seen, by a statement that begins under it: each follows all before it.
-- So whoever sees a position sees all that are smaller, and no smaller one can come after it.
--
-- To be called at READ COMMITTED, in a transaction of its own: elsewhere, nobody would see what it gives before the end of that.
-- With the rights of its owner, so that who serves gives positions in no other way.
create or replace function number_writes() returns bigint
  language plpgsql security definer set search_path = public, pg_temp
  as $$
begin
  if exists (select from writes w where w.position is null) then
    perform pg_advisory_xact_lock(hashtextextended('number_writes', 0));
    update writes w
       set position = n.position
      from (select u.id, (select coalesce(max(position), 0) from writes) + row_number() over (order by u.id) as position
              from writes u
             where u.position is null) n
     where w.id = n.id;
  end if;
  return (select max(w.position) from writes w);
end
$$;

-- What tells a write of this database from one that has the same position in another, or in this one before it was restored.
create or replace function position_mark(at timestamptz) returns text
  language sql immutable strict parallel safe
return lpad(to_hex((extract(epoch from at) * 1000000)::bigint & 16777215), 6, '0');

-- A place in the feed, as clients keep it.
create or replace function written_place(place bigint, n bigint, at timestamptz) returns text
  language sql immutable strict parallel safe
return concat(place, '.', n, '-', position_mark(at));
