using CooperationApi.Kernel;

namespace CooperationApi.Sales.Summary;

/// <summary>The groups of sales figures: which there are none of, and what one is called.</summary>
internal static class SalesGroup
{
    /// <summary>Keys that no figure has in the channel asked for; null where there are none such.</summary>
    public static Problem? Refused(SalesSummaryFilter filter) =>
        filter.GroupBy?.Contains(SummaryKey.Category) is true && filter.Channel?.Distinct().ToArray() is [SalesChannel.Fms]
            ? NotSummable.OfKeys("FMS figures name no categories. Group by article, or filter by channel=dcs.")
            : null;

    public static (string Name, IReadOnlyList<BucketReason> Reasons) Of(SalesBucket bucket, IReadOnlyList<SummaryKey> keys) =>
        (keys.Count == 0 ? "All figures" : string.Join(", ", keys.Select(key => Part(bucket, key))), bucket.Reasons);

    private static string Part(SalesBucket bucket, SummaryKey key) => key switch
    {
        SummaryKey.Channel => $"channel {JsonNames.Of(bucket.Channel)}",
        SummaryKey.Partner => $"partner {string.Join(" with ", bucket.Partners!)}",
        SummaryKey.Year => bucket.Year is null ? "no year" : $"year {bucket.Year}",
        SummaryKey.Measure => $"measure {JsonNames.Of(bucket.Measure)}",
        SummaryKey.Category => bucket.Category is null ? "no category" : $"category '{bucket.Category}'",
        _ => bucket.Article is null ? "no article" : $"article '{bucket.Article}'",
    };
}
