using CooperationApi.Kernel;

namespace CooperationApi.Sales.Summary;

/// <summary>
/// Figures of one group that may be looked at together: they share a channel, a measure, a stage and a kind. A group whose figures do not
/// has several buckets.
/// </summary>
public sealed record SalesBucket
{
    /// <summary>The channel of all its figures.</summary>
    public required SalesChannel Channel { get; init; }

    /// <summary>What all its figures measure.</summary>
    public required SalesMeasure Measure { get; init; }

    /// <summary>How far the sales have come that all its figures measure.</summary>
    public required SalesStage Stage { get; init; }

    /// <summary>Whether all its figures are stocks, flows, single cases or plans.</summary>
    public required FigureKind Kind { get; init; }

    /// <summary>
    /// The partners of the group, as ISO 3166-1 alpha-3 codes in alphabetical order; null unless grouped by partner. A figure that is
    /// stated for several partners together belongs to the group of exactly these, and is neither divided among them nor multiplied.
    /// </summary>
    public required IReadOnlyList<string>? Partners { get; init; }

    /// <summary>
    /// The year of the group; null unless grouped by year, and for figures without a period. It is the year that the period
    /// covers, <c>2018</c> or <c>FY2019</c> for a fiscal year, or the span of years, <c>2013/2018</c>, in which <c>..</c> is an open end
    /// (ISO 8601-2); for a stock it is the year from which it was stated.
    /// </summary>
    public required string? Year { get; init; }

    /// <summary>The category that its figures name, of Direct Commercial Sales; null unless grouped by category, and for figures that name none.</summary>
    public required string? Category { get; init; }

    /// <summary>The article that its figures name; null unless grouped by article, and for figures that name none.</summary>
    public required string? Article { get; init; }

    /// <summary>The first day that its figures with an amount are about: the earliest beginning of a period, of stocks the earliest day from which
    /// one was stated; null where that of any is open.</summary>
    public required DateOnly? CoversFrom { get; init; }

    /// <summary>The last day that its figures are about, likewise.</summary>
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

/// <summary>The channels of sales. One is never added to the other.</summary>
public enum SalesChannel
{
    /// <summary>Foreign Military Sales, from government to government.</summary>
    Fms,

    /// <summary>Direct Commercial Sales, which companies sell under license.</summary>
    Dcs,
}

/// <summary>What a sales figure measures, in either channel.</summary>
public enum SalesMeasure
{
    /// <summary>The value of all cases of Foreign Military Sales that are active.</summary>
    ActiveCases,

    /// <summary>What of Foreign Military Sales came to the stage over a period.</summary>
    Sales,

    /// <summary>Foreign Military Sales and Direct Commercial Sales together; in the channel <c>fms</c>, where the figure is kept.</summary>
    DefenseTrade,

    /// <summary>One single sale.</summary>
    Case,

    /// <summary>The most that an arrangement allows for.</summary>
    Ceiling,

    /// <summary>What the source expects all sales to amount to.</summary>
    ExpectedTotal,

    /// <summary>The value of all exports of Direct Commercial Sales that were authorized.</summary>
    Authorizations,

    /// <summary>What the partner has acquired by Direct Commercial Sales.</summary>
    Acquisitions,
}

/// <summary>How far sales have come, in either channel.</summary>
public enum SalesStage
{
    /// <summary>Under contract and not yet closed.</summary>
    Active,

    /// <summary>Sold, as the source says without telling more.</summary>
    Sold,

    /// <summary>Under contract.</summary>
    Contracted,

    /// <summary>Purchased by the partner.</summary>
    Purchased,

    /// <summary>Approved by the United States.</summary>
    Approved,

    /// <summary>Implemented: the case has begun to be fulfilled.</summary>
    Implemented,

    /// <summary>Traded, whichever way and however far it has come.</summary>
    Traded,

    /// <summary>Announced.</summary>
    Announced,

    /// <summary>Notified to Congress as a possible sale.</summary>
    Notified,

    /// <summary>Under consideration.</summary>
    Considered,

    /// <summary>Agreed between the governments as an aim.</summary>
    Agreed,

    /// <summary>Expected by the source.</summary>
    Expected,

    /// <summary>Licensed for export; not necessarily delivered.</summary>
    Authorized,

    /// <summary>Acquired by the partner.</summary>
    Acquired,
}
