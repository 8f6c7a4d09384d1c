using CooperationApi.Kernel;
using Npgsql;

namespace CooperationApi.Peacekeeping;

/// <summary>All SQL of peacekeeping.</summary>
internal sealed class PeacekeepingEffortStore(NpgsqlDataSource database)
{
    private const string SelectSql = """
        select e.id, e.stated_from, e.stated_until, e.partners, e.name, e.kind, e.program, e.focus_areas, e.counterparts, e.notes,
               e.revision, e.updated_at, e.citations
          from peacekeeping e
        """;

    private const string GetSql = SelectSql + "\n where e.id = @id and " + Where.AtSql;

    private const string ProfileSql = SelectSql + "\n where " + HasPartnerSql + " and " + Where.AtSql + "\n order by e.id";

    private const string StatedSql = SelectSql + "\n where " + Section.StatedSql + "\n order by e.id";

    private const string HasPartnerSql = """
        exists (select
                  from peacekeeping_partners p
                 where (p.id, p.stated_from) = (e.id, e.stated_from) and p.partner = any (@partner))
        """;

    private const string HasCounterpartSql = """
        exists (select
                  from peacekeeping_counterparts c
                 where (c.id, c.stated_from) = (e.id, e.stated_from) and c.partner = any (@counterpart))
        """;

    private static readonly Dictionary<PeacekeepingEffortSort, SortOrder> Orders = new()
    {
        [PeacekeepingEffortSort.Id] = new("e.id", SortType.Id),
        [PeacekeepingEffortSort.Name] = new("fold(e.name)"),
        [PeacekeepingEffortSort.StatedFrom] = new("e.stated_from", SortType.KnownDate),
    };

    private readonly RowsById<PeacekeepingEffort> byId = new(database, GetSql);

    public static Writable Writing { get; } = new("peacekeeping", GetSql);

    public static Section Section { get; } = Section.Of<PeacekeepingEffort, PeacekeepingEffortInput>("peacekeeping", ProfileSql, Writing, StatedSql);

    public Task<Rows<PeacekeepingEffort>> List(
        ListQuery<PeacekeepingEffort, PeacekeepingEffortFilter, PeacekeepingEffortSort> query, CancellationToken stop) =>
        database.List(SelectSql, Matching(query.Filter), Orders, query.Paging, stop);

    public ExportResult<PeacekeepingEffort> Export(ExportQuery<PeacekeepingEffort, PeacekeepingEffortFilter, PeacekeepingEffortSort> query) =>
        database.Export(SelectSql, Matching(query.Filter), Orders, query.Form);

    public Task<Rows<PeacekeepingEffort>?> Editions(
        string id, ListQuery<PeacekeepingEffort, NoFilter, EditionSort> query, CancellationToken stop) =>
        database.Editions(SelectSql, id, query, stop);

    public Task<Row<PeacekeepingEffort>?> Get(string id, DateOnly? asOf, CancellationToken stop) => byId.Find(id, asOf, stop);

    private static Where Matching(PeacekeepingEffortFilter filter) => new Where("peacekeeping")
        .At(filter.AsOf)
        .Of(filter.Partner, HasPartnerSql)
        .And("e.kind = any (@kind)", "kind", filter.Kind)
        .And("e.program = any (@program)", "program", filter.Program)
        .And(HasCounterpartSql, "counterpart", filter.Counterpart?.Select(partner => partner.Value).ToArray())
        .Saying(filter.Q, "e.name, array_to_string(e.focus_areas, chr(1))");
}
