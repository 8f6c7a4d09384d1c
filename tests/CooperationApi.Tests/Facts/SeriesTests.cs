using System.Text.Json.Nodes;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Facts;

/// <summary>Figures that continue one another are editions of one record; those of another window are another record.</summary>
public sealed class SeriesTests(SeededApi api) : IClassFixture<SeededApi>
{
    private static readonly string[] WhatIsMeasured = ["partners", "program", "direction", "measure", "stage", "kind", "basis"];

    [Theory]
    [InlineData("sales/fms")]
    [InlineData("sales/dcs")]
    [InlineData("assistance")]
    public async Task A_record_has_the_figures_of_one_window_and_all_of_them(string resource)
    {
        var series = (await Statements.Of(api, resource)).Select(fact => fact.Record)
            .Where(record => record["amount"] is not null && (string?)record["kind"] is not ("case" or "plan"))
            .Select(record => (Id: (string)record["id"]!, Window: Window(record))).Distinct().ToList();
        Assert.Empty(series.GroupBy(one => one.Id).Where(windows => windows.Count() > 1).SelectMany(windows => windows));
        Assert.Empty(series.GroupBy(one => one.Window).Where(ids => ids.Count() > 1).SelectMany(ids => ids));
    }

    // A running total keeps its beginning, even where a sheet closes it by its own time.
    private static string Window(JsonNode record)
    {
        var bounds = Statements.Bounds(record["period"]);
        var window = (string?)record["basis"] is "periodTotal" or "perYear" ? bounds : bounds.Split("..")[0];
        return string.Join(' ', WhatIsMeasured.Select(member => record[member]?.ToJsonString()).Append(window));
    }
}
