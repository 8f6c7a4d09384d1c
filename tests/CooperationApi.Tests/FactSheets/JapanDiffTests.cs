using System.Text.Json.Nodes;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.FactSheets;

/// <summary>What changed from one sheet on Japan to the next, written out by hand from what was read of the sheets.</summary>
public sealed class JapanDiffTests(SeededApi api) : IClassFixture<SeededApi>
{
    private const string Dcs = "/sales/dcs/jpn-dcs-authorized-2013-2018";
    private const string Fms = "/sales/fms/jpn-fms-active-cases";

    // Of the sheet of 2017 only two figures are quoted, of which that of active cases and its articles are the same in 2018.
    private static readonly string[] From2017To2018 =
    [
        "new /agreements/us-japan-security-treaty",
        "new /agreements/us-japan-sofa",
        "new /agreements/us-japan-special-measures-agreement",
        "new /assistance/jpn-gpoi",
        "new /exercises/keen-sword",
        "new /exercises/malabar",
        "new /force-posture/jpn-dod-civilians",
        "new /force-posture/jpn-f-35",
        "new /force-posture/jpn-family-members",
        "new /force-posture/jpn-us-military-personnel",
        "new /force-posture/jpn-uss-ronald-reagan-csg",
        "new /objectives/indo-pacific-maritime-governance",
        "new /objectives/us-japan-alliance",
        "new /objectives/us-japan-rok-trilateral",
        "new /peacekeeping/jpn-gpoi-exercises",
        "new /peacekeeping/jpn-gpoi-regional-training",
        "new /peacekeeping/jpn-gpoi-un-training",
        "new /peacekeeping/jpn-un-capacity-building",
        $"changed {Dcs}/amount over $14.4 billion > stated 16.0 billion",
        $"new {Dcs}/categories/Aircraft and parts",
        $"dropped {Dcs}/categories/Aircraft parts",
        $"new {Dcs}/categories/Fire control, range finder, optical, and related items",
        $"changed {Dcs}/categories/Gas turbine engines and associated equipment",
        $"new {Dcs}/categories/Launch vehicles, missiles, and related items",
        $"dropped {Dcs}/categories/Launch vehicles, spacecraft systems, missiles",
        $"changed {Dcs}/period",
    ];

    // What both state and what differs; the rest of the sheet of 2018 is dropped, as far as the beginning that was read tells.
    private static readonly string[] StatedAgainFrom2018 =
    [
        "changed /force-posture/jpn-us-military-personnel/count stated 54,000 > about 55,000",
        $"changed {Fms}/amount stated $19.6 billion > over $20 billion",
        $"dropped {Fms}/articles/AIM-120",
        $"dropped {Fms}/articles/Aegis Combat System",
        $"dropped {Fms}/articles/E-2D",
        $"dropped {Fms}/articles/F-35",
        $"dropped {Fms}/articles/Global Hawk UAS",
        $"dropped {Fms}/articles/KC-46",
        $"dropped {Fms}/articles/MV-22",
        $"dropped {Fms}/articles/SM-3 Block IIA",
        $"dropped {Fms}/articles/UGM-84",
    ];

    private static readonly string[] Unread =
    [
        "dropped /agreements/us-japan-sofa",
        "dropped /agreements/us-japan-special-measures-agreement",
        "dropped /assistance/jpn-gpoi",
        "dropped /exercises/keen-sword",
        "dropped /exercises/malabar",
        "dropped /force-posture/jpn-dod-civilians",
        "dropped /force-posture/jpn-family-members",
        "dropped /objectives/indo-pacific-maritime-governance",
        "dropped /objectives/us-japan-alliance",
        "dropped /objectives/us-japan-rok-trilateral",
        "dropped /peacekeeping/jpn-gpoi-exercises",
        "dropped /peacekeeping/jpn-gpoi-regional-training",
        "dropped /peacekeeping/jpn-gpoi-un-training",
        "dropped /peacekeeping/jpn-un-capacity-building",
        $"dropped {Dcs}",
    ];

    private static readonly string[] Restated =
    [
        "restated /agreements/us-japan-security-treaty",
        "restated /force-posture/jpn-f-35",
        "restated /force-posture/jpn-uss-ronald-reagan-csg",
    ];

    [Fact]
    public async Task From_2017_to_2018()
    {
        Assert.Equal(From2017To2018, await Lines("/fact-sheets/jpn-2017/diff?to=jpn-2018-05-21"));
        Assert.Equal([$"restated {Fms}"], await Lines("/fact-sheets/jpn-2017/diff?to=jpn-2018-05-21&kind=restated"));
        Assert.Equal(From2017To2018, await Lines("/partners/JPN/diff?from=2017-12-31&to=2018-12-31"));
    }

    [Fact]
    public async Task From_2018_to_the_latest()
    {
        Assert.Equal(Sorted(StatedAgainFrom2018.Concat(Unread)), await Lines("/fact-sheets/jpn-2018-05-21/diff"));
        Assert.Equal(Restated, await Lines("/fact-sheets/jpn-2018-05-21/diff?kind=restated"));
        Assert.Equal(
            [
                "Only the beginning of jpn-state-current was read: what is dropped may be stated in what was not read.",
                "That jpn-state-current is of 2020 is an estimate.",
            ],
            (await api.Read("/fact-sheets/jpn-2018-05-21/diff"))["caveats"]!.AsArray().Select(caveat => (string)caveat!));
    }

    [Fact]
    public async Task From_2018_to_today_what_no_later_sheet_states_stands_as_it_was()
    {
        Assert.Equal(StatedAgainFrom2018, await Lines("/partners/Japan/diff?from=2018-12-31"));
        Assert.Equal(Restated, await Lines("/partners/Japan/diff?from=2018-12-31&kind=restated"));
    }

    [Fact]
    public async Task From_2017_to_the_latest_the_sheet_of_2018_has_no_say() => Assert.Equal(
        $"changed {Fms}/amount stated $19.6 billion > over $20 billion",
        Assert.Single(await Lines("/fact-sheets/jpn-2017/diff?kind=changed&kind=qualifierChanged")));

    private static IEnumerable<string> Sorted(IEnumerable<string> lines) =>
        lines.OrderBy(line => line.Split(' ', 2)[1].Replace(" stated ", "\u0001", StringComparison.Ordinal), StringComparer.Ordinal);

    private async Task<IEnumerable<string>> Lines(string path)
    {
        var lines = new List<string>();
        for (var next = path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "limit=7"; next is not null;)
        {
            var page = await api.Read(next);
            lines.AddRange(page["items"]!.AsArray().Select(item => $"{item!["kind"]} {item["path"]}{Figures(item)}"));
            next = (string?)page["next"];
        }

        return lines;
    }

    private static string Figures(JsonNode item) => item["before"] is JsonObject before && item["after"] is JsonObject after && before.ContainsKey("qualifier")
        ? $" {before["qualifier"]} {before["asStated"]} > {after["qualifier"]} {after["asStated"]}"
        : "";
}
