using System.Text.Json.Nodes;
using NJsonSchema;

namespace CooperationApi.Tests.Testing;

/// <summary>All schemas of an OpenAPI document, compiled together once, and closed: a member that they do not list is refused.</summary>
internal sealed class ContractSchemas
{
    private const string Components = "#/components/schemas/";

    private readonly Dictionary<JsonObject, (string Whole, string Trimmed)> names = [];
    private readonly Dictionary<string, ContractSchema> compiled;

    private ContractSchemas(Dictionary<JsonObject, (string Whole, string Trimmed)> names, Dictionary<string, ContractSchema> compiled)
    {
        this.names = names;
        this.compiled = compiled;
    }

    public static async Task<ContractSchemas> Compile(JsonObject document)
    {
        var definitions = document["components"]!["schemas"]!.DeepClone().AsObject();
        var names = new Dictionary<JsonObject, (string Whole, string Trimmed)>();
        foreach (var (media, content) in Contents(document))
        {
            if (SchemaOf(media, content) is { } schema)
            {
                var name = $"body {names.Count}";
                names[content] = (name, name + " trimmed");
                definitions[name] = schema.DeepClone();
                definitions[name + " trimmed"] = Trimmed(schema, definitions);
            }
        }

        foreach (var (_, definition) in definitions)
        {
            Tighten(definition);
        }

        var text = new JsonObject { ["definitions"] = definitions }.ToJsonString();
        var root = await JsonSchema.FromJsonAsync(text.Replace(Components, "#/definitions/", StringComparison.Ordinal));
        return new ContractSchemas(names, root.Definitions.ToDictionary(one => one.Key, one => new ContractSchema(one.Value.ActualSchema)));
    }

    public ContractSchema Of(string component) => compiled[component];

    /// <summary>The schema of a body, or of one line of it; null where the document gives none.</summary>
    public ContractSchema? Of(JsonObject content, bool isTrimmed) =>
        names.TryGetValue(content, out var name) ? compiled[isTrimmed ? name.Trimmed : name.Whole] : null;

    private static IEnumerable<(string Media, JsonObject Content)> Contents(JsonObject document) => document["paths"]!.AsObject()
        .SelectMany(path => path.Value!.AsObject())
        .SelectMany(operation => operation.Value!["responses"]!.AsObject())
        .SelectMany(response => response.Value!["content"]?.AsObject() ?? [])
        .Select(content => (content.Key, content.Value!.AsObject()));

    // Of a stream, what describes its items; that the whole of it is a text says nothing of them.
    private static JsonNode? SchemaOf(string media, JsonObject content) => media != CooperationApi.Kernel.MediaTypes.Ndjson ? content["schema"]
        : content["itemSchema"] ?? (content["schema"] is { } schema && (string?)schema["type"] != "string" ? schema : null);

    /// <summary>A schema of which the items, or the thing itself, may lack any of their members.</summary>
    private static JsonObject Trimmed(JsonNode schema, JsonObject definitions)
    {
        var trimmed = Resolved(schema, definitions);
        if (trimmed["properties"]?["items"] is JsonObject list)
        {
            list["items"] = Resolved(list["items"]!, definitions);
            list["items"]!.AsObject().Remove("required");
        }
        else
        {
            trimmed.Remove("required");
        }

        return trimmed;
    }

    private static JsonObject Resolved(JsonNode schema, JsonObject definitions) =>
        ((string?)schema["$ref"] is { } target ? definitions[target[Components.Length..]]! : schema).DeepClone().AsObject();

    // Closes it, and tells the validator what it does not know: the bounds of an int32.
    private static void Tighten(JsonNode? node)
    {
        foreach (var part in node is JsonObject members ? members.Select(member => member.Value) : node as JsonArray ?? Enumerable.Empty<JsonNode?>())
        {
            Tighten(part);
        }

        if (node is JsonObject schema && schema["properties"] is JsonObject)
        {
            schema.TryAdd("additionalProperties", false);
        }
        else if (node is JsonObject number && (string?)(number["format"] as JsonValue) == "int32")
        {
            number.TryAdd("minimum", int.MinValue);
            number.TryAdd("maximum", int.MaxValue);
        }
    }
}
