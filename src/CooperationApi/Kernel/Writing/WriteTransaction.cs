using System.Data;
using System.Data.Common;
using Dapper;
using Npgsql;

namespace CooperationApi.Kernel;

/// <summary>A write in one transaction with its place in the change feed, and with the answer that a retry gets.</summary>
internal sealed class WriteTransaction : IAsyncDisposable
{
    // So long PostgreSQL waits for other writers and imports, and for a service that says nothing more and keeps its record locked.
    private const string PatienceSql =
        "select set_config('lock_timeout', '10s', true), set_config('idle_in_transaction_session_timeout', '10s', true)";

    private const string LockSql = "select lock_record(@resource, @id)";

    private const string LockAllSql = "select lock_resource(@resource)";

    private const string FaultsSql = """
        select f.line, f.pointer, f.code, f.detail, f.near
          from reference_faults(@resource, staged_of(@bodies::jsonb[])) f
         order by f.line, f.pointer
        """;

    private const string WriteSql = """
        select write_row(@resource, row(1, @id, @statedFrom::date, @body::jsonb)::staged, @who, @reason::text, @onConflict)
        """;

    private const string WriteAllSql = """
        select w.op from write_rows(@resource, staged_of(@bodies::jsonb[]), @write::bigint, @onConflict) w order by w.line
        """;

    private const string WithdrawSql = "select withdraw(@resource, @id, begin_write(@who, @reason), @reason)";

    /// <summary>Begins a write of many rows, which is one in the change feed.</summary>
    public const string BeginWriteSql = "select begin_write(@who, @reason::text)";

    /// <summary>Forgets a write that changed nothing.</summary>
    public const string EndWriteSql = "select end_write(@write)";

    /// <summary>Checks what else is checked only at the end.</summary>
    public const string CheckSql = "set constraints all immediate";

    private readonly NpgsqlConnection connection;
    private readonly NpgsqlTransaction? transaction;
    private readonly Writable resource;
    private readonly CancellationToken stop;
    private bool isOver;
    private long write;

    private WriteTransaction(NpgsqlConnection connection, NpgsqlTransaction? transaction, Writable resource, CancellationToken stop) =>
        (this.connection, this.transaction, this.resource, this.stop) = (connection, transaction, resource, stop);

    /// <summary>For one <see cref="Write"/>, which PostgreSQL takes as a transaction by itself: one message there and one back.</summary>
    public static async Task<WriteTransaction> OfOneWrite(NpgsqlDataSource database, Writable resource, CancellationToken stop) =>
        new(await database.OpenConnectionAsync(stop), null, resource, stop);

