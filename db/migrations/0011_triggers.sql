-- The triggers of 0003 plan their statements anew for each row, which was three fourths of the time of a bulk load. These have statements of
-- their own table, planned once in a session. That plan is the one for many rows, even if it is made while there are few: hence no scan of
-- the table, and no index on ranges of days where the primary key is meant.
do $body$
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
        drop constraint %1$s_editions_do_not_overlap,
        add constraint %1$s_editions_do_not_overlap
          exclude using gist ((id::text || '') with =, daterange(stated_from, stated_until) with &&);

      -- An edition takes its place: it ends the one that stood before it, and ends itself by the day from which a later one stands.
      create function %1$s_take_place() returns trigger
        language plpgsql set enable_seqscan = off as $$
      declare
        later date;
      begin
        if exists (select from %1$I where id = new.id) then
          update %1$I set stated_until = new.stated_from
           where id = new.id and stated_from < new.stated_from and (stated_until is null or stated_until > new.stated_from);
          select min(stated_from) into later from %1$I where id = new.id and stated_from > new.stated_from;
          new.stated_until := least(new.stated_until, later);
        end if;
        return new;
      end $$;
      drop trigger take_place on %1$I;
      create trigger take_place before insert on %1$I
        for each row execute function %1$s_take_place();

      -- Every edition names a source of its date; checked at commit, so that the two may arrive in either order.
      create function %1$s_are_cited() returns trigger
        language plpgsql set enable_seqscan = off as $$
      declare
        edition record := coalesce(new, old);
      begin
        if not exists (select from %1$s_citations c join fact_sheets s on s.id = c.fact_sheet
                        where (c.id, c.stated_from) = (edition.id, edition.stated_from) and c.resource = %2$L
                          and lower(s.published) = edition.stated_from)
           and exists (select from %1$I where (id, stated_from) = (edition.id, edition.stated_from)) then
          raise exception 'the edition of %% of %% %% cites no fact sheet of that date', edition.stated_from, %2$L, edition.id
            using errcode = 'check_violation', constraint = '%1$s_are_cited', table = %1$L;
        end if;
        return null;
      end $$;
      drop trigger %1$s_are_cited on %1$I;
      drop trigger %1$s_stay_cited on %1$s_citations;
      create constraint trigger %1$s_are_cited after insert on %1$I
        deferrable initially deferred for each row execute function %1$s_are_cited();
      create constraint trigger %1$s_stay_cited after update or delete on %1$s_citations
        deferrable initially deferred for each row execute function %1$s_are_cited();
      $sql$, table_name, resource_name);
  end loop;
end $body$;

drop function take_place, is_cited;
