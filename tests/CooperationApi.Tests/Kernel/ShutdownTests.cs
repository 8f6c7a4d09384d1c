using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using CooperationApi.Tests.Testing;
using Dapper;
using Npgsql;
using static CooperationApi.Tests.Testing.ImportFiles;

namespace CooperationApi.Tests.Kernel;

/// <summary>The service as a process that is told to stop while it has things to do.</summary>
public sealed class ShutdownTests(PostgresServer server) : IAsyncLifetime
{
    private const string Path = "/agreements/us-japan-sofa";

    // Whoever reads or writes an agreement waits for it.
    private const string HoldSql = "lock table agreements in access exclusive mode";

    private const string HeldSql = """
        select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(60) };
    private string database = "";
    private string key = "";
    private ServiceProcess? service;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Uri Address => service!.Client.BaseAddress!;

    public async ValueTask InitializeAsync()
    {
        database = await server.Clone();
        key = await Drafts.AddKey(database, "who is cut off", "admin");
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        if (service is not null)
        {
            await service.DisposeAsync();
        }

        await server.Drop(database);
    }

    [Fact]
    public async Task What_is_under_way_is_finished_and_nothing_more_is_taken()
    {
        await Serve();
        using var idle = await Idle();
        await using var holder = await Hold();
        var read = http.GetAsync(new Uri(Address, Path), Cancellation);
        var write = http.SendAsync(Post("agreements", Drafts.Of("agreements", "under-way", Drafts.Dates[1], "x").ToJsonString(), "application/json"), Cancellation);
        var import = http.SendAsync(Post("agreements/import", Accord("under-way-too"), Ndjson), Cancellation);
        await Held(3);

        await service!.Send("TERM");
        Assert.Equal(0, await idle.GetStream().ReadAsync(new byte[1], Cancellation).AsTask().WaitAsync(Patience, Cancellation));
        await Refused();
        Assert.False(read.IsCompleted || write.IsCompleted || import.IsCompleted);

        await Release(holder);
        Assert.Equal([(HttpStatusCode.OK, true), (HttpStatusCode.Created, true), (HttpStatusCode.OK, true)],
            (await Task.WhenAll(read, write, import)).Select(answer => (answer.StatusCode, answer.Headers.ConnectionClose is true)));
        Assert.Equal(0, await service.Exit());
        Assert.Equal(2, await Count("agreements where id like 'under-way%'"));
    }

    [Fact]
    public async Task What_takes_longer_than_the_bound_is_broken_off_and_leaves_nothing()
    {
        await Serve(("DOTNET_SHUTDOWNTIMEOUTSECONDS", "3"));
        await using var holder = await Hold();
        var import = http.SendAsync(Post("agreements/import?importId=0198a0de-0000-7000-8000-000000000001", Accord("too-late"), Ndjson), Cancellation);
        await Held(1);

        var clock = Stopwatch.StartNew();
        await service!.Send("TERM");
        using var answer = await import;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("Nothing was written", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(0, await service.Exit());
        Assert.InRange(clock.Elapsed.TotalSeconds, 1.5, 8);
        await Release(holder);
        Assert.Equal(0, await Count("agreements where id = 'too-late'"));
        Assert.Equal(1, await Count("imports where state = 'failed' and detail like '%Nothing was written%'"));
    }

    [Theory]
    [InlineData("/changes/stream")]
    [InlineData("/imports/0198a0de-0000-7000-8000-000000000002/stream")]
    public async Task A_stream_of_events_ends_whole(string path)
    {
        await Serve();
        await Execute("insert into imports (id, resource, who) values ('0198a0de-0000-7000-8000-000000000002', 'agreements', 'x')");
        using var request = Request(HttpMethod.Get, path);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        var reading = response.Content.ReadAsStringAsync(Cancellation);
        var clock = Stopwatch.StartNew();
        Assert.Equal(0, await service!.Signal("TERM"));
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 8);

        // A body that ends before its last chunk is no string but an exception.
        Assert.Contains("\n\n", await reading.WaitAsync(Patience, Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("30", false)]
    [InlineData("2", true)]
    public async Task An_export_is_whole_or_seen_to_be_broken_off(string bound, bool isBrokenOff)
    {
        const int Rows = 60_000;
        await ManyAgreements.Add(database, Rows, Cancellation);
        await Serve(("DOTNET_SHUTDOWNTIMEOUTSECONDS", bound));
        using var response = await http.GetAsync(new Uri(Address, "/agreements/export?end=count"), HttpCompletionOption.ResponseHeadersRead, Cancellation);
        await using var body = await response.Content.ReadAsStreamAsync(Cancellation);
        await body.ReadExactlyAsync(new byte[100_000], Cancellation);
        await service!.Send("TERM");
        await Refused();
        if (isBrokenOff)
        {
            Assert.Equal(0, await service.Exit());
            await Assert.ThrowsAnyAsync<IOException>(() => body.CopyToAsync(Stream.Null, Cancellation));
            return;
        }

        using var text = new StreamReader(body);
        Assert.EndsWith("}\n", await text.ReadToEndAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(0, await service.Exit());
    }

    [Fact]
    public async Task Before_it_refuses_anybody_it_says_for_a_while_that_it_will()
    {
        await Serve(("Shutdown__DelaySeconds", "3"));
        using var stays = await http.GetAsync(new Uri(Address, Path), Cancellation);
        Assert.Null(stays.Headers.ConnectionClose);
        await service!.Send("TERM");
        var clock = Stopwatch.StartNew();
        HttpStatusCode ready;
        do
        {
            using var answer = await http.GetAsync(new Uri(Address, "/readyz"), Cancellation);
            (ready, var closes) = (answer.StatusCode, answer.Headers.ConnectionClose);
            Assert.Equal(ready == HttpStatusCode.OK ? null : true, closes);
        }
        while (ready == HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 1);

        // Kept, read and refused: whatever it is, its connection is closed after it.
        foreach (var (path, status) in new[] { (Path, 200), ("/agreements?limit=1", 200), ("/livez", 200), ("/agreements/nowhere", 404), ("/agreements?limit=x", 400) })
        {
            using var answer = await http.GetAsync(new Uri(Address, path), Cancellation);
            Assert.Equal((path, status, true), (path, (int)answer.StatusCode, answer.Headers.ConnectionClose is true));
        }

        await Refused();
        Assert.InRange(clock.Elapsed.TotalSeconds, 2, 8);
        Assert.Equal(0, await service.Exit());
    }

    private async Task Serve(params (string Name, string Value)[] environment)
    {
        service = ServiceProcess.Launch("", [], [("ConnectionStrings__Cooperation", database), .. environment]);
        await service.Ready();
        Assert.Contains("ok", await service.Get("/livez"), StringComparison.Ordinal);
    }

    // A connection that was used, and may be used again.
    private async Task<TcpClient> Idle()
    {
        var idle = new TcpClient();
        await idle.ConnectAsync(Address.Host, Address.Port, Cancellation);
        await idle.GetStream().WriteAsync("HEAD /livez HTTP/1.1\r\nHost: x\r\n\r\n"u8.ToArray(), Cancellation);
        var answer = new StringBuilder();
        for (var one = new byte[1]; !answer.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal);)
        {
            await idle.GetStream().ReadExactlyAsync(one, Cancellation);
            answer.Append((char)one[0]);
        }

        return idle;
    }

    private async Task Refused()
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience; await Task.Delay(20, Cancellation))
        {
            try
            {
                using var another = new TcpClient();
                await another.ConnectAsync(Address.Host, Address.Port, Cancellation);
            }
            catch (SocketException refused) when (refused.SocketErrorCode == SocketError.ConnectionRefused)
            {
                return;
            }
        }

        Assert.Fail("New connections are still taken.");
    }

    private async Task<NpgsqlConnection> Hold()
    {
        var holder = await Drafts.Open(database);
        await holder.ExecuteAsync($"begin; {HoldSql}");
        return holder;
    }

    private static Task<int> Release(NpgsqlConnection holder) => holder.ExecuteAsync("rollback");

    private async Task Held(int count)
    {
        await using var another = await Drafts.Open(database);
        for (var waited = Stopwatch.StartNew(); await another.ExecuteScalarAsync<long>(HeldSql) < count; await Task.Delay(20, Cancellation))
        {
            Assert.True(waited.Elapsed < Patience, $"There are no {count} that wait.");
        }
    }

    private HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, new Uri(Address, path));
        request.Headers.Add("X-Api-Key", key);
        return request;
    }

    private HttpRequestMessage Post(string path, string body, string mediaType)
    {
        var request = Request(HttpMethod.Post, path);
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new(mediaType) } };
        return request;
    }

    private async Task Execute(string sql)
    {
        await using var connection = await Drafts.Open(database);
        await connection.ExecuteAsync(sql);
    }

    private async Task<long> Count(string of)
    {
        await using var connection = await Drafts.Open(database);
        return await connection.ExecuteScalarAsync<long>($"select count(*) from {of}");
    }
}
