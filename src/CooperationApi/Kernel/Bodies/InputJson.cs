using System.Collections;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CooperationApi.Kernel;

/// <summary>How bodies are read: by the contract's exact names, nothing unknown, nothing twice, nothing null that cannot be.</summary>
internal static class InputJson
{
    public const int MaxDepth = 32;

    public static JsonSerializerOptions Strict { get; } = With([DropUnsettable, MakeNullableOptional, RefuseNullItems], options =>
    {
        options.AllowDuplicateProperties = false;
        options.RespectRequiredConstructorParameters = true;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
    });

    /// <summary>Reads what is left of a body when its faults are taken out.</summary>
    public static JsonSerializerOptions Lenient { get; } = With([DropUnsettable, MakeAllOptional], options =>
        options.RespectNullableAnnotations = false);

    private static JsonSerializerOptions With(IReadOnlyList<Action<JsonTypeInfo>> modifiers, Action<JsonSerializerOptions> configure)
    {
        var types = new DefaultJsonTypeInfoResolver();
        foreach (var modifier in modifiers)
        {
            types.Modifiers.Add(modifier);
        }

        var options = new JsonSerializerOptions(JsonNames.Options) { MaxDepth = MaxDepth, TypeInfoResolver = types };

        // Before the serializer's own, of which the first is asked.
        options.Converters.Insert(0, new ExactEnums());
        configure(options);
        return options;
    }

    // It would be ignored without a word.
    private static void DropUnsettable(JsonTypeInfo type)
    {
        foreach (var member in type.Properties.Where(member => member.Set is null).ToList())
        {
            type.Properties.Remove(member);
        }
    }

    // Members of the contract are always written, so that all are required there; in a body, null may be left out.
    private static void MakeNullableOptional(JsonTypeInfo type)
    {
        foreach (var member in type.Properties)
        {
            member.IsRequired &= !member.IsSetNullable;
        }
    }

    private static void MakeAllOptional(JsonTypeInfo type)
    {
        foreach (var member in type.Properties)
        {
            member.IsRequired = false;
        }
    }

    // The serializer knows whether a list may be null, but not whether its items may.
    private static void RefuseNullItems(JsonTypeInfo type)
    {
        foreach (var member in type.Properties)
        {
            if (ItemOf(member.PropertyType) is { IsValueType: false } && member.Set is { } set)
            {
                member.Set = (made, value) => set(made, HasNull((IList?)value) ? throw new JsonException("An item is null.") : value);
            }
        }
    }

    private static bool HasNull(IList? items)
    {
        for (var at = 0; at < items?.Count; at++)
        {
            if (items[at] is null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The type of the items of a list; null where it is none.</summary>
    public static Type? ItemOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;

    // The serializer's own converter also takes other cases, and several names joined by commas.
    private sealed class ExactEnums : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(ExactEnum<>).MakeGenericType(typeToConvert))!;
    }

    private sealed class ExactEnum<T> : JsonConverter<T>
        where T : struct, Enum
    {
        private static readonly (byte[] Name, T Value)[] Values =
            [.. JsonNames.OfEnum(typeof(T)).Select(pair => (Encoding.UTF8.GetBytes(pair.Value), (T)pair.Key))];

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            foreach (var (name, value) in Values)
            {
                if (reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(name))
                {
                    return value;
                }
            }

            throw new JsonException("The value is none of the list.");
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(JsonNames.Of(value));
    }
}
