using CooperationApi.Kernel;
using FluentValidation;

namespace CooperationApi.FactSheets;

/// <summary>With which sheet to compare, and which differences to list.</summary>
internal sealed record SheetDiffFilter(
    [Parameter("The id of the sheet to compare with, which is not published before this one; `latest` for the latest about the same partners, "
        + "of sheets about no partner for the latest with the same title. Example: `latest`.")]
    string To = SheetDiffFilter.Latest,
    [Parameter("Only what became of facts in any of these ways. Without it, all that changed: everything but `restated`. Example: `changed`.")]
    IReadOnlyList<DifferenceKind>? Kind = null,
    [Parameter("Only in any of these resources. Example: `sales/fms`.")]
    IReadOnlyList<DiffResource>? Resource = null)
{
    public const string Latest = "latest";
}

internal sealed class SheetDiffFilterValidator : AbstractValidator<SheetDiffFilter>;

/// <summary>What two sheets are to a comparison, and what keeps it from meaning what it seems to.</summary>
internal static class SheetDiff
{
    public static DiffSide Side(FactSheet sheet) => new()
    {
        FactSheet = sheet.Id,
        Date = sheet.Published.First,
        Published = sheet.Published,
        PublishedBasis = sheet.PublishedBasis,
        TextRead = sheet.TextRead,
    };

    public static IReadOnlyList<string> Caveats(FactSheet from, FactSheet to, DiffCounts counts)
    {
        var caveats = new[]
        {
            counts.Dropped > 0 ? DiffCaveats.OfDropped(to.Id, to.TextRead) : null,
            counts.New > 0 ? DiffCaveats.OfNew(from.Id, from.TextRead) : null,
            DiffCaveats.OfDate(from.Id, from.Published, from.PublishedBasis),
            DiffCaveats.OfDate(to.Id, to.Published, to.PublishedBasis),
            from.Partners.ToHashSet().SetEquals(to.Partners) ? null : "The two sheets are not about the same partners.",
        };
        return [.. caveats.OfType<string>()];
    }

    /// <summary>Why there is no later sheet.</summary>
    public static Problem NoneLater(FactSheet sheet) => Problem.NotFound(
        (sheet.Partners.Count > 0 ? $"No fact sheet about {string.Join(", ", sheet.Partners)}" : $"No fact sheet titled '{sheet.Title}'")
        + $" is published after '{sheet.Id}', of {sheet.Published}. `to` takes the id of any other.");

    /// <summary>Why two sheets cannot be compared in this order; null where they can.</summary>
    public static Fault? Contradiction(FactSheet from, FactSheet to) =>
        from.Id == to.Id ? Fault("to is the same sheet.")
        : to.Published.First < from.Published.First
            ? Fault($"'{to.Id}' was published before '{from.Id}'. What changed since is at /fact-sheets/{to.Id}/diff?to={from.Id}.")
        : null;

    private static Fault Fault(string detail) => new() { Parameter = "to", Code = FaultCode.Contradiction, Detail = detail };
}
