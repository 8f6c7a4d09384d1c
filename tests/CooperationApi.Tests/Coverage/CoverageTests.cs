using System.Text.Json.Nodes;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Coverage;

public sealed class CoverageTests(Api api) : IClassFixture<Api>, IAsyncLifetime
{
    // Beside the Japan sheet: an agreement in two editions, one that a partner has left, and figures of another partner.
    private const string Earlier = """
        select put_fact_sheet('kor-2015-03-02', array['KOR','JPN'], 'A Sheet on Korea', 'Office', null, '2015-03-02',
          null, null, null, null, null);
        select put_agreement('us-japan-sofa', 'kor-2015-03-02', array[(1, 'SOFA')]::cite[],
          name => 'SOFA', kind => 'SOFA', parties => '{USA,JPN}', purpose => null);
        select put_agreement('zonal-accord', 'kor-2015-03-02', array[(2, 'Accord')]::cite[],
          name => 'Accord', kind => 'SMA', parties => '{USA,KOR}', purpose => null);
        select put_agreement('zonal-accord', 'jpn-2018-05-21', array[(2, 'Accord')]::cite[],
          name => 'Accord', kind => 'SMA', parties => '{USA,PHL}', purpose => null);
        select put_fms_sale('kor-fms', 'kor-2015-03-02', array[(3, '$2')]::cite[],
          partners => '{KOR,PHL}', measure => 'activeCases', stage => 'active', kind => 'stock',
          amount => read_quantity('$2', 'stated', 'USD'));
        select put_force_posture('kor-army', 'kor-2015-03-02', array[(4, '28,500')]::cite[],
          host => 'KOR', kind => 'personnel', category => 'military', count => read_quantity('28,500', 'stated', 'people'));
        """;

    private static readonly string[] Resources =
        ["agreements", "assistance", "exercises", "fact-sheets", "force-posture", "objectives", "peacekeeping", "sales/dcs", "sales/fms"];