    public static async Task<WriteTransaction> Begin(NpgsqlDataSource database, Writable resource, CancellationToken stop)
    {
        var connection = await database.OpenConnectionAsync(stop);
        try
        {
            var transaction = await connection.BeginTransactionAsync(stop);
            await connection.ExecuteAsync(new CommandDefinition(PatienceSql, transaction: transaction, cancellationToken: stop));
            return new WriteTransaction(connection, transaction, resource, stop);
        }
        catch
        {
            // Or else the pool would count it for ever.
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits for other writers of this record, keeps them waiting until the end, and reads what is there.</summary>
    public async Task<Row<T>?> Lock<T>(string id, DateOnly? asOf)
    {
        await using var reader = await Read($"{LockSql};\n{resource.GetSql}", new { resource.Resource, id, asOf });
        await reader.NextResultAsync(stop);
        return (await ReadRow<T>(reader))?.Row;
    }

    /// <summary>Ends the request if the row refers to what is not there.</summary>
    public async Task Check(WriteRow row)
    {
        var faults = await Faults(resource, [row]);
        if (faults.Count > 0)
        {
            throw new ProblemException(Problem.BadBody([.. faults.Select(fault => fault.AsFault())]));
        }
    }

    /// <summary>
    /// Writes a row, says what that did, and reads what is there then: created, revised, corrected, restored, unchanged; conflict, where one is
    /// not to be replaced; or faulty, where it refers to what is not there.
    /// </summary>
    public async Task<Written<T>> Write<T>(WriteRow row, WriteRequest request, string onConflict)
    {
        await using var reader = await Read($"{WriteSql};\n{resource.GetSql}", new
        {
            resource.Resource,
            row.Id,
            row.StatedFrom,
            row.Body,
            who = request.Caller.Name,
            request.Reason,
            onConflict,
            asOf = row.StatedFrom,
        });
        await reader.ReadAsync(stop);
        var done = reader.GetString(0);
        await reader.NextResultAsync(stop);
        var found = await ReadRow<T>(reader);

        // Only the end of all answers says that it is committed.
        while (await reader.NextResultAsync(stop))
        {
        }

        return new Written<T>(done, found?.Row, found?.Stands is true);
    }

    /// <summary>
    /// Keeps all other writers of these resources waiting until the end. Taken before any row is, and always in the same order, so that no
    /// two wait for each other.
    /// </summary>
    public async Task LockAll(IEnumerable<Writable> resources)
    {
        foreach (var one in resources)
        {
            await connection.ExecuteAsync(Command(LockAllSql, new { one.Resource }));
        }
    }

    /// <summary>What rows of a resource refer to that is not there; the line of each fault counts the rows from 1.</summary>
    public async Task<IReadOnlyList<ReferenceFault>> Faults(Writable of, IReadOnlyList<WriteRow> rows) =>
        [.. await connection.QueryAsync<ReferenceFault>(Command(FaultsSql, new { of.Resource, Bodies = Bodies(rows) }))];

    public async Task BeginWrite(WriteRequest request) => write = await connection.ExecuteScalarAsync<long>(
        Command(BeginWriteSql, new { who = request.Caller.Name, request.Reason }));

    /// <summary>Writes rows of a resource within the write that was begun, and says of each what that did, as <see cref="Write"/> does.</summary>
    public async Task<IReadOnlyList<string>> WriteAll(Writable of, IReadOnlyList<WriteRow> rows, string onConflict) =>
        [.. await connection.QueryAsync<string>(Command(WriteAllSql, new { of.Resource, Bodies = Bodies(rows), write, onConflict }))];

    public async Task EndWrite()
    {
        await connection.ExecuteAsync(Command(CheckSql));
        await connection.ExecuteAsync(Command(EndWriteSql, new { write }));
    }

    public Task Withdraw(string id, WriteRequest request) =>
        connection.ExecuteAsync(Command(WithdrawSql, new { resource.Resource, id, who = request.Caller.Name, request.Reason }));

    public Task<WriteAnswer?> Claim(WriteRequest request, byte[] fingerprint) =>
        IdempotentAnswers.Claim(connection, transaction!, request, fingerprint, stop);

    public Task Keep(WriteRequest request, WriteAnswer answer) =>
        IdempotentAnswers.Keep(connection, transaction!, request, answer, stop);

    public Task Commit() => transaction?.CommitAsync(stop) ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        // Npgsql hands the object of a transaction on with its connection: to dispose of it twice rolls back what somebody else does.
        if (isOver)
        {
            return;
        }

        isOver = true;
        if (transaction is not null)
        {
            await transaction.DisposeAsync();
        }

        await connection.DisposeAsync();
    }

    private async Task<DbDataReader> Read(string sql, object parameters) =>
        (DbDataReader)await connection.ExecuteReaderAsync(Command(sql, parameters));

    private async Task<(Row<T> Row, bool Stands)?> ReadRow<T>(DbDataReader reader)
    {
        using var rows = new JsonRows<T>(reader);
        return await reader.ReadAsync(stop)
            ? (new Row<T>(rows.Read().ToArray()), !resource.HasEditions || await reader.IsDBNullAsync("stated_until", stop))
            : null;
    }

    private static string[] Bodies(IReadOnlyList<WriteRow> rows) => [.. rows.Select(row => row.Body)];

    private CommandDefinition Command(string sql, object? parameters = null) => new(sql, parameters, transaction, cancellationToken: stop);
}

/// <summary>What the writing of a row did, what is there then, and whether that stands without an end.</summary>
internal sealed record Written<T>(string Done, Row<T>? Row, bool Stands);
