using CooperationApi.Kernel;

namespace CooperationApi.Objectives;

/// <summary>An aim that partners share.</summary>
public sealed record Objective : Edition
{
    /// <summary>The aim, in our words.</summary>
    public required string Title { get; init; }

    /// <summary>Who shares it, as ISO 3166-1 alpha-3 codes, the United States first.</summary>
    public required IReadOnlyList<string> Parties { get; init; }

    /// <summary>What gives rise to it; empty where the source names nothing.</summary>
    public required IReadOnlyList<Concern> Concerns { get; init; }
}

/// <summary>Something that gives rise to an objective.</summary>
public sealed record Concern
{
    /// <summary>The country that it comes from, as an ISO 3166-1 alpha-3 code; null where it comes from none in particular.</summary>
    public required string? Partner { get; init; }

    /// <summary>What the concern is.</summary>
    public required string Subject { get; init; }
}
