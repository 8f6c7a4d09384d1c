using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CooperationApi.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationApi.Tests.Testing;

/// <summary>Sends files to be imported, with a key that lets it.</summary>
internal static class ImportFiles
{
    public const string Ndjson = "application/x-ndjson";
    public const string Csv = "text/csv";

    /// <summary>Every resource that can be exported and imported, those first that others refer to.</summary>
    public static IReadOnlyList<string> Resources { get; } =
    [
        "partners", "fact-sheets", "agreements", "exercises", "sales/fms", "sales/dcs", "force-posture", "peacekeeping", "objectives",
        "assistance",
    ];

    private static readonly string[] Counted = ["created", "revised", "corrected", "restored", "unchanged", "skipped", "rejected"];

    public static async Task<string> Key(Api api) =>
        (await api.Services.GetRequiredService<ApiKeys>().Create("importer", Role.Admin, null, TestContext.Current.CancellationToken)).Secret;

    public static Task<(int Status, JsonNode Body)> Import(
        this Api api, string resource, string file, string query = "", string mediaType = Ndjson, params (string Name, string Value)[] headers) =>
        api.Import(resource, new ByteArrayContent(Encoding.UTF8.GetBytes(file)), query, mediaType, headers);

    public static async Task<(int Status, JsonNode Body)> Import(
        this Api api, string resource, HttpContent file, string query = "", string mediaType = Ndjson, params (string Name, string Value)[] headers)
    {
        using var request = await api.Request(resource, file, query, mediaType, headers);
        using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!);
    }

    public static async Task<HttpRequestMessage> Request(
        this Api api, string resource, HttpContent file, string query, string mediaType, params (string Name, string Value)[] headers)
    {
        file.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        var request = new HttpRequestMessage(HttpMethod.Post, $"/{resource}/import{query}") { Content = file };
        request.Headers.Add("X-Api-Key", await Key(api));
        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                file.Headers.Add(name, value);
            }
        }

        return request;
    }

    /// <summary>The report of an import that is expected to be done.</summary>
    public static async Task<JsonNode> Done(this Api api, string resource, string file, string query = "", string mediaType = Ndjson)
    {
        var (status, body) = await api.Import(resource, file, query, mediaType);
        Assert.True(status == 200, $"{status}: {body}");
        return body;
    }

    /// <summary>The faults of an import that is expected to be rejected: line, place, code.</summary>
    public static async Task<IReadOnlyList<(long Line, string Place, string Code)>> Rejected(
        this Api api, string resource, string file, string query = "", string mediaType = Ndjson)
    {
        var (status, body) = await api.Import(resource, file, query, mediaType);
        Assert.True(status == 422, $"{status}: {body}");
        return Faults(body["errors"]!);
    }

    public static IReadOnlyList<(long Line, string Place, string Code)> Faults(JsonNode faults) =>
        [.. faults.AsArray().Select(fault => (
            (long)fault!["line"]!, (string?)fault["column"] ?? (string?)fault["pointer"] ?? "", (string)fault["code"]!))];

    /// <summary>How many of the counts of a report are not zero, as <c>created 1, unchanged 2</c>.</summary>
    public static string Counts(JsonNode report) => string.Join(", ", Counted
        .Where(name => (long)report[name]! > 0).Select(name => $"{name} {report[name]}"));

    /// <summary>An agreement as a line of NDJSON.</summary>
    public static string Accord(string id, string name = "An accord", string rest = "") =>
        $$"""{"id":"{{id}}","name":"{{name}}","kind":"treaty","parties":["USA","JPN"],"statedFrom":"2018-05-21","citations":[{"factSheet":"jpn-2018-05-21","paragraph":7,"asStated":"An accord"}]{{rest}}}""" + "\n";

    public static async Task<long> Number(this Api api, string sql)
    {
        await using var command = api.Database.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
