using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace CooperationApi.Kernel;

/// <summary>Whether the service is up.</summary>
public sealed record Health
{
    /// <summary>The state of the service: always <c>ok</c> where this is the answer.</summary>
    /// <example>ok</example>
    public required string Status { get; init; }
}

internal static class HealthEndpoints
{
    public const string LivePath = "/livez";
    public const string ReadyPath = "/readyz";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapResource("", "Health", "Whether the service runs, and whether it can answer.");
        group.MapGet(LivePath, Live).WithName("GetLiveness").WithSummary("Whether the service runs")
            .WithDescription("Answers as long as the process does. Restart it when this fails.");
        group.MapGet(ReadyPath, Ready).WithName("GetReadiness").WithSummary("Whether the service can answer")
            .WithDescription("Answers when the database does and has the schema and the facts of this build, until the service "
                + "is told to stop. Send it no requests while this fails.");
    }

    [NotKept]
    [NeedsNoDatabase]
    private static Ok<Health> Live(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Health { Status = "ok" });
    }

    [NotKept]
    [NeedsNoDatabase]
    private static async Task<Results<Ok<Health>, ProblemResult>> Ready(
        NpgsqlDataSource database, Shutdown shutdown, HttpResponse response, CancellationToken stop)
    {
        response.Headers.CacheControl = "no-store";
        if (shutdown.IsStopping)
        {
            return new ProblemResult(Problem.Unavailable("The service is stopping."));
        }

        using var soon = CancellationTokenSource.CreateLinkedTokenSource(stop);
        soon.CancelAfter(Patience);
        try
        {
            return await Migrations.AreApplied(database, soon.Token)
                ? TypedResults.Ok(new Health { Status = "ok" })
                : new ProblemResult(Problem.Unavailable("The database lacks scripts of this build. Run the migrate command."));
        }
        catch (PostgresException unprepared) when (unprepared.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return new ProblemResult(Problem.Unavailable("The database has no schema. Run the migrate command."));
        }
        catch (Exception silent) when (silent is NpgsqlException or OperationCanceledException && !stop.IsCancellationRequested)
        {
            return new ProblemResult(Problem.Unavailable("The database does not answer."));
        }
    }
}
