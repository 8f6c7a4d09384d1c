using CooperationApi.Kernel;
using Npgsql;

namespace CooperationApi.Sales.Fms;

/// <summary>All SQL of Foreign Military Sales.</summary>
internal sealed class FmsSaleStore(NpgsqlDataSource database)
{
    private const string SelectSql = """
        select e.id, e.stated_from, e.stated_until, e.partners, e.measure, e.stage, e.kind, e.amount_json as amount,
               e.period_json as period, e.articles, e.notes, e.revision, e.updated_at, e.citations
          from fms_sales e
        """;

    private const string MeasuredSql = "days_measured(e.period, e.kind = 'flow', e.stated_from)";

    private const string GetSql = SelectSql + "\n where e.id = @id and " + Where.AtSql;

    private const string ProfileSql = SelectSql + "\n where " + HasPartnerSql + " and " + Where.AtSql + "\n order by e.id";

    private const string StatedSql = SelectSql + "\n where " + Section.StatedSql + "\n order by e.id";

    private const string HasPartnerSql = """
        exists (select
                  from fms_partners p
                 where (p.id, p.stated_from) = (e.id, e.stated_from) and p.partner = any (@partner))
        """;

    // What is folded has nothing left that LIKE would not take as it is, and is in a text as it is spelled if it is in the folded text.
    private const string NamesArticleSql = """
        exists (select
                  from fms_articles a
                 where (a.id, a.stated_from) = (e.id, e.stated_from)
                   and (a.name_spelled like '%' || fold(@article) || '%' or a.designation_spelled like '%' || fold(@article) || '%'
                        or a.as_stated_spelled like '%' || fold(@article) || '%'))
        """;

    private static readonly Dictionary<FmsSaleSort, SortOrder> Orders = new()
    {
        [FmsSaleSort.Id] = new("e.id", SortType.Id),
        [FmsSaleSort.Amount] = new("(e.amount).value", SortType.Number),
        [FmsSaleSort.PeriodEnd] = new("upper((e.period).ends) - 1", SortType.Date),
        [FmsSaleSort.StatedFrom] = new("e.stated_from", SortType.KnownDate),
    };

    private readonly RowsById<FmsSale> byId = new(database, GetSql);

    public static Writable Writing { get; } = new("sales/fms", GetSql);

    public static Section Section { get; } = Section.Of<FmsSale, FmsSaleInput>("fmsSales", ProfileSql, Writing, StatedSql);

    public Task<Rows<FmsSale>> List(ListQuery<FmsSale, FmsSaleFilter, FmsSaleSort> query, CancellationToken stop) =>
        database.List(SelectSql, Matching(query.Filter), Orders, query.Paging, stop);

    public ExportResult<FmsSale> Export(ExportQuery<FmsSale, FmsSaleFilter, FmsSaleSort> query) =>
        database.Export(SelectSql, Matching(query.Filter), Orders, query.Form);

    public Task<Rows<FmsSale>?> Editions(
        string id, ListQuery<FmsSale, NoFilter, EditionSort> query, CancellationToken stop) =>
        database.Editions(SelectSql, id, query, stop);

    public Task<Row<FmsSale>?> Get(string id, DateOnly? asOf, CancellationToken stop) => byId.Find(id, asOf, stop);

    private static Where Matching(FmsSaleFilter filter) => new Where("sales/fms")
        .At(filter.AsOf)
        .Of(filter.Partner, HasPartnerSql)
        .And("e.measure = any (@measure)", "measure", filter.Measure)
        .And("e.stage = any (@stage)", "stage", filter.Stage)
        .And("e.kind = any (@kind)", "kind", filter.Kind)
        .During(filter.Since, filter.Until, MeasuredSql)
        .Covering(filter.Period, filter.Overlaps, MeasuredSql)
        .Within(filter.MinAmount, filter.MaxAmount, filter.Certainty, "e.amount")
        .And(NamesArticleSql, "article", filter.Article);
}
