using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.FactSheets;

/// <summary>Every way in which two sheets can differ, in every kind of record and of list.</summary>
public sealed class SheetDiffTests(Api api) : IClassFixture<Api>, IAsyncLifetime
{
    private const string Diff = "/fact-sheets/nzl-2015/diff";

    private const string Sheets = """
        select put_fact_sheet('nzl-2015', array['NZL', 'AUS'], 'On New Zealand', 'Zonal Office', null, '2015-03-02', text_read => 'whole');
        select put_fact_sheet('nzl-2016', array['AUS', 'NZL'], 'On New Zealand', 'Zonal Office', null, '2016-03-02', text_read => 'whole');
        select put_fact_sheet('nzl-alone-2017', array['NZL'], 'On New Zealand', 'Zonal Office', null, '2017', published_basis => 'estimated');
        select put_fact_sheet('untitled-2010', '{}', 'A Program', 'Zonal Office', null, '2010', text_read => 'beginning');
        select put_fact_sheet('untitled-2012', '{}', 'A program', 'Zonal Office', null, '2012', text_read => 'quotations');
        select put_fact_sheet('untitled-2013', '{}', 'Another Program', 'Zonal Office', null, '2013');

        select put_agreement('gone', 'nzl-2015', array[(1, 'Gone')]::cite[], name => 'Gone', kind => 'SMA', parties => '{USA,NZL}');
        select put_agreement('came', 'nzl-2016', array[(1, 'Came')]::cite[], name => 'Came', kind => 'SMA', parties => '{USA,NZL}');
        select put_agreement('pact', 'nzl-2015', array[(2, 'Pact')]::cite[], name => 'Pact', kind => 'treaty', parties => '{USA,NZL}',
          dated => '1951', purpose => 'Peace.', covers => fiscal_years(2010, 2015));
        select put_agreement('pact', 'nzl-2016', array[(2, 'The Pact')]::cite[], name => 'Pact', kind => 'treaty', parties => '{NZL,AUS,USA}',
          signed => '1951-09', purpose => 'Peace.', covers => fiscal_years(2010, 2020), notes => '{A note is no fact.}');
        select put_agreement('same', 'nzl-2015', array[(3, 'Same')]::cite[], name => 'Same', kind => 'MOU', parties => '{USA,NZL}');
        select put_agreement('same', 'nzl-2016', array[(4, 'the same')]::cite[], name => 'Same', kind => 'MOU', parties => '{NZL,USA}');

        select put_exercise('drill', 'nzl-2015', array[(5, 'Drill')]::cite[], name => 'Drill', purpose => 'Practice.',
          participants => array[('NZL', null, 'participant', null), ('USA', 'A/B~C', 'participant', null)]::participant[]);
        select put_exercise('drill', 'nzl-2016', array[(5, 'Drill')]::cite[], name => 'Drill', purpose => 'Practice.',
          participants => array[('USA', 'A/B~C', 'participant', '1999'), ('NZL', null, 'permanentMember', null)]::participant[]);

        select put_fms_sale('hedged', 'nzl-2015', array[(6, '$3 billion')]::cite[], partners => '{NZL}', measure => 'activeCases',
          stage => 'active', kind => 'stock', amount => read_quantity('$3 billion', 'stated', 'USD'),
          articles => array[('F/A-18~E', null, null, 'F/A-18', null), ('Poseidon', 'P-8A', null, 'P-8A', null)]::article[]);
        select put_fms_sale('hedged', 'nzl-2016', array[(6, '$3,000 million')]::cite[], partners => '{NZL}', measure => 'activeCases',
          stage => 'active', kind => 'stock', amount => read_quantity('$3,000 million', 'over', 'USD'),
          articles => array[('Poseidon', 'P-8A', 'platforms', 'P-8A Poseidon', null), ('Hercules', 'C-130', null, 'C-130', 5)]::article[]);
        select put_fms_sale('reworded', 'nzl-2015', array[(7, '$2 billion')]::cite[], partners => '{NZL}', measure => 'activeCases',
          stage => 'active', kind => 'stock', amount => read_quantity('$2 billion', 'about', 'USD'));
        select put_fms_sale('reworded', 'nzl-2016', array[(7, '$2,000 million')]::cite[], partners => '{NZL}', measure => 'activeCases',
          stage => 'active', kind => 'stock', amount => read_quantity('$2,000 million', 'about', 'USD'));
        select put_fms_sale('upgrades', 'nzl-2015', array[(8, 'upgrades')]::cite[], partners => '{NZL}', measure => 'case',
          stage => 'announced', kind => 'case', amount => null,
          articles => array[('Upgrade', 'F-16', null, 'upgrade', null)]::article[]);
        select put_fms_sale('upgrades', 'nzl-2016', array[(8, '$9 million')]::cite[], partners => '{NZL}', measure => 'case',
          stage => 'announced', kind => 'case', amount => read_quantity('$9 million', 'upTo', 'USD'),
          articles => array[('Training', 'F-16', null, 'training', null), ('Upgrade', 'F-16', null, 'upgrade', 2)]::article[]);

        select put_dcs_sale('exports', 'nzl-2015', array[(9, '$5 million')]::cite[], partners => '{NZL}', measure => 'authorizations',
          stage => 'authorized', kind => 'flow', amount => read_quantity('$5 million', 'over', 'USD'), period => calendar_years(2013, null),
          categories => array[('Ships', '{VI}', false), ('Optics', '{XII}', false), ('Guns', '{I}', false)]::category[]);
        select put_dcs_sale('exports', 'nzl-2016', array[(9, '$6 million')]::cite[], partners => '{NZL}', measure => 'authorizations',
          stage => 'authorized', kind => 'flow', amount => read_quantity('$6 million', 'over', 'USD'), period => calendar_years(2013, 2015),
          categories => array[('Optics', '{XII}', false), ('Guns', '{I,II}', false), ('Boats', '{VI}', false)]::category[]);

        select put_force_posture('crew', 'nzl-2015', array[(10, 'thousands')]::cite[], host => 'NZL', kind => 'personnel', category => 'civilian',
          count => read_quantity('thousands', null, 'people'));
        select put_force_posture('crew', 'nzl-2016', array[(10, 'Thousands')]::cite[], host => 'NZL', kind => 'personnel', category => 'civilian',
          count => read_quantity('Thousands', null, 'people'));
        select put_force_posture('kin', 'nzl-2015', array[(10, 'thousands')]::cite[], host => 'NZL', kind => 'personnel', category => 'family',
          count => read_quantity('thousands', null, 'people'));
        select put_force_posture('kin', 'nzl-2016', array[(10, 'hundreds')]::cite[], host => 'NZL', kind => 'personnel', category => 'family',
          count => read_quantity('hundreds', null, 'people'));
        select put_force_posture('plane', 'nzl-2015', array[(11, 'Orion')]::cite[], host => 'NZL', kind => 'asset', category => 'aircraft',
          asset_name => 'Orion');
        select put_force_posture('plane', 'nzl-2016', array[(11, 'Orion')]::cite[], host => 'NZL', kind => 'asset', category => 'aircraft',
          asset_name => 'Orion', asset_designation => 'P-3');

        select put_peacekeeping('blue', 'nzl-2015', array[(12, 'Blue')]::cite[], partners => '{NZL}', name => 'Blue', kind => 'contribution',
          focus_areas => '{Medical,Mines}', counterparts => array[(null, 'United Nations'), ('FJI', null)]::counterpart[]);
        select put_peacekeeping('blue', 'nzl-2016', array[(12, 'Blue')]::cite[], partners => '{NZL,AUS}', name => 'Blue', kind => 'contribution',
          focus_areas => '{Mines,Police}', counterparts => array[('FJI', 'Fiji Police')]::counterpart[]);
        select put_objective('aim', 'nzl-2015', array[(13, 'aim')]::cite[], title => 'Aim', parties => '{USA,NZL}',
          concerns => array[('PRK', 'Arms'), (null, 'Piracy')]::concern[]);
        select put_objective('aim', 'nzl-2016', array[(13, 'aim')]::cite[], title => 'Aim', parties => '{USA,NZL}',
          concerns => array[(null, 'Piracy'), (null, 'Arms')]::concern[]);

        select put_assistance('grant', 'nzl-2015', array[(14, '$1 million')]::cite[], partners => '{NZL}', program => 'IMET', direction => 'toPartner',
          amount => read_quantity('$1 million', 'stated', 'USD'), basis => 'perYear', period => fiscal_years(2014, 2014));
        select put_assistance('grant', 'nzl-2016', array[(14, '$1 million')]::cite[], partners => '{NZL}', program => 'IMET', direction => 'toPartner',
          amount => read_quantity('$1 million', 'nearly', 'USD'), basis => 'periodTotal', period => fiscal_years(2014, 2014));
        """;

