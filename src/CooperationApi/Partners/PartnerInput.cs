using CooperationApi.Kernel;
using FluentValidation;

namespace CooperationApi.Partners;

/// <summary>A country, by ISO 3166-1.</summary>
public sealed record PartnerInput
{
    /// <summary>Its ISO 3166-1 alpha-3 code.</summary>
    public required string Id { get; init; }

    /// <summary>Its ISO 3166-1 alpha-2 code.</summary>
    public required string Alpha2 { get; init; }

    /// <summary>Its ISO 3166-1 numeric code, with leading zeros.</summary>
    public required string Numeric { get; init; }

    /// <summary>Its short name in English.</summary>
    public required string Name { get; init; }

    /// <summary>The region that the United Nations counts it to (M49); null where it counts it to none.</summary>
    public string? Region { get; init; }

    /// <summary>The subregion that the United Nations counts it to (M49); null where it counts it to none.</summary>
    public string? Subregion { get; init; }

    /// <summary>
    /// Other spellings of it, besides its codes and its name, former ones included. A spelling that several partners share
    /// resolves to none of them alone.
    /// </summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>May be sent back as read; the service counts it.</summary>
    public int? Revision { get; init; }

    /// <summary>May be sent back as read; the service sets it.</summary>
    public DateTime? UpdatedAt { get; init; }
}

internal sealed class PartnerInputValidator : AbstractValidator<PartnerInput>
{
    public PartnerInputValidator()
    {
        RuleFor(input => input.Id).IsPartner();
        RuleFor(input => input.Alpha2).Matches(@"^[A-Z]{2}(?!\n)$").WithMessage("alpha2 must be an ISO 3166-1 alpha-2 code, such as JP.");
        RuleFor(input => input.Numeric).Matches(@"^[0-9]{3}(?!\n)$").WithMessage("numeric must be an ISO 3166-1 numeric code of three digits, such as 392.");
        RuleFor(input => input.Name).IsLabel();
        RuleFor(input => input.Region).IsLabel();
        RuleFor(input => input.Subregion).IsLabel();
        RuleFor(input => input.Aliases).HasAtMost(100).HasNoneTwice();
        RuleForEach(input => input.Aliases).IsLabel();
        RuleFor(input => input.Revision).IsRevision();
    }
}
