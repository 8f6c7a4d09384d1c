using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;

namespace CooperationApi.Kernel;

/// <summary>Reads CSV as <see cref="CsvRows{T}"/> writes it.</summary>
internal sealed class ImportCells : IDisposable
{
    private const int MostFaults = 100;
    private const string CountMark = "rowCount: ";

    private readonly CsvReader csv;
    private readonly Type type;
    private readonly ImportRowJson json = new();
    private CsvMalformedReason? malformed;

    private ImportCells(Stream file, Type type)
    {
        this.type = type;
        csv = CsvReader.Create(
            file,
            CsvReaderOptions.Default with
            {
                Separator = ',',
                MaxRecordSize = ImportRow.MostBytes,
                TrackLineNumbers = true,
                OnMalformedRecord = record => malformed ??= record.Reason,
            },
            leaveOpen: true);
    }

    public static async IAsyncEnumerable<ImportRow> Read(Stream file, Type type, [EnumeratorCancellation] CancellationToken stop)
    {
        using var cells = new ImportCells(file, type);
        if (await cells.ReadHeader(stop) is { } refused)
        {
            yield return refused;
            yield break;
        }

        for (ImportRow? row; (row = await cells.Next(stop)) is not null;)
        {
            yield return row.Value;
            if (row.Value.EndsTheFile)
            {
                yield break;
            }
        }
    }

    public void Dispose()
    {
        csv.Dispose();
        json.Dispose();
    }

    private async Task<ImportRow?> ReadHeader(CancellationToken stop)
    {
        try
        {
            await csv.ReadHeaderAsync(stop);
        }
        catch (CsvFormatException)
        {
            return TooLong(1);
        }

        if (malformed is not null || csv.Headers is not { Count: > 0 } header)
        {
            return ImportRow.Faulty(1, FaultCode.InvalidRow, "The file begins with the names of its columns; there are none, or their quotes are not right.", endsTheFile: true);
        }

        var faults = json.Begin(type, [.. header], MostFaults);
        return faults.Count == 0 ? null : new ImportRow(1) { Faults = faults, EndsTheFile = true };
    }

    private async ValueTask<ImportRow?> Next(CancellationToken stop)
    {
        malformed = null;
        try
        {
            if (!await csv.ReadAsync(stop))
            {
                return null;
            }
        }
        catch (CsvFormatException tooLong)
        {
            return TooLong(tooLong.LineNumber > 0 ? tooLong.LineNumber : csv.LineNumber + 1);
        }

        var line = csv.LineNumber;
        return malformed switch
        {
            CsvMalformedReason.UnterminatedQuote =>
                ImportRow.Faulty(line, FaultCode.InvalidRow, "A cell begins with a quotation mark, and no other ends it.", endsTheFile: true),
            not null => ImportRow.Faulty(line, FaultCode.InvalidRow,
                "A quotation mark stands within a cell. A cell that has one is enclosed in quotation marks, and its own are doubled."),
            null when csv.FieldCount != json.Columns => ImportRow.Faulty(line, FaultCode.InvalidRow,
                $"The row has {csv.FieldCount} cells, and the header {json.Columns}."),
            null when !System.Text.Unicode.Utf8.IsValid(csv.RawRecord) => ImportRow.Faulty(line, FaultCode.InvalidText, "The row is not UTF-8."),
            null => CountIn(line) ?? new ImportRow(line) { Json = json.Write(csv) },
        };
    }

    // What the count's row says in its first cell stands in no other row: no id begins so, and no name.
    private ImportRow? CountIn(long line)
    {
        for (var at = 1; at < csv.FieldCount; at++)
        {
            if (!csv.IsEmpty(at))
            {
                return null;
            }
        }

        var first = Encoding.UTF8.GetString(csv.GetSpan(0));
        return first.StartsWith(CountMark, StringComparison.Ordinal) && long.TryParse(first.AsSpan(CountMark.Length), out var count)
            ? new ImportRow(line) { Count = count } : null;
    }

    private static ImportRow TooLong(long line) => ImportRow.Faulty(
        line, FaultCode.TooLong, $"A row has at most {ImportRow.MostBytes:N0} bytes. Is there a quotation mark that nothing closes?", endsTheFile: true);
}
