using CooperationApi.Kernel;
using FluentValidation;

namespace CooperationApi.Partners;

/// <summary>Which partners to list.</summary>
internal sealed record PartnerFilter(
    [Parameter("Only these: any code, name or alias. Example: `ROK`.")]
    IReadOnlyList<PartnerCode>? Partner = null,
    [Parameter("Only those of any of these regions or subregions of the United Nations (M49). Example: `Eastern Asia`.")]
    IReadOnlyList<string>? Region = null,
    [Parameter("Only those with this text in their name or an alias, however typed. Example: `korea`.")]
    string? Q = null);

/// <summary>What partners sort by.</summary>
internal enum PartnerSort
{
    Id,
    Name,
}

internal sealed class PartnerFilterValidator : AbstractValidator<PartnerFilter>;
