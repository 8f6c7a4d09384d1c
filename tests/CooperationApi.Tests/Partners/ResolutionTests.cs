using System.Net;
using System.Text.Json.Nodes;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Partners;

public sealed class ResolutionTests(Api api) : IClassFixture<Api>
{
    [Theory]
    [InlineData("jpn", "jpn", "JPN", "Japan", "JPN", "alpha3")]
    [InlineData("jP", "jp", "JPN", "Japan", "JP", "alpha2")]
    [InlineData("392", "392", "JPN", "Japan", "392", "numeric")]
    [InlineData("JAPAN", "japan", "JPN", "Japan", "Japan", "name")]
    [InlineData("rok", "rok", "KOR", "Republic of Korea", "ROK", "alternativeName")]
    [InlineData("Czech republic", "czechrepublic", "CZE", "Czechia", "Czech Republic", "alternativeName")]
    [InlineData("burma", "burma", "MMR", "Myanmar", "Burma", "formerName")]
    [InlineData("Siam", "siam", "THA", "Thailand", "Siam", "formerName")]
    [InlineData("turkey", "turkey", "TUR", "Türkiye", "Turkey", "formerName")]
    [InlineData("turkiye", "turkiye", "TUR", "Türkiye", "Türkiye", "name")]
    [InlineData("COTE D’IVOIRE", "cotedivoire", "CIV", "Côte d'Ivoire", "Côte d'Ivoire", "name")]
    [InlineData("south-korea", "southkorea", "KOR", "Republic of Korea", "South Korea", "alternativeName")]
    [InlineData("the Philippines", "thephilippines", "PHL", "Philippines", "Philippines", "name")]
    [InlineData("the kingdom", "thekingdom", "SAU", "Saudi Arabia", "the Kingdom", "alternativeName")]
    public async Task Says_which_spelling_was_met_and_of_what_kind_it_is(
        string name, string folded, string partner, string called, string spelling, string kind)
    {
        var resolution = await Resolve(name);
        Assert.Equal(name, (string?)resolution["name"]);
        Assert.Equal(folded, (string?)resolution["folded"]);
        var candidate = Assert.Single(resolution["candidates"]!.AsArray())!;
        Assert.Equal(
            (partner, called, spelling, kind),
            ((string?)candidate["partner"], (string?)candidate["name"], (string?)candidate["spelling"], (string?)candidate["kind"]));
        Assert.Empty(resolution["near"]!.AsArray());
    }

    [Theory]
    [InlineData("Czechoslovakia", "CZE,SVK")]
    [InlineData("yugoslavia", "BIH,HRV,MKD,MNE,SRB,SVN")]
    [InlineData("Soviet Union", "ARM,AZE,BLR,EST,GEO,KAZ,KGZ,LTU,LVA,MDA,RUS,TJK,TKM,UKR,UZB")]
    [InlineData("U.S.S.R.", "ARM,AZE,BLR,EST,GEO,KAZ,KGZ,LTU,LVA,MDA,RUS,TJK,TKM,UKR,UZB")]
    public async Task Returns_all_whom_a_name_may_mean_and_guesses_none(string name, string partners)
    {
        var resolution = await Resolve(name);
        Assert.Equal(partners, Codes(resolution["candidates"]!));
        Assert.All(resolution["candidates"]!.AsArray(), candidate => Assert.Equal("formerName", (string?)candidate!["kind"]));
        Assert.Empty(resolution["near"]!.AsArray());

        var (status, body) = await api.Get($"/agreements?partner={Uri.EscapeDataString(name)}");
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("ambiguous", (string?)body["errors"]![0]!["code"]);
        Assert.Equal(partners, string.Join(',', body["errors"]![0]!["didYouMean"]!.AsArray()));
    }

    [Theory]
    [InlineData("Jappan", "JPN Japan Japan")]
    [InlineData("Yugoslavya", "BIH Bosnia and Herzegovina Yugoslavia", "HRV Croatia Yugoslavia", "MKD North Macedonia Yugoslavia",
        "MNE Montenegro Yugoslavia", "SRB Serbia Yugoslavia", "SVN Slovenia Yugoslavia")]
    [InlineData("Atlantis")]
    [InlineData("日本")]
    public async Task Where_none_is_met_says_what_is_near_and_is_no_404(string name, params string[] near)
    {
        var resolution = await Resolve(name);
        Assert.Empty(resolution["candidates"]!.AsArray());
        Assert.Equal(near, resolution["near"]!.AsArray().Select(one => $"{one!["partner"]} {one["name"]} {one["spelling"]}"));
    }

    [Fact]
    public async Task A_partner_that_is_met_by_several_spellings_is_one_candidate()
    {
        await using var command = api.Database.CreateCommand("""
            insert into partner_aliases (partner, position, alias, kind)
            values ('WSM', 50, 'ws.', 'former'), ('TON', 50, 'the TO', 'alternative'), ('TON', 51, 'W.S.', 'alternative')
            """);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        api.Told();
        Assert.Equal(
            ["TON alternativeName", "WSM alpha2"],
            (await Resolve("WS"))["candidates"]!.AsArray().Select(one => $"{one!["partner"]} {one["kind"]}"));
        Assert.Equal("alpha2", (string?)Assert.Single((await Resolve("the to"))["candidates"]!.AsArray())!["kind"]);
    }

    [Fact]
    public async Task Cannot_do_without_a_name()
    {
        var (status, body) = await api.Get("/partners/resolve");
        Assert.Equal(HttpStatusCode.BadRequest, status);
        var fault = Assert.Single(body["errors"]!.AsArray())!;
        Assert.Equal(("name", "missing"), ((string?)fault["parameter"], (string?)fault["code"]));
        Assert.Equal("name must be given: a text of at most 200 characters with a letter or a digit in it, such as Czechoslovakia.", (string?)fault["detail"]);
    }

    [Fact]
    public async Task A_name_that_is_misspelled_as_a_parameter_is_unknown_and_missing() => Assert.Equal(
        [("Name", "unknownParameter"), ("name", "missing")], await api.Faults("/partners/resolve?Name=Japan"));

    [Theory]
    [InlineData("?name=", "invalidValue")]
    [InlineData("?name=%20!", "invalidValue")]
    [InlineData("?name=Japan&name=Korea", "repeated")]
    public async Task Refuses_what_is_no_name(string query, string code) =>
        Assert.Equal(("name", code), Assert.Single(await api.Faults($"/partners/resolve{query}")));

    [Fact]
    public async Task The_document_says_that_the_name_is_required_and_gives_one()
    {
        var parameter = Assert.Single((await api.Read("/openapi.json"))["paths"]!["/partners/resolve"]!["get"]!["parameters"]!.AsArray())!;
        Assert.True((bool)parameter["required"]!);
        Assert.Equal("Czechoslovakia", (string?)parameter["example"]);
        Assert.Null(parameter["schema"]!["default"]);
    }

    private Task<JsonNode> Resolve(string name) => api.Read($"/partners/resolve?name={Uri.EscapeDataString(name)}");

    private static string Codes(JsonNode candidates) => string.Join(',', candidates.AsArray().Select(one => (string?)one!["partner"]));
}
