using System.Globalization;
using System.Text;

namespace CooperationApi.Benchmarks;

/// <summary>Who answers a question, and how it did in each round.</summary>
internal sealed record Contender(string Name, Func<int, Task<Load>> Drive)
{
    // Whoever has just begun to answer a question compiles for some ten seconds more, on processors that are all busy.
    private const int WarmUp = 20;

    public static Contender Of(string name, Server server, Question question) => new(name, seconds => Wrk.Drive(server, question, seconds));

    public List<Load> Loads { get; } = [];

    /// <summary>How fast it is, in the speed of another of the same rounds.</summary>
    public double To(Contender other) => Median.Of(Loads.Zip(other.Loads, (own, its) => own.PerSecond / its.PerSecond));

    /// <summary>Drives all in turn, to and fro, after a round that does not count.</summary>
    public static async Task Compete(IReadOnlyList<Contender> contenders, Options options)
    {
        for (var round = 0; round <= options.Rounds; round++)
        {
            foreach (var contender in round % 2 == 0 ? contenders : contenders.Reverse())
            {
                var load = await contender.Drive(round > 0 ? options.Seconds : Math.Max(options.Seconds, WarmUp));
                if (round > 0)
                {
                    contender.Loads.Add(load);
                }
            }
        }
    }

    /// <summary>How all did: by themselves, and in the speed of some.</summary>
    public static string Table(string title, IEnumerable<Contender> all, params (string Name, Contender Contender)[] compared)
    {
        var table = new StringBuilder($"| {title} | a second |").AppendJoin("", compared.Select(other => $" of {other.Name} |"))
            .Append(" p50 ms | p99 ms | CPU ms | PostgreSQL's |\n|---|").AppendJoin("", Enumerable.Repeat("---:|", 5 + compared.Length)).Append('\n');
        foreach (var one in all)
        {
            table.Append(CultureInfo.InvariantCulture, $"| {one.Name} | {one.Of(load => load.PerSecond):N0} |")
                .AppendJoin("", compared.Select(other => string.Create(CultureInfo.InvariantCulture, $" {one.To(other.Contender):F2} |")))
                .AppendLine(CultureInfo.InvariantCulture,
                    $" {one.Of(load => load.P50):F2} | {one.Of(load => load.P99):F2} | {one.Of(load => load.Cpu):F3} | {one.Of(load => load.DatabaseCpu):F3} |");
        }

        return table.Replace("NaN", "").ToString();
    }

    private double Of(Func<Load, double> what) => Median.Of(Loads.Select(what));
}
