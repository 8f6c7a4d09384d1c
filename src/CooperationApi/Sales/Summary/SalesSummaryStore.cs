using CooperationApi.Kernel;
using Npgsql;

namespace CooperationApi.Sales.Summary;

/// <summary>All SQL of the summary of sales.</summary>
internal sealed class SalesSummaryStore(NpgsqlDataSource database)
{
    // A figure that names several of what it is grouped by is in several groups; one that names none is in the group of null.
    private const string FiguresSql = """
        select e.id, e.amount, e.partners as parties, '{}'::text[] as wholes,
                 case e.kind when 'flow' then period_days(e.period) end as days,
                 case e.kind when 'stock' then daterange(e.stated_from, e.stated_from, '[]') else period_days(e.period) end as covered,
                 e.kind = 'stock' as stock,
                 array_remove(array[
                   case e.kind when 'case' then 'singleCase' when 'plan' then 'plan' end,
                   case when coalesce(category, article) is not null then 'partOfFigure' end], null) as alone,
                 array[
                   case when 'partner' = any (@groupBy::text[]) then e.partners::text end,
                   case when 'year' = any (@groupBy::text[]) then
                     case e.kind when 'stock' then to_char(e.stated_from, 'YYYY') else period_years(e.period) end
                   end,
                   category, article,
                   case when 'channel' = any (@groupBy::text[]) then e.channel end,
                   case when 'measure' = any (@groupBy::text[]) then e.measure end,
                   e.channel, e.measure, e.stage, e.kind] as key,
                 '{differentChannel,differentMeasure,differentStage,differentKind}'::text[] as apart
            from sales e
            left join unnest(case when 'category' = any (@groupBy::text[]) then e.categories end) as category on true
            left join unnest(case when 'article' = any (@groupBy::text[]) then e.articles end) as article on true
        """;

    private const string MeasuredSql = "days_measured(e.period, e.kind = 'flow', e.stated_from)";

    private const string HasPartnerSql = """
        (e.channel, e.id, e.stated_from) in (
            select 'fms', p.id::text, p.stated_from from fms_partners p where p.partner = any (@partner)
            union all
            select 'dcs', p.id::text, p.stated_from from dcs_partners p where p.partner = any (@partner))
        """;

    private const string ColumnsSql = """
        e.shared[1] as channel, e.shared[2] as measure, e.shared[3] as stage, e.shared[4] as kind,
               case when e.members -> 0 <> 'null' then array(select jsonb_array_elements_text(e.members -> 0)) end as partners,
               e.members ->> 1 as year, e.members ->> 2 as category, e.members ->> 3 as article,
        """ + " " + Summing.ColumnsSql;

    private static readonly Dictionary<SalesSummarySort, SortOrder> Orders = new()
    {
        [SalesSummarySort.Group] = Summing.ByGroup,
        [SalesSummarySort.Count] = Summing.ByCount,
        [SalesSummarySort.Sum] = Summing.BySum,
    };

    /// <summary>A page of buckets; or, where one sum is demanded of each group, those that have none, and how many they are.</summary>
    public Task<(Rows<SalesBucket>? Rows, IReadOnlyList<SalesBucket> NotSingle, long Groups)> Summarize(
        ListQuery<SalesBucket, SalesSummaryFilter, SalesSummarySort> query, CancellationToken stop) =>
        database.Summarize(ColumnsSql, FiguresSql, () => Asked(query.Filter), Orders, query.Filter.Sums, query.Paging, stop);

    private static Where Asked(SalesSummaryFilter filter) => new Where("sales/fms", "sales/dcs")
        .At(filter.AsOf)
        .Of(filter.Partner, HasPartnerSql)
        .And("e.channel = any (@channel)", "channel", filter.Channel)
        .And("e.measure = any (@measure)", "measure", filter.Measure)
        .And("e.stage = any (@stage)", "stage", filter.Stage)
        .And("e.kind = any (@kind)", "kind", filter.Kind)
        .During(filter.Since, filter.Until, MeasuredSql)
        .Covering(filter.Period, filter.Overlaps, MeasuredSql)
        .Given("groupBy", filter.GroupBy);
}
