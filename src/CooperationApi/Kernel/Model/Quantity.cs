namespace CooperationApi.Kernel;

/// <summary>
/// An amount or a count as a source prints it, with the bounds that its precision and its qualifier leave.
/// A quantity that the source leaves open ("thousands") has no value and keeps <c>asStated</c>.
/// </summary>
public sealed record Quantity
{
    internal const double Most = 999_999_999_999_999;

    /// <summary>The figure in whole units, not in millions; null where the source gives none.</summary>
    public required decimal? Value { get; init; }

    /// <summary>The least that it can mean; null where it has no lower bound (<c>nearly</c>, <c>upTo</c>) or no value.</summary>
    public required decimal? Low { get; init; }

    /// <summary>The most that it can mean; null where it has no upper bound (<c>over</c>, <c>atLeast</c>) or no value.</summary>
    public required decimal? High { get; init; }

    /// <summary>How the source hedges the figure; null where it gives none.</summary>
    public required Qualifier? Qualifier { get; init; }

    /// <summary>What is counted: U.S. dollars of the time, never converted or deflated, people, or items.</summary>
    public required Unit Unit { get; init; }

    /// <summary>The figure as printed, for example <c>$19.6 billion</c>.</summary>
    public required string AsStated { get; init; }
}

/// <summary>
/// How a source hedges a figure. <c>stated</c> and <c>about</c> span half a unit of the last significant digit printed,
/// <c>over</c> and <c>atLeast</c> have no upper bound, <c>nearly</c> and <c>upTo</c> no lower one.
/// </summary>
public enum Qualifier
{
    /// <summary>Printed without a hedge.</summary>
    Stated,

    /// <summary>"About", "approximately".</summary>
    About,

    /// <summary>"Over", "more than".</summary>
    Over,

    /// <summary>"Nearly", "almost".</summary>
    Nearly,

    /// <summary>"Up to".</summary>
    UpTo,

    /// <summary>"At least", "a minimum of".</summary>
    AtLeast,
}

/// <summary>What a quantity counts.</summary>
public enum Unit
{
    /// <summary>U.S. dollars of the time, as printed.</summary>
    USD,

    /// <summary>People.</summary>
    People,

    /// <summary>Items: vehicles, aircraft, ships.</summary>
    Items,
}

/// <summary>How surely a quantity lies within bounds.</summary>
internal enum Certainty
{
    /// <summary>All that it can mean lies within them.</summary>
    Definite,

    /// <summary>Something that it can mean lies within them.</summary>
    Possible,
}
