using System.Text.Json.Nodes;
using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;
using Dapper;
using Npgsql;

namespace CooperationApi.Tests.Changes;

/// <summary>Who follows the changes has them all, once and in one order, whatever the writers do.</summary>
public sealed class FollowersTests(Api api, PostgresServer server) : IClassFixture<Api>
{
    private const int Writers = 8;
    private const int Followers = 4;
    private const int WritesEach = 150;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task What_began_first_and_commits_last_is_not_missed()
    {
        var next = await Now();
        await using var early = await Open();
        await using var transaction = await early.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await Writes.Add(early, ["began-first"]);
        await Writes.Add(api.ConnectionString, ["began-second"]);

        var page = await api.Read(next);
        Assert.Equal(["began-second"], Ids(page));
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        page = await api.Read((string)page["next"]!);
        Assert.Equal(["began-first"], Ids(page));
        Assert.Empty(Ids(await api.Read((string)page["next"]!)));
        Assert.Equal(["began-second", "began-first"], Ids(await api.Read(next)));
    }

    [Fact]
    public async Task What_is_rolled_back_leaves_no_trace()
    {
        var next = await Now();
        await using (var connection = await Open())
        await using (var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            await Writes.Add(connection, ["never"]);
            Assert.Empty(Ids(await api.Read(next)));
        }

        await Writes.Add(api.ConnectionString, ["after-it"]);
        Assert.Equal(["after-it"], Ids(await api.Read(next)));
    }

    [Fact]
    public async Task Eight_writers_and_four_followers_agree()
    {
        var start = await Now();
        using var done = new CancellationTokenSource(Patience);
        var followers = Enumerable.Range(0, Followers).Select(one => Task.Run(() => Follow(start, new Random(one), done.Token))).ToList();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(one => Task.Run(() => WriteMany(one, new Random(100 + one)))));
        await Writes.Add(api.ConnectionString, ["the-end"]);

        var followed = await Task.WhenAll(followers).WaitAsync(Patience, TestContext.Current.CancellationToken);
        await using var connection = await Open();
        var written = (await connection.QueryAsync<string>("""
            select c.id from changes c join writes w on w.id = c.write where c.id ~ '^(w[0-9]|the-end)' order by w.position, c.n
            """)).ToList();
        var late = await connection.ExecuteScalarAsync<long>(
            "select count(*) from writes v join writes w on w.position = v.position + 1 where w.id < v.id");
        Assert.True(written.Count > Writers * WritesEach, $"only {written.Count} changes were written");
        Assert.True(late > 10, $"only {late} committed out of turn");
        Assert.All(followed, ids => Assert.Equal(written, ids));
    }

    [Fact]
    public async Task After_a_dump_is_restored_its_followers_go_on_and_others_are_refused()
    {
        await Writes.Add(api.ConnectionString, ["before-the-dump"]);
        var dumped = await Now();
        var restored = await server.Copy(api.ConnectionString);
        await Writes.Add(api.ConnectionString, ["after-the-dump"]);
        var lost = await Now();

        await using (var service = ServiceProcess.Launch("", [], ("ConnectionStrings__Cooperation", restored)))
        {
            await service.Ready();
            await Writes.Add(restored, ["after-the-restore"]);
            Assert.Equal(["after-the-restore"], Ids(JsonNode.Parse(await service.Get(dumped))!));
            using var refused = await service.Client.GetAsync(new Uri(lost, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(System.Net.HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Contains(
                "restored from a backup", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        await server.Drop(restored);
    }

    // Some of it waits, and now and then loses its connection and begins again where it was.
    private async Task<List<string>> Follow(string next, Random random, CancellationToken stop)
    {
        var ids = new List<string>();
        var client = api.Client;
        while (ids.LastOrDefault() != "the-end")
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
            if (random.Next(10) == 0)
            {
                patience.CancelAfter(random.Next(20));
            }

            try
            {
                var query = $"&limit={random.Next(1, 60)}&wait={random.Next(2)}";
                var page = JsonNode.Parse(await client.GetStringAsync(new Uri(next.Split('&')[0] + query, UriKind.Relative), patience.Token))!;
                ids.AddRange(Ids(page));
                next = (string)page["next"]!;
                Assert.StartsWith("/changes?after=", next, StringComparison.Ordinal);
            }
            catch (OperationCanceledException) when (!stop.IsCancellationRequested)
            {
                // The answer is lost, and asked for again.
            }
        }

        return ids;
    }

    private async Task WriteMany(int writer, Random random)
    {
        var signal = (ChangeSignal)api.Services.GetService(typeof(ChangeSignal))!;
        await using var connection = await Open();
        for (var write = 0; write < WritesEach; write++)
        {
            await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await Writes.Add(connection, [.. Enumerable.Range(1, random.Next(1, 5)).Select(n => $"w{writer}-{write}-{n}")]);
            await Task.Delay(random.Next(8) == 0 ? 60 : random.Next(10), TestContext.Current.CancellationToken);
            if (random.Next(5) == 0)
            {
                await transaction.RollbackAsync(TestContext.Current.CancellationToken);
                continue;
            }

            await transaction.CommitAsync(TestContext.Current.CancellationToken);
            if (random.Next(2) == 0)
            {
                signal.Signal();
            }
        }
    }

    private async Task<NpgsqlConnection> Open()
    {
        var connection = new NpgsqlConnection(api.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    private async Task<string> Now() => (string)(await api.Read("/changes?after=now"))["next"]!;

    private static IEnumerable<string> Ids(JsonNode page) => page["items"]!.AsArray().Select(change => (string)change!["id"]!);
}
