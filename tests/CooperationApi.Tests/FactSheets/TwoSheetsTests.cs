using System.Text.Json.Nodes;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.FactSheets;

/// <summary>What one fact sheet alone cannot show: filters that leave something out, orders that tell columns apart, two editions.</summary>
public sealed class TwoSheetsTests(Api api) : IClassFixture<Api>, IAsyncLifetime
{
    private const string Earlier = """
        select put_fact_sheet('kor-2015-03-02', array['KOR'], 'A Sheet on Korea', 'Zonal Office', null, '2015-03-02',
          null, null, null, null, null);

        select put_agreement('us-japan-sofa', 'kor-2015-03-02', array[(1, 'SOFA')]::cite[],
          name => 'Status of Forces Agreement, as stated before', kind => 'SOFA', parties => '{USA,JPN}', purpose => 'Was put otherwise.');
        select put_agreement('zonal-accord', 'kor-2015-03-02', array[(2, 'Accord')]::cite[],
          name => 'Accord', kind => 'SMA', parties => '{USA,KOR}', purpose => 'Zeal.',
          dated => '1990', signed => '1955-05', in_force_since => '1970');
        select put_exercise('zulu', 'kor-2015-03-02', array[(3, 'Bold Zulu')]::cite[],
          name => 'Bold Zulu', purpose => 'Practice.', since => '2001', format => 'multilateral', format_since => '2011',
          participants => array[('USA', null, 'participant', null), ('KOR', null, 'participant', null)]::participant[]);

        select put_fms_sale('kor-fms', 'kor-2015-03-02', array[(4, '$1.2 billion')]::cite[],
          partners => '{KOR}', measure => 'activeCases', stage => 'active', kind => 'flow',
          amount => read_quantity('$1.2 billion', 'nearly', 'USD'),
          period => (days_of('2010'), 'calendarYear', days_of('2012'), 'calendarYear')::period,
          articles => array[('Patriot', 'MIM-104', 'missiles', 'Advanced Capability Three', null)]::article[]);
        select put_fms_sale('kor-fms-longer', 'kor-2015-03-02', array[(4, '$1.1 billion')]::cite[],
          partners => '{KOR}', measure => 'activeCases', stage => 'active', kind => 'flow',
          amount => read_quantity('$1.1 billion', 'over', 'USD'),
          period => (days_of('2009'), 'calendarYear', days_of('2014'), 'calendarYear')::period);
        select put_dcs_sale('kor-dcs', 'kor-2015-03-02', array[(5, '$500 million')]::cite[],
          partners => '{KOR}', measure => 'authorizations', stage => 'authorized', kind => 'flow',
          amount => read_quantity('$500 million', 'stated', 'USD'),
          period => (days_of('2010'), 'calendarYear', days_of('2012'), 'calendarYear')::period,
          categories => array[('Élan optics', '{XII}', true)]::category[]);
        select put_dcs_sale('kor-dcs-longer', 'kor-2015-03-02', array[(5, '$490 million')]::cite[],
          partners => '{KOR}', measure => 'authorizations', stage => 'authorized', kind => 'flow',
          amount => read_quantity('$490 million', 'over', 'USD'),
          period => (days_of('2009'), 'calendarYear', days_of('2014'), 'calendarYear')::period);

        select put_dcs_sale('kor-dcs-undated', 'kor-2015-03-02', array[(5, '$1 billion')]::cite[],
          partners => '{KOR}', measure => 'authorizations', stage => 'authorized', kind => 'stock',
          amount => read_quantity('$1 billion', 'stated', 'USD'));

        select put_force_posture('kor-army', 'kor-2015-03-02', array[(6, '28,500')]::cite[],
          host => 'KOR', kind => 'personnel', category => 'military', count => read_quantity('28,500', 'stated', 'people'));
        select put_force_posture('kor-family', 'kor-2015-03-02', array[(6, '60,000')]::cite[],
          host => 'KOR', kind => 'personnel', category => 'family', count => read_quantity('60,000', 'upTo', 'people'));
        select put_force_posture('kor-u-2', 'kor-2015-03-02', array[(6, 'Dragon Lady')]::cite[],
          host => 'KOR', kind => 'asset', category => 'aircraft', asset_name => 'Dragon Lady', asset_designation => 'U-2');
        select put_peacekeeping('kor-lebanon', 'kor-2015-03-02', array[(7, 'Lebanon')]::cite[],
          partners => '{KOR}', name => 'Mission in Lebanon', kind => 'contribution', focus_areas => '{Medical}',
          counterparts => array[(null, 'United Nations')]::counterpart[]);
        select put_objective('rok-peace', 'kor-2015-03-02', array[(8, 'peace')]::cite[],
          title => 'A peninsula in peace', parties => '{USA,KOR}');
        """;

