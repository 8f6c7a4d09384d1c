using Microsoft.Extensions.Caching.Memory;

namespace CooperationApi.Kernel;

/// <summary>A question, and the news awaited when it was asked.</summary>
internal sealed record Flight(string Key, Task News);

/// <summary>The answers that are kept, in a bounded number of bytes: what is least used makes place.</summary>
internal sealed class KeptAnswers : IDisposable
{
    private const int DefaultMegabytes = 32;
    private const int PartOfOne = 8;

    // So late at most is seen what somebody changes by hand in the database, which is no news.
    private static readonly TimeSpan MostAge = TimeSpan.FromMinutes(1);

    private readonly long mostBytes;
    private readonly MemoryCache answers;
    private Task? newest;

    public KeptAnswers(IConfiguration configuration)
    {
        mostBytes = configuration.GetValue("Cache:Megabytes", DefaultMegabytes) * 1024L * 1024;
        answers = new MemoryCache(new MemoryCacheOptions { SizeLimit = mostBytes, CompactionPercentage = 0.1 });
    }

    /// <summary>Whether any are to be kept.</summary>
    public bool IsOn => mostBytes > 0;

    public Answer? Find(Flight asked) =>
        answers.TryGetValue(asked.Key, out Kept? found) && found!.News == asked.News ? found.Answer : null;

    public Answer Keep(Flight asked, Answer answer)
    {
        if (Interlocked.Exchange(ref newest, asked.News) != asked.News)
        {
            answers.Clear();
        }

        if (!asked.News.IsCompleted && answer.Size <= mostBytes / PartOfOne)
        {
            using var entry = answers.CreateEntry(asked.Key);
            entry.Value = new Kept(answer, asked.News);
            entry.Size = answer.Size;
            entry.AbsoluteExpirationRelativeToNow = MostAge;
        }

        return answer;
    }

    public void Dispose() => answers.Dispose();

    private sealed record Kept(Answer Answer, Task News);
}
