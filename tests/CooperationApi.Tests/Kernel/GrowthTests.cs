using System.Net;
using System.Text.Json.Nodes;
using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace CooperationApi.Tests.Kernel;

/// <summary>
/// What reads cost does not grow with the records: how PostgreSQL ran the very statements that the service sent, over a million figures, each
/// with the plan that serves any parameters. Takes minutes, so that it runs only where it is asked for: <c>--explicit only</c>.
/// </summary>
public sealed class GrowthTests(PostgresServer server) : IAsyncLifetime
{
    private const int Figures = 1_000_000;
    private const int Page = 20;
    private const int MostSorted = 200;

    // All ids are much like this one.
    private const string NotThere = "/sales/fms/many-05000000";

    private string database = "";
    private Explained? service;

    public async ValueTask InitializeAsync()
    {
        database = await server.Clone();
        await ManySales.Add(database, Figures, seed: 1, TestContext.Current.CancellationToken);
        service = new Explained(database);
    }

    public async ValueTask DisposeAsync()
    {
        await service!.DisposeAsync();
        await server.Drop(database);
    }

    [Fact(Explicit = true)]
    public async Task A_million_figures_are_read_by_indexes_in_their_order_and_page_ten_thousand_reads_what_the_first_does()
    {
        await AreReadByIndexes();
        await IsFlat("", "id");
        await IsFlat("sort=-id", "id desc, id desc");
        await IsFlat("sort=amount", "coalesce((amount).value, 'infinity'), id");
        await IsFlat("sort=-amount", "coalesce((amount).value, '-infinity') desc, id desc");
        await IsFlat("sort=periodEnd", "coalesce(upper((period).ends) - 1, 'infinity'), id");
        await IsFlat("asOf=2018-06-01", "id");
    }

    private async Task AreReadByIndexes()
    {
        string[] paths =
        [
            "/sales/fms/many-0500000",
            "/sales/fms/many-0500000?asOf=2018-06-01",
            NotThere,
            "/sales/fms?limit=20",
            "/sales/fms?limit=20&sort=-id",
            "/sales/fms?limit=20&sort=amount",
            "/sales/fms?limit=20&sort=-amount",
            "/sales/fms?limit=20&sort=periodEnd",
            "/sales/fms?limit=20&sort=-periodEnd",
            "/sales/fms?limit=20&sort=statedFrom",
            "/sales/fms?limit=20&sort=-statedFrom",
            "/sales/fms?limit=20&asOf=2018-06-01",
            "/sales/fms?limit=20&asOf=2017-06-01&sort=-amount",
            "/sales/fms?limit=20&partner=SAU",
            "/sales/fms?limit=20&partner=SAU&sort=-amount",
            "/sales/fms?limit=20&measure=ceiling&sort=amount",
            "/sales/fms?limit=20&overlaps=1900",
            "/search?q=aegis",
            "/search?q=aegis&asOf=2018-06-01",
            "/sales/summary?overlaps=1973..1974&partner=NZL&groupBy=year",
        ];
        var faults = new List<string>();
        foreach (var path in paths)
        {
            var ran = await Run(path, path == NotThere ? HttpStatusCode.NotFound : HttpStatusCode.OK);
            var nodes = ran.SelectMany(Explained.Nodes).Where(node => (double)node["Actual Loops"]! > 0).ToList();
            var scanned = nodes.Where(node => (string?)node["Node Type"] == "Seq Scan" && IsOfSales(Explained.Table(node)!))
                .Select(node => $"{path} scans {Explained.Table(node)}");
            var sorted = nodes.Where(node => (string?)node["Node Type"] is "Sort" or "Incremental Sort")
                .Select(node => (double)node["Plans"]![0]!["Actual Rows"]!).Where(rows => rows > MostSorted).Select(rows => $"{path} sorts {rows} rows");
            faults.AddRange(scanned.Concat(sorted));
        }

        Assert.Empty(faults);
    }

    private async Task IsFlat(string query, string order)
    {
        var first = Blocks(await Run($"/sales/fms?limit={Page}&{query}"));
        var deep = Blocks(await Run($"/sales/fms?limit={Page}&{query}&cursor={await CursorBeforePage(10_000, query, order)}"));
        Assert.True(deep <= 1.5 * first, $"{query}: {deep} blocks at page 10,000, {first} at the first");
    }

    private async Task<string> CursorBeforePage(int page, string query, string order)
    {
        var keys = string.Join("::text, ", order.Replace(" desc", "", StringComparison.Ordinal).Split(", id"));
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(
            $"select array[{(keys.Length > 2 ? keys + "id" : keys)}]::text[] from fms_sales where stated_until is null order by {order} offset {(page - 1) * Page} limit 1");
        var place = (string[])(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        var request = new DefaultHttpContext().Request;
        request.Path = "/sales/fms";
        request.QueryString = new QueryString($"?limit={Page}&{query}");
        return Cursor.After(place, request).Text;
    }

    private Task<IReadOnlyList<JsonNode>> Run(string path, HttpStatusCode status = HttpStatusCode.OK) => service!.Run(path, IsOfSales, status);

    private static bool IsOfSales(string table) => table.StartsWith("fms_", StringComparison.Ordinal);

    private static long Blocks(IEnumerable<JsonNode> ran) => ran.Sum(plan => (long)plan["Shared Hit Blocks"]! + (long)plan["Shared Read Blocks"]!);
}
