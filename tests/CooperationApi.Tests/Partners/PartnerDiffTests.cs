using System.Globalization;
using System.Net;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Partners;

public sealed class PartnerDiffTests(SeededApi api) : IClassFixture<SeededApi>, IAsyncLifetime
{
    private const string Sheets = """
        select put_fact_sheet('ton-2015', array['TON'], 'On Tonga', 'Zonal Office', null, '2015-03-02');
        select put_fact_sheet('ton-2016', array['TON'], 'On Tonga', 'Zonal Office', null, '2016-03-02');
        select put_objective('stays', 'ton-2015', array[(1, 'aim')]::cite[], title => 'Stays', parties => '{USA,TON}');
        select put_objective('leaves', 'ton-2015', array[(2, 'aim')]::cite[], title => 'Leaves', parties => '{USA,TON}');
        select put_objective('leaves', 'ton-2016', array[(2, 'aim')]::cite[], title => 'Leaves', parties => '{USA}');
        select put_objective('comes', 'ton-2016', array[(3, 'aim')]::cite[], title => 'Comes', parties => '{USA,TON}');
        select put_agreement('ended', 'ton-2015', array[(4, 'Ended')]::cite[], name => 'Ended', kind => 'SMA', parties => '{USA,TON}');
        select withdraw('agreements', 'ended', begin_write('tester', 'It ended.'), 'It ended.')
         where not exists (select from withdrawals w where w.id = 'ended');
        """;

    public async ValueTask InitializeAsync() => await api.Execute(Sheets);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("TON/diff?from=2015-03-01&to=2015-03-02", "new /agreements/ended", "new /objectives/leaves", "new /objectives/stays")]
    [InlineData("tonga/diff?from=2015-03-02&to=2016-03-02", "new /objectives/comes", "dropped /objectives/leaves/parties/TON")]
    [InlineData("776/diff?from=2016-03-02", "dropped /agreements/ended")]
    [InlineData("TON/diff?from=2015-04-01&to=2015-04-01")]
    [InlineData("TON/diff?from=2015-04-01&to=2016-03-01")]
    public async Task Compares_what_stood_on_two_days(string path, params string[] expected) => Assert.Equal(
        expected, (await api.Read($"/partners/{path}"))["items"]!.AsArray().Select(item => $"{item!["kind"]} {item["path"]}"));

    [Fact]
    public async Task Ends_today_where_no_later_day_is_given()
    {
        var page = await api.Read("/partners/TON/diff?from=2015-03-02");
        var today = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Assert.Equal(("2015-03-02", today), ((string?)page["from"]!["date"], (string?)page["to"]!["date"]));
        Assert.Null(page["to"]!["factSheet"]);
    }

    [Fact]
    public async Task Caveats_say_whose_date_is_estimated_and_what_was_not_read()
    {
        var page = await api.Read("/partners/SAU/diff?from=2016-03-01&to=2019-12-31");
        Assert.Equal(
            [
                "Only the beginning of sau-2016-03-01 was read: what is new may have been stated in what was not read.",
                "Only the beginning of sau-state-2019 was read: what is dropped may be stated in what was not read.",
                "That sau-state-2019 is of 2019 is an estimate.",
            ],
            page["caveats"]!.AsArray().Select(caveat => (string)caveat!));
        Assert.Empty((await api.Read("/partners/SAU/diff?from=2016-03-01&to=2016-03-02"))["caveats"]!.AsArray());
        Assert.Empty((await api.Read("/partners/SAU/diff?from=2016-03-01&to=2019-12-31&resource=peacekeeping"))["caveats"]!.AsArray());
    }

    [Theory]
    [InlineData("from=2016-01-02&to=2016-01-01", "contradiction")]
    [InlineData("from=3016-01-02", "contradiction")]
    [InlineData("from=2016", "invalidValue")]
    [InlineData("to=2016-01-01", "missing")]
    public async Task The_earlier_day_is_given_and_is_not_after_the_later(string query, string code) =>
        Assert.Equal(("from", code), Assert.Single(await api.Faults($"/partners/TON/diff?{query}")));

    [Theory]
    [InlineData("/partners/TON/diff?from=2010-01-01&to=2011-01-01", "nothingStatedYet")]
    [InlineData("/partners/TUV/diff?from=2010-01-01", "outsideCoverage")]
    [InlineData("/partners/TON/diff?from=2015-04-01&to=2015-04-01", "noMatch")]
    public async Task An_empty_answer_says_why(string path, string code)
    {
        var page = await api.Read(path);
        Assert.Empty(page["items"]!.AsArray());
        Assert.Equal(code, (string?)page["why"]!["code"]);
    }

    [Fact]
    public async Task An_ambiguous_spelling_is_a_problem_that_names_all() =>
        Assert.Equal(HttpStatusCode.NotFound, (await api.Get("/partners/Soviet%20Union/diff?from=2010-01-01")).Status);

    [Theory]
    [InlineData("JPN")]
    [InlineData("KOR")]
    [InlineData("EST")]
    [InlineData("SGP")]
    public async Task From_before_all_sheets_the_new_records_are_those_of_the_profile(string partner)
    {
        var profile = await api.Read($"/partners/{partner}/profile");
        var sections = profile.AsObject().Where(section => section.Key is not ("partner" or "asOf" or "factSheets"));
        var records = sections.SelectMany(section => section.Value!.AsArray()).Select(record => (string)record!["id"]!);
        var page = await api.Read($"/partners/{partner}/diff?from=1900-01-01&kind=new&limit=200");
        var added = page["items"]!.AsArray().Where(item => (string?)item!["resource"] != "assistance" || profile["assistance"] is not null).ToList();
        Assert.Equal(records.Order(StringComparer.Ordinal), added.Select(item => (string)item!["id"]!).Order(StringComparer.Ordinal));
        Assert.All(added, item => Assert.Equal($"/{item!["resource"]}/{item["id"]}", (string?)item["path"]));
    }
}
