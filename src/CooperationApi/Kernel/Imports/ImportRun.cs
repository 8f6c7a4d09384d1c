using System.Text.Json;
using FluentValidation;
using Npgsql;

namespace CooperationApi.Kernel;

/// <summary>One import, from its first row to its report.</summary>
internal sealed class ImportRun<TInput>(
    string resource, Importing form, WriteRequest request, ImportFile file, ImportProgress progress)
    where TInput : class
{
    private readonly ImportFaults faults = new(isCsv: file.MediaType == MediaTypes.Csv);
    private ImportStaging staging = null!;

    public Guid Id => form.ImportId!.Value;

    public string Resource => resource;

    private bool IsRejected => faults.SpoilTheFile || (faults.Rows > 0 && !form.SkipInvalid);

    /// <summary>Reads the file to its end, each row by the rules of a body.</summary>
    public async Task Stage(NpgsqlConnection connection, NpgsqlTransaction transaction, IValidator<TInput>? validator, CancellationToken stop)
    {
        staging = new ImportStaging(connection, transaction, resource, JsonNames.Of(form.OnConflict), faults);
        await staging.Begin(stop);
        await using var copy = await staging.Copy(stop);
        var line = 0L;
        try
        {
            ImportRow? counted = null;
            await foreach (var row in Rows(stop))
            {
                line = row.Line;
                if (counted is not null)
                {
                    faults.OfFile(line, [Fault(FaultCode.InvalidRow, $"Line {counted.Value.Line} says how many rows there are, so that it must be the last.")]);
                    break;
                }

                counted = row.Count is null ? null : row;
                if (row.Count is { } said ? !CountIs(said, line) : !await Take(row, copy, validator, stop))
                {
                    break;
                }
            }
        }
        catch (InvalidDataException)
        {
            faults.OfFile(line + 1, [Fault(FaultCode.InvalidEncoding, "From here on the file is no gzip, or its end is missing.")]);
        }

        await copy.CompleteAsync(stop);
    }

    /// <summary>Writes all that was staged, if that is what is to be done.</summary>
    public async Task<(ImportReport Report, bool IsRejected)> Write(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken stop)
    {
        if (!faults.SpoilTheFile)
        {
            if (await IdempotentAnswers.Claim(connection, transaction, request, request.Fingerprint(file.Digest), stop) is { } given)
            {
                await transaction.RollbackAsync(stop);
                return (await Again(given), IsRejected: false);
            }

            await staging.Check(stop);
            await staging.BeginWrite(request.Caller.Name, request.Reason, stop);
            await staging.Write(() => !IsRejected, rows => progress.Wrote(IsRejected ? 0 : rows), stop);
        }

        if (IsRejected)
        {
            progress.WroteNothing();
            await transaction.RollbackAsync(stop);
            return (await End("rejected"), IsRejected: true);
        }

        await staging.EndWrite(stop);
        if (form.DryRun)
        {
            await transaction.RollbackAsync(stop);
            return (await End("done"), IsRejected: false);
        }

        var report = await End("done", connection);
        await IdempotentAnswers.Keep(connection, transaction, request, Answer(report), stop);
        await transaction.CommitAsync(stop);
        return (report, IsRejected: false);
    }

    public Task Fail(Exception cause) => progress.End("failed", report: null, cause switch
    {
        ProblemException { Problem: var problem } => problem.Detail,
        BadHttpRequestException or OperationCanceledException or IOException => "The connection ended before the import did. Nothing was written.",
        _ => "The service failed. Its log tells more. Nothing was written.",
    });

    private IAsyncEnumerable<ImportRow> Rows(CancellationToken stop) => file.MediaType == MediaTypes.Csv
        ? ImportCells.Read(file.Content, typeof(TInput), stop)
        : ImportLines.Read(file.Content, stop);

    // Whether the file goes on.
    private async ValueTask<bool> Take(ImportRow row, NpgsqlBinaryImporter copy, IValidator<TInput>? validator, CancellationToken stop)
    {
        if (row.EndsTheFile)
        {
            faults.OfFile(row.Line, row.Faults);
            return false;
        }

        progress.Read();
        if (row.Faults.Count > 0)
        {
            faults.OfRow(row.Line, row.Faults);
            return true;
        }

        var found = new List<Fault>();
        if (BodyReader.Read(row.Json, validator, found) is { } input)
        {
            await staging.Add(copy, row.Line, Input<TInput>.Id(input), Input<TInput>.StatedFrom(input), WriteRow.Staged(input), stop);
        }
        else
        {
            faults.OfRow(row.Line, found);
        }

        return true;
    }

    private bool CountIs(long said, long line)
    {
        if (said != progress.RowsRead)
        {
            faults.OfFile(line, [Fault(FaultCode.Contradiction, $"It says that {said} rows stand above, and {progress.RowsRead} do.")]);
        }

        return true;
    }

    private static WriteAnswer Answer(ImportReport report) =>
        new(StatusCodes.Status200OK, "", "", JsonSerializer.SerializeToUtf8Bytes(report, JsonNames.Options));

    // This file was taken before, under the same key.
    private async Task<ImportReport> Again(WriteAnswer given)
    {
        var report = JsonSerializer.Deserialize<ImportReport>(given.Body, JsonNames.Options)!;
        request.Http.Response.Headers[WriteAnswer.ReplayedHeader] = "true";
        await progress.End("done", report, detail: null);
        return report;
    }

    private async Task<ImportReport> End(string state, NpgsqlConnection? connection = null)
    {
        long Count(string op) => IsRejected ? 0 : staging.Count(op);
        var report = new ImportReport
        {
            Id = Id,
            Resource = resource,
            DryRun = form.DryRun,
            Rows = progress.RowsRead,
            Created = Count("created"),
            Revised = Count("revised"),
            Corrected = Count("corrected"),
            Restored = Count("restored"),
            Unchanged = Count("unchanged"),
            Skipped = Count("skipped"),
            Rejected = faults.Rows,
            Faults = faults.First,
            Seconds = progress.Seconds,
        };
        await progress.End(state, report, detail: null, connection);
        return report;
    }

    private static Fault Fault(FaultCode code, string detail) => new() { Code = code, Detail = detail };
}
