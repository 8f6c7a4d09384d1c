using System.Diagnostics;
using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CooperationApi.Tests.Kernel;

/// <summary>PostgreSQL is killed, takes no more connections or takes nothing in, and after a while does so again.</summary>
[Collection(nameof(Alone))]
public sealed class UnavailableDatabaseTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Own = "tests";

    private const string EndOthersSql = """
        select count(pg_terminate_backend(a.pid, 5000))
          from pg_stat_activity a
         where a.datname = current_database() and a.application_name <> 'tests'
        """;

    // Of what is promised within two seconds, whatever the machine.
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(4);

    private static readonly string[] Reads =
    [
        "/agreements", "/agreements/us-japan-sofa", "/sales/fms?partner=JPN", "/sales/summary?partner=JPN", "/search?q=treaty", "/partners/JPN/profile",
        "/agreements/export", "/changes", "/readyz",
    ];

    private readonly PrivatePostgresFolder files = new(Directory.CreateTempSubdirectory("cooperation-unavailable-").FullName);
    private PrivatePostgres postgres = null!;
    private ServiceProcess service = null!;
    private WritingClient writer = null!;
    private string database = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        postgres = new PrivatePostgres(files.Root, NullLogger.Instance);
        var server = await postgres.Start(Cancellation);
        database = new NpgsqlConnectionStringBuilder(server) { Pooling = false, ApplicationName = Own }.ConnectionString;
        service = ServiceProcess.Launch("", environment: [("ConnectionStrings__Cooperation", server), ("Cache__Megabytes", "0")]);
        await service.Ready();
        writer = new WritingClient(service.Client, await Drafts.AddKey(database, "unavailable"));
    }

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        await postgres.Stop();
        Directory.Delete(files.Root, recursive: true);
    }

    [Fact]
    public async Task It_is_killed()
    {
        await Signal("KILL");
        var slowest = await EveryoneIsTold();
        await postgres.Start(Cancellation);
        await EveryoneIsAnsweredAgain(slowest);
    }

    [Fact]
    public async Task It_has_no_connection_left()
    {
        var taken = new List<NpgsqlConnection>();
        await Take(taken);
        await taken[0].ExecuteAsync(EndOthersSql);
        await Take(taken);
        var slowest = await EveryoneIsTold();
        await Task.WhenAll(taken.Select(one => one.DisposeAsync().AsTask()));
        await EveryoneIsAnsweredAgain(slowest);
    }

    [Fact]
    public async Task It_takes_nothing_in()
    {
        await using var connection = await Drafts.Open(database);
        await connection.ExecuteAsync("alter database cooperation set default_transaction_read_only = on");
        await connection.ExecuteAsync(EndOthersSql);
        Assert.Equal(503, await Write());
        Assert.All(await Task.WhenAll(Reads.Select(Ask)), answer => Assert.Equal(200, answer.Status));

        await connection.ExecuteAsync("set default_transaction_read_only = off; alter database cooperation reset default_transaction_read_only");
        await connection.ExecuteAsync(EndOthersSql);
        Assert.Equal(201, await Write());
    }

    private async Task<TimeSpan> EveryoneIsTold()
    {
        var slowest = TimeSpan.Zero;
        for (var away = Stopwatch.StartNew(); away.Elapsed < Away;)
        {
            var answers = await Task.WhenAll(Reads.Concat(Reads).Select(Ask));
            Assert.All(answers, answer => Assert.Equal((503, Problem.MediaType, 2), (answer.Status, answer.MediaType, answer.RetryAfter)));
            Assert.Equal(503, await Write());
            Assert.Equal(200, (await Ask("/livez")).Status);
            slowest = answers.Select(answer => answer.Took).Append(slowest).Max();
        }

        return slowest;
    }

    private async Task EveryoneIsAnsweredAgain(TimeSpan slowest)
    {
        var back = Stopwatch.StartNew();
        while ((await Task.WhenAll(Reads.Select(Ask))).Any(answer => answer.Status == 503))
        {
            Assert.True(back.Elapsed < 3 * Bound, service.Output);
            await Task.Delay(20, Cancellation);
        }

        output.WriteLine($"Told after {slowest.TotalSeconds:F2} s at most, answered {back.Elapsed.TotalSeconds:F2} s after it was back");
        Assert.InRange(slowest, TimeSpan.Zero, Bound);
    }

    private async Task<(int Status, string? MediaType, double? RetryAfter, TimeSpan Took)> Ask(string path)
    {
        var clock = Stopwatch.StartNew();
        using var response = await service.Client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        await response.Content.ReadAsByteArrayAsync(Cancellation);
        return ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, response.Headers.RetryAfter?.Delta?.TotalSeconds, clock.Elapsed);
    }

    private async Task<int> Write() =>
        (await writer.Post("agreements", Drafts.Of("agreements", "unavailable", Drafts.Dates[1], "x"), idempotencyKey: null)).Status;

    private async Task Take(List<NpgsqlConnection> taken)
    {
        try
        {
            while (true)
            {
                var connection = new NpgsqlConnection(database);
                await connection.OpenAsync(Cancellation);
                taken.Add(connection);
            }
        }
        catch (PostgresException full) when (full.SqlState == PostgresErrorCodes.TooManyConnections)
        {
            // As it was to be.
        }
    }

    // The postmaster and all that it started.
    private async Task Signal(string name)
    {
        var postmaster = File.ReadLines(Path.Combine(files.Data, Postmaster.LockFileName)).First();
        using var kill = Process.Start("bash", ["-c", $"kill -{name} {postmaster} $(cat /proc/{postmaster}/task/*/children)"]);
        await kill.WaitForExitAsync(Cancellation);
        Assert.Equal(0, kill.ExitCode);
    }
}
