using Npgsql;

namespace CooperationApi.Kernel;

/// <summary>Marks an endpoint that answers without PostgreSQL, or says itself that it cannot.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NeedsNoDatabaseAttribute : Attribute;

/// <summary>
/// Tells that PostgreSQL says nothing: it was stopped, or the way to it is cut, and whoever waits would wait for long. It is asked several times a
/// second anyway, by <see cref="ChangeSignal"/>. A refusal is no silence.
/// </summary>
internal sealed class Silence : IDisposable
{
    /// <summary>How long an answer that takes no time is awaited.</summary>
    public static readonly TimeSpan Most = TimeSpan.FromSeconds(1);

    private volatile CancellationTokenSource current = new();

    /// <summary>Cancelled when the next silence begins; as long as there is one, it is.</summary>
    public CancellationToken Begun => current.Token;

    public static Problem Told { get; } = Problem.Unavailable("The database says nothing. Try again in a moment.");

    /// <summary>Asks what takes no time to answer, and notices if it is not answered.</summary>
    public async Task<T> Ask<T>(Func<Task<T>> question)
    {
        var asked = current;
        await using var alarm = new Timer(_ => asked.Cancel(), null, Most, Timeout.InfiniteTimeSpan);
        try
        {
            var answer = await question();
            End();
            return answer;
        }
        catch (Exception refusal) when (IsAnswer(refusal))
        {
            End();
            throw;
        }
    }

    public void Dispose() => current.Dispose();

    private static bool IsAnswer(Exception exception) =>
        exception is not (OperationCanceledException or TimeoutException) && exception is not NpgsqlException { InnerException: TimeoutException };

    // The old one is left to whoever looks at it still.
    private void End()
    {
        if (current.IsCancellationRequested)
        {
            current = new CancellationTokenSource();
        }
    }
}

/// <summary>
/// Who has asked before the silence began is answered over the head of the handler, which goes on waiting. To cancel what it waits for is no way out,
/// because the driver cancels by asking PostgreSQL, and waits for that as well (npgsql/npgsql#4668).
/// </summary>
internal sealed partial class AnsweredInSilence(RequestDelegate next, Silence silence, ILogger<AnsweredInSilence> logger)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var (begun, connection) = (silence.Begun, http.Response.Body);
        var answering = next(http);
        if (begun.IsCancellationRequested || answering.IsCompleted || !IsRead(http.Request.Method))
        {
            await answering;
            return;
        }

        await answering.WaitAsync(begun).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (answering.IsCompleted)
        {
            await answering;
            return;
        }

        // It wakes up some time later and finds this request gone. Nothing else is answered on this connection, so that it finds nothing else.
        _ = answering.ContinueWith(late => LogLate(late.Exception!), TaskContinuationOptions.OnlyOnFaulted);
        if (http.Response.HasStarted || http.Request.Protocol != HttpProtocol.Http11)
        {
            http.Abort();
            return;
        }

        http.Response.Clear();
        http.Response.Body = connection;
        http.Response.Headers.Connection = "close";
        await ProblemResponse.Write(http, Silence.Told);
    }

    private static bool IsRead(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);

    [LoggerMessage(Level = LogLevel.Debug, Message = "What was answered while the database said nothing came to its end")]
    private partial void LogLate(Exception exception);
}

/// <summary>Who asks while PostgreSQL says nothing is told so at once, and begins nothing that would wait.</summary>
internal sealed class RefusedInSilence(RequestDelegate next, Silence silence)
{
    public Task InvokeAsync(HttpContext http) =>
        silence.Begun.IsCancellationRequested && http.GetEndpoint() is { } endpoint && endpoint.Metadata.GetMetadata<NeedsNoDatabaseAttribute>() is null
            ? ProblemResponse.Write(http, Silence.Told)
            : next(http);
}
