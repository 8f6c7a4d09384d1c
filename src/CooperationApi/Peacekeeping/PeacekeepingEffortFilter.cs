using CooperationApi.Kernel;
using FluentValidation;

namespace CooperationApi.Peacekeeping;

/// <summary>Which peacekeeping efforts to list.</summary>
internal sealed record PeacekeepingEffortFilter(
    [Parameter("Only efforts of any of these partners: any code, name or alias. Example: `JPN`.")]
    IReadOnlyList<PartnerCode>? Partner = null,
    [Parameter("Only those with an organization of any of these countries: any code, name or alias. Example: `USA`.")]
    IReadOnlyList<PartnerCode>? Counterpart = null,
    [Parameter("Only those of any of these kinds. Example: `jointProgram`.")]
    IReadOnlyList<PeacekeepingKind>? Kind = null,
    [Parameter("Only those of any of these U.S. programs. Example: `GPOI`.")]
    IReadOnlyList<PeacekeepingProgram>? Program = null,
    [Parameter("Only those with this text in their name or focus areas, however typed. Example: `engineering`.")]
    string? Q = null,
    [Parameter("As of this date: what was stated by then and stood. Without it, what stands. Example: `2018-06-01`.")]
    DateOnly? AsOf = null);

/// <summary>What peacekeeping efforts sort by.</summary>
internal enum PeacekeepingEffortSort
{
    Id,
    Name,
    StatedFrom,
}

internal sealed class PeacekeepingEffortFilterValidator : AbstractValidator<PeacekeepingEffortFilter>;