    private static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Expected =
    [
        "new /agreements/came",
        "dropped /agreements/gone",
        "changed /agreements/pact/covers",
        "dropped /agreements/pact/dated",
        "new /agreements/pact/parties/AUS",
        "new /agreements/pact/signed",
        "qualifierChanged /assistance/grant/amount",
        "changed /assistance/grant/basis",
        "dropped /exercises/drill/participants/NZL//participant",
        "new /exercises/drill/participants/NZL//permanentMember",
        "changed /exercises/drill/participants/USA/A~1B~0C/participant",
        "changed /force-posture/kin/count",
        "new /force-posture/plane/asset/designation",
        "dropped /objectives/aim/concerns/PRK/Arms",
        "new /objectives/aim/concerns//Arms",
        "dropped /peacekeeping/blue/counterparts//United Nations",
        "dropped /peacekeeping/blue/counterparts/FJI/",
        "new /peacekeeping/blue/counterparts/FJI/Fiji Police",
        "dropped /peacekeeping/blue/focusAreas/Medical",
        "new /peacekeeping/blue/focusAreas/Police",
        "new /peacekeeping/blue/partners/AUS",
        "changed /sales/dcs/exports/amount",
        "new /sales/dcs/exports/categories/Boats",
        "changed /sales/dcs/exports/categories/Guns",
        "changed /sales/dcs/exports/categories/Optics",
        "dropped /sales/dcs/exports/categories/Ships",
        "changed /sales/dcs/exports/period",
        "qualifierChanged /sales/fms/hedged/amount",
        "new /sales/fms/hedged/articles/C-130",
        "dropped /sales/fms/hedged/articles/F~1A-18~0E",
        "new /sales/fms/upgrades/amount",
        "new /sales/fms/upgrades/articles/F-16/Training",
        "changed /sales/fms/upgrades/articles/F-16/Upgrade",
    ];

