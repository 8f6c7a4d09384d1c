using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CooperationApi.Tests.Kernel;

public sealed class MigrationsTests(PostgresServer server)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ten_copies_may_migrate_an_empty_database_at_once()
    {
        var database = await server.Empty();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => Run(database), Stop)));

        await using (var source = NpgsqlDataSource.Create(database))
        {
            Assert.True(await Migrations.AreApplied(source, Stop));
            Assert.Equal(1L, await Scalar(source, "select max(runs) from (select count(*) runs from schema_versions group by scriptname) r"));
            Assert.Equal(249L, await Scalar(source, "select count(*) from partners"));
        }

        await server.Drop(database);
    }

    [Fact]
    public async Task A_script_runs_again_when_its_text_is_new_and_only_then()
    {
        var database = await server.Clone();
        await using (var source = NpgsqlDataSource.Create(database))
        {
            await Scalar(source, "update agreements set purpose = 'changed by hand' where id = 'us-japan-sofa'");
            await Run(database);
            Assert.Equal("changed by hand", await Scalar(source, "select purpose::text from agreements where id = 'us-japan-sofa'"));

            await Scalar(source, "update schema_versions set scriptname = 'seed/jpn-2018-05-21.sql@other' where scriptname like 'seed/jpn-2018%'");
            Assert.False(await Migrations.AreApplied(source, Stop));
            await Run(database);
            Assert.NotEqual("changed by hand", await Scalar(source, "select purpose::text from agreements where id = 'us-japan-sofa'"));
            Assert.Equal(3, await Scalar(source, "select revision from agreements where id = 'us-japan-sofa'"));
            Assert.Equal(1, await Scalar(source, "select revision from agreements where id = 'us-japan-security-treaty'"));
        }

        await server.Drop(database);
    }

    [Fact]
    public async Task A_change_of_a_partners_aliases_counts_as_one_of_the_partner()
    {
        var database = await server.Clone();
        await using (var source = NpgsqlDataSource.Create(database))
        {
            Assert.Equal(1, await Scalar(source, "select max(revision) from partners"));
            await Scalar(source, """
                update partner_aliases set alias = 'Hellas' where (partner, position) = ('GRC', 1);
                insert into partner_aliases values ('ABW', 1, 'Oruba');
                update partners set name = 'Siam' where id = 'THA';
                update partner_aliases set alias = 'x' where (partner, position) = ('THA', 1);
                update schema_versions set scriptname = 'seed/0-partners.sql@other' where scriptname like 'seed/0-partners%'
                """);
            await Run(database);
            Assert.Equal("ABW 2, GRC 2, THA 3", await Scalar(source, """
                select string_agg(id || ' ' || revision, ', ' order by id) from partners where revision > 1
                """));
        }

        await server.Drop(database);
    }

    [Fact]
    public async Task All_but_migrations_are_journalled_by_their_text()
    {
        var database = await server.Clone();
        await using (var source = NpgsqlDataSource.Create(database))
        {
            Assert.Equal(0L, await Scalar(source, """
                select count(*) from schema_versions where (scriptname ~ '@[0-9a-f]{12}$') = (scriptname like 'migrations/%')
                """));
        }

        await server.Drop(database);
    }

    private static Task Run(string database) => new Migrations(NullLogger<Migrations>.Instance).Run(database, Stop);

    private static async Task<object?> Scalar(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Stop);
    }
}
