using System.Diagnostics;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;

namespace CooperationApi.Tests.Kernel;

/// <summary>The service and its PostgreSQL, killed in turn with SIGKILL while clients write and try again: what was acknowledged is there, once.</summary>
public sealed class KilledTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Clients = 6;

    private const string WrittenSql = """
        select w.reason, count(*) from writes w join changes c on c.write = w.id where w.reason is not null group by w.reason
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly PrivatePostgresFolder files = new(Directory.CreateTempSubdirectory("killed-").FullName);
    private readonly Ledger ledger = new();
    private readonly CancellationTokenSource end = new();
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(15) };
    private PrivatePostgres? copy;
    private ServiceProcess? service;
    private string database = "";
    private int retries;
    private int lost;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        service = await ServiceProcess.Start(files.Root);

        // Another user of the same server, so that it lives on when the service is killed.
        copy = new PrivatePostgres(files.Root, NullLogger.Instance);
        database = await copy.Start(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await service!.DisposeAsync();
        await copy!.Stop();
        http.Dispose();
        end.Dispose();
        Directory.Delete(files.Root, recursive: true);
    }

    [Fact]
    public Task What_is_acknowledged_survives_four_kills() => Torture(4);

    [Fact(Explicit = true)]
    public Task What_is_acknowledged_survives_fifty_kills() => Torture(50);

    private async Task Torture(int kills)
    {
        var clock = Stopwatch.StartNew();
        var client = new WritingClient(http, await Drafts.AddKey(database, "the retrying"), () => service!.Client.BaseAddress);
        var writing = Enumerable.Range(0, Clients).Select(n => Task.Run(() => Write(client, n))).ToList();
        await SomeWrites();
        var away = new List<(bool IsService, double Seconds)>();
        for (var kill = 0; kill < kills; kill++)
        {
            var killed = Stopwatch.StartNew();
            var isService = kill % 2 == 0;
            await (isService ? KillTheService() : KillPostgres());
            await SomeWrites();
            away.Add((isService, killed.Elapsed.TotalSeconds));
        }

        await end.CancelAsync();
        var abandoned = (await Task.WhenAll(writing).WaitAsync(Patience, Cancellation)).SelectMany(one => one).ToList();
        output.WriteLine($"{kills} kills in {clock.Elapsed.TotalSeconds:F0} s: {ledger.Done} writes acknowledged, {retries} sent again, "
            + $"{lost} connections lost, {abandoned.Count} POSTs given up, {ledger.Unknown} writes of which nothing is known; answers: {ledger.Statuses}; "
            + $"writing again after {away.Where(one => one.IsService).Average(one => one.Seconds):F1} s without the service, "
            + $"after {away.Where(one => !one.IsService).Average(one => one.Seconds):F1} s without PostgreSQL");
        Assert.Empty(ledger.Faults);
        Assert.Empty(ledger.Contradictions(await Written()));

        foreach (var (reason, draft) in abandoned)
        {
            var answer = await client.Post("agreements", draft, reason, reason);
            Assert.Equal((201, reason), (answer.Status, (string)answer.Json["id"]!));
            ledger.End(reason, isDone: true);
        }

        Assert.Empty(ledger.Contradictions(await Written()));
    }

    // Answers the writes that were given up.
    private async Task<IReadOnlyList<(string Reason, JsonObject Draft)>> Write(WritingClient client, int seed)
    {
        var random = new Random(seed);
        var abandoned = new List<(string, JsonObject)>();
        for (var n = 0; !end.IsCancellationRequested; n++)
        {
            var id = $"killed-{seed}-{n}";
            var draft = Drafts.Of("agreements", id, Drafts.Dates[1], "as it was");
            ledger.Begin(id);
            if (await Post(client, draft, id, mayGiveUp: random.Next(3) == 0) is not { } created)
            {
                abandoned.Add((id, draft));
                continue;
            }

            ledger.End(id, isDone: true);
            if (random.Next(3) == 0)
            {
                var again = await Post(client, draft, id, mayGiveUp: false);
                Assert.Equal((created.Status, created.Text), (again!.Status, again.Text));
            }

            if (random.Next(3) == 0)
            {
                await Patch(client, id, created.Tag!);
            }
        }

        return abandoned;
    }

    private async Task<Answer?> Post(WritingClient client, JsonObject draft, string id, bool mayGiveUp)
    {
        while (true)
        {
            if (await Try(() => client.Post("agreements", draft.DeepClone(), id, id)) is { } answer)
            {
                ledger.Note($"POST {id}", answer, 201, 503);
                if (answer.Status == 201)
                {
                    return answer;
                }
            }

            if (mayGiveUp)
            {
                return null;
            }

            Interlocked.Increment(ref retries);
            await Task.Delay(50, Cancellation);
        }
    }

    // The tag makes a second try harmless: 412 says that the first one may have been done.
    private async Task Patch(WritingClient client, string id, string tag)
    {
        var reason = $"{id}-patched";
        ledger.Begin(reason);
        for (var isFirst = true; ; isFirst = false)
        {
            var patch = new JsonObject { ["notes"] = new JsonArray(reason) };
            if (await Try(() => client.Change(HttpMethod.Patch, $"/agreements/{id}", tag, patch, reason)) is { } answer)
            {
                ledger.Note($"PATCH {id}", answer, isFirst ? [200, 503] : [200, 412, 503]);
                if (answer.Status != 503)
                {
                    // Nobody else writes this record.
                    ledger.End(reason, isDone: true);
                    return;
                }
            }

            Interlocked.Increment(ref retries);
            await Task.Delay(50, Cancellation);
        }
    }

    private async Task<Answer?> Try(Func<Task<Answer>> send)
    {
        try
        {
            return await send();
        }
        catch (Exception cut) when (cut is HttpRequestException or SocketException)
        {
            // HttpClient lets the socket's own exception through where its peer ends just as it is connected.
            Interlocked.Increment(ref lost);
            return null;
        }
    }

    private async Task KillTheService()
    {
        var killed = service!;
        await killed.Signal("KILL");
        service = await ServiceProcess.Start(files.Root);
        await killed.DisposeAsync();
    }

    // The service starts it again.
    private async Task KillPostgres()
    {
        var id = int.Parse(File.ReadLines(Path.Combine(files.Data, Postmaster.LockFileName)).First(), provider: null);
        using var postmaster = Process.GetProcessById(id);
        postmaster.Kill();
        await postmaster.WaitForExitAsync(Cancellation);
    }

    // Until it answers writes again, and a moment longer.
    private async Task SomeWrites()
    {
        var enough = ledger.Done + 15;
        var clock = Stopwatch.StartNew();
        while (ledger.Done < enough)
        {
            Assert.Empty(ledger.Faults);
            Assert.True(clock.Elapsed < Patience, $"Nothing is written any more: {ledger.Statuses}; {service!.Output[^Math.Min(4000, service.Output.Length)..]}");
            await Task.Delay(10, Cancellation);
        }
    }

    private async Task<IReadOnlyDictionary<string, long>> Written()
    {
        await using var connection = await Drafts.Open(database);
        return (await connection.QueryAsync<(string Reason, long Times)>(WrittenSql)).ToDictionary(one => one.Reason, one => one.Times);
    }
}
