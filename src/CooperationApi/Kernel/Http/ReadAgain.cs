using Npgsql;

namespace CooperationApi.Kernel;

/// <summary>
/// Reads again what failed because its connection was lost: one that lay idle while PostgreSQL was started anew, say, or that an earlier
/// request left in disorder (see <see cref="WasLost"/>). Nobody who only reads need know. A database that is away is told at once.
/// </summary>
internal sealed class ReadAgain(RequestDelegate next, NpgsqlDataSource database)
{
    // Each try ends the connection that it was lost on, and there are no more than these. Of those who come together only one clears the pool,
    // and the others may be handed what it has not come to yet.
    private readonly int mostTimes = new NpgsqlConnectionStringBuilder(database.ConnectionString).MaxPoolSize;

    public async Task InvokeAsync(HttpContext http)
    {
        for (var time = 0; ; time++)
        {
            try
            {
                await next(http);
                return;
            }
            catch (Exception lost) when (time < mostTimes && IsRead(http) && WasLost(lost))
            {
                if (lost is NpgsqlException)
                {
                    // Then others have ended with it, as a rule.
                    database.Clear();
                }

                http.Response.Clear();
            }
        }
    }

    /// <summary>
    /// Whether a connection ended amid what was said over it. Npgsql says so with an exception of no type of its own where it has lost track: after
    /// a statement was broken off while PostgreSQL planned it for the time that prepares it, the next of its kind finds the connection in
    /// disorder (npgsql/npgsql#6391).
    /// </summary>
    public static bool WasLost(Exception exception) => exception switch
    {
        PostgresException told => told.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown,
        NpgsqlException { InnerException: IOException and not { InnerException: TimeoutException } } => true,
        _ => exception.GetType() == typeof(Exception) && exception.Source == nameof(Npgsql),
    };

    private static bool IsRead(HttpContext http) => !http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested
        && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method));
}
