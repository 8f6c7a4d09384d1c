using System.Globalization;
using System.Text.RegularExpressions;

namespace CooperationApi.Kernel;

/// <summary>
/// A span of days, as a query writes it: a year, a month, a day, a U.S. fiscal year, or from one of these to another, of which either may
/// be left open: <c>2019</c>, <c>FY2019</c>, <c>2013..2018</c>, <c>FY2015..</c>.
/// </summary>
internal readonly partial record struct SpanOfTime(DateOnly? From, DateOnly? Until)
{
    public const string Expected = "a year, a month, a day, a fiscal year or a span of these that does not end before it begins: "
        + "2018, 2018-05, FY2019, FY1976TQ, 2013..2018 or FY2015..";

    private const string EndPattern = @"(?:(?:FY)?(?!0000)\d{4}|FY1976TQ|(?!0000)\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)";

    internal const string Pattern = "^(?:" + EndPattern + @"(?:\.\.(?:" + EndPattern + @")?)?|\.\." + EndPattern + ")$";

    public static bool TryParse(string text, out SpanOfTime span)
    {
        span = default;
        if (!Written.IsMatch(text) || text.Contains('\n', StringComparison.Ordinal))
        {
            return false;
        }

        var ends = text.Split("..");
        var first = Days(ends[0]);
        var last = Days(ends[^1]);
        span = new(first?.First, last?.Last);
        return (ends[0].Length == 0 || first is not null) && (ends[^1].Length == 0 || last is not null)
            && (span.From is null || span.Until is null || span.From <= span.Until);
    }

    private static (DateOnly First, DateOnly Last)? Days(string end) =>
        end == FiscalTime.TransitionQuarter ? (new(1976, 7, 1), new(1976, 9, 30))
        : end.StartsWith("FY", StringComparison.Ordinal) && int.Parse(end[2..], CultureInfo.InvariantCulture) is var year
            ? (FiscalTime.FirstDay(year), FiscalTime.LastDay(year))
        : PartialDate.TryParse(end, out var date) ? (date.First, date.Last)
        : null;

    [GeneratedRegex(Pattern)]
    private static partial Regex Written { get; }
}
