using System.Text.Json;
using System.Text.Json.Nodes;
using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Facts;

/// <summary>What the service says that fact sheets state, held against the rows that they were taken from.</summary>
internal static class Statements
{
    /// <summary>Of this sheet alone there are facts beyond the rows: it was read whole, and <c>FactSheets/JapanFactSheetTests</c> has them.</summary>
    public const string SheetReadWhole = "jpn-2018-05-21";

    /// <summary>Every edition of every record of a resource, with each fact sheet that it cites.</summary>
    public static async Task<IReadOnlyList<(string Sheet, JsonNode Record)>> Of(Api api, string resource)
    {
        var statements = new List<(string, JsonNode)>();
        foreach (var line in (await api.Text($"/{resource}/export?fields=id")).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var editions = await api.Read($"/{resource}/{(string)JsonNode.Parse(line)!["id"]!}/editions?limit=200");
            statements.AddRange(editions["items"]!.AsArray().SelectMany(edition => edition!["citations"]!.AsArray()
                .Select(citation => (string)citation!["factSheet"]!).Distinct().Select(sheet => (sheet, edition))));
        }

        return statements;
    }

    /// <summary>Fails with every row that is not served, and with all that is served without a row.</summary>
    public static void AreTheRows(IEnumerable<string> rows, IEnumerable<string> served)
    {
        var missing = rows.ToList();
        var unaccounted = served.Where(line => !missing.Remove(line)).Where(line => !line.StartsWith(SheetReadWhole, StringComparison.Ordinal));
        var differences = missing.Select(line => $"not served:   {line}").Concat(unaccounted.Select(line => $"without row:  {line}")).ToList();
        Assert.True(differences.Count == 0, "\n" + string.Join('\n', differences.Order()));
    }

    /// <summary>A figure: "19600000000 stated" and, where it is asked for, what is printed.</summary>
    public static string Figure(JsonNode? quantity) =>
        quantity is null ? "" : $"{(decimal)quantity["value"]!} {quantity["qualifier"]} '{quantity["asStated"]}'";

    public static string Figure(SourceRow row, string printed) => printed.Length == 0 ? "" : $"{row["amount_usd"]} {row["qualifier"]} '{printed}'";

    /// <summary>What a record cites of a sheet: paragraph and words, where it states a figure.</summary>
    public static string Cited(string sheet, JsonNode record) => string.Join(", ", record["citations"]!.AsArray()
        .Where(citation => (string)citation!["factSheet"]! == sheet).Select(citation => (string)citation!["asStated"]!));

    public static string Bounds(JsonNode? period)
    {
        var read = period.Deserialize<Period>(JsonNames.Options);
        return $"{read?.FirstDay:yyyy-MM-dd}..{read?.LastDay:yyyy-MM-dd}";
    }

    public static string List(IEnumerable<string> parts) => $"[{string.Join("; ", parts)}]";

    public static string List(JsonNode codes) => List(codes.AsArray().Select(code => (string)code!));
}
