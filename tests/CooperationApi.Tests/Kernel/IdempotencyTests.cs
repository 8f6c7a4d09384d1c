using CooperationApi.Tests.Testing;
using Dapper;
using Npgsql;

namespace CooperationApi.Tests.Kernel;

/// <summary>What an Idempotency-Key stands for, and what becomes of it.</summary>
public sealed class IdempotencyTests(Api api) : IClassFixture<Api>, IAsyncLifetime
{
    private const string Fms = "sales/fms";
    private const long StallLock = 4711;

    // Holds a commit up after all else is done: at its end, deferred constraints are checked.
    private const string StallSql = """
        create function stall() returns trigger language plpgsql as 'begin perform pg_advisory_xact_lock_shared(4711); return null; end';
        create constraint trigger stall after update on idempotent_answers deferrable initially deferred for each row execute function stall();
        """;

    private string key = "";
    private WritingClient client = null!;

    public async ValueTask InitializeAsync()
    {
        key = await Drafts.AddKey(api.ConnectionString, "first");
        client = new WritingClient(api.Client, key);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_key_is_its_callers_own()
    {
        var other = new WritingClient(api.Client, await Drafts.AddKey(api.ConnectionString, "second"));
        Assert.Equal(201, (await Post("of-the-first", "shared-key")).Status);
        Assert.Equal(201, (await other.Post(Fms, Drafts.Of(Fms, "of-the-second", Drafts.Dates[1], "x"), "shared-key")).Status);
    }

    [Fact]
    public async Task A_key_sent_to_two_copies_at_once_is_one_write_and_one_answer()
    {
        await using var copy = ServiceProcess.Launch("", [], ("ConnectionStrings__Cooperation", api.ConnectionString));
        await copy.Ready();
        var other = new WritingClient(copy.Client, key);
        for (var n = 0; n < 20; n++)
        {
            var id = $"both-{n}";
            var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(time => Task.Run(() =>
                (time % 2 == 0 ? client : other).Post(Fms, Drafts.Of(Fms, id, Drafts.Dates[1], "x"), id))));
            Assert.Equal((201, answers[0].Text, answers[0].Tag), Assert.Single(answers.Select(answer => (answer.Status, answer.Text, answer.Tag)).Distinct()));
        }

        Assert.Equal(20, await Count("select count(*) from changes where id like 'both-%'"));
    }

    [Fact]
    public async Task A_key_stands_for_one_body()
    {
        Assert.Equal(201, (await Post("one-body", "body-key")).Status);
        Assert.Equal(422, (await Post("another-body", "body-key")).Status);
        Assert.Equal(422, (await client.Post("agreements", Drafts.Of("agreements", "elsewhere", Drafts.Dates[1], "x"), "body-key")).Status);
        Assert.Equal(404, (await client.Get($"/{Fms}/another-body")).Status);
        Assert.Equal(201, (await Post("one-body", "body-key")).Status);
    }

    [Fact]
    public async Task The_answer_stays_what_it_was_whatever_becomes_of_the_record()
    {
        var created = await Post("changed-since", "since-key");
        var withdrawn = await client.Change(HttpMethod.Delete, $"/{Fms}/changed-since", created.Tag, body: null, "To see it.");
        Assert.Equal(204, withdrawn.Status);
        var again = await Post("changed-since", "since-key");
        Assert.Equal((201, created.Text), (again.Status, again.Text));
        Assert.Equal(410, (await client.Get($"/{Fms}/changed-since")).Status);
    }

    [Fact]
    public async Task After_a_day_a_key_is_free()
    {
        Assert.Equal(201, (await Post("yesterday", "day-key")).Status);
        await api.Execute("update idempotent_answers set at = at - interval '23 hours 59 minutes' where idempotency_key = 'day-key'");
        Assert.Equal(422, (await Post("today", "day-key")).Status);
        await api.Execute("update idempotent_answers set at = at - interval '2 minutes' where idempotency_key = 'day-key'");
        Assert.Equal(201, (await Post("today", "day-key")).Status);
        Assert.Equal(422, (await Post("yesterday", "day-key")).Status);
    }

    [Fact]
    public async Task Answers_older_than_a_day_are_thrown_away()
    {
        Assert.Equal(201, (await Post("old", "old-key")).Status);
        await api.Execute("update idempotent_answers set at = at - interval '25 hours' where idempotency_key = 'old-key'");
        Assert.Equal(201, (await Post("new", "new-key")).Status);
        Assert.Equal(0, await Count("select count(*) from idempotent_answers where idempotency_key = 'old-key'"));
    }

    [Fact]
    public async Task A_refusal_is_not_kept()
    {
        var draft = Drafts.Of(Fms, "refused-first", Drafts.Dates[1], "x");
        draft["citations"]![0]!["factSheet"] = "no-such-sheet";
        Assert.Equal(400, (await client.Post(Fms, draft, "refused-key")).Status);
        Assert.Equal(201, (await Post("refused-first", "refused-key")).Status);
        Assert.Equal(409, (await Post("refused-first", "conflict-key")).Status);
        Assert.Equal(201, (await Post("refused-second", "conflict-key")).Status);
    }

    [Fact]
    public async Task Nothing_comes_between_the_data_and_the_key()
    {
        await api.Execute(StallSql);
        await using (var holder = await Drafts.Open(api.ConnectionString))
        {
            await holder.ExecuteAsync("select pg_advisory_lock(@StallLock)", new { StallLock });
            var write = Post("cut-off", "cut-key");
            await KillTheStalled(holder);
            Assert.Equal(503, (await write).Status);
        }

        await api.Execute("drop function stall cascade");
        Assert.Equal(0, await Count("select count(*) from idempotent_answers where idempotency_key = 'cut-key'"));
        Assert.Equal(0, await Count("select count(*) from changes where id = 'cut-off'"));
        Assert.Equal(404, (await client.Get($"/{Fms}/cut-off")).Status);

        var done = await Post("cut-off", "cut-key");
        Assert.Equal(201, done.Status);
        Assert.Equal(done.Text, (await Post("cut-off", "cut-key")).Text);
        Assert.Equal(1, await Count("select count(*) from changes where id = 'cut-off'"));
    }

    private Task<Answer> Post(string id, string idempotencyKey) => client.Post(Fms, Drafts.Of(Fms, id, Drafts.Dates[1], "x"), idempotencyKey);

    // The backend that has written everything and waits within its commit.
    private static async Task KillTheStalled(NpgsqlConnection connection)
    {
        for (var time = 0; time < 500; time++)
        {
            if (await connection.ExecuteScalarAsync<long>("""
                select count(pg_terminate_backend(a.pid)) from pg_stat_activity a
                 where a.datname = current_database() and a.wait_event = 'advisory' and a.query ilike 'commit%'
                """) > 0)
            {
                return;
            }

            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.Fail("No commit is held up.");
    }

    private async Task<long> Count(string sql)
    {
        await using var connection = await Drafts.Open(api.ConnectionString);
        return await connection.ExecuteScalarAsync<long>(sql);
    }
}
