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

    /// <summary>Whether it is a stock at a date, a flow over a period, a single case or a plan.</summary>
    public required FigureKind Kind { get; init; }

    /// <summary>The figure, in U.S. dollars as printed; null where the source states none and only names the articles.</summary>
    public required Quantity? Amount { get; init; }

    /// <summary>What a flow covers, when a single case came to its stage, or what a plan is for; null where the source gives no time, as for a stock.</summary>
    public required Period? Period { get; init; }

    /// <summary>The articles that the source names as covered, in its order; examples, not a complete list.</summary>
    public required IReadOnlyList<Article> Articles { get; init; }
}

/// <summary>What a figure of Foreign Military Sales measures.</summary>
public enum FmsMeasure
{
    /// <summary>The value of all cases that are active: a stock.</summary>
    ActiveCases,

    /// <summary>What came to the stage over a period: a flow.</summary>
    Sales,

    /// <summary>Foreign Military Sales and Direct Commercial Sales together, over a period: a flow.</summary>
    DefenseTrade,

    /// <summary>One single sale, possible or agreed: a case.</summary>
    Case,

    /// <summary>The most that an arrangement allows for: a plan.</summary>
    Ceiling,

    /// <summary>What the source expects all sales to amount to: a plan.</summary>
    ExpectedTotal,
}

/// <summary>How far sales have come.</summary>
public enum FmsStage
{
    /// <summary>Under contract and not yet closed.</summary>
    Active,

    /// <summary>Sold, as the source says without telling more.</summary>
    Sold,

    /// <summary>Under contract.</summary>
    Contracted,

    /// <summary>Purchased by the partner.</summary>
    Purchased,

    /// <summary>Approved by the United States.</summary>
    Approved,

    /// <summary>Implemented: the case has begun to be fulfilled.</summary>
    Implemented,

    /// <summary>Traded, whichever way and however far it has come.</summary>
    Traded,

    /// <summary>Announced.</summary>
    Announced,

    /// <summary>Notified to Congress as a possible sale.</summary>
    Notified,

    /// <summary>Under consideration.</summary>
    Considered,

    /// <summary>Agreed between the governments as an aim.</summary>
    Agreed,

    /// <summary>Expected by the source.</summary>
    Expected,
}
