using CooperationApi.Kernel;
using Npgsql;

namespace CooperationApi.Assistance.Summary;

/// <summary>All SQL of the summary of assistance.</summary>
internal sealed class AssistanceSummaryStore(NpgsqlDataSource database)
{
    // What each figure is a part of, and what that is a part of in turn, whether it is asked for or not, and whether it stands or not. A source
    // tells of two or three such steps; what goes on and on is a circle.
    private const string PartsSql = """
        parts (id, whole, step) as (
          select e.id, e.part_of, 1
            from assistance e
           where e.part_of is not null and
        """ + " " + Where.AtSql + """

          union
          select p.id, e.part_of, p.step + 1
            from parts p
            join assistance e on e.id = p.whole
           where e.part_of is not null and p.step < 20)
        """;

    private const string FiguresSql = """
        select e.id::text as id, e.amount, b.partners as parties, coalesce(w.wholes, '{}') as wholes,
                 period_days(e.period) as days, period_days(e.period) as covered, false as stock,
                 array_remove(array[case e.basis when 'perYear' then 'yearlyRate' end], null) as alone,
                 array[
                   case when 'partner' = any (@groupBy::text[]) then b.partners::text end,
                   case when 'year' = any (@groupBy::text[]) then period_years(e.period) end,
                   case when 'program' = any (@groupBy::text[]) then e.program end,
                   case when 'direction' = any (@groupBy::text[]) then e.direction end,
                   e.program, e.direction, e.basis, e.stage] as key,
                 '{differentProgram,differentDirection,differentBasis,differentStage}'::text[] as apart
            from assistance e
           cross join lateral (
             select array(select p.partner::text
                            from assistance_partners p
                           where (p.id, p.stated_from) = (e.id, e.stated_from)
                           order by p.partner) as partners) b
            left join (select p.id, array_agg(p.whole::text) as wholes from parts p group by p.id) w on w.id = e.id
        """;

    private const string MeasuredSql = "days_measured(e.period, e.basis = 'cumulative', e.stated_from)";

    private const string HasPartnerSql = """
        exists (select
                  from assistance_partners p
                 where (p.id, p.stated_from) = (e.id, e.stated_from) and p.partner = any (@partner))
        """;

    private const string ColumnsSql = """
        e.shared[1] as program, e.shared[2] as direction, e.shared[3] as basis, e.shared[4] as stage,
               case when e.members -> 0 <> 'null' then array(select jsonb_array_elements_text(e.members -> 0)) end as partners,
               e.members ->> 1 as year,
        """ + " " + Summing.ColumnsSql;

    private static readonly Dictionary<AssistanceSummarySort, SortOrder> Orders = new()
    {
        [AssistanceSummarySort.Group] = Summing.ByGroup,
        [AssistanceSummarySort.Count] = Summing.ByCount,
        [AssistanceSummarySort.Sum] = Summing.BySum,
    };

    /// <summary>A page of buckets; or, where one sum is demanded of each group, those that have none, and how many they are.</summary>
    public Task<(Rows<AssistanceBucket>? Rows, IReadOnlyList<AssistanceBucket> NotSingle, long Groups)> Summarize(
        ListQuery<AssistanceBucket, AssistanceSummaryFilter, AssistanceSummarySort> query, CancellationToken stop) =>
        database.Summarize(ColumnsSql, FiguresSql, () => Asked(query.Filter), Orders, query.Filter.Sums, query.Paging, stop, PartsSql);

    private static Where Asked(AssistanceSummaryFilter filter) => new Where("assistance")
        .At(filter.AsOf)
        .Of(filter.Partner, HasPartnerSql)
        .And("e.program = any (@program)", "program", filter.Program)
        .And("e.direction = any (@direction)", "direction", filter.Direction)
        .And("e.basis = any (@basis)", "basis", filter.Basis)
        .And("e.stage = any (@stage)", "stage", filter.Stage)
        .During(filter.Since, filter.Until, MeasuredSql)
        .Covering(filter.Period, filter.Overlaps, MeasuredSql)
        .Given("groupBy", filter.GroupBy)
        .Given("asOf", filter.AsOf);
}
