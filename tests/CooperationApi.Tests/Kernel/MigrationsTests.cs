using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CooperationApi.Tests.Kernel;

public sealed class MigrationsTests(PostgresServer server, ITestOutputHelper output)
{
    private static readonly string[] Reads =
        ["/agreements", "/agreements/us-japan-sofa", "/sales/fms", "/partners/JPN/profile", "/timeline?partner=JPN", "/search?q=aegis", "/coverage?partner=JPN", "/changes"];

    // A migration, a function and a view that a later version might have.
    private static readonly (string Name, string Text)[] OfALaterVersion =
    [
        ("migrations/9999_later.sql", "alter table agreements add column later text; create index agreements_later on agreements (later);"),
        ("functions/zz_later.sql", "create or replace function later(a agreements) returns text language sql stable as 'select a.later';"),
        ("views/zz_later.sql", "create or replace view later_agreements as select id, later from agreements;"),
    ];

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

    [Fact(Explicit = true)]
    public async Task Ten_copies_started_at_once_on_an_empty_database_all_become_ready_and_run_each_script_once()
    {
        var database = await server.Empty();
        var clock = Stopwatch.StartNew();
        var copies = Enumerable.Range(0, 10).Select(_ => ServiceProcess.Launch("", [], ("ConnectionStrings__Cooperation", database))).ToList();
        try
        {
            var seconds = await Task.WhenAll(copies.Select(async copy =>
            {
                await copy.Ready();
                Assert.Contains("ok", await copy.Get("/readyz"), StringComparison.Ordinal);
                return clock.Elapsed.TotalSeconds;
            }));
            output.WriteLine($"Of ten copies the first was ready after {seconds.Min():F1} s, the last after {seconds.Max():F1} s");
        }
        finally
        {
            await Task.WhenAll(copies.Select(async copy => await copy.DisposeAsync()));
        }

        await using (var source = NpgsqlDataSource.Create(database))
        {
            Assert.Equal(1L, await Scalar(source, "select max(runs) from (select count(*) runs from schema_versions group by scriptname) r"));
            Assert.Equal(249L, await Scalar(source, "select count(*) from changes where resource = 'partners'"));
        }

        await server.Drop(database);
    }

    [Fact]
    public async Task A_new_version_migrates_while_the_old_one_serves_and_somebody_reads_for_long()
    {
        var database = await server.Clone();

        // Each read is to ask the database.
        await using (var old = ServiceProcess.Launch("", [], ("ConnectionStrings__Cooperation", database), ("Cache__Megabytes", "0")))
        await using (var source = NpgsqlDataSource.Create(database))
        {
            await old.Ready();
            foreach (var path in Reads.Concat(Reads).Concat(Reads))
            {
                // The first ones wait for code to be compiled, the third finds its statement prepared.
                _ = await old.Get(path);
            }

            using var enough = new CancellationTokenSource();
            var reading = Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => Slowest(old, enough.Token), Stop)));

            // As an export does, which reads views and tables in one transaction.
            await using var export = await Drafts.Open(database);
            await export.ExecuteAsync("begin; select count(*) from entries");
            var later = new Migrations(NullLogger<Migrations>.Instance) { Texts = LaterTexts };
            var migrating = Task.Run(() => later.Run(database, Stop), Stop);
            await Task.Delay(8000, Stop);
            Assert.False(migrating.IsCompleted);
            await export.ExecuteAsync("rollback");
            await migrating.WaitAsync(TimeSpan.FromSeconds(60), Stop);

            await Task.Delay(1000, Stop);
            await enough.CancelAsync();
            var reads = (await reading).Sum(one => one.Reads);
            var slowest = (await reading).Max(one => one.Slowest);
            output.WriteLine($"The slowest of {reads} reads of the old version took {slowest.TotalSeconds:F1} s");
            Assert.InRange(reads, 2 * Reads.Length, int.MaxValue);
            Assert.InRange(slowest.TotalSeconds, 0, 4);
            Assert.Contains("ok", await old.Get("/readyz"), StringComparison.Ordinal);
            var client = new WritingClient(old.Client, await Drafts.AddKey(database, "who writes through the old"));
            var written = await client.Post("agreements", Drafts.Of("agreements", "by-the-old", Drafts.Dates[1], "x"), "old");
            Assert.Equal(201, written.Status);
            Assert.Equal(200, (await client.Change(HttpMethod.Patch, "/agreements/by-the-old", written.Tag, new JsonObject { ["purpose"] = "Still." })).Status);

            // Another old one starts, finds all of its own there, and leaves what is newer alone.
            var journal = await Scalar(source, "select count(*) from schema_versions");
            await using var again = ServiceProcess.Launch("", [], ("ConnectionStrings__Cooperation", database));
            await again.Ready();
            Assert.Contains(": 0 of ", again.Output, StringComparison.Ordinal);
            Assert.Equal(journal, await Scalar(source, "select count(*) from schema_versions"));
            Assert.Equal("later", await Scalar(source, "select attname::text from pg_attribute where attrelid = 'later_agreements'::regclass and attname = 'later'"));
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

    private static Dictionary<string, string> LaterTexts()
    {
        var texts = Migrations.ReadTexts();
        foreach (var (name, text) in OfALaterVersion)
        {
            texts[name] = text;
        }

        return texts;
    }

    // How many reads there were, and how long the slowest took; each is to succeed.
    private static async Task<(int Reads, TimeSpan Slowest)> Slowest(ServiceProcess service, CancellationToken enough)
    {
        var (n, slowest) = (0, TimeSpan.Zero);
        for (; !enough.IsCancellationRequested; n++)
        {
            var clock = Stopwatch.StartNew();
            using var answer = await service.Client.GetAsync(new Uri(Reads[n % Reads.Length], UriKind.Relative), Stop);
            Assert.Equal((Reads[n % Reads.Length], HttpStatusCode.OK), (Reads[n % Reads.Length], answer.StatusCode));
            slowest = clock.Elapsed > slowest ? clock.Elapsed : slowest;
            await Task.Delay(10, Stop);
        }

        return (n, slowest);
    }

    private static Task Run(string database) => new Migrations(NullLogger<Migrations>.Instance).Run(database, Stop);

    private static async Task<object?> Scalar(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Stop);
    }
}
