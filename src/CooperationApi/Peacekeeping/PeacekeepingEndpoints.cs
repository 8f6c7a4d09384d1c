using CooperationApi.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CooperationApi.Peacekeeping;

internal static class PeacekeepingEndpoints
{
    private const string Resource = "peacekeeping";

    public static IServiceCollection AddPeacekeeping(this IServiceCollection services)
    {
        Columns.Map<IReadOnlyList<Counterpart>>();
        return services
            .AddSingleton<PeacekeepingEffortStore>()
            .AddSingleton(PeacekeepingEffortStore.Section);
    }

    public static void MapPeacekeeping(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapResource(Resource, "Peacekeeping", "What partners contribute to peacekeeping.");
        group.MapGet("/", List).WithName("ListPeacekeeping").WithSummary("List peacekeeping efforts");
        group.MapGet("/export", Export).WithName("ExportPeacekeeping").WithSummary("Stream all peacekeeping efforts");
        group.MapGet("/{id}", Get).WithName("GetPeacekeepingEffort").WithSummary("One peacekeeping effort");
        group.MapGet("/{id}/citation", Cite).WithName("CitePeacekeepingEffort").WithSummary("Cite a peacekeeping effort");
        group.MapGet("/{id}/editions", Editions).WithName("ListPeacekeepingEffortEditions")
            .WithSummary("All that was ever stated of one peacekeeping effort");
        group.MapPost("/", Create).WithName("CreatePeacekeepingEffort").WithSummary("Add a peacekeeping effort, or another edition of one");
        group.MapImport<PeacekeepingEffortInput>(Resource).WithName("ImportPeacekeeping").WithSummary("Load peacekeeping efforts in bulk");
        group.MapPut("/{id}", Replace).WithName("ReplacePeacekeepingEffort").WithSummary("Correct a peacekeeping effort, or supersede it by another edition");
        group.MapPatch("/{id}", Amend).WithName("AmendPeacekeepingEffort").WithSummary("Change some members of a peacekeeping effort");
        group.MapDelete("/{id}", Withdraw).WithName("WithdrawPeacekeepingEffort").WithSummary("Withdraw a peacekeeping effort, with a reason");
    }

    private static async Task<PageResult<PeacekeepingEffort>> List(
        ListQuery<PeacekeepingEffort, PeacekeepingEffortFilter, PeacekeepingEffortSort> query,
        PeacekeepingEffortStore store, CancellationToken stop) =>
        PageResult<PeacekeepingEffort>.Of(await store.List(query, stop), query.Paging);

    private static ExportResult<PeacekeepingEffort> Export(ExportQuery<PeacekeepingEffort, PeacekeepingEffortFilter, PeacekeepingEffortSort> query, PeacekeepingEffortStore store) =>
        store.Export(query);

    private static async Task<Results<Row<PeacekeepingEffort>, ProblemResult>> Get(
        [Parameter("The id of a peacekeeping effort.", Example = "jpn-gpoi-un-training")] string id,
        Query<AsOf> query, PeacekeepingEffortStore store, Missing missing, CancellationToken stop) =>
        await store.Get(id, query.Value.Date, stop) is { } found
            ? found
            : await missing.Of(Resource, id, query.Value.Date, stop);

    private static async Task<Results<PageResult<PeacekeepingEffort>, ProblemResult>> Editions(
        [Parameter("The id of a peacekeeping effort.", Example = "jpn-gpoi-un-training")] string id,
        ListQuery<PeacekeepingEffort, NoFilter, EditionSort> query,
        PeacekeepingEffortStore store, Missing missing, CancellationToken stop) =>
        await store.Editions(id, query, stop) is { } rows
            ? PageResult<PeacekeepingEffort>.Of(rows, query.Paging)
            : await missing.Of(Resource, id, asOf: null, stop);

    private static Task<Results<CitationResult, ProblemResult>> Cite(
        [Parameter("The id of a peacekeeping effort.", Example = "jpn-gpoi-un-training")] string id,
        Query<CitationQuery> query, Citations citations, CancellationToken stop) =>
        citations.Of(Resource, id, query.Value.AsOf, stop);

    private static Task<WriteResult<PeacekeepingEffort>> Create(
        WriteRequest request, Body<PeacekeepingEffortInput> body, Writer writer, CancellationToken stop) =>
        writer.Create<PeacekeepingEffort, PeacekeepingEffortInput>(PeacekeepingEffortStore.Writing, body, request, stop);

    private static Task<WriteResult<PeacekeepingEffort>> Replace(
        [Parameter("The id of a peacekeeping effort.", Example = "example-peacekeeping")] string id,
        WriteRequest request, Query<AsOf> query, Body<PeacekeepingEffortInput> body, Writer writer, CancellationToken stop) =>
        writer.Replace<PeacekeepingEffort, PeacekeepingEffortInput>(PeacekeepingEffortStore.Writing, id, query.Value.Date, body, request, stop);

    private static Task<WriteResult<PeacekeepingEffort>> Amend(
        [Parameter("The id of a peacekeeping effort.", Example = "example-peacekeeping")] string id,
        WriteRequest request, Query<AsOf> query, MergePatch<PeacekeepingEffortInput> patch, Writer writer, CancellationToken stop) =>
        writer.Amend<PeacekeepingEffort, PeacekeepingEffortInput>(PeacekeepingEffortStore.Writing, id, query.Value.Date, patch, request, stop);

    private static Task<WithdrawResult> Withdraw(
        [Parameter("The id of a peacekeeping effort.", Example = "example-peacekeeping")] string id,
        WriteRequest request, Writer writer, CancellationToken stop) =>
        writer.Withdraw<PeacekeepingEffort>(PeacekeepingEffortStore.Writing, id, request, stop);
}