    public async ValueTask InitializeAsync() => await api.Execute(Sheets);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Names_exactly_the_facts_that_changed()
    {
        var page = await api.Read($"{Diff}?limit=200&count=exact");
        Assert.Equal(Expected.Order(StringComparer.Ordinal), Lines(page).Order(StringComparer.Ordinal));
        Assert.Equal(Expected.Length, (int?)page["total"]);
        Assert.Equal("""{"new":13,"dropped":9,"changed":9,"qualifierChanged":2,"restated":3}""", page["counts"]!.ToJsonString());
        Assert.Equal("""{"factSheet":"nzl-2016","date":"2016-03-02","published":"2016-03-02","publishedBasis":"printed","textRead":"whole"}""", page["to"]!.ToJsonString());
        Assert.Empty(page["caveats"]!.AsArray());
    }

    [Fact]
    public async Task Gives_paths_in_their_order()
    {
        var paths = (await api.Read($"{Diff}?limit=200"))["items"]!.AsArray().Select(item => (string)item!["path"]!).ToList();
        Assert.Equal(paths.Order(StringComparer.Ordinal), paths);
    }

    [Fact]
    public async Task Names_records_that_are_restated_only_where_they_are_asked_for()
    {
        var page = await api.Read($"{Diff}?kind=restated");
        Assert.Equal(["restated /agreements/same", "restated /force-posture/crew", "restated /sales/fms/reworded"], Lines(page));
        var same = page["items"]![0]!;
        Assert.Equal("""{"id":"same","name":"Same","kind":"MOU","parties":["USA","NZL"],"dated":null,"datedAs":null,"signed":null,"inForceSince":null,"covers":null}""", same["before"]!.ToJsonString());
        Assert.Equal("""[{"factSheet":"nzl-2016","paragraph":4,"asStated":"the same"}]""", same["citationsAfter"]!.ToJsonString());
        Assert.Equal(36, (int?)(await api.Read($"{Diff}?count=exact&kind=restated&kind=new&kind=dropped&kind=changed&kind=qualifierChanged"))["total"]);
    }

