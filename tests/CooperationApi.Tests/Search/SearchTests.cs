using System.Net;
using System.Text.Json.Nodes;
using CooperationApi.Tests.Testing;
using CsCheck;

namespace CooperationApi.Tests.Search;

public sealed class SearchTests(Api api) : IClassFixture<Api>
{
    private const int Queries = 2_000;

    private static readonly string[] Words =
    [
        "japan", "aegis", "F35", "F-35", "keensword", "keen", "sword", "malabr", "agis", "of", "the", "U.S.", "us", "a", "5",
        "côte", "d’ivoire", "日本", "-", "\"", "“", "”", ":*", "&", "|", "!", "<->", "<1000>", "(", ")", "'", "''", "\\", "\\'",
        "%", "_", "%%%", "*", "a:*", "!a", "a&b|!c", "ͺ", "ﬁ", "\u0301", "🙂", "\u202E", "x'y", "$1", "@words", "{}", "{a,b}",
        "NULL", "E'\\n'", new string('z', 120), new string('-', 60),
    ];

    [Theory]
    [InlineData("aegis", "jpn-fms-active-cases")]
    [InlineData("AEGIS", "jpn-fms-active-cases")]
    [InlineData("\"status of forces\"", "us-japan-sofa")]
    [InlineData("“status of forces”", "us-japan-sofa")]
    [InlineData("F35", "jpn-f-35")]
    [InlineData("F-35", "jpn-f-35")]
    [InlineData("F 35", "jpn-f-35")]
    [InlineData("f–35", "jpn-f-35")]
    [InlineData("keensword", "keen-sword")]
    [InlineData("keen sword", "keen-sword")]
    [InlineData("keen-sword", "keen-sword")]
    [InlineData("SM3", "jpn-fms-active-cases")]
    [InlineData("E2D", "jpn-fms-active-cases")]
    [InlineData("U.S.–Japan", "us-japan-security-treaty")]
    [InlineData("us japan treaty", "us-japan-security-treaty")]
    [InlineData("côte d’ivoire", "CIV")]
    [InlineData("cote d'ivoire", "CIV")]
    [InlineData("COTE DIVOIRE", "CIV")]
    [InlineData("ROK", "KOR")]
    [InlineData("interoperable exercise", "keen-sword")]
    [InlineData("missiles launch", "jpn-dcs-authorized-2013-2018")]
    [InlineData("capacity building contributor", "jpn-un-capacity-building")]
    [InlineData("medical engineering", "jpn-un-capacity-building")]
    [InlineData("ballistic missile program", "us-japan-rok-trilateral")]
    [InlineData("\"security cooperation with japan\"", "jpn-2018-05-21")]
    [InlineData("foreign military sales", "jpn-fms-active-cases")]
    [InlineData("GPOI", "jpn-gpoi-exercises")]
    [InlineData("54,000", "jpn-us-military-personnel")]
    [InlineData("19.6", "jpn-fms-active-cases")]
    [InlineData("the treaty of", "us-japan-security-treaty")]
    [InlineData("missil", "jpn-fms-active-cases")]
    public async Task What_is_asked_for_is_found_however_it_is_typed(string query, string id)
    {
        var hits = await Hits(query);
        Assert.Contains(id, hits.Select(hit => (string)hit["id"]!));
        Assert.All(hits, hit => Assert.Equal("exact", (string?)hit["match"]));
    }

    [Theory]
    [InlineData("malabr", "malabar")]
    [InlineData("agis", "jpn-fms-active-cases")]
    [InlineData("harpon", "jpn-fms-active-cases")]
    [InlineData("jappan agis", "jpn-fms-active-cases")]
    [InlineData("\"satus of forces\"", "us-japan-sofa")]
    public async Task What_is_mistyped_is_found_as_near(string query, string id)
    {
        var hits = await Hits(query);
        Assert.Equal(id, (string?)hits[0]["id"]);
        Assert.All(hits, hit => Assert.Equal("near", (string?)hit["match"]));
        Assert.NotEmpty(hits[0]["highlight"]!["marks"]!.AsArray());
    }

