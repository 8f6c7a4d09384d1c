using System.Data;
using System.Text.Json;
using CooperationApi.Kernel;
using Dapper;

namespace CooperationApi.Sales.Summary;

/// <summary>Why figures are not one sum.</summary>
public sealed record BucketReason
{
    /// <summary>The kind of reason.</summary>
    public required BucketReasonCode Code { get; init; }

    /// <summary>The reason in words; where figures may count the same sales twice, it names them.</summary>
    public required string Detail { get; init; }

    internal static BucketReason Of(BucketReasonCode code, FigureKind kind = default, string figures = "") => new()
    {
        Code = code,
        Detail = code switch
        {
            BucketReasonCode.DifferentChannel => "Foreign Military Sales are never added to Direct Commercial Sales.",
            BucketReasonCode.DifferentMeasure => "Figures that measure different things are never added up.",
            BucketReasonCode.DifferentStage => "Sales at different stages are never added up, for they pass from one to the next.",
            BucketReasonCode.DifferentKind => "A stock is never added to a flow.",
            BucketReasonCode.PartOfFigure => "A figure names articles and categories as examples and states the share of none, so that whole "
                + "figures are not added up.",
            BucketReasonCode.DifferentTimes => "The figures are of different times, which coversFrom and coversUntil span: a sum of them is "
                + "not the figure of any one year or period.",
            _ when kind == FigureKind.Stock => "Stocks with a partner in common are never added up, because what is in one may be in "
                + $"the other: {figures}.",
            _ => "Flows with a partner in common are added up only where their periods are known not to overlap; these are not: "
                + $"{figures}.",
        },
    };

    /// <summary>What a caller can ask for instead.</summary>
    internal static string Cure(BucketReasonCode code, FigureKind kind) => code switch
    {
        BucketReasonCode.DifferentChannel => "group or filter by channel",
        BucketReasonCode.DifferentMeasure => "group or filter by measure",
        BucketReasonCode.DifferentStage => "filter by stage",
        BucketReasonCode.DifferentKind => "filter by kind",
        BucketReasonCode.OverlappingPeriods when kind == FigureKind.Stock => "look at the stocks one by one",
        BucketReasonCode.OverlappingPeriods => "group by partner and year, or filter by since and until",
        BucketReasonCode.DifferentTimes => "group by year",
        _ => "leave article and category out of groupBy",
    };
}

/// <summary>The kinds of reason why figures are not one sum.</summary>
public enum BucketReasonCode
{
    /// <summary>The group has figures of Foreign Military Sales and of Direct Commercial Sales.</summary>
    DifferentChannel,

    /// <summary>The group has figures of different measures.</summary>
    DifferentMeasure,

    /// <summary>The group has figures of sales at different stages.</summary>
    DifferentStage,

    /// <summary>The group has stocks and flows.</summary>
    DifferentKind,

    /// <summary>The bucket has no sum: several of its figures have a partner in common and are not known to cover different times.</summary>
    OverlappingPeriods,

    /// <summary>The bucket has no sum: its figures name what they are grouped by without stating its share.</summary>
    PartOfFigure,

    /// <summary>The bucket has a sum, but its figures do not all cover the same time, or were not all stated on one day.</summary>
    DifferentTimes,
}

/// <summary>What a statement finds of a bucket, put into words.</summary>
internal sealed class BucketReasonsColumn : SqlMapper.TypeHandler<IReadOnlyList<BucketReason>>
{
    public override IReadOnlyList<BucketReason> Parse(object value)
    {
        var found = JsonSerializer.Deserialize<Findings>((string)value, JsonNames.Options)!;
        var figures = string.Join(", ", found.Overlapping) + (found.More > 0 ? $" and {found.More} more" : "");
        return [.. found.Codes.Select(code => BucketReason.Of(code, found.Kind, figures))];
    }

    public override void SetValue(IDbDataParameter parameter, IReadOnlyList<BucketReason>? value) =>
        throw new NotSupportedException("Reasons are read only.");

    private sealed record Findings(IReadOnlyList<BucketReasonCode> Codes, FigureKind Kind, IReadOnlyList<string> Overlapping, long More);
}
