namespace CooperationApi.Kernel;

/// <summary>A read as it is spelled in every byte that matters, by somebody who says nothing of who asks.</summary>
internal sealed record Question(string Path, string Query, string Accept, string AcceptEncoding)
{
    /// <summary>About what it takes to remember it.</summary>
    public const int Bytes = 1000;

    private const int LongestAccept = 500;

    /// <summary>Null where the request is none.</summary>
    public static Question? Of(HttpRequest request)
    {
        var headers = request.Headers;
        var (accept, encoding) = (headers.Accept.ToString(), headers.AcceptEncoding.ToString());
        return (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            && !Credentials.AreSent(request) && !ServerTiming.IsAsked(request) && !request.PathBase.HasValue && accept.Length + encoding.Length <= LongestAccept
            ? new Question(request.Path.Value ?? "", request.QueryString.Value ?? "", accept, encoding)
            : null;
    }
}

/// <summary>Answers what was asked in the very same words before anything else looks at it.</summary>
internal sealed class RepeatedQuestions(RequestDelegate next, ChangeSignal signal, KeptAnswers kept, RateLimits limits, Meters meters)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (kept.IsOn && signal.IsHearing && Question.Of(http.Request) is { } question && kept.Find(question, signal.News) is { } answer)
        {
            if (limits.AreOn && !limits.Take(Limited.AddressOf(http), http.Response, isFree: answer.IsKnown(http.Request)))
            {
                return limits.Refuse(http);
            }

            meters.AnsweredRepeated();
            return answer.Send(http, http.Response.Body, HttpMethods.IsHead(http.Request.Method)).AsTask();
        }

        return next(http);
    }
}
