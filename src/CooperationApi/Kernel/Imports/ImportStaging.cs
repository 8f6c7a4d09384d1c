using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace CooperationApi.Kernel;

/// <summary>The rows of an import, on their way through one transaction.</summary>
internal sealed class ImportStaging(NpgsqlConnection connection, NpgsqlTransaction transaction, string resource, string onConflict, ImportFaults faults)
{
    private const string CopySql = "copy staged_rows (line, id, stated_from, body) from stdin (format binary)";

    private const string BeginSql = "select begin_import()";

    private const string IndexSql = "select index_staged(), lock_resource(@resource)";

    private const string RepeatedSql = "select r.line, r.first, r.id, r.repeated from drop_repeated(@most) r";

    private const string FaultsSql = """
        select f.line, f.pointer, f.code, f.detail, f.near from faults_between(@resource, @above, @last) f
        """;

    private const string DropSql = "select drop_staged(@lines)";

    private const string WriteSql = """
        select w.op, w.rows, w.lines from write_between(@resource, @above, @last, @write::bigint, @onConflict, @writes, @most) w
        """;

    private const string ConflictsSql = "select s.line, s.id, s.stated_from from staged_at(@lines) s";

    private const string Savepoint = "chunk";

    // So many rows are written by one statement.
    private const int Chunk = 2000;

    private readonly List<long> ends = [];
    private readonly Dictionary<string, long> done = [];
    private long staged;
    private long lastLine;
    private long write;

    public long Count(string op) => done.GetValueOrDefault(op);

    public Task Begin(CancellationToken stop) => Run(BeginSql, stop: stop);

    public async Task<NpgsqlBinaryImporter> Copy(CancellationToken stop)
    {
        var copy = await connection.BeginBinaryImportAsync(CopySql, stop);
        copy.Timeout = Timeout.InfiniteTimeSpan;
        return copy;
    }

    public async ValueTask Add(NpgsqlBinaryImporter copy, long line, string id, DateOnly? statedFrom, byte[] body, CancellationToken stop)
    {
        await copy.StartRowAsync(stop);
        await copy.WriteAsync(line, NpgsqlDbType.Bigint, stop);
        await copy.WriteAsync(id, NpgsqlDbType.Text, stop);
        await (statedFrom is { } date ? copy.WriteAsync(date, NpgsqlDbType.Date, stop) : copy.WriteNullAsync(stop));
        await copy.WriteAsync(body, NpgsqlDbType.Jsonb, stop);
        lastLine = line;
        if (++staged % Chunk == 0)
        {
            ends.Add(line);
        }
    }

    /// <summary>Keeps other writers waiting, and finds what no row shows by itself.</summary>
    public async Task Check(CancellationToken stop)
    {
        ends.Add(lastLine);
        await Run(IndexSql, new { resource }, stop);
        var repeated = (await Query<(long Line, long First, string Id, long Repeated)>(RepeatedSql, new { most = ImportFaults.Most }, stop)).ToList();
        foreach (var (line, first, id, _) in repeated)
        {
            faults.OfRow(line, "", FaultCode.Repeated, $"The same edition of '{id}' is in line {first} already.");
        }

        faults.CountMore(repeated.Count == 0 ? 0 : repeated[0].Repeated - repeated.Count);
        await EachChunk(CheckReferences, stop);
    }

    public async Task BeginWrite(string who, string? reason, CancellationToken stop) =>
        write = await connection.ExecuteScalarAsync<long>(Command(WriteTransaction.BeginWriteSql, new { who, reason }, stop));

    /// <summary>Writes the rows that are left; once there is a fault that rejects the file, only says what would become of them.</summary>
    public Task Write(Func<bool> writes, Action<long> written, CancellationToken stop) => EachChunk(
        async (above, last, stop) => written(await WriteOrSplit(above, last, writes, stop)), stop);

    /// <summary>Checks what else is checked only at the end, and forgets a write that changed nothing.</summary>
    public async Task EndWrite(CancellationToken stop)
    {
        await Run(WriteTransaction.CheckSql, stop: stop);
        await Run(WriteTransaction.EndWriteSql, new { write }, stop);
    }

    private async Task EachChunk(Func<long, long, CancellationToken, Task> work, CancellationToken stop)
    {
        var above = 0L;
        foreach (var last in ends)
        {
            await work(above, last, stop);
            above = last;
        }
    }

    private async Task CheckReferences(long above, long last, CancellationToken stop)
    {
        var found = await Query<ReferenceFault>(FaultsSql, new { resource, above, last }, stop);
        var rows = found.GroupBy(fault => fault.Line).ToList();
        foreach (var row in rows)
        {
            faults.OfRow(row.Key, row.Select(fault => fault.AsFault()));
        }

        if (rows.Count > 0)
        {
            await Run(DropSql, new { lines = rows.Select(row => row.Key).ToArray() }, stop);
        }
    }

    // A row that the database refuses is found by halves, so that its line can be told.
    private async Task<long> WriteOrSplit(long above, long last, Func<bool> writes, CancellationToken stop)
    {
        await transaction.SaveAsync(Savepoint, stop);
        Problem? refusal;
        try
        {
            var rows = await WriteBetween(above, last, writes(), stop);
            await transaction.ReleaseAsync(Savepoint, stop);
            return rows;
        }
        catch (PostgresException refused) when (Refusals.AsProblem(refused) is { Status: < StatusCodes.Status500InternalServerError } problem)
        {
            refusal = problem;
        }

        await transaction.RollbackAsync(Savepoint, stop);
        if (last - above > 1)
        {
            var middle = above + ((last - above) / 2);
            return await WriteOrSplit(above, middle, writes, stop) + await WriteOrSplit(middle, last, writes, stop);
        }

        faults.OfRow(last, "", FaultCode.Conflict, refusal.Errors is [var only] ? only.Detail : refusal.Detail);
        return 1;
    }

    private async Task<long> WriteBetween(long above, long last, bool writes, CancellationToken stop)
    {
        var ops = await Query<(string Op, long Rows, long[]? Lines)>(
            WriteSql, new { resource, above, last, write, onConflict, writes, most = ImportFaults.Most }, stop);
        var rows = 0L;
        foreach (var (op, count, lines) in ops)
        {
            rows += count;
            if (op == "conflict")
            {
                await TellConflicts(count, lines!, stop);
            }
            else
            {
                done[op] = done.GetValueOrDefault(op) + count;
            }
        }

        return rows;
    }

    private async Task TellConflicts(long count, long[] lines, CancellationToken stop)
    {
        foreach (var (line, id, date) in await Query<(long Line, string Id, DateOnly? Date)>(ConflictsSql, new { lines }, stop))
        {
            faults.OfRow(line, "", FaultCode.Conflict, ImportProblems.IsThere(id, date));
        }

        faults.CountMore(count - lines.Length);
    }

    private Task<int> Run(string sql, object? parameters = null, CancellationToken stop = default) => connection.ExecuteAsync(Command(sql, parameters, stop));

    private Task<IEnumerable<T>> Query<T>(string sql, object parameters, CancellationToken stop) => connection.QueryAsync<T>(Command(sql, parameters, stop));

    private static CommandDefinition Command(string sql, object? parameters, CancellationToken stop) =>
        new(sql, parameters, commandTimeout: 0, cancellationToken: stop);
}
