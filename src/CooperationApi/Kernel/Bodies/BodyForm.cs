using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CooperationApi.Kernel;

/// <summary>What a member of a body must be, in words, and as what JSON writes it.</summary>
internal sealed record BodyForm(string Expected, JsonValueKind Kind)
{
    /// <summary>The closed list that the value is of, if it is.</summary>
    public IReadOnlyList<string>? Choices { get; private init; }

    /// <summary>The bounds of the type, if it is a number.</summary>
    public (object Least, object Most)? Bounds { get; private init; }

    public bool IsWhole { get; private init; }

    public static BodyForm Of(JsonTypeInfo type) => type.Kind switch
    {
        JsonTypeInfoKind.Object => new("an object", JsonValueKind.Object),
        JsonTypeInfoKind.Enumerable => new("a list", JsonValueKind.Array),
        _ => Of(Nullable.GetUnderlyingType(type.Type) ?? type.Type),
    };

    private static BodyForm Of(Type type) => type switch
    {
        _ when type == typeof(string) => new("a text", JsonValueKind.String),
        _ when type == typeof(bool) => new("true or false", JsonValueKind.True),
        _ when type == typeof(short) => Whole(short.MinValue, short.MaxValue),
        _ when type == typeof(int) => Whole(int.MinValue, int.MaxValue),
        _ when type == typeof(long) => Whole(long.MinValue, long.MaxValue),
        _ when type == typeof(decimal) => new("a number", JsonValueKind.Number) { Bounds = (decimal.MinValue, decimal.MaxValue) },
        _ when type == typeof(DateOnly) => new("a date such as \"2018-05-21\"", JsonValueKind.String),
        _ when type == typeof(PartialDate) =>
            new("a year, a month or a day such as \"1960\", \"2020-07\" or \"2018-05-21\"", JsonValueKind.String),
        _ when type == typeof(DateTime) => new("a time such as \"2018-05-21T14:00:00Z\"", JsonValueKind.String),
        { IsEnum: true } => Choice([.. JsonNames.OfEnum(type).Values]),
        _ => throw new NotSupportedException($"No member of a body is read as {type}."),
    };

    private static BodyForm Whole(object least, object most) =>
        new("a whole number", JsonValueKind.Number) { Bounds = (least, most), IsWhole = true };

    private static BodyForm Choice(IReadOnlyList<string> choices) =>
        new("one of " + string.Join(", ", choices), JsonValueKind.String) { Choices = choices };
}
