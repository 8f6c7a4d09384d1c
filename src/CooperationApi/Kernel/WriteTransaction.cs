using Dapper;
using Npgsql;

namespace CooperationApi.Kernel;

/// <summary>One write of one row, in one transaction with its place in the change feed and with the answer that a retry gets.</summary>
internal sealed class WriteTransaction : IAsyncDisposable
{
    // So long PostgreSQL waits for other writers and imports, and for a service that says nothing more and keeps its record locked.
    private const string PatienceSql =
        "select set_config('lock_timeout', '10s', true), set_config('idle_in_transaction_session_timeout', '10s', true)";

    private const string LockSql = "select lock_record(@resource, @id)";

    private const string FaultsSql = """
        select f.pointer, f.code, f.detail, f.near
          from reference_faults(@resource, array[row(1, @id, @statedFrom::date, @body::json)::staged]) f
        """;

    private const string WriteSql = """
        select write_row(@resource, row(1, @id, @statedFrom::date, @body::json)::staged, @who, @reason::text, @onConflict)
        """;

    private const string WithdrawSql = "select withdraw(@resource, @id, begin_write(@who, @reason), @reason)";

    private readonly NpgsqlConnection connection;
    private readonly NpgsqlTransaction transaction;
    private readonly Writable resource;
    private readonly CancellationToken stop;
    private bool isOver;

    private WriteTransaction(NpgsqlConnection connection, NpgsqlTransaction transaction, Writable resource, CancellationToken stop) =>
        (this.connection, this.transaction, this.resource, this.stop) = (connection, transaction, resource, stop);

    public static async Task<WriteTransaction> Begin(NpgsqlDataSource database, Writable resource, CancellationToken stop)
    {
        var connection = await database.OpenConnectionAsync(stop);
        var transaction = await connection.BeginTransactionAsync(stop);
        await connection.ExecuteAsync(new CommandDefinition(PatienceSql, transaction: transaction, cancellationToken: stop));
        return new WriteTransaction(connection, transaction, resource, stop);
    }

    /// <summary>Waits for other writers of this record, and keeps them waiting until the end.</summary>
    public Task Lock(string id) => connection.ExecuteAsync(Command(LockSql, new { resource.Resource, id }));

    public Task<T?> Find<T>(string id, DateOnly? asOf)
        where T : class =>
        connection.QuerySingleOrDefaultAsync<T>(Command(resource.GetSql, new { id, asOf }));

    /// <summary>Ends the request if the row refers to what is not there.</summary>
    public async Task Check(WriteRow row)
    {
        var found = await connection.QueryAsync<(string Pointer, string Code, string Detail, string[]? Near)>(
            Command(FaultsSql, new { resource.Resource, row.Id, row.StatedFrom, row.Body }));
        var faults = found.Select(fault => new Fault
        {
            Pointer = fault.Pointer,
            Code = JsonNames.Parse<FaultCode>(fault.Code),
            Detail = fault.Detail,
            DidYouMean = fault.Near is { Length: > 0 } ? fault.Near : null,
        }).ToList();
        if (faults.Count > 0)
        {
            throw new ProblemException(Problem.BadBody(faults));
        }
    }

    /// <summary>Writes a row and says what that did: created, revised, corrected, restored, unchanged or, where one is not to be replaced, conflict.</summary>
    public async Task<string> Write(WriteRow row, WriteRequest request, string onConflict) =>
        (await connection.ExecuteScalarAsync<string>(Command(WriteSql, new
        {
            resource.Resource,
            row.Id,
            row.StatedFrom,
            row.Body,
            who = request.Caller.Name,
            request.Reason,
            onConflict,
        })))!;

    public Task Withdraw(string id, WriteRequest request) =>
        connection.ExecuteAsync(Command(WithdrawSql, new { resource.Resource, id, who = request.Caller.Name, request.Reason }));

    public Task<WriteAnswer?> Claim(WriteRequest request, byte[] fingerprint) =>
        IdempotentAnswers.Claim(connection, transaction, request, fingerprint, stop);

    public Task Keep(WriteRequest request, WriteAnswer answer) =>
        IdempotentAnswers.Keep(connection, transaction, request, answer, stop);

    public Task Commit() => transaction.CommitAsync(stop);

    public async ValueTask DisposeAsync()
    {
        // Npgsql hands the object of a transaction on with its connection: to dispose of it twice rolls back what somebody else does.
        if (isOver)
        {
            return;
        }

        isOver = true;
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    private CommandDefinition Command(string sql, object parameters) => new(sql, parameters, transaction, cancellationToken: stop);
}
