using CooperationApi.Kernel;
using Npgsql;

namespace CooperationApi.Benchmarks;

/// <summary>A list, and a page far from its beginning.</summary>
internal sealed record DeepPage(string Query, string PlaceSql)
{
    public const int Number = 10_000;

    private const int Limit = 50;

    private const string Path = "/sales/fms";

    public static readonly DeepPage[] Lists =
    [
        new("?limit=50", "select array[e.id::text] from fms_sales e where e.stated_until is null order by e.id"),
        new("?sort=-amount&limit=50", """
            select array[coalesce((e.amount).value, '-infinity')::text, e.id] from fms_sales e where e.stated_until is null
             order by coalesce((e.amount).value, '-infinity') desc, e.id desc
            """),
    ];

    public string Target => Path + Query;

    /// <summary>The page that begins after so many, without a walk to it.</summary>
    public async Task<string> At(string database)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand($"{PlaceSql} offset {((Number - 1) * Limit) - 1} limit 1");
        var keys = (string[]?)await command.ExecuteScalarAsync() ?? throw new InvalidOperationException("There are too few rows for such a page.");
        var request = new DefaultHttpContext().Request;
        (request.Path, request.QueryString) = (Path, new QueryString(Query));
        return $"{Target}&cursor={Cursor.After(keys, request).Text}";
    }
}
