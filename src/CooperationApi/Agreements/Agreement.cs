using CooperationApi.Kernel;

namespace CooperationApi.Agreements;

/// <summary>A treaty or an arrangement between partners.</summary>
public sealed record Agreement : Edition
{
    /// <summary>Its name in English.</summary>
    public required string Name { get; init; }

    /// <summary>What kind of agreement it is.</summary>
    public required AgreementKind Kind { get; init; }

    /// <summary>Its parties, as ISO 3166-1 alpha-3 codes, the United States first.</summary>
    public required IReadOnlyList<string> Parties { get; init; }

    /// <summary>A date that the source puts to its name without saying what happened then; null where there is none.</summary>
    public required PartialDate? Dated { get; init; }

    /// <summary>When it was signed; null where the source does not say.</summary>
    public required PartialDate? Signed { get; init; }

    /// <summary>Since when it is in force; null where the source does not say.</summary>
    public required PartialDate? InForceSince { get; init; }

    /// <summary>What it is for, in our words; null where the source does not say.</summary>
    public required string? Purpose { get; init; }
}

/// <summary>The kinds of agreement.</summary>
public enum AgreementKind
{
    /// <summary>A treaty of alliance or mutual defense.</summary>
    Treaty,

    /// <summary>A status of forces agreement (SOFA): facilities, and the legal status of forces abroad.</summary>
    SOFA,

    /// <summary>A special measures agreement (SMA): the host nation's share of what stationing costs.</summary>
    SMA,
}
