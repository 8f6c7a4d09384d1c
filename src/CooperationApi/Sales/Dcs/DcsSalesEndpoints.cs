using CooperationApi.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CooperationApi.Sales.Dcs;

internal static class DcsSalesEndpoints
{
    private const string Resource = "sales/dcs";

    public static IServiceCollection AddDcsSales(this IServiceCollection services)
    {
        Columns.Map<IReadOnlyList<Category>>();
        return services
            .AddSingleton<DcsSaleStore>()
            .AddSingleton(DcsSaleStore.Section);
    }

    public static void MapDcsSales(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapResource(Resource, "Direct Commercial Sales", "Arms exports that companies sell and the Department of State licenses (DCS).");
        group.MapGet("/", List).WithName("ListDcsSales").WithSummary("List Direct Commercial Sales figures");
        group.MapGet("/export", Export).WithName("ExportDcsSales").WithSummary("Stream all Direct Commercial Sales figures");
        group.MapGet("/{id}", Get).WithName("GetDcsSale").WithSummary("One Direct Commercial Sales figure");
        group.MapGet("/{id}/citation", Cite).WithName("CiteDcsSale").WithSummary("Cite a Direct Commercial Sales figure");
        group.MapGet("/{id}/editions", Editions).WithName("ListDcsSaleEditions")
            .WithSummary("All that was ever stated of one Direct Commercial Sales figure");
        group.MapPost("/", Create).WithName("CreateDcsSale").WithSummary("Add a Direct Commercial Sales figure, or another edition of one");
        group.MapImport<DcsSaleInput>(Resource).WithName("ImportDcsSales").WithSummary("Load Direct Commercial Sales figures in bulk");
        group.MapPut("/{id}", Replace).WithName("ReplaceDcsSale").WithSummary("Correct a Direct Commercial Sales figure, or supersede it by another edition");
        group.MapPatch("/{id}", Amend).WithName("AmendDcsSale").WithSummary("Change some members of a Direct Commercial Sales figure");
        group.MapDelete("/{id}", Withdraw).WithName("WithdrawDcsSale").WithSummary("Withdraw a Direct Commercial Sales figure, with a reason");
    }

    private static async Task<PageResult<DcsSale>> List(
        ListQuery<DcsSale, DcsSaleFilter, DcsSaleSort> query, DcsSaleStore store, CancellationToken stop) =>
        PageResult<DcsSale>.Of(await store.List(query, stop), query.Paging);

    private static ExportResult<DcsSale> Export(ExportQuery<DcsSale, DcsSaleFilter, DcsSaleSort> query, DcsSaleStore store) =>
        store.Export(query);

    private static async Task<Results<Row<DcsSale>, ProblemResult>> Get(
        [Parameter("The id of a Direct Commercial Sales figure.", Example = "jpn-dcs-authorized-2013-2018")] string id,
        Query<AsOf> query, DcsSaleStore store, Missing missing, CancellationToken stop) =>
        await store.Get(id, query.Value.Date, stop) is { } found
            ? found
            : await missing.Of(Resource, id, query.Value.Date, stop);

    private static async Task<Results<PageResult<DcsSale>, ProblemResult>> Editions(
        [Parameter("The id of a Direct Commercial Sales figure.", Example = "jpn-dcs-authorized-2013-2018")] string id,
        ListQuery<DcsSale, NoFilter, EditionSort> query, DcsSaleStore store, Missing missing, CancellationToken stop) =>
        await store.Editions(id, query, stop) is { } rows
            ? PageResult<DcsSale>.Of(rows, query.Paging)
            : await missing.Of(Resource, id, asOf: null, stop);

    private static Task<Results<CitationResult, ProblemResult>> Cite(
        [Parameter("The id of a Direct Commercial Sales figure.", Example = "jpn-dcs-authorized-2013-2018")] string id,
        Query<CitationQuery> query, Citations citations, CancellationToken stop) =>
        citations.Of(Resource, id, query.Value.AsOf, stop);

    private static Task<WriteResult<DcsSale>> Create(
        WriteRequest request, Body<DcsSaleInput> body, Writer writer, CancellationToken stop) =>
        writer.Create<DcsSale, DcsSaleInput>(DcsSaleStore.Writing, body, request, stop);

    private static Task<WriteResult<DcsSale>> Replace(
        [Parameter("The id of a Direct Commercial Sales figure.", Example = "example-dcs-authorized-2015-2017")] string id,
        WriteRequest request, Query<AsOf> query, Body<DcsSaleInput> body, Writer writer, CancellationToken stop) =>
        writer.Replace<DcsSale, DcsSaleInput>(DcsSaleStore.Writing, id, query.Value.Date, body, request, stop);

    private static Task<WriteResult<DcsSale>> Amend(
        [Parameter("The id of a Direct Commercial Sales figure.", Example = "example-dcs-authorized-2015-2017")] string id,
        WriteRequest request, Query<AsOf> query, MergePatch<DcsSaleInput> patch, Writer writer, CancellationToken stop) =>
        writer.Amend<DcsSale, DcsSaleInput>(DcsSaleStore.Writing, id, query.Value.Date, patch, request, stop);

    private static Task<WithdrawResult> Withdraw(
        [Parameter("The id of a Direct Commercial Sales figure.", Example = "example-dcs-authorized-2015-2017")] string id,
        WriteRequest request, Writer writer, CancellationToken stop) =>
        writer.Withdraw<DcsSale>(DcsSaleStore.Writing, id, request, stop);
}
