using System.Collections.Concurrent;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.ResponseCompression;

namespace CooperationApi.Kernel;

/// <summary>Marks an endpoint of which each answer is its own: a stream, or what depends on more than the question and what is written.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class NotKeptAttribute : Attribute;

/// <summary>
/// Answers open reads from what was answered before, as long as nothing is written. An answer belongs to the news that were awaited
/// before its first statement began: as soon as there are any, nothing of before is found, however late it comes to be kept. While this
/// copy does not hear the others, nothing is taken from here. Of equal reads at once, one asks the database.
/// </summary>
internal sealed class AnswerCache(RequestDelegate next, ChangeSignal signal, KeptAnswers kept, Meters meters)
{
    private readonly ConcurrentDictionary<Flight, Task<Answer?>> flights = new();

    public Task InvokeAsync(HttpContext http)
    {
        var news = signal.News;
        return kept.IsOn && signal.IsHearing && IsOpenRead(http) && MediaTypes.Chosen(http) is { } mediaType
            ? Answered(http, new Flight(Key(http, mediaType), news))
            : next(http);
    }

    private static bool IsOpenRead(HttpContext http) => HttpMethods.IsGet(http.Request.Method)
        && http.GetEndpoint() is { } endpoint
        && endpoint.Metadata.GetMetadata<NotKeptAttribute>() is null
        && Needs.Of(endpoint) is null;

    private static string Key(HttpContext http, string mediaType) =>
        $"{http.Request.PathBase.Value}{http.Request.Path.ToUriComponent()}{Links.Normal(http.Request.QueryString)} {mediaType}";

    private async Task Answered(HttpContext http, Flight flight)
    {
        // Whatever reads are answered, a credential that does not hold is refused.
        if (Credentials.AreSent(http.Request) && (await http.AuthenticateAsync()).Failure is not null)
        {
            await next(http);
            return;
        }

        var sending = Sending.Of(http);
        if ((Found(flight) ?? await Read(http, sending, flight)) is { } answer)
        {
            answer = sending.Encoding is { } encoding ? Encoded(answer, encoding, flight) : answer;
            if (Question.Of(http.Request) is { } question)
            {
                kept.Keep(question, flight.News, answer, Question.Bytes);
            }

            await sending.Send(answer);
        }
    }

    private Answer? Found(Flight flight) => Counted(kept.Find(flight.Key, flight.News));

    private Answer? Counted(Answer? found)
    {
        if (found is not null)
        {
            meters.AnsweredAlike();
        }

        return found;
    }

    private Answer Encoded(Answer answer, ICompressionProvider encoding, Flight flight)
    {
        var key = $"{flight.Key} {encoding.EncodingName}";
        return kept.Find(key, flight.News) ?? Kept(key, flight, answer.Encoded(encoding));
    }

    private Answer Kept(string key, Flight flight, Answer answer)
    {
        kept.Keep(key, flight.News, answer, answer.Size);
        return answer;
    }

    // Null where the answer is none to keep, and is sent as any other.
    private async Task<Answer?> Read(HttpContext http, Sending sending, Flight flight)
    {
        while (true)
        {
            var own = new TaskCompletionSource<Answer?>(TaskCreationOptions.RunContinuationsAsynchronously);
            var first = flights.GetOrAdd(flight, own.Task);
            if (first == own.Task)
            {
                return await Lead(http, sending, flight, own);
            }

            await ((Task)first).WaitAsync(http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            http.RequestAborted.ThrowIfCancellationRequested();
            if (!first.IsCanceled)
            {
                return Counted(await first) ?? await Alone(http);
            }
        }
    }

    private async Task<Answer?> Lead(HttpContext http, Sending sending, Flight flight, TaskCompletionSource<Answer?> own)
    {
        Answer? answer = null;
        meters.NotKept();
        try
        {
            await next(http);
            answer = http.Response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal) ? null : sending.Read();
            return answer is null ? null : Kept(flight.Key, flight, answer);
        }
        finally
        {
            flights.TryRemove(flight, out _);
            if (answer is null && http.RequestAborted.IsCancellationRequested)
            {
                // Its client has gone; another of those who wait asks in its place.
                own.SetCanceled();
            }
            else
            {
                own.SetResult(answer);
            }
        }
    }

    private async Task<Answer?> Alone(HttpContext http)
    {
        meters.NotKept();
        await next(http);
        return null;
    }

    // A question, however it is spelled, and the news awaited when it was asked.
    private sealed record Flight(string Key, Task News);
}
