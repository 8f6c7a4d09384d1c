using System.Text.Json.Nodes;
using CooperationApi.Tests.Testing;
using static CooperationApi.Tests.Facts.Statements;

namespace CooperationApi.Tests.Facts;

public sealed class SalesRowsTests(SeededApi api) : IClassFixture<SeededApi>
{
    /// <summary>The measures of the file: measure, stage and kind.</summary>
    private static readonly Dictionary<string, string> FmsMeasures = new()
    {
        ["active_cases_total"] = "activeCases active stock",
        ["contracted_over_period"] = "sales contracted flow",
        ["purchased_over_period"] = "sales purchased flow",
        ["sold_since"] = "sales sold flow",
        ["sold"] = "sales sold flow",
        ["approved_since"] = "sales approved flow",
        ["implemented"] = "sales implemented flow",
        ["total_defense_trade"] = "defenseTrade traded flow",
        ["notified"] = "case notified case",
        ["announced"] = "case announced case",
        ["contract"] = "case contracted case",
        ["considered"] = "case considered case",
        ["agreement_ceiling"] = "ceiling agreed plan",
        ["expected_total"] = "expectedTotal expected plan",
    };

    [Fact]
    public async Task Every_row_of_Foreign_Military_Sales_is_served()
    {
        var rows = SourceFile.Read("fms");
        var printed = rows.SelectMany(row => row.List("systems")).ToHashSet();
        AreTheRows(
            rows.Select(row => $"{row.Sheet} ¶{row["paragraph"]} {List(row.List("partner"))} {FmsMeasures[row["measure"]]} "
                + $"{Figure(row)} {row["period_start"]}..{row["period_end"]} {Articles(row.List("systems"))}"),
            (await Of(api, "sales/fms")).Select(fact => $"{fact.Sheet} ¶{fact.Record["citations"]![0]!["paragraph"]} "
                + $"{List(fact.Record["partners"]!)} {Measure(fact.Record)} {Figure(fact.Sheet, fact.Record)} "
                + $"{Bounds(fact.Record["period"])} {Articles(fact.Record, printed)}"));
    }

    [Fact]
    public async Task Every_row_of_Direct_Commercial_Sales_is_served()
    {
        const string Aircraft = "C-17 (nine aircraft)";
        AreTheRows(
            SourceFile.Read("dcs").Select(row => $"{row.Sheet} {List(row.List("partner"))} "
                + (row["top_categories"] == Aircraft
                    ? $"acquisitions acquired flow  .. [] {List([$"9 {Aircraft}"])}"
                    : $"authorizations authorized flow {Figure(row)} {row["period_start"]}..{row["period_end"]} "
                        + $"{List(row.List("top_categories"))} []")),
            (await Of(api, "sales/dcs")).Select(fact => $"{fact.Sheet} {List(fact.Record["partners"]!)} {Measure(fact.Record)} "
                + $"{Figure(fact.Sheet, fact.Record)} {Bounds(fact.Record["period"])} "
                + $"{List(fact.Record["categories"]!.AsArray().Select(category => (string)category!["name"]!))} {Articles(fact.Record, [Aircraft])}"));
    }

    [Fact]
    public async Task Every_row_of_their_categories_is_served() => AreTheRows(
        SourceFile.Read("dcs_categories").Select(row => $"{row.Sheet} {row["rank"]} {row["category_as_named"]} "
            + $"{List(row.List("usml_numeral"))} {row["numeral_given_in_sheet"] == "yes"}{row["amount_usd"]}"),
        (await Of(api, "sales/dcs")).SelectMany(fact => fact.Record["categories"]!.AsArray().Select(category =>
            $"{fact.Sheet} {category!["rank"]} {((string)category["name"]!).ToLowerInvariant()} {List(category["usml"]!)} {(bool)category["usmlStated"]!}")));

    [Fact]
    public async Task Every_row_of_the_Munitions_List_is_a_category_that_its_names_stand_for()
    {
        var served = (await Of(api, "sales/dcs")).SelectMany(fact => fact.Record["categories"]!.AsArray()).ToList();
        foreach (var row in SourceFile.Read("usml_categories"))
        {
            await api.Read($"/sales/dcs?usml={row["numeral"]}");
            var named = served.Where(category => row.List("names_used_in_sheets").Contains((string)category!["name"]!));
            Assert.All(named, category => Assert.Equal($"[{row["numeral"]}]", List(category!["usml"]!)));
        }
    }

    private static string Measure(JsonNode record) => $"{record["measure"]} {record["stage"]} {record["kind"]}";
}
