using CooperationApi.Kernel;

namespace CooperationApi.Assistance.Summary;

/// <summary>
/// Figures of one group that may be looked at together: they share a program, a direction, a basis and a stage. A group whose figures do not
/// has several buckets.
/// </summary>
public sealed record AssistanceBucket
{
    /// <summary>The program of all its figures.</summary>
    public required AssistanceProgram Program { get; init; }

    /// <summary>Whether all its figures go to partners or come from them.</summary>
    public required AssistanceDirection Direction { get; init; }

    /// <summary>What all its amounts are of their periods; null for figures without an amount, which are counted and not added up.</summary>
    public required AssistanceBasis? Basis { get; init; }

    /// <summary>How far the money of all its figures has come; null where their sources do not say.</summary>
    public required AssistanceStage? Stage { get; init; }

    /// <summary>
    /// The partners of the group, as ISO 3166-1 alpha-3 codes in alphabetical order, and empty for figures of a whole program; null unless
    /// grouped by partner. A figure that is stated for several partners together belongs to the group of exactly these, and is neither
    /// divided among them nor multiplied.
    /// </summary>
    public required IReadOnlyList<string>? Partners { get; init; }

    /// <summary>
    /// The year of the group; null unless grouped by year, and for figures without a period. It is the year that the period covers,
    /// <c>2018</c> or <c>FY2019</c> for a fiscal year, or the span of years, <c>FY2014/..</c>, in which <c>..</c> is an open end (ISO 8601-2).
    /// </summary>
    public required string? Year { get; init; }

    /// <summary>The first day that its amounts are of: the earliest beginning of a period; null where that of any is open.</summary>
    public required DateOnly? CoversFrom { get; init; }

    /// <summary>The last day that its amounts are of, likewise. A running total has none: it goes up to its fact sheet.</summary>
    public required DateOnly? CoversUntil { get; init; }

    /// <summary>How many figures it holds, those without an amount too.</summary>
    public required long Count { get; init; }

    /// <summary>The sum of those with an amount; null where they cannot be added up, for which <c>reasons</c> says why.</summary>
    public required FigureSum? Sum { get; init; }

    /// <summary>The figure of the least value; null where none has a value.</summary>
    public required BucketFigure? Min { get; init; }

    /// <summary>The figure of the greatest value; null where none has a value.</summary>
    public required BucketFigure? Max { get; init; }

    /// <summary>Why it is apart from other buckets of its group, why it has no sum, and what a reader of its sum should know. Empty where there is nothing to say.</summary>
    public required IReadOnlyList<BucketReason> Reasons { get; init; }
}
