using CooperationApi.Kernel;

namespace CooperationApi.Assistance;

/// <summary>A figure of assistance: what a grant or a program gives, in money or in articles. Read <c>basis</c> before adding it to anything.</summary>
public sealed record AssistanceFigure : Edition
{
    /// <summary>
    /// The partners that the figure is for, as ISO 3166-1 alpha-3 codes; several share one figure. Empty where it is of a whole program, for
    /// whichever partners.
    /// </summary>
    public required IReadOnlyList<string> Partners { get; init; }

    /// <summary>The program, or the sum of programs that the source names. One may hold another.</summary>
    public required AssistanceProgram Program { get; init; }

    /// <summary>Whether it goes to the partner or comes from it.</summary>
    public required AssistanceDirection Direction { get; init; }

    /// <summary>The figure, in U.S. dollars as printed; null where the source states none, for which articles or notes say what it does state.</summary>
    public required Quantity? Amount { get; init; }

    /// <summary>What the amount is of the period; null if and only if there is no amount.</summary>
    public required AssistanceBasis? Basis { get; init; }

    /// <summary>How far the money has come; null where the source does not say.</summary>
    public required AssistanceStage? Stage { get; init; }

    /// <summary>The time that the amount is of; null where the source gives none.</summary>
    public required Period? Period { get; init; }

    /// <summary>The id of the figure in <c>/assistance</c> that the source says it is a part of; null where it says no such thing.</summary>
    public required string? PartOf { get; init; }

    /// <summary>The articles that the source names as given, in its order; examples, not a complete list.</summary>
    public required IReadOnlyList<Article> Articles { get; init; }
}
