using System.ComponentModel.DataAnnotations;
using CooperationApi.Kernel;
using FluentValidation;

namespace CooperationApi.Sales.Fms;

/// <summary>Which figures of Foreign Military Sales to list.</summary>
internal sealed record FmsSaleFilter(
    [Parameter("Only figures for any of these partners: any code, name or alias. Example: `JPN`.")]
    IReadOnlyList<PartnerCode>? Partner = null,
    [Parameter("Only those of any of these measures. Example: `activeCases`.")]
    IReadOnlyList<FmsMeasure>? Measure = null,
    [Parameter("Only those of any of these stages. Example: `active`.")]
    IReadOnlyList<FmsStage>? Stage = null,
    [Parameter("Only those of any of these kinds. Example: `stock`.")]
    IReadOnlyList<FigureKind>? Kind = null,
    [Parameter("Only those whose period reaches into this year, month or day, or later; none without a period. Example: `2018`.")]
    PartialDate? Since = null,
    [Parameter("Only those whose period begins in this year, month or day, or earlier; none without a period. Example: `2018-05`.")]
    PartialDate? Until = null,
    [Parameter("Only those whose period lies within this time; none without a period. A year, a month, a day, a U.S. fiscal year (`FY1976TQ` "
        + "is the transition quarter of 1976) or a span of these. Example: `2013..2018`.")]
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

/// <summary>What figures of Foreign Military Sales sort by.</summary>
internal enum FmsSaleSort
{
    Id,
    Amount,
    PeriodEnd,
    StatedFrom,
}

internal sealed class FmsSaleFilterValidator : AbstractValidator<FmsSaleFilter>
{
    public FmsSaleFilterValidator()
    {
        RuleFor(filter => filter.Since).IsNotAfter(filter => filter.Until);
        RuleFor(filter => filter.MinAmount).IsNotOver(filter => filter.MaxAmount, "maxAmount");
        RuleFor(filter => filter.Certainty).HasBounds(filter => filter.MinAmount, filter => filter.MaxAmount, "minAmount or maxAmount");
    }
}
