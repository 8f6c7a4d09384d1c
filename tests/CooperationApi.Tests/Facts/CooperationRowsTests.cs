using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CooperationApi.Tests.Testing;
using static CooperationApi.Tests.Facts.Statements;

namespace CooperationApi.Tests.Facts;

public sealed partial class CooperationRowsTests(SeededApi api) : IClassFixture<SeededApi>
{
    private static readonly Dictionary<string, string> AgreementKinds = new()
    {
        ["arms sales agreement"] = "armsSale",
        ["joint declaration"] = "jointDeclaration",
    };

    [Fact]
    public async Task Every_row_of_agreements_is_served() => AreTheRows(
        SourceFile.Read("agreements").Select(row => $"{row.Sheet} {row["name"]} {AgreementKinds.GetValueOrDefault(row["kind"], row["kind"])} "
            + $"{List(row.List("partners"))} {Dated(row)}{row["date"]}"),
        (await Of(api, "agreements")).Select(fact => $"{fact.Sheet} {fact.Record["name"]} {fact.Record["kind"]} "
            + $"{List(fact.Record["parties"]!)} {Dated(fact.Record)}"));

    [Fact]
    public async Task Every_row_of_exercises_is_served() => AreTheRows(
        SourceFile.Read("exercises").Select(row => $"{row.Sheet} {row["name"]} {List(row.List("participants").Order())} {row["since"]} {row["cadence"]} "
            + $"{(row["type"].Contains("field training", StringComparison.Ordinal) ? "fieldTraining" : "")} "
            + List(row.List("hosts").Except(row.List("participants")))),
        (await Of(api, "exercises")).Select(fact => $"{fact.Sheet} {fact.Record["name"]} {List(Participants(fact.Record, "partner").Order())} "
            + $"{Participants(fact.Record, "since").Min()} {fact.Record["cadence"]} {fact.Record["kind"]} "
            + List(Participants(fact.Record, "organization"))));

    [Fact]
    public async Task Every_row_of_forces_stationed_is_served()
    {
        var rows = SourceFile.Read("posture");
        var printed = rows.SelectMany(Assets).ToHashSet();
        AreTheRows(
            rows.SelectMany(row => Assets(row).Select(asset => $"{row.Sheet} {row["partner"]} by USA: {asset} {Number(asset)}")
                .Concat(row["personnel"].Length == 0 ? [] : [$"{row.Sheet} {Way(row)}: {row["personnel"]} {row["qualifier"]} people"])),
            (await Of(api, "force-posture")).Select(fact => $"{fact.Sheet} {fact.Record["host"]} by {fact.Record["sender"]}: "
                + $"{Asset(fact.Sheet, fact.Record, printed)}{Count(fact.Record["count"])}"));
        var published = SourceFile.Read("fact_sheets").ToDictionary(row => row["id"], row => row["published"]);
        Assert.All(rows.Where(row => row["as_of"].Length > 0), row => Assert.Equal(published[row.Sheet], row["as_of"]));
    }

    [Theory]
    [InlineData("peacekeeping")]
    [InlineData("objectives")]
    public async Task Nothing_is_stated_of_what_no_file_has(string resource) =>
        AreTheRows([], (await Of(api, resource)).Select(fact => $"{fact.Sheet} {fact.Record["id"]}"));

    private static string Dated(SourceRow row) => row["year_kind"] switch
    {
        "since" => $"inForceSince {row["year"]}",
        "signed" => $"signed {row["year"]}",
        "unspecified" => $"dated {row["year"]} ",
        "starts" or "covers from" => $"covers {row["year"]} to {Year.Match(row["note"]).Value}",
        "" or "in place" => row["year"],
        var happened => $"dated {row["year"]} {happened}",
    };

    private static string Dated(JsonNode agreement) =>
        (agreement["inForceSince"] is { } since ? $"inForceSince {since}" : "")
        + (agreement["signed"] is { } signed ? $"signed {signed}" : "")
        + (agreement["dated"] is { } dated ? $"dated {dated} {agreement["datedAs"]}" : "")
        + (agreement["covers"] is { } covers ? $"covers {covers["start"]} to {covers["end"]}" : "");

    private static IEnumerable<string> Participants(JsonNode exercise, string member) => exercise["participants"]!.AsArray()
        .Select(participant => (string?)participant![member]).OfType<string>().Distinct();

    private static string Way(SourceRow row) =>
        row["note"].Contains("inbound", StringComparison.Ordinal) ? $"USA by {row["partner"]}" : $"{row["partner"]} by USA";

    // Of people who are abroad, the column says what they do there.
    private static IEnumerable<string> Assets(SourceRow row) =>
        row["note"].Contains("inbound", StringComparison.Ordinal) ? [] : row["capabilities"].Split([';', ':'],
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Asset(string sheet, JsonNode force, HashSet<string> printed) => force["asset"] is not { } asset ? ""
        : $"{(printed.Contains(Cited(sheet, force)) ? Cited(sheet, force) : asset["name"])} ";

    private static string Number(string asset) =>
        char.IsDigit(asset[0]) && asset.Split(' ')[0] is var number && number.Contains(',', StringComparison.Ordinal)
            ? $"{number.Replace(",", "", StringComparison.Ordinal)} stated items" : "";

    private static string Count(JsonNode? count) => count is null ? "" : $"{count["value"]} {count["qualifier"]} {count["unit"]}";

    [GeneratedRegex(@"\d{4}")]
    private static partial Regex Year { get; }
}
