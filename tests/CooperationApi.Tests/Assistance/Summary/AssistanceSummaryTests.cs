using System.Net;
using CooperationApi.Assistance.Summary;
using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Assistance.Summary;

/// <summary>What adds up and what does not, on figures such as fact sheets state.</summary>
public sealed class AssistanceSummaryTests(Api api) : IClassFixture<Api>, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        await api.Execute("""
            select put_fact_sheet('sums-2019', '{USA}', 'T', 'P', null, '2019-06-01', null, null, null, null, null);
            select put_fact_sheet('sums-2021', '{USA}', 'T', 'P', null, '2021-06-01', null, null, null, null, null);
            """);
        await Put("lbn-all-2017", "LBN", "stateAndDodAssistance", "$235 million", "periodTotal", "fiscal_years(2017, 2017)", "over");
        await Put("lbn-fmf-2017", "LBN", "FMF", "$121 million", "periodTotal", "fiscal_years(2017, 2017)", partOf: "lbn-all-2017");
        await Put("lbn-imet-2017", "LBN", "IMET", "$2.75 million", "periodTotal", "fiscal_years(2017, 2017)", partOf: "lbn-all-2017");
        await Put("lbn-fmf-2019", "LBN", "FMF", "$105 million", "periodTotal", "fiscal_years(2019, 2019)");
        await Put("jor-fmf", "JOR", "FMF", "$350 million", "perYear", "fiscal_years(2018, 2022)", "atLeast");
        await Put("jor-fmf-since", "JOR", "FMF", "$2.03 billion", "cumulative", "fiscal_years(2014, null)");
        await Put("irq-fmf-since-2012", "IRQ", "FMF", "$2 billion", "cumulative", "fiscal_years(2012, null)", "over", "appropriated");
        await Put("irq-fmf-since-2014", "IRQ", "FMF", "$1.2 billion", "cumulative", "fiscal_years(2014, null)", stage: "appropriated");
        await Put("balt-title10", "EST,LVA,LTU", "title10TrainAndEquip", "$290 million", "periodTotal", "fiscal_years(2015, 2018)", stage: "notified");
        await Put("balt-2", "LVA", "bilateralAssistance", "$300 million", "periodTotal", "fiscal_years(2041, 2041)", partOf: "balt-title10");
        await Put("est-title10-2030", "EST", "title10TrainAndEquip", "$173 million", "periodTotal", "fiscal_years(2030, 2030)", stage: "notified", partOf: "balt-2");
        await Put("qat-base", "QAT", "hostNationContribution", "$8 billion", "cumulative", "calendar_years(2003, null)", "over", direction: "fromPartner");
        await Put("gpoi", "", "GPOI", "$1.4 billion", "periodTotal", "fiscal_years(2005, 2022)", "over");
        await Put("phl-gpoi-2022", "PHL", "GPOI", "$1 million", "periodTotal", "fiscal_years(2022, 2022)");
        await Put("phl-gpoi-2023", "PHL", "GPOI", "$2 million", "periodTotal", "fiscal_years(2023, 2023)");
        await api.Execute("""
            select put_assistance('irq-eda', 'sums-2019', array[(1, 'x')]::cite[], partners => '{IRQ}', program => 'EDA', direction => 'toPartner',
              articles => array[('MRAP', null, null, '300 MRAP vehicles', 300)]::article[]);
            select put_assistance('lbn-fmf-2019', 'sums-2021', array[(1, 'x')]::cite[], partners => '{LBN}', program => 'FMF',
              direction => 'toPartner', amount => read_quantity('$106 million', 'about', 'USD'), basis => 'periodTotal', period => fiscal_years(2019, 2019));
            """);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("partner=LBN&program=FMF", "227000000", "226000000", "228000000", true)]
    [InlineData("partner=LBN&program=FMF&asOf=2020-01-01", "226000000", "225000000", "227000000", false)]
    [InlineData("program=FMF&basis=cumulative&partner=JOR&partner=IRQ&stage=appropriated&since=2013&until=2013-09", "2000000000", "2000000000", "null", true)]
    [InlineData("direction=fromPartner&partner=QAT", "8000000000", "8000000000", "null", true)]
    [InlineData("partner=PHL", "3000000", "2000000", "4000000", false)]
    [InlineData("partner=LTU", "290000000", "285000000", "295000000", false)]
    public async Task A_sum_has_the_bounds_of_what_it_adds(string query, string value, string low, string high, bool qualified)
    {
        var sum = Assert.Single((await api.Read($"/assistance/summary?{query}"))["items"]!.AsArray())!["sum"];
        Assert.Equal(
            $$"""{"value":{{value}},"low":{{low}},"high":{{high}},"qualified":{{(qualified ? "true" : "false")}},"unit":"USD"}""",
            sum!.ToJsonString());
    }

    [Theory]
    [InlineData("partner=IRQ&program=FMF", "overlappingPeriods", "irq-fmf-since-2012, irq-fmf-since-2014.")]
    [InlineData("program=GPOI&direction=toPartner&until=2022-10", "overlappingPeriods", "gpoi, phl-gpoi-2022.")]
    [InlineData("program=title10TrainAndEquip", "partOfAnother", "est-title10-2030 of balt-title10.")]
    [InlineData("partner=JOR&basis=perYear", "yearlyRate", "never added to anything.")]
    [InlineData("program=EDA", "noAmount", "it is counted and not in the sum.")]
    public async Task What_is_no_total_has_no_sum_and_says_why(string query, string code, string detail)
    {
        var bucket = Assert.Single((await api.Read($"/assistance/summary?{query}"))["items"]!.AsArray())!;
        Assert.Null(bucket["sum"]);
        var reason = Assert.Single(bucket["reasons"]!.AsArray())!;
        Assert.Equal(code, (string?)reason["code"]);
        Assert.EndsWith(detail, (string?)reason["detail"], StringComparison.Ordinal);

        var (status, body) = await api.Get($"/assistance/summary?{query}&sums=single");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "noSum"), (status, (string?)body["errors"]![0]!["code"]));
        Assert.Contains("What helps: ", (string?)body["errors"]![0]!["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_stays_a_part_of_its_whole_where_what_lies_between_stands_no_more()
    {
        await api.Execute("update assistance set stated_until = '2020-01-01' where id = 'balt-2'");
        var bucket = Assert.Single((await api.Read("/assistance/summary?program=title10TrainAndEquip"))["items"]!.AsArray())!;
        Assert.Equal((2, null), ((int)bucket["count"]!, bucket["sum"]));
        Assert.Equal("partOfAnother", (string?)Assert.Single(bucket["reasons"]!.AsArray())!["code"]);
    }

    [Fact]
    public async Task No_program_is_added_to_another_and_no_total_to_a_rate()
    {
        var lebanon = (await api.Read("/assistance/summary?partner=LBN"))["items"]!.AsArray();
        Assert.Equal(["FMF", "IMET", "stateAndDodAssistance"], lebanon.Select(bucket => (string?)bucket!["program"]));
        Assert.All(lebanon, bucket => Assert.Equal("differentProgram", (string?)bucket!["reasons"]![0]!["code"]));

        var jordan = (await api.Read("/assistance/summary?partner=JOR"))["items"]!.AsArray();
        Assert.Equal(["cumulative", "perYear"], jordan.Select(bucket => (string?)bucket!["basis"]));
        Assert.All(jordan, bucket => Assert.Equal("differentBasis", (string?)bucket!["reasons"]![0]!["code"]));
        Assert.Equal("jor-fmf", (string?)jordan[1]!["min"]!["id"]);
    }

    [Fact]
    public async Task No_query_adds_figures_of_different_programs_directions_bases_or_stages()
    {
        string[] keys = [.. Enum.GetValues<AssistanceSummaryKey>().Select(key => JsonNames.Of(key))];
        var figures = (await api.Read("/assistance?limit=200"))["items"]!.AsArray();
        for (var bits = 0; bits < 1 << keys.Length; bits++)
        {
            var by = string.Join(',', keys.Where((_, at) => (bits >> at & 1) == 1));
            var items = (await api.Read("/assistance/summary?limit=200" + (by.Length == 0 ? "" : $"&groupBy={by}")))["items"]!.AsArray();
            Assert.Equal(figures.Count, items.Sum(bucket => (int)bucket!["count"]!));
            Assert.Equal(
                figures.Select(figure => $"{figure!["program"]} {figure["direction"]} {figure["basis"]} {figure["stage"]}").Distinct().Order(),
                items.Select(bucket => $"{bucket!["program"]} {bucket["direction"]} {bucket["basis"]} {bucket["stage"]}").Distinct().Order());
        }
    }

    [Theory]
    [InlineData("groupBy=partner&program=GPOI&direction=toPartner", "no partner", "partner PHL")]
    [InlineData("groupBy=partner,year,program,direction&partner=EST", "partner EST with LTU with LVA, year FY2015/FY2018, program title10TrainAndEquip, direction toPartner", "partner EST, year FY2030")]
    public async Task Groups_are_those_of_their_keys(string query, params string[] names)
    {
        // A demand that no group can meet names them all.
        await api.Execute("update assistance set basis = 'perYear' where basis is not null");
        var (_, body) = await api.Get($"/assistance/summary?{query}&sums=single");
        Assert.Equal(names.Length, body["errors"]!.AsArray().Count);
        Assert.All(names, name => Assert.Contains(body["errors"]!.AsArray(), fault => ((string)fault!["detail"]!).StartsWith(name, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("groupBy=year&partner=LBN&program=FMF", "FY2017 121000000", "FY2019 106000000")]
    [InlineData("groupBy=year&partner=LBN&program=FMF&sort=-sum&limit=1", "FY2017 121000000")]
    [InlineData("sums=single&groupBy=direction,year&partner=QAT", "2003/.. 8000000000")]
    public async Task One_sum_is_given_where_there_is_one(string query, params string[] sums) => Assert.Equal(
        sums, (await api.Read($"/assistance/summary?{query}"))["items"]!.AsArray().Select(bucket => $"{bucket!["year"]} {bucket["sum"]!["value"]}"));

    private Task Put(
        string id, string partners, string program, string amount, string basis, string period, string qualifier = "stated", string? stage = null,
        string? partOf = null, string direction = "toPartner") => api.Execute($$"""
        select put_assistance('{{id}}', 'sums-2019', array[(1, 'x')]::cite[], partners => '{ {{partners}} }', program => '{{program}}',
          direction => '{{direction}}', amount => read_quantity('{{amount}}', '{{qualifier}}', 'USD'), basis => '{{basis}}', stage => {{Sql(stage)}},
          period => {{period}}, part_of => {{Sql(partOf)}})
        """);

    private static string Sql(string? text) => text is null ? "null" : $"'{text}'";
}
