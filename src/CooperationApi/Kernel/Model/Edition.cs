using System.Text.Json.Serialization;

namespace CooperationApi.Kernel;

/// <summary>What every record carries: its id, the time for which it was stated, and its receipts.</summary>
public abstract record Edition
{
    /// <summary>A stable, readable id: lower-case words joined by hyphens.</summary>
    [JsonPropertyOrder(-2)]
    public required string Id { get; init; }

    /// <summary>
    /// The first day that it stands: that on which the fact sheet which states it was published. Of a sheet of which only the year or the month is
    /// known, or estimated, it is the first day of it, and no date of publication: the <c>published</c> and <c>publishedBasis</c> of the sheet tell.
    /// </summary>
    [JsonPropertyOrder(1)]
    public required DateOnly StatedFrom { get; init; }

    /// <summary>The first day on which it stands no more, because a later edition superseded it; null while it stands.</summary>
    [JsonPropertyOrder(2)]
    public required DateOnly? StatedUntil { get; init; }

    /// <summary>The receipts: which fact sheet says it, where, and in which words or figures. Never empty.</summary>
    [JsonPropertyOrder(3)]
    public required IReadOnlyList<Citation> Citations { get; init; }

    /// <summary>What a reader should know about this edition: oddities of the source, kept and flagged, and what is our inference.</summary>
    [JsonPropertyOrder(4)]
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Counts the changes of this edition, from 1; that a later edition ends it is one.</summary>
    [JsonPropertyOrder(5)]
    public required int Revision { get; init; }

    /// <summary>When this edition last changed, in UTC.</summary>
    [JsonPropertyOrder(6)]
    public required DateTime UpdatedAt { get; init; }
}

/// <summary>A receipt: where a fact sheet states what a record says.</summary>
public sealed record Citation
{
    /// <summary>The id of the fact sheet, as in <c>/fact-sheets/{id}</c>.</summary>
    public required string FactSheet { get; init; }

    /// <summary>The paragraph of its text, counted from 1 below the dateline; null where only an excerpt was seen.</summary>
    public required int? Paragraph { get; init; }

    /// <summary>The name or the figure as printed.</summary>
    public required string AsStated { get; init; }
}
