using System.Text.Json.Nodes;
using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;
using static CooperationApi.Tests.Testing.WholeSheets;

namespace CooperationApi.Tests.FactSheets;

/// <summary>A whole fact sheet is taken whole or not at all, once, and as one write.</summary>
public sealed class WholeSheetWritingTests(Api api) : IClassFixture<Api>, IAsyncLifetime
{
    private string key = "";

    public async ValueTask InitializeAsync() => key = await api.Key(Role.Admin);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task One_bad_record_of_many_and_nothing_is_written()
    {
        var document = Many("2015-01-01", 60);
        document["agreements"]![41]!["parties"]![1] = "XXX";
        var before = await api.State();
        var written = await api.ImportSheet(document, key);
        Assert.Equal(400, written.Status);
        Assert.Equal([("/agreements/41/parties/1", "unknownReference")], written.Faults);
        Assert.Equal(before, await api.State());
        Assert.Equal(404, (int)(await api.Get("/fact-sheets/nor-2015-01-01")).Status);
    }

    [Fact]
    public async Task A_dry_run_writes_nothing_and_reports_the_same()
    {
        var document = Many("2015-02-01", 5);
        var before = await api.State();
        var dry = await api.TakenSheet(document, key, "?dryRun=true");
        Assert.Equal(before, await api.State());
        Assert.True((bool)dry["dryRun"]!);
        var taken = await api.TakenSheet(document, key);
        Assert.False((bool)taken["dryRun"]!);
        taken["dryRun"] = true;
        Assert.Equal(dry.ToJsonString(), taken.ToJsonString());
        Assert.Equal("created 8", Outcomes(taken));
    }

    [Fact]
    public async Task Of_one_document_sent_many_times_at_once_one_is_written()
    {
        var document = Many("2015-03-01", 20);
        var before = await api.State();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => api.ImportSheet(document.DeepClone(), key)));
        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Equal(["created 23", .. Enumerable.Repeat("unchanged 23", 7)], answers.Select(answer => Outcomes(answer.Body!)).Order());
        Assert.Equal((before.Writes + 1, before.Changes + 23), (await api.State() is var after ? (after.Writes, after.Changes) : default));
    }

    [Fact]
    public async Task Documents_and_imports_and_single_writes_at_once_wait_for_each_other_and_none_fails()
    {
        await api.TakenSheet(Many("2015-04-01", 3), key);
        var rows = string.Concat(Enumerable.Range(0, 300).Select(n => ImportFiles.Accord($"beside-{n}")))
            .Replace("2018-05-21", "2015-04-01", StringComparison.Ordinal).Replace("jpn-", "nor-", StringComparison.Ordinal);
        var work = Enumerable.Range(0, 6).Select(async n => (await api.ImportSheet(Many("2015-04-01", 3 + n), key)).Status).ToList();
        work.Add(Task.Run(async () => (await api.Import("agreements", rows)).Status));
        work.AddRange(Enumerable.Range(0, 6).Select(async n => (await api.Patch(
            "/agreements/many-2015-04-01-0", $$"""{"notes":["{{n}}"]}""", key, ("If-Match", "*"))).Status));
        var statuses = await Task.WhenAll(work);

        // What a patch has changed is another content, and no failure.
        Assert.All(statuses, status => Assert.True(status is 200 or 409, $"{status}"));
        Assert.Equal(200, statuses[6]);
    }

    [Fact]
    public async Task Sent_again_with_its_idempotency_key_it_is_done_once_and_answered_alike()
    {
        var document = Many("2015-05-01", 2);
        var first = await api.ImportSheet(document, key, "", ("Idempotency-Key", "sheet-1"));
        var again = await api.ImportSheet(document, key, "", ("Idempotency-Key", "sheet-1"));
        Assert.Equal(("created 5", first.Body!.ToJsonString()), (Outcomes(again.Body!), again.Body!.ToJsonString()));
        Assert.Equal(["true"], again.Headers.GetValues("Idempotency-Replayed"));
        Assert.False(first.Headers.Contains("Idempotency-Replayed"));
        Assert.Equal(422, (await api.ImportSheet(Many("2015-05-01", 3), key, "", ("Idempotency-Key", "sheet-1"))).Status);
    }

    [Fact]
    public async Task What_is_there_with_other_content_is_a_conflict_or_is_skipped_or_replaced()
    {
        await api.TakenSheet(Many("2015-06-01", 2), key);
        var other = Many("2015-06-01", 3);
        other["factSheet"]!["title"] = "Another Title";
        other["agreements"]![1]!["name"] = "Another name";
        var before = await api.State();
        var refused = await api.ImportSheet(other, key);
        Assert.Equal(409, refused.Status);
        Assert.Equal([("/factSheet", "conflict"), ("/agreements/1", "conflict")], refused.Faults);
        Assert.Equal(before, await api.State());
        Assert.Equal("created 1, skipped 2, unchanged 3", Outcomes(await api.TakenSheet(other, key, "?onConflict=skip")));
        Assert.NotEqual("Another Title", (string?)(await api.Read("/fact-sheets/nor-2015-06-01"))["title"]);
        Assert.Equal("corrected 2, unchanged 4", Outcomes(await api.TakenSheet(other, key, "?onConflict=replace")));
        Assert.Equal("Another Title", (string?)(await api.Read("/fact-sheets/nor-2015-06-01"))["title"]);
        Assert.Equal("unchanged 6", Outcomes(await api.TakenSheet(other, key)));
    }

    [Fact]
    public async Task A_thousand_records_of_a_kind_are_taken_in_the_time_of_a_write()
    {
        Assert.Equal("created 1003", Outcomes(await api.TakenSheet(Many("2015-07-01", 1000), key)));
        var more = await api.ImportSheet(Many("2015-08-01", 1001), key);
        Assert.Equal((400, ("/agreements", "tooMany")), (more.Status, Assert.Single(more.Faults)));
    }

    /// <summary>A sheet on Norway with so many agreements.</summary>
    private static JsonObject Many(string published, int agreements)
    {
        var document = Norway(published);
        foreach (var record in new[] { document["forcePosture"]![0]!, document["fmsSales"]![0]! })
        {
            record["id"] = $"{record["id"]}-{published}";
        }

        var first = document["agreements"]![0]!;
        document["agreements"] = new JsonArray([.. Enumerable.Range(0, agreements).Select(n =>
        {
            var one = first.DeepClone();
            one["id"] = $"many-{published}-{n}";
            return one;
        })]);
        return document;
    }
}
