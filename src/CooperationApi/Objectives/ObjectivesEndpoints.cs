using CooperationApi.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CooperationApi.Objectives;

internal static class ObjectivesEndpoints
{
    private const string Resource = "objectives";

    public static IServiceCollection AddObjectives(this IServiceCollection services)
    {
        Columns.Map<IReadOnlyList<Concern>>();
        return services
            .AddSingleton<ObjectiveStore>()
            .AddSingleton(ObjectiveStore.Section);
    }

    public static void MapObjectives(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapResource(Resource, "Objectives", "Aims that partners share.");
        group.MapGet("/", List).WithName("ListObjectives").WithSummary("List objectives");
        group.MapGet("/export", Export).WithName("ExportObjectives").WithSummary("Stream all objectives");
        group.MapGet("/{id}", Get).WithName("GetObjective").WithSummary("One objective");
        group.MapGet("/{id}/citation", Cite).WithName("CiteObjective").WithSummary("Cite an objective");
        group.MapGet("/{id}/editions", Editions).WithName("ListObjectiveEditions")
            .WithSummary("All that was ever stated of one objective");
        group.MapPost("/", Create).WithName("CreateObjective").WithSummary("Add an objective, or another edition of one");
        group.MapImport<ObjectiveInput>(Resource).WithName("ImportObjectives").WithSummary("Load objectives in bulk");
        group.MapPut("/{id}", Replace).WithName("ReplaceObjective").WithSummary("Correct an objective, or supersede it by another edition");
        group.MapPatch("/{id}", Amend).WithName("AmendObjective").WithSummary("Change some members of an objective");
        group.MapDelete("/{id}", Withdraw).WithName("WithdrawObjective").WithSummary("Withdraw an objective, with a reason");
    }

    private static async Task<PageResult<Objective>> List(
        ListQuery<Objective, ObjectiveFilter, ObjectiveSort> query, ObjectiveStore store, CancellationToken stop) =>
        PageResult<Objective>.Of(await store.List(query, stop), query.Paging);

    private static ExportResult<Objective> Export(ExportQuery<Objective, ObjectiveFilter, ObjectiveSort> query, ObjectiveStore store) =>
        store.Export(query);

    private static async Task<Results<Row<Objective>, ProblemResult>> Get(
        [Parameter("The id of an objective.", Example = "us-japan-rok-trilateral")] string id,
        Query<AsOf> query, ObjectiveStore store, Missing missing, CancellationToken stop) =>
        await store.Get(id, query.Value.Date, stop) is { } found
            ? found
            : await missing.Of(Resource, id, query.Value.Date, stop);

    private static async Task<Results<PageResult<Objective>, ProblemResult>> Editions(
        [Parameter("The id of an objective.", Example = "us-japan-rok-trilateral")] string id,
        ListQuery<Objective, NoFilter, EditionSort> query, ObjectiveStore store, Missing missing, CancellationToken stop) =>
        await store.Editions(id, query, stop) is { } rows
            ? PageResult<Objective>.Of(rows, query.Paging)
            : await missing.Of(Resource, id, asOf: null, stop);

    private static Task<Results<CitationResult, ProblemResult>> Cite(
        [Parameter("The id of an objective.", Example = "us-japan-rok-trilateral")] string id,
        Query<CitationQuery> query, Citations citations, CancellationToken stop) =>
        citations.Of(Resource, id, query.Value.AsOf, stop);

    private static Task<WriteResult<Objective>> Create(
        WriteRequest request, Body<ObjectiveInput> body, Writer writer, CancellationToken stop) =>
        writer.Create<Objective, ObjectiveInput>(ObjectiveStore.Writing, body, request, stop);

    private static Task<WriteResult<Objective>> Replace(
        [Parameter("The id of an objective.", Example = "example-objective")] string id,
        WriteRequest request, Query<AsOf> query, Body<ObjectiveInput> body, Writer writer, CancellationToken stop) =>
        writer.Replace<Objective, ObjectiveInput>(ObjectiveStore.Writing, id, query.Value.Date, body, request, stop);

    private static Task<WriteResult<Objective>> Amend(
        [Parameter("The id of an objective.", Example = "example-objective")] string id,
        WriteRequest request, Query<AsOf> query, MergePatch<ObjectiveInput> patch, Writer writer, CancellationToken stop) =>
        writer.Amend<Objective, ObjectiveInput>(ObjectiveStore.Writing, id, query.Value.Date, patch, request, stop);

    private static Task<WithdrawResult> Withdraw(
        [Parameter("The id of an objective.", Example = "example-objective")] string id,
        WriteRequest request, Writer writer, CancellationToken stop) =>
        writer.Withdraw<Objective>(ObjectiveStore.Writing, id, request, stop);
}
