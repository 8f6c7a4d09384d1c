using System.Net;
using System.Text.Json.Nodes;
using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Kernel;

/// <summary>Editions through the API, on agreements and sales, which stand for all records.</summary>
public sealed class EditionWritingTests(Api api) : IClassFixture<Api>, IAsyncLifetime
{
    private string key = "";

    public async ValueTask InitializeAsync()
    {
        key = await api.Key(Role.Admin);
        foreach (var date in new[] { "2015-01-10", "2017-01-10", "2019-01-10" })
        {
            await api.Post("/fact-sheets", JsonNode.Parse($$"""{"id":"s-{{date}}","title":"T","publisher":"P","published":"{{date}}"}""")!, key);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_later_one_supersedes_an_earlier_one_takes_its_place_and_the_same_one_corrects()
    {
        Assert.Equal(201, (await api.Post("/agreements", Accord("ed-a", "2015-01-10", "first"), key)).Status);
        var last = await api.Post("/agreements", Accord("ed-a", "2019-01-10", "last"), key);
        Assert.Equal((201, "/agreements/ed-a"), (last.Status, last.Location));
        var middle = await api.Put("/agreements/ed-a", Accord("ed-a", "2017-01-10", "middle"), key, ("If-Match", last.ETag!));
        Assert.Equal((200, "/agreements/ed-a?asOf=2017-01-10", "2019-01-10"), (middle.Status, middle.Location, (string?)middle.Body!["statedUntil"]));
        Assert.Equal(409, (await api.Post("/agreements", Accord("ed-a", "2017-01-10", "again"), key)).Status);
        Assert.Equal(409, (await api.Put("/agreements/ed-a", Accord("ed-a", "2017-01-10", "again"), key, ("If-Match", last.ETag!))).Status);

        var corrected = await api.Put(middle.Location!, Accord("ed-a", "2017-01-10", "corrected"), key, ("If-Match", middle.ETag!));
        Assert.Equal((200, "corrected"), (corrected.Status, (string?)corrected.Body!["purpose"]));
        Assert.Equal(
            [("2015-01-10", "2017-01-10", "first"), ("2017-01-10", "2019-01-10", "corrected"), ("2019-01-10", null, "last")],
            (await api.Read("/agreements/ed-a/editions"))["items"]!.AsArray()
                .Select(edition => ((string?)edition!["statedFrom"], (string?)edition["statedUntil"], (string?)edition["purpose"])));
        Assert.Equal("first", (string?)(await api.Read("/agreements/ed-a?asOf=2016-01-01"))["purpose"]);
        Assert.Equal(["created", "revised", "revised", "corrected"],
            (await api.Read("/changes?resource=agreements&limit=200"))["items"]!.AsArray()
                .Where(change => (string)change!["id"]! == "ed-a").Select(change => (string)change!["op"]!));
    }

    [Fact]
    public async Task What_is_withdrawn_can_be_read_as_of_before_and_a_newer_edition_restores_it()
    {
        await api.Post("/agreements", Accord("ed-b", "2015-01-10", "first"), key);
        Assert.Equal(204, (await api.Delete("/agreements/ed-b", key, ("If-Match", "*"), ("Change-Reason", "Never signed"))).Status);
        Assert.Equal(HttpStatusCode.Gone, (await api.Get("/agreements/ed-b")).Status);
        Assert.Equal(HttpStatusCode.Gone, (await api.Get("/agreements/ed-b/citation")).Status);
        Assert.Equal("first", (string?)(await api.Read("/agreements/ed-b?asOf=2018-01-01"))["purpose"]);
        Assert.Equal(HttpStatusCode.NotFound, (await api.Get("/agreements/ed-b?asOf=2014-01-01")).Status);
        Assert.Equal(HttpStatusCode.OK, (await api.Get("/agreements/ed-b/editions")).Status);
        Assert.Contains("ed-b", await api.Ids("/agreements?asOf=2018-01-01&limit=200"));

        Assert.Equal(201, (await api.Post("/agreements", Accord("ed-b", "2019-01-10", "back"), key)).Status);
        Assert.Equal("back", (string?)(await api.Read("/agreements/ed-b"))["purpose"]);
        Assert.Equal("first", (string?)(await api.Read("/agreements/ed-b?asOf=2018-01-01"))["purpose"]);
    }

    [Fact]
    public async Task The_bounds_of_an_amount_that_is_amended_are_worked_out_anew()
    {
        const string Path = "/sales/fms/jpn-fms-active-cases";
        var amended = await api.Patch(Path, """{"amount":{"value":21500000000,"asStated":"$21.5 billion"}}""", key, await api.IfMatch(Path));
        Assert.Equal((200, 21450000000, 21550000000, "stated"), (amended.Status, (decimal?)amended.Body!["amount"]!["low"],
            (decimal?)amended.Body["amount"]!["high"], (string?)amended.Body["amount"]!["qualifier"]));
        var over = await api.Patch(Path, """{"amount":{"qualifier":"over"}}""", key, ("If-Match", amended.ETag!));
        Assert.Equal((21500000000, null), ((decimal?)over.Body!["amount"]!["low"], (decimal?)over.Body["amount"]!["high"]));
        Assert.Equal([("/amount/value", "contradiction")], (await api.Patch(Path, """{"amount":{"value":1}}""", key, ("If-Match", "*"))).Faults);
    }

    [Fact]
    public async Task All_that_it_refers_to_in_vain_is_told_at_once()
    {
        var accord = Accord("ed-c", "2016-01-01", "x");
        accord["parties"] = new JsonArray("USA", "XXX", "YYY");
        accord["citations"]!.AsArray().Add(JsonNode.Parse("""{"factSheet":"jpn-2018-05-2","paragraph":1,"asStated":"x"}"""));
        Assert.Equal(
            [("/citations/0/factSheet", "unknownReference"), ("/citations/1/factSheet", "unknownReference"), ("/parties/1", "unknownReference"), ("/parties/2", "unknownReference")],
            (await api.Post("/agreements", accord, key)).Faults.Order());
        var wrongDay = Accord("ed-c", "2016-01-01", "x");
        wrongDay["citations"]![0]!["factSheet"] = "s-2015-01-10";
        Assert.Equal([("/statedFrom", "contradiction")], (await api.Post("/agreements", wrongDay, key)).Faults);
    }

    [Fact]
    public async Task What_is_referred_to_stays()
    {
        Assert.Equal(409, (await api.Delete("/partners/JPN", key, ("If-Match", "*"), ("Change-Reason", "x"))).Status);
        Assert.Equal(409, (await api.Delete("/fact-sheets/jpn-2018-05-21", key, ("If-Match", "*"), ("Change-Reason", "x"))).Status);
        Assert.Equal([("/published", "conflict")],
            (await api.Patch("/fact-sheets/jpn-2018-05-21", """{"published":"2018-05-22"}""", key, ("If-Match", "*"))).Faults);
        Assert.Equal([("/alpha2", "conflict"), ("/numeric", "conflict")],
            (await api.Patch("/partners/JPN", """{"alpha2":"KR","numeric":"410"}""", key, ("If-Match", "*"))).Faults.Order());
    }

    [Fact]
    public async Task Who_has_no_part_any_more_is_told_of_it()
    {
        var accord = Accord("ed-left", "2015-01-10", "x");
        accord["parties"] = new JsonArray("USA", "AUS");
        Assert.Equal(201, (await api.Post("/agreements", accord, key)).Status);
        var since = (string)(await api.Read("/changes?after=now"))["next"]!;
        Assert.Equal(200, (await api.Patch("/agreements/ed-left", """{"parties":["USA","JPN"]}""", key, ("If-Match", "*"))).Status);
        foreach (var partner in new[] { "AUS", "JPN", "USA" })
        {
            Assert.Equal("corrected", (string?)Assert.Single((await api.Read($"{since}&partner={partner}"))["items"]!.AsArray())!["op"]);
        }

        Assert.Empty((await api.Read($"{since}&partner=KOR"))["items"]!.AsArray());
    }

    [Fact]
    public async Task An_end_of_its_own_stays_when_its_date_is_sent_back_in_a_patch()
    {
        var accord = Accord("ed-end", "2015-01-10", "x");
        accord["statedUntil"] = "2016-01-01";
        const string Path = "/agreements/ed-end?asOf=2015-01-10";
        var made = await api.Post("/agreements", accord, key);
        Assert.Equal((201, Path), (made.Status, made.Location));
        var amended = await api.Patch(Path, """{"statedFrom":"2015-01-10","purpose":"y"}""", key, ("If-Match", made.ETag!));
        Assert.Equal((200, "2016-01-01", "y"), (amended.Status, (string?)amended.Body!["statedUntil"], (string?)amended.Body["purpose"]));
    }

    [Fact]
    public async Task An_earlier_edition_of_what_was_withdrawn_is_not_created_again()
    {
        Assert.Equal(201, (await api.Post("/agreements", Accord("ed-w", "2015-01-10", "first"), key)).Status);
        Assert.Equal(201, (await api.Post("/agreements", Accord("ed-w", "2019-01-10", "last"), key)).Status);
        Assert.Equal(204, (await api.Delete("/agreements/ed-w", key, ("If-Match", "*"), ("Change-Reason", "x"))).Status);
        Assert.Equal(409, (await api.Post("/agreements", Accord("ed-w", "2015-01-10", "other"), key)).Status);
        Assert.Equal("first", (string?)(await api.Read("/agreements/ed-w?asOf=2015-01-10"))["purpose"]);
        Assert.Equal(201, (await api.Post("/agreements", Accord("ed-w", "2019-01-10", "back"), key)).Status);
    }

    [Fact]
    public async Task What_stands_until_a_day_that_is_still_to_come_is_not_said_to_be_over()
    {
        var accord = Accord("ed-until", "2015-01-10", "x");
        accord["statedUntil"] = "2999-01-01";
        Assert.Equal(201, (await api.Post("/agreements", accord, key)).Status);
        var (status, problem) = await api.Get("/agreements/ed-until");
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Equal(
            "'ed-until' stands only until 2999-01-01, and is read with an asOf before that. Its editions are at /agreements/ed-until/editions.",
            (string?)problem["detail"]);
        accord["statedUntil"] = "2016-01-01";
        Assert.Equal(200, (await api.Put("/agreements/ed-until?asOf=2015-01-10", accord, key, ("If-Match", "*"))).Status);
        Assert.Equal(201, (await api.Post("/agreements", Accord("ed-until", "2017-01-10", "y"), key)).Status);
        Assert.StartsWith(
            "No edition of 'ed-until' stood on 2016-06-01.", (string?)(await api.Get("/agreements/ed-until?asOf=2016-06-01")).Body["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("export")]
    [InlineData("import")]
    public async Task An_id_is_no_other_place_of_its_resource(string id) =>
        Assert.Equal([("/id", "invalidValue")], (await api.Post("/agreements", Accord(id, "2015-01-10", "x"), key)).Faults);

    [Fact]
    public async Task A_sheet_and_what_first_cites_it_keep_one_date_whoever_is_first()
    {
        for (var n = 0; n < 20; n++)
        {
            var id = $"s-raced-{n}";
            await api.Post("/fact-sheets", JsonNode.Parse($$"""{"id":"{{id}}","title":"T","publisher":"P","published":"2015-01-10"}""")!, key);
            var accord = Accord($"ed-raced-{n}", "2015-01-10", "x");
            accord["citations"]![0]!["factSheet"] = id;
            var moved = api.Patch($"/fact-sheets/{id}", """{"published":"2015-02-10"}""", key, ("If-Match", "*"));
            var cited = api.Post("/agreements", accord, key);
            Assert.NotEqual((200, 201), ((await moved).Status, (await cited).Status));
        }
    }

    private static JsonObject Accord(string id, string from, string purpose) => JsonNode.Parse($$"""
        {"id":"{{id}}","name":"Accord","kind":"SMA","parties":["USA","JPN"],"purpose":"{{purpose}}","statedFrom":"{{from}}",
         "citations":[{"factSheet":"s-{{from}}","paragraph":1,"asStated":"Accord"}]}
        """)!.AsObject();
}