    public async ValueTask InitializeAsync()
    {
        await using var command = api.Database.CreateCommand(Earlier);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        api.Told();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Is_the_matrix_of_partners_and_resources()
    {
        var rows = await Matrix();
        Assert.Equal(
            [
                "IND India exercises 1/1/1 2018-05-21 2018-05-21",
                "JPN Japan agreements 3/4/3 2015-03-02 2018-05-21",
                "JPN Japan assistance 1/1/1 2018-05-21 2018-05-21",
                "JPN Japan exercises 2/2/2 2018-05-21 2018-05-21",
                "JPN Japan fact-sheets 2/2/2 2015-03-02 2018-05-21",
                "JPN Japan force-posture 5/5/5 2018-05-21 2018-05-21",
                "JPN Japan objectives 3/3/3 2018-05-21 2018-05-21",
                "JPN Japan peacekeeping 4/4/4 2018-05-21 2018-05-21",
                "JPN Japan sales/dcs 1/1/1 2018-05-21 2018-05-21",
                "JPN Japan sales/fms 1/1/1 2018-05-21 2018-05-21",
                "KOR Republic of Korea agreements 1/1/0 2015-03-02 2015-03-02",
                "KOR Republic of Korea fact-sheets 1/1/1 2015-03-02 2015-03-02",
                "KOR Republic of Korea force-posture 1/1/1 2015-03-02 2015-03-02",
                "KOR Republic of Korea objectives 1/1/1 2018-05-21 2018-05-21",
                "KOR Republic of Korea sales/fms 1/1/1 2015-03-02 2015-03-02",
                "PHL Philippines agreements 1/1/1 2018-05-21 2018-05-21",
                "PHL Philippines sales/fms 1/1/1 2015-03-02 2015-03-02",
                "USA United States of America agreements 4/6/4 2015-03-02 2018-05-21",
                "USA United States of America exercises 2/2/2 2018-05-21 2018-05-21",
                "USA United States of America force-posture 6/6/6 2015-03-02 2018-05-21",
                "USA United States of America objectives 3/3/3 2018-05-21 2018-05-21",
            ],
            rows.Select(row => $"{row["partner"]} {row["name"]} {row["resource"]} {row["records"]}/{row["editions"]}/{row["standing"]} "
                + $"{row["firstStated"]} {row["lastStated"]}"));
    }

    [Fact]
    public async Task Counts_what_the_lists_hold()
    {
        var days = (await api.Read("/fact-sheets"))["items"]!.AsArray().Select(sheet => (string)sheet!["published"]!).ToList();
        foreach (var row in await Matrix())
        {
            var url = (string)row["url"]!;
            Assert.Equal((long)row["standing"]!, (long)(await api.Read($"{url}&count=exact"))["total"]!);

            // Every edition stands on its first day.
            var isSheet = (string?)row["resource"] == "fact-sheets";
            var editions = new HashSet<(string Id, string From)>();
            foreach (var list in isSheet ? [url] : days.Select(day => $"{url}&asOf={day}"))
            {
                editions.UnionWith((await api.Read(list))["items"]!.AsArray()
                    .Select(item => ((string)item!["id"]!, (string)item[isSheet ? "published" : "statedFrom"]!)));
            }

            Assert.Equal((long)row["editions"]!, editions.Count);
            Assert.Equal((long)row["records"]!, editions.DistinctBy(edition => edition.Id).Count());
            Assert.Equal((string?)row["firstStated"], editions.Min(edition => edition.From));
            Assert.Equal((string?)row["lastStated"], editions.Max(edition => edition.From));
        }
    }

    [Fact]
    public async Task Is_why_a_list_is_empty()
    {
        var matrix = await Matrix();
        foreach (var partner in new[] { "FRA", "IND", "JPN", "KOR", "PHL", "PRK", "USA" })
        {
            foreach (var resource in Resources)
            {
                var first = (string?)matrix.SingleOrDefault(row => ((string?)row["partner"], (string?)row["resource"]) == (partner, resource))?["firstStated"];
                var isCovered = matrix.Any(row => (string?)row["partner"] == partner);
                foreach (var asOf in resource == "fact-sheets" ? [null] : new[] { null, "2015-03-01", "2015-03-02", "2018-05-20", "2018-05-21" })
                {
                    var page = await api.Read($"/{resource}?partner={partner}" + (asOf is null ? "" : $"&asOf={asOf}"));
                    if (page["items"]!.AsArray().Count > 0)
                    {
                        Assert.NotNull(first);
                        continue;
                    }

                    Assert.Equal(
                        first is null ? "outsideCoverage" : string.CompareOrdinal(asOf ?? "9999", first) < 0 ? "nothingStatedYet" : "noMatch",
                        (string?)page["why"]!["code"]);
                    Assert.Equal(
                        first is null && isCovered,
                        ((string)page["why"]!["detail"]!).Contains($" /coverage?partner={partner} ", StringComparison.Ordinal));
                }
            }
        }
    }

    [Theory]
    [InlineData("/agreements?partner=IND&partner=FRA", "of this kind; /coverage?partner=IND&partner=FRA lists")]
    [InlineData("/agreements?partner=FRA", "in anything; /coverage lists")]
    [InlineData("/coverage?partner=FRA", "in anything; /coverage lists")]
    [InlineData("/coverage?partner=IND&resource=agreements", "of this kind; /coverage?partner=IND lists")]
    [InlineData("/timeline?partner=IND&resource=agreements", "of this kind; /coverage?partner=IND lists")]
    public async Task What_is_outside_it_leads_to_what_is_within(string path, string detail)
    {
        var why = (await api.Read(path))["why"]!;
        Assert.Equal("outsideCoverage", (string?)why["code"]);
        Assert.Contains(detail, (string?)why["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Has_no_say_in_which_partners_there_are() =>
        Assert.Equal("noMatch", (string?)(await api.Read("/partners?partner=JPN&q=korea"))["why"]!["code"]);

    [Theory]
    [InlineData("/coverage?partner=INDIA&partner=PHL", "IND exercises", "PHL agreements", "PHL sales/fms")]
    [InlineData("/coverage?resource=sales/fms&resource=sales/dcs", "JPN sales/dcs", "JPN sales/fms", "KOR sales/fms", "PHL sales/fms")]
    [InlineData("/coverage?partner=JPN&resource=fact-sheets", "JPN fact-sheets")]
    [InlineData("/coverage?sort=-records&limit=2", "USA force-posture", "JPN force-posture")]
    [InlineData("/coverage?sort=-editions&limit=2", "USA force-posture", "USA agreements")]
    [InlineData("/coverage?sort=standing&limit=2", "KOR agreements", "IND exercises")]
    [InlineData("/coverage?sort=-lastStated&partner=PHL", "PHL agreements", "PHL sales/fms")]
    [InlineData("/coverage?sort=firstStated&partner=PHL", "PHL sales/fms", "PHL agreements")]
    [InlineData("/coverage?sort=-partner,resource&limit=2", "USA agreements", "USA exercises")]
    [InlineData("/coverage?sort=name&partner=PHL&partner=KOR&resource=agreements", "PHL agreements", "KOR agreements")]
    [InlineData("/coverage?sort=-resource&partner=PHL", "PHL sales/fms", "PHL agreements")]
    public async Task Filters_and_sorts(string path, params string[] rows) => Assert.Equal(
        rows, (await api.Read(path))["items"]!.AsArray().Select(row => $"{row!["partner"]} {row["resource"]}"));

    [Theory]
    [InlineData("/coverage?asOf=2018-05-21", "asOf", "unknownParameter")]
    [InlineData("/coverage?resource=partners", "resource", "unknownValue")]
    public async Task Refuses_what_it_does_not_take(string path, string parameter, string code) =>
        Assert.Equal((parameter, code), Assert.Single(await api.Faults(path)));

    [Fact]
    public async Task Reads_no_more_of_the_tables_than_it_is_asked_for()
    {
        await using var connection = await api.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = """
            set enable_seqscan = off;
            set enable_bitmapscan = off;
            explain select min(c.first_stated) from partner_coverage c where c.resource = any ('{agreements}') and c.partner = any ('{JPN}')
            """;
        var plan = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            plan.Add(reader.GetString(0));
        }

        Assert.Contains("on agreement_parties", Assert.Single(plan, line => line.Contains(" on ", StringComparison.Ordinal)
            && !line.Contains("Subquery", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains(plan, line => line.Contains("Index Cond: ", StringComparison.Ordinal) && line.Contains("'{JPN}'", StringComparison.Ordinal));
    }

    private async Task<List<JsonNode>> Matrix() => [.. (await api.Read("/coverage"))["items"]!.AsArray().Select(row => row!)];
}
