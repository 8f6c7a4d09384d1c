using Microsoft.AspNetCore.Http.HttpResults;

namespace CooperationApi.Kernel;

internal static class ImportRoutes
{
    /// <summary>The import of a resource, whose rows are read as <typeparamref name="TInput"/>, as its bodies are.</summary>
    public static RouteHandlerBuilder MapImport<TInput>(this IEndpointRouteBuilder routes, string resource)
        where TInput : class =>
        routes.MapPost("/import", async Task<Ok<ImportReport>> (WriteRequest request, Query<Importing> query, Importer importer) =>
                TypedResults.Ok(await importer.Load<TInput>(resource, query.Value, request)))
            .WithMetadata(new ImportForm(typeof(TInput)));
}

/// <summary>Metadata of an import: its body is a file, whose rows are read as this type.</summary>
internal sealed record ImportForm(Type Row);
