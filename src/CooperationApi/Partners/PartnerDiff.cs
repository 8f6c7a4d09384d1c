using CooperationApi.Kernel;
using FluentValidation;

namespace CooperationApi.Partners;

/// <summary>Which days to compare, and which differences to list.</summary>
internal sealed record PartnerDiffFilter(
    [Parameter("The earlier day: what stood as of it. Example: `2018-01-01`.", Example = "2018-01-01")]
    DateOnly From,
    [Parameter("The later day: what stood as of it. Without it, today. Example: `2018-12-31`.")]
    DateOnly? To = null,
    [Parameter("Only what became of facts in any of these ways. Without it, all that changed: everything but `restated`. Example: `changed`.")]
    IReadOnlyList<DifferenceKind>? Kind = null,
    [Parameter("Only in any of these resources. Example: `sales/fms`.")]
    IReadOnlyList<DiffResource>? Resource = null)
{
    public DateOnly Until => To ?? DateOnly.FromDateTime(DateTime.UtcNow);
}

internal sealed class PartnerDiffFilterValidator : AbstractValidator<PartnerDiffFilter>
{
    public PartnerDiffFilterValidator() => RuleFor(filter => filter.From).Must((filter, from) => from <= filter.Until)
        .WithMessage(filter => filter.To is null ? "from is after today, which is what to is without a value." : "from is after to.");
}

internal static class PartnerDiff
{
    /// <summary>All that stood on a day.</summary>
    public static DiffSide Side(DateOnly date) => new() { FactSheet = null, Date = date, Published = null, PublishedBasis = null, TextRead = null };
}
