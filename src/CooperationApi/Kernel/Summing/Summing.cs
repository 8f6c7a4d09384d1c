using System.Data;
using Dapper;
using Npgsql;

namespace CooperationApi.Kernel;

/// <summary>
/// Figures counted and added up as far as they can be. A summary selects its figures as a CTE called <c>figures</c>, a row for each group
/// that one is in, and all else is the same for all:
/// <c>id</c>, <c>amount</c>; <c>parties</c>, the partners, of whom none stands for any; <c>wholes</c>, the ids of all that it is a part of;
/// <c>days</c>, the time that it adds up over, null for all time; <c>covered</c>, the time that it is about; <c>stock</c>, whether it is one;
/// <c>alone</c>, the reasons why it is never added to anything; <c>key</c>, what it is grouped by, the partners as the text of an array first, and then
/// what the figures of a bucket have in common; <c>apart</c>, the reasons that differences in the latter are.
/// Each step is made for a million figures: it reads them once, and what it sorts is numbers and dates.
/// </summary>
internal static class Summing
{
    // Only figures with an amount take part in sums. No period is empty, so that one without bounds is none.
    private const string SummedSql = """
        summed as materialized (
          select row_number() over () as bucket, f.key, min(f.apart) as apart, min(f.alone) as alone, bool_and(f.stock) as stock, count(*) as count,
                 count(*) - count((f.amount).as_stated) as without_amount,
                 sum((f.amount).value) as value, sum((f.amount).low) as low, sum((f.amount).high) as high,
                 count((f.amount).as_stated) - count((f.amount).value) as without_value,
                 count((f.amount).as_stated) - count((f.amount).high) as without_high,
                 min((f.amount).value) as least, max((f.amount).value) as most,
                 bool_or((f.amount).qualifier is distinct from 'stated') filter (where (f.amount).as_stated is not null) as qualified,
                 min(c.first) as covers_from, max(c.last) as covers_until,
                 count(c.first) as with_first, count(c.last) as with_last,
                 min(c.first) <> max(c.first) or min(c.last) <> max(c.last)
                   or count(c.first) not in (0, count((f.amount).as_stated)) or count(c.last) not in (0, count((f.amount).as_stated)) as varied
            from figures f
           cross join lateral (
             select case when (f.amount).as_stated is not null then lower(f.covered) end as first,
                    case when (f.amount).as_stated is not null then upper(f.covered) end as last) c
           group by f.key)
        """;

    private const string ExtremesSql = """
        extremes as (
          select s.bucket,
                 (array_agg(json_build_object('id', f.id, 'amount', quantity_json(f.amount)) order by f.id) filter (where (f.amount).value = s.least))[1] as min,
                 (array_agg(json_build_object('id', f.id, 'amount', quantity_json(f.amount)) order by f.id) filter (where (f.amount).value = s.most))[1] as max
            from figures f
            join summed s on s.key = f.key and (f.amount).value in (s.least, s.most)
           group by s.bucket)
        """;

    // The figures of a bucket that have a partner in common and the same time. One of no partner may be of any.
    private const string SpansSql = """
        spans as (
          select s.bucket, p.party, t.begins, t.ends, array_agg(f.id) as ids
            from figures f
            join summed s on s.key = f.key
           cross join lateral (
             select coalesce(lower(f.days), '-infinity') as begins, coalesce(upper(f.days), 'infinity') as ends) t
            left join unnest(case
                   when f.parties = '{}' then array(select distinct unnest(a.parties) from figures a)
                   else f.parties end) as p (party) on true
           where (f.amount).as_stated is not null and s.alone <@ '{partOfFigure}'
           group by s.bucket, p.party, t.begins, t.ends)
        """;

    // Those that have a partner in common are a series. In the order of their beginnings, a time overlaps another if one before has not ended or
    // the next has begun. A stock, and a flow of an unknown period, are of all time.
    private const string OverlappingSql = """
        overlapping as (
          select o.bucket, count(*) as count, (array_agg(o.id order by o.id))[1:10] as ids
            from (select distinct s.bucket, i.id
                    from (select p.*, lead(p.begins) over series as next,
                                 max(p.ends) over (series rows between unbounded preceding and 1 preceding) as ended
                            from spans p
                          window series as (partition by p.bucket, p.party order by p.begins, p.ends)) s
                   cross join unnest(s.ids) as i (id)
                   where cardinality(s.ids) > 1 or s.begins < s.ended or s.next < s.ends) o
           group by o.bucket)
        """;

    // What stands beside its own whole in a bucket, whatever periods and partners are stated of the two. It may lead back to itself.
    private const string NestedSql = """
        nested as (
          select part.key, array_agg(distinct concat(part.id, ' of ', o.id) collate "C") as parts
            from figures part
           cross join unnest(part.wholes) as w (id)
            join figures o on (o.key, o.id) = (part.key, w.id) and o.id <> part.id
           where (part.amount).as_stated is not null and (o.amount).as_stated is not null
           group by part.key)
        """;

    // Where no figure is a part of another, nothing is compared to find that out.
    private const string NoneNestedSql = "nested as (select null::text[] as key, null::text[] as parts where false)";

