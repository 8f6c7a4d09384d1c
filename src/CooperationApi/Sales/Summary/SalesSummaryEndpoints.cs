using CooperationApi.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CooperationApi.Sales.Summary;

internal static class SalesSummaryEndpoints
{
    private const string Rule = """
        Each item is a bucket: figures of one group that share a channel, a measure, a stage and a kind. FMS is never added to DCS, a stock
        never to a flow, what is notified never to what is delivered, and nothing that may count the same sales twice; `reasons` says
        what keeps buckets apart and why one has no sum.
        """;

    public static IServiceCollection AddSalesSummary(this IServiceCollection services)
    {
        Columns.Map<FigureSum>();
        Columns.Map<BucketFigure>();
        Dapper.SqlMapper.AddTypeHandler(new BucketReasonsColumn());
        return services.AddSingleton<SalesSummaryStore>();
    }

    public static void MapSalesSummary(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapResource("sales/summary", "Sales summary", "Sales figures counted and added up, as far as they can be.");
        group.MapGet("/", List).WithName("ListSalesSummary").WithSummary("Count sales figures and add up those that can be")
            .WithDescription(Rule)
            .WithMetadata(new ProblemExample(NotSummable.Example));
    }

    private static async Task<Results<PageResult<SalesBucket>, ProblemResult>> List(
        ListQuery<SalesBucket, SalesSummaryFilter, SalesSummarySort> query, SalesSummaryStore store, CancellationToken stop) =>
        await Refusal(query.Filter, store, stop) is { } problem
            ? new ProblemResult(problem)
            : PageResult<SalesBucket>.Of(await store.List(query, stop), query.Paging);

    private static async Task<Problem?> Refusal(SalesSummaryFilter filter, SalesSummaryStore store, CancellationToken stop)
    {
        var refused = NotSummable.OfKeys(filter);
        if (refused is not null || filter.Sums == SumsPerGroup.Separate)
        {
            return refused;
        }

        var (buckets, groups) = await store.NotSingle(filter, NotSummable.Most, stop);
        return groups == 0 ? null : NotSummable.OfGroups(filter, buckets, groups);
    }
}
