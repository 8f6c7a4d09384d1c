using System.Text.Json.Nodes;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Kernel;

/// <summary>Every list of records has an index in the very order of each of its sort keys, which a table of any size shows once nothing is sorted where it need not be.</summary>
public sealed class OrderTests(PostgresServer server, SeededApi api) : IClassFixture<SeededApi>
{
    private static readonly string[] Resources =
        ["agreements", "assistance", "exercises", "force-posture", "objectives", "peacekeeping", "sales/dcs", "sales/fms"];

    [Fact]
    public async Task No_list_of_records_sorts_what_it_reads_by_one_key()
    {
        var database = await server.Clone(withAllFacts: true);
        var faults = new List<string>();
        await using (var service = new Explained(database, "-c enable_seqscan=off -c enable_bitmapscan=off -c enable_sort=off"))
        {
            foreach (var resource in Resources)
            {
                var table = resource.Replace("sales/fms", "fms_sales", StringComparison.Ordinal)
                    .Replace("sales/dcs", "dcs_sales", StringComparison.Ordinal).Replace('-', '_');
                foreach (var sort in await Sorts(resource))
                {
                    var plans = await service.Run($"/{resource}?limit=5&sort={sort}", name => name == table);
                    faults.AddRange(plans.Where(plan => Steps(plan).Any(step => step.Contains("Sort", StringComparison.Ordinal))).Select(_ => $"/{resource}?sort={sort} sorts"));
                }
            }
        }

        Assert.Empty(faults);
        await server.Drop(database);
    }

    private async Task<IEnumerable<string>> Sorts(string resource)
    {
        var document = await api.Read("/openapi.json");
        var sort = document["paths"]![$"/{resource}"]!["get"]!["parameters"]!.AsArray().Single(parameter => (string?)parameter!["name"] == "sort")!;
        var items = sort["schema"]!["items"]!;
        var name = ((string)items["$ref"]!).Split('/')[^1];
        return [.. document["components"]!["schemas"]![name]!["enum"]!.AsArray().Select(key => (string)key!)];
    }

    // What the page is cut off from, down to the scan that it begins with. What the parts of a row are sorted by is beside that.
    private static IEnumerable<string> Steps(JsonNode plan)
    {
        for (var step = plan; step is not null; step = step["Plans"]?.AsArray().FirstOrDefault(child => (string?)child!["Parent Relationship"] == "Outer"))
        {
            yield return (string)step["Node Type"]!;
        }
    }
}
