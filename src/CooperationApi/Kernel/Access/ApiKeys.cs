using System.Collections.Concurrent;
using System.Security.Cryptography;
using Dapper;
using Npgsql;

namespace CooperationApi.Kernel;

/// <summary>A key, without its secret, as the command line lists it.</summary>
internal sealed record ApiKey
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required Role Role { get; init; }

    public required string State { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset? ExpiresAt { get; init; }

    public required DateTimeOffset? RevokedAt { get; init; }

    public required DateTimeOffset? LastUsedAt { get; init; }
}

/// <summary>The keys that the database knows, and all SQL about them.</summary>
internal sealed partial class ApiKeys(NpgsqlDataSource database, TimeProvider time, ILogger<ApiKeys> logger)
{
    private const string IdLetters = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const int IdLength = 12;

    private const string Columns = """
        k.id, k.name, k.role, k.created_at, k.expires_at, k.revoked_at, k.last_used_at,
               case when k.revoked_at is not null then 'revoked' when k.expires_at <= now() then 'expired' else 'active' end as state
        """;

    private const string FindSql = $"""
        select {Columns}, k.hash
          from keys k
         where k.hash = @hash
        """;

    private const string ListSql = $"""
        select {Columns}
          from keys k
         order by k.created_at, k.id
        """;

    private const string CreateSql = $"""
        insert into keys as k (id, name, role, hash, expires_at)
        values (@id, @name, @role, @hash, @expires)
        returning {Columns}
        """;

    private const string RevokeSql = $"""
        update keys k
           set revoked_at = coalesce(k.revoked_at, now())
         where k.id = @id
        returning {Columns}
        """;

    private const string UseSql = """
        update keys
           set last_used_at = greatest(last_used_at, @now)
         where id = @id
        """;

    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, DateTimeOffset> noted = new();

    /// <summary>Makes a key; its secret is told here and never again.</summary>
    public async Task<(ApiKey Key, string Secret)> Create(string name, Role role, DateTimeOffset? expires, CancellationToken stop)
    {
        var secret = Secret.New();
        var row = new
        {
            id = "key_" + RandomNumberGenerator.GetString(IdLetters, IdLength),
            name,
            role = JsonNames.Of(role),
            hash = Secret.Hash(secret),
            expires,
        };
        await using var connection = await database.OpenConnectionAsync(stop);
        return (await connection.QuerySingleAsync<ApiKey>(new CommandDefinition(CreateSql, row, cancellationToken: stop)), secret);
    }

    /// <summary>The key of a secret, in whatever state it is.</summary>
    public async Task<ApiKey?> Find(string secret, CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);

        // Not broken off, so that no connection is in disorder after it; it takes less time than that would.
        var found = await connection.QueryAsync<ApiKey, byte[], (ApiKey Key, byte[] Hash)>(
            new CommandDefinition(FindSql, new { hash = Secret.Hash(secret) }, cancellationToken: CancellationToken.None),
            (key, hash) => (key, hash),
            splitOn: "hash");
        return found.Where(row => Secret.Is(secret, row.Hash)).Select(row => row.Key).SingleOrDefault();
    }

    public async Task<IReadOnlyList<ApiKey>> List(CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        return [.. await connection.QueryAsync<ApiKey>(new CommandDefinition(ListSql, cancellationToken: stop))];
    }

    /// <summary>Ends a key at once and for good; null where there is none of this id.</summary>
    public async Task<ApiKey?> Revoke(string id, CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        return await connection.QuerySingleOrDefaultAsync<ApiKey>(new CommandDefinition(RevokeSql, new { id }, cancellationToken: stop));
    }

    /// <summary>Notes, once a minute, that a key is used. The request neither waits for it nor fails with it.</summary>
    public void NoteUse(ApiKey key)
    {
        var now = time.GetUtcNow();
        var last = noted.GetOrAdd(key.Id, key.LastUsedAt ?? DateTimeOffset.MinValue);
        if (now - last >= Between && noted.TryUpdate(key.Id, now, last))
        {
            _ = WriteUse(key.Id, now);
        }
    }

    private async Task WriteUse(string id, DateTimeOffset now)
    {
        try
        {
            await using var connection = await database.OpenConnectionAsync();
            await connection.ExecuteAsync(UseSql, new { id, now });
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException or ObjectDisposedException)
        {
            LogUseNotWritten(failure, id);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The use of {Key} could not be noted")]
    private partial void LogUseNotWritten(Exception failure, string key);
}