    [Theory]
    [InlineData("aegis", "articles.name", "Aegis Combat System", "Aegis")]
    [InlineData("keensword", "name", "Keen Sword", "Keen Sword")]
    [InlineData("F35", "asset.designation", "F-35", "F-35")]
    [InlineData("treaties", "name", "U.S.-Japan Security Treaty", "Treaty")]
    [InlineData("“status of forces”", "name", "U.S.-Japan Status of Forces Agreement", "Status of Forces")]
    [InlineData("agis", "articles.name", "Aegis Combat System", "Aegis")]
    [InlineData("cote d'ivoire", "name", "Côte d'Ivoire", "Côte d'Ivoire")]
    [InlineData("special japan", "name", "U.S.-Japan Special Measures Agreement", "Japan Special")]
    [InlineData("japan measures", "name", "U.S.-Japan Special Measures Agreement", "Japan", "Measures")]
    public async Task A_hit_shows_the_text_that_matches_and_marks_the_words(string query, string field, string text, params string[] marks)
    {
        var shown = (await Hits(query)).Select(hit => hit["highlight"]!)
            .First(shown => ((string?)shown["field"], (string?)shown["text"]) == (field, text));
        Assert.Equal(marks, shown["marks"]!.AsArray().Select(mark => text.Substring((int)mark!["start"]!, (int)mark["length"]!)));
    }

    [Fact]
    public async Task All_words_are_in_one_record_though_in_several_of_its_texts()
    {
        Assert.Equal(["jpn-fms-active-cases"], await Ids("japan aegis"));
        Assert.Equal(["malabar"], await Ids("malabar india japan"));
        Assert.Empty(await Ids("malabar aegis"));
        Assert.DoesNotContain("USA", await Ids("sofa"));
        Assert.Empty(await Ids("\"forces status\" agreement"));
    }

    [Theory]
    [InlineData("japan")]
    [InlineData("agreement")]
    [InlineData("the")]
    [InlineData("peacekeeping training")]
    [InlineData("jappan")]
    [InlineData("35")]
    public async Task Facets_count_what_all_pages_hold(string query)
    {
        var first = await api.Read($"/search?q={Uri.EscapeDataString(query)}&limit=3&count=exact");
        var hits = await Hits(query);
        Assert.NotEmpty(hits);
        Assert.Equal(hits.Count, (int?)first["total"]);
        Assert.Equal(Counts(hits.Select(hit => (string)hit["resource"]!)), Facet(first, "resource"));
        Assert.Equal(Counts(hits.SelectMany(hit => hit["partners"]!.AsArray().Select(one => (string)one!))), Facet(first, "partner"));
    }

    [Fact]
    public async Task A_filter_narrows_what_is_found_and_changes_nothing_else()
    {
        var all = await Hits("japan");
        foreach (var resource in Facet(await api.Read("/search?q=japan"), "resource").Select(facet => facet.Value))
        {
            var hits = await Hits("japan", $"&resource={resource}");
            Assert.Equal(
                all.Where(hit => (string?)hit["resource"] == resource).Select(hit => hit.ToJsonString()),
                hits.Select(hit => hit.ToJsonString()));
        }

        var indian = await Hits("japan", "&partner=india");
        Assert.Equal(["malabar"], indian.Select(hit => (string?)hit["id"]));
        Assert.Equal(["JPN"], (await Hits("japan", "&partner=JPN&resource=partners")).Select(hit => (string?)hit["id"]));
        Assert.Empty(await Hits("malabr", "&resource=sales/fms"));
    }

    [Theory]
    [InlineData("japan")]
    [InlineData("forces")]
    [InlineData("republic")]
    [InlineData("agis")]
    public async Task A_hit_is_what_its_url_answers_and_ranks_fall(string query)
    {
        var hits = await Hits(query);
        Assert.NotEmpty(hits);
        Assert.Equal(hits.Select(hit => (double)hit["rank"]!).OrderDescending(), hits.Select(hit => (double)hit["rank"]!));
        Assert.Equal(hits.Count, hits.Select(hit => (string)hit["url"]!).Distinct().Count());
        foreach (var hit in hits)
        {
            var record = await api.Read((string)hit["url"]!);
            Assert.Equal((string?)hit["id"], (string?)record["id"]);
            Assert.InRange((double)hit["rank"]!, 0.0001, 1);
            Assert.Equal((string?)record["statedFrom"] ?? (string?)record["published"], (string?)hit["statedFrom"]);
            if (((record["name"] ?? record["title"] ?? record["asset"]?["name"])?.ToString()) is { } name)
            {
                Assert.Equal(name, (string?)hit["title"]);
            }
        }
    }

    [Fact]
    public async Task Titles_weigh_most()
    {
        Assert.Equal("JPN", (await Ids("japan"))[0]);
        Assert.Equal("us-japan-sofa", (await Ids("\"status of forces\""))[0]);
        Assert.Equal("malabar", (await Ids("malabar"))[0]);
    }

