using CooperationApi.Kernel;

namespace CooperationApi.Sales.Dcs;

/// <summary>A figure of Direct Commercial Sales, the commercial channel. Figures of different measures, stages or kinds are never one sum.</summary>
public sealed record DcsSale : Edition
{
    /// <summary>The partners that the figure is for, as ISO 3166-1 alpha-3 codes; several share one figure.</summary>
    public required IReadOnlyList<string> Partners { get; init; }

    /// <summary>What is measured.</summary>
    public required DcsMeasure Measure { get; init; }

    /// <summary>How far the sales have come that it measures.</summary>
    public required DcsStage Stage { get; init; }

    /// <summary>Whether it is a stock at a date or a flow over a period.</summary>
    public required FigureKind Kind { get; init; }

    /// <summary>The figure, in U.S. dollars as printed; null where the source states none and only names the articles.</summary>
    public required Quantity? Amount { get; init; }

    /// <summary>What a flow covers; null where the source gives no period, as for a stock.</summary>
    public required Period? Period { get; init; }

    /// <summary>The top categories that the source names, in its order.</summary>
    public required IReadOnlyList<Category> Categories { get; init; }

    /// <summary>The articles that the source names as covered, in its order; examples, not a complete list.</summary>
    public required IReadOnlyList<Article> Articles { get; init; }
}

/// <summary>A category of defense articles.</summary>
public sealed record Category
{
    /// <summary>Its place in the list of the source, from 1.</summary>
    public required int Rank { get; init; }

    /// <summary>Its name as the source has it.</summary>
    public required string Name { get; init; }

    /// <summary>The categories of the U.S. Munitions List (USML) that it stands for.</summary>
    public required IReadOnlyList<UsmlNumeral> Usml { get; init; }

    /// <summary>Whether the source prints the numerals; false where they are our reading of the name.</summary>
    public required bool UsmlStated { get; init; }
}

/// <summary>What a figure of Direct Commercial Sales measures.</summary>
public enum DcsMeasure
{
    /// <summary>The value of all exports authorized.</summary>
    Authorizations,

    /// <summary>What the partner has acquired.</summary>
    Acquisitions,
}

/// <summary>How far sales have come.</summary>
public enum DcsStage
{
    /// <summary>Licensed for export; not necessarily delivered.</summary>
    Authorized,

    /// <summary>Acquired by the partner.</summary>
    Acquired,
}
