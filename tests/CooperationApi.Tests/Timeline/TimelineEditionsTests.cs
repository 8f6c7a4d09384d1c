using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Timeline;

/// <summary>What the Japan sheet alone cannot show: dates of every precision, open periods, editions that change.</summary>
public sealed class TimelineEditionsTests(Api api) : IClassFixture<Api>, IAsyncLifetime
{
    private const string Earlier = """
        select put_fact_sheet('kor-2015-03', array['KOR'], 'A Sheet on Korea', 'Office', null, '2015-03', null, null, null, null, null);
        select put_agreement('us-japan-sofa', 'kor-2015-03', array[(1, 'SOFA')]::cite[],
          name => 'SOFA', kind => 'SOFA', parties => '{USA,JPN}', purpose => null,
          dated => '1960', signed => '1960-01-19', in_force_since => '1960-06');
        select put_agreement('new-year-accord', 'kor-2015-03', array[(1, 'Accord')]::cite[],
          name => 'Accord', kind => 'SMA', parties => '{USA,KOR}', purpose => null,
          dated => '1960-01-01', signed => '1960-01', in_force_since => '1961-01-01');
        select put_exercise('zulu', 'kor-2015-03', array[(2, 'Zulu')]::cite[],
          name => 'Zulu', purpose => null, format => 'bilateral', format_since => '2012-02',
          participants => array[('USA', 'Army', 'participant', '2011'), ('USA', 'Navy', 'participant', '2011'),
                                ('KOR', null, 'participant', '2011')]::participant[]);
        select put_fms_sale('kor-fms', 'kor-2015-03', array[(3, '$2')]::cite[],
          partners => '{KOR}', measure => 'activeCases', stage => 'active', kind => 'flow',
          amount => read_quantity('$2', 'stated', 'USD'), period => (days_of('2010'), 'calendarYear', null, null)::period);
        select put_dcs_sale('kor-dcs', 'kor-2015-03', array[(4, '$3')]::cite[],
          partners => '{KOR}', measure => 'authorizations', stage => 'authorized', kind => 'flow',
          amount => read_quantity('$3', 'stated', 'USD'), period => (null, null, days_of('2012'), 'calendarYear')::period);
        """;

    public async ValueTask InitializeAsync()
    {
        await using var command = api.Database.CreateCommand(Earlier);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        api.Told();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("")]
    [InlineData("&sort=date")]
    public async Task A_year_comes_before_its_months_and_a_month_before_its_days(string sort) => Assert.Equal(
        [
            "1960 dated /agreements/us-japan-sofa USA,JPN",
            "1960-01 signed /agreements/new-year-accord USA,KOR",
            "1960-01-01 dated /agreements/new-year-accord USA,KOR",
            "1960-01-19 signed /agreements/us-japan-sofa USA,JPN",
            "1960-06 inForceSince /agreements/us-japan-sofa USA,JPN",
            "1961-01-01 inForceSince /agreements/new-year-accord USA,KOR",
            "2010 periodCovered /sales/fms/kor-fms KOR",
            "2011 joined /exercises/zulu USA",
            "2011 joined /exercises/zulu USA",
            "2011 joined /exercises/zulu KOR",
            "2012-02 formatSince /exercises/zulu USA,KOR",
            "2015-03 published /fact-sheets/kor-2015-03 KOR",
            "/2012 periodCovered /sales/dcs/kor-dcs KOR",
        ],
        await Lines($"/timeline?asOf=2015-03-01{sort}"));

    [Theory]
    [InlineData("sort=date")]
    [InlineData("sort=-date")]
    [InlineData("sort=statedFrom,-date")]
    [InlineData("sort=-statedFrom")]
    [InlineData("count=exact")]
    public async Task Is_the_same_read_event_by_event(string order)
    {
        var whole = await Lines($"/timeline?{order}");
        var walked = new List<string>();
        for (var next = $"/timeline?{order}&limit=1"; next is not null && walked.Count <= whole.Count;)
        {
            var page = await api.Read(next);
            walked.AddRange(page["items"]!.AsArray().Select(TimelineTests.Line));
            next = (string?)page["next"];
        }

        Assert.Equal(whole, walked);
        Assert.Equal(20, whole.Count);
    }

