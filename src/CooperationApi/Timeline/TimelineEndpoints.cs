using CooperationApi.Kernel;

namespace CooperationApi.Timeline;

internal static class TimelineEndpoints
{
    public static IServiceCollection AddTimeline(this IServiceCollection services) => services
        .AddSingleton<TimelineStore>();

    public static void MapTimeline(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapResource("timeline", "Timeline", "Everything that is stated with a date, across resources, in order.");
        group.MapGet("/", List).WithName("ListTimelineEvents").WithSummary("List all that is stated with a date, in order");
    }

    private static async Task<PageResult<TimelineEvent>> List(
        ListQuery<TimelineEvent, TimelineFilter, TimelineSort> query, TimelineStore store, CancellationToken stop) =>
        PageResult<TimelineEvent>.Of(await store.List(query, stop), query.Paging);
}
