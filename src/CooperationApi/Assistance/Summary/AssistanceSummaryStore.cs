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
        figures as materialized (
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
           cross join lateral (select days_measured(e.period, e.basis = 'cumulative', e.stated_from) as days) m
           where (@partner::text[] is null or b.partners && @partner)
             and (@program::text[] is null or e.program = any (@program))
             and (@direction::text[] is null or e.direction = any (@direction))
             and (@basis::text[] is null or e.basis = any (@basis))
             and (@stage::text[] is null or e.stage = any (@stage))
             and
        """ + " " + Where.CoveringSql + "\n             and " + Where.AtSql + ")";

    private const string FromSql = "(with recursive " + PartsSql + ",\n" + FiguresSql + ",\n" + Summing.BucketsSql + ") e";

    private const string ColumnsSql = """
        e.shared[1] as program, e.shared[2] as direction, e.shared[3] as basis, e.shared[4] as stage,
               case when e.members -> 0 <> 'null' then array(select jsonb_array_elements_text(e.members -> 0)) end as partners,
               e.members ->> 1 as year,
        """ + " " + Summing.ColumnsSql;

    private const string SelectSql = "select " + ColumnsSql + "\n  from " + FromSql;

    private const string NotSingleSql = "select " + ColumnsSql + ", count(*) over () as groups\n  from " + FromSql + Summing.NotSingleSql;

    private static readonly Dictionary<AssistanceSummarySort, SortOrder> Orders = new()
    {
        [AssistanceSummarySort.Group] = Summing.ByGroup,
        [AssistanceSummarySort.Count] = Summing.ByCount,
        [AssistanceSummarySort.Sum] = Summing.BySum,
    };

    /// <summary>A page of buckets; or, where one sum is demanded of each group, those that have none, and how many they are.</summary>
    public Task<(Rows<AssistanceBucket>? Rows, IReadOnlyList<AssistanceBucket> NotSingle, long Groups)> Summarize(
        ListQuery<AssistanceBucket, AssistanceSummaryFilter, AssistanceSummarySort> query, CancellationToken stop) =>
        database.Summarize((SelectSql, NotSingleSql), () => Asked(query.Filter), Orders, query.Filter.Sums, query.Paging, stop);

    private static Where Asked(AssistanceSummaryFilter filter) => new Where("assistance")
        .ForWhole(filter.AsOf, filter.Partner)
        .Given("groupBy", filter.GroupBy)
        .Given("program", filter.Program)
        .Given("direction", filter.Direction)
        .Given("basis", filter.Basis)
        .Given("stage", filter.Stage)
        .Given("since", filter.Since?.First)
        .Given("until", filter.Until?.Last)
        .GivenCovering(filter.Period, filter.Overlaps);
}
