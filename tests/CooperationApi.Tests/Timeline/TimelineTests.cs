using System.Text.Json.Nodes;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Timeline;

public sealed class TimelineTests(Api api) : IClassFixture<Api>
{
    [Fact]
    public async Task Of_Japan_is_all_that_the_sheet_dates_in_order()
    {
        var events = (await api.Read("/timeline?partner=japan"))["items"]!.AsArray();
        Assert.Equal(
            [
                "1960 dated /agreements/us-japan-security-treaty USA,JPN",
                "1960 inForceSince /agreements/us-japan-sofa USA,JPN",
                "1997 began /exercises/keen-sword USA,JPN",
                "1997 joined /exercises/keen-sword JPN",
                "2007 joined /exercises/malabar JPN",
                "2013/2018-09-30 periodCovered /sales/dcs/jpn-dcs-authorized-2013-2018 JPN",
                "2015 formatSince /exercises/malabar USA,IND,JPN",
                "2015 becamePermanentMember /exercises/malabar JPN",
                "2018-05-21 published /fact-sheets/jpn-2018-05-21 JPN",
            ],
            events.Select(Line));
        Assert.All(events, one => Assert.Equal("2018-05-21", (string?)one!["statedFrom"]));
    }

    [Fact]
    public async Task An_event_says_what_it_is_in_words()
    {
        var events = (await api.Read("/timeline?partner=japan"))["items"]!.AsArray();
        Assert.Equal(
            [
                "U.S.-Japan Security Treaty: The source puts this date to its name and does not say what happened then.",
                "U.S.-Japan Status of Forces Agreement: ",
                "Keen Sword: ",
                "Keen Sword: Japan takes part from then on (Japan Self-Defense Forces).",
                "Malabar: Japan takes part from then on.",
                "Authorized Direct Commercial Sales: The figure for this period is printed as 16.0 billion.",
                "Malabar: It is trilateral from then on.",
                "Malabar: Japan is a permanent member from then on.",
                "U.S. Security Cooperation With Japan: Published by: U.S. Department of State, Bureau of Political-Military Affairs.",
            ],
            events.Select(one => $"{one!["title"]}: {one["detail"]}"));
    }

    [Theory]
    [InlineData("/timeline?partner=IND", "2015 formatSince /exercises/malabar USA,IND,JPN")]
    [InlineData("/timeline?partner=USA&resource=exercises&since=1997&until=1997",
        "1997 began /exercises/keen-sword USA,JPN", "1997 joined /exercises/keen-sword USA")]
    [InlineData("/timeline?partner=IND&partner=JPN&resource=exercises&since=2008",
        "2015 formatSince /exercises/malabar USA,IND,JPN", "2015 becamePermanentMember /exercises/malabar JPN")]
    [InlineData("/timeline?resource=sales/dcs&resource=fact-sheets",
        "2013/2018-09-30 periodCovered /sales/dcs/jpn-dcs-authorized-2013-2018 JPN", "2018-05-21 published /fact-sheets/jpn-2018-05-21 JPN")]
    [InlineData("/timeline?resource=sales/fms")]
    [InlineData("/timeline?since=2018-05-21&until=2018-05-21&resource=fact-sheets", "2018-05-21 published /fact-sheets/jpn-2018-05-21 JPN")]
    [InlineData("/timeline?since=2018-05-22&until=2018-09-30", "2013/2018-09-30 periodCovered /sales/dcs/jpn-dcs-authorized-2013-2018 JPN")]
    [InlineData("/timeline?since=2018-10")]
    [InlineData("/timeline?until=1959")]
    [InlineData("/timeline?until=2012-12-31&since=2008")]
    [InlineData("/timeline?until=2013-01-01&since=2008", "2013/2018-09-30 periodCovered /sales/dcs/jpn-dcs-authorized-2013-2018 JPN")]
    public async Task Filters(string path, params string[] lines) =>
        Assert.Equal(lines, (await api.Read(path))["items"]!.AsArray().Select(Line));

    [Theory]
    [InlineData("/timeline?partner=FRA", "outsideCoverage")]
    [InlineData("/timeline?partner=KOR", "outsideCoverage")]
    [InlineData("/timeline?partner=IND&resource=agreements", "outsideCoverage")]
    [InlineData("/timeline?partner=JPN&asOf=2018-05-20", "nothingStatedYet")]
    [InlineData("/timeline?asOf=2018-05-20", "nothingStatedYet")]
    [InlineData("/timeline?resource=sales/fms", "noMatch")]
    [InlineData("/timeline?partner=JPN&since=2019", "noMatch")]
    [InlineData("/timeline?asOf=2018-05-21&until=1959", "noMatch")]
    public async Task An_empty_one_says_why(string path, string code)
    {
        var page = await api.Read(path);
        Assert.Empty(page["items"]!.AsArray());
        Assert.Equal(code, (string?)page["why"]!["code"]);
    }

    [Theory]
    [InlineData("/timeline?resource=objectives", "resource", "unknownValue")]
    [InlineData("/timeline?resource=sales", "resource", "unknownValue")]
    [InlineData("/timeline?q=treaty", "q", "unknownParameter")]
    public async Task Refuses_what_it_does_not_take(string path, string parameter, string code) =>
        Assert.Equal((parameter, code), Assert.Single(await api.Faults(path)));

    [Fact]
    public async Task Leads_to_what_it_names()
    {
        foreach (var asOf in new[] { "", "&asOf=2018-05-21", "&asOf=2026-01-01" })
        {
            foreach (var one in (await api.Read($"/timeline?partner=JPN{asOf}"))["items"]!.AsArray())
            {
                var url = (string)one!["url"]!;
                Assert.Equal((string?)one["id"], (string?)(await api.Read(url))["id"]);
                var dated = asOf.Length > 0 && (string?)one["resource"] != "fact-sheets";
                Assert.Equal($"/{one["resource"]}/{one["id"]}" + (dated ? "?" + asOf[1..] : ""), url);
            }
        }
    }

    [Fact]
    public async Task Holds_every_date_and_period_of_the_schema()
    {
        const string Dates = """
            select coalesce(string_agg(c.table_name || '.' || c.column_name, ', '), '')
              from information_schema.columns c
              join information_schema.tables t on t.table_name = c.table_name and t.table_type = 'BASE TABLE'
             where (c.domain_name = 'partial_date' or c.udt_name = 'period')
               and (c.table_name, c.column_name) not in (
                 select u.table_name, u.column_name from information_schema.view_column_usage u where u.view_name = 'events')
            """;
        await using var command = api.Database.CreateCommand(Dates);
        Assert.Equal("", await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    internal static string Line(JsonNode? one) =>
        $"{one!["date"]}{(one["until"] is { } until ? $"/{until}" : "")} {one["event"]} /{one["resource"]}/{one["id"]} "
        + string.Join(',', one["partners"]!.AsArray());
}
