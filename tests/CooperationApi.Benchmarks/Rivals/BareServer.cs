using System.Collections.Frozen;
using System.Text.Json;

namespace CooperationApi.Benchmarks;

/// <summary>An answer as it was recorded: what <see cref="BareServer"/> sends.</summary>
internal sealed record RecordedAnswer(string Target, Dictionary<string, string[]> Headers, byte[] Body);

/// <summary>
/// Kestrel that answers the same bytes from memory, body and headers, and does nothing else: the limit. Its settings are the defaults, but for
/// the Server header, which the service does not send either.
/// </summary>
internal static class BareServer
{
    public const string AnswersVariable = "BENCHMARK_ANSWERS";

    public static async Task<int> Run()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
        var app = builder.Build();
        var answers = await Recorded();
        app.MapGet("/sales/fms", (RequestDelegate)(http => Send(http, answers[http.Request.QueryString.Value!])));
        app.MapGet("/sales/fms/{id}", (RequestDelegate)(http => Send(http, answers[http.Request.Path.Value!])));
        app.MapGet("/readyz", () => "ready");
        await app.RunAsync();
        return 0;
    }

    private static Task Send(HttpContext http, (KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>[] Headers, byte[] Body) answer)
    {
        var response = http.Response;
        foreach (var (name, values) in answer.Headers)
        {
            response.Headers[name] = values;
        }

        response.ContentLength = answer.Body.Length;
        return response.Body.WriteAsync(answer.Body, 0, answer.Body.Length);
    }

    // By query string or, where there is none, by path.
    private static async Task<FrozenDictionary<string, (KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>[] Headers, byte[] Body)>> Recorded()
    {
        if (Environment.GetEnvironmentVariable(AnswersVariable) is not { Length: > 0 } file)
        {
            return FrozenDictionary<string, (KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>[], byte[])>.Empty;
        }

        var answers = JsonSerializer.Deserialize<RecordedAnswer[]>(await File.ReadAllBytesAsync(file))!;
        return answers.ToFrozenDictionary(
            answer => answer.Target.IndexOf('?', StringComparison.Ordinal) is > 0 and var at ? answer.Target[at..] : answer.Target,
            answer => (answer.Headers.Select(header => KeyValuePair.Create(header.Key, new Microsoft.Extensions.Primitives.StringValues(header.Value))).ToArray(), answer.Body));
    }
}
