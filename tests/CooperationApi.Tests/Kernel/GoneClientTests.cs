using CooperationApi.Tests.Testing;
using Dapper;
using Npgsql;

namespace CooperationApi.Tests.Kernel;

/// <summary>Who asked is there no more, and neither is the statement that was to answer, though what it waits for is held on.</summary>
public sealed class GoneClientTests(PostgresServer server) : IAsyncLifetime
{
    private const string WaitingSql = "select count(*) from pg_stat_activity a where a.datname = current_database() and a.wait_event_type = 'Lock'";

    private string database = "";
    private ServiceProcess service = null!;
    private NpgsqlConnection holder = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await server.Clone();
        service = ServiceProcess.Launch("", [], ("ConnectionStrings__Cooperation", database));
        await service.Ready();
        holder = await Drafts.Open(database);
        await holder.ExecuteAsync("begin; lock table agreements in access exclusive mode");
    }

    public async ValueTask DisposeAsync()
    {
        await holder.DisposeAsync();
        await service.DisposeAsync();
        await server.Drop(database);
    }

    [Theory]
    [InlineData("/agreements?limit=3")]
    [InlineData("/agreements/us-japan-sofa")]
    [InlineData("/agreements/export")]
    public async Task A_request_that_is_given_up_gives_up_its_statement(string path)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var asked = service.Client.GetAsync(new Uri(path, UriKind.Relative), patience.Token);
        await Until(waiting: 1, seconds: 10);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        await Until(waiting: 0, seconds: 5);
    }

    [Fact]
    public async Task A_service_that_is_killed_leaves_no_statement_behind()
    {
        var asked = service.Client.GetAsync(new Uri("/agreements?limit=3", UriKind.Relative), Cancellation);
        await Until(waiting: 1, seconds: 10);
        await service.Signal("KILL");
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => asked);
        await Until(waiting: 0, seconds: 10);
    }

    private async Task Until(int waiting, int seconds)
    {
        await using var connection = await Drafts.Open(database);
        for (var time = 0; await connection.ExecuteScalarAsync<int>(WaitingSql) != waiting; time++)
        {
            Assert.True(time < seconds * 20, $"{await connection.ExecuteScalarAsync<int>(WaitingSql)} statements wait.");
            await Task.Delay(50, Cancellation);
        }
    }
}
