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
            .AddSingleton(StationedForceStore.Section);
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
        group.MapPost("/", Create).WithName("CreateStationedForce").WithSummary("Add a stationed force, or another edition of one");
        group.MapImport<StationedForceInput>(Resource).WithName("ImportForcePosture").WithSummary("Load stationed forces in bulk");
        group.MapPut("/{id}", Replace).WithName("ReplaceStationedForce").WithSummary("Correct a stationed force, or supersede it by another edition");
        group.MapPatch("/{id}", Amend).WithName("AmendStationedForce").WithSummary("Change some members of a stationed force");
        group.MapDelete("/{id}", Withdraw).WithName("WithdrawStationedForce").WithSummary("Withdraw a stationed force, with a reason");
    }

    private static async Task<PageResult<StationedForce>> List(
        ListQuery<StationedForce, StationedForceFilter, StationedForceSort> query,
        StationedForceStore store, CancellationToken stop) =>
        PageResult<StationedForce>.Of(await store.List(query, stop), query.Paging);

    private static ExportResult<StationedForce> Export(ExportQuery<StationedForce, StationedForceFilter, StationedForceSort> query, StationedForceStore store) =>
        store.Export(query);

    private static async Task<Results<Row<StationedForce>, ProblemResult>> Get(
        [Parameter("The id of a stationed force.", Example = "jpn-us-military-personnel")] string id,
        Query<AsOf> query, StationedForceStore store, Missing missing, CancellationToken stop) =>
        await store.Get(id, query.Value.Date, stop) is { } found
            ? found
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

    private static Task<WriteResult<StationedForce>> Create(
        WriteRequest request, Body<StationedForceInput> body, Writer writer, CancellationToken stop) =>
        writer.Create<StationedForce, StationedForceInput>(StationedForceStore.Writing, body, request, stop);

    private static Task<WriteResult<StationedForce>> Replace(
        [Parameter("The id of a stationed force.", Example = "example-personnel")] string id,
        WriteRequest request, Query<AsOf> query, Body<StationedForceInput> body, Writer writer, CancellationToken stop) =>
        writer.Replace<StationedForce, StationedForceInput>(StationedForceStore.Writing, id, query.Value.Date, body, request, stop);

    private static Task<WriteResult<StationedForce>> Amend(
        [Parameter("The id of a stationed force.", Example = "example-personnel")] string id,
        WriteRequest request, Query<AsOf> query, MergePatch<StationedForceInput> patch, Writer writer, CancellationToken stop) =>
        writer.Amend<StationedForce, StationedForceInput>(StationedForceStore.Writing, id, query.Value.Date, patch, request, stop);

    private static Task<WithdrawResult> Withdraw(
        [Parameter("The id of a stationed force.", Example = "example-personnel")] string id,
        WriteRequest request, Writer writer, CancellationToken stop) =>
        writer.Withdraw<StationedForce>(StationedForceStore.Writing, id, request, stop);
}
