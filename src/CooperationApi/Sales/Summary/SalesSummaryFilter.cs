using CooperationApi.Kernel;
using FluentValidation;

namespace CooperationApi.Sales.Summary;

/// <summary>Which figures to sum up, and how.</summary>
internal sealed record SalesSummaryFilter(
    [Parameter("What to group figures by, joined by commas; without it all are one group. FMS figures name no categories, so that to "
        + "group these alone by category is refused with a 422.", Commas = true)]
    IReadOnlyList<SummaryKey>? GroupBy = null,
    [Parameter("`single` demands one sum of each group, and is refused with a 422 that names the groups that have several or none; "
        + "`separate` gives each group as many buckets as it needs.")]
    SumsPerGroup Sums = SumsPerGroup.Separate,
    [Parameter("Only figures for any of these partners: any code, name or alias. Example: `JPN`.")]
    IReadOnlyList<PartnerCode>? Partner = null,
    [Parameter("Only those of this channel: Foreign Military Sales or Direct Commercial Sales.")]
    IReadOnlyList<SalesChannel>? Channel = null,
    [Parameter("Only those of any of these measures. Example: `activeCases`.")]
    IReadOnlyList<SalesMeasure>? Measure = null,
    [Parameter("Only those of any of these stages. Example: `active`.")]
    IReadOnlyList<SalesStage>? Stage = null,
    [Parameter("Only those of any of these kinds. Example: `flow`.")]
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
    [Parameter("As of this date: what was stated by then and stood. Without it, what stands. Example: `2018-06-01`.")]
    DateOnly? AsOf = null);

/// <summary>What figures are grouped by.</summary>
internal enum SummaryKey
{
    Channel,
    Partner,
    Year,
    Measure,
    Category,
    Article,
}

/// <summary>What buckets sort by.</summary>
internal enum SalesSummarySort
{
    Group,
    Count,
    Sum,
}

internal sealed class SalesSummaryFilterValidator : AbstractValidator<SalesSummaryFilter>
{
    public SalesSummaryFilterValidator()
    {
        RuleFor(filter => filter.Since).IsNotAfter(filter => filter.Until);
    }
}
