using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Dapper;
using Npgsql;

namespace CooperationApi.Kernel;

/// <summary>
/// Reads editions by their ids. Those asked for while others are read are read next, together, by one statement: under load that is most of the work saved,
/// and without load nobody waits.
/// </summary>
internal sealed class RowsById<T>
{
    private const int MostTogether = 32;
    private static readonly int MostStatements = Math.Max(2, Environment.ProcessorCount / 2);

    private readonly ConcurrentQueue<Asked> waiting = new();
    private readonly NpgsqlDataSource database;
    private readonly string togetherSql;
    private int statements;

    /// <summary>By the statement that reads one, by <c>@id</c> and <c>@asOf</c>.</summary>
    public RowsById(NpgsqlDataSource database, string getSql)
    {
        this.database = database;
        var one = getSql.Replace("@asOf::date", "@asOf", StringComparison.Ordinal)
            .Replace("@asOf", "asked.as_of", StringComparison.Ordinal).Replace("@id", "asked.id", StringComparison.Ordinal);
        togetherSql = $"""
            select asked.n, found.*
              from unnest(@ids::text[], @dates::date[]) with ordinality as asked (id, as_of, n)
             cross join lateral ({one}) found
            """;
    }

    public async Task<Row<T>?> Find(string id, DateOnly? asOf, CancellationToken stop)
    {
        var asked = new Asked(id, asOf);
        waiting.Enqueue(asked);
        Begin();
        await using var leaving = stop.UnsafeRegister(static (asked, stop) => ((Asked)asked!).Leave(stop), asked);
        return await asked.Answer.Task;
    }

    private void Begin()
    {
        if (Interlocked.Increment(ref statements) <= MostStatements)
        {
            _ = Work();
        }
        else
        {
            Interlocked.Decrement(ref statements);
        }
    }

    private async Task Work()
    {
        while (Next() is { Count: > 0 } together)
        {
            await Read(together);
        }

        Interlocked.Decrement(ref statements);

        // Who came between the last look and this found no place to begin.
        if (!waiting.IsEmpty)
        {
            Begin();
        }
    }

    private Together Next()
    {
        var together = new Together();
        while (together.Count < MostTogether && waiting.TryDequeue(out var asked))
        {
            together.Add(asked);
        }

        return together;
    }

    private async Task Read(Together together)
    {
        try
        {
            // The statement is told of whoever asks first, not of the one who came when this work began.
            Activity.Current = together[0].Request;
            together.Begin();
            await using var connection = await database.OpenConnectionAsync(together.AllHaveLeft);

            // Always as many, or else PostgreSQL would find that to plan for just so many is worth planning each time.
            var (ids, dates) = (new string?[MostTogether], new DateOnly?[MostTogether]);
            for (var at = 0; at < together.Count; at++)
            {
                (ids[at], dates[at]) = (together[at].Id, together[at].AsOf);
            }

            await using var reader = (DbDataReader)await connection.ExecuteReaderAsync(
                new CommandDefinition(togetherSql, new { ids, dates }, cancellationToken: together.AllHaveLeft));
            using var rows = new JsonRows<T>(reader, first: 1);
            while (await reader.ReadAsync())
            {
                together[(int)reader.GetInt64(0) - 1].Answer.TrySetResult(new Row<T>(rows.Read().ToArray()));
            }

            together.ForEach(asked => asked.Answer.TrySetResult(null));
        }
        catch (Exception failure)
        {
            together.ForEach(asked => asked.Answer.TrySetException(failure));
        }
    }

    private sealed class Asked(string id, DateOnly? asOf)
    {
        private volatile Together? together;
        private volatile bool hasLeft;

        public string Id => id;

        public DateOnly? AsOf => asOf;

        public bool HasLeft => hasLeft;

        public Activity? Request { get; } = Activity.Current;

        public TaskCompletionSource<Row<T>?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Join(Together others) => together = others;

        public void Leave(CancellationToken stop)
        {
            hasLeft = true;
            Answer.TrySetCanceled(stop);
            together?.EndUnlessAwaited();
        }
    }

#pragma warning disable CA1001 // Without a time to wait for it holds nothing, and somebody may leave when all is done.
    private sealed class Together : List<Asked>
#pragma warning restore CA1001
    {
        private readonly CancellationTokenSource ending = new();

        public CancellationToken AllHaveLeft => ending.Token;

        // Once it is whole.
        public void Begin()
        {
            ForEach(asked => asked.Join(this));
            EndUnlessAwaited();
        }

        public void EndUnlessAwaited()
        {
            if (TrueForAll(asked => asked.HasLeft))
            {
                ending.Cancel();
            }
        }
    }
}
