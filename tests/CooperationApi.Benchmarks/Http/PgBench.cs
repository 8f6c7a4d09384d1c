using System.Diagnostics;
using System.Globalization;
using CooperationApi.Kernel;
using Npgsql;

namespace CooperationApi.Benchmarks;

/// <summary>pgbench, which inserts one row at a time over 32 connections: as fast as it gets.</summary>
internal static class PgBench
{
    /// <summary>A row of a plain table.</summary>
    public const string PlainSql = """
        insert into plain (id, stated_from, measure, stage, kind, partner, amount_value, amount_low, qualifier, as_stated, article, notes)
        values (gen_random_uuid(), '2018-05-21', 'activeCases', 'active', 'stock', 'JPN', 1200000000, 1200000000, 'over', '$1.2 billion', 'Patriot PAC-3', 'An example.');
        """;

    /// <summary>
    /// The rows that a POST leaves behind, in the tables of the service with all their indexes, constraints and triggers, but with nothing checked,
    /// compared or read: what no service over this schema can be faster than.
    /// </summary>
    public const string AllRowsSql = """
        with k as materialized (select 'by-hand-' || gen_random_uuid() as id, date '2018-05-21' as stated_from),
             e as (insert into fms_sales (id, stated_from, measure, stage, kind, amount, partners, articles, citations, notes)
                   select k.id, k.stated_from, 'activeCases', 'active', 'stock',
                          row(1200000000, 1200000000, null, 'over', 'USD', '$1.2 billion')::quantity, '{JPN}',
                          '[{"name":"Patriot PAC-3","designation":"PAC-3","group":"missiles","count":60,"asStated":"60 Patriot PAC-3 missiles"}]',
                          '[{"factSheet":"jpn-2018-05-21","paragraph":1,"asStated":"over $1.2 billion"}]', '{An example.}' from k),
             p as (insert into fms_partners (id, stated_from, position, partner) select k.id, k.stated_from, 1, 'JPN' from k),
             a as (insert into fms_articles (id, stated_from, position, name, designation, "group", count, as_stated)
                   select k.id, k.stated_from, 1, 'Patriot PAC-3', 'PAC-3', 'missiles', 60, '60 Patriot PAC-3 missiles' from k),
             c as (insert into fms_sales_citations (resource, id, stated_from, position, fact_sheet, paragraph, as_stated)
                   select 'sales/fms', k.id, k.stated_from, 1, 'jpn-2018-05-21', 1, 'over $1.2 billion' from k),
             w as (insert into writes (who) values ('pgbench') returning id)
        insert into changes (write, n, op, resource, id, stated_from, after, partners)
        select w.id, 1, 'created', 'sales/fms', k.id, k.stated_from, json_build_object('id', k.id, 'amount', repeat('x', 500)), '{JPN}' from k, w;
        """;

    public static async Task<Load> Insert(string sql, string database, int seconds)
    {
        var script = Path.Combine(Path.GetTempPath(), "cooperation-insert.sql");
        await File.WriteAllTextAsync(script, sql);
        var to = new NpgsqlConnectionStringBuilder(database);
        var cpu = Databases.CpuSeconds;
        var start = new ProcessStartInfo((await PostgresBinaries.Find(major: null)).Program("pgbench"),
        [
            "--no-vacuum", "--protocol", "prepared", "--client", "32", "--jobs", "2", "--time", $"{seconds}", "--file", script,
            "--host", to.Host!, "--port", $"{to.Port}", "--username", to.Username!, to.Database!,
        ])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PGPASSWORD"] = to.Password;
        using var pgbench = Process.Start(start)!;
        var errors = pgbench.StandardError.ReadToEndAsync();
        var said = await pgbench.StandardOutput.ReadToEndAsync();
        await pgbench.WaitForExitAsync();
        var line = said.Split('\n').FirstOrDefault(line => line.StartsWith("tps = ", StringComparison.Ordinal))
            ?? throw new InvalidOperationException(await errors);
        var perSecond = double.Parse(line.Split(' ')[2], CultureInfo.InvariantCulture);
        return new Load(perSecond, double.NaN, double.NaN, double.NaN, (Databases.CpuSeconds - cpu) * 1000 / (perSecond * seconds));
    }
}
