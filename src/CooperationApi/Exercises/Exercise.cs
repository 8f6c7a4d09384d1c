using CooperationApi.Kernel;

namespace CooperationApi.Exercises;

/// <summary>A series of joint exercises.</summary>
public sealed record Exercise : Edition
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What kind of exercise it is; null where the source does not say.</summary>
    public required ExerciseKind? Kind { get; init; }

    /// <summary>How often it is held, as the source claims; null where it does not say.</summary>
    public required Cadence? Cadence { get; init; }

    /// <summary>Since when it is held; null where the source does not say.</summary>
    public required PartialDate? Since { get; init; }

    /// <summary>How many partners it joins; null where the source does not say.</summary>
    public required ExerciseFormat? Format { get; init; }

    /// <summary>Since when it has this format; null where the source does not say.</summary>
    public required PartialDate? FormatSince { get; init; }

    /// <summary>Who takes part. Whoever changed roles is listed once for each, with its date.</summary>
    public required IReadOnlyList<Participant> Participants { get; init; }

    /// <summary>What it is for, in our words; null where the source does not say.</summary>
    public required string? Purpose { get; init; }
}

/// <summary>A part taken in an exercise, from a date on.</summary>
public sealed record Participant
{
    /// <summary>The partner, as an ISO 3166-1 alpha-3 code.</summary>
    public required string Partner { get; init; }

    /// <summary>The organization that takes part for it; null where the source names none.</summary>
    public required string? Organization { get; init; }

    /// <summary>The role in which it takes part.</summary>
    public required ParticipantRole Role { get; init; }

    /// <summary>Since when it has this role; null where the source does not say.</summary>
    public required PartialDate? Since { get; init; }
}

/// <summary>The kinds of exercise.</summary>
public enum ExerciseKind
{
    /// <summary>A field training exercise: forces move, in the open.</summary>
    FieldTraining,
}

/// <summary>How often an exercise is held.</summary>
public enum Cadence
{
    /// <summary>Every year.</summary>
    Annual,
}

/// <summary>How many partners an exercise joins.</summary>
public enum ExerciseFormat
{
    /// <summary>Two.</summary>
    Bilateral,

    /// <summary>Three.</summary>
    Trilateral,

    /// <summary>More than three.</summary>
    Multilateral,
}

/// <summary>The roles in an exercise.</summary>
public enum ParticipantRole
{
    /// <summary>Takes part.</summary>
    Participant,

    /// <summary>Takes part as a permanent member of the series.</summary>
    PermanentMember,
}
