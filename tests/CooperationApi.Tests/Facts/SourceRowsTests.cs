using System.Text.Json.Nodes;
using CooperationApi.Tests.Testing;
using static CooperationApi.Tests.Facts.Statements;

namespace CooperationApi.Tests.Facts;

public sealed class SourceRowsTests(SeededApi api) : IClassFixture<SeededApi>
{
    private static readonly Dictionary<string, string> TextRead = new()
    {
        ["full"] = "whole",
        ["beginning"] = "beginning",
        ["beginning + news quotation"] = "beginning",
        ["quoted in news"] = "quotations",
    };

    [Fact]
    public async Task Every_row_of_fact_sheets_is_served()
    {
        var served = (await api.Text("/fact-sheets/export")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        AreTheRows(
            SourceFile.Read("fact_sheets").Select(row => $"{row["id"]} {List(row.List("partner"))} {row["title"]} by {row["publisher"]} "
                + $"{(row["published"].Length > 0 ? $"{row["published"]} printed" : $"{row["published_estimate"]} estimated")} {row["source_url"]} {TextRead[row["text_seen"]]}"),
            served.Select(sheet => $"{sheet["id"]} {List(sheet["partners"]!)} {sheet["title"]} by {sheet["publisher"]}, {sheet["bureau"]} "
                + $"{sheet["published"]} {sheet["publishedBasis"]} {sheet["sourceUrl"]} {sheet["textRead"]}"));
        Assert.Contains(SheetReadWhole, served.Select(sheet => (string)sheet["id"]!));
    }

    [Fact]
    public async Task Every_row_of_partners_is_served_and_all_its_spellings_resolve()
    {
        var faults = new List<string>();
        foreach (var row in SourceFile.Read("partners"))
        {
            var partner = await api.Read($"/partners/{row["iso3"]}");
            faults.AddRange(Differences(row, partner).Select(difference => $"{row["iso3"]}: {difference}"));
            foreach (var spelling in row.List("aliases").Concat([row["iso3"], row["iso2"], row["numeric"], row["name"]]))
            {
                var resolved = await api.Read($"/partners/resolve?name={Uri.EscapeDataString(spelling)}");
                var codes = List(resolved["candidates"]!.AsArray().Select(candidate => (string)candidate!["partner"]!).Distinct());
                faults.AddRange(codes == List([row["iso3"]]) ? [] : [$"{spelling} resolves to {codes}, not {row["iso3"]}"]);
            }
        }

        Assert.True(faults.Count == 0, "\n" + string.Join('\n', faults));
    }

    private static IEnumerable<string> Differences(SourceRow row, JsonNode partner) =>
        new[] { ("iso3", "id"), ("iso2", "alpha2"), ("numeric", "numeric"), ("region", "region"), ("sub_region", "subregion") }
            .Where(pair => row[pair.Item1].Length > 0 && row[pair.Item1] != (string?)partner[pair.Item2])
            .Select(pair => $"{pair.Item2} is {partner[pair.Item2]}, not {row[pair.Item1]}");
}
