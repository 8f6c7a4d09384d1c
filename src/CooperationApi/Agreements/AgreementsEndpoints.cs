using CooperationApi.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CooperationApi.Agreements;

internal static class AgreementsEndpoints
{
    private const string Resource = "agreements";

    public static IServiceCollection AddAgreements(this IServiceCollection services) => services
        .AddSingleton<AgreementStore>()
        .AddSingleton(AgreementStore.Section);

    public static void MapAgreements(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapResource(Resource, "Agreements", "Treaties and arrangements between partners.");
        group.MapGet("/", List).WithName("ListAgreements").WithSummary("List agreements");
        group.MapGet("/export", Export).WithName("ExportAgreements").WithSummary("Stream all agreements");
        group.MapGet("/{id}", Get).WithName("GetAgreement").WithSummary("One agreement");
        group.MapGet("/{id}/citation", Cite).WithName("CiteAgreement").WithSummary("Cite an agreement");
        group.MapGet("/{id}/editions", Editions).WithName("ListAgreementEditions")
            .WithSummary("All that was ever stated of one agreement");
        group.MapPost("/", Create).WithName("CreateAgreement").WithSummary("Add an agreement, or another edition of one");
        group.MapImport<AgreementInput>(Resource).WithName("ImportAgreements").WithSummary("Load agreements in bulk");
        group.MapPut("/{id}", Replace).WithName("ReplaceAgreement").WithSummary("Correct an agreement, or supersede it by another edition");
        group.MapPatch("/{id}", Amend).WithName("AmendAgreement").WithSummary("Change some members of an agreement");
        group.MapDelete("/{id}", Withdraw).WithName("WithdrawAgreement").WithSummary("Withdraw an agreement, with a reason");
    }

    private static async Task<PageResult<Agreement>> List(
        ListQuery<Agreement, AgreementFilter, AgreementSort> query, AgreementStore store, CancellationToken stop) =>
        PageResult<Agreement>.Of(await store.List(query, stop), query.Paging);

    private static ExportResult<Agreement> Export(ExportQuery<Agreement, AgreementFilter, AgreementSort> query, AgreementStore store) =>
        store.Export(query);

    private static async Task<Results<Row<Agreement>, ProblemResult>> Get(
        [Parameter("The id of an agreement.", Example = "us-japan-sofa")] string id,
        Query<AsOf> query, AgreementStore store, Missing missing, CancellationToken stop) =>
        await store.Get(id, query.Value.Date, stop) is { } found
            ? found
            : await missing.Of(Resource, id, query.Value.Date, stop);

    private static async Task<Results<PageResult<Agreement>, ProblemResult>> Editions(
        [Parameter("The id of an agreement.", Example = "us-japan-sofa")] string id,
        ListQuery<Agreement, NoFilter, EditionSort> query, AgreementStore store, Missing missing, CancellationToken stop) =>
        await store.Editions(id, query, stop) is { } rows
            ? PageResult<Agreement>.Of(rows, query.Paging)
            : await missing.Of(Resource, id, asOf: null, stop);

    private static Task<Results<CitationResult, ProblemResult>> Cite(
        [Parameter("The id of an agreement.", Example = "us-japan-sofa")] string id,
        Query<CitationQuery> query, Citations citations, CancellationToken stop) =>
        citations.Of(Resource, id, query.Value.AsOf, stop);

    private static Task<WriteResult<Agreement>> Create(
        WriteRequest request, Body<AgreementInput> body, Writer writer, CancellationToken stop) =>
        writer.Create<Agreement, AgreementInput>(AgreementStore.Writing, body, request, stop);

    private static Task<WriteResult<Agreement>> Replace(
        [Parameter("The id of an agreement.", Example = "example-accord")] string id,
        WriteRequest request, Query<AsOf> query, Body<AgreementInput> body, Writer writer, CancellationToken stop) =>
        writer.Replace<Agreement, AgreementInput>(AgreementStore.Writing, id, query.Value.Date, body, request, stop);

    private static Task<WriteResult<Agreement>> Amend(
        [Parameter("The id of an agreement.", Example = "example-accord")] string id,
        WriteRequest request, Query<AsOf> query, MergePatch<AgreementInput> patch, Writer writer, CancellationToken stop) =>
        writer.Amend<Agreement, AgreementInput>(AgreementStore.Writing, id, query.Value.Date, patch, request, stop);

    private static Task<WithdrawResult> Withdraw(
        [Parameter("The id of an agreement.", Example = "example-accord")] string id,
        WriteRequest request, Writer writer, CancellationToken stop) =>
        writer.Withdraw<Agreement>(AgreementStore.Writing, id, request, stop);
}
