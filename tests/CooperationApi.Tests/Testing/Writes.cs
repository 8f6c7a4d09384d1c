using Dapper;
using Npgsql;

namespace CooperationApi.Tests.Testing;

/// <summary>Writes as the feed of changes sees them, put straight into its tables.</summary>
internal static class Writes
{
    private const string Sql = """
        with w as (insert into writes (who, reason) values (@who, @reason) returning id)
        insert into changes (write, n, op, resource, id, stated_from, before, after, partners)
        select w.id, c.n, @op, @resource, c.id, '2018-05-21', null, json_build_object('id', c.id, 'statedFrom', '2018-05-21'), @partners
          from w, unnest(@ids) with ordinality as c (id, n)
        """;

    /// <summary>One write that changed these ids, in a transaction that may be the caller's.</summary>
    public static Task Add(NpgsqlConnection connection, string[] ids, string resource = "agreements", string[]? partners = null) =>
        connection.ExecuteAsync(Sql, new
        {
            ids,
            resource,
            partners = partners ?? ["JPN"],
            who = "the tests",
            reason = "To see it.",
            op = "created",
        });

    public static async Task Add(string database, string[] ids, string resource = "agreements", string[]? partners = null)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await Add(connection, ids, resource, partners);
    }
}
