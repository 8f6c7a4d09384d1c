using CooperationApi.Kernel;
using FluentValidation;

namespace CooperationApi.Objectives;

/// <summary>Which objectives to list.</summary>
internal sealed record ObjectiveFilter(
    [Parameter("Only those that any of these partners shares: any code, name or alias. Example: `JPN`.")]
    IReadOnlyList<PartnerCode>? Partner = null,
    [Parameter("Only those with a concern that comes from any of these countries: any code, name or alias. Example: `PRK`.")]
    IReadOnlyList<PartnerCode>? Concern = null,
    [Parameter("Only those with this text in their title or concerns, however typed. Example: `maritime`.")]
    string? Q = null,
    [Parameter("As of this date: what was stated by then and stood. Without it, what stands. Example: `2018-06-01`.")]
    DateOnly? AsOf = null);

/// <summary>What objectives sort by.</summary>
internal enum ObjectiveSort
{
    Id,
    Title,
    StatedFrom,
}

internal sealed class ObjectiveFilterValidator : AbstractValidator<ObjectiveFilter>;
