namespace CooperationApi.Kernel;

/// <summary>A fact sheet that states either side of what changed.</summary>
internal sealed record DiffSource
{
    public required string Id { get; init; }

    public required PartialDate Published { get; init; }

    public required PublishedBasis PublishedBasis { get; init; }

    public required TextRead? TextRead { get; init; }

    /// <summary>Whether a record that it states lacks a fact which was there before.</summary>
    public required bool Drops { get; init; }

    /// <summary>Whether a record that it states lacks a fact which came since.</summary>
    public required bool Lacks { get; init; }
}

/// <summary>What keeps a difference from meaning what it seems to; null where nothing does.</summary>
internal static class DiffCaveats
{
    public static IReadOnlyList<string> Of(IEnumerable<DiffSource> sources) => [.. sources.SelectMany(sheet => new[]
    {
        sheet.Drops ? OfDropped(sheet.Id, sheet.TextRead) : null,
        sheet.Lacks ? OfNew(sheet.Id, sheet.TextRead) : null,
        OfDate(sheet.Id, sheet.Published, sheet.PublishedBasis),
    }).OfType<string>()];

    public static string? OfDropped(string sheet, TextRead? read) =>
        Unread(sheet, read) is { } unread ? $"{unread}: what is dropped may be stated in what was not read." : null;

    public static string? OfNew(string sheet, TextRead? read) =>
        Unread(sheet, read) is { } unread ? $"{unread}: what is new may have been stated in what was not read." : null;

    public static string? OfDate(string sheet, PartialDate published, PublishedBasis basis) =>
        basis == PublishedBasis.Estimated ? $"That {sheet} is of {published} is an estimate." : null;

    private static string? Unread(string sheet, TextRead? read) => read switch
    {
        TextRead.Whole => null,
        TextRead.Beginning => $"Only the beginning of {sheet} was read",
        TextRead.Quotations => $"Only quotations from {sheet} were read",
        _ => $"It is not known how much of {sheet} was read",
    };
}
