using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace CooperationApi.Benchmarks;

/// <summary>A row of <see cref="RawSql"/> as JSON.</summary>
internal static class RawRow
{
    public static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Answers what the list goes on from.</summary>
    public static (decimal? Value, string Id) Write(Utf8JsonWriter json, NpgsqlDataReader row)
    {
        var id = row.GetString(0);
        var value = row.IsDBNull(4) ? (decimal?)null : row.GetDecimal(4);
        json.WriteStartObject();
        json.WriteString("id"u8, id);
        WriteRaw(json, "partners"u8, row, 18);
        WriteText(json, "measure"u8, row, 1);
        WriteText(json, "stage"u8, row, 2);
        WriteText(json, "kind"u8, row, 3);
        WriteAmount(json, row, value);
        WritePeriod(json, row);
        WriteRaw(json, "articles"u8, row, 19);
        json.WriteString("statedFrom"u8, Day(row.GetFieldValue<DateOnly>(14), stackalloc char[10]));
        if (row.IsDBNull(15))
        {
            json.WriteNull("statedUntil"u8);
        }
        else
        {
            json.WriteString("statedUntil"u8, Day(row.GetFieldValue<DateOnly>(15), stackalloc char[10]));
        }

        WriteRaw(json, "citations"u8, row, 20);
        WriteRaw(json, "notes"u8, row, 21);
        json.WriteNumber("revision"u8, row.GetInt32(16));
        json.WriteString("updatedAt"u8, row.GetDateTime(17));
        json.WriteEndObject();
        return (value, id);
    }

    private static void WriteAmount(Utf8JsonWriter json, NpgsqlDataReader row, decimal? value)
    {
        if (row.IsDBNull(9))
        {
            json.WriteNull("amount"u8);
            return;
        }

        json.WriteStartObject("amount"u8);
        if (value is { } known)
        {
            json.WriteNumber("value"u8, known);
        }
        else
        {
            json.WriteNull("value"u8);
        }

        WriteNumber(json, "low"u8, row, 5);
        WriteNumber(json, "high"u8, row, 6);
        WriteText(json, "qualifier"u8, row, 7);
        WriteText(json, "unit"u8, row, 8);
        WriteText(json, "asStated"u8, row, 9);
        json.WriteEndObject();
    }

    private static void WritePeriod(Utf8JsonWriter json, NpgsqlDataReader row)
    {
        if (row.IsDBNull(10) && row.IsDBNull(12))
        {
            json.WriteNull("period"u8);
            return;
        }

        json.WriteStartObject("period"u8);
        WriteDate(json, "start"u8, row, 10);
        WriteText(json, "startBasis"u8, row, 11);
        WriteDate(json, "end"u8, row, 12);
        WriteText(json, "endBasis"u8, row, 13);
        json.WriteEndObject();
    }

    // A year, a month or a day, by how many days it has.
    private static void WriteDate(Utf8JsonWriter json, ReadOnlySpan<byte> name, NpgsqlDataReader row, int column)
    {
        if (row.IsDBNull(column))
        {
            json.WriteNull(name);
            return;
        }

        var days = row.GetFieldValue<NpgsqlRange<DateOnly>>(column);
        var length = (days.UpperBound.DayNumber - days.LowerBound.DayNumber) switch { 1 => 10, <= 31 => 7, _ => 4 };
        json.WriteString(name, Day(days.LowerBound, stackalloc char[10])[..length]);
    }

    private static ReadOnlySpan<char> Day(DateOnly day, Span<char> text)
    {
        day.TryFormat(text, out _, "O", CultureInfo.InvariantCulture);
        return text;
    }

    private static void WriteNumber(Utf8JsonWriter json, ReadOnlySpan<byte> name, NpgsqlDataReader row, int column)
    {
        if (row.IsDBNull(column))
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteNumber(name, row.GetDecimal(column));
        }
    }

    private static void WriteText(Utf8JsonWriter json, ReadOnlySpan<byte> name, NpgsqlDataReader row, int column)
    {
        if (row.IsDBNull(column))
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteString(name, row.GetFieldValue<byte[]>(column));
        }
    }

    private static void WriteRaw(Utf8JsonWriter json, ReadOnlySpan<byte> name, NpgsqlDataReader row, int column)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(row.GetFieldValue<byte[]>(column), skipInputValidation: true);
    }
}
