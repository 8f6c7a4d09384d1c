using System.Diagnostics;
using CooperationApi.Kernel;
using Npgsql;

namespace CooperationApi.Benchmarks;

/// <summary>Lines of psql, run against a database by psql itself.</summary>
internal static class Psql
{
    /// <summary>How many seconds it took.</summary>
    public static async Task<double> Run(string database, params IEnumerable<string> lines)
    {
        var script = Path.GetTempFileName();
        try
        {
            await File.WriteAllLinesAsync(script, lines.Prepend("\\set ON_ERROR_STOP on"));
            var to = new NpgsqlConnectionStringBuilder(database);
            var start = new ProcessStartInfo(
                (await PostgresBinaries.Find(major: null)).Program("psql"),
                ["--quiet", "--no-psqlrc", "--host", to.Host!, "--port", $"{to.Port}", "--username", to.Username!, "--dbname", to.Database!, "--file", script]);
            start.Environment["PGPASSWORD"] = to.Password;
            start.Environment["PGTZ"] = "UTC";
            start.Environment["PGOPTIONS"] = "-c jit=off";
            var started = Stopwatch.GetTimestamp();
            using var psql = Process.Start(start)!;
            await psql.WaitForExitAsync();
            return psql.ExitCode == 0 ? Stopwatch.GetElapsedTime(started).TotalSeconds : throw new InvalidOperationException("psql failed.");
        }
        finally
        {
            File.Delete(script);
        }
    }
}
