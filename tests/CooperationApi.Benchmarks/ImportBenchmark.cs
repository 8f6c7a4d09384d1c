using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;
using Npgsql;

namespace CooperationApi.Benchmarks;

/// <summary>
/// The same agreements into the same tables, with all their triggers and indexes, in one transaction: by <c>psql \copy</c> of files that are made
/// beforehand, and by an import of what <c>/agreements/export</c> writes.
/// </summary>
internal static class ImportBenchmark
{
    private const double LeastRatio = 1.0 / 3;
    private const long MostBytes = 300L << 20;

    // What exporting does not use, and what would take minutes to fill.
    private const string SlimSql = """
        alter table agreements drop constraint agreements_editions_do_not_overlap;
        do $$
        declare
          spare regclass;
        begin
          for spare in select i.indexrelid::regclass
                         from pg_index i
                         join pg_class c on c.oid = i.indexrelid
                         join pg_am a on a.oid = c.relam
                        where i.indrelid in ('agreements'::regclass, 'citations'::regclass) and a.amname = 'gin' loop
            execute format('drop index %s', spare);
          end loop;
        end $$;
        """;

    private static readonly (string Table, string Columns)[] Tables =
    [
        ("agreements", "id, stated_from, stated_until, notes, revision, updated_at, name, kind, dated, signed, in_force_since, purpose"),
        ("agreement_parties", "id, stated_from, position, partner"),
        ("citations", "resource, id, stated_from, position, fact_sheet, paragraph, as_stated"),
    ];

    public static async Task<int> Run(Databases databases, int rows)
    {
        var folder = Directory.CreateTempSubdirectory("cooperation-benchmark-").FullName;
        try
        {
            await MakeFiles(databases, rows, folder);
            var copied = await Copy(await databases.Create("benchmark_copy"), folder);
            await databases.Drop("benchmark_copy");
            var (imported, peak) = await Import(await databases.Create("benchmark_import"), folder, rows);
            return await Tell(rows, copied, imported, peak);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MakeFiles(Databases databases, int rows, string folder)
    {
        var source = await databases.Create("benchmark_source");
        await using (var connection = new NpgsqlConnection(source))
        {
            await connection.OpenAsync();
            await using var slim = new NpgsqlCommand(SlimSql, connection);
            await slim.ExecuteNonQueryAsync();
            await ManyAgreements.Add(source, rows, CancellationToken.None);
            await Psql(source, folder, Tables.Select(table =>
                $"\\copy (select {table.Columns} from {table.Table} where id like 'many-%' order by id) to '{FileOf(folder, table.Table)}' csv"));
        }

        await using (var service = await Service.Start(source))
        {
            await using var export = await service.Client.GetStreamAsync(new Uri("/agreements/export", UriKind.Relative));
            await using var file = File.Create(Path.Combine(folder, "agreements.ndjson"));
            await export.CopyToAsync(file);
        }

        await databases.Drop("benchmark_source");
    }

    private static async Task<double> Copy(string database, string folder)
    {
        var started = Stopwatch.GetTimestamp();
        await Psql(database, folder, [
            "begin;", .. Tables.Select(table => $"\\copy {table.Table} ({table.Columns}) from '{FileOf(folder, table.Table)}' csv"), "commit;"]);
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task Psql(string database, string folder, IEnumerable<string> lines)
    {
        var script = Path.Combine(folder, "script.sql");
        await File.WriteAllLinesAsync(script, lines.Prepend("\\set ON_ERROR_STOP on"));
        var to = new NpgsqlConnectionStringBuilder(database);
        var start = new ProcessStartInfo(
            (await PostgresBinaries.Find(major: null)).Program("psql"),
            ["--quiet", "--host", to.Host!, "--port", $"{to.Port}", "--username", to.Username!, "--dbname", to.Database!, "--file", script]);
        start.Environment["PGPASSWORD"] = to.Password;
        using var psql = Process.Start(start)!;
        await psql.WaitForExitAsync();
        if (psql.ExitCode != 0)
        {
            throw new InvalidOperationException("psql failed.");
        }
    }

    private static async Task<(double Seconds, long PeakBytes)> Import(string database, string folder, int rows)
    {
        var key = await Service.Key(database);
        await using var service = await Service.Start(database);
        await using var file = File.OpenRead(Path.Combine(folder, "agreements.ndjson"));
        using var content = new StreamContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/agreements/import", UriKind.Relative)) { Content = content };
        request.Headers.Add("X-Api-Key", key);
        var started = Stopwatch.GetTimestamp();
        using var response = await service.Client.SendAsync(request);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var answer = await response.Content.ReadAsStringAsync();
        return answer.Contains($"\"created\":{rows},", StringComparison.Ordinal)
            ? (seconds, service.PeakBytes) : throw new InvalidOperationException(answer[..Math.Min(answer.Length, 2000)]);
    }

    private static async Task<int> Tell(int rows, double copied, double imported, long peak)
    {
        var ratio = copied / imported;
        await Results.Write("Bulk", string.Create(CultureInfo.InvariantCulture, $"""
            {rows:N0} agreements with their parties and citations, with all triggers and indexes, in one transaction. The import also validates each row,
            compares it with what is there and logs its change.

            | | seconds | rows a second |
            |---|---:|---:|
            | `psql \copy` of three CSV files | {copied:F1} | {rows / copied:N0} |
            | `POST /agreements/import` of NDJSON | {imported:F1} | {rows / imported:N0} |
            | speed of the import, in that of `\copy` | {ratio:F2} | at least {LeastRatio:F2} |
            | the service's memory, resident at most | {peak >> 20} MB | less than {MostBytes >> 20} MB |

            """));
        return ratio >= LeastRatio && peak < MostBytes ? 0 : 1;
    }

    private static string FileOf(string folder, string table) => Path.Combine(folder, table + ".csv");
}
