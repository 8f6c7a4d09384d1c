using CooperationApi.Kernel;
using Dapper;
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

    private const string FoldedSql = "select fold(@name)";

    // The first kind that meets, where one partner has several such spellings.
    private const string CandidatesSql = """
        select distinct on (s.partner) s.partner, p.name, s.spelling, s.kind
          from partner_spellings s
          join partners p on p.id = s.partner
         where s.folded = any (compared_as(@name))
         order by s.partner, array_position('{alpha3,alpha2,numeric,name,alternativeName,formerName}', s.kind)
        """;

    private const string SpellingsSql = """
        select s.partner, p.name, s.spelling
          from partner_spellings s
          join partners p on p.id = s.partner
         order by s.partner
        """;

    // Both editions of each record that the partner has a part in on either day, unless they are one.
    private const string ComparedSql = """

          from (select r.resource, r.id, earlier.stated_from as before, later.stated_from as after
                  from (select distinct i.resource, i.id
                          from involvements i
                         where i.partner = any (@partner::text[]) and i.resource <> 'fact-sheets'
                           and ((i.stated_from <= @from::date and (i.stated_until is null or i.stated_until > @from::date))
                             or (i.stated_from <= @to::date and (i.stated_until is null or i.stated_until > @to::date)))) r
                  left join entries earlier on (earlier.resource, earlier.id) = (r.resource, r.id)
                    and earlier.stated_from <= @from::date and (earlier.stated_until is null or earlier.stated_until > @from::date)
                  left join entries later on (later.resource, later.id) = (r.resource, r.id)
                    and later.stated_from <= @to::date and (later.stated_until is null or later.stated_until > @to::date)
                 where earlier.stated_from is distinct from later.stated_from) p

        """ + Differences.OfEditionsSql;

    private const string DiffSql = "select " + Differences.ColumnsSql + ComparedSql;
    private const string DiffSourcesSql = """
        select f.id, written(f.published) as published, f.published_basis, f.text_read,
               bool_or(stated.since and e.kind = 'dropped') as drops, bool_or(not stated.since and e.kind = 'new') as lacks
        """ + ComparedSql + """

         cross join lateral (
               select c.citation ->> 'factSheet', false from json_array_elements(e.citations_before) c (citation)
               union
               select c.citation ->> 'factSheet', true from json_array_elements(e.citations_after) c (citation)) stated (by, since)
          join fact_sheets f on f.id = stated.by
         where e.kind <> 'restated' and
        """ + " " + Differences.OfResourceSql + """

         group by f.id
         order by lower(f.published), f.id
        """;

    private const string DiffCountsSql = "select " + Differences.CountsSql + ComparedSql + "\n where " + Differences.OfResourceSql;

    private static readonly Dictionary<PartnerSort, SortOrder> Orders = new()
    {
        [PartnerSort.Id] = new("e.id", SortType.Id),
        [PartnerSort.Name] = new("e.folded"),
    };

    public static Writable Writing { get; } = new("partners", GetSql) { HasEditions = false };

    public Task<Rows<Partner>> List(ListQuery<Partner, PartnerFilter, PartnerSort> query, CancellationToken stop) =>
        database.List(SelectSql, Matching(query.Filter), Orders, query.Paging, stop);

    public ExportResult<Partner> Export(ExportQuery<Partner, PartnerFilter, PartnerSort> query) =>
        database.Export(SelectSql, Matching(query.Filter), Orders, query.Form);

    public Task<Row<Partner>?> Get(string id, CancellationToken stop) =>
        database.Row<Partner>(GetSql, new { id }, stop);

    public Task<(Rows<Difference> Rows, DiffCounts Counts, IReadOnlyList<DiffSource> Sources)> Diff(
        string partner, ListQuery<Difference, PartnerDiffFilter, DiffSort> query, CancellationToken stop)
    {
        var filter = query.Filter;
        var where = new Where(JsonNames.OfEnum(typeof(DiffResource)).Values)
            .ForWhole(filter.Until, [new PartnerCode(partner)])
            .Given("from", filter.From).Given("to", filter.Until).Given("resource", filter.Resource);
        return database.Diff(DiffSql, DiffCountsSql, DiffSourcesSql, where, filter.Kind, query.Paging, stop);
    }

    public async Task<Resolution> Resolve(string name, CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        var folded = await connection.QuerySingleAsync<string>(new CommandDefinition(FoldedSql, new { name }, cancellationToken: stop));
        var candidates = (await connection.QueryAsync<Candidate>(
            new CommandDefinition(CandidatesSql, new { name }, cancellationToken: stop))).AsList();
        return new Resolution
        {
            Name = name,
            Folded = folded,
            Candidates = candidates,
            Near = candidates.Count > 0 ? [] : Near(name, await connection.QueryAsync<NearSpelling>(
                new CommandDefinition(SpellingsSql, cancellationToken: stop))),
        };
    }

    private static IReadOnlyList<NearSpelling> Near(string name, IEnumerable<NearSpelling> spellings)
    {
        var known = spellings.ToLookup(one => one.Spelling, StringComparer.OrdinalIgnoreCase);
        return [.. NearMiss.Of(name, known.Select(same => same.Key)).SelectMany(spelling => known[spelling]).DistinctBy(one => one.Partner)];
    }

    private static Where Matching(PartnerFilter filter) => new Where()
        .Of(filter.Partner, "e.id = any (@partner)")
        .And("(fold(e.region) = any (select fold(r) from unnest(@region) r)"
            + " or fold(e.subregion) = any (select fold(r) from unnest(@region) r))", "region", filter.Region)
        .Saying(filter.Q, WordsSql);
}
