using System.Net;
using System.Text.Json.Nodes;
using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CooperationApi.Tests.Kernel;

/// <summary>What is kept is told by a row changed behind the service's back, which is no news: the old answer is a kept one.</summary>
public sealed class AnswerCacheTests(Api api) : IClassFixture<Api>
{
    private const string Path = "/agreements/us-japan-sofa";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private ChangeSignal Signal => api.Services.GetRequiredService<ChangeSignal>();

    [Fact]
    public async Task Equal_questions_get_the_kept_answer_until_there_is_news()
    {
        await Hears();
        var kept = await Purpose(Path);
        await Hidden("One");
        Assert.Equal(kept, await Purpose(Path));
        Signal.Signal();
        Assert.Equal("One", await Purpose(Path));
    }

    [Theory]
    [InlineData("/agreements?limit=3&kind=SOFA", "/agreements?kind=SOFA&limit=3", "Accept", "*/*")]
    [InlineData("/agreements?kind=SOFA&limit=4", "/agreements?kind=SOFA&limit=4", "Accept", "text/csv;q=0.5, application/json")]
    [InlineData("/agreements?kind=SOFA&q=status%20of", "/agreements?q=status+of&kind=%53OFA", "X-Other", "one")]
    public async Task A_question_is_the_same_however_it_is_spelled(string path, string other, string header, string value)
    {
        await Hears();
        using var first = await api.Send(path);
        await Hidden($"Hidden from {path}");
        using var second = await api.Send(other, (header, value));
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Equal(first.Headers.GetValues("Link"), second.Headers.GetValues("Link"));
    }

    [Theory]
    [InlineData("/agreements?kind=SOFA", "/agreements?KIND=SOFA")]
    [InlineData("/agreements?kind=SOFA", "/agreements?kind=SOFA&KIND=SMA")]
    [InlineData("/agreements?q=%25FF", "/agreements?q=%FF")]
    [InlineData("/agreements?limit=5", "/agreements?limit=5&limit=5")]
    [InlineData("/agreements/us-japan-sofa", "/agreements/us-japan-sofa?")]
    [InlineData("/agreements?limit=6", "/agreements%3Flimit=6")]
    public async Task What_is_refused_is_refused_though_something_like_it_was_answered(string answered, string refused)
    {
        using var first = await api.Send(answered);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        using var again = await api.Send(answered);
        using var second = await api.Send(refused);
        Assert.Equal(refused.EndsWith('?') ? HttpStatusCode.OK : refused.Contains('?', StringComparison.Ordinal) ? HttpStatusCode.BadRequest : HttpStatusCode.NotFound, second.StatusCode);
    }

    [Fact]
    public async Task A_credential_that_does_not_hold_gets_no_kept_answer()
    {
        _ = await Purpose(Path);
        using var refused = await api.Send(Path, (Credentials.KeyHeader, "coop_nonsense"));
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        using var known = await api.Send(Path, (Credentials.KeyHeader, await api.Key(Role.Editor)));
        Assert.Equal(HttpStatusCode.OK, known.StatusCode);
    }

