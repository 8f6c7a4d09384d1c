namespace CooperationApi.Kernel;

/// <summary>What is wrong with a file: how many rows have faults, and the first faults by line.</summary>
internal sealed class ImportFaults(bool isCsv)
{
    /// <summary>How many are told.</summary>
    public const int Most = 100;

    private readonly List<Fault> first = [];

    /// <summary>How many rows have faults.</summary>
    public long Rows { get; private set; }

    /// <summary>Whether some fault is not of a row but of the file, so that none of it can be taken.</summary>
    public bool SpoilTheFile { get; private set; }

    public bool Any => Rows > 0 || SpoilTheFile;

    public IReadOnlyList<Fault> First => [.. first.OrderBy(fault => fault.Line).Take(Most)];

    /// <summary>Adds what is wrong with one row. Each step of an import finds its faults in the order of lines, so that its first are enough.</summary>
    public void OfRow(long line, IEnumerable<Fault> faults)
    {
        Rows++;
        Tell(line, faults);
    }

    public void OfRow(long line, string pointer, FaultCode code, string detail) =>
        OfRow(line, [new Fault { Pointer = pointer, Code = code, Detail = detail }]);

    public void OfFile(long line, IEnumerable<Fault> faults)
    {
        SpoilTheFile = true;
        Tell(line, faults);
    }

    /// <summary>Counts rows of which nothing is told any more.</summary>
    public void CountMore(long rows) => Rows += rows;

    private void Tell(long line, IEnumerable<Fault> faults)
    {
        first.AddRange(faults.Take(Most).Select(fault => fault with
        {
            Line = line,
            Column = fault.Column ?? (isCsv ? ColumnOf(fault.Pointer) : null),
        }));
        if (first.Count > 10 * Most)
        {
            var kept = First;
            first.Clear();
            first.AddRange(kept);
        }
    }

    // Up to where a pointer leads into a list: /amount/value is amount.value, /citations/0/factSheet is within citations.
    private static string? ColumnOf(string? pointer) => string.IsNullOrEmpty(pointer) ? null
        : string.Join('.', pointer[1..].Split('/').TakeWhile(part => !char.IsAsciiDigit(part.FirstOrDefault())));
}
