using System.Buffers;
using System.Collections.Frozen;
using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Dapper;

namespace CooperationApi.Kernel;

/// <summary>
/// Reads rows as the JSON of a contract type. Where columns are what its members are, each is written as it comes, and what PostgreSQL put
/// together as JSON is only copied: no object is made of it. Where a column means something else, the row is read as an object first.
/// </summary>
internal sealed class JsonRows<T> : IDisposable
{
    private static readonly FrozenDictionary<string, int>? Places = PlacesOf([.. JsonNames.Members(typeof(T))]);
    private static readonly JsonEncodedText[] Names =
        [.. JsonNames.Members(typeof(T)).Select(member => JsonEncodedText.Encode(member.Name, JsonNames.Options.Encoder))];

    private readonly DbDataReader reader;
    private readonly ArrayBufferWriter<byte> written = new(1024);
    private readonly Utf8JsonWriter writer;
    private readonly (int Column, Cell Write)[] cells;
    private readonly Func<DbDataReader, T>? parse;

    public JsonRows(DbDataReader reader, int first = 0)
    {
        this.reader = reader;
        writer = new Utf8JsonWriter(written, new JsonWriterOptions { Encoder = JsonNames.Options.Encoder, SkipValidation = true });
        cells = new (int, Cell)[Places is null ? 0 : Names.Length];
        if (Places is null)
        {
            parse = reader.GetRowParser<T>(startIndex: first);
            return;
        }

        for (var column = first; column < reader.FieldCount; column++)
        {
            cells[Places[reader.GetName(column)]] = (column, Cells.Of(reader.GetDataTypeName(column)));
        }
    }

    /// <summary>Whether rows of this type are copied from their columns.</summary>
    public static bool AreCopied => Places is not null;

    /// <summary>The row that the reader stands on; to be used before the next one is read.</summary>
    public ReadOnlySpan<byte> Read()
    {
        written.ResetWrittenCount();
        writer.Reset();
        if (parse is not null)
        {
            JsonSerializer.Serialize(writer, parse(reader), JsonNames.Options);
        }
        else
        {
            WriteMembers();
        }

        writer.Flush();
        return written.WrittenSpan;
    }

    public void Dispose() => writer.Dispose();

    private void WriteMembers()
    {
        writer.WriteStartObject();
        for (var at = 0; at < cells.Length; at++)
        {
            var (column, write) = cells[at];
            writer.WritePropertyName(Names[at]);
            if (reader.IsDBNull(column))
            {
                writer.WriteNullValue();
            }
            else
            {
                write(writer, reader, column);
            }
        }

        writer.WriteEndObject();
    }

    // The place of each column's member; null where a member is not simply what its column is, or is sometimes left out.
    private static FrozenDictionary<string, int>? PlacesOf(List<JsonPropertyInfo> members) =>
        members.All(member => Columns.AreCopied(member.PropertyType)
            && member.AttributeProvider?.IsDefined(typeof(JsonIgnoreAttribute), inherit: true) is not true)
            ? members.Select((member, at) => (Name: JsonNamingPolicy.SnakeCaseLower.ConvertName(member.Name), at)).ToFrozenDictionary(place => place.Name, place => place.at)
            : null;
}

/// <summary>Writes a cell that is not null as a JSON value.</summary>
internal delegate void Cell(Utf8JsonWriter writer, DbDataReader reader, int column);

internal static class Cells
{
    private static readonly FrozenDictionary<string, Cell> ByType = new Dictionary<string, Cell>
    {
        ["text"] = (writer, reader, column) => writer.WriteStringValue(reader.GetString(column)),
        ["text[]"] = WriteTexts,
        ["json"] = (writer, reader, column) => CompactJson.Copy(reader.GetFieldValue<byte[]>(column), writer),
        ["jsonb"] = (writer, reader, column) => CompactJson.Copy(reader.GetFieldValue<byte[]>(column), writer),
        ["boolean"] = (writer, reader, column) => writer.WriteBooleanValue(reader.GetBoolean(column)),
        ["smallint"] = (writer, reader, column) => writer.WriteNumberValue(reader.GetInt16(column)),
        ["integer"] = (writer, reader, column) => writer.WriteNumberValue(reader.GetInt32(column)),
        ["bigint"] = (writer, reader, column) => writer.WriteNumberValue(reader.GetInt64(column)),
        ["numeric"] = (writer, reader, column) => writer.WriteNumberValue(reader.GetDecimal(column)),
        ["date"] = WriteDate,
        ["timestamp with time zone"] = (writer, reader, column) => writer.WriteStringValue(reader.GetDateTime(column)),
    }.ToFrozenDictionary();

    /// <summary>How values of a type of PostgreSQL are written.</summary>
    public static Cell Of(string type) =>
        ByType.GetValueOrDefault(type) ?? throw new NotSupportedException($"A column of the type {type} is not copied into an answer.");

    private static void WriteTexts(Utf8JsonWriter writer, DbDataReader reader, int column)
    {
        writer.WriteStartArray();
        foreach (var text in reader.GetFieldValue<string[]>(column))
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    private static void WriteDate(Utf8JsonWriter writer, DbDataReader reader, int column)
    {
        Span<byte> text = stackalloc byte[16];
        reader.GetFieldValue<DateOnly>(column).TryFormat(text, out var length, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
    }
}

/// <summary>JSON without the spaces that PostgreSQL puts between its parts.</summary>
internal static class CompactJson
{
    private static readonly SearchValues<byte> OutsideTexts = SearchValues.Create("\" \n"u8);
    private static readonly SearchValues<byte> WithinTexts = SearchValues.Create("\"\\"u8);

    public static void Copy(ReadOnlySpan<byte> json, Utf8JsonWriter writer)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(json.Length);
        writer.WriteRawValue(buffer.AsSpan(0, Copy(json, buffer)), skipInputValidation: true);
        ArrayPool<byte>.Shared.Return(buffer);
    }

    private static int Copy(ReadOnlySpan<byte> json, Span<byte> target)
    {
        var length = 0;
        while (!json.IsEmpty)
        {
            var upTo = json.IndexOfAny(OutsideTexts) is var at and >= 0 ? at : json.Length;
            var skipped = 1;
            if (upTo < json.Length && json[upTo] == '"')
            {
                (upTo, skipped) = (EndOfText(json, upTo + 1), 0);
            }

            json[..upTo].CopyTo(target[length..]);
            length += upTo;
            json = json[Math.Min(upTo + skipped, json.Length)..];
        }

        return length;
    }

    // After its closing quote. A backslash and what it escapes are two bytes, of which the second is looked at no more.
    private static int EndOfText(ReadOnlySpan<byte> json, int from)
    {
        while (true)
        {
            from += json[from..].IndexOfAny(WithinTexts);
            if (json[from] == '"')
            {
                return from + 1;
            }

            from += 2;
        }
    }
}
