using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CooperationApi.Kernel;

/// <summary>A resource that can be written: its path, and the statement that reads one row of it by <c>@id</c> and <c>@asOf</c>.</summary>
internal sealed record Writable(string Resource, string GetSql)
{
    /// <summary>Whether its rows are editions, which stand from one date until another.</summary>
    public bool HasEditions { get; init; } = true;

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
    private static readonly JsonSerializerOptions All = With(CompleteQuantities);
    private static readonly JsonSerializerOptions ButOwn = With(CompleteQuantities, DropOwn);

    public static WriteRow Of<TInput>(TInput input) => Of(input, ButOwn);

    /// <summary>A row as an import takes it, which restores what the service had set too.</summary>
    public static WriteRow Restoring<TInput>(TInput input) => Of(input, All);

    /// <summary>The same as bytes, for an import of many.</summary>
    public static byte[] Staged<TInput>(TInput input) => JsonSerializer.SerializeToUtf8Bytes(input, All);

    private static WriteRow Of<TInput>(TInput input, JsonSerializerOptions options) => new(
        Input<TInput>.Id(input!), Input<TInput>.StatedFrom(input!), JsonSerializer.Serialize(input, options));

    private static JsonSerializerOptions With(params Action<JsonTypeInfo>[] modifiers) => new(JsonNames.Options)
    {
        TypeInfoResolver = modifiers.Aggregate(JsonNames.Options.TypeInfoResolver!, (types, modifier) => types.WithAddedModifier(modifier)),
    };

    private static void DropOwn(JsonTypeInfo type)
    {
        foreach (var member in type.Properties.Where(member => Own.Contains(member.Name)).ToList())
        {
            type.Properties.Remove(member);
        }
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
}

/// <summary>Which row an input is.</summary>
internal static class Input<TInput>
{
    private static readonly Func<object, object?> IdOf = Member("id")!;
    private static readonly Func<object, object?>? StatedFromOf = Member("statedFrom");

    public static string Id(object input) => (string)IdOf(input)!;

    public static DateOnly? StatedFrom(object input) => (DateOnly?)StatedFromOf?.Invoke(input);

    private static Func<object, object?>? Member(string name) =>
        InputJson.Strict.GetTypeInfo(typeof(TInput)).Properties.SingleOrDefault(member => member.Name == name)?.Get;
}
