using System.Globalization;
using Dapper;

namespace CooperationApi.Kernel;

/// <summary>One of the expressions that a list is ordered by, and from which it goes on.</summary>
internal sealed record Key(string Sql, SortType Type, bool Descending)
{
    private const NumberStyles PlainNumber = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    private string SqlType => Type switch { SortType.Number => "numeric", SortType.Date or SortType.KnownDate => "date", _ => "text" };

    public static IReadOnlyList<Key> Of<TSort>(
        IReadOnlyList<SortKey<TSort>>? sort, IReadOnlyDictionary<TSort, SortOrder> orders, SortOrder ownKey)
        where TSort : struct, Enum
    {
        var keys = (sort ?? []).Select(by => Of(orders[by.Key], by.Descending)).ToList();

        // The tie-break follows the last key, so that the opposite order is the same list from its other end.
        keys.Add(Of(ownKey, keys.Count > 0 && keys[^1].Descending));
        return keys;
    }

    /// <summary>The condition that only what comes after a cursor meets.</summary>
    public static string After(IReadOnlyList<Key> keys, Cursor cursor, DynamicParameters parameters)
    {
        if (cursor.Keys!.Count != keys.Count || keys.Zip(cursor.Keys).Any(pair => !pair.First.Takes(pair.Second)))
        {
            throw new ProblemException(Problem.BadQuery([new Fault
            {
                Parameter = "cursor",
                Code = FaultCode.InvalidValue,
                Detail = "This is not a cursor of this very query. Follow `next` as it is, or start again without a cursor.",
            }]));
        }

        for (var at = 0; at < keys.Count; at++)
        {
            parameters.Add($"after{at}", cursor.Keys[at]);
        }

        return keys.All(key => key.Descending == keys[0].Descending)
            ? $"({string.Join(", ", keys.Select(key => key.Sql))}) {keys[0].Beyond} ({string.Join(", ", keys.Select(Parameter))})"
            : "(" + string.Join(" or ", keys.Select((_, at) => StepAt(keys, at))) + ")";
    }

    private string Beyond => Descending ? "<" : ">";

    // Where directions differ, PostgreSQL has no one comparison of rows: equal up to one key, and beyond the place at it.
    private static string StepAt(IReadOnlyList<Key> keys, int at) => "(" + string.Join(" and ", keys.Take(at + 1)
        .Select((key, i) => $"{key.Sql} {(i == at ? key.Beyond : "=")} {Parameter(key, i)}")) + ")";

    private static string Parameter(Key key, int at) => $"@after{at}::{key.SqlType}";

    private static Key Of(SortOrder order, bool descending)
    {
        var last = descending ? "-infinity" : "infinity";
        return order.Type switch
        {
            SortType.Number => new Key($"coalesce({order.Sql}, '{last}'::numeric)", order.Type, descending),
            SortType.Date => new Key($"coalesce({order.Sql}, '{last}'::date)", order.Type, descending),
            SortType.Id or SortType.KnownDate => new Key(order.Sql, order.Type, descending),

            // Cut, so that a cursor stays short; what is equal so far goes by the own key.
            _ => new Key($"(left({order.Sql}, 200) collate \"C\")", order.Type, descending),
        };
    }

    private bool Takes(string value) => Type switch
    {
        SortType.Number => value is "Infinity" or "-Infinity"
            || decimal.TryParse(value, PlainNumber, CultureInfo.InvariantCulture, out _),
        SortType.Date or SortType.KnownDate => value is "infinity" or "-infinity"
            || DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        _ => !value.Contains('\0', StringComparison.Ordinal),
    };
}
