using System.Text.Json;
using System.Text.Json.Nodes;
using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.FactSheets;

/// <summary>Every fact of the fact sheet of 21 May 2018 against the endpoint that serves it.</summary>
public sealed class JapanFactSheetTests(Api api) : IClassFixture<Api>
{
    private const string Sheet = "jpn-2018-05-21";

    /// <summary>What records without a name are called in the list of facts.</summary>
    private static readonly Dictionary<string, string> Unnamed = new()
    {
        ["jpn-us-military-personnel"] = "Military personnel",
        ["jpn-dod-civilians"] = "Civilians of the Department of Defense",
        ["jpn-family-members"] = "Family members",
        ["jpn-fms-active-cases"] = "Active Foreign Military Sales cases",
        ["jpn-dcs-authorized-2013-2018"] = "Authorized Direct Commercial Sales",
        ["jpn-gpoi"] = "Global Peace Operations Initiative",
    };

    /// <summary>Path, member (steps joined by dots, * for each of a list), and what it must be, as JSON.</summary>
    public static TheoryData<string, string, string> Facts => new()
    {
        { "/fact-sheets/jpn-2018-05-21", "title", """ "U.S. Security Cooperation With Japan" """ },
        { "/fact-sheets/jpn-2018-05-21", "published", """ "2018-05-21" """ },
        { "/fact-sheets/jpn-2018-05-21", "publisher", """ "U.S. Department of State" """ },
        { "/fact-sheets/jpn-2018-05-21", "bureau", """ "Bureau of Political-Military Affairs" """ },
        { "/fact-sheets/jpn-2018-05-21", "contacts.office", """ "Office of Congressional and Public Affairs" """ },
        { "/fact-sheets/jpn-2018-05-21", "contacts.email", """ "PM-CPA@state.gov" """ },
        { "/fact-sheets/jpn-2018-05-21", "contacts.socialHandle", """ "@StateDeptPM" """ },
        { "/fact-sheets/jpn-2018-05-21", "sha256", """ "e77bf5d386e4bde29a9ae101162e3e45a0af010d168f2647b339b58cfba9271b" """ },

        { "/fact-sheets/jpn-2018-05-21", "partners", """ ["JPN"] """ },
        { "/fact-sheets/jpn-2018-05-21", "sourceUrl", """ "https://www.state.gov/t/pm/rls/fs/2018/281245.htm" """ },

        { "/objectives/us-japan-alliance", "parties", """ ["USA", "JPN"] """ },
        { "/objectives/indo-pacific-maritime-governance", "parties", """ ["USA", "JPN"] """ },
        { "/objectives/us-japan-rok-trilateral", "parties", """ ["USA", "JPN", "KOR"] """ },
        { "/objectives/us-japan-rok-trilateral", "concerns.*.partner", """ ["PRK", "PRK"] """ },
        { "/objectives/us-japan-rok-trilateral", "concerns.*.subject", """ ["Nuclear weapons program", "Ballistic missile program"] """ },
        { "/agreements/us-japan-security-treaty", "kind", """ "treaty" """ },
        { "/agreements/us-japan-security-treaty", "dated", """ "1960" """ },
        { "/agreements/us-japan-security-treaty", "parties", """ ["USA", "JPN"] """ },

        { "/force-posture/jpn-us-military-personnel", "host", """ "JPN" """ },
        { "/force-posture/jpn-us-military-personnel", "count", Quantity("54000", "53500", "54500", "people", "54,000") },
        { "/force-posture/jpn-dod-civilians", "count", Open("thousands") },
        { "/force-posture/jpn-family-members", "count", Open("thousands") },
        { "/force-posture/jpn-us-military-personnel", "category", """ "military" """ },
        { "/force-posture/jpn-dod-civilians", "host", """ "JPN" """ },
        { "/force-posture/jpn-dod-civilians", "category", """ "civilian" """ },
        { "/force-posture/jpn-family-members", "host", """ "JPN" """ },
        { "/force-posture/jpn-family-members", "category", """ "family" """ },
        { "/force-posture/jpn-uss-ronald-reagan-csg", "host", """ "JPN" """ },
        { "/force-posture/jpn-uss-ronald-reagan-csg", "category", """ "carrierStrikeGroup" """ },
        { "/force-posture/jpn-f-35", "host", """ "JPN" """ },
        { "/force-posture/jpn-f-35", "category", """ "aircraft" """ },
        { "/force-posture/jpn-f-35", "asset.name", """ "F-35 Joint Strike Fighter" """ },
        { "/force-posture/jpn-uss-ronald-reagan-csg", "asset.name", """ "USS Ronald Reagan carrier strike group" """ },
        { "/force-posture/jpn-f-35", "asset.designation", """ "F-35" """ },

        { "/exercises/keen-sword", "name", """ "Keen Sword" """ },
        { "/exercises/keen-sword", "participants.*.partner", """ ["USA", "JPN"] """ },
        { "/exercises/keen-sword", "participants.*.role", """ ["participant", "participant"] """ },
        { "/exercises/keen-sword", "participants.*.since", """ ["1997", "1997"] """ },
        { "/exercises/malabar", "name", """ "Malabar" """ },
        { "/exercises/keen-sword", "since", """ "1997" """ },
        { "/exercises/keen-sword", "cadence", """ "annual" """ },
        { "/exercises/keen-sword", "kind", """ "fieldTraining" """ },
        { "/exercises/keen-sword", "participants.*.organization", """ ["U.S. Forces Japan", "Japan Self-Defense Forces"] """ },
        { "/exercises/malabar", "participants.*.partner", """ ["USA", "IND", "JPN", "JPN"] """ },
        { "/exercises/malabar", "participants.*.role", """ ["participant", "participant", "participant", "permanentMember"] """ },
        { "/exercises/malabar", "participants.*.since", """ [null, null, "2007", "2015"] """ },
        { "/exercises/malabar", "format", """ "trilateral" """ },
        { "/exercises/malabar", "formatSince", """ "2015" """ },

        { "/sales/fms/jpn-fms-active-cases", "amount", Quantity("19600000000", "19550000000", "19650000000", "USD", "$19.6 billion") },
        { "/sales/fms/jpn-fms-active-cases", "kind", """ "stock" """ },
        { "/sales/fms/jpn-fms-active-cases", "stage", """ "active" """ },
        { "/sales/fms/jpn-fms-active-cases", "partners", """ ["JPN"] """ },
        {
            "/sales/fms/jpn-fms-active-cases", "articles.*.name", """
            ["F-35 Joint Strike Fighter", "Aegis Combat System", "E-2D Airborne Early Warning aircraft", "KC-46 tanker",
             "Global Hawk UAS", "MV-22 Osprey", "AIM-120 AMRAAM", "UGM-84 Harpoon", "SM-3 Block IIA"]
            """
        },
        {
            "/sales/fms/jpn-fms-active-cases", "articles.*.designation", """
            ["F-35", null, "E-2D", "KC-46", null, "MV-22", "AIM-120", "UGM-84", "SM-3 Block IIA"]
            """
        },
        {
            "/sales/fms/jpn-fms-active-cases", "articles.*.group", """
            ["platforms", "platforms", "platforms", "platforms", "platforms", "platforms", "missiles", "missiles", "missiles"]
            """
        },

        {
            "/sales/fms/jpn-fms-active-cases", "articles.*.asStated", """
            ["F-35 Joint Strike Fighter", "Aegis Combat System", "E-2D Airborne Early Warning Aircraft", "KC-46 Refueling Tanker",
             "Global Hawk Unmanned Aerial System (UAS)", "Osprey MV-22 Tilt-rotor Helicopter",
             "AIM 120 Advanced Medium-Range Air-to-Air Missile (AMRAAM)", "UGM-84 Harpoon",
             "SM-3 Block IIA Ballistic Missile Defense interceptor missiles"]
            """
        },
        { "/sales/fms/jpn-fms-active-cases", "measure", """ "activeCases" """ },
        { "/sales/fms/jpn-fms-active-cases", "period", "null" },

        { "/sales/dcs/jpn-dcs-authorized-2013-2018", "partners", """ ["JPN"] """ },
        { "/sales/dcs/jpn-dcs-authorized-2013-2018", "measure", """ "authorizations" """ },
        { "/sales/dcs/jpn-dcs-authorized-2013-2018", "amount", Quantity("16000000000", "15950000000", "16050000000", "USD", "16.0 billion") },
        { "/sales/dcs/jpn-dcs-authorized-2013-2018", "kind", """ "flow" """ },
        { "/sales/dcs/jpn-dcs-authorized-2013-2018", "stage", """ "authorized" """ },
        {
            "/sales/dcs/jpn-dcs-authorized-2013-2018", "period", """
            { "start": "2013", "startBasis": "calendarYear", "end": "2018-09-30", "endBasis": "date" }
            """
        },
        { "/sales/dcs/jpn-dcs-authorized-2013-2018", "categories.*.rank", "[1, 2, 3, 4, 5]" },
        {
            "/sales/dcs/jpn-dcs-authorized-2013-2018", "categories.*.name", """
            ["Aircraft and parts", "Military electronics", "Gas turbine engines and associated equipment",
             "Launch vehicles, missiles, and related items", "Fire control, range finder, optical, and related items"]
            """
        },
        { "/sales/dcs/jpn-dcs-authorized-2013-2018", "categories.*.usml", """ [["VIII"], ["XI"], ["XIX"], ["IV"], ["XII"]] """ },
        { "/sales/dcs/jpn-dcs-authorized-2013-2018", "categories.*.usmlStated", "[false, false, false, false, false]" },

        { "/peacekeeping/jpn-un-capacity-building", "partners", """ ["JPN"] """ },
        { "/peacekeeping/jpn-un-capacity-building", "program", "null" },
        { "/peacekeeping/jpn-un-capacity-building", "counterparts", """ [{ "partner": null, "organization": "United Nations" }] """ },
        { "/peacekeeping/jpn-gpoi-un-training", "partners", """ ["JPN"] """ },
        { "/peacekeeping/jpn-gpoi-un-training", "kind", """ "jointProgram" """ },
        { "/peacekeeping/jpn-gpoi-un-training", "counterparts.*.partner", """ ["USA", null] """ },
        {
            "/peacekeeping/jpn-gpoi-un-training", "counterparts.*.organization", """
            ["Bureau of Political-Military Affairs", "United Nations"]
            """
        },
        { "/peacekeeping/jpn-gpoi-regional-training", "partners", """ ["JPN"] """ },
        { "/peacekeeping/jpn-gpoi-regional-training", "kind", """ "jointProgram" """ },
        { "/peacekeeping/jpn-gpoi-regional-training", "program", """ "GPOI" """ },
        { "/peacekeeping/jpn-gpoi-regional-training", "counterparts.*.partner", """ ["USA"] """ },
        { "/peacekeeping/jpn-gpoi-exercises", "partners", """ ["JPN"] """ },
        { "/peacekeeping/jpn-gpoi-exercises", "kind", """ "jointProgram" """ },
        { "/peacekeeping/jpn-gpoi-exercises", "focusAreas", """ ["Peacekeeping exercises"] """ },
        { "/peacekeeping/jpn-gpoi-exercises", "counterparts", """ [{ "partner": "USA", "organization": "U.S. Pacific Command" }] """ },
        { "/peacekeeping/jpn-un-capacity-building", "focusAreas", """ ["Engineering", "Medical", "Communications"] """ },
        { "/peacekeeping/jpn-un-capacity-building", "kind", """ "contribution" """ },
        {
            "/peacekeeping/jpn-gpoi-un-training", "focusAreas", """
            ["Women protection advisors", "Prevention of sexual and gender-based violence"]
            """
        },
        { "/peacekeeping/jpn-gpoi-un-training", "program", """ "GPOI" """ },
        { "/peacekeeping/jpn-gpoi-regional-training", "counterparts.*.organization", """ ["U.S. Pacific Command"] """ },
        { "/peacekeeping/jpn-gpoi-regional-training", "focusAreas", """ ["Instructors for regional training events"] """ },
        { "/peacekeeping/jpn-gpoi-exercises", "program", """ "GPOI" """ },

        { "/assistance/jpn-gpoi", "partners", """ ["JPN"] """ },
        { "/assistance/jpn-gpoi", "program", """ "GPOI" """ },
        { "/assistance/jpn-gpoi", "direction", """ "fromPartner" """ },
        { "/assistance/jpn-gpoi", "amount", "null" },
        { "/assistance/jpn-gpoi", "basis", "null" },

        { "/agreements/us-japan-security-treaty", "name", """ "U.S.-Japan Security Treaty" """ },
        { "/agreements/us-japan-sofa", "name", """ "U.S.-Japan Status of Forces Agreement" """ },
        { "/agreements/us-japan-sofa", "parties", """ ["USA", "JPN"] """ },
        { "/agreements/us-japan-special-measures-agreement", "name", """ "U.S.-Japan Special Measures Agreement" """ },
        { "/agreements/us-japan-special-measures-agreement", "parties", """ ["USA", "JPN"] """ },
        { "/agreements/us-japan-sofa", "kind", """ "SOFA" """ },
        { "/agreements/us-japan-sofa", "inForceSince", """ "1960" """ },
        { "/agreements/us-japan-special-measures-agreement", "kind", """ "SMA" """ },
        { "/agreements/us-japan-special-measures-agreement", "inForceSince", "null" },
    };