    public async ValueTask InitializeAsync()
    {
        await using var command = api.Database.CreateCommand(Earlier);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        api.Told();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("/agreements?until=1955", "zonal-accord")]
    [InlineData("/agreements?since=1990&until=1990", "zonal-accord")]
    [InlineData("/exercises?since=2001&until=2001", "zulu")]
    [InlineData("/exercises?since=2011&until=2011", "zulu")]
    [InlineData("/fact-sheets?q=korea", "kor-2015-03-02")]
    [InlineData("/force-posture?q=U2", "kor-u-2")]
    [InlineData("/peacekeeping?partner=KOR", "kor-lebanon")]
    [InlineData("/peacekeeping?q=lebanon", "kor-lebanon")]
    [InlineData("/partners?q=tecro", "TWN")]
    [InlineData("/sales/dcs?partner=JPN", "jpn-dcs-authorized-2013-2018")]
    [InlineData("/sales/dcs?minAmount=500000000&maxAmount=500000000", "kor-dcs")]
    [InlineData("/sales/dcs?minAmount=510000000", "jpn-dcs-authorized-2013-2018", "kor-dcs-undated")]
    [InlineData("/sales/dcs?maxAmount=490000000", "kor-dcs-longer")]
    [InlineData("/sales/dcs?until=2009-12", "kor-dcs-longer")]
    [InlineData("/sales/dcs?since=2018-10")]
    [InlineData("/sales/dcs?usml=XII&partner=KOR", "kor-dcs")]
    [InlineData("/sales/dcs?q=elan", "kor-dcs")]
    [InlineData("/sales/fms?since=2013", "kor-fms-longer")]
    [InlineData("/sales/fms?until=2009-12", "kor-fms-longer")]
    [InlineData("/sales/fms?article=F35", "jpn-fms-active-cases")]
    [InlineData("/sales/fms?article=MIM%20104", "kor-fms")]
    [InlineData("/sales/fms?article=capability%20three", "kor-fms")]
    public async Task A_filter_keeps_only_what_it_asks_for(string path, params string[] ids) => Assert.Equal(ids, await api.Ids(path));

    [Theory]
    [InlineData("/agreements?sort=name", "zonal-accord", "us-japan-security-treaty", "us-japan-special-measures-agreement", "us-japan-sofa")]
    [InlineData("/agreements?sort=date&limit=1", "zonal-accord")]
    [InlineData("/agreements?sort=statedFrom&limit=1", "zonal-accord")]
    [InlineData("/exercises?sort=name", "zulu", "keen-sword", "malabar")]
    [InlineData("/exercises?sort=-since", "zulu", "keen-sword", "malabar")]
    [InlineData("/exercises?sort=statedFrom&limit=1", "zulu")]
    [InlineData("/fact-sheets?sort=title", "kor-2015-03-02", "jpn-2018-05-21")]
    [InlineData("/fact-sheets?sort=published", "kor-2015-03-02", "jpn-2018-05-21")]
    [InlineData("/fact-sheets/kor-2015-03-02/facts?sort=-paragraph&limit=3", "rok-peace", "kor-lebanon", "kor-u-2")]
    [InlineData("/fact-sheets/kor-2015-03-02/facts?sort=resource&limit=3", "us-japan-sofa", "zonal-accord", "zulu")]
    [InlineData("/force-posture?sort=count&limit=3", "kor-army", "jpn-us-military-personnel", "kor-family")]
    [InlineData("/force-posture?sort=statedFrom&limit=1", "kor-army")]
    [InlineData("/objectives?sort=statedFrom&limit=1", "rok-peace")]
    [InlineData("/peacekeeping?sort=statedFrom&limit=1", "kor-lebanon")]
    [InlineData("/sales/dcs?sort=amount", "kor-dcs-longer", "kor-dcs", "kor-dcs-undated", "jpn-dcs-authorized-2013-2018")]
    [InlineData("/sales/dcs?sort=periodEnd", "kor-dcs", "kor-dcs-longer", "jpn-dcs-authorized-2013-2018", "kor-dcs-undated")]
    [InlineData("/sales/dcs?sort=-statedFrom&limit=1", "jpn-dcs-authorized-2013-2018")]
    [InlineData("/sales/fms?sort=amount", "kor-fms-longer", "kor-fms", "jpn-fms-active-cases")]
    [InlineData("/sales/fms?sort=periodEnd", "kor-fms", "kor-fms-longer", "jpn-fms-active-cases")]
    [InlineData("/sales/fms?sort=statedFrom,amount", "kor-fms-longer", "kor-fms", "jpn-fms-active-cases")]
    public async Task A_sort_key_is_the_column_that_it_names(string path, params string[] ids) => Assert.Equal(ids, await api.Ids(path));

