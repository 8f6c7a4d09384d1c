namespace CooperationApi.Partners;

/// <summary>A country, by ISO 3166-1.</summary>
public sealed record Partner
{
    /// <summary>Its ISO 3166-1 alpha-3 code.</summary>
    public required string Id { get; init; }

    /// <summary>Its ISO 3166-1 alpha-2 code.</summary>
    public required string Alpha2 { get; init; }

    /// <summary>Its ISO 3166-1 numeric code, with leading zeros.</summary>
    public required string Numeric { get; init; }

    /// <summary>Its short name in English.</summary>
    public required string Name { get; init; }

    /// <summary>The region that the United Nations counts it to (M49); null where it counts it to none.</summary>
    public required string? Region { get; init; }

    /// <summary>The subregion that the United Nations counts it to (M49); null where it counts it to none.</summary>
    public required string? Subregion { get; init; }

    /// <summary>
    /// Other spellings of it, besides its codes and its name, former ones included. A spelling that several partners share
    /// resolves to none of them alone.
    /// </summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>Counts the changes of this row, from 1.</summary>
    public required int Revision { get; init; }

    /// <summary>When this row last changed, in UTC.</summary>
    public required DateTime UpdatedAt { get; init; }
}
