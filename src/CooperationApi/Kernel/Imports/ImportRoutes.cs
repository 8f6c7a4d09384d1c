using System.Net.Http.Headers;
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

/// <summary>Metadata of an import: its body is a file, whose rows are read as this type, or a whole document, where there is such a form.</summary>
internal sealed record ImportForm(Type Row, Type? Document = null)
{
    public IReadOnlyList<string> MediaTypes => Document is null ? ImportFile.MediaTypes : [Kernel.MediaTypes.Json, .. ImportFile.MediaTypes];

    public static bool IsDocument(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var given)
        && Kernel.MediaTypes.Json.Equals(given.MediaType, StringComparison.OrdinalIgnoreCase);
}
