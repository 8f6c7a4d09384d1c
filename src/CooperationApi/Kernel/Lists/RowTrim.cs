using System.Buffers;
using System.Text.Json;

namespace CooperationApi.Kernel;

/// <summary>Leaves of a row only the members asked for, in the contract's order.</summary>
internal static class RowTrim
{
    public static ReadOnlySpan<byte> To(ReadOnlySpan<byte> row, IReadOnlyList<string>? fields)
    {
        if (fields is null)
        {
            return row;
        }

        var trimmed = new ArrayBufferWriter<byte>(row.Length);
        using var writer = new Utf8JsonWriter(trimmed, new JsonWriterOptions { Encoder = JsonNames.Options.Encoder, SkipValidation = true });
        var reader = new Utf8JsonReader(row);
        reader.Read();
        writer.WriteStartObject();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (fields.Contains(name))
            {
                writer.WritePropertyName(name);
                writer.WriteRawValue(row[start..(int)reader.BytesConsumed], skipInputValidation: true);
            }
        }

        writer.WriteEndObject();
        writer.Flush();
        return trimmed.WrittenSpan;
    }
}
