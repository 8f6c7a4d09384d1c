using CooperationApi.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CooperationApi.Assistance;

internal static class AssistanceEndpoints
{
    private const string Resource = "assistance";

    public static IServiceCollection AddAssistance(this IServiceCollection services)
    {
        Columns.Map<IReadOnlyList<Article>>();
        return services
            .AddSingleton<AssistanceStore>()
            .AddSingleton(AssistanceStore.Section);
    }

    public static void MapAssistance(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapResource(Resource, "Assistance", "Grants and programs: what is given to partners, or by them (FMF, IMET, EDA, GPOI and others).");
        group.MapGet("/", List).WithName("ListAssistance").WithSummary("List figures of assistance");
        group.MapGet("/export", Export).WithName("ExportAssistance").WithSummary("Stream all figures of assistance");
        group.MapGet("/{id}", Get).WithName("GetAssistanceFigure").WithSummary("One figure of assistance");
        group.MapGet("/{id}/citation", Cite).WithName("CiteAssistanceFigure").WithSummary("Cite a figure of assistance");
        group.MapGet("/{id}/editions", Editions).WithName("ListAssistanceEditions")
            .WithSummary("All that was ever stated of one figure of assistance");
        group.MapPost("/", Create).WithName("CreateAssistanceFigure").WithSummary("Add a figure of assistance, or another edition of one");
        group.MapImport<AssistanceFigureInput>(Resource).WithName("ImportAssistance").WithSummary("Load figures of assistance in bulk");
        group.MapPut("/{id}", Replace).WithName("ReplaceAssistanceFigure").WithSummary("Correct a figure of assistance, or supersede it by another edition");
        group.MapPatch("/{id}", Amend).WithName("AmendAssistanceFigure").WithSummary("Change some members of a figure of assistance");
        group.MapDelete("/{id}", Withdraw).WithName("WithdrawAssistanceFigure").WithSummary("Withdraw a figure of assistance, with a reason");
    }

    private static async Task<PageResult<AssistanceFigure>> List(
        ListQuery<AssistanceFigure, AssistanceFilter, AssistanceSort> query, AssistanceStore store, CancellationToken stop) =>
        PageResult<AssistanceFigure>.Of(await store.List(query, stop), query.Paging);

    private static ExportResult<AssistanceFigure> Export(ExportQuery<AssistanceFigure, AssistanceFilter, AssistanceSort> query, AssistanceStore store) =>
        store.Export(query);

    private static async Task<Results<Row<AssistanceFigure>, ProblemResult>> Get(
        [Parameter("The id of a figure of assistance.", Example = "jpn-gpoi")] string id,
        Query<AsOf> query, AssistanceStore store, Missing missing, CancellationToken stop) =>
        await store.Get(id, query.Value.Date, stop) is { } found
            ? found
            : await missing.Of(Resource, id, query.Value.Date, stop);

    private static async Task<Results<PageResult<AssistanceFigure>, ProblemResult>> Editions(
        [Parameter("The id of a figure of assistance.", Example = "jpn-gpoi")] string id,
        ListQuery<AssistanceFigure, NoFilter, EditionSort> query, AssistanceStore store, Missing missing, CancellationToken stop) =>
        await store.Editions(id, query, stop) is { } rows
            ? PageResult<AssistanceFigure>.Of(rows, query.Paging)
            : await missing.Of(Resource, id, asOf: null, stop);

    private static Task<Results<CitationResult, ProblemResult>> Cite(
        [Parameter("The id of a figure of assistance.", Example = "jpn-gpoi")] string id,
        Query<CitationQuery> query, Citations citations, CancellationToken stop) =>
        citations.Of(Resource, id, query.Value.AsOf, stop);

    private static Task<WriteResult<AssistanceFigure>> Create(
        WriteRequest request, Body<AssistanceFigureInput> body, Writer writer, CancellationToken stop) =>
        writer.Create<AssistanceFigure, AssistanceFigureInput>(AssistanceStore.Writing, body, request, stop);

    private static Task<WriteResult<AssistanceFigure>> Replace(
        [Parameter("The id of a figure of assistance.", Example = "example-fmf-2016")] string id,
        WriteRequest request, Query<AsOf> query, Body<AssistanceFigureInput> body, Writer writer, CancellationToken stop) =>
        writer.Replace<AssistanceFigure, AssistanceFigureInput>(AssistanceStore.Writing, id, query.Value.Date, body, request, stop);

    private static Task<WriteResult<AssistanceFigure>> Amend(
        [Parameter("The id of a figure of assistance.", Example = "example-fmf-2016")] string id,
        WriteRequest request, Query<AsOf> query, MergePatch<AssistanceFigureInput> patch, Writer writer, CancellationToken stop) =>
        writer.Amend<AssistanceFigure, AssistanceFigureInput>(AssistanceStore.Writing, id, query.Value.Date, patch, request, stop);

    private static Task<WithdrawResult> Withdraw(
        [Parameter("The id of a figure of assistance.", Example = "example-fmf-2016")] string id,
        WriteRequest request, Writer writer, CancellationToken stop) =>
        writer.Withdraw<AssistanceFigure>(AssistanceStore.Writing, id, request, stop);
}