    [Theory]
    [InlineData("/agreements?sort=-statedFrom,date")]
    [InlineData("/exercises?sort=statedFrom,-since,name")]
    [InlineData("/fact-sheets/kor-2015-03-02/facts?sort=-resource,paragraph")]
    [InlineData("/force-posture?sort=statedFrom,-count")]
    [InlineData("/force-posture?sort=-statedFrom,count,-id")]
    [InlineData("/sales/dcs?sort=-periodEnd,amount,-id")]
    [InlineData("/sales/fms?sort=statedFrom,-amount")]
    public async Task A_list_in_mixed_directions_is_the_same_read_page_by_page(string list)
    {
        var whole = await api.Ids(list);
        var walked = new List<string>();
        for (var next = $"{list}&limit=1"; next is not null && walked.Count <= whole.Count;)
        {
            var page = await api.Read(next);
            walked.AddRange(page["items"]!.AsArray().Select(item => (string)item!["id"]!));
            next = (string?)page["next"];
        }

        Assert.Equal(whole, walked);
    }

    [Theory]
    [InlineData("2015-03-01")]
    [InlineData("2015-03-02", "Status of Forces Agreement, as stated before")]
    [InlineData("2018-05-20", "Status of Forces Agreement, as stated before")]
    [InlineData("2018-05-21", "U.S.-Japan Status of Forces Agreement")]
    public async Task A_list_as_of_a_day_holds_the_one_edition_that_stood_on_it(string day, params string[] names)
    {
        var page = await api.Read($"/agreements?kind=SOFA&asOf={day}&count=exact");
        Assert.Equal(names, page["items"]!.AsArray().Select(item => (string)item!["name"]!));
        Assert.Equal(names.Length, (int?)page["total"]);
    }

    [Theory]
    [InlineData("KOR", "2015-03-01")]
    [InlineData("KOR", "2015-03-02")]
    [InlineData("JPN", "2018-05-20")]
    [InlineData("JPN", "2018-05-21")]
    public async Task A_profile_as_of_a_day_holds_what_each_list_does_as_of_it(string partner, string day)
    {
        var profile = await api.Read($"/partners/{partner}/profile?asOf={day}");
        foreach (var (section, list) in new[]
        {
            ("factSheets", $"/fact-sheets?partner={partner}&until={day}"),
            ("objectives", $"/objectives?partner={partner}&asOf={day}"),
            ("forcePosture", $"/force-posture?partner={partner}&asOf={day}"),
            ("exercises", $"/exercises?partner={partner}&asOf={day}"),
            ("fmsSales", $"/sales/fms?partner={partner}&asOf={day}"),
            ("dcsSales", $"/sales/dcs?partner={partner}&asOf={day}"),
            ("peacekeeping", $"/peacekeeping?partner={partner}&asOf={day}"),
            ("agreements", $"/agreements?partner={partner}&asOf={day}"),
        })
        {
            Assert.Equal(Texts((await api.Read(list))["items"]!), Texts(profile[section]!));
        }
    }

    private static IEnumerable<string> Texts(JsonNode items) => items.AsArray().Select(item => item!.ToJsonString());
}
