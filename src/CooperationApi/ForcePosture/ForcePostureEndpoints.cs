using CooperationApi.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CooperationApi.ForcePosture;

internal static class ForcePostureEndpoints
{
    private const string Resource = "force-posture";

    public static IServiceCollection AddForcePosture(this IServiceCollection services)
    {
        Columns.Map<Asset>();
        return services
            .AddSingleton<StationedForceStore>()
            .AddSingleton(StationedForceStore.Profile);
    }

    public static void MapForcePosture(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapResource(Resource, "Force posture", "U.S. people and assets stationed abroad.");
        group.MapGet("/", List).WithName("ListForcePosture").WithSummary("List stationed forces");
        group.MapGet("/export", Export).WithName("ExportForcePosture").WithSummary("Stream all stationed forces");
        group.MapGet("/{id}", Get).WithName("GetStationedForce").WithSummary("One stationed force");
        group.MapGet("/{id}/citation", Cite).WithName("CiteStationedForce").WithSummary("Cite a stationed force");
        group.MapGet("/{id}/editions", Editions).WithName("ListStationedForceEditions")
            .WithSummary("All that was ever stated of one stationed force");
    }

    private static async Task<PageResult<StationedForce>> List(
        ListQuery<StationedForce, StationedForceFilter, StationedForceSort> query,
        StationedForceStore store, CancellationToken stop) =>
        PageResult<StationedForce>.Of(await store.List(query, stop), query.Paging);

    private static ExportResult<StationedForce> Export(ExportQuery<StationedForce, StationedForceFilter, StationedForceSort> query, StationedForceStore store) =>
        store.Export(query);

    private static async Task<Results<Ok<StationedForce>, ProblemResult>> Get(
        [Parameter("The id of a stationed force.", Example = "jpn-us-military-personnel")] string id,
        Query<AsOf> query, StationedForceStore store, Missing missing, CancellationToken stop) =>
        await store.Get(id, query.Value.Date, stop) is { } found
            ? TypedResults.Ok(found)
            : await missing.Of(Resource, id, query.Value.Date, stop);

    private static async Task<Results<PageResult<StationedForce>, ProblemResult>> Editions(
        [Parameter("The id of a stationed force.", Example = "jpn-us-military-personnel")] string id,
        ListQuery<StationedForce, NoFilter, EditionSort> query,
        StationedForceStore store, Missing missing, CancellationToken stop) =>
        await store.Editions(id, query, stop) is { } rows
            ? PageResult<StationedForce>.Of(rows, query.Paging)
            : await missing.Of(Resource, id, asOf: null, stop);

    private static Task<Results<CitationResult, ProblemResult>> Cite(
        [Parameter("The id of a stationed force.", Example = "jpn-us-military-personnel")] string id,
        Query<CitationQuery> query, Citations citations, CancellationToken stop) =>
        citations.Of(Resource, id, query.Value.AsOf, stop);
}
