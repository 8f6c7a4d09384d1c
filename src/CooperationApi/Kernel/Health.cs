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
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapResource("", "Health");
        group.MapGet("/livez", Live).WithName("GetLiveness").WithSummary("Whether the service runs")
            .WithDescription("Answers as long as the process does. Restart it when this fails.");
        group.MapGet("/readyz", Ready).WithName("GetReadiness").WithSummary("Whether the service can answer")
            .WithDescription("Answers when the database does and has the schema and the facts of this build. "
                + "Send it no requests while this fails.");
    }

    private static Ok<Health> Live() => TypedResults.Ok(new Health { Status = "ok" });

    private static async Task<Results<Ok<Health>, ProblemResult>> Ready(NpgsqlDataSource database, CancellationToken stop)
    {
        try
        {
            return await Migrations.AreApplied(database, stop)
                ? TypedResults.Ok(new Health { Status = "ok" })
                : new ProblemResult(Problem.Unavailable("The database lacks scripts of this build. Run the migrate command."));
        }
        catch (PostgresException unprepared) when (unprepared.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return new ProblemResult(Problem.Unavailable("The database has no schema. Run the migrate command."));
        }
        catch (NpgsqlException)
        {
            return new ProblemResult(Problem.Unavailable("The database does not answer."));
        }
    }
}
