using CooperationApi.Kernel;

namespace CooperationApi.FactSheets;

/// <summary>An edition of a source. Its prose is not kept, only what it states and the fingerprint of the text that was read.</summary>
public sealed record FactSheet
{
    /// <summary>A stable, readable id.</summary>
    public required string Id { get; init; }

    /// <summary>The partners that it is about, as ISO 3166-1 alpha-3 codes; empty for one about a whole program.</summary>
    public required IReadOnlyList<string> Partners { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Who published it.</summary>
    public required string Publisher { get; init; }

    /// <summary>The bureau of the publisher that it comes from; null where it names none.</summary>
    public required string? Bureau { get; init; }

    /// <summary>When it was published. What it states stands from the first day of this date.</summary>
    public required PartialDate Published { get; init; }

    /// <summary>Whether that date is printed on it, or estimated from what its text implies; an estimate is often a whole year, and then what the sheet states stands from 1 January.</summary>
    public required PublishedBasis PublishedBasis { get; init; }

    /// <summary>Whom it names for questions.</summary>
    public required Contacts Contacts { get; init; }

    /// <summary>Where its text was read, by the publisher or as a mirror or quotation; null where that is not known.</summary>
    public required string? SourceUrl { get; init; }

    /// <summary>The SHA-256 of the text that was read, as UTF-8, in lower-case hexadecimal; null where only an excerpt was seen.</summary>
    public required string? Sha256 { get; init; }

    /// <summary>How much of its text was read; null where that is not known. What was not read may state more.</summary>
    public required TextRead? TextRead { get; init; }

    /// <summary>What a reader should know about this sheet and how it was read.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Counts the changes of this row, from 1.</summary>
    public required int Revision { get; init; }

    /// <summary>When this row last changed, in UTC.</summary>
    public required DateTime UpdatedAt { get; init; }
}

/// <summary>Whom a fact sheet names for questions.</summary>
public sealed record Contacts
{
    /// <summary>The office; null where the sheet names none.</summary>
    public required string? Office { get; init; }

    /// <summary>The e-mail address; null where the sheet gives none.</summary>
    public required string? Email { get; init; }

    /// <summary>The handle on a social network, with its @; null where the sheet gives none.</summary>
    public required string? SocialHandle { get; init; }
}
