using CooperationApi.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using KeptAnswer = CooperationApi.Kernel.Answer;

namespace CooperationApi.Tests.Kernel;

public sealed class KeptAnswersTests
{
    private const int Megabyte = 1024 * 1024;
    private const int AnswerBytes = 20_000;
    private const int Questions = 1000;

    private readonly Task news = new TaskCompletionSource().Task;

    [Fact]
    public async Task So_many_bytes_are_kept_and_what_is_asked_for_stays()
    {
        using var kept = Kept(megabytes: 1);
        for (var n = 0; n < Questions; n++)
        {
            kept.Keep(n, news, Any(), AnswerBytes);
            Assert.NotNull(kept.Find(0, news));

            // What is least used is looked for beside the requests.
            await Task.Delay(n % 50 == 0 ? 50 : 0, TestContext.Current.CancellationToken);
        }

        var found = Enumerable.Range(0, Questions).Where(n => kept.Find(n, news) is not null).ToList();
        Assert.InRange(found.Count * AnswerBytes, AnswerBytes * 10, Megabyte);
        Assert.True(found[1] > Questions / 5, $"Of those asked once, {found[1]} is kept still, of {Questions}.");
    }

    [Fact]
    public void An_answer_that_would_take_much_of_the_place_is_not_kept()
    {
        using var kept = Kept(megabytes: 1);
        kept.Keep("small", news, Any(), Megabyte / 8);
        kept.Keep("large", news, Any(), (Megabyte / 8) + 1);
        Assert.NotNull(kept.Find("small", news));
        Assert.Null(kept.Find("large", news));
    }

    [Fact]
    public void What_was_read_before_the_news_is_neither_kept_nor_found_after_them()
    {
        using var kept = Kept(megabytes: 1);
        var (before, after) = (new TaskCompletionSource(), new TaskCompletionSource());
        kept.Keep("early", before.Task, Any(), AnswerBytes);
        before.SetResult();
        kept.Keep("late", before.Task, Any(), AnswerBytes);
        Assert.Null(kept.Find("early", after.Task));
        Assert.Null(kept.Find("late", after.Task));
        Assert.Null(kept.Find("late", before.Task));
    }

    private static KeptAnswers Kept(int megabytes) =>
        new(new ConfigurationBuilder().AddInMemoryCollection([new("Cache:Megabytes", $"{megabytes}")]).Build());

    private static KeptAnswer Any()
    {
        var written = new MemoryStream();
        written.Write("{}"u8);
        return KeptAnswer.Of(new DefaultHttpContext().Response, written);
    }
}
