using CooperationApi.Kernel;
using FluentValidation;

namespace CooperationApi.Assistance.Summary;

/// <summary>Which figures of assistance to sum up, and how.</summary>
internal sealed record AssistanceSummaryFilter(
    [Parameter("What to group figures by, joined by commas; without it all are one group.", Commas = true)]
    IReadOnlyList<AssistanceSummaryKey>? GroupBy = null,
    [Parameter("`single` demands one sum of each group, and is refused with a 422 that names the groups that have several or none; "
        + "`separate` gives each group as many buckets as it needs.")]
    SumsPerGroup Sums = SumsPerGroup.Separate,
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
    [Parameter("As of this date: what was stated by then and stood. Without it, what stands. Example: `2018-06-01`.")]
    DateOnly? AsOf = null);

/// <summary>What figures of assistance are grouped by.</summary>
internal enum AssistanceSummaryKey
{
    Partner,
    Year,
    Program,
    Direction,
}

/// <summary>What buckets sort by.</summary>
internal enum AssistanceSummarySort
{
    Group,
    Count,
    Sum,
}

internal sealed class AssistanceSummaryFilterValidator : AbstractValidator<AssistanceSummaryFilter>
{
    public AssistanceSummaryFilterValidator() => RuleFor(filter => filter.Since).IsNotAfter(filter => filter.Until);
}
