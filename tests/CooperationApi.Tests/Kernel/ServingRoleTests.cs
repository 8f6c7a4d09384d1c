using System.Text.Json.Nodes;
using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;
using Npgsql;

namespace CooperationApi.Tests.Kernel;

/// <summary>The service as a role of the database that owns nothing, beside the one that migrates.</summary>
public sealed class ServingRoleTests(ServedByALesserRole api) : IClassFixture<ServedByALesserRole>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_that_is_read_is_read()
    {
        foreach (var path in await api.ExamplePaths())
        {
            using var response = await api.Send(path);
            Assert.True(response.IsSuccessStatusCode, $"{path} answered {(int)response.StatusCode}");
        }
    }

    [Fact]
    public async Task All_that_is_written_is_written_and_told_in_the_feed()
    {
        var key = await api.Key(Role.Admin);
        var document = await api.Read("/openapi.json");
        foreach (var (path, methods) in document["paths"]!.AsObject().Where(path => path.Value!["post"] is not null && !path.Key.EndsWith("/import", StringComparison.Ordinal)))
        {
            var created = await api.Post(path, methods!["post"]!["requestBody"]!["content"]!["application/json"]!["example"]!, key);
            Assert.True(created.Status == 201, $"{path} answered {created.Status}: {created.Body}");
            var withdrawn = await api.Delete(created.Location!, key, ("If-Match", "*"), ("Change-Reason", "It was an example."));
            Assert.True(withdrawn.Status == 204, $"{created.Location} answered {withdrawn.Status}: {withdrawn.Body}");
        }

        var agreement = JsonNode.Parse(ImportFiles.Accord("of-the-role"))!;
        Assert.Equal(201, (await api.Post("/agreements", agreement, key, ("Idempotency-Key", "of-the-role"))).Status);
        Assert.Equal(200, (await api.Patch("/agreements/of-the-role", """{"purpose":"To see it."}""", key, ("If-Match", "*"))).Status);
        agreement["name"] = "Another name";
        Assert.Equal(200, (await api.Put("/agreements/of-the-role", agreement, key, ("If-Match", "*"))).Status);
        Assert.Equal(204, (await api.Delete("/agreements/of-the-role", key, ("If-Match", "*"), ("Change-Reason", "It was seen."))).Status);
        var told = (await api.Read("/changes?limit=200&resource=agreements"))["items"]!.AsArray()
            .Where(change => (string?)change!["id"] == "of-the-role").Select(change => (string)change!["op"]!);
        Assert.Equal(["created", "corrected", "corrected", "withdrawn"], told);
    }

    [Fact]
    public async Task Every_export_is_imported()
    {
        foreach (var resource in ImportFiles.Resources)
        {
            var report = await api.Done(resource, await api.Text($"/{resource}/export"));
            Assert.True((long)report["unchanged"]! > 0, $"{resource}: {report}");
        }

        Assert.Equal("created 1", ImportFiles.Counts(await api.Done("agreements", ImportFiles.Accord("imported-by-the-role"))));
    }

    [Fact]
    public async Task Keys_are_made_used_and_revoked()
    {
        var keys = new ApiKeys(api.Database, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<ApiKeys>.Instance);
        var (key, _) = await keys.Create("short", Role.Editor, expires: null, Stop);
        Assert.NotNull((await keys.Revoke(key.Id, Stop))!.RevokedAt);
    }

    [Theory]
    [InlineData("alter table agreements add column x int")]
    [InlineData("alter table agreements disable trigger all")]
    [InlineData("alter table agreements owner to current_user")]
    [InlineData("drop table agreements cascade")]
    [InlineData("truncate agreements cascade")]
    [InlineData("create table things (id int)")]
    [InlineData("create index things on agreements (id)")]
    [InlineData("create trigger things before update on agreements for each row execute function next_revision()")]
    [InlineData("create schema things")]
    [InlineData("create function things() returns int language sql return 1")]
    [InlineData("create or replace function number_writes() returns bigint language sql return 1")]
    [InlineData("drop function number_writes()")]
    [InlineData("drop view entries cascade")]
    [InlineData("set session_replication_role = replica")]
    [InlineData("insert into schema_versions (scriptname, applied) values ('x', now())")]
    [InlineData("update schema_versions set scriptname = 'x'")]
    [InlineData("delete from schema_versions")]
    [InlineData("update changes set before = '{}'")]
    [InlineData("delete from changes")]
    [InlineData("truncate changes")]
    [InlineData("update writes set who = 'x'")]
    [InlineData("update writes set position = 1")]
    [InlineData("truncate writes cascade")]
    [InlineData("delete from keys")]
    [InlineData("select let_serve(current_user)")]
    [InlineData("create role things superuser")]
    [InlineData("copy agreements to program 'cat'")]
    [InlineData("select pg_read_file('/etc/passwd')")]
    public async Task The_role_cannot_touch_the_schema_or_what_is_logged(string sql)
    {
        await using var command = api.Database.CreateCommand(sql);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Stop));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task A_write_that_is_logged_cannot_be_taken_back()
    {
        await using var command = api.Database.CreateCommand("delete from writes");
        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Stop));
        Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, refused.SqlState);
    }

    [Fact]
    public async Task Who_serves_alone_starts_where_all_is_migrated_and_says_so_where_not()
    {
        var folder = Directory.CreateTempSubdirectory("cooperation-role-").FullName;
        await using (var service = ServiceProcess.Launch(folder, environment: ("ConnectionStrings__Cooperation", api.Serving)))
        {
            await service.Ready();
            Assert.Contains("ok", await service.Get("/readyz"), StringComparison.Ordinal);
        }

        await using var owner = NpgsqlDataSource.Create(api.ConnectionString);
        await using var forget = owner.CreateCommand("update schema_versions set scriptname = scriptname || '?' where scriptname like 'views/entries%'");
        await forget.ExecuteNonQueryAsync(Stop);
        await using var late = ServiceProcess.Launch(folder, environment: ("ConnectionStrings__Cooperation", api.Serving));
        Assert.Equal(1, await late.Exit());
        Assert.Contains("permission denied", late.Output, StringComparison.Ordinal);
        await using var repair = owner.CreateCommand("update schema_versions set scriptname = rtrim(scriptname, '?')");
        await repair.ExecuteNonQueryAsync(Stop);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Who_migrates_is_of_no_use_without_who_serves()
    {
        await using var service = ServiceProcess.Launch("", environment: ("ConnectionStrings__Migrations", api.ConnectionString));
        Assert.Equal(1, await service.Exit());
        Assert.StartsWith("ConnectionStrings:Migrations says who migrates", service.Output, StringComparison.Ordinal);
    }
}

/// <summary>The service with two roles: the owner migrates, and another, who is given what that takes, serves.</summary>
public sealed class ServedByALesserRole(PostgresServer server) : Api(server)
{
    private readonly PostgresServer postgres = server;
    private readonly string role = $"serving_{Guid.NewGuid():N}";
    private readonly string password = $"{Guid.NewGuid():N}";

    /// <summary>The connection string of who serves.</summary>
    internal string Serving => new NpgsqlConnectionStringBuilder(ConnectionString) { Username = role, Password = password }.ConnectionString;

    private protected override bool HasAllFacts => true;

    public override async ValueTask InitializeAsync()
    {
        await postgres.Execute($"create role {role} login password '{password}'");
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await postgres.Execute($"drop role {role}");
    }

    private protected override IEnumerable<(string Key, string Value)> ConnectionStrings(string database) =>
        [("ConnectionStrings:Migrations", database), ("ConnectionStrings:Cooperation", Serving)];
}
