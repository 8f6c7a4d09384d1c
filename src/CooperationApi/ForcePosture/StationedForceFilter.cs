using System.ComponentModel.DataAnnotations;
using CooperationApi.Kernel;
using FluentValidation;

namespace CooperationApi.ForcePosture;

/// <summary>Which stationed forces to list.</summary>
internal sealed record StationedForceFilter(
    [Parameter("Only those that any of these partners hosts or sends: any code, name or alias. Example: `JPN`.")]
    IReadOnlyList<PartnerCode>? Partner = null,
    [Parameter("Only those that any of these partners hosts. Example: `JPN`.")]
    IReadOnlyList<PartnerCode>? Host = null,
    [Parameter("Only those that any of these partners sends. Example: `USA`.")]
    IReadOnlyList<PartnerCode>? Sender = null,
    [Parameter("Only people, or only assets. Example: `personnel`.")]
    IReadOnlyList<PostureKind>? Kind = null,
    [Parameter("Only those of any of these categories. Example: `military`.")]
    IReadOnlyList<PostureCategory>? Category = null,
    [Parameter("Only counts of so many people or items or more, by value. Example: `50000`."), Range(0L, Quantity.Most)]
    long? MinCount = null,
    [Parameter("Only counts of so many people or items or less, by value. Example: `60000`."), Range(0L, Quantity.Most)]
    long? MaxCount = null,
    [Parameter("How surely: `definite` where all that the figure can mean, from `low` to `high`, lies within the bounds, `possible` where "
        + "some of it does. Without it, the value decides. Takes `minCount` or `maxCount` with it. Example: `possible`.")]
    Certainty? Certainty = null,
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

internal sealed class StationedForceFilterValidator : AbstractValidator<StationedForceFilter>
{
    public StationedForceFilterValidator()
    {
        RuleFor(filter => filter.MinCount).IsNotOver(filter => filter.MaxCount, "maxCount");
        RuleFor(filter => filter.Certainty).HasBounds(filter => filter.MinCount, filter => filter.MaxCount, "minCount or maxCount");
    }
}
