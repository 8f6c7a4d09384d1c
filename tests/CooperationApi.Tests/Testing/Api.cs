using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CooperationApi.Kernel;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CooperationApi.Tests.Testing;

/// <summary>The service itself, on a real port, over a database of its own with the partners and one sheet, that on Japan of 2018.</summary>
public partial class Api(PostgresServer server) : IAsyncLifetime
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JsonNames.Options.Encoder };

    // A test that fails is to be found among what the tests print.
    private static readonly (string, string)[] Quiet = [("RateLimit:PerMinute", "0"), ("Logging:Console:LogLevel:Default", "Warning")];

    private WebApplicationFactory<Program>? service;
    private HttpClient? client;
    private string database = "";

    /// <summary>Sends requests, and fails where an answer is not what the OpenAPI document says.</summary>
    public HttpClient Client => client!;

    /// <summary>Configuration beyond that of the database.</summary>
    internal IReadOnlyList<(string Key, string Value)> Settings { get; init; } = [];

    private protected virtual bool HasAllFacts => false;

    private protected virtual IEnumerable<(string Key, string Value)> ConnectionStrings(string database) => [("ConnectionStrings:Cooperation", database)];

    public IServiceProvider Services => service!.Services;

    public string ConnectionString => database;

    internal NpgsqlDataSource Database => Services.GetRequiredService<NpgsqlDataSource>();

    public IReadOnlyList<RouteEndpoint> Endpoints =>
        [.. Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is not null)];

    public virtual async ValueTask InitializeAsync()
    {
        database = await server.Clone(HasAllFacts);
        service = new WebApplicationFactory<Program>()
            .WithWebHostBuilder(host =>
            {
                foreach (var (key, value) in Quiet.Concat(Settings).Append(("urls", "http://127.0.0.1:0")).Concat(ConnectionStrings(database)))
                {
                    host.UseSetting(key, value);
                }
            });
        service.UseKestrel();
        service.StartServer();
        client = new HttpClient(new ContractHandler(new SocketsHttpHandler { AllowAutoRedirect = false }))
        {
            BaseAddress = service.ClientOptions.BaseAddress,
        };
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        client?.Dispose();
        if (service is not null)
        {
            await service.DisposeAsync();
        }

        await server.Drop(database);
    }

    /// <summary>What a path answers, whatever the status.</summary>
    public async Task<(HttpStatusCode Status, JsonNode Body)> Get(string path)
    {
        using var response = await Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (response.StatusCode, JsonNode.Parse(text)!);
    }

    /// <summary>The body of a path that is expected to be there.</summary>
    public async Task<JsonNode> Read(string path)
    {
        var (status, body) = await Get(path);
        Assert.True(status == HttpStatusCode.OK, $"{path} answered {(int)status}: {body.ToJsonString(Indented)}");
        return body;
    }

    /// <summary>The ids on a page.</summary>
    public async Task<IReadOnlyList<string>> Ids(string path) =>
        [.. (await Read(path))["items"]!.AsArray().Select(item => (string)item!["id"]!)];

    /// <summary>The faults of a query that is expected to be refused: parameter, code.</summary>
    public async Task<IReadOnlyList<(string Parameter, string Code)>> Faults(string path)
    {
        var (status, body) = await Get(path);
        Assert.True(status == HttpStatusCode.BadRequest, $"{path} answered {(int)status}: {body.ToJsonString(Indented)}");
        return [.. body["errors"]!.AsArray().Select(fault => ((string)fault!["parameter"]!, (string)fault["code"]!))];
    }

    /// <summary>What a path answers, unread.</summary>
    public Task<HttpResponseMessage> Send(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, path, headers);

    public async Task<HttpResponseMessage> Send(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    /// <summary>The body of a path that is expected to be there, as it is.</summary>
    public async Task<string> Text(string path)
    {
        using var response = await Send(path);
        Assert.True(response.IsSuccessStatusCode, $"{path} answered {(int)response.StatusCode}");
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Does something to the database behind the service's back.</summary>
    public async Task Execute(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        Told();
    }

    /// <summary>Says that somebody has written, for those who write behind the service's back: that is no news by itself.</summary>
    public void Told() => Services.GetRequiredService<ChangeSignal>().Signal();

    /// <summary>A new key with a role, to be sent as X-Api-Key.</summary>
    internal async Task<string> Key(Role role, string name = "tester") =>
        (await Services.GetRequiredService<ApiKeys>().Create(name, role, expires: null, TestContext.Current.CancellationToken)).Secret;

    /// <summary>A path of every operation whose answer has an end, filled with the examples of the document.</summary>
    public async Task<IReadOnlyList<string>> ExamplePaths() =>
        [.. (await Read("/openapi.json"))["paths"]!.AsObject().Where(path => path.Value!["get"] is { } read && !IsEndless(read) && IsOpen(read)).Select(path => Filled(path.Key, path.Value!["get"]!))];

    /// <summary>
    /// A path of every list. The feed of changes is none: it is bound by `limit` and takes its examples like one, but it has no end, hence
    /// nothing to count, no order but its own, one form, and no date as of which it is asked.
    /// </summary>
    public async Task<IReadOnlyList<string>> Lists() =>
        [.. (await Read("/openapi.json"))["paths"]!.AsObject()
            .Where(path => path.Value!["get"]?["parameters"]?.AsArray().Any(parameter => (string?)parameter!["name"] == "cursor") ?? false)
            .Select(path => Filled(path.Key, path.Value!["get"]!))];

    /// <summary>A path with the examples of its operation in the places of its parameters, and with those that must be given.</summary>
    public static string Filled(string path, JsonNode operation) => Filled(path, operation, name =>
        (string)operation["parameters"]!.AsArray().Single(parameter => (string?)parameter!["name"] == name)!["example"]!);

    /// <summary>A path with other values in the places of its parameters.</summary>
    public static string Filled(string path, JsonNode operation, Func<string, string> valueOf) => (operation["parameters"]?.AsArray() ?? [])
        .Where(parameter => (string?)parameter!["in"] == "query" && (bool?)parameter["required"] is true)
        .Aggregate(
            Placeholder.Replace(path, match => valueOf(match.Groups[1].Value)),
            (filled, parameter) => Examples(parameter!).Aggregate(filled, (given, value) => With(given, $"{parameter!["name"]}={Uri.EscapeDataString(value)}")));

    private static IEnumerable<string> Examples(JsonNode parameter) =>
        parameter["example"] is JsonArray several ? several.Select(one => (string)one!) : [(string)parameter["example"]!];

    /// <summary>Whether an operation is there, and for anybody.</summary>
    public static bool IsOpen(JsonNode? operation) => operation is not null && (operation["security"]?.AsArray().Count ?? 0) == 0;

    /// <summary>Whether an operation answers with a stream of events.</summary>
    public static bool IsEndless(JsonNode operation) => operation["responses"]!["200"]!["content"]!.AsObject().ContainsKey(EventStream.MediaType);

    /// <summary>A path with another parameter.</summary>
    public static string With(string path, string parameter) => path + (path.Contains('?', StringComparison.Ordinal) ? '&' : '?') + parameter;

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder { get; }
}

/// <summary>The same with all facts of this build.</summary>
public sealed class SeededApi(PostgresServer server) : Api(server)
{
    private protected override bool HasAllFacts => true;
}
