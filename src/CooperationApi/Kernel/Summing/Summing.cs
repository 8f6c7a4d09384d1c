using System.Data;
using Dapper;
using Npgsql;

namespace CooperationApi.Kernel;

/// <summary>
/// Figures counted and added up as far as they can be. A summary selects its figures as a CTE called <c>figures</c>, a row for each group
/// that one is in, and all else is the same for all:
/// <c>id</c>, <c>amount</c>; <c>parties</c>, the partners, of whom none stands for any; <c>wholes</c>, the ids of all that it is a part of;
/// <c>days</c>, the time that it adds up over, null for all time; <c>covered</c>, the time that it is about; <c>stock</c>, whether it is one;
/// <c>alone</c>, the reasons why it is never added to anything; <c>members</c>, what it is grouped by, as a JSON array;
/// <c>shared</c>, what the figures of a bucket have in common, and <c>apart</c>, the reasons that differences in it are.
/// </summary>
internal static class Summing
{
    // The place of a bucket is its group and what its figures share; as JSON, so that no two groups are spelled alike. A figure has
    // a row for each of its partners, of which the first stands for the whole figure; one of no partner may be of any. Only figures
    // with an amount take part in sums.
    private const string PlacedSql = """
        placed as materialized (
          select f.*, g.grouped, concat(g.grouped, to_jsonb(f.shared)) collate "C" as place, party, coalesce(position, 1) = 1 as whole,
                 (f.amount).as_stated is not null as counts,
                 coalesce(lower(f.days), '-infinity') as begins, coalesce(upper(f.days), 'infinity') as ends
            from figures f
           cross join lateral (select f.members::text collate "C" as grouped) g
            left join unnest(case
                   when f.parties = '{}' then array(select distinct unnest(a.parties) from figures a)
                   else f.parties end) with ordinality as p (party, position) on true)
        """;

    // Within a bucket, the figures that have a partner in common are a series. In the order of their beginnings, a figure overlaps
    // another if one before has not ended or the next has begun. A stock, and a flow of an unknown period, are of all time.
    private const string ComparedSql = """
        compared as (
          select s.*, s.counts and (s.begins < s.ended or s.next < s.ends) as overlaps
            from (select p.*, lead(p.begins) over series as next,
                         max(p.ends) over (series rows between unbounded preceding and 1 preceding) as ended
                    from placed p
                  window series as (partition by p.place, p.party, p.counts order by p.begins, p.ends, p.id)) s)
        """;

    // What stands beside its own whole in a bucket, whatever periods and partners are stated of the two. It may lead back to itself.
    private const string NestedSql = """
        nested as (
          select part.place, array_agg(distinct concat(part.id, ' of ', o.id) collate "C") as parts
            from placed part
           cross join unnest(part.wholes) as w (id)
            join placed o on (o.place, o.id) = (part.place, w.id) and o.id <> part.id
           where part.whole and part.counts and o.whole and o.counts
           group by part.place)
        """;

    private const string CountedSql = """
        counted as (
          select c.place, c.grouped, c.members, c.shared, c.apart, c.alone, c.stock,
                 count(*) filter (where c.whole) as count,
                 count(*) filter (where c.whole and not c.counts) as without_amount,
                 sum((c.amount).value) filter (where c.whole) as value,
                 sum((c.amount).low) filter (where c.whole) as low,
                 sum((c.amount).high) filter (where c.whole) as high,
                 count(*) filter (where c.whole and c.counts and (c.amount).value is null) as without_value,
                 count(*) filter (where c.whole and c.counts and (c.amount).high is null) as without_high,
                 bool_or((c.amount).qualifier is distinct from 'stated') filter (where c.counts) as qualified,
                 (array_agg(c.id order by (c.amount).value, c.id) filter (where c.whole))[1] as least_id,
                 (array_agg(c.amount order by (c.amount).value, c.id) filter (where c.whole))[1] as least,
                 (array_agg(c.id order by (c.amount).value desc nulls last, c.id) filter (where c.whole))[1] as most_id,
                 (array_agg(c.amount order by (c.amount).value desc nulls last, c.id) filter (where c.whole))[1] as most,
                 case when bool_and(lower(c.covered) is not null) filter (where c.counts) then
                   min(lower(c.covered)) filter (where c.counts) end as covers_from,
                 case when bool_and(upper(c.covered) is not null) filter (where c.counts) then
                   max(upper(c.covered)) filter (where c.counts) - 1 end as covers_until,
                 count(distinct coalesce(c.covered::text, '')) filter (where c.counts) > 1 as varied,
                 coalesce(array_agg(distinct c.id) filter (where c.overlaps), '{}') as overlapping
            from compared c
           group by c.place, c.grouped, c.members, c.shared, c.apart, c.alone, c.stock)
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
    public const string BucketsSql = PlacedSql + ",\n" + ComparedSql + ",\n" + NestedSql + ",\n" + CountedSql + ",\n" + DifferingSql + """

