using System.Runtime.CompilerServices;
using System.Text.Json;

namespace CooperationApi.Kernel;

/// <summary>Reads a file of one JSON object a line. Empty lines are none.</summary>
internal static class ImportLines
{
    private const int Piece = 64 * 1024;

    public static async IAsyncEnumerable<ImportRow> Read(
        Stream file, [EnumeratorCancellation] CancellationToken stop)
    {
        var buffer = new byte[Piece];
        var (start, end, line, isTooLong, isOver) = (0, 0, 1L, false, false);
        while (!isOver || start < end || isTooLong)
        {
            var length = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (length < 0 && !isOver)
            {
                (buffer, start, end) = WithRoom(buffer, start, end, ref isTooLong);
                var count = await file.ReadAsync(buffer.AsMemory(end), stop);
                (end, isOver) = (end + count, count == 0);
                continue;
            }

            var row = buffer.AsMemory(start, length < 0 ? end - start : length);
            if (isTooLong || row.Length > ImportRow.MostBytes)
            {
                yield return ImportRow.Faulty(line, FaultCode.TooLong, $"A line has at most {ImportRow.MostBytes:N0} bytes.");
            }
            else if (row.Span.ContainsAnyExcept(" \t\r"u8))
            {
                yield return new ImportRow(line) { Json = row, Count = CountIn(row.Span) };
            }

            (start, line, isTooLong) = (length < 0 ? end : start + length + 1, line + 1, false);
        }
    }

    // Of a line that is too long, all but the end is dropped as it comes.
    private static (byte[] Buffer, int Start, int End) WithRoom(byte[] buffer, int start, int end, ref bool isTooLong)
    {
        isTooLong |= end - start > ImportRow.MostBytes;
        if (isTooLong)
        {
            return (buffer, 0, 0);
        }

        var larger = end - start > buffer.Length / 2 ? new byte[buffer.Length * 2] : buffer;
        buffer.AsSpan(start, end - start).CopyTo(larger);
        return (larger, 0, end - start);
    }

    private static long? CountIn(ReadOnlySpan<byte> row)
    {
        if (!row.StartsWith("{\"rowCount\":"u8))
        {
            return null;
        }

        try
        {
            var reader = new Utf8JsonReader(row);
            return reader.Read() && reader.Read() && reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var count)
                && reader.Read() && reader.TokenType == JsonTokenType.EndObject && !reader.Read() ? count : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
