using CooperationApi.Kernel;

namespace CooperationApi.ForcePosture;

/// <summary>People or assets of one state that are stationed in another: of the United States abroad, or of a partner in the United States.</summary>
public sealed record StationedForce : Edition
{
    /// <summary>The host country, as an ISO 3166-1 alpha-3 code.</summary>
    public required string Host { get; init; }

    /// <summary>The sending state, whose people or assets they are, as an ISO 3166-1 alpha-3 code; USA for U.S. forces abroad.</summary>
    public required string Sender { get; init; }

    /// <summary>Whether these are people or assets.</summary>
    public required PostureKind Kind { get; init; }

    /// <summary>What sort of people or assets they are.</summary>
    public required PostureCategory Category { get; init; }

    /// <summary>How many people, or items of an asset; null for assets of which the source gives no number.</summary>
    public required Quantity? Count { get; init; }

    /// <summary>The asset; null for people.</summary>
    public required Asset? Asset { get; init; }
}

/// <summary>A military asset.</summary>
public sealed record Asset
{
    /// <summary>Its name, in the standard form.</summary>
    public required string Name { get; init; }

    /// <summary>Its designation, in the standard form; null where the source gives none.</summary>
    public required string? Designation { get; init; }
}

/// <summary>People or assets.</summary>
public enum PostureKind
{
    /// <summary>People.</summary>
    Personnel,

    /// <summary>Ships, aircraft, units.</summary>
    Asset,
}

/// <summary>The sorts of people and assets.</summary>
public enum PostureCategory
{
    /// <summary>Military personnel.</summary>
    Military,

    /// <summary>Civilians of the Department of Defense.</summary>
    Civilian,

    /// <summary>Family members of either.</summary>
    Family,

    /// <summary>A carrier strike group.</summary>
    CarrierStrikeGroup,

    /// <summary>Aircraft.</summary>
    Aircraft,

    /// <summary>Ground vehicles.</summary>
    Vehicles,

    /// <summary>A numbered fleet.</summary>
    Fleet,

    /// <summary>A unit, such as a wing or a brigade.</summary>
    Unit,

    /// <summary>A headquarters or an operations center.</summary>
    Headquarters,

    /// <summary>A base or another installation.</summary>
    Base,

    /// <summary>A missile defense system.</summary>
    MissileDefense,
}
