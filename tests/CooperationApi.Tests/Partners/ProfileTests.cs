using System.Text.Json.Nodes;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Partners;

public sealed class ProfileTests(Api api) : IClassFixture<Api>
{
    private static readonly Dictionary<string, string> Sections = new()
    {
        ["factSheets"] = "/fact-sheets",
        ["objectives"] = "/objectives",
        ["forcePosture"] = "/force-posture",
        ["exercises"] = "/exercises",
        ["fmsSales"] = "/sales/fms",
        ["dcsSales"] = "/sales/dcs",
        ["assistance"] = "/assistance",
        ["peacekeeping"] = "/peacekeeping",
        ["agreements"] = "/agreements",
    };

    [Fact]
    public async Task Holds_each_record_just_as_its_own_resource_does()
    {
        var profile = await api.Read("/partners/japan/profile");
        foreach (var (section, resource) in Sections)
        {
            var listed = (await api.Read($"{resource}?partner=JPN"))["items"]!.AsArray();
            Assert.NotEmpty(listed);
            Assert.Equal(listed.Select(Text), profile[section]!.AsArray().Select(Text));
        }
    }

    [Fact]
    public async Task Is_empty_before_anything_was_stated()
    {
        var profile = await api.Read("/partners/JPN/profile?asOf=2018-05-20");
        Assert.Equal("2018-05-20", (string?)profile["asOf"]);
        Assert.All(Sections.Keys, section => Assert.Empty(profile[section]!.AsArray()));
    }

    [Fact]
    public async Task Of_India_holds_the_exercise_that_it_takes_part_in()
    {
        var profile = await api.Read("/partners/IND/profile");
        Assert.Equal("malabar", (string?)Assert.Single(profile["exercises"]!.AsArray())!["id"]);
        Assert.Empty(profile["agreements"]!.AsArray());
    }

    private static string Text(JsonNode? node) => node!.ToJsonString();
}
