using System.ComponentModel.DataAnnotations;
using CooperationApi.Kernel;
using FluentValidation;

namespace CooperationApi.Assistance;

/// <summary>Which figures of assistance to list.</summary>
internal sealed record AssistanceFilter(
    [Parameter("Only figures for any of these partners: any code, name or alias. Example: `JPN`.")]
    IReadOnlyList<PartnerCode>? Partner = null,
    [Parameter("Only those of any of these programs. Example: `FMF`.")]
    IReadOnlyList<AssistanceProgram>? Program = null,
    [Parameter("Only what goes to a partner, or what comes from it. Example: `toPartner`.")]
    IReadOnlyList<AssistanceDirection>? Direction = null,
    [Parameter("Only amounts of any of these bases. Example: `periodTotal`.")]
    IReadOnlyList<AssistanceBasis>? Basis = null,
    [Parameter("Only those of any of these stages. Example: `appropriated`.")]
    IReadOnlyList<AssistanceStage>? Stage = null,
    [Parameter("Only those whose period reaches into this year, month or day, or later; none without a period. Example: `2018`.")]
    PartialDate? Since = null,
    [Parameter("Only those whose period begins in this year, month or day, or earlier; none without a period. Example: `2018-05`.")]
    PartialDate? Until = null,
    [Parameter("Only those whose period lies within this time; none without a period. A year, a month, a day, a U.S. fiscal year (`FY1976TQ` "
        + "is the transition quarter of 1976) or a span of these. Example: `FY2019`.")]
    SpanOfTime? Period = null,
    [Parameter("Only those whose period has a day in common with this time, written as `period` is; a running total ends with the year in which it was stated; none without a period. Example: `FY2015`.")]
    SpanOfTime? Overlaps = null,
    [Parameter("Only amounts of so many U.S. dollars or more, by value. Example: `10000000000`."), Range(0L, Quantity.Most)]
    long? MinAmount = null,
    [Parameter("Only amounts of so many U.S. dollars or less, by value. Example: `20000000000`."), Range(0L, Quantity.Most)]
    long? MaxAmount = null,
    [Parameter("How surely: `definite` where all that the figure can mean, from `low` to `high`, lies within the bounds, `possible` where "
        + "some of it does. Without it, the value decides. Takes `minAmount` or `maxAmount` with it. Example: `possible`.")]
    Certainty? Certainty = null,
    [Parameter("Only those that name an article with this text in its name or designation, however typed. Example: `F-35`.")]
    string? Article = null,
    [Parameter("As of this date: what was stated by then and stood. Without it, what stands. Example: `2018-06-01`.")]
    DateOnly? AsOf = null);

/// <summary>What figures of assistance sort by.</summary>
internal enum AssistanceSort
{
    Id,
    Amount,
    PeriodEnd,
    StatedFrom,
}

internal sealed class AssistanceFilterValidator : AbstractValidator<AssistanceFilter>
{
    public AssistanceFilterValidator()
    {
        RuleFor(filter => filter.Since).IsNotAfter(filter => filter.Until);
        RuleFor(filter => filter.MinAmount).IsNotOver(filter => filter.MaxAmount, "maxAmount");
        RuleFor(filter => filter.Certainty).HasBounds(filter => filter.MinAmount, filter => filter.MaxAmount, "minAmount or maxAmount");
    }
}
