using System.Net;
using System.Text.Json.Nodes;
using CooperationApi.Kernel;
using CooperationApi.Sales.Dcs;
using CooperationApi.Sales.Fms;
using CooperationApi.Sales.Summary;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Sales.Summary;

/// <summary>The two figures of the Japan sheet, which are never one sum.</summary>
public sealed class SalesSummaryTests(Api api) : IClassFixture<Api>
{
    private static readonly decimal[] Fms = [19_600_000_000, 19_550_000_000, 19_650_000_000];

    private static readonly string[] Sums = ["", "sums=single"];

    private static readonly decimal[] Dcs = [16_000_000_000, 15_950_000_000, 16_050_000_000];

    [Fact]
    public async Task No_query_whatever_adds_the_19_6_to_the_16_0_billion()
    {
        var (answered, refused) = (0, 0);
        foreach (var keys in Subsets(Names<SummaryKey>()))
        {
            foreach (var query in Queries(keys))
            {
                var (status, body) = await api.Get($"/sales/summary?{query}");
                Assert.True(status is HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity, $"{query} answered {(int)status}");
                foreach (var bucket in body["items"]?.AsArray() ?? [])
                {
                    Assert.Equal(1, (int?)bucket!["count"]);
                    var figures = (string?)bucket["channel"] == "fms" ? Fms : Dcs;
                    Assert.All(Numbers(bucket["sum"]).Concat(Numbers(bucket["min"])).Concat(Numbers(bucket["max"])), number => Assert.Contains(number, figures));
                }

                Assert.DoesNotContain("35.", body.ToJsonString(), StringComparison.Ordinal);
                (answered, refused) = status is HttpStatusCode.OK ? (answered + 1, refused) : (answered, refused + 1);
            }
        }

        Assert.True(answered > 500 && refused > 500, $"{answered} answered, {refused} refused");
    }

