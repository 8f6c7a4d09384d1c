using CooperationApi.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CooperationApi.FactSheets;

internal static class FactSheetsEndpoints
{
    private const string Resource = "fact-sheets";

    public static IServiceCollection AddFactSheets(this IServiceCollection services)
    {
        Columns.Map<Contacts>();
        return services
            .AddSingleton<FactSheetStore>()
            .AddSingleton(FactSheetStore.Profile);
    }

    public static void MapFactSheets(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapResource(Resource, "Fact sheets", "The sources, and what each of them states.");
        group.MapGet("/", List).WithName("ListFactSheets").WithSummary("List fact sheets");
        group.MapGet("/export", Export).WithName("ExportFactSheets").WithSummary("Stream all fact sheets");
        group.MapGet("/{id}", Get).WithName("GetFactSheet").WithSummary("One fact sheet");
        group.MapGet("/{id}/citation", Cite).WithName("CiteFactSheet").WithSummary("Cite a fact sheet");
        group.MapGet("/{id}/facts", Facts).WithName("ListFacts").WithSummary("All that one fact sheet states, by paragraph");
    }

    private static async Task<PageResult<FactSheet>> List(
        ListQuery<FactSheet, FactSheetFilter, FactSheetSort> query, FactSheetStore store, CancellationToken stop) =>
        PageResult<FactSheet>.Of(await store.List(query, stop), query.Paging);

    private static ExportResult<FactSheet> Export(ExportQuery<FactSheet, FactSheetFilter, FactSheetSort> query, FactSheetStore store) =>
        store.Export(query);

    private static async Task<Results<Ok<FactSheet>, ProblemResult>> Get(
        [Parameter("The id of a fact sheet.", Example = "jpn-2018-05-21")] string id,
        FactSheetStore store, Missing missing, CancellationToken stop) =>
        await store.Get(id, stop) is { } found
            ? TypedResults.Ok(found)
            : await missing.Of(Resource, id, asOf: null, stop);

    private static async Task<Results<PageResult<Fact>, ProblemResult>> Facts(
        [Parameter("The id of a fact sheet.", Example = "jpn-2018-05-21")] string id,
        ListQuery<Fact, FactFilter, FactSort> query, FactSheetStore store, Missing missing, CancellationToken stop) =>
        await store.Get(id, stop) is not null
            ? PageResult<Fact>.Of(await store.Facts(id, query, stop), query.Paging)
            : await missing.Of(Resource, id, asOf: null, stop);

    private static Task<Results<CitationResult, ProblemResult>> Cite(
        [Parameter("The id of a fact sheet.", Example = "jpn-2018-05-21")] string id,
        Query<SheetCitationQuery> query, Citations citations, CancellationToken stop) =>
        citations.Of(Resource, id, asOf: null, stop);
}
