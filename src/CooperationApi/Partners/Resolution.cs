using CooperationApi.Kernel;

namespace CooperationApi.Partners;

/// <summary>How a spelling of a partner resolves. Nothing is guessed: several candidates are all here, and none leaves what is near.</summary>
public sealed record Resolution
{
    /// <summary>The spelling, as asked.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// What it is compared as: without regard to case, accents, spaces and punctuation. It also meets a spelling that lacks
    /// the "the" that it begins with.
    /// </summary>
    public required string Folded { get; init; }

    /// <summary>Every partner that has such a spelling, by code. A filter takes the spelling only where there is exactly one.</summary>
    public required IReadOnlyList<Candidate> Candidates { get; init; }

    /// <summary>Partners with a spelling that is near, the nearest first; empty where there is a candidate.</summary>
    public required IReadOnlyList<NearSpelling> Near { get; init; }
}

/// <summary>A partner that a spelling resolves to.</summary>
public sealed record Candidate
{
    /// <summary>Its ISO 3166-1 alpha-3 code.</summary>
    public required string Partner { get; init; }

    /// <summary>Its short name in English.</summary>
    public required string Name { get; init; }

    /// <summary>The spelling on record that was met.</summary>
    public required string Spelling { get; init; }

    /// <summary>What kind of spelling that is.</summary>
    public required SpellingKind Kind { get; init; }
}

/// <summary>A partner that is spelled nearly so.</summary>
public sealed record NearSpelling
{
    /// <summary>Its ISO 3166-1 alpha-3 code.</summary>
    public required string Partner { get; init; }

    /// <summary>Its short name in English.</summary>
    public required string Name { get; init; }

    /// <summary>The spelling on record that is near.</summary>
    public required string Spelling { get; init; }
}

/// <summary>The kinds of spelling that a partner has.</summary>
public enum SpellingKind
{
    /// <summary>Its ISO 3166-1 alpha-3 code.</summary>
    Alpha3,

    /// <summary>Its ISO 3166-1 alpha-2 code.</summary>
    Alpha2,

    /// <summary>Its ISO 3166-1 numeric code.</summary>
    Numeric,

    /// <summary>Its short name in English.</summary>
    Name,

    /// <summary>Another name that it goes by.</summary>
    AlternativeName,

    /// <summary>A name that it no longer has, or that of a state that is gone and that its territory was part of.</summary>
    FormerName,
}

/// <summary>The spelling to resolve.</summary>
internal sealed record SpellingAsked(
    [Parameter("What somebody calls a partner: any code, name, alias or former name, in any case.", Example = "Czechoslovakia")]
    string Name);
