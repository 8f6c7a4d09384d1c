-- What a write of one row spends most of its time on: to plan, and to read each member anew.

-- Rows to be written are read as JSON once, not once for each member. The functions of their old form are made anew in functions/.
drop function if exists write_rows(text, staged[], bigint, text);
drop function if exists write_row(text, staged, text, text, text);
drop function if exists log_changes(bigint, text, classified[]);
drop function if exists write_citations(text, staged[], boolean);
drop function if exists staged_of(json[]);
drop function if exists partners_of(text, json);
drop function if exists partners_named(json);
drop function if exists texts_of(json);
drop function if exists quantity_of(json);
drop function if exists period_of(json);
alter type staged alter attribute body type jsonb;
alter type classified alter attribute body type jsonb;

-- The expressions of generated columns and of constraints are planned anew for each statement. Functions in PL/pgSQL are left alone by that.
-- They name each other by their schema, because a restore from a dump runs them without a search path.
create or replace function plain(words text) returns text
  language plpgsql immutable strict parallel safe as $$
begin
  return regexp_replace(
    regexp_replace(lower(normalize(words, NFKD) collate "C"), '[\u0300-\u036f\u200b-\u200d.''‘’]+', '', 'g'),
    '[\u2010-\u2015\u2212\s!-/:-@\[-`{-~“”]+', ' ', 'g');
end $$;

create or replace function stems(words text) returns tsvector
  language plpgsql immutable strict parallel safe as $$
begin
  return to_tsvector('public.every_word', public.plain(words));
end $$;

create or replace function spelled(words text) returns text
  language plpgsql immutable strict parallel safe as $$
declare
  parted text := public.plain(words);
begin
  return parted || e'\n' || replace(parted, ' ', '');
end $$;

create or replace function is_quantity(q quantity) returns boolean
  language plpgsql immutable parallel safe as $$
begin
  return q is null
    or coalesce(btrim((q).as_stated), '') <> ''
    and coalesce((q).unit, '') in ('USD', 'people', 'items')
    and ((q).value is null) = ((q).qualifier is null)
    and ((q).value is not null or ((q).low is null and (q).high is null))
    and coalesce((q).value >= 0 and (q).value < 1e18, true)
    and coalesce((q).low >= 0 and (q).low <= (q).value, true)
    and coalesce((q).value <= (q).high and (q).high < 1e18, true)
    and ((q).value is null
         or ((q).low is not null) = ((q).qualifier not in ('nearly', 'upTo'))
        and ((q).high is not null) = ((q).qualifier not in ('over', 'atLeast')));
end $$;

-- Every edition names a source of its date; checked at commit, so that the two may arrive in either order. Whoever cites a sheet and whoever
-- changes its date wait for each other, or else neither would see what the other does.
do $body$
declare
  resource_name text;
begin
  for resource_name in select unnest('{agreements,exercises,sales/fms,sales/dcs,assistance,force-posture,peacekeeping,objectives}'::text[]) loop
    execute format($sql$
      create or replace function %1$s_are_cited() returns trigger
        language plpgsql set enable_seqscan = off as $$
      declare
        of_id slug := case tg_op when 'INSERT' then new.id else old.id end;
        of_date date := case tg_op when 'INSERT' then new.stated_from else old.stated_from end;
      begin
        -- By the array, because it is one citation or a few that are looked for, and never all that a sheet has.
        perform from fact_sheets s
          where s.id = any (array(select c.fact_sheet from %1$s_citations c where (c.resource, c.id, c.stated_from) = (%2$L, of_id, of_date)))
            and lower(s.published) = of_date
          for share;
        if not found and exists (select from %1$I where (id, stated_from) = (of_id, of_date)) then
          raise exception 'the edition of %% of %% %% cites no fact sheet of that date', of_date, %2$L, of_id
            using errcode = 'check_violation', constraint = '%1$s_are_cited', table = %1$L;
        end if;
        return null;
      end $$;
      $sql$, case resource_name when 'sales/fms' then 'fms_sales' when 'sales/dcs' then 'dcs_sales' else replace(resource_name, '-', '_') end, resource_name);
  end loop;
end $body$;
