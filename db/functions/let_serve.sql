-- Gives a role what it takes to serve, and no more: it reads and writes rows. It owns nothing, so that it cannot alter, drop or create anything of the
-- schema, nor disable a trigger. What was logged it cannot change or take away: it adds to `changes`, and only the owner, through `number_writes`, gives positions.
create or replace function let_serve(role name) returns void
  language plpgsql
  as $$
begin
  if role = current_user then
    return;
  end if;

  execute format('grant usage on schema public to %I', role);
  execute format('grant select, insert, update, delete on all tables in schema public to %I', role);
  execute format('revoke insert, update, delete on schema_versions from %I', role);
  execute format('revoke update, delete on changes from %I', role);

  -- A write that changed nothing is taken back; one with changes is held by them.
  execute format('revoke update on writes from %I', role);
  execute format('revoke delete on keys from %I', role);
end
$$;

revoke execute on function let_serve(name) from public;
