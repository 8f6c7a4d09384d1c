using CooperationApi.Kernel;
using Npgsql;

namespace CooperationApi.Agreements;

/// <summary>All SQL of agreements.</summary>
internal sealed class AgreementStore(NpgsqlDataSource database)
{
    private const string SelectSql = """
        select e.id, e.stated_from, e.stated_until, e.name, e.kind, e.purpose, written(e.dated) as dated, e.dated_as,
               written(e.signed) as signed, written(e.in_force_since) as in_force_since, e.covers_json as covers, e.parties, e.notes,
               e.revision, e.updated_at, e.citations
          from agreements e
        """;

    private const string GetSql = SelectSql + "\n where e.id = @id and " + Where.AtSql;

    private const string ProfileSql = SelectSql + "\n where " + HasPartnerSql + " and " + Where.AtSql + "\n order by e.id";

    private const string StatedSql = SelectSql + "\n where " + Section.StatedSql + "\n order by e.id";

    private const string HasPartnerSql = """
        exists (select
                  from agreement_parties p
                 where (p.id, p.stated_from) = (e.id, e.stated_from) and p.partner = any (@partner))
        """;

    private const string WordsSql = """
        e.name, e.purpose, e.kind, (select string_agg(c.as_stated, chr(1))
                                      from agreements_citations c
                                     where (c.id, c.stated_from) = (e.id, e.stated_from))
        """;

    private static readonly Dictionary<AgreementSort, SortOrder> Orders = new()
    {
        [AgreementSort.Id] = new("e.id", SortType.Id),
        [AgreementSort.Name] = new("fold(e.name)"),
        [AgreementSort.Date] = new("lower(coalesce(e.signed, e.in_force_since, e.dated))", SortType.Date),
        [AgreementSort.StatedFrom] = new("e.stated_from", SortType.KnownDate),
    };

    private readonly RowsById<Agreement> byId = new(database, GetSql);

    public static Writable Writing { get; } = new("agreements", GetSql);

    public static Section Section { get; } = Section.Of<Agreement, AgreementInput>("agreements", ProfileSql, Writing, StatedSql);

    public Task<Rows<Agreement>> List(ListQuery<Agreement, AgreementFilter, AgreementSort> query, CancellationToken stop) =>
        database.List(SelectSql, Matching(query.Filter), Orders, query.Paging, stop);

    public ExportResult<Agreement> Export(ExportQuery<Agreement, AgreementFilter, AgreementSort> query) =>
        database.Export(SelectSql, Matching(query.Filter), Orders, query.Form);

    public Task<Rows<Agreement>?> Editions(
        string id, ListQuery<Agreement, NoFilter, EditionSort> query, CancellationToken stop) =>
        database.Editions(SelectSql, id, query, stop);

    public Task<Row<Agreement>?> Get(string id, DateOnly? asOf, CancellationToken stop) => byId.Find(id, asOf, stop);

    private static Where Matching(AgreementFilter filter) => new Where("agreements")
        .At(filter.AsOf)
        .Of(filter.Partner, HasPartnerSql)
        .And("e.kind = any (@kind)", "kind", filter.Kind)
        .During(filter.Since, filter.Until, "any (array[e.dated, e.signed, e.in_force_since, period_days(e.covers)]::daterange[])")
        .Covering(filter.Period, filter.Overlaps, "period_days(e.covers)")
        .Saying(filter.Q, WordsSql);
}
