using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace CooperationApi.Tests.Testing;

/// <summary>An OpenAPI document, asked what it says of a request and of its answers.</summary>
internal sealed class Contract
{
    private readonly (string[] Template, JsonObject Methods)[] routes;
    private readonly ContractSchemas schemas;

    private Contract(JsonObject paths, ContractSchemas schemas)
    {
        // Where several templates match, the one with the earlier literal is meant.
        routes = [.. paths.Select(path => (Template: Words(path.Key), path.Value!.AsObject()))
            .OrderBy(path => string.Concat(path.Template.Select(word => IsPlaceholder(word) ? '1' : '0')), StringComparer.Ordinal)];
        this.schemas = schemas;
    }

    /// <summary>What every problem is, wherever it comes from.</summary>
    public ContractSchema Problem => schemas.Of(nameof(CooperationApi.Kernel.Problem));

    public static async Task<Contract> Read(string text)
    {
        var document = JsonNode.Parse(text)!.AsObject();
        return new Contract(document["paths"]!.AsObject(), await ContractSchemas.Compile(document));
    }

    /// <summary>The operation that answers a request; null where the document has no such path or method.</summary>
    public ContractOperation? Find(HttpMethod method, Uri uri)
    {
        var given = Words(uri.AbsolutePath);
        var methods = routes.FirstOrDefault(route => Matches(route.Template, given)).Methods;
        var operation = methods?[method.Method.ToLowerInvariant()] ?? (method == HttpMethod.Head ? methods?["get"] : null);

        // The items are then a subset of their schema, as the parameter's description says.
        var isTrimmed = QueryHelpers.ParseQuery(uri.Query).ContainsKey("fields");
        return operation is null ? null : new ContractOperation(operation["responses"]!.AsObject(), isTrimmed, schemas);
    }

    private static string[] Words(string path) => path.Trim('/').Split('/');

    // As routing does it: in any case.
    private static bool Matches(string[] template, string[] given) => template.Length == given.Length && template.Zip(given).All(pair =>
        IsPlaceholder(pair.First) ? pair.Second.Length > 0 : string.Equals(pair.First, pair.Second, StringComparison.OrdinalIgnoreCase));

    private static bool IsPlaceholder(string word) => word.StartsWith('{');
}

/// <summary>What an operation may answer to one request.</summary>
internal sealed class ContractOperation(JsonObject responses, bool isTrimmed, ContractSchemas schemas)
{
    public IEnumerable<string> Statuses => responses.Select(response => response.Key);

    /// <summary>The media types of an answer with their schemas; null where the status is not documented.</summary>
    public Dictionary<string, ContractSchema?>? Answer(int status) => (responses[$"{status}"] ?? responses["default"])?.AsObject() is { } answer
        ? (answer["content"]?.AsObject() ?? []).ToDictionary(
            content => content.Key.Split(';')[0], content => schemas.Of(content.Value!.AsObject(), isTrimmed))
        : null;
}
