using System.Diagnostics;
using System.Text.Json.Nodes;
using CooperationApi.Tests.Changes;
using CooperationApi.Tests.Testing;
using Dapper;

namespace CooperationApi.Tests.Kernel;

/// <summary>Two copies behind nginx, restarted one after the other while clients read, write and follow: each request is sent once, and gets its success.</summary>
public sealed class RollingRestartTests(PostgresServer server, ITestOutputHelper output) : IAsyncLifetime
{
    private const int Clients = 6;
    private const int Restarts = 6;

    private const string WrittenSql = "select w.reason, count(*) from writes w join changes c on c.write = w.id where w.reason is not null group by w.reason";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string[] Reads = ["/agreements?limit=3", "/agreements/us-japan-sofa", "/partners/JPN/profile", "/search?q=aegis", "/timeline?partner=JPN&limit=5"];

    private readonly int[] ports = [Ports.Free(), Ports.Free()];
    private readonly ServiceProcess?[] copies = new ServiceProcess?[2];
    private readonly Ledger ledger = new();
    private string database = "";
    private Nginx? nginx;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await server.Clone();
        await Task.WhenAll(Start(0), Start(1));
        nginx = await Nginx.Start(ports[0], ports[1]);
    }

    public async ValueTask DisposeAsync()
    {
        await nginx!.DisposeAsync();
        foreach (var copy in copies)
        {
            await copy!.DisposeAsync();
        }

        await server.Drop(database);
    }

    [Fact(Explicit = true)]
    public async Task A_rolling_restart_under_load_loses_no_request()
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        using var http = new HttpClient { BaseAddress = nginx!.Address };
        var follower = new Follower([http], seed: 1);
        var listener = new Follower([http], seed: 2);
        var following = Task.WhenAll(
            Task.Run(() => follower.Page(restarts: true, end.Token), Cancellation), Task.Run(() => listener.Listen(end.Token), Cancellation));
        var key = await Drafts.AddKey(database, "one of many");
        using var enough = new CancellationTokenSource();
        var clock = Stopwatch.StartNew();
        var load = Enumerable.Range(0, Clients).Select(n => Task.Run(() => Use(n, key, enough.Token))).ToList();
        var away = new List<double>();
        for (var restart = 0; restart < Restarts; restart++)
        {
            await Task.Delay(1000, Cancellation);
            away.Add(await Restart(restart % 2));
        }

        await Task.Delay(1000, Cancellation);
        await enough.CancelAsync();
        var sent = (await Task.WhenAll(load).WaitAsync(Patience, Cancellation)).Sum();
        output.WriteLine($"{sent} requests in {clock.Elapsed.TotalSeconds:F0} s over {Restarts} restarts, each copy away for {away.Average():F1} s: {ledger.Statuses}; "
            + $"{ledger.Done} writes acknowledged");
        Assert.True(!ledger.Faults.Any(), $"{string.Join('\n', ledger.Faults.Take(20))}\n{nginx.Output}");

        await new WritingClient(http, key).Post("agreements", Drafts.Of("agreements", Follower.TheEnd, Drafts.Dates[1], "x"), "end", Follower.TheEnd);
        await following.WaitAsync(Patience, Cancellation);
        await using var connection = await Drafts.Open(database);
        var logged = (await connection.QueryAsync<string>(
            "select written_place(w.position, c.n, w.at) from changes c join writes w on w.id = c.write order by w.position, c.n")).ToList();
        Assert.Equal(logged, follower.Positions);
        Assert.Equal(logged, listener.Positions);
        Assert.Empty(ledger.Contradictions((await connection.QueryAsync<(string, long)>(WrittenSql)).ToDictionary()));
    }

    // Over a connection of its own, kept alive; answers how many requests it has sent.
    private async Task<int> Use(int seed, string key, CancellationToken enough)
    {
        using var http = new HttpClient { BaseAddress = nginx!.Address };
        var client = new WritingClient(http, key);
        var random = new Random(seed);
        var sent = 0;
        for (var n = 0; !enough.IsCancellationRequested; n++)
        {
            var id = $"rolling-{seed}-{n}";
            var created = await Send(id, 201, () => client.Post("agreements", Drafts.Of("agreements", id, Drafts.Dates[1], "x"), id, id));
            await Send($"{id}-patched", 200, () => client.Change(
                HttpMethod.Patch, $"/agreements/{id}", created?.Tag, new JsonObject { ["notes"] = new JsonArray("y") }, $"{id}-patched"));
            await Send(null, 200, () => client.Get($"/agreements/{id}"));
            sent += 3;
            for (var read = 0; read < 10; read++, sent++)
            {
                await Send(null, 200, () => client.Get(Reads[random.Next(Reads.Length)]));
            }
        }

        return sent;
    }

    // Once: whatever is not answered as it should be is lost.
    private async Task<Answer?> Send(string? write, int status, Func<Task<Answer>> send)
    {
        if (write is not null)
        {
            ledger.Begin(write);
        }

        try
        {
            var answer = await send();
            ledger.Note(write ?? "a read", answer, status);
            if (write is not null)
            {
                ledger.End(write, isDone: answer.Status == status);
            }

            return answer;
        }
        catch (HttpRequestException lost)
        {
            ledger.Note(write ?? "a read", new Answer(0, null, System.Text.Encoding.UTF8.GetBytes(lost.Message), TimeSpan.Zero), status);
            return null;
        }
    }

    private async Task<double> Restart(int copy)
    {
        var clock = Stopwatch.StartNew();
        Assert.Equal(0, await copies[copy]!.Signal("TERM"));
        await copies[copy]!.DisposeAsync();
        await Start(copy);
        return clock.Elapsed.TotalSeconds;
    }

    private async Task Start(int copy)
    {
        copies[copy] = ServiceProcess.Launch(
            "", [], ("ConnectionStrings__Cooperation", database), ("ASPNETCORE_URLS", $"http://127.0.0.1:{ports[copy]}"));
        await copies[copy]!.Ready();
        Assert.Contains("ok", await copies[copy]!.Get("/readyz"), StringComparison.Ordinal);
    }
}
