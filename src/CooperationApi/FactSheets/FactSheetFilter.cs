using CooperationApi.Kernel;
using FluentValidation;

namespace CooperationApi.FactSheets;

/// <summary>Which fact sheets to list.</summary>
internal sealed record FactSheetFilter(
    [Parameter("Only those about any of these partners: any code, name or alias. Example: `JPN`.")]
    IReadOnlyList<PartnerCode>? Partner = null,
    [Parameter("Only those published in this year, month or day, or later. Example: `2018`.")]
    PartialDate? Since = null,
    [Parameter("Only those published in this year, month or day, or earlier. Example: `2018-05`.")]
    PartialDate? Until = null,
    [Parameter("Only those whose date is printed on them, or only those whose date is estimated. Example: `printed`.")]
    IReadOnlyList<PublishedBasis>? PublishedBasis = null,
    [Parameter("Only those with this text in their title, however typed. Example: `cooperation with japan`.")]
    string? Q = null);

/// <summary>What fact sheets sort by.</summary>
internal enum FactSheetSort
{
    Id,
    Title,
    Published,
}

internal sealed class FactSheetFilterValidator : AbstractValidator<FactSheetFilter>
{
    public FactSheetFilterValidator() => RuleFor(filter => filter.Since).IsNotAfter(filter => filter.Until);
}
