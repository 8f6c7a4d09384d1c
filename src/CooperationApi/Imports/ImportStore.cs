using Dapper;
using Npgsql;

namespace CooperationApi.Imports;

/// <summary>All SQL of imports as they are followed; the kernel writes what is read here.</summary>
internal sealed class ImportStore(NpgsqlDataSource database)
{
    private const string GetSql = """
        select i.id, i.resource, i.who,
               case when i.state = 'running' and i.seen_at < now() - interval '30 seconds' then 'interrupted' else i.state end as state,
               i.started_at, i.finished_at, i.bytes_read, i.rows_read, i.rows_written, i.rows_per_second, i.detail, i.report
          from imports i
         where i.id = @id
        """;

    public async Task<Import?> Get(Guid id, CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        return await connection.QuerySingleOrDefaultAsync<Import>(new CommandDefinition(GetSql, new { id }, cancellationToken: stop));
    }
}
