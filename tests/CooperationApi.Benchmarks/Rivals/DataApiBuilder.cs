using System.Text.Json;
using Npgsql;

namespace CooperationApi.Benchmarks;

/// <summary>
/// Microsoft's Data API builder over plain tables with the same rows, where it is installed (<c>dotnet tool install --global
/// Microsoft.DataApiBuilder</c>): the dab of COOPERATION_DAB, of PATH or of the tools of this user.
/// </summary>
internal static class DataApiBuilder
{
    /// <summary>How fast it was on two processors: uncached in the speed of raw, cached in that of bare, inserting in that of pgbench. For runs without it.</summary>
    public const double ById = 0.23, List = 0.20, CachedById = 0.21, CachedList = 0.13, Insert = 0.13;

    public const string InsertTarget = "/api/plain";

    public const string InsertBody = """
        {"id":"@id@","stated_from":"2018-05-21","measure":"activeCases","stage":"active","kind":"stock","partner":"JPN","amount_value":1200000000,
        "amount_low":1200000000,"qualifier":"over","as_stated":"$1.2 billion","article":"Patriot PAC-3","notes":"An example."}
        """;

    private const string ColumnsSql = """
        id text primary key, stated_from date not null, measure text not null, stage text not null, kind text not null, partner text not null,
        amount_value numeric, amount_low numeric, amount_high numeric, qualifier text, as_stated text, period_start date, period_end date, article text,
        notes text, revision integer not null default 1, updated_at timestamptz not null default now()
        """;

    private const string TablesSql = $"""
        create table plain ({ColumnsSql});
        create table plain_sales ({ColumnsSql});
        insert into plain_sales
        select e.id, e.stated_from, e.measure, e.stage, e.kind,
               (select p.partner from fms_partners p where (p.id, p.stated_from) = (e.id, e.stated_from) order by p.position limit 1),
               (e.amount).value, (e.amount).low, (e.amount).high, (e.amount).qualifier, (e.amount).as_stated, lower((e.period).starts), upper((e.period).ends),
               (select a.as_stated from fms_articles a where (a.id, a.stated_from) = (e.id, e.stated_from) order by a.position limit 1),
               array_to_string(e.notes, ' '), e.revision, e.updated_at
          from fms_sales e
         where e.stated_until is null;
        create index on plain_sales (partner);
        analyze plain_sales;
        """;

    public static Question Ids(IEnumerable<string> ids) => new([.. ids.Select(id => $"/api/sales/id/{id}")]);

    public static Question Lists(IEnumerable<string> partners) => new([.. partners.Select(partner =>
        $"/api/sales?$filter=partner%20eq%20%27{partner}%27&$orderby=amount_value%20desc&$first=20")]);

    /// <summary>Makes the plain tables.</summary>
    public static async Task Prepare(string database)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(TablesSql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Null where it is not installed.</summary>
    public static async Task<Server?> Start(string database, bool cache)
    {
        if (Program() is not { } program)
        {
            return null;
        }

        var file = Path.Combine(Path.GetTempPath(), $"cooperation-dab-{(cache ? "cached" : "uncached")}.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(Configuration(Service.Pooled(database), cache)));
        return await Server.Start(
            program, ["start", "--config", file, "--LogLevel", "Error"], [new("DOTNET_ROLL_FORWARD", "Major")], ready: "/api/sales?$first=1");
    }

    private static string? Program()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append(Path.Combine(home, ".dotnet/tools"));
        return folders.Select(folder => Path.Combine(folder, "dab"))
            .Prepend(Environment.GetEnvironmentVariable("COOPERATION_DAB"))
            .FirstOrDefault(File.Exists);
    }

    private static Dictionary<string, object> Configuration(string database, bool cache)
    {
        var caching = new Dictionary<string, object> { ["enabled"] = cache, ["ttl-seconds"] = 600 };
        return new Dictionary<string, object>
        {
            ["data-source"] = new Dictionary<string, object> { ["database-type"] = "postgresql", ["connection-string"] = database },
            ["runtime"] = new Dictionary<string, object>
            {
                ["rest"] = new { enabled = true, path = "/api" },
                ["graphql"] = new { enabled = false },
                ["host"] = new { mode = "production" },
                ["cache"] = caching,
            },
            ["entities"] = new Dictionary<string, object>
            {
                ["Sale"] = Entity("plain_sales", "/sales", caching),
                ["Plain"] = Entity("plain", "/plain", caching),
            },
        };
    }

    private static Dictionary<string, object> Entity(string table, string path, Dictionary<string, object> caching) => new()
    {
        ["source"] = new { type = "table", @object = table },
        ["rest"] = new { path },
        ["graphql"] = false,
        ["permissions"] = new[] { new { role = "anonymous", actions = new[] { "*" } } },
        ["cache"] = caching,
    };
}
