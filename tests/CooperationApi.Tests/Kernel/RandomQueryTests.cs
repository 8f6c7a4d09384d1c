using System.Net;
using System.Text.Json.Nodes;
using CooperationApi.Tests.Testing;
using CsCheck;

namespace CooperationApi.Tests.Kernel;

/// <summary>Queries that nobody would think of, over all routes.</summary>
public sealed class RandomQueryTests(SeededApi api) : IClassFixture<SeededApi>
{
    private const int Queries = 10_000;

    private static readonly string[] Values =
    [
        "", "0", "1", "-1", "50", "201", "1e9", "99999999999999999999", "0.5", "NaN", "null", "true", "JPN", "japan", "ROK", "Japn", "392",
        "2018-05-21", "2018-05", "2018", "0000", "9999-12-31", "0001-01-01", "2018-02-30", "exact", "stock", "flow", "single", "year,partner", "article,category", "SOFA", "sofa", "GPOI",
        "VIII", "id", "-id", "name,-id", "id,id", "-statedFrom,id", "id,name", "-", ",", "%", "%25", "'", "''", "\"", "\\", ";--", "\0", "\u0001",
        "\uFFFD", "é", "日本", "🙂", "‮", "../..", "{}", "[]", "<script>", "@asOf", "$1", "WyJhIiwiYiJd", "WyI", "Infinity", new string('x', 300),
    ];

    [Fact]
    public async Task Ten_thousand_bring_no_failure_and_no_silent_parameter()
    {
        var operations = (await api.Read("/openapi.json"))["paths"]!.AsObject()
            .Where(path => path.Value!["get"] is { } read && !Api.IsEndless(read) && Api.IsOpen(read))
            .Select(path => (path.Key, Known: InQuery(path.Value!["get"]!))).ToArray();
        var names = operations.SelectMany(operation => operation.Known).Distinct()
            .Concat(["limt", "PARTNER", "x", "", "$where", "partner[]", "sort ", "as_of", "é", "\0"]).ToArray();
        var value = Gen.OneOf(Gen.OneOf(Values), Gen.String[0, 20]);
        var query = Gen.Select(Gen.OneOf(operations), Gen.OneOf(Gen.OneOf(names), Gen.String[0, 8]).Select(value).Array[0, 4]);
        await query.SampleAsync(
            async sample => await Check(sample.Item1.Key, sample.Item1.Known, sample.Item2), iter: Queries, threads: 4);
    }

    private async Task Check(string route, string[] known, (string Name, string Value)[] query)
    {
        var path = route.Replace("{id}", query.Length % 2 == 0 ? "us-japan-sofa" : "no'such", StringComparison.Ordinal)
            .Replace("{code}", query.Length % 2 == 0 ? "japan" : "Atlantis", StringComparison.Ordinal);
        var written = string.Join('&', query.Select(pair => $"{Escape(pair.Name)}={Escape(pair.Value)}"));
        using var response = await api.Client.GetAsync(new Uri($"{path}?{written}", UriKind.Relative), CancellationToken.None);
        var what = $"{path}?{written} answered {(int)response.StatusCode}";
        Assert.True((int)response.StatusCode < 500, what);
        if (query.Any(pair => !known.Contains(Decoded(pair.Name))))
        {
            Assert.True(response.StatusCode == HttpStatusCode.BadRequest, what);
        }

        Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.NotFound
            || (response.StatusCode is HttpStatusCode.UnprocessableEntity && route == "/sales/summary"), what);
        var body = await response.Content.ReadAsStringAsync(CancellationToken.None);
        if (response.Content.Headers.ContentType!.MediaType is "application/json" or "application/problem+json")
        {
            Assert.NotNull(JsonNode.Parse(body));
        }
    }

    // A lone surrogate cannot be written in UTF-8, so that another character arrives.
    private static string Decoded(string text) => Uri.UnescapeDataString(Escape(text));

    private static string Escape(string text) =>
        Uri.EscapeDataString(System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text)));

    private static string[] InQuery(JsonNode operation) =>
        [.. (operation["parameters"]?.AsArray() ?? []).Where(parameter => (string?)parameter!["in"] == "query")
            .Select(parameter => (string)parameter!["name"]!)];
}
