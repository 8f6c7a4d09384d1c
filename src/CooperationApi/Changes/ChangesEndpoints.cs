using System.Diagnostics;
using System.Text.Json.Nodes;
using CooperationApi.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace CooperationApi.Changes;

internal static class ChangesEndpoints
{
    private const string Resource = "changes";
    private const string LastEventId = "Last-Event-ID";

    // Where a filter finds nothing, how long to look: clients do not wait for ever.
    private static readonly TimeSpan MostSearching = TimeSpan.FromSeconds(25);

    public static IServiceCollection AddChanges(this IServiceCollection services)
    {
        Columns.Map<JsonObject>();
        return services.AddSingleton<ChangeStore>();
    }

    public static void MapChanges(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapResource(Resource, "Changes", "Every change of a fact, by whom and why, in an order that never changes.");
        group.MapGet("/", List).WithName("ListChanges").WithSummary("Follow the changes")
            .WithDescription("Follow `next` for ever: each change comes once, none is missed, whatever is written meanwhile and however long it "
                + "takes to commit. `next` is always there; an empty list means that there is nothing yet (or, with a filter, that nothing was "
                + "found in 25 seconds and the search goes on there). With a filter, a page may have fewer items than `limit` although more "
                + "follow. With `wait`, an answer comes as soon as there is a change. To keep a copy: take the `next` of `after=now`, then "
                + "export what you need, then follow from there.");
        group.MapGet("/stream", Follow).WithName("StreamChanges").WithSummary("Follow the changes as server-sent events")
            .WithDescription("The same changes in the same order, each as soon as it is there, as an event `change`: its `id` is the position, its "
                + "`data` the change as in the list. Begins after `Last-Event-ID`, else after `after`, else at the beginning. A browser's "
                + "`EventSource` sends that header by itself when it reconnects, so that it misses nothing either. In 15 seconds without a "
                + "change, a comment shows that the connection lives, with the `id` to go on from. The stream ends when the service stops: "
                + "connect again.");
    }

    [NotKept]
    [TakesNoTurn]
    private static async Task<Ok<ChangePage>> List(
        Query<ChangeFilter, ChangeWait> query, ChangeStore store, ChangeSignal signal, HttpContext http, CancellationToken stop)
    {
        var (filter, form) = query;
        var from = await Begin(store, "after", filter.After, stop);
        var stretch = await Await(from, TimeSpan.FromSeconds(form.Wait), position => store.After(position, filter, form.Limit, stop), signal, stop);
        var next = Links.With(http.Request, "after", stretch.Next.ToString());
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Append(HeaderNames.Link, $"<{next}>; rel=\"next\"");
        return TypedResults.Ok(new ChangePage { Items = stretch.Items, Next = next });
    }

    private static async Task<Stretch> Await(
        ChangePosition from, TimeSpan wait, Func<ChangePosition, Task<Stretch>> read, ChangeSignal signal, CancellationToken stop)
    {
        for (var clock = Stopwatch.StartNew(); ;)
        {
            var news = signal.News;
            var stretch = await read(from);
            var most = stretch.IsEnd ? wait : MostSearching;
            if (stretch.Items.Count > 0 || clock.Elapsed >= most
                || (stretch.IsEnd && !await signal.Wait(news, wait - clock.Elapsed, stop)))
            {
                return stretch;
            }

            from = stretch.Next;
        }
    }

    [NotKept]
    [TakesNoTurn]
    private static async Task<ChangeStream> Follow(
        Query<ChangeFilter> query,
        [FromHeader(Name = LastEventId), Parameter("Where to go on: the `id` of the last event seen. Goes before `after`.")]
        string? lastEventId,
        ChangeStore store,
        ChangeSignal signal,
        CancellationToken stop)
    {
        var filter = query.Value;
        if (lastEventId is null)
        {
            return new ChangeStream(await Begin(store, "after", filter.After, stop), filter, store, signal);
        }

        return ChangePosition.TryParse(lastEventId, out var last)
            ? new ChangeStream(await Begin(store, LastEventId, last, stop), filter, store, signal)
            : throw Refusal(LastEventId, FaultCode.InvalidValue, "This is no id of an event of this stream.");
    }

    private static async Task<ChangePosition> Begin(ChangeStore store, string parameter, ChangePosition? after, CancellationToken stop)
    {
        if (after == ChangePosition.Now)
        {
            return await store.Newest(stop);
        }

        var start = after ?? ChangePosition.Start;
        return await store.Knows(start, stop)
            ? start
            : throw Refusal(parameter, FaultCode.UnknownValue, "No change here has this position: it is of another database, or this one was "
                + "restored from a backup. Take the data anew and follow from `after=now`, or read from the beginning.");
    }

    private static ProblemException Refusal(string parameter, FaultCode code, string detail) =>
        new(Problem.BadQuery([new Fault { Parameter = parameter, Code = code, Detail = detail }]));
}
