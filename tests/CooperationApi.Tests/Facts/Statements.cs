using System.Globalization;
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
        var unaccounted = served.Where(line => !missing.Remove(line) && !line.StartsWith(SheetReadWhole, StringComparison.Ordinal)).ToList();
        var differences = missing.Select(line => $"not served:   {line}").Concat(unaccounted.Select(line => $"without row:  {line}")).ToList();
        Assert.True(differences.Count == 0, "\n" + string.Join('\n', differences.Order()));
    }

    /// <summary>A figure of a row, and what is printed.</summary>
    public static string Figure(SourceRow row) =>
        row["as_stated"] is { Length: > 0 } printed ? $"{row["amount_usd"]} {row["qualifier"]} '{printed}'" : "";

    /// <summary>The same of a record, whose receipt prints what its amount does.</summary>
    public static string Figure(string sheet, JsonNode record) => record["amount"] is not { } amount ? ""
        : $"{(decimal)amount["value"]!} {amount["qualifier"]} '{amount["asStated"]}'"
            + (Cited(sheet, record) is var cited && cited == (string)amount["asStated"]! ? "" : $", cited as '{cited}'");

    /// <summary>The words that a record cites of a sheet.</summary>
    public static string Cited(string sheet, JsonNode record) => string.Join(", ", record["citations"]!.AsArray()
        .Where(citation => (string)citation!["factSheet"]! == sheet).Select(citation => (string)citation!["asStated"]!));

    /// <summary>Articles as a file has them, the number that is printed with one before it.</summary>
    public static string Articles(IEnumerable<string> systems) => List(systems.Select(system =>
        int.TryParse(system.Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? $"{count} {system}" : system));

    /// <summary>The same of a record. Where a file does not print an article as the sheet does, it has its name.</summary>
    public static string Articles(JsonNode record, HashSet<string> printed) => List(record["articles"]!.AsArray().Select(article =>
        $"{article!["count"]} {(printed.Contains((string)article["asStated"]!) ? article["asStated"] : article["name"])}".TrimStart()));

    /// <summary>The first day and the last.</summary>
    public static string Bounds(JsonNode? period)
    {
        var read = period.Deserialize<Period>(JsonNames.Options);
        return $"{read?.FirstDay:yyyy-MM-dd}..{read?.LastDay:yyyy-MM-dd}";
    }

    public static string List(IEnumerable<string> parts) => $"[{string.Join("; ", parts)}]";

    public static string List(JsonNode codes) => List(codes.AsArray().Select(code => (string)code!));
}