    /// <summary>Path, and the paragraph and words that it cites.</summary>
    public static TheoryData<string, int, string[]> Receipts => new()
    {
        { "/objectives/us-japan-alliance", 1, ["U.S.-Japan Alliance"] },
        { "/objectives/indo-pacific-maritime-governance", 1, ["rules-based approach to maritime governance"] },
        { "/objectives/us-japan-rok-trilateral", 1, ["American, Japanese, and South Korean trilateral cooperation"] },
        { "/agreements/us-japan-security-treaty", 1, ["U.S.-Japan Security Treaty of 1960"] },
        { "/force-posture/jpn-us-military-personnel", 2, ["54,000"] },
        { "/force-posture/jpn-dod-civilians", 2, ["thousands"] },
        { "/force-posture/jpn-family-members", 2, ["thousands"] },
        { "/force-posture/jpn-uss-ronald-reagan-csg", 2, ["U.S.S. Ronald Reagan carrier strike group"] },
        { "/force-posture/jpn-f-35", 2, ["F-35 Lightning Joint Strike Fighter"] },
        { "/exercises/keen-sword", 3, ["Exercise Keen Sword", "Since 1997", "annual"] },
        { "/exercises/malabar", 3, ["Exercise Malabar", "Since 2007", "In 2015"] },
        { "/sales/fms/jpn-fms-active-cases", 4, ["$19.6 billion"] },
        { "/sales/dcs/jpn-dcs-authorized-2013-2018", 5, ["16.0 billion"] },
        { "/peacekeeping/jpn-un-capacity-building", 6, ["capacity building contributor"] },
        { "/peacekeeping/jpn-gpoi-un-training", 6, ["Global Peace Operations Initiative (GPOI)"] },
        { "/peacekeeping/jpn-gpoi-regional-training", 6, ["regional training events"] },
        { "/peacekeeping/jpn-gpoi-exercises", 6, ["peacekeeping exercises"] },
        { "/assistance/jpn-gpoi", 6, ["Global Peace Operations Initiative (GPOI)"] },
        { "/agreements/us-japan-sofa", 7, ["Status of Forces Agreement (SOFA)", "Since 1960"] },
        { "/agreements/us-japan-special-measures-agreement", 7, ["Special Measures Agreement"] },
    };

