using CooperationApi.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CooperationApi.Imports;

internal static class ImportsEndpoints
{
    private const string Resource = "imports";
    private const string Example = "7f2c1d9e-3b64-4f0a-9d0e-5c8a1b2e6f47";

    public static IServiceCollection AddImports(this IServiceCollection services)
    {
        Columns.Map<ImportReport>();
        return services.AddSingleton<ImportStore>();
    }

    public static void MapImports(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapResource(Resource, "Imports", "How far an import is, and what came of it.").NeedsRole(Role.Editor);
        group.MapGet("/{id}", Get).WithName("GetImport").WithSummary("How far an import is")
            .WithDescription("While it runs, its figures are of the last second. They are there for every import that was begun, from any copy of the service.");
        group.MapGet("/{id}/stream", Follow).WithName("StreamImport").WithSummary("Follow an import as server-sent events")
            .WithDescription("The same, once a second, as an event `import` whose `data` is as in the answer without `/stream`. The last one tells how it ended. "
                + "The stream ends when the service stops, too: connect again.");
    }

    private static async Task<Results<Ok<Import>, ProblemResult>> Get(
        [Parameter("The id of an import.", Example = Example)] string id, ImportStore store, HttpContext http, CancellationToken stop)
    {
        http.Response.Headers.CacheControl = "no-store";
        return await Find(id, store, stop) is { } found ? TypedResults.Ok(found) : NotFound(id);
    }

    [TakesNoTurn]
    private static async Task<Results<ImportStream, ProblemResult>> Follow(
        [Parameter("The id of an import.", Example = Example)] string id, ImportStore store, Shutdown service, CancellationToken stop) =>
        await Find(id, store, stop) is { } found ? new ImportStream(found, store, service) : NotFound(id);

    private static async Task<Import?> Find(string id, ImportStore store, CancellationToken stop) =>
        Guid.TryParseExact(id, "D", out var uuid) ? await store.Get(uuid, stop) : null;

    private static ProblemResult NotFound(string id) => new(Problem.NotFound($"'{InputText.Shortened(id)}' is no id of an import."));
}
