using System.Text;
using System.Text.Json.Nodes;
using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;
using static CooperationApi.Tests.Testing.WholeSheets;

namespace CooperationApi.Tests.FactSheets;

/// <summary>What is wrong with a whole fact sheet is told at once, each fault by its place in the document.</summary>
public sealed class WholeSheetFaultTests(Api api) : IClassFixture<Api>, IAsyncLifetime
{
    private string key = "";

    public async ValueTask InitializeAsync() => key = await api.Key(Role.Admin);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public static TheoryData<string, string, string> Faulty => new()
    {
        { "", "[]", " wrongType" },
        { "", "{", " invalidJson" },
        { "/fmsSale", "[]", "/fmsSale unknownMember" },
        { "/factSheet", "null", "/factSheet wrongType" },
        { "/factSheet/published", "\"yesterday\"", "/factSheet/published invalidValue" },
        { "/factSheet/title", "\"\"", "/factSheet/title missing" },
        { "/fmsSales", "null", "/fmsSales wrongType" },
        { "/fmsSales/0", "7", "/fmsSales/0 wrongType" },
        { "/fmsSales/0", "{}", "/fmsSales/0/id missing, /fmsSales/0/partners missing, /fmsSales/0/measure missing, /fmsSales/0/stage missing, "
            + "/fmsSales/0/kind missing, /fmsSales/0/citations missing, /fmsSales/0/amount contradiction" },
        { "/fmsSales/0/amount/value", "7800000001", "/fmsSales/0/amount/value contradiction" },
        { "/fmsSales/0/amunt", "1", "/fmsSales/0/amunt unknownMember" },
        { "/fmsSales/0/statedFrom", "\"2021-06-02\"", "/fmsSales/0/statedFrom contradiction" },
        { "/fmsSales/0/statedFrom", "null", "/fmsSales/0/statedFrom wrongType" },
        { "/fmsSales/0/statedFrom", "\"\\ud800\"", "/fmsSales/0/statedFrom invalidValue" },
        { "/fmsSales/0/citations/0/factSheet", "\"jpn-2018-05-21\"", "/fmsSales/0/citations contradiction" },
        { "/fmsSales/0/citations/0/factSheet", "null", "/fmsSales/0/citations/0/factSheet wrongType" },
        { "/fmsSales/0/citations", "[]", "/fmsSales/0/citations missing" },
        { "/fmsSales/0/partners/0", "\"XXX\"", "/fmsSales/0/partners/0 unknownReference" },
        { "/factSheet/partners/0", "\"XXX\"", "/factSheet/partners/0 unknownReference" },
        { "/factSheet/revision", "0", "/factSheet/revision outOfRange" },
        { "/fmsSales/0/revision", "2147483647", "/fmsSales/0/revision outOfRange" },
        { "/agreements/0/statedUntil", "\"2021-06-01\"", "/agreements/0/statedUntil contradiction" },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public async Task A_fault_is_told_by_its_place(string place, string value, string faults)
    {
        var before = await api.State();
        var written = await Send(With(Norway(), place, value));
        Assert.Equal(400, written.Status);
        Assert.Equal(faults, Told(written));
        Assert.Equal(before, await api.State());
    }

    [Fact]
    public async Task Faults_of_every_part_are_told_at_once()
    {
        var text = Norway().ToJsonString();
        foreach (var (place, value) in new[]
        {
            ("/factSheet/title", "1"), ("/factSheet/publisherr", "1"), ("/forcePosture/0/statedFrom", "\"2020-01-01\""),
            ("/fmsSales/0/amount/value", "7800000001"), ("/agreements/0/kind", "\"sofa\""), ("/agreement", "[]"),
        })
        {
            text = With(JsonNode.Parse(text)!.AsObject(), place, value);
        }

        Assert.Equal(
            ["/agreement unknownMember", "/agreements/0/kind unknownValue", "/factSheet/publisherr unknownMember", "/factSheet/title wrongType",
                "/fmsSales/0/amount/value contradiction", "/forcePosture/0/statedFrom contradiction"],
            Told(await Send(text)).Split(", ").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_not_there_is_told_at_once_with_what_is_there_already_and_is_another()
    {
        var document = Norway("2016-01-01");
        document["factSheet"]!["partners"]![0] = "XXX";
        document["fmsSales"]![0]!["partners"] = new JsonArray("NOR", "YYY");
        document["fmsSales"]![0]!["citations"]!.AsArray().Add(JsonNode.Parse("""{"factSheet":"nor-2015-01-01","asStated":"as before"}"""));
        document["agreements"]!.AsArray().Add(document["agreements"]![0]!.DeepClone());
        document["agreements"]![1]!["id"] = "another";
        document["agreements"]![1]!["parties"] = new JsonArray("USA", "ZZZ");
        Assert.Equal(
            "/factSheet/partners/0 unknownReference, /fmsSales/0/citations/1/factSheet unknownReference, /fmsSales/0/partners/1 unknownReference, "
            + "/agreements/1/parties/1 unknownReference",
            Told(await Send(document.ToJsonString())));
    }

    [Fact]
    public async Task An_id_twice_in_one_section_is_refused()
    {
        var document = Norway();
        document["agreements"]!.AsArray().Add(document["agreements"]![0]!.DeepClone());
        Assert.Equal("/agreements/1/id repeated", Told(await Send(document.ToJsonString())));
        var twice = Norway().ToJsonString()[..^1] + ",\"agreements\":[]}";
        Assert.Equal("/agreements repeated", Told(await Send(twice)));
    }

    [Fact]
    public async Task The_date_of_a_sheet_that_states_records_cannot_change()
    {
        var report = await api.TakenSheet(Norway("2017-03"), key);
        Assert.Equal("/agreements/us-norway-defense-accord?asOf=2017-03-01", (string?)report["sections"]!.AsArray()[^1]!["records"]![0]!["url"]);
        var document = Norway("2017-03");
        document["factSheet"]!["published"] = "2017-04";
        var refused = await api.ImportSheet(document, key, "?onConflict=replace");
        Assert.Equal((409, "/factSheet/published conflict"), (refused.Status, Told(refused)));
    }

    [Fact]
    public async Task Sections_may_be_left_out_or_empty()
    {
        var sheet = new JsonObject { ["factSheet"] = Norway("2017-05-01")["factSheet"]!.DeepClone() };
        Assert.Equal("created 1", Outcomes(await api.TakenSheet(sheet, key)));
        sheet["exercises"] = new JsonArray();
        Assert.Equal("unchanged 1", Outcomes(await api.TakenSheet(sheet, key)));
        Assert.Equal("/factSheet missing", Told(await Send("{}")));
    }

    [Fact]
    public async Task What_is_meant_for_files_is_refused_and_files_go_on_as_ever()
    {
        var refused = await api.ImportSheet(Norway(), key, $"?skipInvalid=true&importId={Guid.NewGuid()}");
        Assert.Equal([("skipInvalid", "contradiction"), ("importId", "contradiction")], refused.Faults);
        var (status, problem) = await api.Import("fact-sheets", "{}", mediaType: "application/xml");
        Assert.Equal((415, """["application/json","application/x-ndjson","text/csv"]"""), (status, problem["available"]!.ToJsonString()));
        var row = Norway("2017-06-01")["factSheet"]!.ToJsonString();
        Assert.Equal("created 1", ImportFiles.Counts(await api.Done("fact-sheets", row + "\n")));
        Assert.Equal("unchanged 1", ImportFiles.Counts(await api.Done("fact-sheets", row + "\n")));
    }

    [Fact]
    public async Task A_document_is_taken_with_a_byte_order_mark_and_up_to_ten_million_bytes()
    {
        Assert.Equal(200, (await Send("\uFEFF" + Norway("2017-07-01").ToJsonString())).Status);
        var padded = Norway("2017-08-01").ToJsonString();
        Assert.Equal(200, (await Send(padded + new string(' ', 10_000_000 - Encoding.UTF8.GetByteCount(padded)))).Status);
        Assert.Equal(413, (await Send(padded + new string(' ', 10_000_001 - Encoding.UTF8.GetByteCount(padded)))).Status);
    }

    [Fact]
    public async Task Of_more_than_a_hundred_faults_the_first_hundred_are_told()
    {
        var document = Norway();
        document["agreements"] = new JsonArray([.. Enumerable.Range(0, 1000).Select(_ => (JsonNode)new JsonObject())]);
        Assert.Equal(100, (await Send(document.ToJsonString())).Faults.Count);
    }

    private Task<Written> Send(string text) => api.Write(HttpMethod.Post, "/fact-sheets/import", text, key);

    private static string Told(Written written) => string.Join(", ", written.Faults.Select(fault => $"{fault.Place} {fault.Code}"));

    /// <summary>A document with a value, as it is written, in the place of what is there.</summary>
    private static string With(JsonObject document, string place, string value)
    {
        if (place.Length == 0)
        {
            return value;
        }

        var names = place[1..].Split('/');
        var parent = names.SkipLast(1).Aggregate((JsonNode)document, (node, name) => node is JsonArray list ? list[int.Parse(name)]! : node[name]!);
        if (parent is JsonArray items)
        {
            items[int.Parse(names[^1])] = "@@";
        }
        else
        {
            parent[names[^1]] = "@@";
        }

        return document.ToJsonString().Replace("\"@@\"", value, StringComparison.Ordinal);
    }
}
