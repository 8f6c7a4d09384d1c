using System.Data;
using CooperationApi.Kernel;
using Dapper;
using Npgsql;

namespace CooperationApi.Sales.Summary;

/// <summary>All SQL of the summary of sales.</summary>
internal sealed class SalesSummaryStore(NpgsqlDataSource database)
{
    // A figure that names several of what it is grouped by is in several groups; one that names none is in the group of null.
    private const string FiguresSql = """
        figures as materialized (
          select e.channel, e.measure, e.stage, e.kind, e.id, e.amount, e.partners as parties,
                 case e.kind when 'flow' then period_days(e.period) end as days,
                 case e.kind when 'flow' then period_days(e.period) else daterange(e.stated_from, e.stated_from, '[]') end as covered,
                 case when 'partner' = any (@groupBy::text[]) then e.partners end as partners,
                 case when 'year' = any (@groupBy::text[]) then
                   case e.kind when 'flow' then period_years(e.period) else to_char(e.stated_from, 'YYYY') end
                 end as year,
                 category, article
            from sales e
            left join unnest(case when 'category' = any (@groupBy::text[]) then e.categories end) as category on true
            left join unnest(case when 'article' = any (@groupBy::text[]) then e.articles end) as article on true
           where (@partner::text[] is null or e.partners && @partner)
             and (@channel::text[] is null or e.channel = any (@channel))
             and (@measure::text[] is null or e.measure = any (@measure))
             and (@stage::text[] is null or e.stage = any (@stage))
             and (@kind::text[] is null or e.kind = any (@kind))
             and (@since::date is null and @until::date is null
                  or period_days(e.period) && daterange(@since::date, @until::date, '[]'))
             and
        """ + " " + Where.AtSql + ")";

    // The place of a bucket is its group and what its figures share; as JSON, so that no two groups are spelled alike. A figure has
    // a row for each of its partners, of which the first stands for the whole figure; one of no partner may be of any.
    private const string PlacedSql = """
        placed as materialized (
          select f.*, g.grouped, b.place, party, coalesce(position, 1) = 1 as whole,
                 coalesce(lower(f.days), '-infinity') as begins, coalesce(upper(f.days), 'infinity') as ends
            from figures f
           cross join lateral (
             select jsonb_build_array(
               f.partners, f.year, f.category, f.article,
               case when 'channel' = any (@groupBy::text[]) then f.channel end,
               case when 'measure' = any (@groupBy::text[]) then f.measure end)::text collate "C" as grouped) g
           cross join lateral (
             select concat(g.grouped, jsonb_build_array(f.channel, f.measure, f.stage, f.kind)) collate "C" as place) b
            left join unnest(case
                   when f.parties = '{}' then array(select distinct unnest(a.parties) from figures a)
                   else f.parties end) with ordinality as p (party, position) on true)
        """;

    // Within a bucket, the figures that have a partner in common are a series. In the order of their beginnings, a figure overlaps
    // another if one before has not ended or the next has begun. A stock, and a flow of an unknown period, are of all time.
    private const string ComparedSql = """
        compared as (
          select s.*, s.begins < s.ended or s.next < s.ends as overlaps
            from (select p.*, lead(p.begins) over series as next,
                         max(p.ends) over (series rows between unbounded preceding and 1 preceding) as ended
                    from placed p
                  window series as (partition by p.place, p.party order by p.begins, p.ends, p.id)) s)
        """;

    private const string BucketsSql = """
        buckets as (
          select c.place, c.grouped, c.channel, c.measure, c.stage, c.kind, c.partners, c.year, c.category, c.article,
                 count(*) filter (where c.whole) as count,
                 sum((c.amount).value) filter (where c.whole) as value,
                 sum((c.amount).low) filter (where c.whole) as low,
                 sum((c.amount).high) filter (where c.whole) as high,
                 count(*) filter (where c.whole and (c.amount).value is null) as without_value,
                 count(*) filter (where c.whole and (c.amount).high is null) as without_high,
                 bool_or((c.amount).qualifier is distinct from 'stated') as qualified,
                 (array_agg(c.id order by (c.amount).value, c.id) filter (where c.whole))[1] as least_id,
                 (array_agg(c.amount order by (c.amount).value, c.id) filter (where c.whole))[1] as least,
                 (array_agg(c.id order by (c.amount).value desc nulls last, c.id) filter (where c.whole))[1] as most_id,
                 (array_agg(c.amount order by (c.amount).value desc nulls last, c.id) filter (where c.whole))[1] as most,
                 case when bool_and(lower(c.covered) is not null) then min(lower(c.covered)) end as covers_from,
                 case when bool_and(upper(c.covered) is not null) then max(upper(c.covered)) - 1 end as covers_until,
                 count(distinct coalesce(c.covered::text, '')) > 1 as varied,
                 count(distinct c.id) filter (where c.overlaps) as overlapping,
                 (array_agg(distinct c.id) filter (where c.overlaps))[1:10] as records
            from compared c
           group by c.place, c.grouped, c.channel, c.measure, c.stage, c.kind, c.partners, c.year, c.category, c.article)
        """;

