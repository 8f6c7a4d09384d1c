using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace CooperationApi.Kernel;

/// <summary>A form that the value of a query parameter takes: how it is read, and how the document describes it.</summary>
internal sealed record QueryForm(Type Type, string Expected, QueryForm.Reader TryRead, Func<OpenApiSchema> Schema)
{
    // What a decoder puts in the place of bytes that are no UTF-8.
    private const char Undecodable = '\uFFFD';

    internal delegate bool Reader(string text, out object? value);

    /// <summary>The closed list that the value is of, if it is.</summary>
    public IReadOnlyList<string>? Choices { get; private init; }

    /// <summary>The name of that list in the document.</summary>
    public string? Name { get; private init; }

    public static QueryForm Of(Type type) => type switch
    {
        _ when type == typeof(string) => Text(type, "a text of at most 200 characters with a letter or a digit in it", text => text),
        _ when type == typeof(PartnerCode) => Text(type, "the spelling of a partner", text => new PartnerCode(text)),
        _ when type == typeof(Cursor) => Text(type, "a cursor of this service", text => new Cursor(text), mostLength: 2000),
        _ when type == typeof(ChangePosition) => new(type, "a position of this feed, or now", Position,
            () => new() { Type = JsonSchemaType.String, Pattern = ChangePosition.Pattern }),
        _ when type == typeof(int) => new(type, "a whole number", Int,
            () => new() { Type = JsonSchemaType.Integer, Format = "int32" }),
        _ when type == typeof(long) => new(type, "a whole number, such as 20000000000", Long,
            () => new() { Type = JsonSchemaType.Integer, Format = "int64" }),
        _ when type == typeof(bool) => new(type, "true or false", Bool,
            () => new() { Type = JsonSchemaType.Boolean }),
        _ when type == typeof(Guid) => new(type, "a UUID, such as 7f2c1d9e-3b64-4f0a-9d0e-5c8a1b2e6f47", Uuid,
            () => new() { Type = JsonSchemaType.String, Format = "uuid" }),
        _ when type == typeof(DateOnly) => new(type, "a date written as 2018-05-21", Date,
            () => new() { Type = JsonSchemaType.String, Format = "date" }),
        _ when type == typeof(PartialDate) => new(type, "a year, a month or a day: 1960, 2020-07 or 2018-05-21", Partial,
            () => new() { Type = JsonSchemaType.String, Pattern = PartialDate.Pattern }),
        _ when type == typeof(SpanOfTime) => new(type, SpanOfTime.Expected, Span,
            () => new() { Type = JsonSchemaType.String, Pattern = SpanOfTime.Pattern }),
        _ when type.IsEnum => Choice(type, type.Name, JsonNames.OfEnum(type).ToDictionary(pair => pair.Value, pair => (object)pair.Key)),
        _ when Generic(type) == typeof(SortKey<>) => Choice(type, type.GetGenericArguments()[0].Name, SortKeys.Of(type)),
        _ when Generic(type) == typeof(Field<>) => Choice(type, type.GetGenericArguments()[0].Name + "Field", Fields.Of(type)),
        _ => throw new NotSupportedException($"No query parameter is read as {type}."),
    };

    private static QueryForm Text(Type type, string expected, Func<string, object> make, int mostLength = 200) => new(
        type,
        expected,
        (string text, out object? value) =>
        {
            var isText = text.Length <= mostLength && text.Any(char.IsLetterOrDigit)
                && !text.Any(letter => char.IsControl(letter) || letter == Undecodable);
            value = isText ? make(text) : null;
            return isText;
        },
        () => new() { Type = JsonSchemaType.String, MinLength = 1, MaxLength = mostLength });

    private static QueryForm Choice(Type type, string name, Dictionary<string, object> choices) => new(
        type,
        "one of " + string.Join(", ", choices.Keys),
        choices.TryGetValue!,
        () => new() { Type = JsonSchemaType.String, Enum = [.. choices.Keys.Select(name => (JsonNode)name)] })
    {
        Choices = [.. choices.Keys],
        Name = name,
    };

    private static bool Int(string text, out object? value)
    {
        var read = Whole(text);
        value = read is null ? null : (int)Math.Clamp(read.Value, int.MinValue, int.MaxValue);
        return read is not null;
    }

    private static bool Long(string text, out object? value)
    {
        var read = Whole(text);
        value = read;
        return read is not null;
    }

    // What is too large to be held is out of range, not malformed.
    private static long? Whole(string text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        var digits = text.TrimStart('-');
        return digits.Length > 0 && text.Length - digits.Length <= 1 && digits.All(char.IsAsciiDigit)
            ? text.Length == digits.Length ? long.MaxValue : long.MinValue
            : null;
    }

    private static bool Bool(string text, out object? value)
    {
        value = text is "true" or "false" ? text == "true" : null;
        return value is not null;
    }

    private static bool Uuid(string text, out object? value)
    {
        var read = Guid.TryParseExact(text, "D", out var id);
        value = read ? id : null;
        return read;
    }

    private static bool Date(string text, out object? value)
    {
        var read = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        value = read ? date : null;
        return read;
    }

    private static bool Partial(string text, out object? value)
    {
        var read = PartialDate.TryParse(text, out var date);
        value = read ? date : null;
        return read;
    }

    private static bool Span(string text, out object? value)
    {
        var read = SpanOfTime.TryParse(text, out var span);
        value = read ? span : null;
        return read;
    }

    private static bool Position(string text, out object? value)
    {
        var read = ChangePosition.TryParse(text, out var position);
        value = read ? position : null;
        return read;
    }

    private static Type? Generic(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : null;
}
