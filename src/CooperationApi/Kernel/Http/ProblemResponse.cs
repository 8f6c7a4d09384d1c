using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Npgsql;

namespace CooperationApi.Kernel;

/// <summary>Turns whatever ends a request without an answer into a problem document.</summary>
internal sealed partial class ProblemResponse(ILogger<ProblemResponse> logger) : IExceptionHandler
{
    private const string RetryAfterSeconds = "2";
    private const string IdleInTransactionTimeout = "25P03";

    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        var problem = exception switch
        {
            ProblemException { Problem: var known } => known,
            BadHttpRequestException bad => OfStatus(bad.StatusCode, bad.Message),
            _ when IsOfDatabase(exception) => Problem.Unavailable("The database does not answer. Try again in a moment."),
            _ => OfStatus(
                StatusCodes.Status500InternalServerError, "The service failed. Its log tells more, under the trace id."),
        };
        if (problem.Status >= StatusCodes.Status500InternalServerError && exception is not ProblemException)
        {
            // Encoded, so that nobody writes a line, or a colour, of their own into the log.
            LogFailure(exception, httpContext.Request.Method, httpContext.Request.Path.ToUriComponent());
        }

        await Write(httpContext, problem);
        return true;
    }

    /// <summary>Gives a body to what routing answers without one: unknown routes and wrong methods.</summary>
    public static Task WriteStatus(StatusCodeContext context)
    {
        var http = context.HttpContext;
        if (http.Response.StatusCode == StatusCodes.Status405MethodNotAllowed)
        {
            http.Response.Headers.Allow = Allowed(http.Response.Headers.Allow);
            if (HttpMethods.IsOptions(http.Request.Method))
            {
                return WriteOptions(http.Response);
            }
        }

        var problem = http.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => UnknownRoute.Problem(http),
            StatusCodes.Status405MethodNotAllowed => OfStatus(
                StatusCodes.Status405MethodNotAllowed,
                $"{http.Request.Method} is not answered here; {http.Response.Headers.Allow} is."),
            var status => OfStatus(status, ReasonPhrases.GetReasonPhrase(status)),
        };
        return Write(http, problem);
    }

    // Routing knows nothing of the methods that every route answers besides its own.
    private static string Allowed(StringValues mapped) => string.Join(
        ", ", mapped.SelectMany(methods => methods!.Split(", ")).SelectMany(WithHead).Append(HttpMethods.Options).Distinct());

    private static string[] WithHead(string method) => HttpMethods.IsGet(method) ? [method, HttpMethods.Head] : [method];

    // Says to a page of another origin that it may ask whatever anybody may ask.
    private static Task WriteOptions(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status204NoContent;
        response.Headers.AccessControlAllowMethods = response.Headers.Allow;

        // The star does not stand for it.
        response.Headers.AccessControlAllowHeaders = "*, Authorization";
        response.Headers.AccessControlMaxAge = "86400";
        return Task.CompletedTask;
    }

    public static Task Write(HttpContext http, Problem problem)
    {
        http.Response.StatusCode = problem.Status;
        http.Response.Headers.CacheControl = "no-store";
        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
        {
            http.Response.Headers.RetryAfter = RetryAfterSeconds;
        }

        if (problem.Header is { } header)
        {
            http.Response.Headers[header.Key] = header.Value;
        }

        var traced = problem with { TraceId = Activity.Current?.TraceId.ToString() };
        return http.Response.WriteAsJsonAsync(traced, options: null, Problem.MediaType, http.RequestAborted);
    }

    // What it says of its own state, and whatever the driver says of the way to it. What it says of a statement is a failure of the service.
    private static bool IsOfDatabase(Exception exception) => exception switch
    {
        PostgresException told => told.IsTransient || told.SqlState is PostgresErrorCodes.QueryCanceled
            or PostgresErrorCodes.ReadOnlySqlTransaction or IdleInTransactionTimeout
            or PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification,
        _ => exception is NpgsqlException or TimeoutException || ReadAgain.WasLost(exception),
    };

    private static Problem OfStatus(int status, string detail) => new()
    {
        Type = "about:blank",
        Title = ReasonPhrases.GetReasonPhrase(status),
        Status = status,
        Detail = detail,
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    private partial void LogFailure(Exception exception, string method, string path);
}
