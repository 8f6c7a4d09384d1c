using CooperationApi.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CooperationApi.Sales.Fms;

internal static class FmsSalesEndpoints
{
    private const string Resource = "sales/fms";

    public static IServiceCollection AddFmsSales(this IServiceCollection services)
    {
        Columns.Map<IReadOnlyList<Article>>();
        return services
            .AddSingleton<FmsSaleStore>()
            .AddSingleton(FmsSaleStore.Section);
    }

    public static void MapFmsSales(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapResource(Resource, "Foreign Military Sales", "Arms sales from government to government (FMS).");
        group.MapGet("/", List).WithName("ListFmsSales").WithSummary("List Foreign Military Sales figures");
        group.MapGet("/export", Export).WithName("ExportFmsSales").WithSummary("Stream all Foreign Military Sales figures");
        group.MapGet("/{id}", Get).WithName("GetFmsSale").WithSummary("One Foreign Military Sales figure");
        group.MapGet("/{id}/citation", Cite).WithName("CiteFmsSale").WithSummary("Cite a Foreign Military Sales figure");
        group.MapGet("/{id}/editions", Editions).WithName("ListFmsSaleEditions")
            .WithSummary("All that was ever stated of one Foreign Military Sales figure");
        group.MapPost("/", Create).WithName("CreateFmsSale").WithSummary("Add a Foreign Military Sales figure, or another edition of one");
        group.MapImport<FmsSaleInput>(Resource).WithName("ImportFmsSales").WithSummary("Load Foreign Military Sales figures in bulk");
        group.MapPut("/{id}", Replace).WithName("ReplaceFmsSale").WithSummary("Correct a Foreign Military Sales figure, or supersede it by another edition");
        group.MapPatch("/{id}", Amend).WithName("AmendFmsSale").WithSummary("Change some members of a Foreign Military Sales figure");
        group.MapDelete("/{id}", Withdraw).WithName("WithdrawFmsSale").WithSummary("Withdraw a Foreign Military Sales figure, with a reason");
    }

    private static async Task<PageResult<FmsSale>> List(
        ListQuery<FmsSale, FmsSaleFilter, FmsSaleSort> query, FmsSaleStore store, CancellationToken stop) =>
        PageResult<FmsSale>.Of(await store.List(query, stop), query.Paging);

    private static ExportResult<FmsSale> Export(ExportQuery<FmsSale, FmsSaleFilter, FmsSaleSort> query, FmsSaleStore store) =>
        store.Export(query);

    private static async Task<Results<Row<FmsSale>, ProblemResult>> Get(
        [Parameter("The id of a Foreign Military Sales figure.", Example = "jpn-fms-active-cases")] string id,
        Query<AsOf> query, FmsSaleStore store, Missing missing, CancellationToken stop) =>
        await store.Get(id, query.Value.Date, stop) is { } found
            ? found
            : await missing.Of(Resource, id, query.Value.Date, stop);

    private static async Task<Results<PageResult<FmsSale>, ProblemResult>> Editions(
        [Parameter("The id of a Foreign Military Sales figure.", Example = "jpn-fms-active-cases")] string id,
        ListQuery<FmsSale, NoFilter, EditionSort> query, FmsSaleStore store, Missing missing, CancellationToken stop) =>
        await store.Editions(id, query, stop) is { } rows
            ? PageResult<FmsSale>.Of(rows, query.Paging)
            : await missing.Of(Resource, id, asOf: null, stop);

    private static Task<Results<CitationResult, ProblemResult>> Cite(
        [Parameter("The id of a Foreign Military Sales figure.", Example = "jpn-fms-active-cases")] string id,
        Query<CitationQuery> query, Citations citations, CancellationToken stop) =>
        citations.Of(Resource, id, query.Value.AsOf, stop);

    private static Task<WriteResult<FmsSale>> Create(
        WriteRequest request, Body<FmsSaleInput> body, Writer writer, CancellationToken stop) =>
        writer.Create<FmsSale, FmsSaleInput>(FmsSaleStore.Writing, body, request, stop);

    private static Task<WriteResult<FmsSale>> Replace(
        [Parameter("The id of a Foreign Military Sales figure.", Example = "example-fms-active-cases")] string id,
        WriteRequest request, Query<AsOf> query, Body<FmsSaleInput> body, Writer writer, CancellationToken stop) =>
        writer.Replace<FmsSale, FmsSaleInput>(FmsSaleStore.Writing, id, query.Value.Date, body, request, stop);

    private static Task<WriteResult<FmsSale>> Amend(
        [Parameter("The id of a Foreign Military Sales figure.", Example = "example-fms-active-cases")] string id,
        WriteRequest request, Query<AsOf> query, MergePatch<FmsSaleInput> patch, Writer writer, CancellationToken stop) =>
        writer.Amend<FmsSale, FmsSaleInput>(FmsSaleStore.Writing, id, query.Value.Date, patch, request, stop);

    private static Task<WithdrawResult> Withdraw(
        [Parameter("The id of a Foreign Military Sales figure.", Example = "example-fms-active-cases")] string id,
        WriteRequest request, Writer writer, CancellationToken stop) =>
        writer.Withdraw<FmsSale>(FmsSaleStore.Writing, id, request, stop);
}
