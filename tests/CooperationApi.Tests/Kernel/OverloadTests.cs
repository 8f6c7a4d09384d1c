using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CooperationApi.Tests.Kernel;

/// <summary>More is asked than can be answered, or it is asked and read so slowly that nobody else would be answered.</summary>
public sealed class OverloadTests(PostgresServer server) : IAsyncLifetime
{
    private const int Connections = 4;

    // Two for each connection in their turn, and four times as many who wait for it.
    private const int Room = Connections * 2 * 5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private string database = "";
    private ServiceProcess? service;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await server.Clone();
        service = ServiceProcess.Launch("", [], ("ConnectionStrings__Cooperation", $"{database};Maximum Pool Size={Connections}"));
        await service.Ready();
    }

    public async ValueTask DisposeAsync()
    {
        await service!.DisposeAsync();
        await server.Drop(database);
    }

    [Fact]
    public async Task Who_finds_no_room_is_told_at_once_and_who_found_some_is_answered()
    {
        await service!.Get("/exercises");
        await using var source = NpgsqlDataSource.Create(database);
        await using var held = await source.OpenConnectionAsync(Cancellation);
        await using var locked = await held.BeginTransactionAsync(Cancellation);
        await using (var command = new NpgsqlCommand("lock table agreements in access exclusive mode", held, locked))
        {
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        // Each another question, so that none is answered with another's answer.
        var asked = Enumerable.Range(1, 5 * Room).Select(n => Ask($"/agreements?limit={n}")).ToList();
        for (var clock = Stopwatch.StartNew(); asked.Count(one => one.IsCompleted) < 4 * Room; await Task.Delay(10, Cancellation))
        {
            Assert.True(clock.Elapsed < Patience, $"{asked.Count(one => one.IsCompleted)} were told");
        }

        var told = asked.Where(one => one.IsCompleted).ToList();
        Assert.All(await Task.WhenAll(told), answer => Assert.Equal((HttpStatusCode.ServiceUnavailable, Problem.MediaType, 2), answer));
        Assert.Equal(HttpStatusCode.OK, (await Ask("/livez")).Status);
        Assert.Equal(HttpStatusCode.OK, (await Ask("/exercises")).Status);
        Assert.Equal(4 * Room, asked.Count(one => one.IsCompleted));

        await locked.RollbackAsync(Cancellation);
        Assert.All(await Task.WhenAll(asked.Except(told)), answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
    }

    [Fact]
    public async Task Who_sends_or_reads_hardly_anything_is_dropped()
    {
        await ManyAgreements.Add(database, 30_000, Cancellation);
        await using var source = NpgsqlDataSource.Create(database);
        var (_, key) = await new ApiKeys(source, TimeProvider.System, NullLogger<ApiKeys>.Instance).Create("slow", Role.Editor, expires: null, Cancellation);
        await Task.WhenAll(
            IsDropped("GET /exercises HTTP/1.1\r\nHost: slow\r\nX-Header: ", "408"),
            IsDropped($"POST /exercises HTTP/1.1\r\nHost: slow\r\nX-Api-Key: {key}\r\nContent-Type: application/json\r\nContent-Length: 10000\r\n\r\n", "408"),
            IsBrokenOff("GET /agreements/export HTTP/1.1\r\nHost: slow\r\n\r\n"));
    }

    // Goes on with a letter a second.
    private async Task IsDropped(string begun, string status)
    {
        using var client = await Connect(begun);
        var answer = new byte[1000];
        var reading = client.GetStream().ReadAtLeastAsync(answer, 12, throwOnEndOfStream: false, Cancellation).AsTask();
        for (var clock = Stopwatch.StartNew(); !reading.IsCompleted; await Task.WhenAny(reading, Task.Delay(1000, Cancellation)))
        {
            Assert.True(clock.Elapsed < Patience, $"{begun} goes on");
            await client.GetStream().WriteAsync("a"u8.ToArray(), Cancellation);
        }

        Assert.Equal($"HTTP/1.1 {status}", Encoding.ASCII.GetString(answer, 0, Math.Min(12, await reading)));
    }

    private async Task IsBrokenOff(string asked)
    {
        using var client = await Connect(asked);
        await Task.Delay(Patience * 1.5, Cancellation);
        using var read = new MemoryStream();
        try
        {
            await client.GetStream().CopyToAsync(read, Cancellation);
        }
        catch (IOException)
        {
            // Reset.
        }

        Assert.False(read.ToArray().AsSpan().EndsWith("\r\n0\r\n\r\n"u8), "The export went on to its end.");
    }

    private async Task<TcpClient> Connect(string begun)
    {
        var client = new TcpClient { ReceiveBufferSize = 4096 };
        await client.ConnectAsync(service!.Client.BaseAddress!.Host, service.Client.BaseAddress.Port, Cancellation);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(begun), Cancellation);
        return client;
    }

    private async Task<(HttpStatusCode Status, string? MediaType, double? RetryAfter)> Ask(string path)
    {
        using var response = await service!.Client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        return (response.StatusCode, response.Content.Headers.ContentType?.MediaType, response.Headers.RetryAfter?.Delta?.TotalSeconds);
    }
}
