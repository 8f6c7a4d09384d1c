using System.Net;
using System.Text.Json.Nodes;
using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Kernel;

/// <summary>What the service as a process writes to its standard output of the requests that it answers.</summary>
public sealed class RequestLogTests(Api api) : IClassFixture<Api>
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";

    [Fact]
    public async Task Each_request_is_one_line_of_JSON_with_its_trace_and_nothing_secret()
    {
        var key = await Drafts.AddKey(api.ConnectionString, "logged");
        var lines = await Lines(
            [("RequestLog", "true"), ("Logging__Console__FormatterName", "json")],
            ("/agreements/export?q=never-logged", ("traceparent", $"00-{Trace}-b7ad6b7169203331-01")),
            ("/agreements?limit=1", ("X-Api-Key", key)),
            ("/agreements?limit=1", ("X-Api-Key", "never-logged")),
            ("/a%0D%0Ab/%22c", ("Accept", "application/json")),
            ("/livez", ("Accept", "application/json")));
        Assert.DoesNotContain(lines, line => line.Contains(key, StringComparison.Ordinal) || line.Contains("never-logged", StringComparison.Ordinal));
        var requests = lines.Select(line => JsonNode.Parse(line)!).Where(line => (string?)line["Category"] == typeof(RequestLog).FullName).ToList();
        Assert.Equal(
            [("GET", "/agreements/export", 200), ("GET", "/agreements", 200), ("GET", "/agreements", 401), ("GET", "/a%0D%0Ab/%22c", 404), ("GET", "/livez", 200)],
            requests.Select(line => line["State"]!).Select(state => ((string)state["Method"]!, (string)state["Path"]!, (int)state["Status"]!)));
        Assert.All(requests, line =>
        {
            Assert.InRange((double)line["State"]!["Milliseconds"]!, 0, 30_000);
            Assert.Matches("^[0-9a-f]{32}$", (string)line["State"]!["TraceId"]!);
            Assert.Contains(line["Scopes"]!.AsArray(), scope => (string?)scope!["TraceId"] == (string)line["State"]!["TraceId"]!);
            Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", (string)line["Timestamp"]!);
        });
        Assert.Equal(Trace, (string)requests[0]["State"]!["TraceId"]!);
        Assert.Equal("{\"status\":\"ok\"}".Length, (long)requests[^1]["State"]!["Bytes"]!);
    }

    [Fact]
    public async Task Nothing_is_written_of_requests_unless_it_is_asked_for()
    {
        var lines = await Lines([], ("/agreements?limit=1", ("Accept", "application/json")));
        Assert.DoesNotContain(lines, line => line.Contains("/agreements", StringComparison.Ordinal) || line.Contains(nameof(RequestLog), StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<string>> Lines((string Name, string Value)[] settings, params (string Path, (string Name, string Value) Header)[] asked)
    {
        await using var service = ServiceProcess.Launch("", [], [("ConnectionStrings__Cooperation", api.ConnectionString), .. settings]);
        await service.Ready();
        foreach (var (path, (name, value)) in asked)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(service.Client.BaseAddress!, path));
            request.Headers.Add(name, value);
            using var response = await service.Client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.NotEqual(HttpStatusCode.InternalServerError, response.StatusCode);
        }

        Assert.Equal(0, await service.Signal("TERM"));
        return service.Printed;
    }
}
