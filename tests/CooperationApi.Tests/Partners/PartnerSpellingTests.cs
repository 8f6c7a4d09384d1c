using System.Net;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Partners;

public sealed class PartnerSpellingTests(Api api) : IClassFixture<Api>
{
    [Theory]
    [InlineData("JPN", "JPN")]
    [InlineData("jpn", "JPN")]
    [InlineData("japan", "JPN")]
    [InlineData("JP", "JPN")]
    [InlineData("392", "JPN")]
    [InlineData("ROK", "KOR")]
    [InlineData("South Korea", "KOR")]
    [InlineData("south-korea", "KOR")]
    [InlineData("kr", "KOR")]
    [InlineData("410", "KOR")]
    [InlineData("Republic of Korea", "KOR")]
    [InlineData("Côte d’Ivoire", "CIV")]
    [InlineData("cote d'ivoire", "CIV")]
    [InlineData("U.S.", "USA")]
    [InlineData("Türkiye", "TUR")]
    [InlineData("TECRO", "TWN")]
    [InlineData("the Philippines", "PHL")]
    [InlineData("the Kingdom", "SAU")]
    [InlineData("Great Britain", "GBR")]
    [InlineData("DPRK", "PRK")]
    public async Task A_spelling_resolves_in_a_path_and_in_a_filter(string spelling, string code)
    {
        var escaped = Uri.EscapeDataString(spelling);
        Assert.Equal(code, (string?)(await api.Read($"/partners/{escaped}"))["id"]);
        Assert.Equal([code], await api.Ids($"/partners?partner={escaped}"));
    }

    [Theory]
    [InlineData("Japn", "JPN")]
    [InlineData("Jappan", "JPN")]
    [InlineData("Soth Korea", "KOR")]
    public async Task A_misspelling_is_refused_with_what_may_be_meant(string spelling, string code)
    {
        var (status, body) = await api.Get($"/agreements?partner={Uri.EscapeDataString(spelling)}");
        Assert.Equal(HttpStatusCode.BadRequest, status);
        var fault = Assert.Single(body["errors"]!.AsArray())!;
        Assert.Equal("partner", (string?)fault["parameter"]);
        Assert.Equal(code, (string?)fault["didYouMean"]![0]);
    }

    [Fact]
    public async Task Every_country_of_ISO_3166_1_is_there() =>
        Assert.Equal(249, (int)(await api.Read("/partners?count=exact"))["total"]!);

    [Fact]
    public async Task Any_code_or_name_of_any_partner_resolves_to_it_alone_unless_it_is_shared()
    {
        var owners = new List<(string Spelling, string Partner)>();
        for (var next = "/partners?limit=200"; next is not null;)
        {
            var page = await api.Read(next);
            owners.AddRange(page["items"]!.AsArray().SelectMany(partner => partner!["aliases"]!.AsArray()
                .Concat([partner["alpha2"], partner["numeric"], partner["name"]])
                .Select(spelling => ((string)spelling!, (string)partner["id"]!))));
            next = (string?)page["next"];
        }

        foreach (var spelled in owners.GroupBy(owner => owner.Spelling, owner => owner.Partner))
        {
            var (status, body) = await api.Get($"/partners/{Uri.EscapeDataString(spelled.Key)}");
            var resolved = status == HttpStatusCode.OK ? [(string?)body["id"]] : body["didYouMean"]!.AsArray().Select(code => (string?)code);
            Assert.Equal(spelled.Order(), resolved);
            Assert.Equal(spelled.Count() == 1, status == HttpStatusCode.OK);
        }
    }
}
