-- Everything that is stated with a date, one row for each date, across resources. The days are those that the date or the
-- period covers. The place orders them: by the first day, a year before the months and days within it, and what has no
-- beginning last. All branches have the same types, or else conditions would not reach into them.
create or replace view events as
with dated (resource, id, stated_from, stated_until, position, event, title, date, until, days, partners, detail) as (
  select 'agreements', e.id::text, e.stated_from, e.stated_until, d.position, d.event, e.name::text, d.date, d.until, d.days,
         array(select p.partner::text from agreement_parties p
                where (p.id, p.stated_from) = (e.id, e.stated_from) order by p.position),
         d.detail
    from agreements e
    cross join lateral (values
      (1, coalesce(e.dated_as, 'dated'), e.dated::daterange, null::daterange, e.dated::daterange,
       case when e.dated_as is null then 'The source puts this date to its name and does not say what happened then.' end),
      (2, 'signed', e.signed, null, e.signed, null),
      (3, 'inForceSince', e.in_force_since, null, e.in_force_since, null),
      (4, 'periodCovered', (e.covers).starts, (e.covers).ends, period_days(e.covers), null)) d (position, event, date, until, days, detail)
  union all
  select 'exercises', e.id::text, e.stated_from, e.stated_until, d.position, d.event, e.name::text, d.date, null, d.date,
         array(select p.partner::text from exercise_participants p
                where (p.id, p.stated_from) = (e.id, e.stated_from) group by p.partner order by min(p.position)),
         d.detail
    from exercises e
    cross join lateral (values
      (1, 'began', e.since::daterange, null),
      (2, 'formatSince', e.format_since, format('It is %s from then on.', e.format))) d (position, event, date, detail)
  union all
  select 'exercises', e.id::text, e.stated_from, e.stated_until, 10 + p.position,
         case p.role when 'participant' then 'joined' when 'permanentMember' then 'becamePermanentMember' end,
         e.name::text, p.since::daterange, null, p.since::daterange, array[p.partner::text],
         format(case p.role when 'participant' then '%s takes part from then on%s.' else '%s is a permanent member from then on%s.' end,
                n.name, ' (' || p.organization || ')')
    from exercise_participants p
    join exercises e on (e.id, e.stated_from) = (p.id, p.stated_from)
    join partners n on n.id = p.partner
  union all
  select 'sales/fms', e.id::text, e.stated_from, e.stated_until, 1, 'periodCovered',
         (select t.title from entries t where (t.resource, t.id, t.stated_from) = ('sales/fms', e.id, e.stated_from)),
         (e.period).starts::daterange, (e.period).ends::daterange, period_days(e.period),
         array(select p.partner::text from fms_partners p
                where (p.id, p.stated_from) = (e.id, e.stated_from) order by p.position),
         case when (e.amount).as_stated is not null then format('The figure for this period is printed as %s.', (e.amount).as_stated) end
    from fms_sales e
  union all
  select 'sales/dcs', e.id::text, e.stated_from, e.stated_until, 1, 'periodCovered',
         (select t.title from entries t where (t.resource, t.id, t.stated_from) = ('sales/dcs', e.id, e.stated_from)),
         (e.period).starts::daterange, (e.period).ends::daterange, period_days(e.period),
         array(select p.partner::text from dcs_partners p
                where (p.id, p.stated_from) = (e.id, e.stated_from) order by p.position),
         case when (e.amount).as_stated is not null then format('The figure for this period is printed as %s.', (e.amount).as_stated) end
    from dcs_sales e
  union all
  select 'assistance', e.id::text, e.stated_from, e.stated_until, 1, 'periodCovered', title_of(e.program),
         (e.period).starts::daterange, (e.period).ends::daterange, period_days(e.period),
         array(select p.partner::text from assistance_partners p
                where (p.id, p.stated_from) = (e.id, e.stated_from) order by p.position),
         case when e.basis = 'perYear' then format('The figure for each year of this period is printed as %s.', (e.amount).as_stated)
              when e.basis is not null then format('The figure for this period is printed as %s.', (e.amount).as_stated) end
    from assistance e
  union all
  select 'fact-sheets', e.id::text, lower(e.published), null, 1, 'published',
         e.title::text, e.published::daterange, null, e.published::daterange,
         array(select p.partner::text from fact_sheet_partners p where p.fact_sheet = e.id order by p.position),
         format('Published by: %s.', concat_ws(', ', e.publisher, e.bureau))
    from fact_sheets e
)
select resource, id, stated_from, stated_until, event, title, date, until, partners,
       concat_ws(' ', coalesce(written(date), '~'), resource, id, stated_from, to_char(position, 'FM00000')) as place,
       days, detail
  from dated
 where days is not null;
