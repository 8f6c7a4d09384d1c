using System.Globalization;
using System.Text;

namespace CooperationApi.Benchmarks;

/// <summary>What is to be reached: at least or at most some ratio.</summary>
internal sealed record Target(string What, double Measured, double Bound, bool IsMost = false)
{
    private bool IsMet => IsMost ? Measured <= Bound : Measured >= Bound;

    public static string Table(IEnumerable<Target> targets) => targets.Aggregate(
        new StringBuilder("| target | measured | wanted | |\n|---|---:|---:|---|\n"),
        (text, one) => text.AppendLine(CultureInfo.InvariantCulture,
            $"| {one.What} | {one.Measured:F2} | {(one.IsMost ? "≤" : "≥")} {one.Bound:F2} | {(one.IsMet ? "met" : "**missed**")} |")).ToString();

    public static int Missed(IEnumerable<Target> targets) => targets.Count(one => !one.IsMet);
}
