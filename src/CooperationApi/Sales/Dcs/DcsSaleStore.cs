using CooperationApi.Kernel;
using Npgsql;

namespace CooperationApi.Sales.Dcs;

/// <summary>All SQL of Direct Commercial Sales.</summary>
internal sealed class DcsSaleStore(NpgsqlDataSource database)
{
    private const string SelectSql = """
        select e.id, e.stated_from, e.stated_until, e.partners, e.measure, e.stage, e.kind, e.amount_json as amount,
               e.period_json as period, e.categories, e.articles, e.notes, e.revision, e.updated_at, e.citations
          from dcs_sales e
        """;

    private const string MeasuredSql = "days_measured(e.period, e.kind = 'flow', e.stated_from)";

    private const string GetSql = SelectSql + "\n where e.id = @id and " + Where.AtSql;

    private const string ProfileSql = SelectSql + "\n where " + HasPartnerSql + " and " + Where.AtSql + "\n order by e.id";

    private const string StatedSql = SelectSql + "\n where " + Section.StatedSql + "\n order by e.id";

    private const string HasPartnerSql = """
        exists (select
                  from dcs_partners p
                 where (p.id, p.stated_from) = (e.id, e.stated_from) and p.partner = any (@partner))
        """;

    private const string HasUsmlSql = """
        exists (select
                  from dcs_categories c
                 where (c.id, c.stated_from) = (e.id, e.stated_from) and c.usml::text[] && @usml)
        """;

    private const string NamesCategorySql = """
        exists (select
                  from dcs_categories c
                 where (c.id, c.stated_from) = (e.id, e.stated_from) and position(fold(@q) in fold(c.name)) > 0)
        """;

    // What is folded has nothing left that LIKE would not take as it is, and is in a text as it is spelled if it is in the folded text.
    private const string NamesArticleSql = """
        exists (select
                  from dcs_articles a
                 where (a.id, a.stated_from) = (e.id, e.stated_from)
                   and (a.name_spelled like '%' || fold(@article) || '%' or a.designation_spelled like '%' || fold(@article) || '%'
                        or a.as_stated_spelled like '%' || fold(@article) || '%'))
        """;

    private static readonly Dictionary<DcsSaleSort, SortOrder> Orders = new()
    {
        [DcsSaleSort.Id] = new("e.id", SortType.Id),
        [DcsSaleSort.Amount] = new("(e.amount).value", SortType.Number),
        [DcsSaleSort.PeriodEnd] = new("upper((e.period).ends) - 1", SortType.Date),
        [DcsSaleSort.StatedFrom] = new("e.stated_from", SortType.KnownDate),
    };

    private readonly RowsById<DcsSale> byId = new(database, GetSql);

    public static Writable Writing { get; } = new("sales/dcs", GetSql);

    public static Section Section { get; } = Section.Of<DcsSale, DcsSaleInput>("dcsSales", ProfileSql, Writing, StatedSql);

    public Task<Rows<DcsSale>> List(ListQuery<DcsSale, DcsSaleFilter, DcsSaleSort> query, CancellationToken stop) =>
        database.List(SelectSql, Matching(query.Filter), Orders, query.Paging, stop);

    public ExportResult<DcsSale> Export(ExportQuery<DcsSale, DcsSaleFilter, DcsSaleSort> query) =>
        database.Export(SelectSql, Matching(query.Filter), Orders, query.Form);

    public Task<Rows<DcsSale>?> Editions(
        string id, ListQuery<DcsSale, NoFilter, EditionSort> query, CancellationToken stop) =>
        database.Editions(SelectSql, id, query, stop);

    public Task<Row<DcsSale>?> Get(string id, DateOnly? asOf, CancellationToken stop) => byId.Find(id, asOf, stop);

    private static Where Matching(DcsSaleFilter filter) => new Where("sales/dcs")
        .At(filter.AsOf)
        .Of(filter.Partner, HasPartnerSql)
        .And("e.measure = any (@measure)", "measure", filter.Measure)
        .And("e.stage = any (@stage)", "stage", filter.Stage)
        .And("e.kind = any (@kind)", "kind", filter.Kind)
        .During(filter.Since, filter.Until, MeasuredSql)
        .Covering(filter.Period, filter.Overlaps, MeasuredSql)
        .Within(filter.MinAmount, filter.MaxAmount, filter.Certainty, "e.amount")
        .And(HasUsmlSql, "usml", filter.Usml)
        .And(NamesCategorySql, "q", filter.Q)
        .And(NamesArticleSql, "article", filter.Article);
}