    [Theory]
    [InlineData("/agreements/pact/signed", null, "\"1951-09\"")]
    [InlineData("/agreements/pact/covers", """{"start":"2010","startBasis":"fiscalYear","end":"2015","endBasis":"fiscalYear"}""", """{"start":"2010","startBasis":"fiscalYear","end":"2020","endBasis":"fiscalYear"}""")]
    [InlineData("/agreements/gone", """{"id":"gone","name":"Gone","kind":"SMA","parties":["USA","NZL"],"dated":null,"datedAs":null,"signed":null,"inForceSince":null,"covers":null}""", null)]
    [InlineData("/sales/fms/hedged/amount", """{"value":3000000000,"low":2500000000,"high":3500000000,"qualifier":"stated","unit":"USD","asStated":"$3 billion"}""", """{"value":3000000000,"low":3000000000,"high":null,"qualifier":"over","unit":"USD","asStated":"$3,000 million"}""")]
    [InlineData("/sales/fms/hedged/articles/C-130", null, """{"name":"Hercules","designation":"C-130","group":null,"count":5,"asStated":"C-130"}""")]
    [InlineData("/sales/dcs/exports/categories/Optics", """{"rank":2,"name":"Optics","usml":["XII"],"usmlStated":false}""", """{"rank":1,"name":"Optics","usml":["XII"],"usmlStated":false}""")]
    [InlineData("/peacekeeping/blue/focusAreas/Police", null, "\"Police\"")]
    public async Task Gives_a_fact_as_its_resource_serves_it(string path, string? before, string? after)
    {
        var found = (await api.Read($"{Diff}?limit=200"))["items"]!.AsArray().Single(item => (string?)item!["path"] == path)!;
        Assert.Equal(before, found["before"]?.ToJsonString(Written));
        Assert.Equal(after, found["after"]?.ToJsonString(Written));
        Assert.Equal(path.EndsWith("gone", StringComparison.Ordinal), found["citationsAfter"]!.AsArray().Count == 0);
    }

    [Theory]
    [InlineData("kind=qualifierChanged", 2, 33)]
    [InlineData("kind=qualifierChanged&resource=sales/fms", 1, 6)]
    [InlineData("resource=sales/dcs&resource=objectives", 8, 8)]
    public async Task A_filter_narrows_the_list_and_only_that_of_the_resource_the_counts(string filter, int items, int changes)
    {
        var page = await api.Read($"{Diff}?limit=200&{filter}");
        Assert.Equal(items, page["items"]!.AsArray().Count);
        Assert.Equal(changes, page["counts"]!.AsObject().Where(count => count.Key != "restated").Sum(count => (int)count.Value!));
    }

    [Theory]
    [InlineData("nzl-2015", "latest", "nzl-2016")]
    [InlineData("nzl-2015", "nzl-alone-2017", "nzl-alone-2017")]
    [InlineData("untitled-2010", "latest", "untitled-2012")]
    public async Task The_latest_sheet_is_the_latest_about_the_same_partners_or_of_the_same_title(string id, string to, string found) =>
        Assert.Equal(found, (string?)(await api.Read($"/fact-sheets/{id}/diff?to={to}"))["to"]!["factSheet"]);

