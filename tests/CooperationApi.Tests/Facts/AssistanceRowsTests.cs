using System.Text.RegularExpressions;
using CooperationApi.Tests.Testing;
using static CooperationApi.Tests.Facts.Statements;

namespace CooperationApi.Tests.Facts;

public sealed partial class AssistanceRowsTests(SeededApi api) : IClassFixture<SeededApi>
{
    private static readonly Dictionary<string, string> Programs = new()
    {
        ["all_state_security_assistance"] = "stateSecurityAssistance",
        ["all_state_dod_assistance"] = "stateAndDodAssistance",
        ["all_title22_assistance"] = "title22",
        ["bilateral_total"] = "bilateralAssistance",
        ["Section 333"] = "section333",
        ["Title 10 train and equip"] = "title10TrainAndEquip",
        ["DoD-authorized"] = "dodAuthorized",
        ["missile_defense"] = "missileDefense",
        ["missile_defense_iron_dome"] = "ironDome",
        ["host_nation_contribution"] = "hostNationContribution",
    };

    private static readonly string[] Stages = ["notified", "appropriated", "allocated"];

    [Fact]
    public async Task Every_row_of_assistance_is_served()
    {
        var rows = SourceFile.Read("assistance");
        var printed = rows.SelectMany(row => row.List("basis")).ToHashSet();
        var served = await Of(api, "assistance");
        var printedOf = served.GroupBy(fact => (string)fact.Record["id"]!).ToDictionary(
            editions => editions.Key, editions => (string?)editions.First().Record["amount"]?["asStated"]);
        AreTheRows(
            rows.Select(row => $"{row.Sheet} {Programs.GetValueOrDefault(row["program"], row["program"])} {List(row.List("partner"))} {Direction(row)} "
                + $"{Figure(row)} {Basis(row)} {Stages.FirstOrDefault(row["basis"].Contains)} {Bounds(row)} "
                + $"of {Whole(row, rows)} {Articles(row["program"] == "EDA" ? row.List("basis") : [])}"),
            served.Select(fact => $"{fact.Sheet} {fact.Record["program"]} {List(fact.Record["partners"]!)} {fact.Record["direction"]} "
                + $"{Figure(fact.Sheet, fact.Record)} {fact.Record["basis"]} {fact.Record["stage"]} {Statements.Bounds(fact.Record["period"])} "
                + $"of {((string?)fact.Record["partOf"] is { } whole ? printedOf[whole] : "")} {Articles(fact.Record, printed)}"));
    }

    private static string Direction(SourceRow row) =>
        row["program"] == "host_nation_contribution" || row["basis"].Contains("not a grant", StringComparison.Ordinal) ? "fromPartner" : "toPartner";

    private static string Basis(SourceRow row) => row["as_stated"].Length == 0 ? ""
        : row["basis"].StartsWith("per year", StringComparison.Ordinal) ? "perYear"
        : row["fy_start"].Length > 0 && row["fy_end"].Length == 0 || Since.IsMatch(row["basis"]) ? "cumulative"
        : "periodTotal";

    // U.S. fiscal years, unless the sheet counts since a calendar year.
    private static string Bounds(SourceRow row) => row["fy_start"].Length == 0
        ? $"{(Since.Match(row["basis"]) is { Success: true } since ? $"{since.Groups[1].Value}-01-01" : "")}.."
        : $"{int.Parse(row["fy_start"], null) - 1}-10-01..{(row["fy_end"].Length == 0 ? "" : $"{row["fy_end"]}-09-30")}";

    // What the figure is a part of, by how that is printed: the row says it, or the rows of one year say that they are the parts of a total.
    private static string Whole(SourceRow row, IReadOnlyList<SourceRow> rows) => IncludedIn.Match(row["basis"]) is { Success: true } whole
        ? whole.Groups[1].Value
        : rows.Where(other => other.Sheet == row.Sheet && other["fy_start"] == row["fy_start"] && other["fy_end"] == row["fy_end"]).ToList() is var year
            && year.Any(other => other["note"].StartsWith("parts sum to", StringComparison.Ordinal)) && row["fy_end"].Length > 0
            && !row["program"].StartsWith("all_", StringComparison.Ordinal)
        ? year.Single(other => other["program"].StartsWith("all_", StringComparison.Ordinal))["as_stated"]
        : "";

    [GeneratedRegex(@"since (\d{4})")]
    private static partial Regex Since { get; }

    [GeneratedRegex(@"included in (?:the )?(\$.*\w)")]
    private static partial Regex IncludedIn { get; }
}
