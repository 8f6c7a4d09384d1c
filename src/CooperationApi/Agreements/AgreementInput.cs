using CooperationApi.Kernel;
using FluentValidation;

namespace CooperationApi.Agreements;

/// <summary>A treaty or an arrangement between partners.</summary>
public sealed record AgreementInput : EditionInput
{
    /// <summary>Its name in English.</summary>
    public required string Name { get; init; }

    /// <summary>What kind of agreement it is.</summary>
    public required AgreementKind Kind { get; init; }

    /// <summary>Its parties, as ISO 3166-1 alpha-3 codes, the United States first.</summary>
    public required IReadOnlyList<string> Parties { get; init; }

    /// <summary>A date that the source puts to its name without saying what happened then; null where there is none.</summary>
    public PartialDate? Dated { get; init; }

    /// <summary>When it was signed; null where the source does not say.</summary>
    public PartialDate? Signed { get; init; }

    /// <summary>Since when it is in force; null where the source does not say.</summary>
    public PartialDate? InForceSince { get; init; }

    /// <summary>What it is for, in our words; null where the source does not say.</summary>
    public string? Purpose { get; init; }
}

internal sealed class AgreementInputValidator : AbstractValidator<AgreementInput>
{
    public AgreementInputValidator()
    {
        this.AddEditionRules();
        RuleFor(input => input.Name).IsLabel();
        RuleFor(input => input.Parties).HasOneTo(100).HasNoneTwice();
        RuleForEach(input => input.Parties).IsPartner();
        RuleFor(input => input.Purpose).IsText();
    }
}
