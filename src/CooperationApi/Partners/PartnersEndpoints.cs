using CooperationApi.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CooperationApi.Partners;

internal static class PartnersEndpoints
{
    private const string Resource = "partners";

    public static IServiceCollection AddPartners(this IServiceCollection services)
    {
        Dapper.SqlMapper.AddTypeHandler(new ComparisonCells());
        return services
            .AddSingleton<PartnerStore>()
            .AddSingleton<ComparisonStore>()
            .AddSingleton<ProfileReader>();
    }

    public static void MapPartners(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapResource(Resource, "Partners", "Countries, how they are spelled, and all that is stated of each.");
        group.MapGet("/", List).WithName("ListPartners").WithSummary("List partners");
        group.MapGet("/export", Export).WithName("ExportPartners").WithSummary("Stream all partners");
        group.MapGet("/resolve", Resolve).WithName("ResolvePartner").WithSummary("How a spelling resolves to partners")
            .WithDescription("Whatever the spelling, the answer is how it resolves: to one partner, to several, all of which are returned, "
                + "or to none, which is an empty list and not a 404, with what is near.");
        group.MapGet("/compare", Compare).WithName("ComparePartners").WithSummary("Figures of several partners, like with like")
            .WithDescription("Each item is a row of figures that are alike: the same measure, stage, kind, basis and direction over the same window of time, "
                + "with a cell for each partner, which says what is missing and why. Nothing is added up, divided or converted. CSV has a line "
                + "for each row and partner, and for each figure where a cell has several.");
        group.MapGet("/{code}", Get).WithName("GetPartner").WithSummary("One partner");
        group.MapGet("/{code}/profile", GetProfile).WithName("GetPartnerProfile")
            .WithSummary("All that fact sheets state of one partner")
            .WithDescription("The fact sheet as one JSON document, as it stands or as it stood on any date.");
        group.MapGet("/{code}/diff", Diff).WithName("DiffPartner").WithSummary("What is stated otherwise of one partner, fact by fact")
            .WithDescription("Compares all records that the partner has a part in as they stood on two days, and lists the facts that changed. "
                + "What is dropped has ended or was withdrawn. An edition that stood on both days is no entry; one that states the same "
                + "facts as another is `restated`. Only JSON has `counts` and `caveats`, which tell of estimated dates and of texts that "
                + "were not read whole. Follow `next` until it is null.");
        group.MapPost("/", Create).WithName("CreatePartner").WithSummary("Add a partner").NeedsRole(Role.Admin);
        group.MapImport<PartnerInput>(Resource).WithName("ImportPartners").WithSummary("Load partners in bulk").NeedsRole(Role.Admin);
        group.MapPut("/{code}", Replace).WithName("ReplacePartner").WithSummary("Correct a partner").NeedsRole(Role.Admin);
        group.MapPatch("/{code}", Amend).WithName("AmendPartner").WithSummary("Change some members of a partner").NeedsRole(Role.Admin);
        group.MapDelete("/{code}", Withdraw).WithName("WithdrawPartner").WithSummary("Withdraw a partner, with a reason").NeedsRole(Role.Admin);
    }

    private static async Task<PageResult<Partner>> List(
        ListQuery<Partner, PartnerFilter, PartnerSort> query, PartnerStore store, CancellationToken stop) =>
        PageResult<Partner>.Of(await store.List(query, stop), query.Paging);

    private static ExportResult<Partner> Export(ExportQuery<Partner, PartnerFilter, PartnerSort> query, PartnerStore store) =>
        store.Export(query);

    private static async Task<Ok<Resolution>> Resolve(Query<SpellingAsked> query, PartnerStore store, CancellationToken stop) =>
        TypedResults.Ok(await store.Resolve(query.Value.Name, stop));

