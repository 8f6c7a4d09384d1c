using System.Text;

namespace CooperationApi.Kernel;

/// <summary>Server-sent events: an answer that goes on until its client or the service ends it.</summary>
internal sealed class EventStream
{
    public const string MediaType = "text/event-stream";

    /// <summary>How long nothing may be sent: proxies and clients take a longer silence for a broken connection.</summary>
    public static readonly TimeSpan MostSilence = TimeSpan.FromSeconds(15);

    private const string Again = "retry: 2000\n";

    private readonly Sending sending;

    private EventStream(Sending sending) => this.sending = sending;

    /// <summary>Sends the events that <paramref name="write"/> writes, and where it begins, to go on from if the connection is lost.</summary>
    public static async Task Send(HttpContext http, string start, Func<EventStream, CancellationToken, Task> write)
    {
        var sending = Sending.Of(http);
        http.Response.ContentType = MediaType;
        if (!sending.Endless())
        {
            return;
        }

        try
        {
            var stream = new EventStream(sending);
            await stream.Write($"{Again}id: {start}\n\n", http.RequestAborted);
            await write(stream, http.RequestAborted);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody listens any more.
        }
        catch
        {
            sending.Fail();
            throw;
        }
    }

    /// <summary>An event; its data is one line.</summary>
    public static string Event(string id, string name, string data) => $"id: {id}\nevent: {name}\ndata: {data}\n\n";

    /// <summary>A sign of life, which is no event, and moves the place to go on from.</summary>
    public static string Place(string id) => $":\nid: {id}\n\n";

    public async Task Write(string events, CancellationToken stop)
    {
        await sending.Connection.WriteAsync(Encoding.UTF8.GetBytes(events), stop);
        await sending.Connection.FlushAsync(stop);
    }
}
