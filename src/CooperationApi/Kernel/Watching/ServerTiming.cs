using System.Diagnostics;
using System.Globalization;

namespace CooperationApi.Kernel;

/// <summary>
/// Tells a client that asks for it how long its answer took until it began, and how much of that the database did. The driver's statements are listened
/// to from the first such request on, and measured for such requests alone.
/// </summary>
internal sealed class ServerTiming(RequestDelegate next)
{
    public const string AskedBy = "Want-Server-Timing";
    public const string ToldBy = "Server-Timing";
    public const string Meaning = "With `Want-Server-Timing: true`: how many milliseconds it took until the answer began (`total`), and how many of them the database did (`db`).";

    private static readonly Lazy<ActivityListener> Statements = new(Listen);

    public static bool IsAsked(HttpRequest request) => request.Headers.ContainsKey(AskedBy);

    public Task InvokeAsync(HttpContext http)
    {
        if (!IsAsked(http.Request))
        {
            return next(http);
        }

        if (http.Request.Headers[AskedBy] is not ["true"])
        {
            throw new ProblemException(WriteProblems.BadHeaders(
                [new Fault { Header = AskedBy, Code = FaultCode.InvalidValue, Detail = "Expected true; without the header, times are not told." }]));
        }

        _ = Statements.Value;
        var timing = new Timing();
        Activity.Current?.SetCustomProperty(nameof(Timing), timing);
        http.Response.OnStarting(() =>
        {
            timing.Tell(http.Response.Headers);
            return Task.CompletedTask;
        });
        return next(http);
    }

    private static Timing? Of(Activity? request) => request?.GetCustomProperty(nameof(Timing)) as Timing;

    private static ActivityListener Listen()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == nameof(Npgsql),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => Of(Activity.Current) is null ? ActivitySamplingResult.None : ActivitySamplingResult.PropagationData,
            ActivityStopped = statement => Of(statement.Parent)?.Add(statement.Duration),
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private sealed class Timing
    {
        private readonly long began = Stopwatch.GetTimestamp();
        private long ofDatabase;

        public void Add(TimeSpan statement) => Interlocked.Add(ref ofDatabase, statement.Ticks);

        // It is of this answer alone: no cache may give it to others.
        public void Tell(IHeaderDictionary headers)
        {
            headers[ToldBy] = string.Create(CultureInfo.InvariantCulture,
                $"db;dur={TimeSpan.FromTicks(Interlocked.Read(ref ofDatabase)).TotalMilliseconds:F2}, total;dur={Stopwatch.GetElapsedTime(began).TotalMilliseconds:F2}");
            headers["Timing-Allow-Origin"] = "*";
            headers.CacheControl = "no-store";
        }
    }
}
