using Dapper;
using Npgsql;

namespace CooperationApi.Kernel;

/// <summary>Says why there is nothing under an id, and which ids are near.</summary>
internal sealed class Missing(NpgsqlDataSource database)
{
    private const string EditionsSql = """
        select min(e.stated_from) as first, max(e.stated_until) as last, count(*) as editions
          from entries e
         where e.resource = @resource and e.id = @id
        """;

    private const string NearSql = """
        select e.id
          from entries e
         where e.resource = @resource and (e.id || '') % @id
         group by e.id
         order by similarity(e.id, @id) desc, e.id
         limit 3
        """;

    public async Task<ProblemResult> Of(string resource, string id, DateOnly? asOf, CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        var (first, last, editions) = await connection.QuerySingleAsync<(DateOnly? First, DateOnly? Last, long Editions)>(
            new CommandDefinition(EditionsSql, new { resource, id }, cancellationToken: stop));
        if (editions > 0)
        {
            return new ProblemResult(Problem.NotFound(asOf < first
                ? $"'{id}' was first stated on {first:yyyy-MM-dd}, after {asOf:yyyy-MM-dd}."
                : $"'{id}' has not stood since {last:yyyy-MM-dd}. Its editions are at /{resource}/{id}/editions."));
        }

        var near = await connection.QueryAsync<string>(
            new CommandDefinition(NearSql, new { resource, id }, cancellationToken: stop));
        return new ProblemResult(Problem.NotFound($"'{id}' is no id in /{resource}.", [.. near]));
    }
}
