using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace CooperationApi.Kernel;

/// <summary>The answer to a write: what is there now, as GET gives it.</summary>
internal sealed record WriteResult<T>(WriteAnswer Answer) : IResult, IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(builder.Metadata.OfType<HttpMethodMetadata>().Last().HttpMethods.Contains(HttpMethods.Post)
            ? new ProducesResponseTypeMetadata(StatusCodes.Status201Created, typeof(T), [MediaTypes.Json])
            : new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), [MediaTypes.Json]));

    public Task ExecuteAsync(HttpContext httpContext) => Answer.ExecuteAsync(httpContext);
}

/// <summary>The answer to a withdrawal: nothing is left to be shown.</summary>
internal sealed record WithdrawResult : IResult, IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status204NoContent, typeof(void)));

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}

/// <summary>An answer to a write as it is sent, and sent again to whoever asks again.</summary>
internal sealed record WriteAnswer(int Status, string Location, string ETag, byte[] Body, bool IsReplay = false)
{
    public const string ReplayedHeader = "Idempotency-Replayed";

    public Task ExecuteAsync(HttpContext http)
    {
        var response = http.Response;
        response.StatusCode = Status;
        response.ContentType = EntityTags.JsonAsSent;
        response.Headers.ETag = ETag;
        response.Headers.CacheControl = "no-store";
        if (Status == StatusCodes.Status201Created)
        {
            response.Headers.Location = Location;
        }
        else
        {
            response.Headers.ContentLocation = Location;
        }

        if (IsReplay)
        {
            response.Headers[ReplayedHeader] = "true";
        }

        return response.Body.WriteAsync(Body, http.RequestAborted).AsTask();
    }
}