    private static async Task<Results<Row<Partner>, ProblemResult>> Get(
        [Parameter("Any code, name or alias of a partner.", Example = "JPN")] string code,
        PartnerSpellings spellings, PartnerStore store, Missing missing, CancellationToken stop) =>
        await Find(code, spellings, store, stop) is { } found
            ? found
            : await NotFound(code, spellings, missing, stop);

    private static async Task<Results<Ok<Profile>, ProblemResult>> GetProfile(
        [Parameter("Any code, name or alias of a partner.", Example = "JPN")] string code,
        Query<AsOf> query, PartnerSpellings spellings, PartnerStore store, ProfileReader reader, Missing missing, CancellationToken stop) =>
        await Find(code, spellings, store, stop) is { } found
            ? TypedResults.Ok(await reader.Read(found.Value, query.Value.Date, stop))
            : await NotFound(code, spellings, missing, stop);

    private static async Task<PageResult<ComparisonRow>> Compare(
        ListQuery<ComparisonRow, ComparisonFilter, ComparisonSort> query, ComparisonStore store, CancellationToken stop) =>
        PageResult<ComparisonRow>.Of(await store.List(query, stop), query.Paging);

    private static async Task<Results<DiffResult, ProblemResult>> Diff(
        [Parameter("Any code, name or alias of a partner.", Example = "JPN")] string code,
        ListQuery<Difference, PartnerDiffFilter, DiffSort> query,
        PartnerSpellings spellings, PartnerStore store, Missing missing, CancellationToken stop)
    {
        if (await Find(code, spellings, store, stop) is not { } found)
        {
            return await NotFound(code, spellings, missing, stop);
        }

        var (rows, counts, sources) = await store.Diff(found.Value.Id, query, stop);
        var (from, to) = (PartnerDiff.Side(query.Filter.From), PartnerDiff.Side(query.Filter.Until));
        return new DiffResult(rows, counts, from, to, DiffCaveats.Of(sources), query.Paging);
    }

    private static async Task<Row<Partner>?> Find(
        string code, PartnerSpellings spellings, PartnerStore store, CancellationToken stop) =>
        await spellings.Resolve(code, stop) is [var only] ? await store.Get(only, stop) : null;

    private static async Task<ProblemResult> NotFound(string code, PartnerSpellings spellings, Missing missing, CancellationToken stop) =>
        await spellings.Resolve(code, stop) is { Count: > 1 } several
            ? new ProblemResult(Problem.NotFound($"'{code}' may be any of {string.Join(", ", several)}.", several))
            : await missing.Withdrawn(Resource, code.ToUpperInvariant(), stop) ?? new ProblemResult(Problem.NotFound(
                $"'{code}' is no partner's code, name or alias.", await spellings.Near(code, stop)));

    private static Task<WriteResult<Partner>> Create(
        WriteRequest request, Body<PartnerInput> body, Writer writer, CancellationToken stop) =>
        writer.Create<Partner, PartnerInput>(PartnerStore.Writing, body, request, stop);

    private static Task<WriteResult<Partner>> Replace(
        [Parameter("The ISO 3166-1 alpha-3 code of a partner.", Example = "XAA")] string code,
        WriteRequest request, Body<PartnerInput> body, Writer writer, CancellationToken stop) =>
        writer.Replace<Partner, PartnerInput>(PartnerStore.Writing, code, asOf: null, body, request, stop);

    private static Task<WriteResult<Partner>> Amend(
        [Parameter("The ISO 3166-1 alpha-3 code of a partner.", Example = "XAA")] string code,
        WriteRequest request, MergePatch<PartnerInput> patch, Writer writer, CancellationToken stop) =>
        writer.Amend<Partner, PartnerInput>(PartnerStore.Writing, code, asOf: null, patch, request, stop);

    private static Task<WithdrawResult> Withdraw(
        [Parameter("The ISO 3166-1 alpha-3 code of a partner.", Example = "XAA")] string code,
        WriteRequest request, Writer writer, CancellationToken stop) =>
        writer.Withdraw<Partner>(PartnerStore.Writing, code, request, stop);
}
