using System.Globalization;
using System.Text.RegularExpressions;

namespace CooperationApi.Kernel;

/// <summary>
/// A figure as a source prints it ("$19.6 billion", "54,000") and the unit of its last significant digit. The function
/// <c>read_quantity</c> of the database reads the same; a test holds the two together.
/// </summary>
internal readonly partial record struct PrintedFigure(decimal Value, decimal Step)
{
    // A figure below this with so many decimals, and half of its step, are held exactly.
    private const int MostDigits = 18;
    public const int MostDecimals = 9;

    /// <summary>Reads what is printed; null where it is not one figure, or one that is not held exactly.</summary>
    public static PrintedFigure? Read(string asStated) => Form.Match(asStated) is { Success: true } match
        ? Of(match.Groups[1].Value.Replace(",", "", StringComparison.Ordinal), match.Groups[2].Value, Zeros(match.Groups[3].Value))
        : null;

    /// <summary>Whether what is printed is one figure, of whatever size.</summary>
    public static bool IsOne(string asStated) => Form.IsMatch(asStated);

    /// <summary>A number as its own digits print it.</summary>
    public static PrintedFigure? Of(decimal number)
    {
        var parts = Trimmed(Math.Abs(number)).ToString(CultureInfo.InvariantCulture).Split('.');
        return Of(parts[0], parts.ElementAtOrDefault(1) ?? "", zeros: 0);
    }

    /// <summary>A number without decimal zeros at its end.</summary>
    public static decimal Trimmed(decimal number) => number / 1.0000000000000000000000000000m;

    private static PrintedFigure? Of(string whole, string decimals, int zeros)
    {
        if (whole.Length + zeros > MostDigits || decimals.Length - zeros > MostDecimals)
        {
            return null;
        }

        // A decimal zero is printed because it is meant; a whole number's trailing zeros may only fill it up.
        var step = decimals.Length > 0 ? Ten(zeros - decimals.Length) : Ten(zeros + whole.Length - whole.TrimEnd('0').Length);
        var value = decimal.Parse($"{whole}.{decimals}0", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) * Ten(zeros);
        return new PrintedFigure(Trimmed(value), step);
    }

    private static int Zeros(string scale) => scale.ToUpperInvariant() switch
    {
        "THOUSAND" => 3,
        "MILLION" => 6,
        "BILLION" => 9,
        "TRILLION" => 12,
        _ => 0,
    };

    private static decimal Ten(int power)
    {
        var ten = 1m;
        for (var times = 0; times < Math.Abs(power); times++)
        {
            ten = power > 0 ? ten * 10 : ten / 10;
        }

        return ten;
    }

    [GeneratedRegex(
        @"^(?:US)?\$?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.([0-9]+))?(?: (thousand|million|billion|trillion))?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form { get; }
}
