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

    /// <summary>Its parties, as ISO 3166-1 alpha-3 codes, the United States first; empty where the source does not say between whom it is.</summary>
    public required IReadOnlyList<string> Parties { get; init; }

    /// <summary>The date that the source puts to it, if that is neither of its signature nor of its entry into force; null where there is none.</summary>
    public PartialDate? Dated { get; init; }

    /// <summary>What happened on <c>dated</c>; null where the source does not say.</summary>
    public AgreementDate? DatedAs { get; init; }

    /// <summary>When it was signed; null where the source does not say.</summary>
    public PartialDate? Signed { get; init; }

    /// <summary>Since when it is in force, or a dialogue is held; null where the source does not say.</summary>
    public PartialDate? InForceSince { get; init; }

    /// <summary>The time that it covers, such as the fiscal years of a memorandum on assistance; null where the source gives none.</summary>
    public Period? Covers { get; init; }

    /// <summary>What it is for, in our words; null where the source does not say.</summary>
    public string? Purpose { get; init; }
}

internal sealed class AgreementInputValidator : AbstractValidator<AgreementInput>
{
    public AgreementInputValidator()
    {
        this.AddEditionRules();
        RuleFor(input => input.Name).IsLabel();
        RuleFor(input => input.Parties).HasAtMost(100).HasNoneTwice();
        RuleForEach(input => input.Parties).IsPartner();
        RuleFor(input => input.DatedAs).Null().When(input => input.Dated is null)
            .WithMessage("{PropertyName} must be left out where dated is.").Contradicts("dated");
        RuleFor(input => input.Covers!).SetValidator(new PeriodValidator());
        RuleFor(input => input.Purpose).IsText();
    }
}
