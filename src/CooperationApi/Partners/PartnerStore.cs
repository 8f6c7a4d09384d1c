using CooperationApi.Kernel;
using Npgsql;

namespace CooperationApi.Partners;

/// <summary>All SQL of partners.</summary>
internal sealed class PartnerStore(NpgsqlDataSource database)
{
    private const string SelectSql = """
        select e.id, e.alpha2, e.numeric, e.name, e.region, e.subregion, e.revision, e.updated_at,
               array(select a.alias::text
                       from partner_aliases a
                      where a.partner = e.id
                      order by a.position) as aliases
          from partners e
        """;

    private const string GetSql = SelectSql + "\n where e.id = @id";

    private const string WordsSql = """
        e.name, (select string_agg(a.alias, chr(1))
                   from partner_aliases a
                  where a.partner = e.id)
        """;

    private static readonly Dictionary<PartnerSort, SortOrder> Orders = new()
    {
        [PartnerSort.Id] = new("e.id", SortType.Id),
        [PartnerSort.Name] = new("e.folded"),
    };

    public Task<Rows<Partner>> List(ListQuery<Partner, PartnerFilter, PartnerSort> query, CancellationToken stop) =>
        database.List(SelectSql, Matching(query.Filter), Orders, query.Paging, stop);

    public ExportResult<Partner> Export(ExportQuery<Partner, PartnerFilter, PartnerSort> query) =>
        database.Export(SelectSql, Matching(query.Filter), Orders, query.Form);

    public Task<Partner?> Get(string id, CancellationToken stop) =>
        database.Find<Partner>(GetSql, new { id }, stop);

    private static Where Matching(PartnerFilter filter) => new Where("partners")
        .Of(filter.Partner, "e.id = any (@partner)")
        .And("(fold(e.region) = any (select fold(r) from unnest(@region) r)"
            + " or fold(e.subregion) = any (select fold(r) from unnest(@region) r))", "region", filter.Region)
        .Saying(filter.Q, WordsSql);
}
