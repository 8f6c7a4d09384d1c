using System.Net;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Kernel;

public sealed class ReadinessTests(Api api) : IClassFixture<Api>
{
    [Theory]
    [InlineData("lacks scripts", "delete from schema_versions where scriptname like 'seed/%'")]
    [InlineData("has no schema", "drop table schema_versions")]
    public async Task It_is_not_ready_while_the_database_is_not_of_this_build(string reason, string sql)
    {
        await using var command = api.Database.CreateCommand($"create table if not exists kept as table schema_versions; {sql}");
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        var (status, body) = await api.Get("/readyz");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal("urn:cooperation:problem:unavailable", (string?)body["type"]);
        Assert.Contains(reason, (string?)body["detail"], StringComparison.Ordinal);
        await api.Read("/livez");

        await using var mend = api.Database.CreateCommand("drop table if exists schema_versions; alter table kept rename to schema_versions");
        await mend.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await api.Read("/readyz");
    }
}