    [Fact]
    public async Task Hits_sort_by_rank_title_or_date()
    {
        var titles = (await Hits("agreement", "&sort=title")).Select(hit => (string)hit["title"]!).ToList();
        Assert.Equal(["U.S.-Japan Special Measures Agreement", "U.S.-Japan Status of Forces Agreement"], titles);
        var ranks = (await Hits("japan", "&sort=rank")).Select(hit => (double)hit["rank"]!).ToList();
        Assert.Equal(ranks.Order(), ranks);
        foreach (var sort in new[] { "statedFrom", "-statedFrom" })
        {
            Assert.Equal("JPN", (await Ids("japan", $"&sort={sort}"))[^1]);
        }
    }

    [Theory]
    [InlineData("/search", "q", "missing")]
    [InlineData("/search?q=", "q", "invalidValue")]
    [InlineData("/search?q=-", "q", "invalidValue")]
    [InlineData("/search?q=a&q=b", "q", "repeated")]
    [InlineData("/search?q=a&resource=sales", "resource", "unknownValue")]
    [InlineData("/search?q=a&asOf=2018", "asOf", "invalidValue")]
    public async Task What_cannot_be_searched_is_a_fault(string path, string parameter, string code) =>
        Assert.Equal((parameter, code), Assert.Single(await api.Faults(path)));

    [Fact]
    public async Task A_query_without_q_is_told_all_its_faults_and_an_example()
    {
        var (status, body) = await api.Get("/search?limt=1&sort=size");
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(["limt", "q", "sort"], body["errors"]!.AsArray().Select(fault => (string)fault!["parameter"]!).Order());
        Assert.Contains("such as aegis", body.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zzyzx", "holds all of 'zzyzx'")]
    [InlineData("malabar aegis", "holds all of 'malabar aegis'")]
    [InlineData("aegis&resource=exercises", "found in sales/fms")]
    public async Task An_empty_search_says_why(string query, string why)
    {
        var page = await api.Read($"/search?q={query}");
        Assert.Empty(page["items"]!.AsArray());
        Assert.Empty(page["facets"]!["resource"]!.AsArray());
        Assert.Empty(page["facets"]!["partner"]!.AsArray());
        Assert.Equal("noMatch", (string?)page["why"]!["code"]);
        Assert.Contains(why, (string)page["why"]!["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_query_is_a_failure_and_marks_lie_in_their_texts()
    {
        var word = Gen.OneOf(Gen.OneOf(Words), Gen.String[0, 12]);
        await word.Array[1, 4].SampleAsync(async words => await Check(string.Join(' ', words)), iter: Queries, threads: 4);
    }

    private static List<(string Value, int Count)> Counts(IEnumerable<string> values) =>
        [.. values.GroupBy(value => value).Select(same => (same.Key, same.Count()))
            .OrderByDescending(facet => facet.Item2).ThenBy(facet => facet.Key, StringComparer.Ordinal)];

    private static List<(string Value, int Count)> Facet(JsonNode page, string name) =>
        [.. page["facets"]![name]!.AsArray().Select(facet => ((string)facet!["value"]!, (int)facet["count"]!))];

    private async Task Check(string query)
    {
        var written = Uri.EscapeDataString(System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(query)));
        using var response = await api.Client.GetAsync(new Uri($"/search?q={written}&limit=2", UriKind.Relative), CancellationToken.None);
        var body = await response.Content.ReadAsStringAsync(CancellationToken.None);
        Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{written}: {(int)response.StatusCode} {body}");
        foreach (var shown in JsonNode.Parse(body)!["items"]?.AsArray().Select(hit => hit!["highlight"]!) ?? [])
        {
            var end = 0;
            foreach (var mark in shown["marks"]!.AsArray())
            {
                Assert.True((int)mark!["start"]! >= end && (int)mark["length"]! > 0, body);
                end = (int)mark["start"]! + (int)mark["length"]!;
            }

            Assert.True(end <= ((string)shown["text"]!).Length, body);
        }
    }

    private async Task<IReadOnlyList<string>> Ids(string query, string more = "") =>
        [.. (await Hits(query, more)).Select(hit => (string)hit["id"]!)];

    /// <summary>All hits, read page by page.</summary>
    private async Task<List<JsonNode>> Hits(string query, string more = "")
    {
        var hits = new List<JsonNode>();
        for (var next = $"/search?q={Uri.EscapeDataString(query)}&limit=3{more}"; next is not null;)
        {
            var page = await api.Read(next);
            hits.AddRange(page["items"]!.AsArray().Select(hit => hit!));
            next = (string?)page["next"];
        }

        return hits;
    }
}
