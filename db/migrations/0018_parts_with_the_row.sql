-- A row is answered from itself alone: the lists of its parts, its figure and its period are kept beside it as they are answered. The tables of parts stay
-- what constraints, filters and search rest on. Before, a row cost a look into two to four other tables, wherever in memory those lay.

-- Figures and periods as they are answered. PL/pgSQL and whole names, as in 0015.
create function answered(q quantity) returns json
  language plpgsql immutable parallel safe as $$
begin
  return case when (q).as_stated is not null then (
    select row_to_json(a)
      from (select (q).value, (q).low, (q).high, (q).qualifier, (q).unit, (q).as_stated as "asStated") a) end;
end $$;

create function answered(p period) returns json
  language plpgsql immutable parallel safe as $$
begin
  return case when (p).starts is not null or (p).ends is not null then (
    select row_to_json(a)
      from (select public.written((p).starts) as start, (p).starts_basis as "startBasis",
                   public.written((p).ends) as "end", (p).ends_basis as "endBasis") a) end;
end $$;

alter table agreements
  add covers_json json generated always as (answered(covers)) stored,
  add parties text[] not null default '{}',
  add citations json not null default '[]';
alter table exercises
  add participants json not null default '[]',
  add citations json not null default '[]';
alter table fms_sales
  add amount_json json generated always as (answered(amount)) stored,
  add period_json json generated always as (answered(period)) stored,
  add partners text[] not null default '{}',
  add articles json not null default '[]',
  add citations json not null default '[]';
alter table dcs_sales
  add amount_json json generated always as (answered(amount)) stored,
  add period_json json generated always as (answered(period)) stored,
  add partners text[] not null default '{}',
  add categories json not null default '[]',
  add articles json not null default '[]',
  add citations json not null default '[]';
alter table assistance
  add amount_json json generated always as (answered(amount)) stored,
  add period_json json generated always as (answered(period)) stored,
  add partners text[] not null default '{}',
  add articles json not null default '[]',
  add citations json not null default '[]';
alter table force_posture
  add count_json json generated always as (answered(count)) stored,
  add citations json not null default '[]';
alter table peacekeeping
  add partners text[] not null default '{}',
  add counterparts json not null default '[]',
  add citations json not null default '[]';
alter table objectives
  add parties text[] not null default '{}',
  add concerns json not null default '[]',
  add citations json not null default '[]';

