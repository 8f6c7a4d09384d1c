using System.Text.Json.Nodes;
using Npgsql;

namespace CooperationApi.Kernel;

/// <summary>Creates, replaces, amends and withdraws one row of any resource: nothing is lost to a retry or to somebody who writes at the same time.</summary>
internal sealed class Writer(NpgsqlDataSource database, WritePlaces places, Missing missing, ChangeSignal signal)
{
    /// <summary>Adds a record, or another edition of one that is there.</summary>
    public Task<WriteResult<T>> Create<T, TInput>(Writable resource, Body<TInput> body, WriteRequest request, CancellationToken stop)
        where TInput : class =>
        places.Take(async stop =>
        {
            var row = WriteRow.Of(body.Value);
            var isAlone = request.IdempotencyKey is null;
            await using var writing = await (isAlone ? WriteTransaction.OfOneWrite(database, resource, stop) : WriteTransaction.Begin(database, resource, stop));
            if (!isAlone && await writing.Claim(request, request.Fingerprint(body.Bytes.Span)) is { } given)
            {
                return new WriteResult<T>(given);
            }

            var written = await Write<T>(writing, resource, row, request, isNew: true, () => row.StatedFrom is { } date
                ? $"'{row.Id}' has an edition of {date:yyyy-MM-dd}. To correct it, PUT or PATCH {resource.Url(request.Http.Request, row.Id, date)}; to restore what was withdrawn, leave statedUntil out."
                : $"'{row.Id}' is there already. To correct it, PUT or PATCH {resource.Url(request.Http.Request, row.Id, asOf: null)}.", stop);
            return await Answer(writing, resource, row, written, request, StatusCodes.Status201Created);
        }, stop);

    /// <summary>Puts an edition in the place of the one that was read, or beside it if it is stated from another date.</summary>
    public Task<WriteResult<T>> Replace<T, TInput>(
        Writable resource, string id, DateOnly? asOf, Body<TInput> body, WriteRequest request, CancellationToken stop)
        where TInput : class =>
        Change<T>(resource, id, asOf, request, _ => WriteRow.Of(body.Value), stop);

    /// <summary>Changes some members of the edition that was read.</summary>
    public Task<WriteResult<T>> Amend<T, TInput>(
        Writable resource, string id, DateOnly? asOf, MergePatch<TInput> patch, WriteRequest request, CancellationToken stop)
        where TInput : class =>
        Change<T>(resource, id, asOf, request, found => Amended(found, patch), stop);

    /// <summary>Ends a record with a reason: it is gone, and what was stated of it until today can still be read as of then.</summary>
    public Task<WithdrawResult> Withdraw<T>(Writable resource, string id, WriteRequest request, CancellationToken stop) =>
        places.Take(async stop =>
        {
            await using var writing = await WriteTransaction.Begin(database, resource, stop);
            await Read<T>(writing, resource, id, asOf: null, request, stop);
            await writing.Withdraw(id, request);
            await Commit(writing);
            return new WithdrawResult();
        }, stop);

    private Task<WriteResult<T>> Change<T>(
        Writable resource, string id, DateOnly? asOf, WriteRequest request, Func<JsonObject, WriteRow> change, CancellationToken stop) =>
        places.Take(async stop =>
        {
            await using var writing = await WriteTransaction.Begin(database, resource, stop);
            var found = await Read<T>(writing, resource, id, asOf, request, stop);
            var row = change(found);
            if (row.Id != id)
            {
                throw new ProblemException(Problem.BadBody([new Fault
                {
                    Pointer = "/id", Code = FaultCode.Contradiction, Detail = $"This is the place of '{id}'. An id does not change.",
                }]));
            }

            var isNew = row.StatedFrom?.ToString("yyyy-MM-dd") != found["statedFrom"]?.GetValue<string>();
            var written = await Write<T>(writing, resource, row, request, isNew, () =>
                $"There is another edition of {row.StatedFrom:yyyy-MM-dd}. To correct it, read and write {resource.Url(request.Http.Request, id, row.StatedFrom)}.", stop);
            return await Answer(writing, resource, row, written, request, StatusCodes.Status200OK);
        }, stop);

    // What is there, if it is what the writer has seen.
    private async Task<JsonObject> Read<T>(
        WriteTransaction writing, Writable resource, string id, DateOnly? asOf, WriteRequest request, CancellationToken stop)
    {
        if (await writing.Lock<T>(id, asOf) is not { } found)
        {
            await writing.DisposeAsync();
            throw new ProblemException((await missing.Of(resource.Resource, id, asOf, stop)).Problem);
        }

        var tag = EntityTags.OfJson(found.Json);
        return EntityTags.Match(request.Known, tag)
            ? JsonNode.Parse(found.Json)!.AsObject()
            : throw new ProblemException(WriteProblems.PreconditionFailed(tag));
    }

    private static WriteRow Amended<TInput>(JsonObject found, MergePatch<TInput> patch)
        where TInput : class
    {
        // An edition of another date ends where the next one begins, not where this one does.
        if (patch.Patch["statedFrom"] is { } from && !JsonNode.DeepEquals(from, found["statedFrom"]) && !patch.Patch.ContainsKey("statedUntil"))
        {
            found = found.DeepClone().AsObject();
            found.Remove("statedUntil");
        }

        var faults = new List<Fault>();
        return patch.Read(found, faults) is { } amended ? WriteRow.Of(amended) : throw new ProblemException(Problem.BadBody(faults));
    }

    // What is there when the row is written. A good one is written at once; of what is refused, all that it refers to in vain is told first.
    private async Task<Written<T>> Write<T>(
        WriteTransaction writing, Writable resource, WriteRow row, WriteRequest request, bool isNew, Func<string> conflict, CancellationToken stop)
    {
        Problem refusal;
        try
        {
            var written = await writing.Write<T>(row, request, isNew ? "error" : "replace");
            if (written.Done is not "faulty" && !(isNew && written.Done is "conflict" or "unchanged"))
            {
                return written;
            }

            refusal = written.Done is "faulty" ? Refusals.Busy : WriteProblems.Conflict(conflict());
        }
        catch (PostgresException refused) when (Refusals.AsProblem(refused) is { Status: < StatusCodes.Status500InternalServerError } problem)
        {
            refusal = problem;
        }

        await writing.DisposeAsync();
        await using var checking = await WriteTransaction.Begin(database, resource, stop);
        await checking.Check(row);
        throw new ProblemException(refusal);
    }

    private async Task<WriteResult<T>> Answer<T>(
        WriteTransaction writing, Writable resource, WriteRow row, Written<T> written, WriteRequest request, int status)
    {
        var json = written.Row!.Json;
        var url = resource.Url(request.Http.Request, row.Id, written.Stands ? null : row.StatedFrom);
        var answer = new WriteAnswer(status, url, EntityTags.OfJson(json), json);
        await writing.Keep(request, answer);
        await Commit(writing);
        return new WriteResult<T>(answer);
    }

    private async Task Commit(WriteTransaction writing)
    {
        await writing.Commit();
        signal.Signal();
    }
}
