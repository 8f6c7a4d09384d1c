using System.Globalization;
using System.Text;

namespace CooperationApi.Benchmarks;

/// <summary>One row at a time: by the service, with its checks and its log of changes, and plainly by others.</summary>
internal sealed record InsertContest(Contender PgBench, Contender Service, Contender? Dab)
{
    private const string Body = """
        {"id":"@id@","partners":["JPN"],"measure":"activeCases","stage":"active","kind":"stock","amount":{"value":1200000000,"qualifier":"over","unit":"USD","asStated":"$1.2 billion"},"period":null,"articles":[{"name":"Patriot PAC-3","designation":"PAC-3","group":"missiles","count":60,"asStated":"60 Patriot PAC-3 missiles"}],"statedFrom":"2018-05-21","citations":[{"factSheet":"jpn-2018-05-21","paragraph":1,"asStated":"over $1.2 billion"}],"notes":["An example."]}
        """;

    public IEnumerable<Contender> All => new[] { PgBench, Service, Dab }.OfType<Contender>();

    public static async Task<InsertContest> Of(Servers servers, string database) => new(
        new("pgbench, a plain insert", seconds => Benchmarks.PgBench.Insert(database, seconds)),
        Contender.Of("service, POST", servers.Service, new(
            ["/sales/fms"], Body, $"X-Api-Key: {await Benchmarks.Service.Key(database)}", "Content-Type: application/json")),
        servers.Dab is { } dab
            ? Contender.Of("DAB, POST of a plain row", dab, new([DataApiBuilder.InsertTarget], DataApiBuilder.InsertBody, "Content-Type: application/json"))
            : null);

    public Target Target => Dab is not null
        ? new("one-row POST, of DAB's", Service.To(Dab), 2)
        : new($"one-row POST, of DAB's as measured before ({DataApiBuilder.Insert} of pgbench)", Service.To(PgBench) / DataApiBuilder.Insert, 2);

    public string Table()
    {
        var table = new StringBuilder("| one row | a second | of pgbench | p50 ms | p99 ms | CPU ms | PostgreSQL's |\n|---|---:|---:|---:|---:|---:|---:|\n");
        foreach (var one in All)
        {
            table.AppendLine(CultureInfo.InvariantCulture, $"""
                | {one.Name} | {one.Median(load => load.PerSecond):N0} | {one.To(PgBench):F2} | {one.Median(load => load.P50):F2} | {one.Median(load => load.P99):F2} | {one.Median(load => load.Cpu):F3} | {one.Median(load => load.DatabaseCpu):F3} |
                """);
        }

        return table.Replace("NaN", "").ToString();
    }
}
