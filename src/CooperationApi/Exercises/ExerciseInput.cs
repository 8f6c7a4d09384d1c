using CooperationApi.Kernel;
using FluentValidation;

namespace CooperationApi.Exercises;

/// <summary>A series of joint exercises.</summary>
public sealed record ExerciseInput : EditionInput
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What kind of exercise it is; null where the source does not say.</summary>
    public ExerciseKind? Kind { get; init; }

    /// <summary>How often it is held, as the source claims; null where it does not say.</summary>
    public Cadence? Cadence { get; init; }

    /// <summary>Since when it is held; null where the source does not say.</summary>
    public PartialDate? Since { get; init; }

    /// <summary>How many partners it joins; null where the source does not say.</summary>
    public ExerciseFormat? Format { get; init; }

    /// <summary>Since when it has this format; null where the source does not say.</summary>
    public PartialDate? FormatSince { get; init; }

    /// <summary>Who takes part. Whoever changed roles is listed once for each, with its date.</summary>
    public required IReadOnlyList<Participant> Participants { get; init; }

    /// <summary>What it is for, in our words; null where the source does not say.</summary>
    public string? Purpose { get; init; }
}

internal sealed class ExerciseInputValidator : AbstractValidator<ExerciseInput>
{
    public ExerciseInputValidator()
    {
        this.AddEditionRules();
        RuleFor(input => input.Name).IsLabel();
        RuleFor(input => input.FormatSince).Null().When(input => input.Format is null)
            .WithMessage("formatSince dates a format, and there is none.").Contradicts("format");
        RuleFor(input => input.Participants).HasOneTo(200);
        RuleFor(input => input.Participants)
            .Must(all => all.DistinctBy(one => (one.Partner, one.Organization, one.Role)).Count() == all.Count)
            .WithMessage("A participant, by its partner, organization and role, is listed once.").WithErrorCode(nameof(FaultCode.Repeated));
        RuleForEach(input => input.Participants).SetValidator(new ParticipantValidator());
        RuleFor(input => input.Purpose).IsText();
    }
}

internal sealed class ParticipantValidator : AbstractValidator<Participant>
{
    public ParticipantValidator()
    {
        RuleFor(participant => participant.Partner).IsPartner();
        RuleFor(participant => participant.Organization).IsLabel();
    }
}
