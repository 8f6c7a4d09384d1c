using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;
using DotNet.Testcontainers.Builders;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Testcontainers.PostgreSql;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace CooperationApi.Tests.Testing;

/// <summary>
/// The PostgreSQL under the tests: the one that COOPERATION_TEST_DB names, else a container where a Docker engine
/// answers, else a private server. Each test class gets a database of its own, cloned from one of two migrated templates: with all facts of
/// this build, or with the partners and the sheet on Japan of 2018 alone, so that a test can know all there is.
/// </summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private const string Image = "postgres:17";

    private const string NothingSql = """
        truncate writes, changes, withdrawals, agreements, exercises, fms_sales, dcs_sales, assistance, force_posture, peacekeeping, objectives, citations,
          fact_sheets, partners restart identity cascade
        """;

    private static readonly string[] FewScripts = ["0-partners.sql", "jpn-2018-05-21.sql"];

    private readonly string allFacts = $"template_{Guid.NewGuid():N}";
    private readonly string fewFacts = $"template_{Guid.NewGuid():N}";
    private PostgreSqlContainer? container;
    private PrivatePostgres? own;
    private string server = "";

    public async ValueTask InitializeAsync()
    {
        server = await Start();
        await Execute($"create database {allFacts}");
        await new Migrations(NullLogger<Migrations>.Instance).Run(ConnectionTo(allFacts), CancellationToken.None);
        await Execute($"create database {fewFacts} template {allFacts}");
        await Execute(NothingSql, fewFacts);
        foreach (var script in FewScripts)
        {
            await Execute(await Text($"db/seed/{script}"), fewFacts);
        }

        await Execute($"alter database {allFacts} is_template true allow_connections false");
        await Execute($"alter database {fewFacts} is_template true allow_connections false");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var template in new[] { allFacts, fewFacts })
        {
            await Execute($"alter database {template} is_template false");
            await Execute($"drop database {template}");
        }

        if (container is not null)
        {
            await container.DisposeAsync();
        }

        if (own is not null)
        {
            await own.Stop();
        }
    }

    /// <summary>A fresh database with the schema of this build, and all of its facts or few.</summary>
    public async Task<string> Clone(bool withAllFacts = false)
    {
        var name = $"test_{Guid.NewGuid():N}";
        await Execute($"create database {name} template {(withAllFacts ? allFacts : fewFacts)}");
        return ConnectionTo(name);
    }

    /// <summary>A fresh database with nothing in it.</summary>
    public async Task<string> Empty()
    {
        var name = $"test_{Guid.NewGuid():N}";
        await Execute($"create database {name}");
        return ConnectionTo(name);
    }

    public Task Drop(string connectionString) =>
        Execute($"drop database {new NpgsqlConnectionStringBuilder(connectionString).Database} with (force)");

    /// <summary>The schema of a database, as pg_dump writes it.</summary>
    public Task<string> DumpSchema(string connectionString) => Dump(connectionString, "--schema-only");

    /// <summary>A copy of a database, made of what pg_dump writes.</summary>
    public async Task<string> Copy(string connectionString)
    {
        var copy = await Empty();
        var dump = await Dump(connectionString, "--inserts");
        await using var source = NpgsqlDataSource.Create(copy);

        // What is meant for psql.
        await using var command = source.CreateCommand(string.Join('\n', dump.Split('\n').Where(line => !line.StartsWith('\\'))));
        await command.ExecuteNonQueryAsync();
        return copy;
    }

    /// <summary>Runs lines of a shell within a folder, beside PostgreSQL's own programs, which find the database of a connection string by their variables.</summary>
    public async Task Shell(string lines, string connectionString, string folder)
    {
        var to = new NpgsqlConnectionStringBuilder(connectionString);
        var shared = $"set -eu\nexport PGDATABASE={to.Database} PGUSER={to.Username} PGPASSWORD={to.Password}\n";
        if (container is not null)
        {
            var ran = await container.ExecAsync(["bash", "-c", $"{shared}mkdir -p {folder} && cd {folder}\n{lines}"]);
            Assert.True(ran.ExitCode == 0, ran.Stderr);
            return;
        }

        var programs = (await PostgresBinaries.Find(major: null)).Folder;
        await ChildProcess.Run(
            ["bash", "-c", $"{shared}export PGHOST={to.Host} PGPORT={to.Port} PATH={programs}:$PATH\ncd {folder}\n{lines}"], log: null, default);
    }

    private async Task<string> Dump(string connectionString, string what)
    {
        var to = new NpgsqlConnectionStringBuilder(connectionString);
        string[] options = [what, "--no-owner", "--no-privileges", "--dbname", to.Database!, "--username", to.Username!];
        if (container is not null)
        {
            return (await container.ExecAsync(["pg_dump", .. options])).Stdout;
        }

        var dump = (await PostgresBinaries.Find(major: null)).PgDump ?? throw new InvalidOperationException("There is no pg_dump.");
        return await ChildProcess.Run(
            ["env", $"PGPASSWORD={to.Password}", dump, .. options, "--host", to.Host!, "--port", $"{to.Port}"], log: null, default);
    }

    private async Task<string> Start()
    {
        if (Environment.GetEnvironmentVariable("COOPERATION_TEST_DB") is { Length: > 0 } given)
        {
            Log("the server of COOPERATION_TEST_DB");
            return given;
        }

        try
        {
            container = new PostgreSqlBuilder(Image).Build();
            await container.StartAsync();
            Log($"a container of {Image}");
            return container.GetConnectionString();
        }
        catch (DockerUnavailableException)
        {
            var folder = Path.Combine(Path.GetTempPath(), $"cooperation-api-tests-{Environment.UserName}");
            own = new PrivatePostgres(folder, NullLogger.Instance);
            Log($"a private server in {folder}, as no Docker engine answers");
            return await own.Start(CancellationToken.None);
        }
    }

    // From the service itself: who runs the tests may not be allowed into the repository.
    private static async Task<string> Text(string script)
    {
        using var reader = new StreamReader(typeof(Migrations).Assembly.GetManifestResourceStream(script)!);
        return await reader.ReadToEndAsync();
    }

    private static void Log(string what) => Console.WriteLine($"PostgreSQL under the tests: {what}");

    private string ConnectionTo(string database) => new NpgsqlConnectionStringBuilder(server)
    {
        Database = database,
        MaxPoolSize = 20,
        Pooling = database != allFacts && database != fewFacts,
    }.ConnectionString;

    /// <summary>Does something on the server, or in one of its databases.</summary>
    internal async Task Execute(string sql, string? database = null)
    {
        var unpooled = new NpgsqlConnectionStringBuilder(database is null ? server : ConnectionTo(database)) { Pooling = false }.ConnectionString;
        await using var source = NpgsqlDataSource.Create(unpooled);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
