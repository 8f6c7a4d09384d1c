using CooperationApi.Kernel;

namespace CooperationApi.Coverage;

internal static class CoverageEndpoints
{
    public static IServiceCollection AddCoverage(this IServiceCollection services) => services
        .AddSingleton<CoverageStore>();

    public static void MapCoverage(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapResource("coverage", "Coverage", "Of whom how much is stated, and from when to when.");
        group.MapGet("/", List).WithName("ListCoverage").WithSummary("List how much is stated of each partner, by resource");
    }

    private static async Task<PageResult<Coverage>> List(
        ListQuery<Coverage, CoverageFilter, CoverageSort> query, CoverageStore store, CancellationToken stop) =>
        PageResult<Coverage>.Of(await store.List(query, stop), query.Paging);
}
