using System.Globalization;
using System.Text.RegularExpressions;

namespace CooperationApi.Kernel;

/// <summary>
/// A place in the feed of changes: after so many changes of a write, which its mark tells from a write of another database.
/// </summary>
internal readonly partial record struct ChangePosition(long Write, int N, string Mark)
{
    public const string Pattern = "^(now|(0|[1-9][0-9]{0,17})\\.(0|[1-9][0-9]{0,8})-[0-9a-f]{6})$";

    public static ChangePosition Start { get; } = new(0, 0, "000000");

    /// <summary>After all that there is when it is read.</summary>
    public static ChangePosition Now { get; } = new(-1, 0, "");

    public static bool TryParse(string? text, out ChangePosition position)
    {
        position = Now;
        if (text is null || Form.Match(text) is not { Success: true } read)
        {
            return false;
        }

        if (text != "now")
        {
            position = new ChangePosition(
                long.Parse(read.Groups[2].ValueSpan, CultureInfo.InvariantCulture),
                int.Parse(read.Groups[3].ValueSpan, CultureInfo.InvariantCulture),
                text[^6..]);
        }

        return true;
    }

    public static ChangePosition Parse(string text) =>
        TryParse(text, out var position) ? position : throw new FormatException($"'{text}' is no position.");

    public override string ToString() => $"{Write}.{N}-{Mark}";

    // A dollar would let a line end pass.
    [GeneratedRegex(@"^(now|(0|[1-9][0-9]{0,17})\.(0|[1-9][0-9]{0,8})-[0-9a-f]{6})\z")]
    private static partial Regex Form { get; }
}
