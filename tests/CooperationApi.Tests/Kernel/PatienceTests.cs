using System.Diagnostics;
using System.Text.Json.Nodes;
using CooperationApi.Tests.Testing;
using Dapper;

namespace CooperationApi.Tests.Kernel;

/// <summary>Who cannot write in ten seconds is told to come again, and whoever else asks does not wait with them.</summary>
public sealed class PatienceTests(Api api, ITestOutputHelper output) : IClassFixture<Api>
{
    private const int Many = 60;

    // The connections of the service under test are 20.
    [Fact]
    public async Task Sixty_writes_that_wait_for_one_record_are_answered_in_time_and_hold_nobody_else_up()
    {
        var client = new WritingClient(api.Client, await Drafts.AddKey(api.ConnectionString, "sixty"));
        var created = await client.Post("agreements", Drafts.Of("agreements", "locked", Drafts.Dates[1], "x"), idempotencyKey: null);
        Assert.Equal(201, created.Status);
        await using var holder = await Drafts.Open(api.ConnectionString);
        await using var transaction = await holder.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await holder.ExecuteAsync("select lock_record('agreements', 'locked')");

        var writes = Task.WhenAll(Enumerable.Range(0, Many).Select(n => n % 2 == 0
            ? client.Change(HttpMethod.Patch, "/agreements/locked", created.Tag, new JsonObject { ["notes"] = new JsonArray($"by {n}") })
            : client.Post("agreements", Drafts.Of("agreements", "locked", Drafts.Dates[1], "x"), "one-key")));
        var slowest = TimeSpan.Zero;
        while (!writes.IsCompleted)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            var read = await client.Get("/agreements/locked");
            Assert.Equal(200, read.Status);
            slowest = read.Took > slowest ? read.Took : slowest;
        }

        var answers = await writes;
        output.WriteLine($"{Many} writes: the first answered after {answers.Min(one => one.Took).TotalSeconds:F1} s, the last after "
            + $"{answers.Max(one => one.Took).TotalSeconds:F1} s; of the reads meanwhile the slowest took {slowest.TotalMilliseconds:F0} ms");
        Assert.Equal(503, Assert.Single(answers.Select(answer => answer.Status).Distinct()));
        Assert.All(answers, answer => Assert.InRange(answer.Took.TotalSeconds, 5, 12));
        Assert.InRange(slowest.TotalSeconds, 0, 3);

        await transaction.RollbackAsync(TestContext.Current.CancellationToken);
        var after = await client.Change(HttpMethod.Patch, "/agreements/locked", created.Tag, new JsonObject { ["notes"] = new JsonArray("at last") });
        Assert.Equal(200, after.Status);
    }

    [Fact]
    public async Task A_copy_of_the_service_that_freezes_amid_a_write_does_not_keep_the_record()
    {
        var key = await Drafts.AddKey(api.ConnectionString, "two copies");
        var client = new WritingClient(api.Client, key);
        var created = await client.Post("agreements", Drafts.Of("agreements", "frozen", Drafts.Dates[1], "x"), idempotencyKey: null);
        await using var copy = ServiceProcess.Launch("", [], ("ConnectionStrings__Cooperation", api.ConnectionString));
        await copy.Ready();

        await using var holder = await Drafts.Open(api.ConnectionString);
        await using var transaction = await holder.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await holder.ExecuteAsync("select lock_record('agreements', 'frozen')");
        var frozen = Patch(new WritingClient(copy.Client, key), created, "by the frozen");
        await LockIsAwaited();
        await copy.Send("STOP");
        await transaction.RollbackAsync(TestContext.Current.CancellationToken);

        // The lock is now of a backend that hears nothing more.
        var clock = Stopwatch.StartNew();
        var answer = await Patch(client, created, "by the other");
        for (; answer.Status == 503 && clock.Elapsed.TotalSeconds < 30; answer = await Patch(client, created, "by the other"))
        {
        }

        output.WriteLine($"Written after {clock.Elapsed.TotalSeconds:F1} s");
        await copy.Send("CONT");
        Assert.Equal(200, answer.Status);
        Assert.InRange(clock.Elapsed.TotalSeconds, 5, 15);
        Assert.Equal(503, (await frozen).Status);
        Assert.Equal("by the other", (string?)(await client.Get("/agreements/frozen")).Json["notes"]![0]);
    }

    [Fact]
    public async Task A_write_that_has_begun_is_done_though_its_client_leaves()
    {
        var client = new WritingClient(api.Client, await Drafts.AddKey(api.ConnectionString, "leaves"));
        await using var holder = await Drafts.Open(api.ConnectionString);
        await using var transaction = await holder.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await holder.ExecuteAsync("select lock_record('agreements', 'left-alone')");
        using var leaves = new CancellationTokenSource();
        var write = client.Post("agreements", Drafts.Of("agreements", "left-alone", Drafts.Dates[1], "x"), idempotencyKey: null, stop: leaves.Token);
        await LockIsAwaited();
        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => write);

        // So long that the service knows that nobody waits.
        await Task.Delay(500, TestContext.Current.CancellationToken);
        await transaction.RollbackAsync(TestContext.Current.CancellationToken);
        var clock = Stopwatch.StartNew();
        while ((await client.Get("/agreements/left-alone")).Status == 404)
        {
            Assert.InRange(clock.Elapsed.TotalSeconds, 0, 10);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Assert.Equal(200, (await client.Get("/agreements/left-alone")).Status);
    }

    private static Task<Answer> Patch(WritingClient client, Answer seen, string note) =>
        client.Change(HttpMethod.Patch, "/agreements/frozen", seen.Tag, new JsonObject { ["notes"] = new JsonArray(note) });

    // Seen from outside of the transaction, within which the activity stays what it was at first.
    private async Task LockIsAwaited()
    {
        const string WaitsSql = "select exists (select from pg_stat_activity where datname = current_database() and wait_event = 'advisory')";
        await using var connection = await Drafts.Open(api.ConnectionString);
        for (var time = 0; !await connection.ExecuteScalarAsync<bool>(WaitsSql); time++)
        {
            Assert.True(time < 500, "Nobody waits for the lock.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
