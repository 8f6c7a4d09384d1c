using System.Security.Cryptography;
using System.Text;
using Dapper;
using DbUp;
using DbUp.Engine;
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

    private static readonly string[] Names = [.. ReadScripts().Select(script => script.Name)];

    /// <summary>Runs what has not run yet, one copy of the service at a time.</summary>
    public async Task Run(string connectionString, CancellationToken stop)
    {
        var unpooled = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;
        await using var connection = new NpgsqlConnection(unpooled);
        try
        {
            await connection.OpenAsync(stop);
        }
        catch (NpgsqlException refused)
        {
            throw new StartException($"The database of ConnectionStrings:Cooperation cannot be opened: {refused.Message}", refused);
        }

        // As a rule nothing is new, and then nobody waits and nothing more is loaded.
        if (await connection.ExecuteScalarAsync<bool>(new CommandDefinition(JournalSql, cancellationToken: stop)) && await AreApplied(connection, stop))
        {
            LogRun(0, Names.Length);
            return;
        }

        await connection.ExecuteAsync(new CommandDefinition(LockSql, new { LockKey }, commandTimeout: 0, cancellationToken: stop));
        RunNew(unpooled);
    }

    private void RunNew(string connectionString)
    {
        var result = DeployChanges.To.PostgresqlDatabase(connectionString)
            .WithScripts(ReadScripts().Select(script => new SqlScript(
                script.Name, script.Text, new SqlScriptOptions { ScriptType = ScriptType.RunOnce, RunGroupOrder = script.Group })))
            .WithVariablesDisabled()
            .WithTransactionPerScript()
            .JournalToPostgresqlTable("public", "schema_versions")
            .LogToNowhere()
            .Build()
            .PerformUpgrade();
        if (!result.Successful)
        {
            throw new StartException($"The script {result.ErrorScript?.Name} failed: {result.Error.Message}", result.Error);
        }

        var run = result.Scripts.Count();
        LogRun(run, Names.Length);
    }

    /// <summary>Whether a database has every script of this build.</summary>
    public static async Task<bool> AreApplied(NpgsqlDataSource database, CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        return await AreApplied(connection, stop);
    }

    private static async Task<bool> AreApplied(NpgsqlConnection connection, CancellationToken stop) =>
        await connection.ExecuteScalarAsync<long>(new CommandDefinition(AppliedSql, new { names = Names }, cancellationToken: stop)) == Names.Length;

    private static List<Script> ReadScripts()
    {
        var texts = typeof(Migrations).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("db/", StringComparison.Ordinal))
            .ToDictionary(name => name["db/".Length..], Text);
        return [
            .. Of(texts, "migrations/", group: 1, (name, _) => name),

            // One may rest on another, so that all are re-created when any has changed.
            .. Of(texts, "functions/", group: 2, (name, all) => $"{name}@{Digest(all)}"),
            .. Of(texts, "views/", group: 3, (name, all) => $"{name}@{Digest(all)}"),
            .. Of(texts, "seed/", group: 4, (name, _) => $"{name}@{Digest(texts[name])}"),
        ];
    }

    private static IEnumerable<Script> Of(
        Dictionary<string, string> texts, string folder, int group, Func<string, string, string> journalName)
    {
        var all = string.Concat(texts.Where(text => !text.Key.StartsWith("seed/", StringComparison.Ordinal))
            .OrderBy(text => text.Key, StringComparer.Ordinal)
            .Select(text => text.Value));
        return texts.Where(text => text.Key.StartsWith(folder, StringComparison.Ordinal))
            .OrderBy(text => text.Key, StringComparer.Ordinal)
            .Select(text => new Script(journalName(text.Key, all), text.Value, group));
    }

    private static string Text(string resource)
    {
        using var reader = new StreamReader(typeof(Migrations).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static string Digest(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];

    [LoggerMessage(Level = LogLevel.Information, Message = "The schema is up to date: {Run} of {All} scripts ran now")]
    private partial void LogRun(int run, int all);

    private sealed record Script(string Name, string Text, int Group);
}
