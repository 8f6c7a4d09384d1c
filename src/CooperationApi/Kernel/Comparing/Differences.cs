using System.Data;
using System.Reflection;
using Dapper;
using Microsoft.AspNetCore.Http.Metadata;
using Npgsql;

namespace CooperationApi.Kernel;

/// <summary>
/// Reads what editions of records differ in. A slice says which editions are compared: a FROM clause of rows <c>p</c> (resource, id, before, after),
/// in which either date may be null, followed by <see cref="OfEditionsSql"/>.
/// </summary>
internal static class Differences
{
    public const string ColumnsSql = "e.kind, e.path, e.resource, e.id, e.before, e.after, e.citations_before, e.citations_after";

    public const string CountsSql = """
        count(*) filter (where e.kind = 'new') as new, count(*) filter (where e.kind = 'dropped') as dropped,
               count(*) filter (where e.kind = 'changed') as changed, count(*) filter (where e.kind = 'qualifierChanged') as qualifier_changed,
               count(*) filter (where e.kind = 'restated') as restated
        """;

    public const string OfEditionsSql = """
          left join documents b on (b.resource, b.id, b.stated_from) = (p.resource, p.id, p.before)
          left join documents a on (a.resource, a.id, a.stated_from) = (p.resource, p.id, p.after)
         cross join lateral differences(p.resource, p.id, b.document, a.document) e
        """;

    public const string OfResourceSql = "(@resource::text[] is null or e.resource = any (@resource))";

    private static readonly DifferenceKind[] Changes = [.. Enum.GetValues<DifferenceKind>().Except([DifferenceKind.Restated])];

    // A path may be longer than a cursor; what is equal so far is told apart by a digest, and one path that goes on another comes after it.
    private static readonly SortOrder ByPath = new("left(e.path, 160) || chr(1) || md5(e.path)");

    private static readonly Dictionary<DiffSort, SortOrder> Orders = new()
    {
        [DiffSort.Path] = ByPath,
        [DiffSort.Kind] = new("e.kind"),
    };

    /// <summary>Reads a page of differences, how many there are of each kind, and the sheets that state them, from one snapshot.</summary>
    public static async Task<(Rows<Difference> Rows, DiffCounts Counts, IReadOnlyList<DiffSource> Sources)> Diff(
        this NpgsqlDataSource database,
        string select,
        string counts,
        string? sources,
        Where where,
        IReadOnlyList<DifferenceKind>? kinds,
        Paging<Difference, DiffSort> paging,
        CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
        var counted = await connection.QuerySingleAsync<DiffCounts>(
            new CommandDefinition(counts, where.Parameters, snapshot, cancellationToken: stop));
        var stating = sources is null ? [] : await connection.QueryAsync<DiffSource>(
            new CommandDefinition(sources, where.Parameters, snapshot, cancellationToken: stop));
        where.And(OfResourceSql).And("e.kind = any (@kind)", "kind", kinds ?? Changes);
        var rows = await connection.List(snapshot, select, where, Orders, paging, stop, ByPath);
        var explained = rows.Why is { Code: WhyCode.NoMatch } && paging.Cursor is null ? rows with { Why = Explain(counted) } : rows;
        return (explained, counted, stating.AsList());
    }

    private static Why Explain(DiffCounts counts) => Why.NoMatch(
        counts.New + counts.Dropped + counts.Changed + counts.QualifierChanged > 0 ? "Facts changed, but none in the way asked for; `counts` says in which."
        : counts.Restated > 0 ? $"No fact changed. Records stated again as they were: {counts.Restated}; kind=restated lists them."
        : "Nothing is stated otherwise, and no record is stated again.");
}

/// <summary>Answers with a page of differences, in the form asked for.</summary>
internal sealed class DiffResult(
    Rows<Difference> rows, DiffCounts counts, DiffSide from, DiffSide to, IReadOnlyList<string> caveats, Paging<Difference, DiffSort> paging)
    : IResult, IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(
            StatusCodes.Status200OK, typeof(DiffPage), [MediaTypes.Json, MediaTypes.Csv, MediaTypes.Ndjson]));

    public Task ExecuteAsync(HttpContext httpContext) => PageResult<Difference>.Of(rows, paging, page => new DiffPage
    {
        Items = page.Items,
        Next = page.Next,
        Total = page.Total,
        Why = page.Why,
        From = from,
        To = to,
        Counts = counts,
        Caveats = caveats,
    }).ExecuteAsync(httpContext);
}
