using System.Net;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Sales.Summary;

/// <summary>What adds up and what does not, on figures made for it.</summary>
public sealed class SumsTests(Api api) : IClassFixture<Api>, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        await Execute("""
            select put_fact_sheet('sums-2005', '{USA}', 'T', 'P', null, '2005-01-01', null, null, null, null, null);
            select put_fact_sheet('sums-2017', '{USA}', 'T', 'P', null, '2017-03-01', null, null, null, null, null);
            select put_fact_sheet('sums-2019', '{USA}', 'T', 'P', null, '2019-06-01', null, null, null, null, null);
            """);
        await Stock("kor-cases", "sums-2017", "KOR", "$1.2 billion", "stated");
        await Stock("tha-cases", "sums-2017", "THA", "$2.5 billion", "about");
        await Stock("tha-cases", "sums-2019", "THA", "$2.9 billion", "over");
        await Stock("mys-cases", "sums-2017", "MYS", "$10 million", "stated");
        await Stock("mys-other-cases", "sums-2019", "MYS", "$20 million", "stated");

        await Flow("aus-2015", "AUS", "$120 million", "stated", "2015", "2015");
        await Flow("aus-2016", "AUS", "$50 million", "over", "2016-01", "2016-06");
        await Flow("nzl-2015", "NZL", "$20 million", "stated", "2015", "2015");
        await Flow("nzl-2016", "NZL", "$30 million", "nearly", "2016", "2016");
        await Flow("fra-long", "FRA", "$10 million", "stated", "2014", "2017");
        await Flow("fra-2016", "FRA", "$12 million", "stated", "2016", "2016");
        await Flow("fra-2018", "FRA", "$13 million", "stated", "2018", "2018");
        await Flow("deu-cy", "DEU", "$1 million", "stated", "2018", "2018");
        await Flow("deu-fy", "DEU", "$2 million", "stated", "FY2019", "FY2019");
        await Flow("ita-fy-2018", "ITA", "$1 million", "stated", "FY2018", "FY2018");
        await Flow("ita-fy-2019", "ITA", "$2 million", "stated", "FY2019", "FY2019");
        await Flow("baltic-2017", "EST,LVA,LTU", "$30 million", "stated", "2017", "2017");
        await Flow("est-2018", "EST", "$5 million", "stated", "2018", "2018");
        await Flow("ltu-2017", "LTU", "$1 million", "stated", "2017", "2017");
        await Flow("esp-open", "ESP", "hundreds of millions", null, "2017", "2017");
        await Flow("esp-2018", "ESP", "$5 million", "stated", "2018", "2018");
        await Flow("pol-undated", "POL", "$1 million", "stated", null, null);
        await Flow("pol-2018", "POL", "$2 million", "stated", "2018", "2018");
        await Flow("cze-until", "CZE", "$3 million", "stated", null, "2017");
        await Flow("cze-2018", "CZE", "$4 million", "upTo", "2018", "2018");
        await Flow("svk-since", "SVK", "$3 million", "stated", "2017", null);
        await Flow("svk-2030", "SVK", "$4 million", "stated", "FY2030", "2031-02-03");
        await Flow("chl-2041", "CHL", "$4 million", "stated", "2041", "2041");
        await Flow("all-2041", "", "$90 million", "stated", "2041", "2041");
        await Flow("all-1990", "", "$4 million", "stated", "1990", "1990", sheet: "sums-2005");
        await Flow("per-1991", "PER", "$3 million", "stated", "1991", "1991", sheet: "sums-2005");
        await Fms("ind-apache", "IND", "case", "notified", "case", "$2.3 billion");
        await Fms("ind-seahawk", "IND", "case", "notified", "case", "$2.6 billion");
        await Fms("sau-ceiling", "SAU", "ceiling", "agreed", "plan", "$110 billion");
        await Fms("bhr-2015", "BHR", "sales", "announced", "flow", null, "calendar_years(2015, 2015)");
        await Fms("kwt-2015", "KWT", "sales", "announced", "flow", "$115 million", "days('2015-11', '2015-11')");
        await Fms("kwt-unpriced", "KWT", "sales", "announced", "flow", null, "calendar_years(2015, 2015)");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("partner=JPN&partner=KOR&channel=fms", "20800000000", "20700000000", "20900000000", false)]
    [InlineData("partner=KOR&partner=THA&kind=stock", "4100000000", "4050000000", "null", true)]
    [InlineData("partner=KOR&partner=THA&kind=stock&asOf=2018-01-01", "3700000000", "3600000000", "3800000000", true)]
    [InlineData("partner=AUS", "170000000", "165000000", "null", true)]
    [InlineData("partner=NZL", "50000000", "15000000", "55000000", true)]
    [InlineData("partner=FRA&until=2015", "10000000", "5000000", "15000000", false)]
    [InlineData("partner=ITA", "3000000", "2000000", "4000000", false)]
    [InlineData("partner=LVA", "30000000", "25000000", "35000000", false)]
    [InlineData("partner=EST", "35000000", "29500000", "40500000", false)]
    [InlineData("partner=ESP", "null", "4500000", "null", true)]
    [InlineData("partner=CZE", "7000000", "2500000", "7500000", true)]
    [InlineData("partner=DEU&since=2019", "2000000", "1500000", "2500000", false)]
    [InlineData("asOf=2006-01-01", "7000000", "6000000", "8000000", false)]
    public async Task A_sum_has_the_bounds_of_what_it_adds(string query, string value, string low, string high, bool qualified)
    {
        var sum = Assert.Single((await api.Read($"/sales/summary?{query}"))["items"]!.AsArray())!["sum"];
        Assert.Equal(
            $$"""{"value":{{value}},"low":{{low}},"high":{{high}},"qualified":{{(qualified ? "true" : "false")}},"unit":"USD"}""",
            sum!.ToJsonString());
    }

    [Theory]
    [InlineData("partner=ITA", "2017-10-01", "2019-09-30", "differentTimes")]
    [InlineData("partner=CZE", null, "2018-12-31", "differentTimes")]
    [InlineData("partner=LVA", "2017-01-01", "2017-12-31", null)]
    [InlineData("partner=FRA&until=2015", "2014-01-01", "2017-12-31", null)]
    [InlineData("partner=SVK&until=2017", "2017-01-01", null, null)]
    [InlineData("partner=AUS&partner=NZL&since=2015&until=2015", "2015-01-01", "2015-12-31", null)]
    public async Task A_sum_says_which_time_it_covers_and_that_its_figures_differ_in_it(string query, string? from, string? until, string? reason)
    {
        var bucket = Assert.Single((await api.Read($"/sales/summary?{query}"))["items"]!.AsArray())!;
        Assert.NotNull(bucket["sum"]);
        Assert.Equal((from, until), ((string?)bucket["coversFrom"], (string?)bucket["coversUntil"]));
        Assert.Equal(reason, (string?)bucket["reasons"]!.AsArray().SingleOrDefault()?["code"]);
    }

    [Theory]
    [InlineData("partner=FRA", "fra-2016, fra-long.")]
    [InlineData("partner=DEU", "deu-cy, deu-fy.")]
    [InlineData("partner=DEU&until=2018-11", "deu-cy, deu-fy.")]
    [InlineData("partner=LTU", "baltic-2017, ltu-2017.")]
    [InlineData("partner=EST&partner=LTU", "baltic-2017, ltu-2017.")]
    [InlineData("partner=POL", "pol-2018, pol-undated.")]
    [InlineData("partner=SVK", "svk-2030, svk-since.")]
    [InlineData("since=2041&until=2041", "all-2041, chl-2041.")]
    [InlineData("partner=MYS", "mys-cases, mys-other-cases.")]
    [InlineData("partner=FRA&partner=AUS", "fra-2016, fra-long.")]
    public async Task What_may_count_the_same_sales_twice_is_not_added_but_named(string query, string figures)
    {
        var bucket = Assert.Single((await api.Read($"/sales/summary?{query}"))["items"]!.AsArray())!;
        Assert.Null(bucket["sum"]);
        var reason = Assert.Single(bucket["reasons"]!.AsArray())!;
        Assert.Equal("overlappingPeriods", (string?)reason["code"]);
        Assert.EndsWith($": {figures}", (string?)reason["detail"], StringComparison.Ordinal);
        Assert.StartsWith(query == "partner=MYS" ? "Stocks" : "Figures", (string?)reason["detail"], StringComparison.Ordinal);

        var (status, body) = await api.Get($"/sales/summary?{query}&sums=single");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "noSum"), (status, (string?)body["errors"]![0]!["code"]));
        Assert.EndsWith(
            query == "partner=MYS" ? "What helps: look at the stocks one by one." : "What helps: group by partner and year, or filter by since and until.",
            (string?)body["errors"]![0]!["detail"],
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("partner=IND", "singleCase", "ind-apache", 2)]
    [InlineData("partner=IND&groupBy=partner,year,measure,channel", "singleCase", "ind-apache", 2)]
    [InlineData("partner=SAU", "plan", "sau-ceiling", 1)]
    [InlineData("kind=plan&kind=case&partner=SAU", "plan", "sau-ceiling", 1)]
    [InlineData("partner=BHR", "noAmount", null, 1)]
    public async Task A_case_a_plan_and_a_figure_without_an_amount_are_added_to_nothing(string query, string code, string? least, int count)
    {
        var bucket = Assert.Single((await api.Read($"/sales/summary?{query}"))["items"]!.AsArray())!;
        Assert.Null(bucket["sum"]);
        Assert.Equal((code, count), ((string?)Assert.Single(bucket["reasons"]!.AsArray())!["code"], (int)bucket["count"]!));
        Assert.Equal(least, (string?)bucket["min"]?["id"]);

        var (status, body) = await api.Get($"/sales/summary?{query}&sums=single");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "noSum"), (status, (string?)body["errors"]![0]!["code"]));
        Assert.EndsWith("What helps: look at the figures one by one.", (string?)body["errors"]![0]!["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_without_an_amount_are_counted_and_leave_the_sum_of_the_others_as_it_is()
    {
        var bucket = Assert.Single((await api.Read("/sales/summary?partner=KWT&partner=BHR&sums=single"))["items"]!.AsArray())!;
        Assert.Equal(3, (int)bucket["count"]!);
        Assert.Equal("""{"value":115000000,"low":114500000,"high":115500000,"qualified":false,"unit":"USD"}""", bucket["sum"]!.ToJsonString());
        Assert.Equal(("2015-11-01", "2015-11-30"), ((string?)bucket["coversFrom"], (string?)bucket["coversUntil"]));
        var reason = Assert.Single(bucket["reasons"]!.AsArray())!;
        Assert.Equal("2 of its figures state no amount: they are counted and not in the sum.", (string?)reason["detail"]);
    }

    [Fact]
    public async Task Articles_are_those_of_both_channels()
    {
        await Execute("""
            select put_dcs_sale('hun-dcs', 'sums-2019', array[(1, 'x')]::cite[], partners => '{HUN}', measure => 'acquisitions', stage => 'acquired',
              kind => 'flow', amount => null, categories => array[('Aircraft', '{VIII}', false)]::category[],
              articles => array[('H145M', 'H145M', 'platforms', '20 H145M', 20)]::article[]);
            """);
        var items = (await api.Read("/sales/summary?groupBy=article,category&partner=HUN"))["items"]!.AsArray();
        Assert.Equal([("H145M", "Aircraft", "dcs")], items.Select(bucket =>
            ((string?)bucket!["article"], (string?)bucket["category"], (string?)bucket["channel"])));
        Assert.Equal(["partOfFigure", "noAmount"], items[0]!["reasons"]!.AsArray().Select(reason => (string?)reason!["code"]));
    }

    [Fact]
    public async Task A_figure_for_several_partners_is_one_group_and_never_multiplied()
    {
        var items = (await api.Read("/sales/summary?groupBy=partner&partner=EST&partner=LVA&partner=LTU"))["items"]!.AsArray();
        Assert.Equal(
            [("""["EST","LTU","LVA"]""", 1, 30_000_000m), ("""["EST"]""", 1, 5_000_000m), ("""["LTU"]""", 1, 1_000_000m)],
            items.Select(bucket => (bucket!["partners"]!.ToJsonString(), (int)bucket["count"]!, (decimal)bucket["sum"]!["value"]!)));

        var together = Assert.Single((await api.Read("/sales/summary?partner=EST&partner=LVA"))["items"]!.AsArray())!;
        Assert.Equal((2, 35_000_000m), ((int)together["count"]!, (decimal)together["sum"]!["value"]!));
    }

    [Theory]
    [InlineData("AUS", "2015", "2016")]
    [InlineData("FRA", "2014/2017", "2016", "2018")]
    [InlineData("DEU", "2018", "FY2019")]
    [InlineData("POL", "2018", null)]
    [InlineData("CZE", "../2017", "2018")]
    [InlineData("SVK", "2017/..", "FY2030/2031")]
    [InlineData("THA", "2019")]
    public async Task Years_are_those_that_the_period_covers_or_a_stock_was_stated_from(string partner, params string?[] years)
    {
        var items = (await api.Read($"/sales/summary?groupBy=year&partner={partner}"))["items"]!.AsArray();
        Assert.Equal(years, items.Select(bucket => (string?)bucket!["year"]));
        Assert.All(items, bucket => Assert.Equal((1, 0), ((int)bucket!["count"]!, bucket["reasons"]!.AsArray().Count)));
    }

    [Theory]
    [InlineData("partner=NZL", "nzl-2015", "nzl-2016")]
    [InlineData("partner=ESP", "esp-2018", "esp-2018")]
    [InlineData("partner=ESP&until=2017", null, null)]
    [InlineData("partner=DEU&partner=ITA", "deu-cy", "deu-fy")]
    public async Task The_least_and_the_greatest_figure_are_named(string query, string? least, string? greatest)
    {
        var bucket = Assert.Single((await api.Read($"/sales/summary?{query}"))["items"]!.AsArray())!;
        Assert.Equal((least, greatest), ((string?)bucket["min"]?["id"], (string?)bucket["max"]?["id"]));
    }

    [Theory]
    [InlineData("sort=-count&limit=1", "dcs", "flow")]
    [InlineData("sort=count&limit=1", "fms", "stock")]
    public async Task Buckets_sort_by_what_they_count(string query, string channel, string kind)
    {
        var bucket = (await api.Read($"/sales/summary?measure=activeCases&measure=authorizations&{query}"))["items"]![0]!;
        Assert.Equal((channel, kind), ((string?)bucket["channel"], (string?)bucket["kind"]));
    }

    [Fact]
    public async Task Many_figures_and_many_groups_are_named_only_in_part()
    {
        var all = (await api.Read("/sales/summary?measure=authorizations"))["items"]![0]!["reasons"]![0]!;
        Assert.Matches(@": ([a-z0-9-]+, ){9}[a-z0-9-]+ and \d+ more\.$", (string?)all["detail"]);

        foreach (var partner in "AFG AGO ALB ARG ARM AUT AZE BDI BEL BEN BFA BGD BGR".Split(' '))
        {
            await Flow($"many-{partner.ToLowerInvariant()}", partner, "$1 million", "stated", "2051", "2051");
            await Flow($"more-{partner.ToLowerInvariant()}", partner, "$2 million", "stated", "2051", "2051");
        }

        var (status, body) = await api.Get("/sales/summary?groupBy=partner,year&sums=single&since=2051&until=2051");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, 13), (status, body["errors"]!.AsArray().Count));
        (_, body) = await api.Get("/sales/summary?groupBy=article,partner,channel&sums=single");
        Assert.Equal(20, body["errors"]!.AsArray().Count);
        Assert.Matches(@"^\d\d groups are not one sum each\. 20 of them are named here, \d+ more are not\.", (string?)body["detail"]);
    }

    private Task Stock(string id, string sheet, string partner, string amount, string qualifier) => Execute($$"""
        select put_fms_sale('{{id}}', '{{sheet}}', array[(1, 'x')]::cite[],
          partners => '{ {{partner}} }', measure => 'activeCases', stage => 'active', kind => 'stock',
          amount => read_quantity('{{amount}}', '{{qualifier}}', 'USD'))
        """);

    private Task Fms(string id, string partner, string measure, string stage, string kind, string? amount, string period = "null") => Execute($$"""
        select put_fms_sale('{{id}}', 'sums-2019', array[(1, 'x')]::cite[],
          partners => '{ {{partner}} }', measure => '{{measure}}', stage => '{{stage}}', kind => '{{kind}}',
          amount => {{(amount is null ? "null" : $"read_quantity('{amount}', 'stated', 'USD')")}}, period => {{period}},
          articles => array[('An article', null, null, 'x', null)]::article[])
        """);

    private Task Flow(string id, string partners, string amount, string? qualifier, string? start, string? end, string sheet = "sums-2019") => Execute($$"""
        select put_dcs_sale('{{id}}', '{{sheet}}', array[(1, 'x')]::cite[],
          partners => '{ {{partners}} }', measure => 'authorizations', stage => 'authorized', kind => 'flow',
          amount => read_quantity('{{amount}}', {{Text(qualifier)}}, 'USD'),
          period => {{((start ?? end) is null ? "null" : $"({End(start)}, {End(end)})::period")}})
        """);

    private static string End(string? written) => written switch
    {
        null => "null, null",
        ['F', 'Y', .. var year] => $"days_of('{year}'), 'fiscalYear'",
        { Length: 4 } => $"days_of('{written}'), 'calendarYear'",
        _ => $"days_of('{written}'), 'date'",
    };

    private static string Text(string? text) => text is null ? "null" : $"'{text}'";

    private async Task Execute(string sql)
    {
        await using var command = api.Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        api.Told();
    }
}
