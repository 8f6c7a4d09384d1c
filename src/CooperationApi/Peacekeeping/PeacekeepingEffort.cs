using CooperationApi.Kernel;

namespace CooperationApi.Peacekeeping;

/// <summary>What a partner contributes to peacekeeping, or does for it together with the United States.</summary>
public sealed record PeacekeepingEffort : Edition
{
    /// <summary>The partners whose effort it is, as ISO 3166-1 alpha-3 codes.</summary>
    public required IReadOnlyList<string> Partners { get; init; }

    /// <summary>What it is, in our words.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the partner contributes by itself or in a joint program.</summary>
    public required PeacekeepingKind Kind { get; init; }

    /// <summary>The U.S. program that it is part of; null where the source names none.</summary>
    public required PeacekeepingProgram? Program { get; init; }

    /// <summary>What it is about, in the order of the source.</summary>
    public required IReadOnlyList<string> FocusAreas { get; init; }

    /// <summary>With whom, or for whom, the partner does it.</summary>
    public required IReadOnlyList<Counterpart> Counterparts { get; init; }
}

/// <summary>An organization that a partner works with.</summary>
public sealed record Counterpart
{
    /// <summary>The country whose organization it is, as an ISO 3166-1 alpha-3 code; null for an international one.</summary>
    public required string? Partner { get; init; }

    /// <summary>The organization as the source names it; null where it names the country alone.</summary>
    public required string? Organization { get; init; }
}

/// <summary>The kinds of peacekeeping effort.</summary>
public enum PeacekeepingKind
{
    /// <summary>The partner contributes by itself.</summary>
    Contribution,

    /// <summary>The partner and the United States act together.</summary>
    JointProgram,
}

/// <summary>The U.S. programs for peacekeeping.</summary>
public enum PeacekeepingProgram
{
    /// <summary>The Global Peace Operations Initiative of the Bureau of Political-Military Affairs.</summary>
    GPOI,
}
