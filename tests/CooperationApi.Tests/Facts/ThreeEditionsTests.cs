using System.Text.Json.Nodes;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Facts;

/// <summary>Japan by its three editions: the sheet of 2017, that of 21 May 2018, and the one that stands.</summary>
public sealed class ThreeEditionsTests(SeededApi api) : IClassFixture<SeededApi>
{
    [Theory]
    [InlineData("?asOf=2017-12-31", "19600000000 stated", "jpn-2017", 9)]
    [InlineData("?asOf=2018-12-31", "19600000000 stated", "jpn-2018-05-21", 9)]
    [InlineData("", "20000000000 over", "jpn-state-current", 0)]
    public async Task Active_cases_are_those_of_the_edition(string asOf, string amount, string sheet, int articles)
    {
        var sale = await api.Read($"/sales/fms/jpn-fms-active-cases{asOf}");
        Assert.Equal(amount, Figure(sale["amount"]));
        Assert.Equal(sheet, (string?)sale["citations"]![0]!["factSheet"]);
        Assert.Equal(articles, sale["articles"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("?asOf=2017-12-31", "14400000000 over", null, 4, "jpn-2017")]
    [InlineData("?asOf=2018-12-31", "16000000000 stated", "2018-09-30", 5, "jpn-2018-05-21")]
    [InlineData("", "16000000000 stated", "2018-09-30", 5, "jpn-2018-05-21")]
    public async Task Commercial_sales_since_2013_are_those_of_the_edition(string asOf, string amount, string? end, int categories, string sheet)
    {
        var sale = await api.Read($"/sales/dcs/jpn-dcs-authorized-2013-2018{asOf}");
        Assert.Equal(amount, Figure(sale["amount"]));
        Assert.Equal("2013", (string?)sale["period"]!["start"]);
        Assert.Equal(end, (string?)sale["period"]!["end"]);
        Assert.Equal(categories, sale["categories"]!.AsArray().Count);
        Assert.Equal(sheet, (string?)sale["citations"]![0]!["factSheet"]);
    }

    [Theory]
    [InlineData("?host=JPN&asOf=2017-12-31")]
    [InlineData("?host=JPN&asOf=2018-12-31", "jpn-dod-civilians", "jpn-f-35", "jpn-family-members", "jpn-us-military-personnel 54000 stated", "jpn-uss-ronald-reagan-csg")]
    [InlineData("?host=JPN", "jpn-dod-civilians", "jpn-f-35", "jpn-family-members", "jpn-us-military-personnel 55000 about", "jpn-uss-ronald-reagan-csg")]
    public async Task Forces_are_those_of_the_edition(string query, params string[] forces)
    {
        var items = (await api.Read($"/force-posture{query}&sort=id"))["items"]!.AsArray();
        Assert.Equal(forces, items.Select(force => $"{force!["id"]} {Figure(force["count"])}".Trim()));
    }

    [Theory]
    [InlineData("&asOf=2017-12-31")]
    [InlineData("&asOf=2018-12-31", "us-japan-security-treaty by jpn-2018-05-21", "us-japan-sofa by jpn-2018-05-21", "us-japan-special-measures-agreement by jpn-2018-05-21")]
    [InlineData("", "us-japan-security-treaty by jpn-state-current", "us-japan-sofa by jpn-2018-05-21", "us-japan-special-measures-agreement by jpn-2018-05-21")]
    public async Task Agreements_are_those_of_the_edition(string asOf, params string[] agreements)
    {
        var items = (await api.Read($"/agreements?partner=JPN&sort=id{asOf}"))["items"]!.AsArray();
        Assert.Equal(agreements.Order(StringComparer.Ordinal), items.Select(agreement => $"{agreement!["id"]} by {agreement["citations"]![0]!["factSheet"]}"));
    }

    private static string Figure(JsonNode? quantity) => quantity?["value"] is { } value ? $"{value} {quantity["qualifier"]}" : "";
}
