using System.Text.Json;
using System.Text.Json.Serialization;

namespace CooperationApi.Kernel;

/// <summary>A fact that is not stated as it was, or a record of which all is stated as it was.</summary>
public sealed record Difference
{
    /// <summary>What became of the fact.</summary>
    public required DifferenceKind Kind { get; init; }

    /// <summary>
    /// Where the fact is: the record's URL and then the member as a JSON pointer (RFC 6901), <c>/sales/fms/x/amount</c>; for a record as a whole
    /// its URL alone. An item of a list has its natural key there and not its place: an article its designation or else its name,
    /// <c>/sales/fms/x/articles/F-35</c>, a category its name, a participant its partner, organization and role, what has no name all its
    /// members, each a token, and an empty one where that is null. Where a key means several, designation and name, or name and rank, tell them
    /// apart.
    /// </summary>
    public required string Path { get; init; }

    /// <summary>The resource of the record, by its path.</summary>
    /// <example>sales/fms</example>
    public required string Resource { get; init; }

    /// <summary>The id of the record.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// The fact as it was: a text, a number, a quantity, a period, an item of a list or a whole record as its resource serves it, without what is
    /// no fact of it (purpose, which is told in our words, statedFrom, statedUntil, citations, notes, revision, updatedAt); null where there was none.
    /// </summary>
    public required JsonElement? Before { get; init; }

    /// <summary>The fact as it is since, in the same form; null where there is none.</summary>
    public required JsonElement? After { get; init; }

    /// <summary>The receipts of the record as it was; empty where it was not there.</summary>
    public required IReadOnlyList<Citation> CitationsBefore { get; init; }

    /// <summary>The receipts of the record as it is since; empty where it is not there.</summary>
    public required IReadOnlyList<Citation> CitationsAfter { get; init; }
}

/// <summary>What can become of a fact from one edition to the next.</summary>
public enum DifferenceKind
{
    /// <summary>It is stated only since.</summary>
    New,

    /// <summary>It was stated before, and is no more.</summary>
    Dropped,

    /// <summary>It is stated otherwise.</summary>
    Changed,

    /// <summary>The figure has the same value and is hedged otherwise: "over" where it was plain.</summary>
    QualifierChanged,

    /// <summary>The record is stated again with the same facts, in the same words or in others.</summary>
    Restated,
}

/// <summary>A page of what changed, between what, and how much of each kind.</summary>
public sealed record DiffPage : Page<Difference>
{
    /// <summary>What was stated before.</summary>
    [JsonPropertyOrder(1)]
    public required DiffSide From { get; init; }

    /// <summary>What is stated since.</summary>
    [JsonPropertyOrder(2)]
    public required DiffSide To { get; init; }

    /// <summary>How many differences there are of each kind, on all pages and whatever <c>kind</c> asks for.</summary>
    [JsonPropertyOrder(3)]
    public required DiffCounts Counts { get; init; }

    /// <summary>What keeps a difference from meaning what it seems to, in sentences; empty where nothing does.</summary>
    [JsonPropertyOrder(4)]
    public required IReadOnlyList<string> Caveats { get; init; }
}

/// <summary>One of the two that are compared: a fact sheet, or all that stood on a day.</summary>
public sealed record DiffSide
{
    /// <summary>The id of the fact sheet; null where all sheets together are compared by date.</summary>
    public required string? FactSheet { get; init; }

    /// <summary>The day as of which it is stated.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>When the fact sheet was published; null where none is named.</summary>
    public required PartialDate? Published { get; init; }

    /// <summary>What that date rests on; null where no fact sheet is named.</summary>
    public required PublishedBasis? PublishedBasis { get; init; }

    /// <summary>How much of the fact sheet's text was read; null where that is not known, or no fact sheet is named.</summary>
    public required TextRead? TextRead { get; init; }
}

/// <summary>How many differences there are of each kind.</summary>
public sealed record DiffCounts
{
    /// <summary>Facts, and whole records, that are stated only since.</summary>
    public required long New { get; init; }

    /// <summary>Facts, and whole records, that are stated no more.</summary>
    public required long Dropped { get; init; }

    /// <summary>Facts that are stated otherwise.</summary>
    public required long Changed { get; init; }

    /// <summary>Figures that have the same value and are hedged otherwise.</summary>
    public required long QualifierChanged { get; init; }

    /// <summary>Records that are stated again with the same facts.</summary>
    public required long Restated { get; init; }
}

/// <summary>What differences sort by.</summary>
internal enum DiffSort
{
    Path,
    Kind,
}

/// <summary>The resources whose records have editions, by their paths.</summary>
internal enum DiffResource
{
    Agreements,
    Assistance,
    Exercises,

    [JsonStringEnumMemberName("force-posture")]
    ForcePosture,

    Objectives,
    Peacekeeping,

    [JsonStringEnumMemberName("sales/dcs")]
    DcsSales,

    [JsonStringEnumMemberName("sales/fms")]
    FmsSales,
}
