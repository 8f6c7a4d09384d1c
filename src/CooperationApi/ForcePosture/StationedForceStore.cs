using CooperationApi.Kernel;
using Npgsql;

namespace CooperationApi.ForcePosture;

/// <summary>All SQL of stationed forces.</summary>
internal sealed class StationedForceStore(NpgsqlDataSource database)
{
    private const string SelectSql = """
        select e.id, e.stated_from, e.stated_until, e.host, e.sender, e.kind, e.category, e.count_json as count,
               case when e.asset_name is not null then json_build_object('name', e.asset_name, 'designation', e.asset_designation) end as asset,
               e.notes, e.revision, e.updated_at, e.citations
          from force_posture e
        """;

    private const string GetSql = SelectSql + "\n where e.id = @id and " + Where.AtSql;

    private const string ProfileSql = SelectSql + "\n where " + HasPartnerSql + " and " + Where.AtSql + "\n order by e.id";

    private const string StatedSql = SelectSql + "\n where " + Section.StatedSql + "\n order by e.id";

    private const string HasPartnerSql = "(e.host = any (@partner) or e.sender = any (@partner))";

    private static readonly Dictionary<StationedForceSort, SortOrder> Orders = new()
    {
        [StationedForceSort.Id] = new("e.id", SortType.Id),
        [StationedForceSort.Count] = new("(e.count).value", SortType.Number),
        [StationedForceSort.StatedFrom] = new("e.stated_from", SortType.KnownDate),
    };

    private readonly RowsById<StationedForce> byId = new(database, GetSql);

    public static Writable Writing { get; } = new("force-posture", GetSql);

    public static Section Section { get; } = Section.Of<StationedForce, StationedForceInput>("forcePosture", ProfileSql, Writing, StatedSql);

    public Task<Rows<StationedForce>> List(
        ListQuery<StationedForce, StationedForceFilter, StationedForceSort> query, CancellationToken stop) =>
        database.List(SelectSql, Matching(query.Filter), Orders, query.Paging, stop);

    public ExportResult<StationedForce> Export(ExportQuery<StationedForce, StationedForceFilter, StationedForceSort> query) =>
        database.Export(SelectSql, Matching(query.Filter), Orders, query.Form);

    public Task<Rows<StationedForce>?> Editions(
        string id, ListQuery<StationedForce, NoFilter, EditionSort> query, CancellationToken stop) =>
        database.Editions(SelectSql, id, query, stop);

    public Task<Row<StationedForce>?> Get(string id, DateOnly? asOf, CancellationToken stop) => byId.Find(id, asOf, stop);

    private static Where Matching(StationedForceFilter filter) => new Where("force-posture")
        .At(filter.AsOf)
        .Of(filter.Partner, HasPartnerSql)
        .And("e.host = any (@host)", "host", filter.Host?.Select(partner => partner.Value).ToArray())
        .And("e.sender = any (@sender)", "sender", filter.Sender?.Select(partner => partner.Value).ToArray())
        .And("e.kind = any (@kind)", "kind", filter.Kind)
        .And("e.category = any (@category)", "category", filter.Category)
        .Within(filter.MinCount, filter.MaxCount, filter.Certainty, "e.count")
        .Saying(filter.Q, "e.asset_name, e.asset_designation");
}
