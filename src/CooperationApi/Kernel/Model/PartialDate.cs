using System.Data;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dapper;

namespace CooperationApi.Kernel;

/// <summary>A date of the precision that the source gives: a year, a month or a day, never more.</summary>
[JsonConverter(typeof(PartialDateConverter))]
public readonly record struct PartialDate
{
    internal const string Pattern = @"^(?!0000)\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$";

    private static readonly string[] Formats = ["yyyy", "yyyy-MM", "yyyy-MM-dd"];

    private PartialDate(string text, DateOnly first)
    {
        Text = text;
        First = first;
    }

    /// <summary>The date as written: <c>1960</c>, <c>2020-07</c> or <c>2018-05-21</c>.</summary>
    public string Text { get; }

    /// <summary>The first day that it covers.</summary>
    internal DateOnly First { get; }

    /// <summary>The last day that it covers.</summary>
    internal DateOnly Last => Text.Length switch
    {
        4 => new DateOnly(First.Year, 12, 31),
        7 => new DateOnly(First.Year, First.Month, DateTime.DaysInMonth(First.Year, First.Month)),
        _ => First,
    };

    internal static bool TryParse([NotNullWhen(true)] string? text, out PartialDate date)
    {
        var read = DateOnly.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first);
        date = read ? new PartialDate(text!, first) : default;
        return read;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}

internal sealed class PartialDateConverter : JsonConverter<PartialDate>
{
    public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && PartialDate.TryParse(reader.GetString(), out var date)
            ? date
            : throw new JsonException("Expected a year, a month or a day: 1960, 2020-07 or 2018-05-21.");

    public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Text);
}

internal sealed class PartialDateColumn : SqlMapper.TypeHandler<PartialDate>
{
    public override PartialDate Parse(object value) =>
        PartialDate.TryParse(value as string, out var date) ? date : throw new DataException($"Not a partial date: {value}");

    public override void SetValue(IDbDataParameter parameter, PartialDate value) => parameter.Value = value.Text;
}
