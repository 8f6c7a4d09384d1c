using CooperationApi.Kernel;
using Dapper;
using Npgsql;

namespace CooperationApi.FactSheets;

/// <summary>All SQL of fact sheets.</summary>
internal sealed class FactSheetStore(NpgsqlDataSource database)
{
    private const string SelectSql = """
        select e.id, e.title, e.publisher, e.bureau, written(e.published) as published, e.published_basis,
               array(select p.partner::text
                       from fact_sheet_partners p
                      where p.fact_sheet = e.id
                      order by p.position) as partners,
               json_build_object('office', e.office, 'email', e.email, 'socialHandle', e.social_handle) as contacts,
               e.source_url, e.sha256, e.text_read, e.notes, e.revision, e.updated_at
          from fact_sheets e
        """;

    private const string GetSql = SelectSql + "\n where e.id = @id";

    private const string ProfileSql = SelectSql + "\n where " + HasPartnerSql
        + " and (@asOf::date is null or lower(e.published) <= @asOf)\n order by lower(e.published), e.id";

    private const string HasPartnerSql = """
        exists (select
                  from fact_sheet_partners p
                 where p.fact_sheet = e.id and p.partner = any (@partner))
        """;

    private const string FactsSql = """
        select e.paragraph, e.as_stated, e.resource, e.id, e.title, quantity_json(e.figure) as figure,
               concat('/', e.resource, '/', e.id, '?asOf=', e.stated_from) as url
          from facts e
        """;

    private const string LatestSql = SelectSql + """

         where lower(e.published) > @published::date
           and array(select p.partner::text from fact_sheet_partners p where p.fact_sheet = e.id order by p.partner) = @partners::text[]
           and (@partners::text[] <> '{}' or fold(e.title) = fold(@title::text))
         order by lower(e.published) desc, e.id desc
         limit 1
        """;

    // What a sheet says again may be an edition of an earlier day, which it is cited for.
    private const string ComparedSql = """

          from (select resource, id, earlier.stated_from as before, later.stated_from as after
                  from (select distinct on (c.resource, c.id) c.resource, c.id, c.stated_from
                          from citations c
                         where c.fact_sheet = @id::text and c.stated_from <= stated_from(@id::text)
                         order by c.resource, c.id, c.stated_from desc) earlier
                  full join (select distinct on (c.resource, c.id) c.resource, c.id, c.stated_from
                               from citations c
                              where c.fact_sheet = @to::text and c.stated_from <= stated_from(@to::text)
                              order by c.resource, c.id, c.stated_from desc) later using (resource, id)) p

        """ + Differences.OfEditionsSql;

    private const string DiffSql = "select " + Differences.ColumnsSql + ComparedSql;
    private const string DiffCountsSql = "select " + Differences.CountsSql + ComparedSql + "\n where " + Differences.OfResourceSql;

    private static readonly Dictionary<FactSheetSort, SortOrder> Orders = new()
    {
        [FactSheetSort.Id] = new("e.id", SortType.Id),
        [FactSheetSort.Title] = new("fold(e.title)"),
        [FactSheetSort.Published] = new("lower(e.published)", SortType.KnownDate),
    };

    private static readonly Dictionary<FactSort, SortOrder> FactOrders = new()
    {
        [FactSort.Paragraph] = new("e.paragraph", SortType.Number),
        [FactSort.Resource] = new("e.resource"),
    };

    public static Writable Writing { get; } = new("fact-sheets", GetSql) { HasEditions = false };

    public static Section Section { get; } = Section.Of<FactSheet>("factSheets", ProfileSql);

    public Task<Rows<FactSheet>> List(ListQuery<FactSheet, FactSheetFilter, FactSheetSort> query, CancellationToken stop) =>
        database.List(SelectSql, Matching(query.Filter), Orders, query.Paging, stop);

    public ExportResult<FactSheet> Export(ExportQuery<FactSheet, FactSheetFilter, FactSheetSort> query) =>
        database.Export(SelectSql, Matching(query.Filter), Orders, query.Form);

    public Task<Row<FactSheet>?> Get(string id, CancellationToken stop) =>
        database.Row<FactSheet>(GetSql, new { id }, stop);

    /// <summary>A fact sheet as a snapshot has it.</summary>
    public static Task<FactSheet?> Get(NpgsqlTransaction snapshot, string id, CancellationToken stop) =>
        snapshot.Connection!.QuerySingleOrDefaultAsync<FactSheet>(new CommandDefinition(GetSql, new { id }, snapshot, cancellationToken: stop));

    public Task<Rows<Fact>> Facts(string id, ListQuery<Fact, FactFilter, FactSort> query, CancellationToken stop)
    {
        var where = new Where("fact-sheets")
            .And("e.fact_sheet = @id", "id", id)
            .And("e.paragraph = any (@paragraph)", "paragraph", query.Filter.Paragraph);
        return database.List(FactsSql, where, FactOrders, query.Paging, stop, new SortOrder("e.place"));
    }

    /// <summary>The latest sheet about the same partners, or of the same title where it is about none; null where none is later.</summary>
    public Task<Row<FactSheet>?> Latest(FactSheet sheet, CancellationToken stop) => database.Row<FactSheet>(
        LatestSql,
        new { published = sheet.Published.First, partners = sheet.Partners.Order(StringComparer.Ordinal).ToArray(), title = sheet.Title },
        stop);

    public Task<(Rows<Difference> Rows, DiffCounts Counts, IReadOnlyList<DiffSource> Sources)> Diff(
        string id, string to, ListQuery<Difference, SheetDiffFilter, DiffSort> query, CancellationToken stop) => database.Diff(
            DiffSql,
            DiffCountsSql,
            sources: null,
            new Where().Given("id", id).Given("to", to).Given("resource", query.Filter.Resource),
            query.Filter.Kind,
            query.Paging,
            stop);

    private static Where Matching(FactSheetFilter filter) => new Where("fact-sheets")
        .Of(filter.Partner, HasPartnerSql)
        .During(filter.Since, filter.Until, "e.published::daterange")
        .And("e.published_basis = any (@publishedBasis)", "publishedBasis", filter.PublishedBasis)
        .Saying(filter.Q, "e.title");
}
