using System.Text.Json.Nodes;
using CooperationApi.FactSheets;
using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;
using static CooperationApi.Tests.Testing.WholeSheets;

namespace CooperationApi.Tests.FactSheets;

/// <summary>A whole fact sheet is one document, which comes out as it went in.</summary>
public sealed class WholeSheetTests(SeededApi api, PostgresServer server) : IClassFixture<SeededApi>, IAsyncLifetime
{
    private string key = "";

    public async ValueTask InitializeAsync() => key = await api.Key(Role.Admin);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_document_holds_what_the_lists_hold_in_the_order_of_the_profile()
    {
        var document = JsonNode.Parse(await api.Exported(Seeded))!.AsObject();
        Assert.Equal(["factSheet", .. Sections], document.Select(member => member.Key));
        var profile = (await api.Read("/partners/JPN/profile")).AsObject();
        Assert.Equal(Sections, profile.Select(member => member.Key).Where(name => name is not ("partner" or "asOf" or "factSheets")));
        Assert.Equal((await api.Read($"/fact-sheets/{Seeded}")).ToJsonString(), document["factSheet"]!.ToJsonString());
        foreach (var (section, list) in new[] { ("fmsSales", "/sales/fms"), ("agreements", "/agreements"), ("objectives", "/objectives") })
        {
            var stated = (await api.Read($"{list}?partner=JPN&asOf=2018-05-21&limit=200"))["items"]!.AsArray().Where(item => (string?)item!["statedFrom"] == "2018-05-21");
            Assert.Equal(stated.Select(item => item!.ToJsonString()), document[section]!.AsArray().Select(item => item!.ToJsonString()));
        }
    }

