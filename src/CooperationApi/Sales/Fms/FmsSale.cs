using CooperationApi.Kernel;

namespace CooperationApi.Sales.Fms;

/// <summary>A figure of Foreign Military Sales, the government-to-government channel. Figures of different measures, stages or kinds are never one sum.</summary>
public sealed record FmsSale : Edition
{
    /// <summary>The partners that the figure is for, as ISO 3166-1 alpha-3 codes; several share one figure.</summary>
    public required IReadOnlyList<string> Partners { get; init; }

    /// <summary>What is measured.</summary>
    public required FmsMeasure Measure { get; init; }

    /// <summary>How far the sales have come that it measures.</summary>
    public required FmsStage Stage { get; init; }

    /// <summary>Whether it is a stock at a date or a flow over a period.</summary>
    public required FigureKind Kind { get; init; }

    /// <summary>The figure, in U.S. dollars as printed.</summary>
    public required Quantity Amount { get; init; }

    /// <summary>What a flow covers; null where the source gives no period, as for a stock.</summary>
    public required Period? Period { get; init; }

    /// <summary>The articles that the source names as covered, in its order; examples, not a complete list.</summary>
    public required IReadOnlyList<Article> Articles { get; init; }
}

/// <summary>A defense article.</summary>
public sealed record Article
{
    /// <summary>Its name, in the standard form.</summary>
    public required string Name { get; init; }

    /// <summary>Its designation, in the standard form; null where the source gives none.</summary>
    public required string? Designation { get; init; }

    /// <summary>The group in which the source lists it; null where it does not group.</summary>
    public required ArticleGroup? Group { get; init; }

    /// <summary>The article as printed.</summary>
    public required string AsStated { get; init; }
}

/// <summary>The groups in which a source lists articles.</summary>
public enum ArticleGroup
{
    /// <summary>Major platforms: aircraft, ships, and the systems on them.</summary>
    Platforms,

    /// <summary>Missiles and interceptors.</summary>
    Missiles,
}

/// <summary>What a figure of Foreign Military Sales measures.</summary>
public enum FmsMeasure
{
    /// <summary>The value of all cases that are active.</summary>
    ActiveCases,
}

/// <summary>How far sales have come.</summary>
public enum FmsStage
{
    /// <summary>Under contract and not yet closed.</summary>
    Active,
}