    [Fact]
    public async Task A_citation_names_the_service_as_its_own_reader_does()
    {
        foreach (var host in new[] { "one.example", "two.example", "one.example" })
        {
            using var cited = await api.Send(Path + "/citation", ("Host", host));
            Assert.Contains($"http://{host}/agreements/us-japan-sofa", await cited.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Each_form_and_each_encoding_is_kept_as_it_was_first_sent()
    {
        await Hears();
        foreach (var (accept, encoding) in new[] { ("application/json", "br"), ("application/json", "gzip"), ("text/csv", "identity"), ("application/x-ndjson", "br") })
        {
            (string, string)[] headers = [("Accept", accept), ("Accept-Encoding", encoding)];
            using var first = await api.Send("/agreements", headers);
            using var second = await api.Send("/agreements", headers);
            using var head = await api.Send(HttpMethod.Head, "/agreements", headers);
            using var known = await api.Send("/agreements", [.. headers, ("If-None-Match", first.Headers.ETag!.ToString())]);
            Assert.Equal(Headers(first), Headers(second));
            Assert.Equal(Headers(first), Headers(head));
            Assert.Equal(encoding == "identity" ? [] : [encoding], first.Content.Headers.ContentEncoding);
            Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
            Assert.Equal(await first.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), await second.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Who_has_written_reads_what_was_written_while_others_read_all_the_time()
    {
        var key = await api.Key(Role.Editor);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!enough.IsCancellationRequested)
            {
                await Purpose("/agreements/us-japan-security-treaty");
            }
        })).ToList();
        for (var n = 0; n < 60; n++)
        {
            var written = await api.Patch("/agreements/us-japan-security-treaty", $$"""{"purpose":"Written {{n}}"}""", key, await api.IfMatch("/agreements/us-japan-security-treaty"));
            Assert.Equal(200, written.Status);
            Assert.Equal($"Written {n}", await Purpose("/agreements/us-japan-security-treaty"));
            Assert.Equal($"Written {n}", (string)(await api.Read("/agreements?q=written&fields=id,purpose"))["items"]![0]!["purpose"]!);
        }

        await enough.CancelAsync();
        await Task.WhenAll(readers);
    }

    [Fact]
    public async Task An_answer_read_before_a_write_is_not_kept_when_it_comes_after_it()
    {
        const string List = "/agreements?kind=SOFA&limit=1";
        await Hears();
        await using var gate = await Gate.Close(api);
        var late = Purpose(List);
        await gate.Waiting(1);
        await Hidden("Written meanwhile");
        Signal.Signal();
        var after = Purpose(List);
        await gate.Waiting(2);
        await gate.Open();
        Assert.NotEqual("Written meanwhile", await late);
        Assert.Equal("Written meanwhile", await after);
        Assert.Equal("Written meanwhile", await Purpose(List));
    }

    [Fact]
    public async Task Equal_questions_at_once_are_one_statement()
    {
        await Hears();
        Signal.Signal();
        await using var gate = await Gate.Close(api);
        var asked = Enumerable.Range(0, 40).Select(n => Purpose(n % 2 == 0 ? "/agreements?limit=7&kind=SOFA" : "/agreements?kind=SOFA&limit=7")).ToList();
        await gate.Waiting(1);
        await Task.Delay(300, TestContext.Current.CancellationToken);
        await gate.Waiting(1);
        await gate.Open();
        Assert.Single((await Task.WhenAll(asked)).Distinct());
    }

    [Fact]
    public async Task Where_who_asks_first_goes_away_another_asks()
    {
        await Hears();
        Signal.Signal();
        await using var gate = await Gate.Close(api);
        using var impatient = new CancellationTokenSource();
        var first = api.Client.GetStringAsync(new Uri("/agreements?limit=8&kind=SOFA", UriKind.Relative), impatient.Token);
        await gate.Waiting(1);
        var others = Enumerable.Range(0, 10).Select(_ => Purpose("/agreements?limit=8&kind=SOFA")).ToList();
        await Task.Delay(200, TestContext.Current.CancellationToken);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await gate.Open();
        Assert.Single((await Task.WhenAll(others)).Distinct());
    }

    [Fact]
    public async Task Another_copy_serves_what_was_written_within_a_second_and_knows_the_old_tag_no_more()
    {
        var key = await api.Key(Role.Editor);
        await using var copy = ServiceProcess.Launch("", environment: [("ConnectionStrings__Cooperation", api.ConnectionString)]);
        await copy.Ready();
        Signal.Signal();
        for (var n = 0; n < 20; n++)
        {
            var (_, tag) = await There(copy);
            Assert.Equal(200, (await api.Patch(Path, $$"""{"purpose":"Told {{n}}"}""", key, await api.IfMatch(Path))).Status);
            await Task.Delay(TimeSpan.FromSeconds(n % 4 == 0 ? 1 : 0.3), TestContext.Current.CancellationToken);
            using var known = new HttpRequestMessage(HttpMethod.Get, Path) { Headers = { { "If-None-Match", tag } } };
            using var answer = await copy.Client.SendAsync(known, TestContext.Current.CancellationToken);
            Assert.Equal((n, HttpStatusCode.OK), (n, answer.StatusCode));
            Assert.Equal($"Told {n}", (await There(copy)).Purpose);
        }
    }

    [Fact]
    public async Task While_the_others_are_not_heard_nothing_kept_is_answered()
    {
        await Hears();
        await using var connection = new NpgsqlConnection(api.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using (var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            // The next look waits for this lock, because there is a write to be numbered.
            await connection.ExecuteAsync("select pg_advisory_xact_lock(hashtextextended('number_writes', 0))");
            await Writes.Add(api.ConnectionString, ["unheard"]);
            await Until(() => !Signal.IsHearing);
            _ = await Purpose(Path);
            await Hidden("Unheard");
            Assert.Equal("Unheard", await Purpose(Path));
            await transaction.RollbackAsync(TestContext.Current.CancellationToken);
        }

        await Hears();
        _ = await Purpose(Path);
        await Hidden("Heard again");
        Assert.Equal("Unheard", await Purpose(Path));
    }

    private static async Task<(string Purpose, string Tag)> There(ServiceProcess copy)
    {
        using var answer = await copy.Client.GetAsync(new Uri(Path, UriKind.Relative), TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return ((string)JsonNode.Parse(text)!["purpose"]!, answer.Headers.ETag!.ToString());
    }

    private async Task<string> Purpose(string path) => await api.Read(path) is var body && body["items"] is { } items
        ? (string)items[0]!["purpose"]! : (string)body["purpose"]!;

    private Task<int> Hidden(string purpose) => Behind(api, $"update agreements set purpose = '{purpose}' where id = 'us-japan-sofa' and stated_until is null");

    // Whatever was written before is told before long, and then nothing more.
    private async Task Hears()
    {
        for (var news = Signal.News; ; news = Signal.News)
        {
            await Task.Delay(700, TestContext.Current.CancellationToken);
            if (Signal.IsHearing && news == Signal.News)
            {
                return;
            }
        }
    }

    private static async Task<int> Behind(Api api, string sql)
    {
        await using var connection = new NpgsqlConnection(api.ConnectionString);
        return await connection.ExecuteAsync(sql);
    }

    private static async Task Until(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!holds())
        {
            await Task.Delay(20, patience.Token);
        }
    }

    private static IEnumerable<string> Headers(HttpResponseMessage response) => response.Headers.Concat(response.Content.Headers)
        .Where(header => header.Key != "Date").Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order();

    /// <summary>Holds up every statement that reads an agreement, after it has seen what there is.</summary>
    private sealed class Gate(Api api, NpgsqlConnection connection) : IAsyncDisposable
    {
        private const string HeldUpSql = """
            create or replace function written(days daterange) returns text language plpgsql stable parallel safe as $$
            begin
              perform pg_advisory_xact_lock_shared(4711);
              return lower(days)::text;
            end $$;
            select pg_advisory_lock(4711);
            """;

        public static async Task<Gate> Close(Api api)
        {
            var connection = new NpgsqlConnection(api.ConnectionString);
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            var written = await connection.QuerySingleAsync<string>("select pg_get_functiondef('written'::regproc)");
            await connection.ExecuteAsync(HeldUpSql);
            return new Gate(api, connection) { Written = written };
        }

        private string Written { get; init; } = "";

        /// <summary>Waits until so many statements wait, and no more.</summary>
        public async Task Waiting(int statements)
        {
            using var patience = new CancellationTokenSource(Patience);
            while (await connection.QuerySingleAsync<int>("select count(*) from pg_locks where locktype = 'advisory' and objid = 4711 and not granted") != statements)
            {
                await Task.Delay(20, patience.Token);
            }
        }

        public Task<int> Open() => connection.ExecuteAsync("select pg_advisory_unlock_all()");

        public async ValueTask DisposeAsync()
        {
            await Open();
            await connection.ExecuteAsync(Written);
            await connection.DisposeAsync();
            await api.Execute("select 1");
        }
    }
}
