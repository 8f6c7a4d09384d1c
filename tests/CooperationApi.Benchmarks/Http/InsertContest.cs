namespace CooperationApi.Benchmarks;

/// <summary>One row at a time: by the service, with its checks and its log of changes, and plainly by others.</summary>
internal sealed record InsertContest(Contender PgBench, Contender AllRows, Contender Service, Contender? Dab)
{
    private const string Body = """
        {"id":"@id@","partners":["JPN"],"measure":"activeCases","stage":"active","kind":"stock","amount":{"value":1200000000,"qualifier":"over","unit":"USD","asStated":"$1.2 billion"},"period":null,"articles":[{"name":"Patriot PAC-3","designation":"PAC-3","group":"missiles","count":60,"asStated":"60 Patriot PAC-3 missiles"}],"statedFrom":"2018-05-21","citations":[{"factSheet":"jpn-2018-05-21","paragraph":1,"asStated":"over $1.2 billion"}],"notes":["An example."]}
        """;

    public IEnumerable<Contender> All => new[] { PgBench, AllRows, Service, Dab }.OfType<Contender>();

    public static async Task<InsertContest> Of(Servers servers, string database) => new(
        new("pgbench, a plain insert", seconds => Benchmarks.PgBench.Insert(Benchmarks.PgBench.PlainSql, database, seconds)),
        new("pgbench, the rows of a POST", seconds => Benchmarks.PgBench.Insert(Benchmarks.PgBench.AllRowsSql, database, seconds)),
        Contender.Of("service, POST", servers.Service, new(
            ["/sales/fms"], Body, $"X-Api-Key: {await Benchmarks.Service.Key(database)}", "Content-Type: application/json")),
        servers.Dab is { } dab
            ? Contender.Of("DAB, POST of a plain row", dab, new([DataApiBuilder.InsertTarget], DataApiBuilder.InsertBody, "Content-Type: application/json"))
            : null);

    public Target Target => Dab is not null
        ? new("one-row POST, of DAB's", Service.To(Dab), 2)
        : new($"one-row POST, of DAB's as measured before ({DataApiBuilder.Insert} of pgbench)", Service.To(PgBench) / DataApiBuilder.Insert, 2);

    public string Table() => Contender.Table("one row", All, ("pgbench", PgBench));
}
