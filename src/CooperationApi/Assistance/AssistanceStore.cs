using CooperationApi.Kernel;
using Npgsql;

namespace CooperationApi.Assistance;

/// <summary>All SQL of assistance.</summary>
internal sealed class AssistanceStore(NpgsqlDataSource database)
{
    private const string SelectSql = """
        select e.id, e.stated_from, e.stated_until, e.partners, e.program, e.direction, e.amount_json as amount, e.basis, e.stage,
               e.period_json as period, e.part_of, e.articles, e.notes, e.revision, e.updated_at, e.citations
          from assistance e
        """;

    private const string MeasuredSql = "days_measured(e.period, e.basis = 'cumulative', e.stated_from)";

    private const string GetSql = SelectSql + "\n where e.id = @id and " + Where.AtSql;

    private const string ProfileSql = SelectSql + "\n where " + HasPartnerSql + " and " + Where.AtSql + "\n order by e.id";

    private const string StatedSql = SelectSql + "\n where " + Section.StatedSql + "\n order by e.id";

    private const string HasPartnerSql = """
        exists (select
                  from assistance_partners p
                 where (p.id, p.stated_from) = (e.id, e.stated_from) and p.partner = any (@partner))
        """;

    // What is folded has nothing left that LIKE would not take as it is, and is in a text as it is spelled if it is in the folded text.
    private const string NamesArticleSql = """
        exists (select
                  from assistance_articles a
                 where (a.id, a.stated_from) = (e.id, e.stated_from)
                   and (a.name_spelled like '%' || fold(@article) || '%' or a.designation_spelled like '%' || fold(@article) || '%'
                        or a.as_stated_spelled like '%' || fold(@article) || '%'))
        """;

    private static readonly Dictionary<AssistanceSort, SortOrder> Orders = new()
    {
        [AssistanceSort.Id] = new("e.id", SortType.Id),
        [AssistanceSort.Amount] = new("(e.amount).value", SortType.Number),
        [AssistanceSort.PeriodEnd] = new("upper((e.period).ends) - 1", SortType.Date),
        [AssistanceSort.StatedFrom] = new("e.stated_from", SortType.KnownDate),
    };

    private readonly RowsById<AssistanceFigure> byId = new(database, GetSql);

    public static Writable Writing { get; } = new("assistance", GetSql);

    public static Section Section { get; } = Section.Of<AssistanceFigure, AssistanceFigureInput>("assistance", ProfileSql, Writing, StatedSql);

    public Task<Rows<AssistanceFigure>> List(ListQuery<AssistanceFigure, AssistanceFilter, AssistanceSort> query, CancellationToken stop) =>
        database.List(SelectSql, Matching(query.Filter), Orders, query.Paging, stop);

    public ExportResult<AssistanceFigure> Export(ExportQuery<AssistanceFigure, AssistanceFilter, AssistanceSort> query) =>
        database.Export(SelectSql, Matching(query.Filter), Orders, query.Form);

    public Task<Rows<AssistanceFigure>?> Editions(
        string id, ListQuery<AssistanceFigure, NoFilter, EditionSort> query, CancellationToken stop) =>
        database.Editions(SelectSql, id, query, stop);

    public Task<Row<AssistanceFigure>?> Get(string id, DateOnly? asOf, CancellationToken stop) => byId.Find(id, asOf, stop);

    private static Where Matching(AssistanceFilter filter) => new Where("assistance")
        .At(filter.AsOf)
        .Of(filter.Partner, HasPartnerSql)
        .And("e.program = any (@program)", "program", filter.Program)
        .And("e.direction = any (@direction)", "direction", filter.Direction)
        .And("e.basis = any (@basis)", "basis", filter.Basis)
        .And("e.stage = any (@stage)", "stage", filter.Stage)
        .During(filter.Since, filter.Until, MeasuredSql)
        .Covering(filter.Period, filter.Overlaps, MeasuredSql)
        .Within(filter.MinAmount, filter.MaxAmount, filter.Certainty, "e.amount")
        .And(NamesArticleSql, "article", filter.Article);
}
