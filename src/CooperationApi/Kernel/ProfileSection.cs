using Dapper;
using Npgsql;

namespace CooperationApi.Kernel;

/// <summary>A resource's part of a partner's profile. Each slice brings its own, so that the profile need not know their types.</summary>
internal sealed record ProfileSection(string Name, Type Item, ProfileSection.Reader Read)
{
    internal delegate Task<IReadOnlyList<object>> Reader(
        NpgsqlConnection connection, NpgsqlTransaction snapshot, string partner, DateOnly? asOf, CancellationToken stop);

    public static ProfileSection Of<T>(string name, string sql)
        where T : class =>
        new(name, typeof(T), async (connection, snapshot, partner, asOf, stop) =>
            [.. await connection.QueryAsync<T>(new CommandDefinition(
                sql, new { partner = new[] { partner }, asOf }, snapshot, cancellationToken: stop))]);
}
