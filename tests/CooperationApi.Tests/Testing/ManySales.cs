using Npgsql;

namespace CooperationApi.Tests.Testing;

/// <summary>
/// Any number of figures of Foreign Military Sales, as varied as real ones: of few partners often and of many seldom, most of them small and some
/// large, over decades, some corrected once. The same for the same seed. Put in by the million without the triggers that check each, and
/// indexed when they are all there.
/// </summary>
internal static class ManySales
{
    private const string WithoutIndexesSql = """
        create temp table rebuilt on commit drop as
        select format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) as made,
               format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname) as dropped
          from pg_constraint c
         where c.conrelid = 'fms_sales'::regclass and c.contype = 'x'
        union all
        select pg_get_indexdef(i.indexrelid), format('drop index %s', i.indexrelid::regclass)
          from pg_index i
         where i.indrelid in ('fms_sales'::regclass, 'fms_partners'::regclass, 'fms_articles'::regclass)
           and not exists (select from pg_constraint c where c.conindid = i.indexrelid);
        do $do$
        declare
          spare text;
        begin
          for spare in select dropped from rebuilt loop
            execute spare;
          end loop;
        end $do$;
        """;

    private const string WithIndexesSql = """
        do $do$
        declare
          lacking text;
        begin
          for lacking in select made from rebuilt loop
            execute lacking;
          end loop;
        end $do$;
        """;

    // A roll is a number from 0 to 1, its own for each record and purpose.
    private const string RollsSql = """
        create function pg_temp.roll(n bigint, what integer) returns float8
          language sql immutable
        return (hashint8extended(n, 1000 * $seed$ + what) & 16777215) / 16777216::float8;

        create function pg_temp.printed(tenths bigint, word text, qualifier text) returns quantity
          language sql immutable
        return case
          when word is null then null
          when qualifier is null then row(null, null, null, null, 'USD', word || 's')::quantity
          else row(
            20 * tenths * step_of(word),
            case when qualifier in ('stated', 'about') then (20 * tenths - 10) * step_of(word)
                 when qualifier in ('over', 'atLeast') then 20 * tenths * step_of(word) end,
            case when qualifier in ('stated', 'about') then (20 * tenths + 10) * step_of(word)
                 when qualifier in ('nearly', 'upTo') then 20 * tenths * step_of(word) end,
            qualifier, 'USD', format('$%s.%s %s', tenths / 10, tenths % 10, word))::quantity end;
        """;

    private const string RolledSql = """
        create temp table rolled on commit drop as
        select 'many-' || lpad(n::text, greatest(7, length(n::text)), '0') as id, n,
               (array['activeCases', 'activeCases', 'sales', 'sales', 'sales', 'sales', 'defenseTrade', 'case', 'case',
                      case when n % 2 = 0 then 'ceiling' else 'expectedTotal' end])[1 + floor(10 * pg_temp.roll(n, 1))::integer] as measure,
               pg_temp.roll(n, 2) as stage, 2018 - floor(45 * power(pg_temp.roll(n, 3), 2))::integer as year,
               floor(6 * pg_temp.roll(n, 4))::integer as years, floor(power(10, 3 * pg_temp.roll(n, 5)))::bigint as tenths,
               case when n % 50 > 0 then case when pg_temp.roll(n, 6) < 0.3 then 'billion' else 'million' end end as word,
               (array['stated', 'stated', 'stated', 'stated', 'stated', 'stated', 'stated', 'stated', 'stated', 'stated', 'stated', 'stated',
                      'about', 'about', 'about', 'over', 'over', 'nearly', 'upTo', 'atLeast', null])[1 + floor(21 * pg_temp.roll(n, 7))::integer] as qualifier,
               floor(power(pg_temp.roll(n, 8), 3) * 60)::integer as partner, greatest(1, floor(6 * pg_temp.roll(n, 9))::integer - 2) as partners,
               floor(20 * pg_temp.roll(n, 10))::integer as article, greatest(case when n % 50 = 0 then 1 else 0 end, floor(5 * pg_temp.roll(n, 11))::integer) as articles,
               pg_temp.roll(n, 12) < 0.1 as was_corrected
          from generate_series(1, $count$::bigint) n;

        create temp table editions on commit drop as
        select r.*, date '2018-05-21' as stated_from, null::date as stated_until from rolled r
        union all
        select r.*, '2016-01-01', '2018-05-21' from rolled r where r.was_corrected;
        """;

