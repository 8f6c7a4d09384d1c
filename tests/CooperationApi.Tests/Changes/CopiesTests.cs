using CooperationApi.Tests.Kernel;
using CooperationApi.Tests.Testing;
using Dapper;
using Npgsql;

namespace CooperationApi.Tests.Changes;

/// <summary>
/// Eight writers, cut off at any moment, and four followers, who all use two copies of the service; each follower ends with a copy of what the
/// database holds.
/// </summary>
public sealed class CopiesTests(PostgresServer server, ITestOutputHelper output) : IAsyncLifetime
{
    private const int HttpWriters = 6;
    private const int SqlWriters = 2;

    // Whoever is amid a transaction, or writes in SQL.
    private const string KillSql = """
        select count(pg_terminate_backend(a.pid))
          from (select pid from pg_stat_activity
                 where datname = current_database() and pid <> pg_backend_pid() and application_name <> 'tests'
                   and (application_name = @SqlName or state <> 'idle')
                 order by random()
                 limit 1) a
        """;

    private const string WrittenSql = "select w.reason, count(*) from writes w join changes c on c.write = w.id where w.reason is not null group by w.reason";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private string database = "";
    private ServiceProcess[] services = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await server.Clone();
        await Drafts.AddSheets(database);
        services = [.. Enumerable.Range(0, 2).Select(_ => ServiceProcess.Launch("", [], ("ConnectionStrings__Cooperation", database)))];
        await Task.WhenAll(services.Select(one => one.Ready()));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in services)
        {
            await service.DisposeAsync();
        }

        await server.Drop(database);
    }

    [Fact]
    public Task Ten_seconds_of_writers_that_are_cut_off_leave_every_follower_with_a_true_copy() => Torture(TimeSpan.FromSeconds(10));

    [Fact(Explicit = true)]
    public Task A_minute_of_writers_that_are_cut_off_leaves_every_follower_with_a_true_copy() => Torture(TimeSpan.FromSeconds(60));

    private async Task Torture(TimeSpan time)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(time + Patience);
        var followers = Enumerable.Range(0, 4).Select(seed => new Follower([.. services.Select(one => one.Client)], seed)).ToList();
        var following = Task.WhenAll(followers.Select((one, n) => Task.Run(() => n < 2 ? one.Page(restarts: n == 1, patience.Token) : one.Listen(patience.Token))));

        var ledger = new Ledger();
        var key = await Drafts.AddKey(database, "one of eight");
        var clients = services.Select(one => new WritingClient(one.Client, key)).ToList();
        await Task.WhenAll(Drafts.Resources.Select(one => clients[0].Post(one, Drafts.Of(one, "to-warm-up", Drafts.Dates[1], "x"), "warm-up")));
        using var end = new CancellationTokenSource(time);
        var killed = Kill(end.Token);
        await Task.WhenAll([
            .. Enumerable.Range(0, HttpWriters).Select(n => Task.Run(() => new RandomWriter($"http-{n}", n, ledger).Write(clients[n % clients.Count], end.Token))),
            .. Enumerable.Range(0, SqlWriters).Select(n => Task.Run(() => new RandomWriter($"sql-{n}", 100 + n, ledger).WriteInSql(database, end.Token))),
        ]).WaitAsync(time + Patience, Cancellation);
        await killed;
        Assert.Equal(201, (await clients[0].Post("agreements", Drafts.Of("agreements", Follower.TheEnd, Drafts.Dates[1], "x"), "end", Follower.TheEnd)).Status);
        await following.WaitAsync(Patience, Cancellation);

        await using var connection = await Drafts.Open(database);
        output.WriteLine($"{time.TotalSeconds:F0} s: {followers[0].Positions.Count} entries; {ledger.Done} writes acknowledged, {ledger.Unknown} not; "
            + $"{await killed} backends killed, {ledger.Aborted} connections of writers cut, {string.Join(" + ", followers.Select(one => one.Interruptions))} of followers; "
            + $"answers: {ledger.Statuses}");
        Assert.True(!ledger.Faults.Any(), $"{string.Join('\n', ledger.Faults)}\n{string.Join('\n', services.Select(one => one.Output))}");
        await Check(connection, followers, ledger);
    }

    private static async Task Check(NpgsqlConnection connection, IReadOnlyList<Follower> followers, Ledger ledger)
    {
        var logged = (await connection.QueryAsync<string>(
            "select written_place(w.position, c.n, w.at) from changes c join writes w on w.id = c.write order by w.position, c.n")).ToList();
        Assert.Equal(logged.Count, logged.Distinct().Count());
        Assert.All(followers, one => Assert.Equal(logged, one.Positions));

        var held = await Copy.Held(connection);
        Assert.All(followers, one => Assert.Equal(held, one.Copy.Lines()));

        var written = (await connection.QueryAsync<(string Reason, long Times)>(WrittenSql)).ToDictionary(one => one.Reason, one => one.Times);
        Assert.Empty(ledger.Contradictions(written));
    }

    private async Task<long> Kill(CancellationToken end)
    {
        var random = new Random(1);
        var count = 0L;
        await using var connection = await Drafts.Open(database);
        while (!end.IsCancellationRequested)
        {
            await Task.Delay(random.Next(50, 400), Cancellation);
            count += await connection.ExecuteScalarAsync<long>(KillSql, new { RandomWriter.SqlName });
        }

        return count;
    }
}
