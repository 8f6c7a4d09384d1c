using CooperationApi.Kernel;
using Npgsql;

namespace CooperationApi.Objectives;

/// <summary>All SQL of objectives.</summary>
internal sealed class ObjectiveStore(NpgsqlDataSource database)
{
    private const string SelectSql = """
        select e.id, e.stated_from, e.stated_until, e.title, e.parties, e.concerns, e.notes, e.revision, e.updated_at, e.citations
          from objectives e
        """;

    private const string GetSql = SelectSql + "\n where e.id = @id and " + Where.AtSql;

    private const string ProfileSql = SelectSql + "\n where " + HasPartnerSql + " and " + Where.AtSql + "\n order by e.id";

    private const string StatedSql = SelectSql + "\n where " + Section.StatedSql + "\n order by e.id";

    private const string HasPartnerSql = """
        exists (select
                  from objective_parties p
                 where (p.id, p.stated_from) = (e.id, e.stated_from) and p.partner = any (@partner))
        """;

    private const string HasConcernSql = """
        exists (select
                  from objective_concerns c
                 where (c.id, c.stated_from) = (e.id, e.stated_from) and c.partner = any (@concern))
        """;

    private const string WordsSql = """
        e.title, (select string_agg(c.subject, chr(1))
                    from objective_concerns c
                   where (c.id, c.stated_from) = (e.id, e.stated_from))
        """;

    private static readonly Dictionary<ObjectiveSort, SortOrder> Orders = new()
    {
        [ObjectiveSort.Id] = new("e.id", SortType.Id),
        [ObjectiveSort.Title] = new("fold(e.title)"),
        [ObjectiveSort.StatedFrom] = new("e.stated_from", SortType.KnownDate),
    };

    private readonly RowsById<Objective> byId = new(database, GetSql);

    public static Writable Writing { get; } = new("objectives", GetSql);

    public static Section Section { get; } = Section.Of<Objective, ObjectiveInput>("objectives", ProfileSql, Writing, StatedSql);

    public Task<Rows<Objective>> List(ListQuery<Objective, ObjectiveFilter, ObjectiveSort> query, CancellationToken stop) =>
        database.List(SelectSql, Matching(query.Filter), Orders, query.Paging, stop);

    public ExportResult<Objective> Export(ExportQuery<Objective, ObjectiveFilter, ObjectiveSort> query) =>
        database.Export(SelectSql, Matching(query.Filter), Orders, query.Form);

    public Task<Rows<Objective>?> Editions(
        string id, ListQuery<Objective, NoFilter, EditionSort> query, CancellationToken stop) =>
        database.Editions(SelectSql, id, query, stop);

    public Task<Row<Objective>?> Get(string id, DateOnly? asOf, CancellationToken stop) => byId.Find(id, asOf, stop);

    private static Where Matching(ObjectiveFilter filter) => new Where("objectives")
        .At(filter.AsOf)
        .Of(filter.Partner, HasPartnerSql)
        .And(HasConcernSql, "concern", filter.Concern?.Select(partner => partner.Value).ToArray())
        .Saying(filter.Q, WordsSql);
}
