using Microsoft.Extensions.Caching.Memory;

namespace CooperationApi.Kernel;

/// <summary>The answers that are kept, in a bounded number of bytes: what is least used makes place.</summary>
internal sealed class KeptAnswers : IDisposable
{
    private const int DefaultMegabytes = 8;
    private const int MostMegabytes = 1024 * 1024;
    private const int PartOfOne = 8;
    private const int Large = 16 * 1024;

    // So late at most is seen what somebody changes by hand in the database, which is no news.
    private static readonly TimeSpan MostAge = TimeSpan.FromMinutes(1);

    private readonly long mostBytes;
    private readonly MemoryCache answers;
    private readonly int[] asked = new int[1024];
    private Task? newest;

    public KeptAnswers(IConfiguration configuration)
    {
        mostBytes = configuration.Whole("Cache:Megabytes", "megabytes", MostMegabytes, DefaultMegabytes) * 1024L * 1024;
        answers = new MemoryCache(new MemoryCacheOptions { SizeLimit = mostBytes, CompactionPercentage = 0.1 });
    }

    /// <summary>Whether any are to be kept.</summary>
    public bool IsOn => mostBytes > 0;

    /// <summary>The answer that was read while these news were awaited; null where there is none, or only one of before.</summary>
    public Answer? Find(object question, Task news) =>
        answers.TryGetValue(question, out Kept? kept) && kept!.News == news ? kept.Answer : null;

    /// <summary>
    /// Keeps an answer of which the reading began while these news were awaited; a large one when it is asked for again, since who walks through
    /// pages asks for each once.
    /// </summary>
    public void Keep(object question, Task news, Answer answer, int bytes)
    {
        if (Interlocked.Exchange(ref newest, news) != news)
        {
            answers.Clear();
        }

        if (!news.IsCompleted && Math.Max(bytes, answer.Size) <= mostBytes / PartOfOne && (IsAskedAgain(question) || answer.Size <= Large))
        {
            using var entry = answers.CreateEntry(question);
            entry.Value = new Kept(answer, news);
            entry.Size = bytes;
            entry.AbsoluteExpirationRelativeToNow = MostAge;
        }
    }

    public void Dispose() => answers.Dispose();

    // As far as is remembered, which is the last question of each place.
    private bool IsAskedAgain(object question)
    {
        var hash = question.GetHashCode();
        return Interlocked.Exchange(ref asked[(uint)hash % asked.Length], hash) == hash;
    }

    private sealed record Kept(Answer Answer, Task News);
}
