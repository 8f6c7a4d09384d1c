using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CooperationApi.Kernel;

/// <summary>Rows in a form that needs no envelope, gathered in a buffer that is sent whenever the caller says so.</summary>
internal abstract class RowWriter<T> : IDisposable
{
    protected MemoryStream Buffer { get; } = new();

    /// <summary>How many bytes wait to be sent.</summary>
    public long Waiting => Buffer.Length;

    public abstract void Write(T item);

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

internal static class RowWriter
{
    /// <summary>The writer of a media type; it writes only the fields given, in the contract's order, or all.</summary>
    public static RowWriter<T> Of<T>(string mediaType, IReadOnlyList<string>? fields) =>
        mediaType == MediaTypes.Csv ? new CsvRows<T>(fields) : new NdjsonRows<T>(fields);

    public static string ContentTypeOf(string mediaType) =>
        mediaType == MediaTypes.Csv ? $"{mediaType}; charset=utf-8; header=present" : mediaType;
}

/// <summary>One JSON object a line.</summary>
internal sealed class NdjsonRows<T> : RowWriter<T>
{
    private readonly IReadOnlyList<JsonPropertyInfo>? members;
    private readonly Utf8JsonWriter writer;

    public NdjsonRows(IReadOnlyList<string>? fields)
    {
        members = fields is null ? null : [.. JsonNames.Members(typeof(T), fields)];
        writer = new Utf8JsonWriter(Buffer, new JsonWriterOptions { Encoder = JsonNames.Options.Encoder });
    }

    public override void Write(T item)
    {
        if (members is null)
        {
            JsonSerializer.Serialize(writer, item, JsonNames.Options);
        }
        else
        {
            writer.WriteStartObject();
            foreach (var member in members)
            {
                writer.WritePropertyName(member.Name);
                JsonSerializer.Serialize(writer, member.Get!(item!), member.PropertyType, JsonNames.Options);
            }

            writer.WriteEndObject();
        }

        EndLine();
    }

    public override void WriteCount(long rows)
    {
        writer.WriteStartObject();
        writer.WriteNumber("rowCount", rows);
        writer.WriteEndObject();
        EndLine();
    }

    public override void Dispose()
    {
        writer.Dispose();
        base.Dispose();
    }

    protected override void Flush() => writer.Flush();

    private void EndLine()
    {
        writer.Flush();
        writer.Reset();
        Buffer.WriteByte((byte)'\n');
    }
}