    [Theory]
    [InlineData("nzl-2016", "No fact sheet about AUS, NZL is published after 'nzl-2016', of 2016-03-02. `to` takes the id of any other.")]
    [InlineData("untitled-2012", "No fact sheet titled 'A program' is published after 'untitled-2012', of 2012. `to` takes the id of any other.")]
    public async Task Where_no_sheet_is_later_the_answer_is_a_problem_that_says_so(string id, string detail)
    {
        var (status, body) = await api.Get($"/fact-sheets/{id}/diff");
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Equal(detail, (string?)body["detail"]);
    }

    [Theory]
    [InlineData("nzl-2015", "contradiction")]
    [InlineData("untitled-2010", "contradiction")]
    [InlineData("nzl-20166", "unknownReference")]
    public async Task Only_another_and_later_sheet_is_compared_with(string to, string code) =>
        Assert.Equal(("to", code), Assert.Single(await api.Faults($"{Diff}?to={to}")));

    [Fact]
    public async Task A_mistyped_sheet_is_answered_with_the_one_that_is_near()
    {
        var (_, body) = await api.Get($"{Diff}?to=nzl-20166");
        Assert.Equal("nzl-2016", (string?)body["errors"]![0]!["didYouMean"]![0]);
    }

    [Fact]
    public async Task What_a_later_sheet_is_cited_for_in_an_earlier_edition_is_not_dropped()
    {
        await api.Execute("""
            select put_fact_sheet('fji-2011', array['FJI'], 'On Fiji', 'Zonal Office', null, '2011');
            select put_fact_sheet('fji-2012', array['FJI'], 'On Fiji', 'Zonal Office', null, '2012');
            select put_agreement('fijian', 'fji-2011', array[(1, 'Fijian')]::cite[], name => 'Fijian', kind => 'SOFA', parties => '{USA,FJI}');
            insert into citations (resource, id, stated_from, position, fact_sheet, as_stated)
            values ('agreements', 'fijian', '2011-01-01', 2, 'fji-2012', 'the same');
            """);
        Assert.Equal(["restated /agreements/fijian"], Lines(await api.Read("/fact-sheets/fji-2011/diff?kind=restated&kind=dropped&kind=new")));
    }

    [Fact]
    public async Task Two_sheets_that_state_nothing_differ_in_nothing()
    {
        var page = await api.Read("/fact-sheets/untitled-2010/diff");
        Assert.Empty(page["items"]!.AsArray());
        Assert.Equal("Nothing is stated otherwise, and no record is stated again.", (string?)page["why"]!["detail"]);
        Assert.Empty(page["caveats"]!.AsArray());
    }

    [Fact]
    public async Task Caveats_say_what_was_not_read_what_is_estimated_and_who_differs() => Assert.Equal(
        [
            "It is not known how much of nzl-alone-2017 was read: what is dropped may be stated in what was not read.",
            "That nzl-alone-2017 is of 2017 is an estimate.",
            "The two sheets are not about the same partners.",
        ],
        (await api.Read($"{Diff}?to=nzl-alone-2017"))["caveats"]!.AsArray().Select(caveat => (string)caveat!));

    [Fact]
    public async Task A_CSV_has_facts_in_its_cells()
    {
        var lines = (await api.Text($"{Diff}?format=csv&fields=kind,path,before,after&resource=agreements")).Split("\r\n");
        Assert.Equal("kind,path,before,after", lines[0]);
        Assert.Contains(lines, line => line.StartsWith("changed,/agreements/pact/covers,\"{\"\"start\"\":\"\"2010\"\"", StringComparison.Ordinal));
        Assert.Contains("new,/agreements/pact/signed,,1951-09", lines);
    }

    [Fact]
    public async Task NDJSON_has_the_differences_a_line_each() =>
        Assert.Equal(2, (await api.Text($"{Diff}?format=ndjson&kind=qualifierChanged")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);

    [Fact]
    public async Task An_answer_that_did_not_change_is_not_sent_again()
    {
        using var first = await api.Send(Diff);
        using var second = await api.Send(Diff, ("If-None-Match", first.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    private static IEnumerable<string> Lines(JsonNode page) => page["items"]!.AsArray().Select(item => $"{item!["kind"]} {item["path"]}");
}
