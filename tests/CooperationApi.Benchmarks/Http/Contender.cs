namespace CooperationApi.Benchmarks;

/// <summary>Who answers a question, and how it did in each round.</summary>
internal sealed record Contender(string Name, Func<int, Task<Load>> Drive)
{
    public static Contender Of(string name, Server server, Question question) => new(name, seconds => Wrk.Drive(server, question, seconds));

    public List<Load> Loads { get; } = [];

    public double Median(Func<Load, double> what) => Benchmarks.Median.Of(Loads.Select(what));

    /// <summary>How fast it is, in the speed of another of the same rounds.</summary>
    public double To(Contender other) => Benchmarks.Median.Of(Loads.Zip(other.Loads, (own, its) => own.PerSecond / its.PerSecond));

    /// <summary>Drives all in turn, to and fro, after a round that does not count.</summary>
    public static async Task Compete(IReadOnlyList<Contender> contenders, Options options)
    {
        for (var round = 0; round <= options.Rounds; round++)
        {
            foreach (var contender in round % 2 == 0 ? contenders : contenders.Reverse())
            {
                var load = await contender.Drive(options.Seconds);
                if (round > 0)
                {
                    contender.Loads.Add(load);
                }
            }
        }
    }
}