-- What is there already gets its parts from their tables, and is no newer for that. A new database has nothing yet, nor the functions.
do $$
begin
  if not exists (select from fact_sheets) then
    return;
  end if;

  alter table agreements disable trigger user;
  update agreements e
     set parties = array(select p.partner::text from agreement_parties p where (p.id, p.stated_from) = (e.id, e.stated_from) order by p.position),
         citations = array_to_json(array(select p from (
           select p.fact_sheet as "factSheet", p.paragraph, p.as_stated as "asStated"
             from agreements_citations p where (p.resource, p.id, p.stated_from) = ('agreements', e.id, e.stated_from) order by p.position) p));
  alter table agreements enable trigger user;

  alter table exercises disable trigger user;
  update exercises e
     set participants = array_to_json(array(select p from (
           select p.partner, p.organization, p.role, written(p.since) as since
             from exercise_participants p where (p.id, p.stated_from) = (e.id, e.stated_from) order by p.position) p)),
         citations = array_to_json(array(select p from (
           select p.fact_sheet as "factSheet", p.paragraph, p.as_stated as "asStated"
             from exercises_citations p where (p.resource, p.id, p.stated_from) = ('exercises', e.id, e.stated_from) order by p.position) p));
  alter table exercises enable trigger user;

  alter table fms_sales disable trigger user;
  update fms_sales e
     set partners = array(select p.partner::text from fms_partners p where (p.id, p.stated_from) = (e.id, e.stated_from) order by p.position),
         articles = array_to_json(array(select p from (
           select p.name, p.designation, p."group", p.count, p.as_stated as "asStated"
             from fms_articles p where (p.id, p.stated_from) = (e.id, e.stated_from) order by p.position) p)),
         citations = array_to_json(array(select p from (
           select p.fact_sheet as "factSheet", p.paragraph, p.as_stated as "asStated"
             from fms_sales_citations p where (p.resource, p.id, p.stated_from) = ('sales/fms', e.id, e.stated_from) order by p.position) p));
  alter table fms_sales enable trigger user;

  alter table dcs_sales disable trigger user;
  update dcs_sales e
     set partners = array(select p.partner::text from dcs_partners p where (p.id, p.stated_from) = (e.id, e.stated_from) order by p.position),
         categories = array_to_json(array(select p from (
           select p.rank, p.name, p.usml, p.usml_stated as "usmlStated"
             from dcs_categories p where (p.id, p.stated_from) = (e.id, e.stated_from) order by p.rank) p)),
         articles = array_to_json(array(select p from (
           select p.name, p.designation, p."group", p.count, p.as_stated as "asStated"
             from dcs_articles p where (p.id, p.stated_from) = (e.id, e.stated_from) order by p.position) p)),
         citations = array_to_json(array(select p from (
           select p.fact_sheet as "factSheet", p.paragraph, p.as_stated as "asStated"
             from dcs_sales_citations p where (p.resource, p.id, p.stated_from) = ('sales/dcs', e.id, e.stated_from) order by p.position) p));
  alter table dcs_sales enable trigger user;

  alter table assistance disable trigger user;
  update assistance e
     set partners = array(select p.partner::text from assistance_partners p where (p.id, p.stated_from) = (e.id, e.stated_from) order by p.position),
         articles = array_to_json(array(select p from (
           select p.name, p.designation, p."group", p.count, p.as_stated as "asStated"
             from assistance_articles p where (p.id, p.stated_from) = (e.id, e.stated_from) order by p.position) p)),
         citations = array_to_json(array(select p from (
           select p.fact_sheet as "factSheet", p.paragraph, p.as_stated as "asStated"
             from assistance_citations p where (p.resource, p.id, p.stated_from) = ('assistance', e.id, e.stated_from) order by p.position) p));
  alter table assistance enable trigger user;

  alter table force_posture disable trigger user;
  update force_posture e
     set citations = array_to_json(array(select p from (
           select p.fact_sheet as "factSheet", p.paragraph, p.as_stated as "asStated"
             from force_posture_citations p where (p.resource, p.id, p.stated_from) = ('force-posture', e.id, e.stated_from) order by p.position) p));
  alter table force_posture enable trigger user;

  alter table peacekeeping disable trigger user;
  update peacekeeping e
     set partners = array(select p.partner::text from peacekeeping_partners p where (p.id, p.stated_from) = (e.id, e.stated_from) order by p.position),
         counterparts = array_to_json(array(select p from (
           select p.partner, p.organization
             from peacekeeping_counterparts p where (p.id, p.stated_from) = (e.id, e.stated_from) order by p.position) p)),
         citations = array_to_json(array(select p from (
           select p.fact_sheet as "factSheet", p.paragraph, p.as_stated as "asStated"
             from peacekeeping_citations p where (p.resource, p.id, p.stated_from) = ('peacekeeping', e.id, e.stated_from) order by p.position) p));
  alter table peacekeeping enable trigger user;

  alter table objectives disable trigger user;
  update objectives e
     set parties = array(select p.partner::text from objective_parties p where (p.id, p.stated_from) = (e.id, e.stated_from) order by p.position),
         concerns = array_to_json(array(select p from (
           select p.partner, p.subject
             from objective_concerns p where (p.id, p.stated_from) = (e.id, e.stated_from) order by p.position) p)),
         citations = array_to_json(array(select p from (
           select p.fact_sheet as "factSheet", p.paragraph, p.as_stated as "asStated"
             from objectives_citations p where (p.resource, p.id, p.stated_from) = ('objectives', e.id, e.stated_from) order by p.position) p));
  alter table objectives enable trigger user;
end $$;
