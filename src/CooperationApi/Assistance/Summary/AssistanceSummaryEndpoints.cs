using CooperationApi.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CooperationApi.Assistance.Summary;

internal static class AssistanceSummaryEndpoints
{
    private const string Rule = """
        Each item is a bucket: figures of one group that share a program, a direction, a basis and a stage. One program is never added to
        another, for a total of several programs holds them; a rate for each year never to anything; a figure never to one that it is a part
        of, nor to one of the same partner whose period may overlap its own. Figures without an amount are counted. `reasons` says what
        keeps buckets apart and why one has no sum.
        """;

    public static IServiceCollection AddAssistanceSummary(this IServiceCollection services)
    {
        Summing.MapColumns();
        return services.AddSingleton<AssistanceSummaryStore>();
    }

    public static void MapAssistanceSummary(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapResource("assistance/summary", "Summary of assistance", "Figures of assistance counted and added up, as far as they can be.");
        group.MapGet("/", List).WithName("ListAssistanceSummary").WithSummary("Count figures of assistance and add up those that can be")
            .WithDescription(Rule)
            .WithMetadata(new ProblemExample(NotSummable.Example));
    }

    private static async Task<Results<PageResult<AssistanceBucket>, ProblemResult>> List(
        ListQuery<AssistanceBucket, AssistanceSummaryFilter, AssistanceSummarySort> query, AssistanceSummaryStore store, CancellationToken stop)
    {
        var (rows, notSingle, groups) = await store.Summarize(query, stop);
        return rows is null
            ? new ProblemResult(NotSummable.OfGroups([.. notSingle.Select(bucket => (Name(bucket, query.Filter.GroupBy ?? []), bucket.Reasons))], groups))
            : PageResult<AssistanceBucket>.Of(rows, query.Paging);
    }

    private static string Name(AssistanceBucket bucket, IReadOnlyList<AssistanceSummaryKey> keys) => keys.Count == 0
        ? "All figures"
        : string.Join(", ", keys.Select(key => key switch
        {
            AssistanceSummaryKey.Partner => bucket.Partners!.Count == 0 ? "no partner" : $"partner {string.Join(" with ", bucket.Partners)}",
            AssistanceSummaryKey.Year => bucket.Year is null ? "no year" : $"year {bucket.Year}",
            AssistanceSummaryKey.Program => $"program {JsonNames.Of(bucket.Program)}",
            _ => $"direction {JsonNames.Of(bucket.Direction)}",
        }));
}
