using CooperationApi.Kernel;
using FluentValidation;

namespace CooperationApi.Agreements;

/// <summary>Which agreements to list.</summary>
internal sealed record AgreementFilter(
    [Parameter("Only those that any of these partners is a party to: any code, name or alias. Example: `JPN`.")]
    IReadOnlyList<PartnerCode>? Partner = null,
    [Parameter("Only those of any of these kinds. Example: `SOFA`.")]
    IReadOnlyList<AgreementKind>? Kind = null,
    [Parameter("Only those dated, signed or in force since this year, month or day, or later, or whose period reaches into it. Example: `1960`.")]
    PartialDate? Since = null,
    [Parameter("Only those dated, signed or in force since this year, month or day, or earlier, or whose period begins by then. Example: `1960-06`.")]
    PartialDate? Until = null,
    [Parameter("Only those that cover a time which lies within this time; none that cover no certain time. A year, a month, a day, a U.S. fiscal year (`FY1976TQ` "
        + "is the transition quarter of 1976) or a span of these. Example: `FY2010..FY2014`.")]
    SpanOfTime? Period = null,
    [Parameter("Only those that cover a time which has a day in common with this one, written as `period` is; none that cover no certain time. Example: `FY2015`.")]
    SpanOfTime? Overlaps = null,
    [Parameter("Only those with this text in their name or purpose, however typed. Example: `status of forces`.")]
    string? Q = null,
    [Parameter("As of this date: what was stated by then and stood. Without it, what stands. Example: `2018-06-01`.")]
    DateOnly? AsOf = null);

/// <summary>What agreements sort by.</summary>
internal enum AgreementSort
{
    Id,
    Name,
    Date,
    StatedFrom,
}

internal sealed class AgreementFilterValidator : AbstractValidator<AgreementFilter>
{
    public AgreementFilterValidator() => RuleFor(filter => filter.Since).IsNotAfter(filter => filter.Until);
}
