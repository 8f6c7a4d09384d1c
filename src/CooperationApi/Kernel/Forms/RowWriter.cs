using System.Text;

namespace CooperationApi.Kernel;

/// <summary>Rows in a form that needs no envelope, gathered in a buffer that is sent whenever the caller says so.</summary>
internal abstract class RowWriter : IDisposable
{
    protected MemoryStream Buffer { get; } = new();

    /// <summary>How many bytes wait to be sent.</summary>
    public long Waiting => Buffer.Length;

    /// <summary>The writer of a media type; it writes only the fields given, in the contract's order, or all.</summary>
    public static RowWriter Of<T>(string mediaType, IReadOnlyList<string>? fields) =>
        mediaType == MediaTypes.Csv ? new CsvRows<T>(fields) : new NdjsonRows(fields);

    public static string ContentTypeOf(string mediaType) =>
        mediaType == MediaTypes.Csv ? $"{mediaType}; charset=utf-8; header=present" : mediaType;

    /// <summary>Writes a row that is given as JSON.</summary>
    public abstract void Write(ReadOnlySpan<byte> row);

    /// <summary>Ends with a line that says how many rows there were.</summary>
    public abstract void WriteCount(long rows);

    /// <summary>Sends what has been written so far.</summary>
    public async Task Send(Stream target, CancellationToken stop)
    {
        Flush();
        await target.WriteAsync(Buffer.GetBuffer().AsMemory(0, (int)Buffer.Length), stop);
        await target.FlushAsync(stop);
        Buffer.SetLength(0);
    }

    public virtual void Dispose() => Buffer.Dispose();

    protected abstract void Flush();
}

/// <summary>One JSON object a line.</summary>
internal sealed class NdjsonRows(IReadOnlyList<string>? fields) : RowWriter
{
    public override void Write(ReadOnlySpan<byte> row)
    {
        Buffer.Write(RowTrim.To(row, fields));
        Buffer.WriteByte((byte)'\n');
    }

    public override void WriteCount(long rows) => Buffer.Write(Encoding.UTF8.GetBytes($"{{\"rowCount\":{rows}}}\n"));

    protected override void Flush()
    {
    }
}
