using System.Collections.Concurrent;
using System.Data;
using System.Text.Json;
using Dapper;

namespace CooperationApi.Kernel;

/// <summary>A column that PostgreSQL hands over as JSON: the parts of a record, already in the contract's names.</summary>
internal sealed class JsonColumn<T> : SqlMapper.TypeHandler<T>
{
    public override T? Parse(object value) => JsonSerializer.Deserialize<T>((string)value, JsonNames.Options);

    public override void SetValue(IDbDataParameter parameter, T? value) =>
        throw new NotSupportedException("JSON columns are read only.");
}

/// <summary>A column that is an array of texts.</summary>
internal sealed class TextsColumn : SqlMapper.TypeHandler<IReadOnlyList<string>>
{
    public override IReadOnlyList<string> Parse(object value) => (string[])value;

    public override void SetValue(IDbDataParameter parameter, IReadOnlyList<string>? value) => parameter.Value = value?.ToArray();
}

internal static class Columns
{
    // Whatever a column of these holds is the text, the number or the JSON that is answered.
    private static readonly ConcurrentDictionary<Type, bool> Copied = new([.. new[]
    {
        typeof(string), typeof(bool), typeof(int), typeof(long), typeof(decimal), typeof(DateOnly), typeof(DateTime), typeof(PartialDate),
        typeof(IReadOnlyList<string>),
    }.Select(type => KeyValuePair.Create(type, true))]);

    /// <summary>How rows become contract types, for those that all slices share.</summary>
    public static void MapShared()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.AddTypeHandler(new PartialDateColumn());
        SqlMapper.AddTypeHandler(new TextsColumn());
        Map<Quantity>();
        Map<Period>();
        Map<IReadOnlyList<Citation>>();
        Map<JsonElement>();
    }

    /// <summary>Reads a part of a record from a JSON column.</summary>
    public static void Map<T>()
    {
        SqlMapper.AddTypeHandler(new JsonColumn<T>());
        Copied[typeof(T)] = true;
    }

    /// <summary>Whether a member of this type is answered just as its column comes.</summary>
    public static bool AreCopied(Type member) => (Nullable.GetUnderlyingType(member) ?? member) is var type && (type.IsEnum || Copied.ContainsKey(type));
}
