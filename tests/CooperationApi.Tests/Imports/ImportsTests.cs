using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;
using static CooperationApi.Tests.Testing.ImportFiles;

namespace CooperationApi.Tests.Imports;

/// <summary>An import is followed while it goes on, and its end can be asked for.</summary>
public sealed class ImportsTests(Api api) : IClassFixture<Api>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task An_import_is_told_with_its_report()
    {
        var id = Guid.NewGuid();
        var report = await api.Done("agreements", Accord("told-a"), $"?importId={id}");
        Assert.Equal(id, (Guid)report["id"]!);
        var import = await Read(id);
        Assert.Equal(("done", "importer", 1, 1), ((string?)import["state"], (string?)import["who"], (long)import["rowsRead"]!, (long)import["rowsWritten"]!));
        Assert.Equal(report.ToJsonString(), import["report"]!.ToJsonString());
        Assert.True((long)import["bytesRead"]! > 100);
    }

    [Fact]
    public async Task A_rejected_import_is_told_with_its_faults()
    {
        var id = Guid.NewGuid();
        await api.Rejected("agreements", "{}\n", $"?importId={id}");
        var import = await Read(id);
        Assert.Equal("rejected", (string?)import["state"]);
        Assert.NotEmpty(import["report"]!["faults"]!.AsArray());
    }

    [Fact]
    public async Task An_id_names_one_import()
    {
        var id = Guid.NewGuid();
        await api.Done("agreements", Accord("once-a"), $"?importId={id}");
        Assert.Equal(409, (await api.Import("agreements", Accord("once-b"), $"?importId={id}")).Status);
    }

    [Fact]
    public async Task Progress_is_seen_while_the_file_is_sent_and_the_stream_of_it_ends_with_the_import()
    {
        var id = Guid.NewGuid();
        using var file = new SlowFile();
        using var request = await api.Request("agreements", new FileContent(file, Ndjson, isGzip: false), $"?importId={id}", Ndjson);
        var sending = api.Client.SendAsync(request, TestContext.Current.CancellationToken);
        file.Add(Accord("slow-a") + Accord("slow-b"));
        var seen = await Until(id, import => (long?)import["rowsRead"] >= 2);
        Assert.Equal("running", (string?)seen["state"]);
        Assert.True((long)seen["bytesRead"]! > 200);

        using var follow = await WithKey($"/imports/{id}/stream");
        using var events = await api.Client.SendAsync(follow, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        file.End();
        var text = await events.Content.ReadAsStringAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.Contains("\"state\":\"running\"", text, StringComparison.Ordinal);
        Assert.Contains("event: import\ndata: {", text, StringComparison.Ordinal);
        Assert.Contains("\"state\":\"done\"", text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)[^1], StringComparison.Ordinal);
        using var done = await sending;
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
    }

    [Fact]
    public async Task A_connection_that_is_lost_while_it_sends_leaves_nothing()
    {
        var id = Guid.NewGuid();
        var address = api.Client.BaseAddress!;
        using (var socket = new TcpClient())
        {
            await socket.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
            var body = Accord("lost-a") + Accord("lost-b");
            var head = $"POST /agreements/import?importId={id} HTTP/1.1\r\nHost: x\r\nX-Api-Key: {await Key(api)}\r\nContent-Type: {Ndjson}\r\nContent-Length: 100000\r\n\r\n";
            await socket.GetStream().WriteAsync(Encoding.UTF8.GetBytes(head + body), TestContext.Current.CancellationToken);
            await Until(id, import => (long?)import["rowsRead"] >= 2);
        }

        var failed = await Until(id, import => (string?)import["state"] == "failed");
        Assert.NotEmpty((string)failed["detail"]!);
        Assert.Equal(0, await api.Number("select count(*) from agreements where id like 'lost-%'"));
    }

    [Fact]
    public async Task One_whose_service_is_silent_is_interrupted()
    {
        var id = Guid.NewGuid();
        await api.Execute($"insert into imports (id, resource, who, seen_at) values ('{id}', 'agreements', 'x', now() - interval '31 seconds')");
        Assert.Equal("interrupted", (string?)(await Read(id))["state"]);
    }

    [Fact]
    public async Task A_third_import_at_once_is_told_to_come_again()
    {
        using var one = new SlowFile();
        using var two = new SlowFile();
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        using var requestOne = await api.Request("agreements", new FileContent(one, Ndjson, isGzip: false), $"?importId={first}", Ndjson);
        using var requestTwo = await api.Request("agreements", new FileContent(two, Ndjson, isGzip: false), $"?importId={second}", Ndjson);
        var sendingOne = api.Client.SendAsync(requestOne, TestContext.Current.CancellationToken);
        var sendingTwo = api.Client.SendAsync(requestTwo, TestContext.Current.CancellationToken);
        one.Add("\n");
        two.Add("\n");
        await Until(first, _ => true);
        await Until(second, _ => true);
        using var third = await api.Request("agreements", new ByteArrayContent([]), "", Ndjson);
        using var refused = await api.Client.SendAsync(third, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        one.End();
        two.End();
        using var answerOne = await sendingOne;
        using var answerTwo = await sendingTwo;
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (answerOne.StatusCode, answerTwo.StatusCode));
    }

    [Theory]
    [InlineData("/imports/7f2c1d9e-3b64-4f0a-9d0e-5c8a1b2e6f47")]
    [InlineData("/imports/nonsense")]
    [InlineData("/imports/nonsense/stream")]
    public async Task An_id_that_is_none_is_not_found(string path)
    {
        using var request = await WithKey(path);
        using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private async Task<HttpRequestMessage> WithKey(string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Api-Key", await Key(api));
        return request;
    }

    private async Task<JsonNode> Read(Guid id)
    {
        using var request = await WithKey($"/imports/{id}");
        using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
    }

    private async Task<JsonNode> Until(Guid id, Func<JsonNode, bool> isSo)
    {
        for (var end = DateTime.UtcNow + Patience; ;)
        {
            var import = await Read(id);
            if (import["id"] is not null && isSo(import))
            {
                return import;
            }

            Assert.True(DateTime.UtcNow < end, $"It stays: {import}");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>A file whose rows come when the test says so.</summary>
    private sealed class SlowFile : Stream
    {
        private readonly System.IO.Pipelines.Pipe pipe = new();

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public void Add(string text)
        {
            pipe.Writer.Write(Encoding.UTF8.GetBytes(text));
            pipe.Writer.FlushAsync().AsTask().GetAwaiter().GetResult();
        }

        public void End() => pipe.Writer.Complete();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            pipe.Reader.AsStream().ReadAsync(buffer, cancellationToken);

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
