namespace CooperationApi.Kernel;

/// <summary>
/// An amount or a count as a source prints it. The service works out the bounds that its precision and its qualifier leave. A quantity
/// that the source leaves open ("thousands") has only <c>unit</c> and <c>asStated</c>.
/// </summary>
public sealed record QuantityInput
{
    /// <summary>The figure in whole units, not in millions, as <c>asStated</c> reads; below 10^18, with at most 9 decimals. Left out where the source gives none.</summary>
    public decimal? Value { get; init; }

    /// <summary>The least that it can mean. The service works it out; it is needed only where <c>asStated</c> does not read as one figure and the source says more.</summary>
    public decimal? Low { get; init; }

    /// <summary>The most that it can mean. The service works it out, as <c>low</c>.</summary>
    public decimal? High { get; init; }

    /// <summary>How the source hedges the figure; given if and only if <c>value</c> is.</summary>
    public Qualifier? Qualifier { get; init; }

    /// <summary>What is counted: U.S. dollars of the time, never converted or deflated, people, or items.</summary>
    public required Unit Unit { get; init; }

    /// <summary>The figure as printed, for example <c>$19.6 billion</c>.</summary>
    public required string AsStated { get; init; }

    internal bool HasLow => Qualifier is not (Kernel.Qualifier.Nearly or Kernel.Qualifier.UpTo);

    internal bool HasHigh => Qualifier is not (Kernel.Qualifier.Over or Kernel.Qualifier.AtLeast);

    /// <summary>The quantity with the bounds that its last significant digit and its qualifier leave.</summary>
    internal QuantityInput Completed()
    {
        if (Value is not { } value || Qualifier is null)
        {
            return this;
        }

        if (!PrintedFigure.IsOne(AsStated) && (Low ?? High) is not null)
        {
            return this with { Value = PrintedFigure.Trimmed(value), Low = Trimmed(Low), High = Trimmed(High) };
        }

        var figure = PrintedFigure.Read(AsStated) ?? PrintedFigure.Of(value) ?? new PrintedFigure(value, 0);
        var half = Qualifier is Kernel.Qualifier.Stated or Kernel.Qualifier.About ? figure.Step / 2 : 0;
        return this with
        {
            Value = PrintedFigure.Trimmed(value),
            Low = HasLow ? PrintedFigure.Trimmed(Math.Max(0, value - half)) : null,
            High = HasHigh ? PrintedFigure.Trimmed(value + half) : null,
        };
    }

    private static decimal? Trimmed(decimal? number) => number is { } some ? PrintedFigure.Trimmed(some) : null;
}
