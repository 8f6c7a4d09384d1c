using System.Globalization;

namespace CooperationApi.Kernel;

/// <summary>Values in the text of a statement: numbers, dates and codes, whose letters cannot end a literal. What people type is always a parameter.</summary>
internal static class SqlLiteral
{
    public static string Of(object value) => value switch
    {
        long number => number.ToString(CultureInfo.InvariantCulture),
        DateOnly date => $"'{Written(date)}'",
        string[] codes => $"array[{string.Join(", ", codes.Select(Quoted))}]",
        _ => throw new ArgumentException($"{value.GetType()} has no literal.", nameof(value)),
    };

    /// <summary>A span of days, either end of which may be open.</summary>
    public static string Of(DateOnly? first, DateOnly? last) => $"'[{Written(first)},{Written(last)}]'::daterange";

    private static string Written(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Quoted(string code) => code.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '/')
        ? $"'{code}'"
        : throw new ArgumentException($"'{code}' is no code.", nameof(code));
}
