using Dapper;
using Npgsql;

namespace CooperationApi.Kernel;

/// <summary>Says why there is nothing under an id: withdrawn, not standing at the date, or unknown, and then which ids are near.</summary>
internal sealed class Missing(NpgsqlDataSource database)
{
    private const string EditionsSql = """
        select min(e.stated_from) as first, max(e.stated_until) as last, count(*) as editions,
               bool_and(coalesce(e.stated_until <= coalesce(@asOf::date, current_date), false)) as is_over
          from entries e
         where e.resource = @resource and e.id = @id
        """;

    private const string WithdrawnSql = """
        select w.reason
          from withdrawals w
         where (w.resource, w.id) = (@resource, @id) and (@asOf::date is null or @asOf >= w.at::date)
        """;

    private const string NearSql = "select near_ids(@resource, @id)";

    public async Task<ProblemResult> Of(string resource, string id, DateOnly? asOf, CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        if (await Withdrawn(connection, resource, id, asOf, stop) is { } gone)
        {
            return gone;
        }

        var (first, last, editions, isOver) = await connection.QuerySingleAsync<(DateOnly? First, DateOnly? Last, long Editions, bool? IsOver)>(
            new CommandDefinition(EditionsSql, new { resource, id, asOf }, cancellationToken: stop));
        if (editions > 0)
        {
            return new ProblemResult(Problem.NotFound(asOf < first ? $"'{id}' was first stated on {first:yyyy-MM-dd}, after {asOf:yyyy-MM-dd}."
                : (isOver is true ? $"'{id}' has not stood since {last:yyyy-MM-dd}."
                    : asOf is null ? $"'{id}' stands only until {last:yyyy-MM-dd}, and is read with an asOf before that."
                    : $"No edition of '{id}' stood on {asOf:yyyy-MM-dd}.") + $" Its editions are at /{resource}/{id}/editions."));
        }

        var near = await connection.QuerySingleAsync<string[]>(
            new CommandDefinition(NearSql, new { resource, id }, cancellationToken: stop));
        return new ProblemResult(Problem.NotFound($"'{id}' is no id in /{resource}.", near));
    }

    /// <summary>The same of an id that a parameter names.</summary>
    public async Task<Fault> Named(string parameter, string resource, string id, CancellationToken stop)
    {
        var problem = (await Of(resource, id, asOf: null, stop)).Problem;
        return new Fault { Parameter = parameter, Code = FaultCode.UnknownReference, Detail = problem.Detail, DidYouMean = problem.DidYouMean };
    }

    /// <summary>Why an id is gone; null where it was not withdrawn.</summary>
    public async Task<ProblemResult?> Withdrawn(string resource, string id, CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        return await Withdrawn(connection, resource, id, asOf: null, stop);
    }

    private static async Task<ProblemResult?> Withdrawn(
        NpgsqlConnection connection, string resource, string id, DateOnly? asOf, CancellationToken stop) =>
        await connection.QuerySingleOrDefaultAsync<string>(
            new CommandDefinition(WithdrawnSql, new { resource, id, asOf }, cancellationToken: stop)) is { } reason
            ? new ProblemResult(WriteProblems.Gone(id, reason))
            : null;
}