    [Theory]
    [MemberData(nameof(Facts))]
    public async Task Serves_each_fact(string path, string member, string expected)
    {
        var served = Member(await api.Read(path), member);
        Assert.Equal(Normal(JsonNode.Parse(expected)), Normal(served));
    }

    [Theory]
    [MemberData(nameof(Receipts))]
    public async Task Serves_each_record_with_its_receipts(string path, int paragraph, string[] asStated)
    {
        var record = await api.Read(path);
        var citations = record["citations"]!.AsArray();
        Assert.All(citations, citation => Assert.Equal(Sheet, (string?)citation!["factSheet"]));
        Assert.All(citations, citation => Assert.Equal(paragraph, (int?)citation!["paragraph"]));
        Assert.Equal(asStated, citations.Select(citation => (string?)citation!["asStated"]));
        Assert.Equal("2018-05-21", (string?)record["statedFrom"]);
        Assert.Null(record["statedUntil"]);
    }

    [Fact]
    public async Task Lists_all_that_the_sheet_states_in_the_order_of_its_paragraphs()
    {
        var facts = (await api.Read($"/fact-sheets/{Sheet}/facts"))["items"]!.AsArray();
        Assert.Equal(
            Receipts.SelectMany(receipt => receipt.Data.Item3.Select(_ => receipt.Data.Item1)).Order(),
            facts.Select(fact => $"/{fact!["resource"]}/{fact["id"]}").Order());
        Assert.Equal(facts.Select(fact => (int)fact!["paragraph"]!).Order(), facts.Select(fact => (int)fact!["paragraph"]!));
        foreach (var fact in facts)
        {
            await api.Read((string)fact!["url"]!);
        }
    }

