using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;

namespace CooperationApi.Kernel;

/// <summary>One row, as it is answered.</summary>
internal sealed record Row<T>(byte[] Json) : IResult, IEndpointMetadataProvider
{
    /// <summary>The same as an object, for whoever works with it.</summary>
    public T Value => JsonSerializer.Deserialize<T>(Json, JsonNames.Options)!;

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), [MediaTypes.Json]));

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = EntityTags.JsonAsSent;
        return httpContext.Response.Body.WriteAsync(Json, httpContext.RequestAborted).AsTask();
    }
}
