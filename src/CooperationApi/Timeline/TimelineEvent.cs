using CooperationApi.Kernel;

namespace CooperationApi.Timeline;

/// <summary>Something that is stated with a date.</summary>
public sealed record TimelineEvent
{
    /// <summary>
    /// When it was, as precisely as the source says; for a period, its start. A year comes before the months and the days within it.
    /// Null where the source leaves the start of a period open, which comes last.
    /// </summary>
    public required PartialDate? Date { get; init; }

    /// <summary>The end of a period, as precisely as the source says; null for what is no period, and where the source leaves it open.</summary>
    public required PartialDate? Until { get; init; }

    /// <summary>What happened.</summary>
    public required TimelineEventKind Event { get; init; }

    /// <summary>The resource of what it happened to, by its path.</summary>
    public required string Resource { get; init; }

    /// <summary>The id of what it happened to.</summary>
    public required string Id { get; init; }

    /// <summary>What that is called.</summary>
    public required string Title { get; init; }

    /// <summary>
    /// The partners whom the event concerns, as ISO 3166-1 alpha-3 codes: all parties, all participants, or the one that takes a role.
    /// </summary>
    public required IReadOnlyList<string> Partners { get; init; }

    /// <summary>More about it in one sentence, in our words; null where the rest says all.</summary>
    public required string? Detail { get; init; }

    /// <summary>Since when the edition stands that states it: the publication date of its fact sheet.</summary>
    public required DateOnly StatedFrom { get; init; }

    /// <summary>What it happened to, as of the date asked for.</summary>
    public required string Url { get; init; }
}

/// <summary>What can happen on a timeline.</summary>
public enum TimelineEventKind
{
    /// <summary>An agreement: a date that the source puts to its name without saying what happened then.</summary>
    Dated,

    /// <summary>An agreement: it was signed.</summary>
    Signed,

    /// <summary>An agreement: it is in force from then on.</summary>
    InForceSince,

    /// <summary>An agreement: it was renewed.</summary>
    Renewed,

    /// <summary>An agreement: it was concluded.</summary>
    Concluded,

    /// <summary>An agreement: the partner was designated as what it names.</summary>
    Designated,

    /// <summary>An agreement: it was granted.</summary>
    Granted,

    /// <summary>An agreement: it was issued, as a declaration is.</summary>
    Issued,

    /// <summary>An exercise: it is held from then on.</summary>
    Began,

    /// <summary>An exercise: it has its format from then on.</summary>
    FormatSince,

    /// <summary>An exercise: a partner takes part from then on.</summary>
    Joined,

    /// <summary>An exercise: a partner is a permanent member from then on.</summary>
    BecamePermanentMember,

    /// <summary>A figure or an arrangement: the period that it covers.</summary>
    PeriodCovered,

    /// <summary>A fact sheet: it was published.</summary>
    Published,
}
