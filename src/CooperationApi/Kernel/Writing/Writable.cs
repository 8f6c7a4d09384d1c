using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace CooperationApi.Kernel;

/// <summary>A resource that can be written: its path, and the statement that reads one row of it by <c>@id</c> and <c>@asOf</c>.</summary>
internal sealed record Writable(string Resource, string GetSql)
{
    /// <summary>Where GET finds what was written: an edition that does not stand is found as of its date.</summary>
    public string Url(HttpRequest request, string id, DateOnly? asOf) =>
        $"{request.PathBase}/{Resource}/{id}" + (asOf is { } date ? $"?asOf={date:yyyy-MM-dd}" : "");
}

/// <summary>A row to be written, in the contract's names.</summary>
internal sealed record WriteRow(string Id, DateOnly? StatedFrom, string Body)
{
    // What the service sets itself may be sent back as read, and is not taken over.
    private static readonly string[] Own = ["revision", "updatedAt"];

    // Figures are written with the bounds that are worked out.
    private static readonly JsonSerializerOptions Options = new(JsonNames.Options)
    {
        TypeInfoResolver = JsonNames.Options.TypeInfoResolver!.WithAddedModifier(CompleteQuantities),
    };

    public static WriteRow Of<TInput>(TInput input) => Without(Own, input);

    /// <summary>A row as an import takes it, which restores what the service had set too.</summary>
    public static WriteRow Restoring<TInput>(TInput input) => Without([], input);

    /// <summary>The same as bytes, for an import of many.</summary>
    public static byte[] Staged<TInput>(TInput input) => JsonSerializer.SerializeToUtf8Bytes(input, Options);

    private static WriteRow Without<TInput>(string[] names, TInput input)
    {
        var body = JsonSerializer.SerializeToNode(input, Options)!.AsObject();
        foreach (var name in names)
        {
            body.Remove(name);
        }

        return new WriteRow(Text(body, "id")!, Date(Text(body, "statedFrom")), body.ToJsonString(JsonNames.Options));
    }

    private static void CompleteQuantities(JsonTypeInfo type)
    {
        if (type.Type == typeof(QuantityInput))
        {
            foreach (var member in type.Properties)
            {
                var get = member.Get!;
                member.Get = quantity => get(((QuantityInput)quantity).Completed());
            }
        }
    }

    private static string? Text(JsonObject body, string name) => body[name]?.GetValue<string>();

    private static DateOnly? Date(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd");
}
