using System.Threading.RateLimiting;
using Npgsql;

namespace CooperationApi.Kernel;

/// <summary>Marks an endpoint that goes on as long as its client does, so that it takes no turn; what it takes is bounded by itself.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TakesNoTurnAttribute : Attribute;

/// <summary>
/// How many read the database at once and how many wait for their turn; one more is told at once to come again, so that whoever is let in waits
/// no longer than it takes to answer so many. Who writes waits for <see cref="WritePlaces"/>, and holds no reader up.
/// </summary>
internal sealed class Turns(RequestDelegate next, NpgsqlDataSource database) : IDisposable
{
    // Some share a statement, some are between two.
    private const int ForEachConnection = 2;
    private const int WaitingForEach = 4;

    public static readonly Problem Full = Problem.Unavailable("The service has as much to do as it can. Try again in a moment.");

    private readonly ConcurrencyLimiter turns = Limiter(new NpgsqlConnectionStringBuilder(database.ConnectionString).MaxPoolSize * ForEachConnection, WaitingForEach);

    /// <summary>So many at once, and so many times as many who wait, in the order in which they came.</summary>
    public static ConcurrencyLimiter Limiter(int atOnce, int waitingForEach) => new(new ConcurrencyLimiterOptions
    {
        PermitLimit = atOnce,
        QueueLimit = atOnce * waitingForEach,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    public Task InvokeAsync(HttpContext http) => HttpMethods.IsGet(http.Request.Method) && http.GetEndpoint() is { Metadata: var metadata }
        && metadata.GetMetadata<NeedsNoDatabaseAttribute>() is null && metadata.GetMetadata<TakesNoTurnAttribute>() is null
            ? InTurn(http)
            : next(http);

    public void Dispose() => turns.Dispose();

    private async Task InTurn(HttpContext http)
    {
        using var turn = await turns.AcquireAsync(cancellationToken: http.RequestAborted);
        await (turn.IsAcquired ? next(http) : ProblemResponse.Write(http, Full));
    }
}
