using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using DbUp;
using DbUp.Engine;
using DbUp.Postgresql;
using DbUp.Support;
using Npgsql;

namespace CooperationApi.Kernel;

/// <summary>
/// Brings a database to the schema and the facts of this build: migrations once each, and functions, views and seed
/// scripts whenever their text is new to the database.
/// </summary>
internal sealed partial class Migrations(ILogger<Migrations> logger)
{
    // Any number, as long as every copy of the service takes the same one.
    private const long LockKey = 0x636F6F7065726174;

    private const string LockSql = "select pg_advisory_lock(@LockKey)";

    private const string JournalSql = "select to_regclass('public.schema_versions') is not null";

    private const string AppliedSql = """
        select count(*)
          from schema_versions v
         where v.scriptname = any (@names)
        """;

    // Whoever waits for a lock on a table keeps all those waiting who come after, and an older copy of the service serves from it meanwhile.
    private const string Impatiently = "-c lock_timeout=500ms";

    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(2);

    // As long as an export may take, which has read a view until it ends.
    private static readonly TimeSpan MostTrying = TimeSpan.FromMinutes(15);

    private static readonly string[] Names = NamesOf(ReadTexts());

    /// <summary>Where the scripts come from, by their paths in <c>db</c>: those embedded in this build, but for a test of another one.</summary>
    internal Func<Dictionary<string, string>> Texts { get; init; } = ReadTexts;

    /// <summary>Runs what has not run yet, one copy of the service at a time.</summary>
    public Task Run(string connectionString, CancellationToken stop) => Run(connectionString, servingRole: null, stop);

    /// <summary>The same as the owner of all, who gives another role what it takes to serve.</summary>
    public async Task Run(string connectionString, string? servingRole, CancellationToken stop)
    {
        await using var connection = await Database.Connect(connectionString, servingRole is null ? Database.Serving : Database.Migrating, stop);

        // As a rule nothing is new, and then nobody waits and nothing more is loaded.
        var own = Texts == ReadTexts ? Names : NamesOf(Texts());
        var names = servingRole is null ? own : [.. own, Grants(servingRole).Name];
        if (await connection.ExecuteScalarAsync<bool>(new CommandDefinition(JournalSql, cancellationToken: stop)) && await AreApplied(connection, names, stop))
        {
            LogRun(0, names.Length);
            return;
        }

        await connection.ExecuteAsync(new CommandDefinition(LockSql, new { LockKey }, commandTimeout: 0, cancellationToken: stop));
        var scripts = Scripts(Texts());
        await RunNew(connectionString, servingRole is null ? scripts : [.. scripts, Grants(servingRole)], stop);
    }

    private async Task RunNew(string connectionString, List<Script> scripts, CancellationToken stop)
    {
        var impatient = new NpgsqlConnectionStringBuilder(connectionString);
        impatient.Options = $"{impatient.Options} {Impatiently}".TrimStart();
        using var source = Database.Unpooled(impatient.ConnectionString);
        var upgrade = DeployChanges.To.PostgresqlDatabase(new PostgresqlConnectionManager(source))
            .WithScripts(scripts.Select(script => new SqlScript(
                script.Name, script.Text, new SqlScriptOptions { ScriptType = ScriptType.RunOnce, RunGroupOrder = script.Group })))
            .WithVariablesDisabled()
            .WithTransactionPerScript()
            .JournalToPostgresqlTable("public", "schema_versions")
            .LogToNowhere()
            .Build();
        var run = 0;
        for (var began = Stopwatch.GetTimestamp(); ; await Task.Delay(BetweenTries, stop))
        {
            var result = upgrade.PerformUpgrade();
            run += result.Scripts.Count();
            if (result.Successful)
            {
                LogRun(run, scripts.Count);
                return;
            }

            if (result.Error is not PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable } || Stopwatch.GetElapsedTime(began) > MostTrying)
            {
                throw new StartException($"The script {result.ErrorScript?.Name} failed: {result.Error.Message}", result.Error);
            }

            LogWait(result.ErrorScript?.Name ?? "");
        }
    }

    /// <summary>Whether a database has every script of this build.</summary>
    public static async Task<bool> AreApplied(NpgsqlDataSource database, CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        return await AreApplied(connection, Names, stop);
    }

    private static async Task<bool> AreApplied(NpgsqlConnection connection, string[] names, CancellationToken stop) =>
        await connection.ExecuteScalarAsync<long>(new CommandDefinition(AppliedSql, new { names }, cancellationToken: stop)) == names.Length;

    // Again whenever there may be something new to be given.
    private static Script Grants(string role) =>
        new($"role/{role}@{Digest(Schema(ReadTexts()))}", $"select let_serve('{role.Replace("'", "''", StringComparison.Ordinal)}')", Group: 5);

    /// <summary>The scripts of this build.</summary>
    internal static Dictionary<string, string> ReadTexts() => typeof(Migrations).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith("db/", StringComparison.Ordinal))
        .ToDictionary(name => name["db/".Length..], Text);

    private static string[] NamesOf(Dictionary<string, string> texts) => [.. Scripts(texts).Select(script => script.Name)];

    private static List<Script> Scripts(Dictionary<string, string> texts) => [
        .. Of(texts, "migrations/", group: 1, (name, _) => name),

        // One may rest on another, so that all are re-created when any has changed.
        .. Of(texts, "functions/", group: 2, (name, all) => $"{name}@{Digest(all)}"),
        .. Of(texts, "views/", group: 3, (name, all) => $"{name}@{Digest(all)}"),
        .. Of(texts, "seed/", group: 4, (name, _) => $"{name}@{Digest(texts[name])}"),
    ];

    private static IEnumerable<Script> Of(
        Dictionary<string, string> texts, string folder, int group, Func<string, string, string> journalName)
    {
        var all = Schema(texts);
        return texts.Where(text => text.Key.StartsWith(folder, StringComparison.Ordinal))
            .OrderBy(text => text.Key, StringComparer.Ordinal)
            .Select(text => new Script(journalName(text.Key, all), text.Value, group));
    }

    private static string Schema(Dictionary<string, string> texts) => string.Concat(texts
        .Where(text => !text.Key.StartsWith("seed/", StringComparison.Ordinal))
        .OrderBy(text => text.Key, StringComparer.Ordinal)
        .Select(text => text.Value));

    private static string Text(string resource)
    {
        using var reader = new StreamReader(typeof(Migrations).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static string Digest(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];

    [LoggerMessage(Level = LogLevel.Information, Message = "The schema is up to date: {Run} of {All} scripts ran now")]
    private partial void LogRun(int run, int all);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Script} waits for somebody who reads what it changes, and is tried again")]
    private partial void LogWait(string script);

    private sealed record Script(string Name, string Text, int Group);
}
