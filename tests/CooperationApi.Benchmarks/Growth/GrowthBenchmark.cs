using System.Globalization;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Benchmarks;

/// <summary>What it costs that there are a hundred times as many records, or that one is deep in a list; all without the answer cache.</summary>
internal static class GrowthBenchmark
{
    private const int Few = 10_000;
    private const double Most = 1.2;
    private const double MostOfPsql = 1.5;

    public static async Task<int> Run(Databases databases, Options options)
    {
        var many = options.Rows ?? 1_000_000;
        var (small, large) = (await Filled(databases, "benchmark_few", Few), await Filled(databases, "benchmark_many", many));
        await using var few = await Service.Start(small, cacheMegabytes: 0);
        await using var service = await Service.Start(large, cacheMegabytes: 0);
        var byId = (
            Few: Contender.Of($"by id of {Few:N0}", few, (await Questions.Of(small, Few)).AnyById),
            Many: Contender.Of($"by id of {many:N0}", service, (await Questions.Of(large, many)).AnyById));
        var pages = new List<(Contender First, Contender Deep)>();
        foreach (var list in DeepPage.Lists)
        {
            pages.Add((
                Contender.Of($"page 1 of {list.Target}", service, new([list.Target])),
                Contender.Of($"page {DeepPage.Number:N0} of it", service, new([await list.At(large)]))));
        }

        Contender[] all = [byId.Few, byId.Many, .. pages.SelectMany(page => new[] { page.First, page.Deep })];
        await Contender.Compete(all, options);
        Console.WriteLine(Contender.Table("", all));
        var (own, psql) = await Summary.Compare(service, large, options.Rounds);
        Target[] targets =
        [
            new("time by id, of that among few", byId.Few.To(byId.Many), Most, IsMost: true),
            .. DeepPage.Lists.Zip(pages, (list, page) => new Target($"time of page {DeepPage.Number:N0} of {list.Target}, of page 1", page.First.To(page.Deep), Most, IsMost: true)),
            new("time of a summary of all, of psql's", Median.Of(own.Zip(psql, (one, other) => one / other)), MostOfPsql, IsMost: true),
        ];
        await Results.Write("Growth", string.Create(CultureInfo.InvariantCulture, $"""
            The service with its answer cache off, over {many:N0} records and over {Few:N0}; medians of {options.Rounds} rounds of {options.Seconds} s by wrk over 32 connections. A summary of all
            records took {Median.Of(own):F2} s, and its very statement in psql {Median.Of(psql):F2} s. The service had {service.PeakBytes >> 20} MB resident at most.

            {Target.Table(targets)}
            {Contender.Table("", all)}
            """));
        return Target.Missed(targets);
    }

    private static async Task<string> Filled(Databases databases, string name, int rows)
    {
        var database = await databases.Create(name);
        await ManySales.Add(database, rows, seed: 1, CancellationToken.None);
        return database;
    }
}
