using CooperationApi.Kernel;

namespace CooperationApi.Sales.Summary;

/// <summary>Refuses to bring figures together that are not one sum, and says what keeps them apart.</summary>
internal static class NotSummable
{
    /// <summary>So many groups are named at most.</summary>
    public const int Most = 20;

    public static Problem Example { get; } = Of(1, [Group("Partner JPN", FigureKind.Stock, [BucketReason.Of(BucketReasonCode.DifferentKind)])]);

    /// <summary>Keys that no figure has together, or that none has in the channel asked for; null where there are none such.</summary>
    public static Problem? OfKeys(SalesSummaryFilter filter)
    {
        var keys = filter.GroupBy ?? [];
        var only = filter.Channel?.Distinct().ToArray() is [var one] ? one : (SalesChannel?)null;
        var detail = (keys.Contains(SummaryKey.Article), keys.Contains(SummaryKey.Category), only) switch
        {
            (true, true, _) => "Only FMS figures name articles and only DCS figures name categories, so that a group of both would "
                + "bring FMS together with DCS. Group by one of them.",
            (true, _, SalesChannel.Dcs) => "DCS figures name no articles. Group by category, or filter by channel=fms.",
            (_, true, SalesChannel.Fms) => "FMS figures name no categories. Group by article, or filter by channel=dcs.",
            _ => null,
        };
        return detail is null ? null : Problem("The figures have no such groups.", [Fault(FaultCode.Contradiction, detail)]);
    }

    /// <summary>Groups that have several sums or none, each by one of its buckets.</summary>
    public static Problem OfGroups(SalesSummaryFilter filter, IReadOnlyList<SalesBucket> buckets, long groups) =>
        Of(groups, [.. buckets.Select(bucket => Group(Name(bucket, filter.GroupBy ?? []), bucket.Kind, bucket.Reasons))]);

    private static Problem Of(long groups, IReadOnlyList<Fault> named) => Problem(
        (groups == 1 ? "1 group is not one sum." : $"{groups} groups are not one sum each.")
            + (groups > named.Count ? $" {named.Count} of them are named here, {groups - named.Count} more are not." : "")
            + " sums=separate lists their buckets, each with its reasons.",
        named);

    private static Fault Group(string name, FigureKind kind, IReadOnlyList<BucketReason> reasons) => Fault(
        reasons.Any(reason => reason.Code < BucketReasonCode.OverlappingPeriods) ? FaultCode.SeveralSums : FaultCode.NoSum,
        $"{name}: {string.Join(' ', reasons.Select(reason => reason.Detail))} "
            + $"What helps: {string.Join("; ", reasons.Select(reason => BucketReason.Cure(reason.Code, kind)))}.");

    private static string Name(SalesBucket bucket, IReadOnlyList<SummaryKey> keys) => keys.Count == 0
        ? "All figures"
        : string.Join(", ", keys.Select(key => key switch
        {
            SummaryKey.Channel => $"channel {JsonNames.Of(bucket.Channel)}",
            SummaryKey.Partner => $"partner {string.Join(" with ", bucket.Partners!)}",
            SummaryKey.Year => bucket.Year is null ? "no year" : $"year {bucket.Year}",
            SummaryKey.Measure => $"measure {JsonNames.Of(bucket.Measure)}",
            SummaryKey.Category => bucket.Category is null ? "no category" : $"category '{bucket.Category}'",
            _ => bucket.Article is null ? "no article" : $"article '{bucket.Article}'",
        }));

    private static Fault Fault(FaultCode code, string detail) => new() { Parameter = "groupBy", Code = code, Detail = detail };

    private static Problem Problem(string detail, IReadOnlyList<Fault> faults) => new()
    {
        Type = "urn:cooperation:problem:not-summable",
        Title = "The figures are not one sum",
        Status = StatusCodes.Status422UnprocessableEntity,
        Detail = detail,
        Errors = faults,
    };
}