    [Theory]
    [InlineData("", "All figures")]
    [InlineData("&groupBy=partner", "partner JPN")]
    [InlineData("&partner=JPN&groupBy=partner&limit=1", "partner JPN")]
    [InlineData("&channel=fms&channel=dcs", "All figures")]
    [InlineData("&kind=stock&kind=flow", "All figures")]
    public async Task One_sum_of_what_is_apart_is_refused_and_the_group_is_named(string query, string group)
    {
        var (status, body) = await api.Get($"/sales/summary?sums=single{query}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("urn:cooperation:problem:not-summable", (string?)body["type"]);
        var fault = Assert.Single(body["errors"]!.AsArray())!;
        Assert.Equal(("groupBy", "severalSums"), ((string?)fault["parameter"], (string?)fault["code"]));
        Assert.StartsWith($"{group}: Foreign Military Sales are never added", (string?)fault["detail"], StringComparison.Ordinal);
        Assert.Contains("A stock is never added to a flow, and a single case or a plan to nothing. What helps: group or filter by channel;", (string?)fault["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("&channel=fms", "19600000000")]
    [InlineData("&kind=flow", "16000000000")]
    [InlineData("&measure=activeCases", "19600000000")]
    [InlineData("&stage=authorized", "16000000000")]
    [InlineData("&groupBy=channel", "16000000000", "19600000000")]
    [InlineData("&groupBy=measure&sort=-sum", "19600000000", "16000000000")]
    [InlineData("&groupBy=year", "16000000000", "19600000000")]
    [InlineData("&kind=flow&since=2018-09", "16000000000")]
    [InlineData("&since=2018-10")]
    [InlineData("&until=2012")]
    [InlineData("&partner=KOR")]
    [InlineData("&channel=fms&kind=flow")]
    public async Task One_sum_is_given_where_there_is_one(string query, params string[] sums)
    {
        var items = (await api.Read($"/sales/summary?sums=single{query}"))["items"]!.AsArray();
        Assert.Equal(sums, items.Select(bucket => bucket!["sum"]!["value"]!.ToJsonString()));
        Assert.All(items, bucket => Assert.Empty(bucket!["reasons"]!.AsArray()));
    }

    [Theory]
    [InlineData("groupBy=category,year,article&channel=fms")]
    [InlineData("groupBy=category&channel=fms&channel=fms")]
    public async Task Keys_that_no_figure_has_are_refused(string query)
    {
        var (status, body) = await api.Get($"/sales/summary?{query}");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "urn:cooperation:problem:not-summable"), (status, (string?)body["type"]));
        var fault = Assert.Single(body["errors"]!.AsArray())!;
        Assert.Equal(("groupBy", "contradiction"), ((string?)fault["parameter"], (string?)fault["code"]));
    }

    [Fact]
    public async Task Buckets_of_one_group_say_what_keeps_them_apart()
    {
        var items = (await api.Read("/sales/summary?groupBy=partner"))["items"]!.AsArray();
        Assert.Equal(["dcs", "fms"], items.Select(bucket => (string?)bucket!["channel"]));
        Assert.All(items, bucket => Assert.Equal(
            "differentChannel differentMeasure differentStage differentKind",
            string.Join(' ', bucket!["reasons"]!.AsArray().Select(reason => (string?)reason!["code"]))));
        Assert.All(items, bucket => Assert.Equal("""["JPN"]""", bucket!["partners"]!.ToJsonString()));
    }

    [Theory]
    [InlineData("groupBy=category", 6, "category", "Aircraft and parts", "jpn-dcs-authorized-2013-2018")]
    [InlineData("groupBy=article", 10, "article", "AIM-120 AMRAAM", "jpn-fms-active-cases")]
    public async Task What_a_figure_names_has_no_share_of_it(string query, int buckets, string member, string first, string figure)
    {
        var items = (await api.Read($"/sales/summary?{query}"))["items"]!.AsArray();
        Assert.Equal(buckets, items.Count);
        Assert.Equal(first, (string?)items[0]![member]);
        Assert.Equal(figure, (string?)items[0]!["min"]!["id"]);
        Assert.Null(items[0]!["sum"]);
        Assert.Equal("partOfFigure", (string?)Assert.Single(items[0]!["reasons"]!.AsArray())!["code"]);

        // The figure of the other channel names none.
        Assert.Null(items[^1]![member]);
        Assert.NotNull(items[^1]!["sum"]);

        var (_, refusal) = await api.Get($"/sales/summary?{query}&sums=single");
        Assert.Equal(buckets - 1, refusal["errors"]!.AsArray().Count);
        Assert.All(refusal["errors"]!.AsArray(), fault => Assert.Equal("noSum", (string?)fault!["code"]));
        Assert.StartsWith($"{member} '{first}': ", (string?)refusal["errors"]![0]!["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public void Measures_and_stages_are_those_of_both_channels()
    {
        Assert.Equal(Names<FmsMeasure>().Union(Names<DcsMeasure>()).Order(), Names<SalesMeasure>().Order());
        Assert.Equal(Names<FmsStage>().Union(Names<DcsStage>()).Order(), Names<SalesStage>().Order());
    }

    private static IEnumerable<string> Queries(string[] keys) =>
        from channels in Subsets(Names<SalesChannel>())
        from kinds in Subsets(["stock", "flow"])
        from sums in Sums
        select string.Join('&', new[] { keys.Length == 0 ? "" : "groupBy=" + string.Join(',', keys), sums }
            .Concat(channels.Select(channel => $"channel={channel}"))
            .Concat(kinds.Select(kind => $"kind={kind}"))
            .Where(part => part.Length > 0));

    private static IEnumerable<string[]> Subsets(string[] all) =>
        Enumerable.Range(0, 1 << all.Length).Select(bits => all.Where((_, at) => (bits >> at & 1) == 1).ToArray());

    private static string[] Names<TEnum>()
        where TEnum : struct, Enum => [.. Enum.GetValues<TEnum>().Select(value => JsonNames.Of(value))];

    private static IEnumerable<decimal> Numbers(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Numbers(member.Value)),
        JsonArray items => items.SelectMany(Numbers),
        JsonValue value when value.TryGetValue<decimal>(out var number) => [number],
        _ => [],
    };
}
