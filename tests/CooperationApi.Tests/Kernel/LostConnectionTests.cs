using System.Net;
using CooperationApi.Agreements;
using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;
using Dapper;
using Npgsql;

namespace CooperationApi.Tests.Kernel;

public sealed class LostConnectionTests(Api api) : IClassFixture<Api>
{
    private const string EndAllSql = """
        select count(pg_terminate_backend(a.pid, 5000))
          from pg_stat_activity a
         where a.datname = current_database() and a.pid <> pg_backend_pid()
        """;

    // So slow that it can be broken off while it is planned, because the function is called then.
    private const string SlowSql = """
        create function slow(seconds float8) returns float8
          language plpgsql immutable as $$
        begin
          perform pg_sleep(seconds);
          return seconds;
        end $$
        """;

    // Stands before PostgreSQL's own, with which a write begins.
    private const string RefusesSql = """
        create schema refuses;
        create function refuses.set_config(text, text, boolean) returns text
          language plpgsql as $$
        begin
          raise exception 'refused';
        end $$
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_reads_does_not_notice_that_all_connections_have_ended()
    {
        for (var time = 0; time < 5; time++)
        {
            await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Status("/changes?limit=1")));
            await using (var connection = await Drafts.Open(api.ConnectionString))
            {
                Assert.NotEqual(0, await connection.ExecuteScalarAsync<long>(EndAllSql));
            }

            Assert.All(
                await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Status(n % 2 == 0 ? "/changes?limit=1" : $"/agreements?q=time{time}{n}"))),
                status => Assert.Equal(HttpStatusCode.OK, status));
        }
    }

    [Fact]
    public async Task A_connection_in_disorder_is_known_as_lost()
    {
        await using var one = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(api.ConnectionString)
        {
            MaxPoolSize = 1,
            MaxAutoPrepare = 10,
            AutoPrepareMinUsages = 2,
        });
        await using (var connection = await one.OpenConnectionAsync(Cancellation))
        {
            await connection.ExecuteAsync(SlowSql);
        }

        await Slow(one, 0, Cancellation);
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Slow(one, 30, soon.Token));
        var disorder = await Record.ExceptionAsync(() => Slow(one, 0, Cancellation));
        Assert.True(disorder is not null, "Npgsql keeps its order now: what is done about its disorder can go.");
        Assert.True(ReadAgain.WasLost(disorder), $"{disorder}");
        await Slow(one, 0, Cancellation);
    }

    [Fact]
    public async Task A_transaction_that_cannot_begin_gives_its_connection_back()
    {
        await using (var connection = await Drafts.Open(api.ConnectionString))
        {
            await connection.ExecuteAsync(RefusesSql);
        }

        await using var one = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(api.ConnectionString)
        {
            MaxPoolSize = 1,
            Timeout = 2,
            Options = "-c search_path=refuses,pg_catalog",
        });
        for (var time = 0; time < 2; time++)
        {
            await Assert.ThrowsAsync<PostgresException>(() => WriteTransaction.Begin(one, AgreementStore.Writing, Cancellation));
        }
    }

    private static async Task Slow(NpgsqlDataSource database, double seconds, CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        Assert.Equal(seconds, await connection.ExecuteScalarAsync<double>(new CommandDefinition("select slow(@seconds)", new { seconds }, cancellationToken: stop)));
    }

    private async Task<HttpStatusCode> Status(string path)
    {
        using var response = await api.Client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        return response.StatusCode;
    }
}
