using System.Globalization;

namespace CooperationApi.Benchmarks;

/// <summary>What Linux says of a process in /proc.</summary>
internal static class ProcFile
{
    private const double TicksPerSecond = 100;

    public static long Kilobytes(int process, string what) => long.Parse(
        File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith(what + ":", StringComparison.Ordinal))[(what.Length + 1)..^2],
        NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
        CultureInfo.InvariantCulture);

    /// <summary>The time of processors that it has used.</summary>
    public static double CpuSeconds(int process) => Fields(process) is { } fields ? Ticks(fields, 14, 15) / TicksPerSecond : 0;

    /// <summary>That of a process, of its children, and of those of them that have ended.</summary>
    public static double FamilyCpuSeconds(int process) => Fields(process) is { } fields
        ? (Ticks(fields, 14, 17) / TicksPerSecond) + Children(process).Sum(CpuSeconds)
        : 0;

    /// <summary>Who started it; null if it has gone.</summary>
    public static int? Parent(int process) => Fields(process) is { } fields ? int.Parse(fields[4 - FirstField], CultureInfo.InvariantCulture) : null;

    private static IEnumerable<int> Children(int process) => Directory.EnumerateDirectories("/proc")
        .Select(Path.GetFileName)
        .Select(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
        .Where(id => id > 0 && Parent(id) == process);

    private const int FirstField = 3;

    // From the third on, as proc(5) numbers them: the second is a name in parentheses that may hold anything. Null if the process has gone.
    private static string[]? Fields(int process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static long Ticks(string[] fields, int first, int last) => fields[(first - FirstField)..(last - FirstField + 1)]
        .Sum(field => long.Parse(field, CultureInfo.InvariantCulture));
}
