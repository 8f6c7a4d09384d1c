using System.Diagnostics;
using System.Text.Json;
using Dapper;
using Npgsql;

namespace CooperationApi.Kernel;

/// <summary>Says about once a second how far an import is, in a row that every copy of the service can read.</summary>
internal sealed partial class ImportProgress : IAsyncDisposable
{
    private const string BeginSql = """
        insert into imports (id, resource, who) values (@id, @resource, @who) on conflict do nothing
        """;

    private const string TickSql = """
        update imports
           set (seen_at, bytes_read, rows_read, rows_written, rows_per_second) = (now(), @bytesRead, @rowsRead, @rowsWritten, @rowsPerSecond)
         where id = @id and state = 'running'
        """;

    private const string EndSql = """
        update imports
           set (state, finished_at, seen_at, bytes_read, rows_read, rows_written, rows_per_second, detail, report)
             = (@state, clock_timestamp(), clock_timestamp(), @bytesRead, @rowsRead, @rowsWritten, @rowsPerSecond, @detail, @report::json)
         where id = @id
        """;

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private readonly NpgsqlDataSource database;
    private readonly Meters meters;
    private readonly ILogger logger;
    private readonly Guid id;
    private readonly CancellationTokenSource ending = new();
    private readonly long started = Stopwatch.GetTimestamp();
    private Task ticking = Task.CompletedTask;
    private ImportFile? file;

    private ImportProgress(NpgsqlDataSource database, Meters meters, ILogger logger, Guid id) =>
        (this.database, this.meters, this.logger, this.id) = (database, meters, logger, id);

    public long RowsRead { get; private set; }

    public long RowsWritten { get; private set; }

    public double Seconds => Math.Round(Stopwatch.GetElapsedTime(started).TotalSeconds, 3);

    /// <summary>Begins to tell of an import; ends the request if there is one of this id.</summary>
    public static async Task<ImportProgress> Begin(
        NpgsqlDataSource database, Meters meters, ILogger logger, Guid id, string resource, string who, CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        var isNew = await connection.ExecuteAsync(new CommandDefinition(BeginSql, new { id, resource, who }, cancellationToken: stop)) == 1;
        return isNew ? new ImportProgress(database, meters, logger, id) : throw new ProblemException(ImportProblems.Taken(id));
    }

    public void Follow(ImportFile sent)
    {
        file = sent;
        ticking = Tick();
    }

    public void Read()
    {
        RowsRead++;
        meters.RowRead();
    }

    public void Wrote(long rows)
    {
        RowsWritten += rows;
        meters.RowsWritten(rows);
    }

    public void WroteNothing() => RowsWritten = 0;

    /// <summary>Says how it ended: in the transaction of the import, so that it is done if and only if its rows are there, or in none.</summary>
    public async Task End(string state, ImportReport? report, string? detail, NpgsqlConnection? connection = null)
    {
        await DisposeAsync();
        await using var own = connection is null ? await database.OpenConnectionAsync(CancellationToken.None) : null;
        await (connection ?? own!).ExecuteAsync(EndSql, new
        {
            id,
            state,
            detail,
            bytesRead = file?.BytesRead ?? 0,
            RowsRead,
            RowsWritten,
            rowsPerSecond = (long)(RowsRead / Math.Max(Seconds, 0.001)),
            report = report is null ? null : JsonSerializer.Serialize(report, JsonNames.Options),
        });
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await ticking;
    }

    private async Task Tick()
    {
        using var clock = new PeriodicTimer(Beat);
        var (before, moment) = (0L, started);
        while (!ending.IsCancellationRequested)
        {
            try
            {
                await clock.WaitForNextTickAsync(ending.Token);
                var (done, now) = (RowsRead + RowsWritten, Stopwatch.GetTimestamp());
                var rowsPerSecond = (long)((done - before) / Stopwatch.GetElapsedTime(moment, now).TotalSeconds);
                (before, moment) = (done, now);
                await using var connection = await database.OpenConnectionAsync(ending.Token);
                await connection.ExecuteAsync(new CommandDefinition(
                    TickSql, new { id, bytesRead = file!.BytesRead, RowsRead, RowsWritten, rowsPerSecond }, cancellationToken: ending.Token));
            }
            catch (OperationCanceledException)
            {
                // It has ended.
            }
            catch (NpgsqlException failure)
            {
                LogSilence(failure, id);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The progress of import {Id} could not be told")]
    private partial void LogSilence(Exception failure, Guid id);
}
