using System.Net;
using System.Text.Json.Nodes;
using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Partners;

public sealed class AmbiguousSpellingTests(Api api) : IClassFixture<Api>
{
    [Fact]
    public async Task A_spelling_of_several_partners_is_refused_with_all_of_them()
    {
        await using var command = api.Database.CreateCommand(
            "insert into partner_aliases (partner, position, alias) values ('PRK', 50, 'Choson'), ('KOR', 50, 'Chosŏn')");
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        api.Told();
        var (_, body) = await api.Get("/agreements?partner=choson");
        var fault = Assert.Single(body["errors"]!.AsArray())!;
        Assert.Equal("ambiguous", (string?)fault["code"]);
        Assert.Equal(["KOR", "PRK"], fault["didYouMean"]!.AsArray().Select(code => (string?)code));
    }

    [Fact]
    public async Task A_path_of_several_partners_is_a_404_with_all_of_them()
    {
        await using var command = api.Database.CreateCommand(
            "insert into partner_aliases (partner, position, alias) values ('FRA', 50, 'Ruritania'), ('AUT', 50, 'ruritania')");
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        api.Told();
        var (status, body) = await api.Get("/partners/Ruritania");
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Equal(["AUT", "FRA"], body["didYouMean"]!.AsArray().Select(code => (string?)code));
    }

    [Fact]
    public async Task A_code_is_no_alias_of_another_partner()
    {
        var key = await api.Key(Role.Admin);
        Assert.Equal(
            [("/aliases/0", "conflict"), ("/aliases/2", "conflict"), ("/aliases/3", "conflict")],
            (await api.Patch("/partners/PRK", """{"aliases":["usa","PRK","U.S.","392"]}""", key, ("If-Match", "*"))).Faults.Order());

        var alias = await api.Patch("/partners/PRK", """{"aliases":["XYZ","999"]}""", key, ("If-Match", "*"));
        Assert.Equal(200, alias.Status);
        Assert.Equal([("/id", "conflict"), ("/numeric", "conflict")], (await api.Post(
            "/partners", JsonNode.Parse("""{"id":"XYZ","alpha2":"XY","numeric":"999","name":"Y"}""")!, key)).Faults.Order());
    }
}