    [Fact]
    public async Task Backwards_it_is_the_same_from_its_other_end_but_for_what_has_no_beginning()
    {
        var forwards = await Lines("/timeline?sort=date");
        var backwards = await Lines("/timeline?sort=-date");
        Assert.Equal(forwards.SkipLast(1).Reverse(), backwards.SkipLast(1));
        Assert.Equal(forwards[^1], backwards[^1]);
    }

    [Theory]
    [InlineData("until=0001-01-01", "/2012 periodCovered /sales/dcs/kor-dcs KOR")]
    [InlineData("since=9999", "2010 periodCovered /sales/fms/kor-fms KOR")]
    [InlineData("since=2012-12-31&until=2014", "2010 periodCovered /sales/fms/kor-fms KOR", "/2012 periodCovered /sales/dcs/kor-dcs KOR")]
    [InlineData("since=2013&until=2014", "2010 periodCovered /sales/fms/kor-fms KOR")]
    [InlineData("since=1960-12-31&until=1960-12-31", "1960 dated /agreements/us-japan-sofa USA,JPN", "/2012 periodCovered /sales/dcs/kor-dcs KOR")]
    [InlineData("since=1960-01-19&until=1960-01-19&resource=agreements", "1960 dated /agreements/us-japan-sofa USA,JPN",
        "1960-01 signed /agreements/new-year-accord USA,KOR", "1960-01-19 signed /agreements/us-japan-sofa USA,JPN")]
    [InlineData("since=1960-01-20&until=1960-05&resource=agreements", "1960 dated /agreements/us-japan-sofa USA,JPN",
        "1960-01 signed /agreements/new-year-accord USA,KOR")]
    [InlineData("since=2015-03-31&resource=fact-sheets", "2015-03 published /fact-sheets/kor-2015-03 KOR")]
    [InlineData("since=2015-04&resource=fact-sheets")]
    public async Task Both_ends_of_a_span_are_included_and_open_periods_go_on(string span, params string[] lines) =>
        Assert.Equal(lines, await Lines($"/timeline?asOf=2015-03-01&{span}"));

    [Theory]
    [InlineData("asOf=2015-02-28")]
    [InlineData("asOf=2015-03-01", "1960 dated", "1960-01-19 signed", "1960-06 inForceSince")]
    [InlineData("asOf=2018-05-20", "1960 dated", "1960-01-19 signed", "1960-06 inForceSince")]
    [InlineData("asOf=2018-05-21", "1960 inForceSince")]
    [InlineData("", "1960 inForceSince")]
    public async Task Dates_are_those_of_the_edition_that_stood(string asOf, params string[] dates)
    {
        var events = (await api.Read($"/timeline?partner=JPN&resource=agreements&{asOf}".TrimEnd('&')))["items"]!.AsArray()
            .Where(one => (string?)one!["id"] == "us-japan-sofa").ToList();
        Assert.Equal(dates, events.Select(one => $"{one!["date"]} {one["event"]}"));
        foreach (var one in events)
        {
            Assert.Equal((string?)one!["statedFrom"], (string?)(await api.Read((string)one["url"]!))["statedFrom"]);
        }
    }

    [Theory]
    [InlineData("2015-02-28")]
    [InlineData("2015-03-01", "kor-2015-03")]
    [InlineData("2018-05-20", "kor-2015-03")]
    [InlineData("2018-05-21", "kor-2015-03", "jpn-2018-05-21")]
    public async Task As_of_a_day_holds_the_fact_sheets_published_by_then(string day, params string[] ids) =>
        Assert.Equal(ids, await api.Ids($"/timeline?resource=fact-sheets&asOf={day}"));

    private async Task<List<string>> Lines(string path) =>
        [.. (await api.Read(path))["items"]!.AsArray().Select(TimelineTests.Line)];
}
