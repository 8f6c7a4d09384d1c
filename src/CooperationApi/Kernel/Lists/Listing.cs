using System.Data;
using System.Data.Common;
using Dapper;
using Npgsql;

namespace CooperationApi.Kernel;

/// <summary>What an order rests on. Numbers and dates may be null and then sort last; texts may not.</summary>
internal sealed record SortOrder(string Sql, SortType Type = SortType.Text);

internal enum SortType
{
    Text,
    Number,
    Date,

    /// <summary>A date that is never null, so that its index is used as it is.</summary>
    KnownDate,

    /// <summary>Short, never null and in the C collation, so that its index is used as it is.</summary>
    Id,
}

/// <summary>What the editions of a record sort by.</summary>
internal enum EditionSort
{
    StatedFrom,
}

/// <summary>A page of rows as JSON, the place of the last one if more follow, and the whole count if it was asked for.</summary>
internal sealed record Rows<T>(IReadOnlyList<byte[]> Items, IReadOnlyList<string>? Last, long? Total, Why? Why);

/// <summary>Composes a page from a slice's SELECT, its filter and its orders: the one place where SQL is put together.</summary>
internal static class Listing
{
    private const string SelectWord = "select ";

    private static readonly SortOrder OwnKey = new("e.id", SortType.Id);

    private static readonly Dictionary<EditionSort, SortOrder> EditionOrders = new()
    {
        [EditionSort.StatedFrom] = new("e.stated_from", SortType.KnownDate),
    };

    private const string FirstStatedSql = """
        select min(e.stated_from) as first, 0::bigint as covered
          from entries e
         where e.resource = any (@resources::text[])
        """;

    private const string CoverageSql = """
        select min(c.first_stated) filter (where c.resource = any (@resources::text[])) as first, count(*) as covered
          from partner_coverage c
         where c.partner = any (@partners::text[])
        """;