    [Fact]
    public async Task Every_seeded_sheet_sent_back_as_it_is_changes_nothing_and_logs_nothing()
    {
        foreach (var sheet in await api.Ids("/fact-sheets?limit=200"))
        {
            var before = (await api.State(), await api.Exported(sheet));
            Assert.StartsWith("unchanged ", Outcomes(await api.TakenSheet(JsonNode.Parse(before.Item2)!, key)), StringComparison.Ordinal);
            Assert.DoesNotContain(",", Outcomes(await api.TakenSheet(JsonNode.Parse(before.Item2)!, key)), StringComparison.Ordinal);
            Assert.Equal(before, (await api.State(), await api.Exported(sheet)));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task All_sheets_fill_a_database_with_partners_only_in_any_order_and_come_out_byte_for_byte(bool isBackwards)
    {
        await api.TakenSheet(Later("later-2020-01-20", "2020-01-20"), key, "?onConflict=replace");
        var sheets = (await api.Ids("/fact-sheets?limit=200&sort=published")).ToList();
        await using var other = await WithPartnersOnly(server);
        var otherKey = await other.Key(Role.Admin);
        foreach (var sheet in isBackwards ? Enumerable.Reverse(sheets) : sheets)
        {
            await other.TakenSheet(JsonNode.Parse(await api.Exported(sheet))!, otherKey);
        }

        foreach (var sheet in sheets)
        {
            Assert.Equal(await api.Exported(sheet), await other.Exported(sheet));
        }

        Assert.True(sheets.Count >= 2);
    }

    [Fact]
    public async Task A_later_sheet_adds_editions_to_what_is_there_and_the_earlier_sheet_keeps_its_own()
    {
        var report = await api.TakenSheet(Later("later-2022-02-02", "2022-02-02"), key, "?onConflict=replace");
        var fms = report["sections"]!.AsArray().Single(section => (string?)section!["name"] == "fmsSales")!;
        Assert.Equal((0, 1), ((int)fms["created"]!, (int)fms["revised"]!));
        var url = (string)fms["records"]![0]!["url"]!;
        Assert.Equal("/sales/fms/jpn-fms-active-cases?asOf=2022-02-02", url);
        Assert.Equal("$16 billion", (string?)(await api.Read(url))["amount"]!["asStated"]);
        var earlier = JsonNode.Parse(await api.Exported(Seeded))!["fmsSales"]![0]!;
        Assert.Equal("2018-05-21", (string?)earlier["statedFrom"]);
        Assert.NotNull(earlier["statedUntil"]);
        Assert.NotEqual("$16 billion", (string?)earlier["amount"]!["asStated"]);
    }

    [Fact]
    public async Task One_call_adds_a_partner_that_no_sheet_covers()
    {
        Assert.Empty((await api.Read("/coverage?partner=NOR"))["items"]!.AsArray());
        var before = await api.State();
        var written = await api.ImportSheet(Norway(), key, "", ("Change-Reason", "Norway is covered now."));
        Assert.Equal((200, "created 4"), (written.Status, Outcomes(written.Body!)));
        Assert.Equal((before.Writes + 1, before.Changes + 4), ((await api.State()).Writes, (await api.State()).Changes));
        Assert.Equal(4, await api.Number("select count(*) from changes c join writes w on w.id = c.write where w.reason = 'Norway is covered now.'"));

        var profile = await api.Read("/partners/Norway/profile");
        Assert.Equal("nor-2021-06-01", (string?)profile["factSheets"]![0]!["id"]);
        Assert.Equal("nor-us-rotation", (string?)profile["forcePosture"]![0]!["id"]);
        Assert.Equal(["nor-fms-active-cases"], await api.Ids("/sales/fms?partner=NOR"));
        Assert.Equal(["us-norway-defense-accord"], await api.Ids("/agreements?partner=NOR"));
        Assert.NotEmpty((await api.Read("/coverage?partner=NOR"))["items"]!.AsArray());
        Assert.Contains("us-norway-defense-accord", (await api.Read("/search?q=supplementary%20defense"))["items"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.NotEmpty((await api.Read("/timeline?partner=NOR"))["items"]!.AsArray());
        Assert.Contains("Norway", await api.Text("/sales/fms/nor-fms-active-cases/citation"), StringComparison.Ordinal);
        Assert.Equal(3, (await api.Read("/fact-sheets/nor-2021-06-01/facts"))["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task The_example_of_the_document_is_taken_and_its_answer_is_the_example_of_the_report()
    {
        var example = Examples.Of(typeof(FactSheetDocumentInput));
        Assert.Equal(Examples.Of(typeof(SheetReport)).ToJsonString(), (await api.TakenSheet(example, key)).ToJsonString());
        Assert.Equal("unchanged 3", Outcomes(await api.TakenSheet(example, key)));
    }

    [Fact]
    public async Task What_was_withdrawn_is_restored()
    {
        var document = JsonNode.Parse(Norway("2021-07-01").ToJsonString()
            .Replace("NOR", "DNK", StringComparison.Ordinal).Replace("nor", "dnk", StringComparison.Ordinal))!;
        await api.TakenSheet(document, key);
        await api.Delete("/agreements/us-dnkway-defense-accord", key, ("If-Match", "*"), ("Change-Reason", "To see it restored."));
        Assert.Equal("restored 1, unchanged 3", Outcomes(await api.TakenSheet(document, key)));
    }

    [Fact]
    public async Task An_unknown_sheet_is_not_found_and_csv_is_no_form_of_a_document()
    {
        Assert.Equal(404, (int)(await api.Get("/fact-sheets/jpn-2018-05-2/export")).Status);
        using var refused = await api.Send($"/fact-sheets/{Seeded}/export", ("Accept", "text/csv"));
        Assert.Equal(406, (int)refused.StatusCode);
        Assert.Equal([("format", "unknownParameter")], await api.Faults($"/fact-sheets/{Seeded}/export?format=csv"));
    }

    /// <summary>The seeded sheet as if it had been stated again later, with another figure.</summary>
    private static JsonObject Later(string id, string published)
    {
        var text = Examples.Of(typeof(FactSheetDocument)).ToJsonString().Replace(Seeded, id, StringComparison.Ordinal)
            .Replace("\"published\":\"2018-05-21\"", $"\"published\":\"{published}\"", StringComparison.Ordinal);
        var document = JsonNode.Parse(text)!.AsObject();
        foreach (var record in Sections.SelectMany(section => document[section]!.AsArray()).Append(document["factSheet"]))
        {
            foreach (var member in new[] { "statedFrom", "statedUntil", "revision", "updatedAt" })
            {
                record!.AsObject().Remove(member);
            }
        }

        var amount = document["fmsSales"]![0]!["amount"]!.AsObject();
        (amount["value"], amount["asStated"]) = (16_000_000_000, "$16 billion");
        amount.Remove("low");
        amount.Remove("high");
        return document;
    }
}
