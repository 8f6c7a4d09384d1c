using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationApi.Tests.Changes;

/// <summary>The changes as server-sent events.</summary>
public sealed class ChangeStreamTests(Api api, PostgresServer server) : IClassFixture<Api>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Sends_what_the_list_has_and_then_what_comes()
    {
        await Writes.Add(api.ConnectionString, ["a1", "a2"]);
        using var stream = await Listening.To(api.Client, "/changes/stream?resource=agreements");
        var listed = (await api.Read("/changes?limit=200&resource=agreements"))["items"]!.AsArray();
        foreach (var change in listed)
        {
            var sent = await stream.Next();
            Assert.Equal(("change", (string)change!["position"]!), (sent.EventType, sent.EventId));
            Assert.Equal(change.ToJsonString(), JsonNode.Parse(sent.Data)!.ToJsonString());
        }

        await Writes.Add(api.ConnectionString, ["a3"]);
        api.Services.GetRequiredService<ChangeSignal>().Signal();
        Assert.Equal("a3", await stream.NextId());
    }

    [Fact]
    public async Task Goes_on_after_the_last_event_seen_rather_than_after_where_it_began()
    {
        await Writes.Add(api.ConnectionString, ["b1", "b2", "b3"]);
        string seen;
        using (var stream = await Listening.To(api.Client, "/changes/stream?resource=agreements"))
        {
            while (await stream.NextId() != "b1")
            {
            }

            seen = stream.LastEventId;
        }

        await Writes.Add(api.ConnectionString, ["b4"]);
        using var again = await Listening.To(api.Client, "/changes/stream?after=now", ("Last-Event-ID", seen));
        Assert.Equal(["b2", "b3", "b4"], [await again.NextId(), await again.NextId(), await again.NextId()]);
    }

    [Fact]
    public async Task Says_where_it_begins_before_there_is_any_event()
    {
        var now = (string)(await api.Read("/changes?after=now"))["next"]!;
        using var response = await api.Send("/changes/stream?after=now");
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Equal("retry: 2000", await lines.ReadLineAsync(TestContext.Current.CancellationToken));
        Assert.Equal($"id: {now.Split("after=")[1]}", await lines.ReadLineAsync(TestContext.Current.CancellationToken));
        Assert.Equal("", await lines.ReadLineAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Shows_in_silence_that_it_lives_and_moves_on_past_what_it_leaves_out()
    {
        using var response = await api.Send("/changes/stream?after=now&resource=objectives");
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        await Writes.Add(api.ConnectionString, ["c1"]);
        while (await Line(lines) != ":")
        {
        }

        var last = (await api.Read("/changes?after=now"))["next"]!;
        Assert.Equal($"id: {((string)last!).Split("after=")[1]}", await Line(lines));
    }

    [Fact]
    public async Task Is_held_back_by_nobody_and_kept_by_nobody()
    {
        using var response = await api.Send("/changes/stream", ("Accept-Encoding", "gzip, br"), ("If-None-Match", "*"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/event-stream", $"{response.Content.Headers.ContentType}");
        Assert.Empty(response.Content.Headers.ContentEncoding);
        Assert.Equal("no-store, no-transform", string.Join(", ", response.Headers.GetValues("Cache-Control")));
        Assert.Equal("no", Assert.Single(response.Headers.GetValues("X-Accel-Buffering")));
        Assert.Equal("*", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Null(response.Headers.ETag);
        using var head = await api.Send(HttpMethod.Head, "/changes/stream");
        Assert.Equal("text/event-stream", $"{head.Content.Headers.ContentType}");
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        using var json = await api.Send("/changes/stream", ("Accept", "application/json"));
        Assert.Equal(HttpStatusCode.NotAcceptable, json.StatusCode);
        using var deleting = await api.Send(HttpMethod.Delete, "/changes/stream");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, deleting.StatusCode);
    }

    [Theory]
    [InlineData("x", "invalidValue")]
    [InlineData("", "invalidValue")]
    [InlineData("999999999.1-000000", "unknownValue")]
    public async Task Refuses_a_last_event_that_is_none_of_its_own(string last, string code)
    {
        using var response = await api.Send("/changes/stream", ("Last-Event-ID", last));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var fault = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["errors"]![0]!;
        Assert.Equal(("Last-Event-ID", code), ((string)fault["parameter"]!, (string)fault["code"]!));
    }

    [Fact]
    public async Task Ends_whole_and_at_once_when_the_service_stops_and_so_does_who_waits()
    {
        var database = await server.Clone();
        await using (var service = ServiceProcess.Launch("", [], ("ConnectionStrings__Cooperation", database)))
        {
            await service.Ready();
            using var stream = await Listening.To(service.Client, "/changes/stream?after=now");
            var waiting = service.Get("/changes?wait=25&after=now");
            await Writes.Add(database, ["d1"]);
            Assert.Equal("d1", await stream.NextId());
            await waiting;
            waiting = service.Get("/changes?wait=25&after=now");
            await Task.Delay(300, TestContext.Current.CancellationToken);
            var clock = System.Diagnostics.Stopwatch.StartNew();
            Assert.Equal(0, await service.Signal("TERM"));
            Assert.InRange(clock.Elapsed.TotalSeconds, 0, 5);
            Assert.True(await stream.Ends());
            Assert.Empty(JsonNode.Parse(await waiting)!["items"]!.AsArray());
        }

        await server.Drop(database);
    }

    [Fact]
    public async Task Another_copy_of_the_service_hears_of_a_write_at_once()
    {
        await using var other = ServiceProcess.Launch("", [], ("ConnectionStrings__Cooperation", api.ConnectionString));
        await other.Ready();
        using var stream = await Listening.To(other.Client, "/changes/stream?after=now");
        var delays = new List<TimeSpan>();
        for (var time = 0; time < 7; time++)
        {
            await Task.Delay(200 + (time * 90), TestContext.Current.CancellationToken);
            await Writes.Add(api.ConnectionString, [$"e{time}"]);
            api.Services.GetRequiredService<ChangeSignal>().Signal();
            var clock = System.Diagnostics.Stopwatch.StartNew();
            Assert.Equal($"e{time}", await stream.NextId());
            delays.Add(clock.Elapsed);
        }

        Assert.InRange(delays.Order().ElementAt(3).TotalMilliseconds, 0, 250);
    }

    [Fact]
    public async Task Goes_on_hearing_after_its_connection_is_lost()
    {
        using var stream = await Listening.To(api.Client, "/changes/stream?after=now");
        await using (var source = Npgsql.NpgsqlDataSource.Create(api.ConnectionString))
        await using (var command = source.CreateCommand("""
            select count(pg_terminate_backend(pid)) from pg_stat_activity
             where datname = current_database() and query ~ 'number_writes|listen' and pid <> pg_backend_pid()
            """))
        {
            Assert.True((long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))! > 0);
        }

        await Writes.Add(api.ConnectionString, ["f1"]);
        Assert.Equal("f1", await stream.NextId());
    }

    private static async Task<string?> Line(StreamReader lines) =>
        await lines.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken);

    /// <summary>Who listens to a stream, with the parser of the framework.</summary>
    private sealed class Listening(HttpResponseMessage response, SseParser<string> parser) : IDisposable
    {
        private readonly IAsyncEnumerator<SseItem<string>> events = parser.EnumerateAsync().GetAsyncEnumerator();

        public string LastEventId => parser.LastEventId;

        public static async Task<Listening> To(HttpClient client, string path, params (string Name, string Value)[] headers)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            foreach (var (name, value) in headers)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }

            var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            return new Listening(response, SseParser.Create(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)));
        }

        public async Task<SseItem<string>> Next()
        {
            Assert.True(await events.MoveNextAsync().AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken));
            return events.Current;
        }

        public async Task<string> NextId() => (string)JsonNode.Parse((await Next()).Data)!["id"]!;

        public async Task<bool> Ends() =>
            !await events.MoveNextAsync().AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken);

        public void Dispose() => response.Dispose();
    }
}
