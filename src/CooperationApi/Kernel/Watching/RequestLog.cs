using System.Diagnostics;

namespace CooperationApi.Kernel;

/// <summary>Writes a line for each request when it has ended, where <see cref="Setting"/> asks for it. Of what was sent it tells the method and the path, never a query or a header.</summary>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> logger)
{
    public const string Setting = "RequestLog";

    public Task InvokeAsync(HttpContext http)
    {
        var began = Stopwatch.GetTimestamp();
        http.Response.OnCompleted(() =>
        {
            Write(http, Stopwatch.GetElapsedTime(began));
            return Task.CompletedTask;
        });
        return next(http);
    }

    // The path goes encoded, as it was sent, so that no line break in it begins a line of its own.
    private void Write(HttpContext http, TimeSpan took)
    {
        if (!logger.IsEnabled(LogLevel.Information))
        {
            return;
        }

        var (request, status, bytes) = (http.Request, http.Response.StatusCode, http.Response.ContentLength);
        var path = request.PathBase.ToUriComponent() + request.Path.ToUriComponent();
        var (milliseconds, trace) = (Math.Round(took.TotalMilliseconds, 2), Activity.Current?.TraceId.ToString());
        LogRequest(request.Method, path, status, milliseconds, bytes, trace);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Path} {Status} in {Milliseconds} ms, {Bytes} bytes, trace {TraceId}")]
    private partial void LogRequest(string method, string path, int status, double milliseconds, long? bytes, string? traceId);
}
