using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Search;

/// <summary>What search finds of editions, and what its columns leave as it is.</summary>
public sealed class SearchAsOfTests(Api api) : IClassFixture<Api>, IAsyncLifetime
{
    private const string Earlier = """
        select put_fact_sheet('kor-2015-03-02', array['KOR'], 'A Sheet on Korea', 'Office', null, '2015-03-02',
          null, null, null, null, null);
        select put_agreement('us-japan-sofa', 'kor-2015-03-02', array[(1, 'Quondam pact')]::cite[],
          name => 'Status of Forces Agreement', kind => 'SOFA', parties => '{USA,JPN}', purpose => 'Antediluvian words.');
        """;

    private const string RevisionsSql = """
        select sum(revision)::int from (
          select revision from partners union all select revision from fact_sheets union all select revision from agreements union all
          select revision from exercises union all select revision from fms_sales union all select revision from dcs_sales union all
          select revision from force_posture union all select revision from peacekeeping union all select revision from assistance union all select revision from objectives) r
        """;

    public async ValueTask InitializeAsync() => await Run(Earlier);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("antediluvian")]
    [InlineData("quondam")]
    public async Task A_text_of_an_earlier_edition_is_found_as_of_then_and_not_now(string query)
    {
        Assert.Empty(await api.Ids($"/search?q={query}"));
        Assert.Empty(await api.Ids($"/search?q={query}&asOf=2015-03-01"));
        Assert.Equal(["us-japan-sofa"], await api.Ids($"/search?q={query}&asOf=2018-05-20"));
        Assert.Empty(await api.Ids($"/search?q={query}&asOf=2018-05-21"));
    }

    [Fact]
    public async Task A_hit_as_of_a_date_leads_to_what_stood_on_it()
    {
        var hits = (await api.Read("/search?q=forces%20agreement&asOf=2016-01-01"))["items"]!.AsArray();
        var hit = Assert.Single(hits)!;
        Assert.Equal("/agreements/us-japan-sofa?asOf=2016-01-01", (string?)hit["url"]);
        Assert.Equal(("2015-03-02", "2018-05-21"), ((string?)hit["statedFrom"], (string?)hit["statedUntil"]));
        Assert.Equal((string?)hit["title"], (string?)(await api.Read((string)hit["url"]!))["name"]);
        Assert.Equal("/agreements/us-japan-sofa", (string?)(await api.Read("/search?q=sofa"))["items"]![0]!["url"]);
    }

    [Fact]
    public async Task Fact_sheets_are_found_from_their_publication_and_partners_always()
    {
        Assert.Equal(["KOR", "PRK"], (await api.Ids("/search?q=korea&asOf=2015-03-01")).Order());
        Assert.Contains("kor-2015-03-02", await api.Ids("/search?q=korea&asOf=2015-03-02"));
        foreach (var hit in (await api.Read("/search?q=korea&asOf=2015-03-02"))["items"]!.AsArray())
        {
            await api.Read((string)hit!["url"]!);
        }
    }

    [Fact]
    public async Task What_is_misspelled_is_near_to_what_stood_on_the_date()
    {
        Assert.Equal(["us-japan-sofa"], await api.Ids("/search?q=quondm&asOf=2016-01-01"));
        Assert.Empty(await api.Ids("/search?q=quondm"));
    }

    [Fact]
    public async Task A_correction_counts_and_is_found_and_putting_the_same_again_does_not()
    {
        var seed = await File.ReadAllTextAsync(Repository.PathOf("db/seed/jpn-2018-05-21.sql"), TestContext.Current.CancellationToken);
        await Run(seed);
        var before = (int)(await Run(RevisionsSql))!;
        await Run(seed + Earlier);
        await Run("""
            update fact_sheets set title = title; update agreements set name = name; update exercises set name = name;
            update fms_sales set kind = kind; update dcs_sales set kind = kind; update force_posture set kind = kind;
            update peacekeeping set name = name; update objectives set title = title; update assistance set program = program; update partners set name = name;
            """);
        Assert.Equal(before, (int)(await Run(RevisionsSql))!);

        await Run("update exercises set name = 'Malabar Perennial' where id = 'malabar'");
        Assert.Equal(before + 1, (int)(await Run(RevisionsSql))!);
        Assert.Equal(["malabar"], await api.Ids("/search?q=perennial"));
        await Run(seed);
        Assert.Equal(before + 2, (int)(await Run(RevisionsSql))!);
        Assert.Empty(await api.Ids("/search?q=perennial"));
    }

    private async Task<object?> Run(string sql)
    {
        await using var command = api.Database.CreateCommand(sql);
        var found = await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
        api.Told();
        return found;
    }
}
