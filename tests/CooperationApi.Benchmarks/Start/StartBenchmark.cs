using System.Globalization;

namespace CooperationApi.Benchmarks;

/// <summary>
/// How long the published service takes to its first answer, of one record from a database that is there and migrated, and how much memory it has at rest,
/// beside bare Kestrel that is published likewise and answers the same.
/// </summary>
internal static class StartBenchmark
{
    private const string Target = "/sales/fms/jpn-fms-active-cases";

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    public static async Task<int> Run(Databases databases, Options options)
    {
        var database = await databases.Create("benchmark_start");
        IReadOnlyList<RecordedAnswer> answers;
        await using (var service = await Service.Start(database))
        {
            answers = await Bodies.Record(service, new Question([Target]));
        }

        var (bare, own) = (new List<Began>(), new List<Began>());
        for (var round = 0; round < options.Rounds; round++)
        {
            bare.Add(await Watch(await Rival.Bare(answers, ready: Target)));
            own.Add(await Watch(await Service.Start(database, ready: Target)));
        }

        await Results.Write("Start", string.Create(CultureInfo.InvariantCulture, $"""
            Medians of {options.Rounds} rounds: from starting the process to its first answer, of one record from a database that is there and migrated; the time of processors that
            took; the memory resident after {Rest.TotalSeconds} s at rest. *bare* is Kestrel that is published likewise and answers the same bytes from memory.

            | | first answer ms | CPU s | memory MB |
            |---|---:|---:|---:|
            | bare | {Median.Of(bare.Select(one => one.Milliseconds)):F0} | {Median.Of(bare.Select(one => one.Cpu)):F2} | {Median.Of(bare.Select(one => one.Megabytes)):F0} |
            | service | {Median.Of(own.Select(one => one.Milliseconds)):F0} | {Median.Of(own.Select(one => one.Cpu)):F2} | {Median.Of(own.Select(one => one.Megabytes)):F0} |
            """));
        return 0;
    }

    private static async Task<Began> Watch(Server started)
    {
        await using var server = started;
        var cpu = server.CpuSeconds;
        await Task.Delay(Rest);
        return new Began(server.Started.TotalMilliseconds, cpu, server.ResidentBytes / 1048576.0);
    }

    private sealed record Began(double Milliseconds, double Cpu, double Megabytes);
}
