using CooperationApi.Kernel;
using FluentValidation;

namespace CooperationApi.Objectives;

/// <summary>An aim that partners share.</summary>
public sealed record ObjectiveInput : EditionInput
{
    /// <summary>The aim, in our words.</summary>
    public required string Title { get; init; }

    /// <summary>Who shares it, as ISO 3166-1 alpha-3 codes, the United States first.</summary>
    public required IReadOnlyList<string> Parties { get; init; }

    /// <summary>What gives rise to it; empty where the source names nothing.</summary>
    public IReadOnlyList<Concern> Concerns { get; init; } = [];
}

internal sealed class ObjectiveInputValidator : AbstractValidator<ObjectiveInput>
{
    public ObjectiveInputValidator()
    {
        this.AddEditionRules();
        RuleFor(input => input.Title).IsLabel();
        RuleFor(input => input.Parties).HasOneTo(100).HasNoneTwice();
        RuleForEach(input => input.Parties).IsPartner();
        RuleFor(input => input.Concerns).HasAtMost(100).HasNoneTwice();
        RuleForEach(input => input.Concerns).SetValidator(new ConcernValidator());
    }
}

internal sealed class ConcernValidator : AbstractValidator<Concern>
{
    public ConcernValidator()
    {
        RuleFor(concern => concern.Partner).IsPartner();
        RuleFor(concern => concern.Subject).IsLabel();
    }
}