        select b.*, coalesce(n.parts, '{}') as parts, a.adds_up,
               array_remove(coalesce(d.codes, '{}') || array[
                 case when b.overlapping <> '{}' and b.alone <@ '{partOfFigure}' then 'overlappingPeriods' end,
                 case when n.parts is not null and b.alone <@ '{partOfFigure}' then 'partOfAnother' end] || b.alone || array[
                 case when b.without_amount > 0 then 'noAmount' end,
                 case when a.adds_up and b.varied then 'differentTimes' end], null) as codes,
               (d.codes is not null or not a.adds_up)
                 and row_number() over (partition by b.grouped order by a.adds_up, b.place) = 1 as speaks
          from counted b
          left join differing d on d.grouped = b.grouped
          left join nested n on n.place = b.place
         cross join lateral (
           select b.overlapping = '{}' and n.parts is null and b.alone = '{}' and b.count > b.without_amount as adds_up) a
        """;

    public const string ColumnsSql = """
        e.covers_from, e.covers_until, e.count,
               case when e.adds_up then json_build_object(
                 'value', case e.without_value when 0 then e.value end, 'low', coalesce(e.low, 0),
                 'high', case e.without_high when 0 then e.high end, 'qualified', e.qualified, 'unit', 'USD') end as sum,
               case when (e.least).value is not null then
                 json_build_object('id', e.least_id, 'amount', quantity_json(e.least)) end as min,
               case when (e.most).value is not null then
                 json_build_object('id', e.most_id, 'amount', quantity_json(e.most)) end as max,
               json_build_object('codes', e.codes, 'stocks', e.stock, 'withoutAmount', e.without_amount,
                                 'overlapping', e.overlapping[1:10], 'moreOverlapping', greatest(cardinality(e.overlapping) - 10, 0),
                                 'parts', e.parts[1:10], 'moreParts', greatest(cardinality(e.parts) - 10, 0)) as reasons
        """;

    /// <summary>The end of a statement that selects the groups that are not one sum, and how many they are.</summary>
    public const string NotSingleSql = "\n where e.speaks\n order by e.grouped\n limit @most";

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
        (string Buckets, string NotSingle) statements,
        Func<Where> asked,
        IReadOnlyDictionary<TSort, SortOrder> orders,
        SumsPerGroup sums,
        Paging<T, TSort> paging,
        CancellationToken stop)
        where TSort : struct, Enum
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
        if (sums == SumsPerGroup.Single)
        {
            var parameters = asked().Given("most", NotSummable.Most).Parameters;
            var found = (await connection.QueryAsync<T, long, (T Bucket, long Groups)>(
                new CommandDefinition(statements.NotSingle, parameters, snapshot, cancellationToken: stop),
                (bucket, groups) => (bucket, groups),
                "groups")).AsList();
            if (found.Count > 0)
            {
                return (null, [.. found.Select(row => row.Bucket)], found[0].Groups);
            }
        }

        return (await connection.List(snapshot, statements.Buckets, asked(), orders, paging, stop, ByGroup), [], 0);
    }
}
