using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace CooperationApi.Tests.Testing;

/// <summary>What an answer to a write says.</summary>
internal sealed record Written(int Status, string? ETag, string? Location, JsonNode? Body, HttpResponseHeaders Headers)
{
    /// <summary>The faults: place and code.</summary>
    public IReadOnlyList<(string Place, string Code)> Faults =>
        [.. Body!["errors"]!.AsArray().Select(fault => ((string)(fault!["pointer"] ?? fault["header"] ?? fault["parameter"])!, (string)fault["code"]!))];
}

/// <summary>Writes as a client does.</summary>
internal static class Writing
{
    public static Task<Written> Post(this Api api, string path, JsonNode body, string key, params (string Name, string Value)[] headers) =>
        api.Write(HttpMethod.Post, path, body.ToJsonString(), key, headers);

    public static Task<Written> Put(this Api api, string path, JsonNode body, string key, params (string Name, string Value)[] headers) =>
        api.Write(HttpMethod.Put, path, body.ToJsonString(), key, headers);

    public static Task<Written> Patch(this Api api, string path, string patch, string key, params (string Name, string Value)[] headers) =>
        api.Write(HttpMethod.Patch, path, patch, key, headers);

    public static Task<Written> Delete(this Api api, string path, string key, params (string Name, string Value)[] headers) =>
        api.Write(HttpMethod.Delete, path, body: null, key, headers);

    public static async Task<Written> Write(
        this Api api, HttpMethod method, string path, string? body, string? key, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = new(method == HttpMethod.Patch ? "application/merge-patch+json" : "application/json");
        }

        foreach (var (name, value) in headers.Append(("X-Api-Key", key ?? "")).Where(header => header.Item2.Length > 0))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Written(
            (int)response.StatusCode,
            response.Headers.ETag?.ToString(),
            (response.Headers.Location ?? response.Content.Headers.ContentLocation)?.ToString(),
            text.Length == 0 ? null : JsonNode.Parse(text),
            response.Headers);
    }

    /// <summary>The tag of what GET gives.</summary>
    public static async Task<(string, string)> IfMatch(this Api api, string path)
    {
        using var response = await api.Send(path);
        return ("If-Match", response.Headers.ETag!.ToString());
    }
}
