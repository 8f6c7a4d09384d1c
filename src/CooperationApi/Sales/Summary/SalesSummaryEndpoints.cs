using CooperationApi.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CooperationApi.Sales.Summary;

internal static class SalesSummaryEndpoints
{
    private const string Rule = """
        Each item is a bucket: figures of one group that share a channel, a measure, a stage and a kind. FMS is never added to DCS, a stock
        never to a flow, what is notified never to what is delivered, a single case or a plan never to anything, and nothing that may count
        the same sales twice. Figures without an amount are counted and not in the sum. `reasons` says what keeps buckets apart and why
        one has no sum.
        """;

    public static IServiceCollection AddSalesSummary(this IServiceCollection services)
    {
        Summing.MapColumns();
        return services.AddSingleton<SalesSummaryStore>();
    }

    public static void MapSalesSummary(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapResource("sales/summary", "Summary of sales", "Sales figures counted and added up, as far as they can be.");
        group.MapGet("/", List).WithName("ListSalesSummary").WithSummary("Count sales figures and add up those that can be")
            .WithDescription(Rule)
            .WithMetadata(new ProblemExample(NotSummable.Example));
    }

    private static async Task<Results<PageResult<SalesBucket>, ProblemResult>> List(
        ListQuery<SalesBucket, SalesSummaryFilter, SalesSummarySort> query, SalesSummaryStore store, CancellationToken stop)
    {
        if (SalesGroup.Refused(query.Filter) is { } refused)
        {
            return new ProblemResult(refused);
        }

        var (rows, notSingle, groups) = await store.Summarize(query, stop);
        return rows is null
            ? new ProblemResult(NotSummable.OfGroups([.. notSingle.Select(bucket => SalesGroup.Of(bucket, query.Filter.GroupBy ?? []))], groups))
            : PageResult<SalesBucket>.Of(rows, query.Paging);
    }
}
