using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Benchmarks;

/// <summary>
/// The same agreements out of the service and into it, and by <c>psql \copy</c>: to the same objects and columns, and into the same tables with all
/// their triggers and indexes.
/// </summary>
internal static class BulkBenchmark
{
    private const double LeastOfExport = 0.8;
    private const double LeastOfImport = 1.0 / 3;
    private const long MostBytes = 200L << 20;
    private const int Compared = 1000;

    public static async Task<int> Run(Databases databases, int rows, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("cooperation-benchmark-").FullName;
        try
        {
            var source = await MakeSource(databases, rows, folder);
            List<Bulk> all = [
                await Export(source, folder, "NDJSON", "application/x-ndjson", BulkSql.ToNdjson, rounds),
                await Export(source, folder, "CSV", "text/csv", BulkSql.ToCsv, rounds)];
            await Same(Path.Combine(folder, "service.NDJSON"), Path.Combine(folder, "psql.NDJSON"));
            await databases.Drop("benchmark_source");
            all.Add(await Import(databases, folder, rows));
            await Results.Write("Bulk", Table(all, rows));
            return all.Count(bulk => !bulk.IsMet);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> MakeSource(Databases databases, int rows, string folder)
    {
        var source = await databases.Create("benchmark_source");
        await Psql.Run(source, BulkSql.Slim);
        await ManyAgreements.Add(source, rows, CancellationToken.None);
        await Psql.Run(source, BulkSql.Tables.Select(table =>
            $"\\copy (select {table.Columns} from {table.Table} where id like 'many-%' order by id) to '{FileOf(folder, table.Table)}' csv"));
        return source;
    }

    private static async Task<Bulk> Export(string source, string folder, string form, string mediaType, Func<string, string> copy, int rounds)
    {
        var (copied, exported, peak) = (new List<double>(), new List<double>(), 0L);
        await using var service = await Service.Start(source);
        for (var round = 0; round < rounds; round++)
        {
            copied.Add(await Psql.Run(source, copy(Path.Combine(folder, $"psql.{form}"))));
            var started = Stopwatch.GetTimestamp();
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/agreements/export", UriKind.Relative));
            request.Headers.Accept.ParseAdd(mediaType);
            using var response = await service.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            await using (var file = File.Create(Path.Combine(folder, $"service.{form}")))
            {
                await response.EnsureSuccessStatusCode().Content.CopyToAsync(file);
            }

            exported.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
            peak = service.PeakBytes;
        }

        return new Bulk($"export, {form}", Middle(copied), Middle(exported), peak, LeastOfExport);
    }

    // The same rows in the same order. How a time is written differs.
    private static async Task Same(string service, string psql)
    {
        await foreach (var (one, other) in Lines(service).Zip(Lines(psql)).Take(Compared))
        {
            var (served, copied) = (JsonNode.Parse(one)!.AsObject(), JsonNode.Parse(other)!.AsObject());
            served.Remove("updatedAt");
            copied.Remove("updatedAt");
            if (!JsonNode.DeepEquals(served, copied))
            {
                throw new InvalidOperationException($"Not the same:\n{one}\n{other}");
            }
        }
    }

    private static IAsyncEnumerable<string> Lines(string file) => File.ReadLinesAsync(file);

    private static async Task<Bulk> Import(Databases databases, string folder, int rows)
    {
        var target = await databases.Create("benchmark_copy");
        var copied = await Psql.Run(target, [
            "begin;", .. BulkSql.Tables.Select(table => $"\\copy {table.Table} ({table.Columns}) from '{FileOf(folder, table.Table)}' csv"), "commit;"]);
        await databases.Drop("benchmark_copy");
        var (imported, peak) = await Import(await databases.Create("benchmark_import"), Path.Combine(folder, "service.NDJSON"), rows);
        await databases.Drop("benchmark_import");
        return new Bulk("import, NDJSON", copied, imported, peak, LeastOfImport);
    }

    private static async Task<(double Seconds, long PeakBytes)> Import(string database, string path, int rows)
    {
        var key = await Service.Key(database);
        await using var service = await Service.Start(database);
        await using var file = File.OpenRead(path);
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

    private static string Table(IEnumerable<Bulk> all, int rows)
    {
        var table = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"""
            {rows:N0} agreements with their parties and citations. An import has the three tables with all their triggers and indexes, in one transaction; it also
            validates each row, compares it with what is there and logs its change.

            | | `\copy` s | service s | rows a second | of `\copy` | at least | resident at most | below | |
            |---|---:|---:|---:|---:|---:|---:|---:|---|
            """);
        foreach (var bulk in all)
        {
            table.AppendLine(CultureInfo.InvariantCulture,
                $"| {bulk.Name} | {bulk.Copied:F1} | {bulk.Took:F1} | {rows / bulk.Took:N0} | {bulk.Ratio:F2} | {bulk.Least:F2} | {bulk.PeakBytes >> 20} MB | {MostBytes >> 20} MB | {(bulk.IsMet ? "met" : "missed")} |");
        }

        return table.ToString();
    }

    private static double Middle(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static string FileOf(string folder, string table) => Path.Combine(folder, table + ".csv");

    private sealed record Bulk(string Name, double Copied, double Took, long PeakBytes, double Least)
    {
        public double Ratio => Copied / Took;

        public bool IsMet => Ratio >= Least && PeakBytes < MostBytes;
    }
}
