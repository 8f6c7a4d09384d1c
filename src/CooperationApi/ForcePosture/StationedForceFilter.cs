using CooperationApi.Kernel;
using FluentValidation;

namespace CooperationApi.ForcePosture;

/// <summary>Which stationed forces to list.</summary>
internal sealed record StationedForceFilter(
    [Parameter("Only those hosted by any of these partners: any code, name or alias. Example: `JPN`.")]
    IReadOnlyList<PartnerCode>? Partner = null,
    [Parameter("Only people, or only assets. Example: `personnel`.")]
    IReadOnlyList<PostureKind>? Kind = null,
    [Parameter("Only those of any of these categories. Example: `military`.")]
    IReadOnlyList<PostureCategory>? Category = null,
    [Parameter("Only those with this text in their asset's name or designation, however typed. Example: `F-35`.")]
    string? Q = null,
    [Parameter("As of this date: what was stated by then and stood. Without it, what stands. Example: `2018-06-01`.")]
    DateOnly? AsOf = null);

/// <summary>What stationed forces sort by.</summary>
internal enum StationedForceSort
{
    Id,
    Count,
    StatedFrom,
}

internal sealed class StationedForceFilterValidator : AbstractValidator<StationedForceFilter>;
