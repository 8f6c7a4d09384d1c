using System.Data;
using System.Text.Json;
using Dapper;

namespace CooperationApi.Kernel;

/// <summary>Why figures are not one sum, or what to know of it.</summary>
public sealed record BucketReason
{
    /// <summary>The kind of reason.</summary>
    public required BucketReasonCode Code { get; init; }

    /// <summary>The reason in words; where figures may count the same money twice, it names them.</summary>
    public required string Detail { get; init; }

    /// <summary>What a caller can ask for instead.</summary>
    internal string Cure { get; private init; } = "look at the figures one by one";

    internal static BucketReason Of(BucketReasonCode code, Findings? found = null) => code switch
    {
        BucketReasonCode.DifferentChannel => New(
            code, "Foreign Military Sales are never added to Direct Commercial Sales.", "group or filter by channel"),
        BucketReasonCode.DifferentMeasure => New(code, "Figures that measure different things are never added up.", "group or filter by measure"),
        BucketReasonCode.DifferentProgram => New(
            code, "Figures of different programs are never added up, for one may be in another.", "group or filter by program"),
        BucketReasonCode.DifferentDirection => New(
            code, "What goes to a partner is never added to what comes from it.", "group or filter by direction"),
        BucketReasonCode.DifferentBasis => New(
            code, "The total of a period, a running total and a yearly rate are never added up.", "filter by basis"),
        BucketReasonCode.DifferentStage => New(
            code, "Figures at different stages are never added up, for they pass from one to the next.", "filter by stage"),
        BucketReasonCode.DifferentKind => New(
            code, "A stock is never added to a flow, and a single case or a plan to nothing.", "filter by kind"),
        BucketReasonCode.OverlappingPeriods when found is { Stocks: true } => New(
            code,
            $"Stocks with a partner in common are never added up, because what is in one may be in the other: {found.Overlapping}.",
            "look at the stocks one by one"),
        BucketReasonCode.OverlappingPeriods => New(
            code,
            $"Figures with a partner in common are added up only where their periods are known not to overlap; these are not: {found?.Overlapping}.",
            "group by partner and year, or filter by since and until"),
        BucketReasonCode.PartOfAnother => New(code, $"A figure is never added to one that it is a part of: {found?.Parts}."),
        BucketReasonCode.PartOfFigure => New(
            code,
            "A figure names articles and categories as examples and states the share of none, so that whole figures are not added up.",
            "leave article and category out of groupBy"),
        BucketReasonCode.SingleCase => New(code, "A single case is never added to anything, for other figures may hold it too."),
        BucketReasonCode.Plan => New(code, "A plan is never added to anything, for it may not come about."),
        BucketReasonCode.YearlyRate => New(code, "A rate for each year is no total, and never added to anything."),
        BucketReasonCode.NoAmount => New(
            code, found is { WithoutAmount: > 1 } ? $"{found.WithoutAmount} of its figures state no amount: they are counted and not in the sum."
                : "One of its figures states no amount: it is counted and not in the sum."),
        _ => New(
            code,
            "The figures are of different times, which coversFrom and coversUntil span: a sum of them is not the figure of any one year or period.",
            "group by year"),
    };

    private static BucketReason New(BucketReasonCode code, string detail, string? cure = null)
    {
        var reason = new BucketReason { Code = code, Detail = detail };
        return cure is null ? reason : reason with { Cure = cure };
    }

    /// <summary>What reasons tell of a bucket: the figures that they name.</summary>
    internal sealed record Findings(bool Stocks, string Overlapping, string Parts, long WithoutAmount);
}

/// <summary>The kinds of reason why figures are not one sum.</summary>
public enum BucketReasonCode
{
    /// <summary>The group has figures of Foreign Military Sales and of Direct Commercial Sales.</summary>
    DifferentChannel,

    /// <summary>The group has figures of different measures.</summary>
    DifferentMeasure,

    /// <summary>The group has figures of different programs.</summary>
    DifferentProgram,

    /// <summary>The group has figures of what goes to a partner and of what comes from it.</summary>
    DifferentDirection,

    /// <summary>The group has figures that cover their periods in different ways, or figures without an amount.</summary>
    DifferentBasis,

    /// <summary>The group has figures of different stages.</summary>
    DifferentStage,

    /// <summary>The group has figures of different kinds, such as stocks and flows.</summary>
    DifferentKind,

    /// <summary>The bucket has no sum: several of its figures have a partner in common and are not known to cover different times.</summary>
    OverlappingPeriods,

    /// <summary>The bucket has no sum: it holds a figure and one that this is a part of.</summary>
    PartOfAnother,

    /// <summary>The bucket has no sum: its figures name what they are grouped by without stating its share.</summary>
    PartOfFigure,

    /// <summary>The bucket has no sum: each of its figures is one single sale.</summary>
    SingleCase,

    /// <summary>The bucket has no sum: its figures are ceilings or forecasts.</summary>
    Plan,

    /// <summary>The bucket has no sum: its figures are rates for each year.</summary>
    YearlyRate,

    /// <summary>Some figures of the bucket state no amount; they are counted and not in the sum, and where all are such there is none.</summary>
    NoAmount,

    /// <summary>The bucket has a sum, but its figures do not all cover the same time, or were not all stated on one day.</summary>
    DifferentTimes,
}

/// <summary>What a statement finds of a bucket, put into words.</summary>
internal sealed class BucketReasonsColumn : SqlMapper.TypeHandler<IReadOnlyList<BucketReason>>
{
    public override IReadOnlyList<BucketReason> Parse(object value)
    {
        var found = JsonSerializer.Deserialize<Found>((string)value, JsonNames.Options)!;
        var findings = new BucketReason.Findings(found.Stocks, Named(found.Overlapping, found.MoreOverlapping), Named(found.Parts, found.MoreParts), found.WithoutAmount);
        return [.. found.Codes.Select(code => BucketReason.Of(code, findings))];
    }

    public override void SetValue(IDbDataParameter parameter, IReadOnlyList<BucketReason>? value) =>
        throw new NotSupportedException("Reasons are read only.");

    private static string Named(IReadOnlyList<string> figures, long more) => string.Join(", ", figures) + (more > 0 ? $" and {more} more" : "");

    private sealed record Found(
        IReadOnlyList<BucketReasonCode> Codes,
        bool Stocks,
        long WithoutAmount,
        IReadOnlyList<string> Overlapping,
        long MoreOverlapping,
        IReadOnlyList<string> Parts,
        long MoreParts);
}
