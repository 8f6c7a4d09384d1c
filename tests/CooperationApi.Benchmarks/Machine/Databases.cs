using CooperationApi.Kernel;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CooperationApi.Benchmarks;

/// <summary>Databases with the schema and the facts of this build, on the server of COOPERATION_TEST_DB or on a private one.</summary>
internal sealed class Databases : IAsyncDisposable
{
    private readonly PrivatePostgres? own;
    private readonly string server;
    private readonly List<string> made = [];
    private static int? postmaster;

    private Databases(PrivatePostgres? own, string server) => (this.own, this.server) = (own, server);

    /// <summary>Of the server.</summary>
    public static string Version { get; private set; } = "";

    /// <summary>The time of processors that the server has used; 0 if it is on another machine.</summary>
    public static double CpuSeconds => postmaster is { } process ? ProcFile.FamilyCpuSeconds(process) : 0;

    public static async Task<Databases> Open()
    {
        if (Environment.GetEnvironmentVariable("COOPERATION_TEST_DB") is { Length: > 0 } given)
        {
            return await Open(null, given);
        }

        var own = new PrivatePostgres(Path.Combine(Path.GetTempPath(), $"cooperation-api-benchmarks-{Environment.UserName}"), NullLogger.Instance);
        return await Open(own, await own.Start(CancellationToken.None));
    }

    private static async Task<Databases> Open(PrivatePostgres? own, string server)
    {
        await using var source = NpgsqlDataSource.Create(server);
        await using var connection = await source.OpenConnectionAsync();
        Version = connection.PostgreSqlVersion.ToString();
        postmaster = File.Exists($"/proc/{connection.ProcessID}/stat") ? ProcFile.Parent(connection.ProcessID) : null;
        return new Databases(own, server);
    }

    public async Task<string> Create(string name)
    {
        await Execute($"drop database if exists {name} with (force)");
        await Execute($"create database {name}");
        made.Add(name);
        var connection = new NpgsqlConnectionStringBuilder(server) { Database = name, Pooling = false, CommandTimeout = 0 }.ConnectionString;
        await new Migrations(NullLogger<Migrations>.Instance).Run(connection, CancellationToken.None);
        return connection;
    }

    public async Task Drop(string name) => await Execute($"drop database if exists {name} with (force)");

    public async ValueTask DisposeAsync()
    {
        foreach (var name in made)
        {
            await Drop(name);
        }

        if (own is not null)
        {
            await own.Stop();
        }
    }

    private async Task Execute(string sql)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server) { Pooling = false, CommandTimeout = 0 }.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
