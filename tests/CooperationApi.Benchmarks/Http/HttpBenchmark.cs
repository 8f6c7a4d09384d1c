using System.Globalization;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Benchmarks;

/// <summary>How many requests a second the service answers, and its rivals: driven in turn, over the same rows.</summary>
internal static class HttpBenchmark
{
    private const int MostOfBareMemory = 2;

    public static async Task<int> Run(Databases databases, Options options)
    {
        var rows = options.Rows ?? 10_000;
        var database = await databases.Create("benchmark_http");
        await ManySales.Add(database, rows, seed: 1, CancellationToken.None);
        await DataApiBuilder.Prepare(database);
        var questions = await Questions.Of(database, rows);
        await using var servers = await Servers.Start(database, questions);
        var (byId, lists) = (await ReadContest.ById(servers, questions), await ReadContest.Lists(servers, questions));
        await servers.Check(questions);
        await Contender.Compete([.. byId.All, .. lists.All], options);
        await servers.Check(questions);
        Console.WriteLine(byId.Table() + lists.Table());

        // Those that only read would keep their connections from those that write.
        await servers.Uncached.DisposeAsync();
        await servers.Raw.DisposeAsync();
        var inserts = await InsertContest.Of(servers, database);
        await Contender.Compete([.. inserts.All], options);

        Target[] targets =
        [
            .. byId.Targets((DataApiBuilder.CachedById, DataApiBuilder.ById)),
            .. lists.Targets((DataApiBuilder.CachedList, DataApiBuilder.List)),
            inserts.Target,
            new("peak memory, of bare", (double)servers.Service.PeakBytes / servers.Bare.PeakBytes, MostOfBareMemory, IsMost: true),
        ];
        await Results.Write("HTTP", $"""
            wrk asks over 32 connections, on the same processors, of which it takes its part from all alike. Medians of {options.Rounds} rounds of {options.Seconds} s over
            {rows.ToString("N0", CultureInfo.InvariantCulture)} rows; a ratio is the median of the ratios within a round. *bare* is Kestrel that answers the same bytes and headers
            from memory, *raw* is hand-written Npgsql and Utf8JsonWriter that give the same bodies byte for byte, *DAB* is Data API builder over plain tables
            with the same rows{(servers.Dab is null ? ", which is not installed here" : "")}. CPU is that of the server and that of PostgreSQL, for each request.

            {Target.Table(targets)}
            {byId.Table()}
            {lists.Table()}
            {inserts.Table()}
            {Memory(servers)}
            """);
        return Target.Missed(targets);
    }

    private static string Memory(Servers servers) => string.Join('\n', servers.All
        .Select(one => $"| {one.Name} | {one.Server.PeakBytes >> 20} MB |")
        .Prepend("|---|---:|").Prepend("| resident memory at most | |")) + "\n";
}