    private const string RowsSql = """
        insert into fact_sheets (id, title, publisher, published)
        values ('many-2016-01-01', 'Many figures of 2016', 'U.S. Department of State', days_of('2016-01-01'))
        on conflict (id) do nothing;
        insert into fms_partners (id, stated_from, position, partner)
        select e.id, e.stated_from, 1 + p, k.codes[1 + (e.partner + 7 * p) % 60]
          from editions e
         cross join (select string_to_array('SAU ISR JPN KOR AUS TWN GBR IND ARE EGY IRQ QAT KWT JOR PHL SGP TUR POL NOR NLD ITA GRC ROU CAN THA PAK '
                   || 'IDN MAR BHR OMN LBN COL UKR ESP DEU FRA BEL DNK SWE FIN CZE SVK HUN BGR HRV SVN EST LVA LTU GEO CHL BRA ARG MEX PER TUN KEN NGA '
                   || 'VNM NZL', ' ')::text[] as codes) k
         cross join generate_series(0, 2) p
         where p < e.partners;
        insert into fms_articles (id, stated_from, position, name, designation, "group", as_stated, count)
        select e.id, e.stated_from, 1 + p, a.name, nullif(a.designation, ''), nullif(a."group", ''), a.name,
               case when e.n % 3 = 0 then 1 + e.n % 96 end
          from editions e
         cross join generate_series(0, 3) p
          join (values
            (0, 'F-16 Fighting Falcon', 'F-16', 'platforms'), (1, 'F-35 Joint Strike Fighter', 'F-35', 'platforms'), (2, 'F-15 Eagle', 'F-15', 'platforms'),
            (3, 'CH-47 Chinook', 'CH-47', 'platforms'), (4, 'UH-60 Black Hawk', 'UH-60', 'platforms'), (5, 'AH-64 Apache', 'AH-64', 'platforms'),
            (6, 'C-130J Super Hercules', 'C-130J', 'platforms'), (7, 'KC-46 tanker', 'KC-46', 'platforms'), (8, 'P-8 Poseidon', 'P-8', 'platforms'),
            (9, 'E-2D Airborne Early Warning aircraft', 'E-2D', 'platforms'), (10, 'MV-22 Osprey', 'MV-22', 'platforms'), (11, 'M1 Abrams tank', 'M1', 'platforms'),
            (12, 'Patriot missile defense system', '', 'missiles'), (13, 'AIM-120 AMRAAM', 'AIM-120', 'missiles'), (14, 'AGM-114 Hellfire', 'AGM-114', 'missiles'),
            (15, 'FGM-148 Javelin', 'FGM-148', 'missiles'), (16, 'UGM-84 Harpoon', 'UGM-84', 'missiles'), (17, 'SM-3 Block IIA', 'SM-3 Block IIA', 'missiles'),
            (18, 'Mine-resistant vehicles', '', ''), (19, 'Naval gun mounts', '', ''), (20, 'RQ-4 Global Hawk', 'RQ-4', 'platforms')) a (at, name, designation, "group")
            on a.at = case when e.n % 50000 = 7 and p = 0 then 20 else (e.article + 3 * p) % 20 end
         where p < greatest(e.articles, case when e.n % 50000 = 7 then 1 else 0 end);
        insert into citations (resource, id, stated_from, position, fact_sheet, paragraph, as_stated)
        select 'sales/fms', e.id, e.stated_from, 1, case when e.stated_until is null then 'jpn-2018-05-21' else 'many-2016-01-01' end, 1 + e.n % 9,
               coalesce((pg_temp.printed(e.tenths, e.word, e.qualifier)).as_stated, 'articles')
          from editions e;
        insert into fms_sales (id, stated_from, stated_until, measure, stage, kind, amount, period, partners, articles, citations, notes, revision)
        select e.id, e.stated_from, e.stated_until, e.measure,
               case e.measure
                 when 'activeCases' then 'active'
                 when 'sales' then (array['sold', 'contracted', 'purchased', 'implemented'])[1 + floor(4 * e.stage)::integer]
                 when 'defenseTrade' then 'traded'
                 when 'case' then (array['notified', 'approved', 'announced', 'considered', 'agreed'])[1 + floor(5 * e.stage)::integer]
                 when 'ceiling' then (array['agreed', 'approved'])[1 + floor(2 * e.stage)::integer]
                 else 'expected' end,
               case e.measure when 'activeCases' then 'stock' when 'case' then 'case' when 'ceiling' then 'plan' when 'expectedTotal' then 'plan' else 'flow' end,
               pg_temp.printed(case when e.stated_until is null then e.tenths else 1 + e.tenths * 9 / 10 end, e.word, e.qualifier),
               case e.measure
                 when 'sales' then case when e.n % 10 > 0 then fiscal_years(e.year, least(2018, e.year + e.years)) else fiscal_years(e.year, null) end
                 when 'defenseTrade' then calendar_years(e.year, least(2018, e.year + e.years))
                 when 'case' then days(format('%s-%s-%s', e.year, lpad((1 + e.n % 12)::text, 2, '0'), lpad((1 + e.n % 28)::text, 2, '0')),
                                       format('%s-%s-%s', e.year, lpad((1 + e.n % 12)::text, 2, '0'), lpad((1 + e.n % 28)::text, 2, '0')))
                 when 'ceiling' then fiscal_years(2019, 2019 + e.years) end,
               array(select p.partner::text from fms_partners p where (p.id, p.stated_from) = (e.id, e.stated_from) order by p.position),
               array_to_json(array(
                 select p
                   from (select p.name, p.designation, p."group", p.count, p.as_stated as "asStated"
                           from fms_articles p
                          where (p.id, p.stated_from) = (e.id, e.stated_from)
                          order by p.position) p)),
               array_to_json(array(
                 select c
                   from (select c.fact_sheet as "factSheet", c.paragraph, c.as_stated as "asStated"
                           from fms_sales_citations c
                          where (c.resource, c.id, c.stated_from) = ('sales/fms', e.id, e.stated_from)) c)),
               case when e.n % 20 = 0 then array['The source says so of figure ' || e.n || '.'] else '{}' end, 1
          from editions e;
        """;

    public static async Task Add(string connectionString, int count, int seed, CancellationToken stop)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(string.Join('\n',
            "begin; set local session_replication_role = replica; set local maintenance_work_mem = '512MB';",
            "create function pg_temp.step_of(word text) returns bigint language sql immutable return case word when 'billion' then 5000000 else 5000 end;",
            RollsSql.Replace("step_of", "pg_temp.step_of", StringComparison.Ordinal).Replace("$seed$", $"{seed}", StringComparison.Ordinal),
            WithoutIndexesSql,
            RolledSql.Replace("$count$", $"{count}", StringComparison.Ordinal),
            RowsSql,
            WithIndexesSql,
            "commit; analyze;"));
        command.CommandTimeout = 3600;
        await command.ExecuteNonQueryAsync(stop);
    }
}
