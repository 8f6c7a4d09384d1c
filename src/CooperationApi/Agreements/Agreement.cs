using CooperationApi.Kernel;

namespace CooperationApi.Agreements;

/// <summary>A treaty or an arrangement between partners.</summary>
public sealed record Agreement : Edition
{
    /// <summary>Its name in English.</summary>
    public required string Name { get; init; }

    /// <summary>What kind of agreement it is.</summary>
    public required AgreementKind Kind { get; init; }

    /// <summary>Its parties, as ISO 3166-1 alpha-3 codes, the United States first; empty where the source does not say between whom it is.</summary>
    public required IReadOnlyList<string> Parties { get; init; }

    /// <summary>The date that the source puts to it, if that is neither of its signature nor of its entry into force; null where there is none.</summary>
    public required PartialDate? Dated { get; init; }

    /// <summary>What happened on <c>dated</c>; null where the source does not say.</summary>
    public required AgreementDate? DatedAs { get; init; }

    /// <summary>When it was signed; null where the source does not say.</summary>
    public required PartialDate? Signed { get; init; }

    /// <summary>Since when it is in force, or a dialogue is held; null where the source does not say.</summary>
    public required PartialDate? InForceSince { get; init; }

    /// <summary>The time that it covers, such as the fiscal years of a memorandum on assistance; null where the source gives none.</summary>
    public required Period? Covers { get; init; }

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

    /// <summary>An armistice.</summary>
    Armistice,

    /// <summary>A visiting forces agreement (VFA).</summary>
    VFA,

    /// <summary>A defense cooperation agreement (DCA).</summary>
    DCA,

    /// <summary>An enhanced defense cooperation agreement (EDCA).</summary>
    EDCA,

    /// <summary>An acquisition and cross-servicing agreement (ACSA): logistic support of each other's forces.</summary>
    ACSA,

    /// <summary>A mutual logistics support agreement (MLSA).</summary>
    MLSA,

    /// <summary>A communications compatibility and security agreement (COMCASA).</summary>
    COMCASA,

    /// <summary>A memorandum of understanding (MOU).</summary>
    MOU,

    /// <summary>The designation as a major non-NATO ally (MNNA).</summary>
    MNNA,

    /// <summary>An agreement on arms sales.</summary>
    ArmsSale,

    /// <summary>Another designation or status that the United States grants.</summary>
    Designation,

    /// <summary>A dialogue, commission or group that meets.</summary>
    Dialogue,

    /// <summary>A framework agreement.</summary>
    Framework,

    /// <summary>A joint declaration.</summary>
    JointDeclaration,

    /// <summary>A roadmap for cooperation.</summary>
    Roadmap,

    /// <summary>None of these; the name says what it is.</summary>
    Other,
}

/// <summary>What can have happened on the date of an agreement.</summary>
public enum AgreementDate
{
    /// <summary>It was renewed.</summary>
    Renewed,

    /// <summary>It was concluded.</summary>
    Concluded,

    /// <summary>The partner was designated as what it names.</summary>
    Designated,

    /// <summary>It was granted.</summary>
    Granted,

    /// <summary>It was issued, as a declaration is.</summary>
    Issued,
}
