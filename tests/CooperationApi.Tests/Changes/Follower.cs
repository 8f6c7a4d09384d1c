using System.Net;
using System.Net.ServerSentEvents;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace CooperationApi.Tests.Changes;

/// <summary>
/// Somebody who keeps a copy by following the changes from the beginning, asks now one copy of the service and now another, and now and then loses
/// the connection.
/// </summary>
internal sealed class Follower(IReadOnlyList<HttpClient> services, int seed)
{
    public const string TheEnd = "the-end";

    private readonly Random random = new(seed);
    private string? last;

    public List<string> Positions { get; } = [];

    public Copy Copy { get; } = new();

    public int Interruptions { get; private set; }

    private HttpClient Any => services[random.Next(services.Count)];

    private bool IsAtTheEnd { get; set; }

    /// <summary>Reads page after page by <c>next</c>; where it begins anew, after the last change that it has.</summary>
    public Task Page(bool restarts, CancellationToken stop)
    {
        var next = $"/changes?{Form()}";
        return Follow(
            async patience =>
            {
                var page = JsonNode.Parse(await Any.GetStringAsync(new Uri(next, UriKind.Relative), patience))!;
                page["items"]!.AsArray().ToList().ForEach(Take);
                next = restarts && last is not null && random.Next(5) == 0 ? $"/changes?after={last}&{Form()}" : (string)page["next"]!;
            },
            stop);
    }

    /// <summary>Listens to the stream; where it is lost, goes on after the last event.</summary>
    public Task Listen(CancellationToken stop) => Follow(
        async patience =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/changes/stream");
            if (last is not null)
            {
                request.Headers.Add("Last-Event-ID", last);
            }

            using var response = (await Any.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience)).EnsureSuccessStatusCode();
            await foreach (var sent in SseParser.Create(await response.Content.ReadAsStreamAsync(patience)).EnumerateAsync(patience))
            {
                Assert.Equal("change", sent.EventType);
                Take(JsonNode.Parse(sent.Data));
                if (IsAtTheEnd)
                {
                    return;
                }
            }
        },
        stop);

    private async Task Follow(Func<CancellationToken, Task> read, CancellationToken stop)
    {
        while (!IsAtTheEnd)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
            patience.CancelAfter(random.Next(4) == 0 ? random.Next(300) : random.Next(1000, 6000));
            try
            {
                await read(patience.Token);
            }
            catch (Exception lost) when (!stop.IsCancellationRequested && lost is OperationCanceledException or IOException or SocketException
                or HttpRequestException { StatusCode: null or HttpStatusCode.ServiceUnavailable })
            {
                Interruptions++;
            }
        }
    }

    private string Form() => $"wait={random.Next(4)}&limit={random.Next(1, 200)}";

    private void Take(JsonNode? entry)
    {
        var change = entry!.AsObject();
        last = (string)change["position"]!;
        Positions.Add(last);
        Copy.Apply(change);
        IsAtTheEnd = (string?)change["reason"] == TheEnd;
    }
}
