namespace CooperationApi.Kernel;

/// <summary>What figures add up to, with the bounds that theirs leave.</summary>
public sealed record FigureSum
{
    /// <summary>The sum of their values; null where any of them has none.</summary>
    public required decimal? Value { get; init; }

    /// <summary>The least that it can be: the sum of their lower bounds, in which one without counts as 0, because no amount is negative.</summary>
    public required decimal Low { get; init; }

    /// <summary>The most that it can be: the sum of their upper bounds; null where any of them has none.</summary>
    public required decimal? High { get; init; }

    /// <summary>Whether a source hedges any of them ("about", "over") or leaves it open.</summary>
    public required bool Qualified { get; init; }

    /// <summary>What is summed: U.S. dollars as printed, never converted or deflated.</summary>
    public required Unit Unit { get; init; }
}

/// <summary>One figure of a bucket.</summary>
public sealed record BucketFigure
{
    /// <summary>Its id in the resource that it is of; of sales that is <c>/sales/fms</c> or <c>/sales/dcs</c>, by the bucket's channel.</summary>
    public required string Id { get; init; }

    /// <summary>The figure, in U.S. dollars as printed.</summary>
    public required Quantity Amount { get; init; }
}

/// <summary>How many sums a group may have.</summary>
internal enum SumsPerGroup
{
    Separate,
    Single,
}
