using CooperationApi.Kernel;
using FluentValidation;

namespace CooperationApi.Peacekeeping;

/// <summary>What a partner contributes to peacekeeping, or does for it together with the United States.</summary>
public sealed record PeacekeepingEffortInput : EditionInput
{
    /// <summary>The partners whose effort it is, as ISO 3166-1 alpha-3 codes.</summary>
    public required IReadOnlyList<string> Partners { get; init; }

    /// <summary>What it is, in our words.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the partner contributes by itself or in a joint program.</summary>
    public required PeacekeepingKind Kind { get; init; }

    /// <summary>The U.S. program that it is part of; null where the source names none.</summary>
    public PeacekeepingProgram? Program { get; init; }

    /// <summary>What it is about, in the order of the source.</summary>
    public IReadOnlyList<string> FocusAreas { get; init; } = [];

    /// <summary>With whom, or for whom, the partner does it.</summary>
    public IReadOnlyList<Counterpart> Counterparts { get; init; } = [];
}

internal sealed class PeacekeepingEffortInputValidator : AbstractValidator<PeacekeepingEffortInput>
{
    public PeacekeepingEffortInputValidator()
    {
        this.AddEditionRules();
        RuleFor(input => input.Partners).HasOneTo(100).HasNoneTwice();
        RuleForEach(input => input.Partners).IsPartner();
        RuleFor(input => input.Name).IsLabel();
        RuleFor(input => input.FocusAreas).HasAtMost(100).HasNoneTwice();
        RuleForEach(input => input.FocusAreas).IsLabel();
        RuleFor(input => input.Counterparts).HasAtMost(100).HasNoneTwice();
        RuleForEach(input => input.Counterparts).SetValidator(new CounterpartValidator());
    }
}

internal sealed class CounterpartValidator : AbstractValidator<Counterpart>
{
    public CounterpartValidator()
    {
        RuleFor(counterpart => counterpart.Partner).IsPartner();
        RuleFor(counterpart => counterpart.Organization).IsLabel();
        RuleFor(counterpart => counterpart.Organization).NotNull().When(counterpart => counterpart.Partner is null)
            .WithMessage("A counterpart is a partner, an organization, or an organization of a partner.").Contradicts("partner");
    }
}
