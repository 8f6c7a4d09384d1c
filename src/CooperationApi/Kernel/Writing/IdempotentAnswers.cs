using Dapper;
using Npgsql;

namespace CooperationApi.Kernel;

/// <summary>Answers to writes that carried an Idempotency-Key, kept for a day in the transaction of the write itself.</summary>
internal static class IdempotentAnswers
{
    // Of two at once the second waits here for the first to commit or to fail. An answer that is older than a day is as good as none.
    private const string ClaimSql = """
        insert into idempotent_answers as known (caller, idempotency_key, request) values (@caller, @key, @fingerprint)
        on conflict (caller, idempotency_key) do update
          set (at, request, status, location, etag, body) = (now(), excluded.request, null, null, null, null)
        where known.at < now() - interval '24 hours'
        returning true
        """;

    private const string PurgeSql = """
        delete from idempotent_answers
         where (caller, idempotency_key) in (select a.caller, a.idempotency_key
                                               from idempotent_answers a
                                              where a.at < now() - interval '24 hours'
                                              limit 100
                                                for update skip locked)
        """;

    private const string ReadSql = """
        select a.request, a.status, a.location, a.etag, a.body
          from idempotent_answers a
         where (a.caller, a.idempotency_key) = (@caller, @key)
        """;

    private const string KeepSql = """
        update idempotent_answers
           set (status, location, etag, body) = (@status, @location, @etag, @body)
         where (caller, idempotency_key) = (@caller, @key)
        """;

    /// <summary>The answer that was already given under this key; null where the write is to be done now.</summary>
    public static async Task<WriteAnswer?> Claim(
        NpgsqlConnection connection, NpgsqlTransaction transaction, WriteRequest request, byte[] fingerprint, CancellationToken stop)
    {
        if (request.IdempotencyKey is not { } key)
        {
            return null;
        }

        var parameters = new { caller = request.Caller.Id, key, fingerprint };
        if (await connection.ExecuteScalarAsync<bool?>(new CommandDefinition(ClaimSql, parameters, transaction, cancellationToken: stop)) is true)
        {
            await connection.ExecuteAsync(new CommandDefinition(PurgeSql, transaction: transaction, cancellationToken: stop));
            return null;
        }

        var (known, status, location, etag, body) = await connection.QuerySingleAsync<(byte[], short, string, string, byte[])>(
            new CommandDefinition(ReadSql, parameters, transaction, cancellationToken: stop));
        return fingerprint.AsSpan().SequenceEqual(known)
            ? new WriteAnswer(status, location, etag, body, IsReplay: true)
            : throw new ProblemException(WriteProblems.KeyReused());
    }

    public static Task Keep(
        NpgsqlConnection connection, NpgsqlTransaction transaction, WriteRequest request, WriteAnswer answer, CancellationToken stop) =>
        request.IdempotencyKey is not { } key ? Task.CompletedTask : connection.ExecuteAsync(new CommandDefinition(
            KeepSql,
            new { caller = request.Caller.Id, key, status = (short)answer.Status, answer.Location, answer.ETag, answer.Body },
            transaction,
            cancellationToken: stop));
}
