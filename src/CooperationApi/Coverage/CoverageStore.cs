using CooperationApi.Kernel;
using Npgsql;

namespace CooperationApi.Coverage;

/// <summary>All SQL of coverage.</summary>
internal sealed class CoverageStore(NpgsqlDataSource database)
{
    private const string SelectSql = """
        select e.partner, p.name, e.resource, e.records, e.editions, e.standing, e.first_stated, e.last_stated,
               concat('/', e.resource, '?partner=', e.partner) as url
          from partner_coverage e
          join partners p on p.id = e.partner
        """;

    private static readonly Dictionary<CoverageSort, SortOrder> Orders = new()
    {
        [CoverageSort.Partner] = new("e.partner"),
        [CoverageSort.Name] = new("p.folded"),
        [CoverageSort.Resource] = new("e.resource"),
        [CoverageSort.Records] = new("e.records", SortType.Number),
        [CoverageSort.Editions] = new("e.editions", SortType.Number),
        [CoverageSort.Standing] = new("e.standing", SortType.Number),
        [CoverageSort.FirstStated] = new("e.first_stated", SortType.Date),
        [CoverageSort.LastStated] = new("e.last_stated", SortType.Date),
    };

    public Task<Rows<Coverage>> List(ListQuery<Coverage, CoverageFilter, CoverageSort> query, CancellationToken stop)
    {
        var filter = query.Filter;
        var resources = filter.Resource ?? Enum.GetValues<CoverageResource>();
        var where = new Where(resources.Select(resource => JsonNames.Of(resource)))
            .Of(filter.Partner, "e.partner = any (@partner)")
            .And("e.resource = any (@resource)", "resource", filter.Resource);
        return database.List(SelectSql, where, Orders, query.Paging, stop, new SortOrder("concat(e.partner, ' ', e.resource)"));
    }
}
