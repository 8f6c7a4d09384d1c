using System.Collections.Concurrent;

namespace CooperationApi.Tests.Kernel;

/// <summary>What writers know of their writes, each under a reason of its own: done, refused, or neither known.</summary>
internal sealed class Ledger
{
    private static readonly TimeSpan MostWaiting = TimeSpan.FromSeconds(12);

    private readonly ConcurrentDictionary<string, bool?> fates = new();
    private readonly ConcurrentDictionary<int, int> statuses = new();
    private readonly ConcurrentQueue<string> faults = new();
    private int aborted;

    public int Done => fates.Values.Count(fate => fate is true);

    public int Unknown => fates.Values.Count(fate => fate is null);

    public int Aborted => aborted;

    /// <summary>What no writer should ever have seen.</summary>
    public IEnumerable<string> Faults => faults;

    public string Statuses => string.Join(", ", statuses.OrderBy(one => one.Key).Select(one => $"{one.Value} × {one.Key}"));

    public void Begin(string reason) => fates[reason] = null;

    public void End(string reason, bool isDone) => fates[reason] = isDone;

    public void Abort() => Interlocked.Increment(ref aborted);

    public void Note(string what, Answer answer, params int[] expected)
    {
        statuses.AddOrUpdate(answer.Status, 1, (_, count) => count + 1);
        if (!expected.Contains(answer.Status))
        {
            faults.Enqueue($"{what}: {answer.Status} {answer.Text}");
        }

        if (answer.Took > MostWaiting)
        {
            faults.Enqueue($"{what}: answered {answer.Status} after {answer.Took}");
        }
    }

    /// <summary>Where what was written, by how often for each reason, is not what the writers were told.</summary>
    public IEnumerable<string> Contradictions(IReadOnlyDictionary<string, long> written) =>
        from fate in fates
        let times = written.GetValueOrDefault(fate.Key)
        where fate.Value is true ? times != 1 : fate.Value is false ? times != 0 : times > 1
        select $"{fate.Key} was {(fate.Value is { } told ? told ? "acknowledged" : "refused" : "not answered")} and is there {times} times";
}
