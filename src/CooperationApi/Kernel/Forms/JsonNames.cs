using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CooperationApi.Kernel;

/// <summary>How the contract is written in JSON, and by which names.</summary>
internal static class JsonNames
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyDictionary<object, string>> EnumNames = new();

    private static readonly JsonNamingPolicy ValueNames = new CamelCaseButAcronyms();

    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        options.PropertyNameCaseInsensitive = false;
        options.TypeInfoResolverChain.Add(new DefaultJsonTypeInfoResolver());
        options.Converters.Add(new JsonStringEnumConverter(ValueNames, allowIntegerValues: false));
        return options;
    }

    /// <summary>The members of a contract type in the order in which they are written: those named, or all.</summary>
    public static IEnumerable<JsonPropertyInfo> Members(Type type, IReadOnlyList<string>? names = null) =>
        Options.GetTypeInfo(type).Properties.Where(member => names?.Contains(member.Name) ?? true);

    /// <summary>The values of an enumeration with their names.</summary>
    public static IReadOnlyDictionary<object, string> OfEnum(Type type) => EnumNames.GetOrAdd(type, static type => type
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .ToDictionary(
            value => value.GetValue(null)!,
            value => value.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? ValueNames.ConvertName(value.Name)));

    /// <summary>The value of an enumeration that has this name.</summary>
    public static T Parse<T>(string name)
        where T : struct, Enum =>
        (T)OfEnum(typeof(T)).Single(value => value.Value == name).Key;

    /// <summary>The name of one value of an enumeration, as JSON and the database write it.</summary>
    public static string Of(Enum value) => OfEnum(value.GetType())[value];

    // SOFA, GPOI, USD and the numerals of the USML are written as the field writes them.
    private sealed class CamelCaseButAcronyms : JsonNamingPolicy
    {
        public override string ConvertName(string name) =>
            name.All(char.IsUpper) ? name : CamelCase.ConvertName(name);
    }
}
