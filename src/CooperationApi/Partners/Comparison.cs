using CooperationApi.Kernel;

namespace CooperationApi.Partners;

/// <summary>Figures that are alike in all that is said here, side by side. None is added to another, divided or converted.</summary>
public sealed record ComparisonRow
{
    /// <summary>The resource of the figures, by its path.</summary>
    /// <example>sales/fms</example>
    public required string Resource { get; init; }

    /// <summary>What they measure; for assistance the program.</summary>
    public required ComparedMeasure Measure { get; init; }

    /// <summary>How far the sales, or the grants, have come, as in the resource; null where the source does not say, and for people.</summary>
    public required string? Stage { get; init; }

    /// <summary>Whether they are stocks, flows, single cases or plans; null for assistance, of which <c>basis</c> says it.</summary>
    public required FigureKind? Kind { get; init; }

    /// <summary>The window of time that they measure; null for a stock, and where the source states none. A flow without a window is alike with no other.</summary>
    public required Period? Period { get; init; }

    /// <summary>Of assistance, whether an amount is of a whole period, runs up to the sheet, or is a yearly rate; null for other figures.</summary>
    public required string? Basis { get; init; }

    /// <summary>Of assistance and people, whether they go <c>toPartner</c> or come <c>fromPartner</c>; null for other figures.</summary>
    public required string? Direction { get; init; }

    /// <summary>One cell for each partner asked for, in that order. CSV has a line for each of them.</summary>
    [UnfoldedInCsv]
    public required IReadOnlyList<ComparisonCell> Cells { get; init; }
}

/// <summary>What is stated of one partner.</summary>
public sealed record ComparisonCell
{
    /// <summary>The partner, as an ISO 3166-1 alpha-3 code.</summary>
    public required string Partner { get; init; }

    /// <summary>The figures of it: mostly one; several where it has several single cases, or a share in a joint figure beside its own.</summary>
    [UnfoldedInCsv]
    public required IReadOnlyList<ComparedFigure> Figures { get; init; }

    /// <summary>Why it has no figure of its own here; null where it has one.</summary>
    public required MissingFigure? Missing { get; init; }
}

/// <summary>A figure as its record states it.</summary>
public sealed record ComparedFigure
{
    /// <summary>The id of the record.</summary>
    public required string Id { get; init; }

    /// <summary>The edition of the record that states it.</summary>
    public required string Url { get; init; }

    /// <summary>The figure, as printed; null where the source states none.</summary>
    public required Quantity? Amount { get; init; }

    /// <summary>All partners that it is stated for together, as ISO 3166-1 alpha-3 codes: it is the figure of none of them. Null where it is of one.</summary>
    public required IReadOnlyList<string>? Partners { get; init; }

    /// <summary>Since when it stands: the first day of the publication date of the fact sheet that states it, which may be an estimated year.</summary>
    public required DateOnly StatedFrom { get; init; }

    /// <summary>The receipts.</summary>
    public required IReadOnlyList<Citation> Citations { get; init; }
}

/// <summary>Why a partner has no figure of its own in a row.</summary>
public sealed record MissingFigure
{
    /// <summary>The kind of reason.</summary>
    public required MissingFigureCode Code { get; init; }

    /// <summary>The reason in words.</summary>
    public required string Detail { get; init; }
}

/// <summary>The kinds of reason why a partner has no figure of its own in a row.</summary>
public enum MissingFigureCode
{
    /// <summary>No statement gives the partner such a figure.</summary>
    NotStated,

    /// <summary>It has such a figure for another window of time only.</summary>
    OtherWindow,

    /// <summary>It is in a figure that is stated for several partners together, which is shown, and never divided.</summary>
    SharedFigure,
}
