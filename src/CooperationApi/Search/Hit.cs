using System.Text.Json.Serialization;
using CooperationApi.Kernel;

namespace CooperationApi.Search;

/// <summary>Something that a search found.</summary>
public sealed record Hit
{
    /// <summary>The resource that it belongs to, by its path.</summary>
    /// <example>sales/fms</example>
    public required string Resource { get; init; }

    /// <summary>Its id in that resource.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>The text that matches best, and where.</summary>
    public required Highlight Highlight { get; init; }

    /// <summary>How well it matches, from 0 to 1. Titles weigh most, and the more of a text is asked for the better it matches.</summary>
    public required double Rank { get; init; }

    /// <summary>Whether it holds what was asked for, or only something that is spelled nearly so.</summary>
    public required HitMatch Match { get; init; }

    /// <summary>The first day that it stands: the publication date of a fact sheet; null for a partner.</summary>
    public required DateOnly? StatedFrom { get; init; }

    /// <summary>The first day on which it stands no more; null while it stands.</summary>
    public required DateOnly? StatedUntil { get; init; }

    /// <summary>The partners that have a part in it, as ISO 3166-1 alpha-3 codes in alphabetical order.</summary>
    public required IReadOnlyList<string> Partners { get; init; }

    /// <summary>Where it is, as of the date of the search.</summary>
    public required string Url { get; init; }
}

/// <summary>The text of a hit that matches best.</summary>
public sealed record Highlight
{
    /// <summary>The member that holds the text, such as <c>name</c> or <c>articles.asStated</c>; for the name of a partner, the member that
    /// holds its code.</summary>
    public required string Field { get; init; }

    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>The words in it that match, in their order; they do not overlap.</summary>
    public required IReadOnlyList<Mark> Marks { get; init; }
}

/// <summary>A part of a text.</summary>
public sealed record Mark
{
    /// <summary>Where it starts, in UTF-16 units from 0, as strings of JavaScript, C# and Java count.</summary>
    public required int Start { get; init; }

    /// <summary>How long it is, in UTF-16 units.</summary>
    public required int Length { get; init; }
}

/// <summary>How a hit matches.</summary>
public enum HitMatch
{
    /// <summary>It holds every word that was asked for, in some form of it or as a part of another.</summary>
    Exact,

    /// <summary>Nothing holds all that was asked for; this holds what is spelled nearly so.</summary>
    Near,
}

/// <summary>A page of what a search found, and how much it found where.</summary>
public sealed record SearchPage : Page<Hit>
{
    /// <summary>How all hits of the search, not only those of this page, divide.</summary>
    [JsonPropertyOrder(1)]
    public required Facets Facets { get; init; }
}

/// <summary>How the hits of a search divide.</summary>
public sealed record Facets
{
    /// <summary>How many hits each resource has, the most first.</summary>
    public required IReadOnlyList<Facet> Resource { get; init; }

    /// <summary>How many hits each partner has a part in, the most first; one hit may count for several partners.</summary>
    public required IReadOnlyList<Facet> Partner { get; init; }
}

/// <summary>How many hits have a value.</summary>
public sealed record Facet
{
    /// <summary>The value, as the parameter of the same name takes it.</summary>
    public required string Value { get; init; }

    /// <summary>How many hits have it.</summary>
    public required int Count { get; init; }
}

/// <summary>The resources that are searched, by their paths.</summary>
internal enum SearchedResource
{
    Agreements,
    Assistance,
    Exercises,
    [JsonStringEnumMemberName("fact-sheets")]
    FactSheets,
    [JsonStringEnumMemberName("force-posture")]
    ForcePosture,
    Objectives,
    Partners,
    Peacekeeping,
    [JsonStringEnumMemberName("sales/dcs")]
    DcsSales,
    [JsonStringEnumMemberName("sales/fms")]
    FmsSales,
}
