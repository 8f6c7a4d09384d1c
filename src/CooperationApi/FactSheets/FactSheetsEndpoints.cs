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
            .AddSingleton(FactSheetStore.Section)
            .AddSingleton<FactSheetDocuments>()
            .AddSingleton<FactSheetDocumentReader>()
            .AddSingleton<FactSheetDocumentWriter>();
    }

    public static void MapFactSheets(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapResource(Resource, "Fact sheets", "The sources, and what each of them states.");
        group.MapGet("/", List).WithName("ListFactSheets").WithSummary("List fact sheets");
        group.MapGet("/export", Export).WithName("ExportFactSheets").WithSummary("Stream all fact sheets");
        group.MapGet("/{id}", Get).WithName("GetFactSheet").WithSummary("One fact sheet");
        group.MapGet("/{id}/citation", Cite).WithName("CiteFactSheet").WithSummary("Cite a fact sheet");
        group.MapGet("/{id}/facts", Facts).WithName("ListFacts").WithSummary("All that one fact sheet states, by paragraph");
        group.MapGet("/{id}/export", ExportOne).WithName("ExportFactSheet").WithSummary("One fact sheet with all that it states, as one document")
            .WithDescription("The fact sheet, and each record as it is stated from the day of the sheet, from one snapshot of the database. "
                + "`POST /fact-sheets/import` takes the document back.");
        group.MapGet("/{id}/diff", Diff).WithName("DiffFactSheet").WithSummary("What a later fact sheet states otherwise, fact by fact")
            .WithDescription("Compares the editions of records that the two sheets state, each as of its date, and lists the facts that changed. A figure "
                + "that is only worded otherwise has not changed. Only JSON has `from`, `to`, `counts` and `caveats`: read those before you "
                + "take what is dropped for ended. Follow `next` until it is null.");
        group.MapPost("/", Create).WithName("CreateFactSheet").WithSummary("Add a fact sheet").NeedsRole(Role.Admin);
        group.MapPost("/import", Import).Produces<ImportReport>().WithMetadata(new ImportForm(typeof(FactSheetInput), typeof(FactSheetDocumentInput)))
            .WithName("ImportFactSheets").WithSummary("Load a whole fact sheet, or fact sheets in bulk").NeedsRole(Role.Admin);
        group.MapPut("/{id}", Replace).WithName("ReplaceFactSheet").WithSummary("Correct a fact sheet").NeedsRole(Role.Admin);
        group.MapPatch("/{id}", Amend).WithName("AmendFactSheet").WithSummary("Change some members of a fact sheet").NeedsRole(Role.Admin);
        group.MapDelete("/{id}", Withdraw).WithName("WithdrawFactSheet").WithSummary("Withdraw a fact sheet, with a reason").NeedsRole(Role.Admin);
    }

    private static async Task<PageResult<FactSheet>> List(
        ListQuery<FactSheet, FactSheetFilter, FactSheetSort> query, FactSheetStore store, CancellationToken stop) =>
        PageResult<FactSheet>.Of(await store.List(query, stop), query.Paging);

    private static ExportResult<FactSheet> Export(ExportQuery<FactSheet, FactSheetFilter, FactSheetSort> query, FactSheetStore store) =>
        store.Export(query);

    private static async Task<Results<Ok<FactSheetDocument>, ProblemResult>> ExportOne(
        [Parameter("The id of a fact sheet.", Example = "jpn-2018-05-21")] string id,
        FactSheetDocuments documents, Missing missing, CancellationToken stop) =>
        await documents.Read(id, stop) is { } found
            ? TypedResults.Ok(found)
            : await missing.Of(Resource, id, asOf: null, stop);

    // Its media type says whether a body is one document or the rows of many sheets.
    private static async Task<IResult> Import(
        WriteRequest request, Query<Importing> query, Importer importer, FactSheetDocumentWriter documents) =>
        ImportForm.IsDocument(request.Http.Request)
            ? TypedResults.Ok(await documents.Take(query.Value, request))
            : TypedResults.Ok(await importer.Load<FactSheetInput>(Resource, query.Value, request));

    private static async Task<Results<Row<FactSheet>, ProblemResult>> Get(
        [Parameter("The id of a fact sheet.", Example = "jpn-2018-05-21")] string id,
        FactSheetStore store, Missing missing, CancellationToken stop) =>
        await store.Get(id, stop) is { } found
            ? found
            : await missing.Of(Resource, id, asOf: null, stop);

    private static async Task<Results<PageResult<Fact>, ProblemResult>> Facts(
        [Parameter("The id of a fact sheet.", Example = "jpn-2018-05-21")] string id,
        ListQuery<Fact, FactFilter, FactSort> query, FactSheetStore store, Missing missing, CancellationToken stop) =>
        await store.Get(id, stop) is not null
            ? PageResult<Fact>.Of(await store.Facts(id, query, stop), query.Paging)
            : await missing.Of(Resource, id, asOf: null, stop);

    private static async Task<Results<DiffResult, ProblemResult>> Diff(
        [Parameter("The id of a fact sheet.", Example = "jpn-2018-05-21")] string id,
        ListQuery<Difference, SheetDiffFilter, DiffSort> query, FactSheetStore store, Missing missing, CancellationToken stop)
    {
        if (await store.Get(id, stop) is not { Value: var from })
        {
            return await missing.Of(Resource, id, asOf: null, stop);
        }

        var asked = query.Filter.To;
        if (await (asked == SheetDiffFilter.Latest ? store.Latest(from, stop) : store.Get(asked, stop)) is not { Value: var to })
        {
            return asked == SheetDiffFilter.Latest
                ? new ProblemResult(SheetDiff.NoneLater(from))
                : new ProblemResult(Problem.BadQuery([await missing.Named("to", Resource, asked, stop)]));
        }

        if (SheetDiff.Contradiction(from, to) is { } contradiction)
        {
            return new ProblemResult(Problem.BadQuery([contradiction]));
        }

        var (rows, counts, _) = await store.Diff(from.Id, to.Id, query, stop);
        return new DiffResult(rows, counts, SheetDiff.Side(from), SheetDiff.Side(to), SheetDiff.Caveats(from, to, counts), query.Paging);
    }

    private static Task<Results<CitationResult, ProblemResult>> Cite(
        [Parameter("The id of a fact sheet.", Example = "jpn-2018-05-21")] string id,
        Query<SheetCitationQuery> query, Citations citations, CancellationToken stop) =>
        citations.Of(Resource, id, asOf: null, stop);

    private static Task<WriteResult<FactSheet>> Create(
        WriteRequest request, Body<FactSheetInput> body, Writer writer, CancellationToken stop) =>
        writer.Create<FactSheet, FactSheetInput>(FactSheetStore.Writing, body, request, stop);

    private static Task<WriteResult<FactSheet>> Replace(
        [Parameter("The id of a fact sheet.", Example = "example-2020-01-20")] string id,
        WriteRequest request, Body<FactSheetInput> body, Writer writer, CancellationToken stop) =>
        writer.Replace<FactSheet, FactSheetInput>(FactSheetStore.Writing, id, asOf: null, body, request, stop);

    private static Task<WriteResult<FactSheet>> Amend(
        [Parameter("The id of a fact sheet.", Example = "example-2020-01-20")] string id,
        WriteRequest request, MergePatch<FactSheetInput> patch, Writer writer, CancellationToken stop) =>
        writer.Amend<FactSheet, FactSheetInput>(FactSheetStore.Writing, id, asOf: null, patch, request, stop);

    private static Task<WithdrawResult> Withdraw(
        [Parameter("The id of a fact sheet.", Example = "example-2020-01-20")] string id,
        WriteRequest request, Writer writer, CancellationToken stop) =>
        writer.Withdraw<FactSheet>(FactSheetStore.Writing, id, request, stop);
}
