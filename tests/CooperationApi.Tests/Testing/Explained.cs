using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CooperationApi.Tests.Testing;

/// <summary>
/// The service, and how PostgreSQL ran the very statements that it sends, each with the plan that serves any parameters. auto_explain tells it to
/// the client, and Npgsql to its log.
/// </summary>
internal sealed class Explained : IAsyncDisposable
{
    private const string Options = "-c session_preload_libraries=auto_explain -c auto_explain.log_level=notice -c auto_explain.log_format=json "
        + "-c auto_explain.log_min_duration=0 -c auto_explain.log_analyze=on -c auto_explain.log_buffers=on -c auto_explain.log_timing=off "
        + "-c auto_explain.log_nested_statements=on";

    private readonly Plans plans = new();
    private readonly WebApplicationFactory<Program> service;

    public Explained(string database, string settings = "")
    {
        service = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseSetting("urls", "http://127.0.0.1:0")
            .UseSetting("ConnectionStrings:Cooperation", $"{database};Options={Options} {settings}")
            .UseSetting("Cache:Megabytes", "0")
            .UseSetting("Logging:LogLevel:Npgsql", "Debug")
            .ConfigureServices(services => services.AddSingleton<ILoggerProvider>(plans)));
        service.UseKestrel();
        service.StartServer();
        Client = new HttpClient { BaseAddress = service.ClientOptions.BaseAddress };
    }

    public HttpClient Client { get; }

    /// <summary>The plans of what a path reads from tables that are named so.</summary>
    public async Task<IReadOnlyList<JsonNode>> Run(string path, Predicate<string> isTable, HttpStatusCode status = HttpStatusCode.OK)
    {
        plans.Seen.Clear();
        using var response = await Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == status, $"{path} answered {(int)response.StatusCode}");
        var ran = plans.Seen.Select(plan => plan["Plan"]!).Where(plan => Nodes(plan).Any(node => Table(node) is { } name && isTable(name))).ToList();
        Assert.NotEmpty(ran);
        return ran;
    }

    public static IEnumerable<JsonNode> Nodes(JsonNode node) => (node["Plans"]?.AsArray() ?? []).SelectMany(child => Nodes(child!)).Prepend(node);

    public static string? Table(JsonNode node) => (string?)node["Relation Name"];

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await service.DisposeAsync();
        plans.Dispose();
    }

    private sealed class Plans : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<JsonNode> Seen { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var text = formatter(state, exception);
            if (text.StartsWith("Received notice: duration", StringComparison.Ordinal))
            {
                Seen.Enqueue(JsonNode.Parse(text[text.IndexOf('{', StringComparison.Ordinal)..])!);
            }
        }

        public void Dispose()
        {
        }
    }
}
