using System.Reflection;
using System.Text.Json;
using CooperationApi.Kernel;
using Microsoft.AspNetCore.Http.Metadata;

namespace CooperationApi.Changes;

/// <summary>Sends changes as they come. It holds no connection to the database while it waits, nor while its client reads.</summary>
internal sealed class ChangeStream(ChangePosition start, ChangeFilter filter, ChangeStore store, ChangeSignal signal)
    : IResult, IEndpointMetadataProvider
{
    private const int AtATime = 200;

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(Change), [EventStream.MediaType]));

    public Task ExecuteAsync(HttpContext httpContext) => EventStream.Send(httpContext, start.ToString(), Follow);

    private async Task Follow(EventStream events, CancellationToken stop)
    {
        for (var place = start; !signal.IsStopping;)
        {
            var news = signal.News;
            var stretch = await store.After(place, filter, AtATime, stop);
            place = stretch.Next;
            if (stretch.Items.Count > 0)
            {
                await events.Write(string.Concat(stretch.Items.Select(Event)), stop);
            }
            else if (!stretch.IsEnd || !await signal.Wait(news, EventStream.MostSilence, stop))
            {
                await events.Write(EventStream.Place(place.ToString()), stop);
            }
        }
    }

    private static string Event(Change change) =>
        EventStream.Event(change.Position, "change", JsonSerializer.Serialize(change, JsonNames.Options));
}
