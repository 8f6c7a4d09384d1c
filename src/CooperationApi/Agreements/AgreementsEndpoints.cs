using CooperationApi.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CooperationApi.Agreements;

internal static class AgreementsEndpoints
{
    private const string Resource = "agreements";

    public static IServiceCollection AddAgreements(this IServiceCollection services) => services
        .AddSingleton<AgreementStore>()
        .AddSingleton(AgreementStore.Profile);

    public static void MapAgreements(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapResource(Resource, "Agreements", "Treaties and arrangements between partners.");
        group.MapGet("/", List).WithName("ListAgreements").WithSummary("List agreements");
        group.MapGet("/export", Export).WithName("ExportAgreements").WithSummary("Stream all agreements");
        group.MapGet("/{id}", Get).WithName("GetAgreement").WithSummary("One agreement");
        group.MapGet("/{id}/citation", Cite).WithName("CiteAgreement").WithSummary("Cite an agreement");
        group.MapGet("/{id}/editions", Editions).WithName("ListAgreementEditions")
            .WithSummary("All that was ever stated of one agreement");
    }

    private static async Task<PageResult<Agreement>> List(
        ListQuery<Agreement, AgreementFilter, AgreementSort> query, AgreementStore store, CancellationToken stop) =>
        PageResult<Agreement>.Of(await store.List(query, stop), query.Paging);

    private static ExportResult<Agreement> Export(ExportQuery<Agreement, AgreementFilter, AgreementSort> query, AgreementStore store) =>
        store.Export(query);

    private static async Task<Results<Ok<Agreement>, ProblemResult>> Get(
        [Parameter("The id of an agreement.", Example = "us-japan-sofa")] string id,
        Query<AsOf> query, AgreementStore store, Missing missing, CancellationToken stop) =>
        await store.Get(id, query.Value.Date, stop) is { } found
            ? TypedResults.Ok(found)
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
}
