using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using CooperationApi.Tests.Testing;
using Npgsql;

namespace CooperationApi.Tests.Kernel;

/// <summary>A million rows leave the service small. Takes minutes, so that it runs only where it is asked for: <c>--explicit only</c>.</summary>
public sealed partial class MillionRowsTests(PostgresServer server, ITestOutputHelper output) : IAsyncLifetime
{
    private const int Rows = 1_000_000;

    // What neither an export nor a page uses, and what would take minutes to fill.
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

    private const long MostBytes = 200 * 1024 * 1024;

    private string database = "";
    private ServiceProcess? service;

    public async ValueTask InitializeAsync()
    {
        database = await server.Clone();
        await using (var source = NpgsqlDataSource.Create(database))
        await using (var command = source.CreateCommand(SlimSql))
        {
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await ManyAgreements.Add(database, Rows, TestContext.Current.CancellationToken);
        service = ServiceProcess.Launch("", [], ("ConnectionStrings__Cooperation", database));
        await service.Ready();
        service.Client.Timeout = Timeout.InfiniteTimeSpan;
    }

    public async ValueTask DisposeAsync()
    {
        await service!.DisposeAsync();
        await server.Drop(database);
    }

    [Fact(Explicit = true)]
    public async Task A_million_rows_stream_in_constant_memory_and_are_what_the_pages_say()
    {
        foreach (var format in new[] { "ndjson", "csv" })
        {
            await ArePagesOf(format);
        }
    }

    private async Task ArePagesOf(string format)
    {
        using var exported = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var lines = await Timed($"export as {format}", () => Export($"/agreements/export?format={format}", exported));
        Assert.True(lines > Rows, $"only {lines} lines");

        using var paged = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Assert.Equal(lines, await Timed($"pages of {format}", () => Page($"/agreements?format={format}&limit=200", format == "csv", paged)));
        Assert.Equal(Convert.ToHexString(exported.GetHashAndReset()), Convert.ToHexString(paged.GetHashAndReset()));
    }

    private async Task<long> Timed(string what, Func<Task<long>> read)
    {
        var started = Stopwatch.GetTimestamp();
        var lines = await read();
        output.WriteLine($"{what}: {lines} lines in {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s, "
            + $"the service {service!.PeakBytes >> 20} MB resident at most");
        Assert.True(service.PeakBytes < MostBytes, $"{what}: {service.PeakBytes} bytes resident");
        return lines;
    }

    private async Task<long> Export(string path, IncrementalHash hash)
    {
        await using var stream = await service!.Client.GetStreamAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        var buffer = new byte[1 << 16];
        long lines = 0;
        for (int read; (read = await stream.ReadAsync(buffer, TestContext.Current.CancellationToken)) > 0;)
        {
            hash.AppendData(buffer.AsSpan(0, read));
            lines += buffer.AsSpan(0, read).Count((byte)'\n');
        }

        return lines;
    }

    private async Task<long> Page(string path, bool hasHeader, IncrementalHash hash)
    {
        long lines = 0;
        for (var next = path; next is not null;)
        {
            using var response = await service!.Client.GetAsync(new Uri(next, UriKind.Relative), TestContext.Current.CancellationToken);
            var body = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            var rows = hasHeader && lines > 0 ? body.AsMemory(Array.IndexOf(body, (byte)'\n') + 1) : body;
            hash.AppendData(rows.Span);
            lines += rows.Span.Count((byte)'\n');
            next = response.Headers.GetValues("Link").Select(link => Next.Match(link)).FirstOrDefault(match => match.Success)?.Groups[1].Value;
        }

        return lines;
    }

    [GeneratedRegex("^<([^>]+)>; rel=\"next\"$")]
    private static partial Regex Next { get; }
}
