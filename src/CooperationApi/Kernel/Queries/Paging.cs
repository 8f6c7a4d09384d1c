using System.ComponentModel.DataAnnotations;

namespace CooperationApi.Kernel;

/// <summary>Which page of a list, in which order, and how much of each item.</summary>
internal sealed record Paging<TItem, TSort>(
    [Parameter("The order: keys joined by commas, `-` before a key for descending. What is not stated sorts last. "
        + "Ties are broken by id, and without it the order is by id; editions go by statedFrom, facts by paragraph, "
        + "the timeline by date, coverage by partner, buckets by group, what a search finds by rank, differences by path, "
        + "what is compared by stage and period.", Commas = true)]
    IReadOnlyList<SortKey<TSort>>? Sort = null,
    [Parameter("At most so many items."), Range(1, 200)]
    int Limit = 50,
    [Parameter("Where to go on: the cursor in the `next` of the page before. It belongs to its query: filters, sort and asOf "
        + "may not change on the way, limit, count, fields and format may.")]
    Cursor? Cursor = null,
    [Parameter("`exact` adds `total`: how many items the whole list has, counted in the same snapshot as the page.")]
    Count? Count = null,
    [Parameter("Only these members of each item, joined by commas. The answer is then a subset of its schema.", Commas = true)]
    IReadOnlyList<Field<TItem>>? Fields = null,
    [Parameter("The form of the answer; goes before the `Accept` header. A page of `csv` or `ndjson` has its `next` in the `Link` header, "
        + "its `total` in `Total-Count` and its `why` in `Why`.")]
    Format? Format = null)
    where TSort : struct, Enum;

/// <summary>How to export a list, and how much of each item.</summary>
internal sealed record Exporting<TItem, TSort>(
    [Parameter("The order, as in the list.", Commas = true)]
    IReadOnlyList<SortKey<TSort>>? Sort = null,
    [Parameter("Only these members of each item, joined by commas. The rows are then a subset of their schema.", Commas = true)]
    IReadOnlyList<Field<TItem>>? Fields = null,
    [Parameter("The form of the answer; goes before the `Accept` header.")]
    ExportFormat? Format = null,
    [Parameter("`count` adds a last line that says how many rows stand above it, so that a saved file tells by itself that it is whole: "
        + "`{\"rowCount\":3}`, in CSV a row that begins with `rowCount: 3`.")]
    End? End = null)
    where TSort : struct, Enum;

/// <summary>The forms that an export is answered in.</summary>
internal enum ExportFormat
{
    Ndjson,
    Csv,
}

/// <summary>Whether to count the whole list.</summary>
internal enum Count
{
    Exact,
}

/// <summary>A key of an order, and its direction.</summary>
internal readonly record struct SortKey<TSort>(TSort Key, bool Descending)
    where TSort : struct, Enum;

/// <summary>A member of an item, by its name in JSON.</summary>
internal readonly record struct Field<TItem>(string Name);

internal static class SortKeys
{
    /// <summary>All that <c>sort</c> may name, by its spelling: every key, and every key with a minus.</summary>
    public static Dictionary<string, object> Of(Type sortKey) => JsonNames.OfEnum(sortKey.GetGenericArguments()[0])
        .SelectMany(pair => new[]
        {
            (spelling: pair.Value, key: Activator.CreateInstance(sortKey, pair.Key, false)!),
            (spelling: "-" + pair.Value, key: Activator.CreateInstance(sortKey, pair.Key, true)!),
        })
        .ToDictionary(pair => pair.spelling, pair => pair.key);
}

internal static class Fields
{
    /// <summary>All that <c>fields</c> may name.</summary>
    public static Dictionary<string, object> Of(Type field) => JsonNames.Members(field.GetGenericArguments()[0])
        .ToDictionary(member => member.Name, member => Activator.CreateInstance(field, member.Name)!);
}

/// <summary>What an export ends with.</summary>
internal enum End
{
    Count,
}
