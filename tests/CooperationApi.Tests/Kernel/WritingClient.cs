using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CooperationApi.Kernel;

namespace CooperationApi.Tests.Kernel;

/// <summary>Somebody who writes over HTTP, with a key.</summary>
internal sealed class WritingClient(HttpClient http, string key, Func<Uri?>? service = null)
{
    public Task<Answer> Post(string resource, JsonNode body, string? idempotencyKey, string? reason = null, CancellationToken? stop = null) =>
        Send(HttpMethod.Post, $"/{resource}", body, reason, stop, (WriteRequest.IdempotencyKeyHeader, idempotencyKey));

    public Task<Answer> Get(string path, CancellationToken? stop = null) => Send(HttpMethod.Get, path, body: null, reason: null, stop);

    public Task<Answer> Change(HttpMethod method, string path, string? tag, JsonNode? body, string? reason = null, CancellationToken? stop = null) =>
        Send(method, path, body, reason, stop, ("If-Match", tag));

    private async Task<Answer> Send(
        HttpMethod method, string path, JsonNode? body, string? reason, CancellationToken? stop, params (string Name, string? Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, service is null ? new Uri(path, UriKind.Relative) : new Uri(service()!, path));
        request.Headers.TryAddWithoutValidation(Credentials.KeyHeader, key);
        foreach (var (name, value) in headers.Append((WriteRequest.ReasonHeader, reason)))
        {
            request.Headers.TryAddWithoutValidation(name, value is null ? [] : [value]);
        }

        request.Content = body is null ? null
            : new ByteArrayContent(Encoding.UTF8.GetBytes(body.ToJsonString())) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        var clock = Stopwatch.StartNew();
        using var response = await http.SendAsync(request, stop ?? TestContext.Current.CancellationToken);
        var bytes = await response.Content.ReadAsByteArrayAsync(stop ?? TestContext.Current.CancellationToken);
        return new Answer((int)response.StatusCode, response.Headers.ETag?.ToString(), bytes, clock.Elapsed);
    }
}

/// <summary>What a write was answered, and how long that took.</summary>
internal sealed record Answer(int Status, string? Tag, byte[] Body, TimeSpan Took)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();
}