    [Fact]
    public async Task Lists_each_fact_with_the_figure_of_its_record_and_what_it_is_called()
    {
        var facts = (await api.Read($"/fact-sheets/{Sheet}/facts"))["items"]!.AsArray();
        foreach (var fact in facts)
        {
            var record = await api.Read((string)fact!["url"]!);
            Assert.Equal((record["amount"] ?? record["count"])?.ToJsonString(), fact["figure"]?.ToJsonString());
            var called = (record["name"] ?? record["title"] ?? record["asset"]?["name"])?.ToString();
            Assert.Equal(called ?? Unnamed[(string)fact["id"]!], (string?)fact["title"]);
        }
    }

    [Theory]
    [InlineData("currency")]
    [InlineData("132 days after")]
    public async Task Flags_the_oddities_of_the_commercial_sales_figure(string oddity)
    {
        var notes = (await api.Read("/sales/dcs/jpn-dcs-authorized-2013-2018"))["notes"]!.AsArray();
        Assert.Contains(notes, note => ((string)note!).Contains(oddity, StringComparison.Ordinal));
    }

    private static string Quantity(string value, string low, string high, string unit, string asStated) => $$"""
        { "value": {{value}}, "low": {{low}}, "high": {{high}}, "qualifier": "stated", "unit": "{{unit}}", "asStated": "{{asStated}}" }
        """;

    private static string Open(string asStated) => $$"""
        { "value": null, "low": null, "high": null, "qualifier": null, "unit": "people", "asStated": "{{asStated}}" }
        """;

    private static JsonNode? Member(JsonNode? node, string path) => path.Split('.', 2) switch
    {
        ["*", var rest] => new JsonArray([.. node!.AsArray().Select(item => Member(item, rest)?.DeepClone())]),
        [var step, var rest] => Member(node![step], rest),
        [var step] => node!.AsObject().TryGetPropertyValue(step, out var value)
            ? value
            : throw new InvalidOperationException($"There is no {step}."),
        _ => node,
    };

    private static string Normal(JsonNode? node) => JsonSerializer.Serialize(node, JsonNames.Options);
}
