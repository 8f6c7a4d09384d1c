using System.Data;
using CooperationApi.Kernel;
using Dapper;
using Npgsql;

namespace CooperationApi.Search;

/// <summary>How the hits of a search divide, and in which resources anything was found before they were narrowed.</summary>
internal sealed record Overview(Facets Facets, IReadOnlyList<string> Resources)
{
    public long Hits => Facets.Resource.Sum(resource => (long)resource.Count);
}

/// <summary>A page of hits, how they all divide.</summary>
internal sealed record Found(Rows<Hit> Rows, Facets Facets);

/// <summary>All SQL of the search, but for what is planned once in a session: the functions <c>found</c> and <c>near_words</c>.</summary>
internal sealed class SearchStore(NpgsqlDataSource database)
{
    private const string FoundSql = "found(@places::int[], @words::text[], @closeness::float8[], @asOf::date)";

    private const string TitleSql = """
        (select n.title
           from entries n
          where (n.resource, n.id) = (e.resource, e.id) and n.stated_from is not distinct from nullif(e.stated_from, '-infinity'))
        """;

    private const string PartnersSql = """
        array(select i.partner
                from involvements i
               where (i.resource, i.id, i.stated_from) = (e.resource, e.id, e.stated_from)
              union
              select e.id where e.resource = 'partners'
               order by 1)
        """;

    private const string HasPartnerSql = PartnersSql + " && @partner::text[]";

    // The words of a text are what is left between spaces, punctuation and dashes; apostrophes and dots are parts of them.
    private const string HighlightSql = """
        json_build_object('field', e.field, 'text', e.text,
          'asked', (select json_agg(fold(asked)) from unnest(@words::text[]) asked),
          'words', (select json_agg(json_build_object('text', w.word, 'folded', fold(w.word),
                             'isAsked', tsvector_to_array(stems(w.word))
                               && tsvector_to_array(to_tsvector('english', plain(array_to_string(@words::text[], ' '))))) order by w.place)
                      from regexp_split_to_table(e.text, '[\s!-&(-\-/:-@\[-`{-~\u2010-\u2015\u2212“”«»]+') with ordinality w (word, place)
                     where w.word <> ''))
        """;

    private const string SelectSql = "select e.resource, e.id, " + TitleSql + " as title, " + HighlightSql + """
         as highlight, e.rank::float8 as rank, @match::text as match, nullif(e.stated_from, '-infinity') as stated_from, e.stated_until,
               
        """ + PartnersSql + """
         as partners,
               concat('/', e.resource, '/', e.id,
                      case when e.resource not in ('partners', 'fact-sheets') then '?asOf=' || @asOf::date end) as url
          from 
        """ + FoundSql + " e";

    private const string OverviewSql = """
        select o.facets, o.resources
          from (with hits as materialized (
                  select e.resource, e.id, e.stated_from,
                         (@resource::text[] is null or e.resource = any (@resource))
                         and (@partner::text[] is null or
        """ + " " + HasPartnerSql + """
        ) as is_asked
                    from 
        """ + FoundSql + """
         e),
                parts as (
                  select h.resource, h.id, i.partner
                    from hits h
                   cross join lateral (
                     select i.partner
                       from involvements i
                      where (i.resource, i.id, i.stated_from) = (h.resource, h.id, h.stated_from)
                     offset 0) i
                   where h.is_asked
                  union
                  select h.resource, h.id, h.id from hits h where h.is_asked and h.resource = 'partners')
                select json_build_object(
                         'resource', (select coalesce(json_agg(json_build_object('value', f.resource, 'count', f.count)
                                                        order by f.count desc, f.resource), '[]')
                                        from (select h.resource, count(*) from hits h where h.is_asked group by h.resource) f),
                         'partner', (select coalesce(json_agg(json_build_object('value', f.partner, 'count', f.count)
                                                       order by f.count desc, f.partner), '[]')
                                       from (select p.partner, count(*) from parts p group by p.partner) f)) as facets,
                       array(select distinct h.resource from hits h order by 1) as resources) o
        """;

    private const string NearSql = "select n.place, n.word, n.near from near_words(@query::text, @asOf::date) n";

    // What has no rank above the others goes by resource and id.
    private static readonly SortOrder ByRank = new("to_char(1 - e.rank, 'FM0.0000') || ' ' || e.resource || ' ' || e.id");

    private static readonly Dictionary<SearchSort, SortOrder> Orders = new()
    {
        [SearchSort.Rank] = new("e.rank", SortType.Number),
        [SearchSort.Title] = new($"fold({TitleSql})"),
        [SearchSort.StatedFrom] = new("nullif(e.stated_from, '-infinity')", SortType.Date),
    };

    /// <summary>Reads a page of hits and what they all are from one snapshot.</summary>
    public async Task<Found> Search(ListQuery<Hit, SearchFilter, SearchSort> query, CancellationToken stop)
    {
        var filter = query.Filter;
        var paging = query.Paging;
        await using var connection = await database.OpenConnectionAsync(stop);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
        var terms = SearchTerms.Of(filter.Q);
        var match = HitMatch.Exact;
        var overview = await Look(connection, snapshot, terms, filter, stop);
        if (overview.Resources.Count == 0 && await Near(connection, snapshot, filter, stop) is { } near)
        {
            terms = near;
            match = HitMatch.Near;
            overview = await Look(connection, snapshot, terms, filter, stop);
        }

        var rows = await connection.List(
            snapshot, SelectSql, Asked(filter, terms, match), Orders, paging with { Count = null }, stop, ByRank);
        return new Found(
            rows with
            {
                Total = paging.Count is null ? null : overview.Hits,
                Why = rows.Why is null || paging.Cursor is not null ? rows.Why : Explain(filter, overview),
            },
            overview.Facets);
    }

    private static Where Asked(SearchFilter filter, SearchTerms terms, HitMatch match)
    {
        var where = new Where("search")
            .And("e.resource = any (@resource)", "resource", filter.Resource)
            .Of(filter.Partner, HasPartnerSql);
        where.Parameters.AddDynamicParams(
            new { terms.Places, terms.Words, terms.Closeness, filter.AsOf, Match = JsonNames.Of(match) });
        return where;
    }

    private static Task<Overview> Look(
        NpgsqlConnection connection, NpgsqlTransaction snapshot, SearchTerms terms, SearchFilter filter, CancellationToken stop) =>
        connection.QuerySingleAsync<Overview>(new CommandDefinition(
            OverviewSql,
            new
            {
                terms.Places,
                terms.Words,
                terms.Closeness,
                filter.AsOf,
                resource = filter.Resource?.Select(resource => JsonNames.Of(resource)).ToArray(),
                partner = filter.Partner?.Select(partner => partner.Value).ToArray(),
            },
            snapshot,
            cancellationToken: stop));

    private static async Task<SearchTerms?> Near(
        NpgsqlConnection connection, NpgsqlTransaction snapshot, SearchFilter filter, CancellationToken stop) =>
        SearchTerms.Near(await connection.QueryAsync<(int Place, string Word, string? Near)>(
            new CommandDefinition(NearSql, new { query = filter.Q, filter.AsOf }, snapshot, cancellationToken: stop)));

    private static Why Explain(SearchFilter filter, Overview overview)
    {
        var what = filter.AsOf is { } asOf ? $"stood on {asOf:yyyy-MM-dd}" : "stands";
        return Why.NoMatch(overview.Resources.Count == 0
            ? $"Nothing that {what} holds all of '{filter.Q}', or words near them."
            : $"'{filter.Q}' is found in {string.Join(", ", overview.Resources)}, but not with these filters.");
    }
}
