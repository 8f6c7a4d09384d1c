using System.Text.Json.Nodes;
using CooperationApi.Tests.Kernel;
using Dapper;
using Npgsql;

namespace CooperationApi.Tests.Changes;

/// <summary>Somebody who writes what comes to mind, over HTTP or straight in SQL, and whose connections are cut at any moment.</summary>
internal sealed class RandomWriter(string name, int seed, Ledger ledger)
{
    public const string SqlName = "a writer in SQL";

    private const int Ids = 12;
    private const int MostTries = 50;

    private const string WriteSql = """
        select write_row(@resource, row(1, @id, @from::date, @body::json)::staged, 'in SQL', @reason, 'replace')
        """;

    private const string StandsSql = """
        select exists (select from entries e where e.resource = @resource and e.id = @id and e.stated_until is null)
        """;

    private readonly Random random = new(seed);
    private int count;

    public async Task Write(WritingClient client, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            var (resource, id) = Any();
            var reason = $"{name}-{++count}";
            switch (random.Next(10))
            {
                case < 5:
                    await Post(client, resource, id, reason);
                    break;
                case < 7:
                    await Change(client, HttpMethod.Patch, resource, id, reason, found => new JsonObject { ["notes"] = new JsonArray(reason) });
                    break;
                case < 9:
                    await Change(client, HttpMethod.Put, resource, id, reason, found => Drafts.Of(resource, id, AnyDate(), reason));
                    break;
                default:
                    await Change(client, HttpMethod.Delete, resource, id, reason, _ => null);
                    break;
            }
        }
    }

    public async Task WriteInSql(string database, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            var reason = $"{name}-{++count}";
            try
            {
                await using var connection = await Drafts.Open(database, SqlName);
                for (; !end.IsCancellationRequested; reason = $"{name}-{++count}")
                {
                    await WriteInSql(connection, reason);
                }
            }
            catch (Exception killed) when (killed is NpgsqlException or InvalidOperationException)
            {
                ledger.Abort();
            }
        }
    }

    private async Task WriteInSql(NpgsqlConnection connection, string reason)
    {
        var (resource, id) = Any();
        var from = AnyDate();
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await connection.ExecuteAsync("select lock_record(@resource, @id)", new { resource, id }, transaction);
        ledger.Begin(reason);
        if (random.Next(4) == 0)
        {
            if (!await connection.ExecuteScalarAsync<bool>(StandsSql, new { resource, id }, transaction))
            {
                ledger.End(reason, isDone: false);
                return;
            }

            await connection.ExecuteAsync("select withdraw(@resource, @id, begin_write('in SQL', @reason), @reason)", new { resource, id, reason }, transaction);
        }
        else
        {
            var body = Drafts.Of(resource, id, from, reason).ToJsonString();
            await connection.ExecuteAsync(WriteSql, new { resource, id, from, body, reason }, transaction);
        }

        await Task.Delay(random.Next(4) == 0 ? random.Next(60) : 0, TestContext.Current.CancellationToken);
        if (random.Next(6) == 0)
        {
            await transaction.RollbackAsync(TestContext.Current.CancellationToken);
            ledger.End(reason, isDone: false);
            return;
        }

        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        ledger.End(reason, isDone: true);
    }

    // Until it is answered, always with the same key; now and then it is given up.
    private async Task Post(WritingClient client, string resource, string id, string reason)
    {
        ledger.Begin(reason);
        var draft = Drafts.Of(resource, id, AnyDate(), reason);
        for (var time = 0; time < MostTries; time++)
        {
            if (await Try(stop => client.Post(resource, draft.DeepClone(), reason, reason, stop)) is not { } answer)
            {
                if (random.Next(4) == 0)
                {
                    return;
                }

                continue;
            }

            ledger.Note($"POST {resource}", answer, 201, 409, 503);
            if (answer.Status != 503)
            {
                ledger.End(reason, answer.Status == 201);
                return;
            }

            await Task.Delay(random.Next(50), TestContext.Current.CancellationToken);
        }
    }

    private async Task Change(WritingClient client, HttpMethod method, string resource, string id, string reason, Func<JsonObject, JsonObject?> change)
    {
        var path = $"/{resource}/{id}" + (method == HttpMethod.Delete || random.Next(3) > 0 ? "" : $"?asOf={AnyDate()}");
        if (await Try(stop => client.Get(path, stop)) is not { } found)
        {
            return;
        }

        ledger.Note($"GET {path}", found, 200, 404, 410, 503);
        if (found.Status != 200)
        {
            return;
        }

        ledger.Begin(reason);
        if (await Try(stop => client.Change(method, path, found.Tag, change(found.Json), reason, stop)) is { } answer)
        {
            ledger.Note($"{method} {path}", answer, method == HttpMethod.Delete ? 204 : 200, 404, 409, 410, 412, 503);
            if (answer.Status != 503)
            {
                ledger.End(reason, answer.Status is 200 or 204);
            }
        }
    }

    // Nothing where the connection is cut before the answer.
    private async Task<Answer?> Try(Func<CancellationToken, Task<Answer>> send)
    {
        using var cut = new CancellationTokenSource();
        if (random.Next(8) == 0)
        {
            cut.CancelAfter(random.Next(80));
        }

        try
        {
            return await send(cut.Token);
        }
        catch (OperationCanceledException) when (cut.IsCancellationRequested)
        {
            ledger.Abort();
            return null;
        }
    }

    private (string Resource, string Id) Any() =>
        (Drafts.Resources[random.Next(Drafts.Resources.Count)], $"written-{random.Next(Ids)}");

    private string AnyDate() => Drafts.Dates[random.Next(Drafts.Dates.Count)];
}
