namespace CooperationApi.Benchmarks;

/// <summary>One question, and who answers it.</summary>
internal sealed record ReadContest(
    string Question, Contender Bare, Contender Cached, Contender Known, Contender? Encoded, Contender Raw, Contender Uncached, Contender? Dab, Contender? CachedDab)
{
    public IEnumerable<Contender> All =>
        new[] { Bare, Cached, Known, Encoded, Raw, Uncached, CachedDab, Dab }.OfType<Contender>();

    public static async Task<ReadContest> ById(Servers servers, Questions questions) => Of(
        "by id",
        servers,
        (questions.HotById, questions.AnyById),
        await Bodies.Known(servers.Service, questions.HotById),
        null,
        (DataApiBuilder.Ids(questions.HotIds), DataApiBuilder.Ids(questions.Ids)));

    public static async Task<ReadContest> Lists(Servers servers, Questions questions) => Of(
        "filtered, sorted list of 20",
        servers,
        (questions.Lists, questions.Lists),
        await Bodies.Known(servers.Service, questions.Lists),
        await Bodies.Encoded(servers.Service, questions.Lists),
        (DataApiBuilder.Lists(questions.Partners), DataApiBuilder.Lists(questions.Partners)));

    /// <summary>What is to be reached, in the speed of DAB or, where it is not installed, in what it was in that of others.</summary>
    public IEnumerable<Target> Targets((double Cached, double Uncached) dab) =>
    [
        new($"cached {Question}, of bare", Cached.To(Bare), 0.90),
        new($"304 {Question}, of 200", Known.To(Cached), 1),
        new($"uncached {Question}, of raw", Uncached.To(Raw), 0.95),
        Dab is not null
            ? new($"uncached {Question}, of DAB", Uncached.To(Dab), 4)
            : new($"uncached {Question}, of DAB as measured before ({dab.Uncached} of raw)", Uncached.To(Raw) / dab.Uncached, 4),
        CachedDab is not null
            ? new($"cached {Question}, of DAB with its cache", Cached.To(CachedDab), 4)
            : new($"cached {Question}, of DAB with its cache as measured before ({dab.Cached} of bare)", Cached.To(Bare) / dab.Cached, 4),
    ];

    public string Table() => Contender.Table(Question, All, ("bare", Bare), ("raw", Raw));

    private static ReadContest Of(
        string question, Servers servers, (Question Hot, Question Any) asked, Question known, Question? encoded, (Question Hot, Question Any) ofDab) => new(
        question,
        Contender.Of("bare", servers.Bare, asked.Hot),
        Contender.Of("service, cached", servers.Service, asked.Hot),
        Contender.Of("service, cached, 304", servers.Service, known),
        encoded is null ? null : Contender.Of("service, cached, br", servers.Service, encoded),
        Contender.Of("raw", servers.Raw, asked.Any),
        Contender.Of("service, its cache off", servers.Uncached, asked.Any),
        servers.Dab is { } dab ? Contender.Of("DAB", dab, ofDab.Any) : null,
        servers.CachedDab is { } cached ? Contender.Of("DAB, its cache on", cached, ofDab.Hot) : null);
}