    // The place of a bucket is its group and what its figures share; as JSON, so that no two groups are spelled alike.
    private const string CountedSql = """
        counted as (
          select s.*, k.members, k.shared, k.members::text collate "C" as grouped, concat(k.members, to_jsonb(k.shared)) collate "C" as place,
                 x.min, x.max, o.ids as overlapping, coalesce(o.count, 0) as overlaps, coalesce(n.parts, '{}') as parts
            from summed s
            left join extremes x on x.bucket = s.bucket
            left join overlapping o on o.bucket = s.bucket
            left join nested n on n.key = s.key
           cross join lateral (select cardinality(s.key) - cardinality(s.apart) as members) c
           cross join lateral (
             select jsonb_build_array(s.key[1]::text[]) || to_jsonb(s.key[2:c.members]) as members, s.key[c.members + 1:] as shared) k)
        """;

    private const string DifferingSql = """
        differing as (
          select d.grouped, array_agg(d.code order by d.position) as codes
            from (select b.grouped, s.code, s.position
                    from counted b
                   cross join unnest(b.shared, b.apart) with ordinality as s (value, code, position)
                   group by b.grouped, s.code, s.position
                  having count(distinct coalesce(s.value, '')) > 1) d
           group by d.grouped)
        """;

    /// <summary>The buckets of <c>figures</c>; one of each group that is not one sum speaks for it, if possible one that has none.</summary>
    private const string BucketsSql = SummedSql + ",\n" + ExtremesSql + ",\n" + SpansSql + ",\n" + OverlappingSql + ",\n" + CountedSql + ",\n" + DifferingSql + """

        select b.*, a.adds_up,
               array_remove(coalesce(d.codes, '{}') || array[
                 case when b.overlaps > 0 then 'overlappingPeriods' end,
                 case when b.parts <> '{}' and b.alone <@ '{partOfFigure}' then 'partOfAnother' end] || b.alone || array[
                 case when b.without_amount > 0 then 'noAmount' end,
                 case when a.adds_up and b.varied then 'differentTimes' end], null) as codes,
               (d.codes is not null or not a.adds_up)
                 and row_number() over (partition by b.grouped order by a.adds_up, b.place) = 1 as speaks
          from counted b
          left join differing d on d.grouped = b.grouped
         cross join lateral (
           select b.overlaps = 0 and b.parts = '{}' and b.alone = '{}' and b.count > b.without_amount as adds_up) a
        """;

    public const string ColumnsSql = """
        case e.with_first when e.count - e.without_amount then e.covers_from end as covers_from,
               case e.with_last when e.count - e.without_amount then e.covers_until - 1 end as covers_until, e.count,
               case when e.adds_up then json_build_object(
                 'value', case e.without_value when 0 then e.value end, 'low', coalesce(e.low, 0),
                 'high', case e.without_high when 0 then e.high end, 'qualified', e.qualified, 'unit', 'USD') end as sum,
               e.min, e.max,
               json_build_object('codes', e.codes, 'stocks', e.stock, 'withoutAmount', e.without_amount,
                                 'overlapping', coalesce(e.overlapping, '{}'), 'moreOverlapping', greatest(e.overlaps - 10, 0),
                                 'parts', e.parts[1:10], 'moreParts', greatest(cardinality(e.parts) - 10, 0)) as reasons
        """;

    /// <summary>The end of a statement that selects the groups that are not one sum, and how many they are.</summary>
    private const string NotSingleSql = "\n where e.speaks\n order by e.grouped\n limit @most";

    public static readonly SortOrder ByGroup = new("left(e.place, 160) || md5(e.place)");

    public static readonly SortOrder ByCount = new("e.count", SortType.Number);

    public static readonly SortOrder BySum = new("case when e.adds_up and e.without_value = 0 then e.value end", SortType.Number);

    /// <summary>How rows become what all summaries share.</summary>
    public static void MapColumns()
    {
        Columns.Map<FigureSum>();
        Columns.Map<BucketFigure>();
        SqlMapper.AddTypeHandler(new BucketReasonsColumn());
    }

    /// <summary>A page of buckets; or, where one sum is demanded of each group, those that have none, and how many they are.</summary>
    public static async Task<(Rows<T>? Rows, IReadOnlyList<T> NotSingle, long Groups)> Summarize<T, TSort>(
        this NpgsqlDataSource database,
        string columns,
        string figures,
        Func<Where> asked,
        IReadOnlyDictionary<TSort, SortOrder> orders,
        SumsPerGroup sums,
        Paging<T, TSort> paging,
        CancellationToken stop,
        string? parts = null)
        where TSort : struct, Enum
    {
        var of = asked();
        var from = $"""

              from (with recursive {(parts is null ? "" : parts + ",")}
                    figures as materialized (
                    {figures}{of.Sql}),
                    {(parts is null ? NoneNestedSql : NestedSql)},
                    {BucketsSql}) e
            """;
        await using var connection = await database.OpenConnectionAsync(stop);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
        if (sums == SumsPerGroup.Single)
        {
            var parameters = asked().Given("most", NotSummable.Most).Parameters;
            var notSingle = $"select {columns}, count(*) over () as groups{from}{NotSingleSql}";
            var found = (await connection.QueryAsync<T, long, (T Bucket, long Groups)>(
                new CommandDefinition(notSingle, parameters, snapshot, cancellationToken: stop),
                (bucket, groups) => (bucket, groups),
                "groups")).AsList();
            if (found.Count > 0)
            {
                return (null, [.. found.Select(row => row.Bucket)], found[0].Groups);
            }
        }

        return (await connection.List(snapshot, $"select {columns}{from}", of.Whole(), orders, paging, stop, ByGroup), [], 0);
    }
}
