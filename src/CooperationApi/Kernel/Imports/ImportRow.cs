namespace CooperationApi.Kernel;

/// <summary>A row of a file: as JSON, or what is wrong with it. It is to be used before the next is read.</summary>
internal readonly record struct ImportRow(long Line)
{
    /// <summary>How long a row may be.</summary>
    public const int MostBytes = 1_000_000;

    public ReadOnlyMemory<byte> Json { get; init; }

    public IReadOnlyList<Fault> Faults { get; init; } = [];

    /// <summary>Whether what follows cannot be read, so that nothing of the file can be taken.</summary>
    public bool EndsTheFile { get; init; }

    /// <summary>How many rows stand above, if this row says that, as the last of an export does.</summary>
    public long? Count { get; init; }

    public static ImportRow Faulty(long line, FaultCode code, string detail, bool endsTheFile = false) => new(line)
    {
        Faults = [new Fault { Line = line, Code = code, Detail = detail }],
        EndsTheFile = endsTheFile,
    };
}
