using System.Diagnostics;
using System.Globalization;
using CooperationApi.Kernel;
using Npgsql;

namespace CooperationApi.Benchmarks;

/// <summary>pgbench, which inserts one plain row at a time over 32 connections: as fast as it gets.</summary>
internal static class PgBench
{
    private const string InsertSql = """
        insert into plain (id, stated_from, measure, stage, kind, partner, amount_value, amount_low, qualifier, as_stated, article, notes)
        values (gen_random_uuid(), '2018-05-21', 'activeCases', 'active', 'stock', 'JPN', 1200000000, 1200000000, 'over', '$1.2 billion', 'Patriot PAC-3', 'An example.');
        """;

    public static async Task<Load> Insert(string database, int seconds)
    {
        var script = Path.Combine(Path.GetTempPath(), "cooperation-insert.sql");
        await File.WriteAllTextAsync(script, InsertSql);
        var to = new NpgsqlConnectionStringBuilder(database);
        var cpu = Databases.CpuSeconds;
        var start = new ProcessStartInfo((await PostgresBinaries.Find(major: null)).Program("pgbench"),
        [
            "--no-vacuum", "--protocol", "prepared", "--client", "32", "--jobs", "2", "--time", $"{seconds}", "--file", script,
            "--host", to.Host!, "--port", $"{to.Port}", "--username", to.Username!, to.Database!,
        ])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PGPASSWORD"] = to.Password;
        using var pgbench = Process.Start(start)!;
        var errors = pgbench.StandardError.ReadToEndAsync();
        var said = await pgbench.StandardOutput.ReadToEndAsync();
        await pgbench.WaitForExitAsync();
        var line = said.Split('\n').FirstOrDefault(line => line.StartsWith("tps = ", StringComparison.Ordinal))
            ?? throw new InvalidOperationException(await errors);
        var perSecond = double.Parse(line.Split(' ')[2], CultureInfo.InvariantCulture);
        return new Load(perSecond, double.NaN, double.NaN, double.NaN, (Databases.CpuSeconds - cpu) * 1000 / (perSecond * seconds));
    }
}