    /// <summary>Reads one page; <paramref name="ownKey"/> is unique among the rows, never null, and breaks all ties.</summary>
    public static async Task<Rows<T>> List<T, TSort>(
        this NpgsqlDataSource database,
        string select,
        Where where,
        IReadOnlyDictionary<TSort, SortOrder> orders,
        Paging<T, TSort> paging,
        CancellationToken stop,
        SortOrder? ownKey = null)
        where TSort : struct, Enum
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        await using var snapshot = paging.Count is null
            ? null
            : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
        return await connection.List(snapshot, select, where, orders, paging, stop, ownKey);
    }

    /// <summary>Reads one page from a snapshot of which more is read.</summary>
    public static async Task<Rows<T>> List<T, TSort>(
        this NpgsqlConnection connection,
        NpgsqlTransaction? snapshot,
        string select,
        Where where,
        IReadOnlyDictionary<TSort, SortOrder> orders,
        Paging<T, TSort> paging,
        CancellationToken stop,
        SortOrder? ownKey = null)
        where TSort : struct, Enum
    {
        var total = paging.Count is null ? (long?)null : await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            $"select count(*) from ({select}{where.Sql}) counted", where.Parameters, snapshot, cancellationToken: stop));

        var keys = Key.Of(paging.Sort, orders, ownKey ?? OwnKey);
        var after = paging.Cursor is null ? "" : $"\n   and {Key.After(keys, paging.Cursor, where.Parameters)}";
        var sql = $"{SelectWord}array[{string.Join(", ", keys.Select(key => key.Sql + "::text"))}] as page_key, "
            + select[SelectWord.Length..] + (where.Sql.Length == 0 ? "\n where true" : where.Sql) + after
            + $"\n order by {string.Join(", ", keys.Select(key => key.Sql + (key.Descending ? " desc" : "")))}\n limit {paging.Limit + 1}";
        var (items, last) = await Read<T>(
            connection, new CommandDefinition(sql, where.Parameters, snapshot, cancellationToken: stop), paging.Limit);
        var why = items.Count > 0 ? null : await Explain(connection, where, paging.Cursor is not null, stop);
        return new Rows<T>(items, last, total, why);
    }

    /// <summary>Streams the whole list.</summary>
    public static ExportResult<T> Export<T, TSort>(
        this NpgsqlDataSource database,
        string select,
        Where where,
        IReadOnlyDictionary<TSort, SortOrder> orders,
        Exporting<T, TSort> form)
        where TSort : struct, Enum =>
        new(
            database,
            select,
            where,
            Key.Of(form.Sort, orders, OwnKey),
            form.Fields?.Select(field => field.Name).ToList(),
            form.End is not null);

    /// <summary>Reads a page of the editions of one record, oldest first; null where it has none.</summary>
    public static async Task<Rows<T>?> Editions<T>(
        this NpgsqlDataSource database, string select, string id, ListQuery<T, NoFilter, EditionSort> query, CancellationToken stop)
    {
        var where = new Where("").And("e.id = @id", "id", id);
        var rows = await database.List(select, where, EditionOrders, query.Paging, stop, EditionOrders[EditionSort.StatedFrom]);
        return rows.Items.Count == 0 && query.Paging.Cursor is null ? null : rows;
    }

    /// <summary>Reads the one row that a statement finds, as it is answered, or none.</summary>
    public static async Task<Row<T>?> Row<T>(this NpgsqlDataSource database, string sql, object parameters, CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        return await connection.Row<T>(new CommandDefinition(sql, parameters, cancellationToken: stop));
    }

    /// <summary>The same, from a connection that is open.</summary>
    public static async Task<Row<T>?> Row<T>(this NpgsqlConnection connection, CommandDefinition command)
    {
        await using var reader = (DbDataReader)await connection.ExecuteReaderAsync(command);
        using var rows = new JsonRows<T>(reader);
        return await reader.ReadAsync(command.CancellationToken) ? new Row<T>(rows.Read().ToArray()) : null;
    }

    private static async Task<(List<byte[]> Items, string[]? Last)> Read<T>(
        NpgsqlConnection connection, CommandDefinition command, int limit)
    {
        await using var reader = (DbDataReader)await connection.ExecuteReaderAsync(command);
        using var rows = new JsonRows<T>(reader, first: 1);
        var items = new List<byte[]>(limit);
        string[]? last = null;
        while (await reader.ReadAsync(command.CancellationToken))
        {
            if (items.Count == limit)
            {
                return (items, last);
            }

            items.Add(rows.Read().ToArray());
            if (items.Count == limit)
            {
                last = reader.GetFieldValue<string[]>(0);
            }
        }

        return (items, null);
    }

    private static async Task<Why> Explain(NpgsqlConnection connection, Where where, bool isLaterPage, CancellationToken stop)
    {
        var (first, covered) = await connection.QuerySingleAsync<(DateOnly? First, long Covered)>(new CommandDefinition(
            where.Partners is null ? FirstStatedSql : CoverageSql, new { resources = where.Resources, partners = where.Partners }, cancellationToken: stop));
        return (first, where.AsOf) switch
        {
            _ when isLaterPage => Why.NoMatch("Nothing follows the place of this cursor."),
            (null, _) when where is { Partners: { } partners, Resources.Length: > 0 } => Why.OutsideCoverage(
                $"No fact sheet here gives {string.Join(" or ", partners)} a part in anything" + (covered > 0
                    ? $" of this kind; /coverage?partner={string.Join("&partner=", partners)} lists what they do state."
                    : "; /coverage lists what they do state.")),
            ({ } stated, { } asOf) when asOf < stated => Why.NothingStatedYet(
                $"Nothing of this kind was stated by {asOf:yyyy-MM-dd}; the first statement is of {stated:yyyy-MM-dd}."),
            _ => Why.NoMatch("Nothing that stood at the date asked for matches the filters."),
        };
    }
}