    private const string FromSql = "(with " + FiguresSql + ",\n" + PlacedSql + ",\n" + ComparedSql + ",\n" + BucketsSql + """

        select b.*, count(*) over one as buckets,
               array_remove(array[
                 case when min(b.channel) over one <> max(b.channel) over one then 'differentChannel' end,
                 case when min(b.measure) over one <> max(b.measure) over one then 'differentMeasure' end,
                 case when min(b.stage) over one <> max(b.stage) over one then 'differentStage' end,
                 case when min(b.kind) over one <> max(b.kind) over one then 'differentKind' end,
                 case when b.overlapping > 0 then 'overlappingPeriods' end,
                 case when coalesce(b.category, b.article) is not null then 'partOfFigure' end,
                 case when b.varied and b.overlapping = 0 and coalesce(b.category, b.article) is null then 'differentTimes' end], null) as codes,
               b.overlapping = 0 and coalesce(b.category, b.article) is null as adds_up
          from buckets b
        window one as (partition by b.grouped)) e
        """;

    private const string ColumnsSql = """
        e.channel, e.measure, e.stage, e.kind, e.partners, e.year, e.category, e.article, e.covers_from, e.covers_until, e.count,
               case when e.adds_up then json_build_object(
                 'value', case e.without_value when 0 then e.value end, 'low', coalesce(e.low, 0),
                 'high', case e.without_high when 0 then e.high end, 'qualified', e.qualified, 'unit', 'USD') end as sum,
               case when (e.least).value is not null then
                 json_build_object('id', e.least_id, 'amount', quantity_json(e.least)) end as min,
               case when (e.most).value is not null then
                 json_build_object('id', e.most_id, 'amount', quantity_json(e.most)) end as max,
               json_build_object('codes', e.codes, 'kind', e.kind, 'overlapping', coalesce(e.records, '{}'),
                                 'more', e.overlapping - coalesce(cardinality(e.records), 0)) as reasons
        """;

    private const string SelectSql = "select " + ColumnsSql + "\n  from " + FromSql;

    // One bucket speaks for its group, if possible one that has no sum.
    private const string NotSingleSql = "select " + ColumnsSql + """
        , count(*) over () as groups
          from (select distinct on (e.grouped) e.*
                  from
        """ + " " + FromSql + """

                 where e.buckets > 1 or not e.adds_up
                 order by e.grouped, e.adds_up, e.place) e
         order by e.grouped
         limit @most
        """;

    private static readonly SortOrder Place = new("left(e.place, 160) || md5(e.place)");

    private static readonly Dictionary<SalesSummarySort, SortOrder> Orders = new()
    {
        [SalesSummarySort.Group] = Place,
        [SalesSummarySort.Count] = new("e.count", SortType.Number),
        [SalesSummarySort.Sum] = new("case when e.adds_up and e.without_value = 0 then e.value end", SortType.Number),
    };

    /// <summary>A page of buckets; or, where one sum is demanded of each group, those that have none, and how many they are.</summary>
    public async Task<(Rows<SalesBucket>? Rows, IReadOnlyList<SalesBucket> NotSingle, long Groups)> Summarize(
        ListQuery<SalesBucket, SalesSummaryFilter, SalesSummarySort> query, CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
        if (query.Filter.Sums == SumsPerGroup.Single)
        {
            var parameters = Asked(query.Filter).Given("most", NotSummable.Most).Parameters;
            var found = (await connection.QueryAsync<SalesBucket, long, (SalesBucket Bucket, long Groups)>(
                new CommandDefinition(NotSingleSql, parameters, snapshot, cancellationToken: stop),
                (bucket, groups) => (bucket, groups),
                "groups")).AsList();
            if (found.Count > 0)
            {
                return (null, [.. found.Select(row => row.Bucket)], found[0].Groups);
            }
        }

        return (await connection.List(snapshot, SelectSql, Asked(query.Filter), Orders, query.Paging, stop, Place), [], 0);
    }

    private static Where Asked(SalesSummaryFilter filter) => new Where("sales/fms", "sales/dcs")
        .ForWhole(filter.AsOf, filter.Partner)
        .Given("groupBy", filter.GroupBy)
        .Given("channel", filter.Channel)
        .Given("measure", filter.Measure)
        .Given("stage", filter.Stage)
        .Given("kind", filter.Kind)
        .Given("since", filter.Since?.First)
        .Given("until", filter.Until?.Last);
}
