namespace CooperationApi.Benchmarks;

/// <summary>The service and its rivals, over one database.</summary>
internal sealed record Servers(Server Service, Server Uncached, Server Raw, Server Bare, Server? Dab, Server? CachedDab) : IAsyncDisposable
{
    public IEnumerable<(string Name, Server Server)> All =>
        new (string Name, Server? Server)[]
        {
            ("bare", Bare), ("service", Service), ("service, its cache off", Uncached), ("raw", Raw), ("DAB", Dab), ("DAB, its cache on", CachedDab),
        }
        .Where(one => one.Server is not null).Select(one => (one.Name, one.Server!));

    public static async Task<Servers> Start(string database, Questions questions)
    {
        var service = await Benchmarks.Service.Start(database);
        return new Servers(
            service,
            await Benchmarks.Service.Start(database, cacheMegabytes: 0),
            await Rival.Raw(database),
            await Rival.Bare(await Bodies.Record(service, questions.HotById, questions.Lists)),
            await DataApiBuilder.Start(database, cache: false),
            await DataApiBuilder.Start(database, cache: true));
    }

    /// <summary>Fails unless all but DAB answer the same.</summary>
    public async Task Check(Questions questions)
    {
        await Bodies.MustEqual(questions.HotById, Service, Bare);
        await Bodies.MustEqual(questions.AnyById, Service, Uncached, Raw);
        await Bodies.MustEqual(questions.Lists, Service, Uncached, Raw, Bare);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, server) in All)
        {
            await server.DisposeAsync();
        }
    }
}
