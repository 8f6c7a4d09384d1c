using System.Globalization;
using System.Net.Sockets;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;

namespace CooperationApi.Kernel;

/// <summary>
/// How often somebody may ask: by their key or the subject of their token, else by their address. A 304 is free, and what is left is told with
/// each answer, as the draft of the IETF says it. Each copy of the service counts by itself.
/// </summary>
internal sealed class RateLimits : IDisposable
{
    public const string Setting = "RateLimit:PerMinute";
    public const string PolicyHeader = "RateLimit-Policy";
    public const string LeftHeader = "RateLimit";

    private const int DefaultPerMinute = 6000;
    private const int Seconds = 60;
    private const int BytesOfNetwork = 8;

    private readonly RequestDelegate next;
    private readonly Silence silence;
    private readonly int perMinute;
    private readonly string policy;
    private readonly PartitionedRateLimiter<string> limiter;

    public RateLimits(RequestDelegate next, Silence silence, IConfiguration configuration)
    {
        (this.next, this.silence) = (next, silence);
        perMinute = configuration.GetValue(Setting, DefaultPerMinute);
        policy = string.Create(CultureInfo.InvariantCulture, $"\"requests\";q={perMinute};w={Seconds}");
        var bucket = new TokenBucketRateLimiterOptions
        {
            TokenLimit = Math.Max(1, perMinute),
            TokensPerPeriod = Math.Max(1, perMinute / Seconds),
            ReplenishmentPeriod = TimeSpan.FromSeconds(Math.Max(1.0, (double)Seconds / Math.Max(1, perMinute))),
        };
        limiter = PartitionedRateLimiter.Create<string, string>(who => RateLimitPartition.GetTokenBucketLimiter(who, _ => bucket));
    }

    /// <summary>What is answered to whoever has asked too often.</summary>
    public static Problem TooMany(int seconds) => new()
    {
        Type = "urn:cooperation:problem:too-many-requests",
        Title = "Too much is asked",
        Status = StatusCodes.Status429TooManyRequests,
        Detail = $"Ask again in {seconds} s. {PolicyHeader} says how often is not too often, {LeftHeader} what is left; a 304 is free.",
        Header = new("Retry-After", seconds.ToString(CultureInfo.InvariantCulture)),
    };

    public Task InvokeAsync(HttpContext http) =>
        perMinute <= 0 || http.Request.Path.Value is HealthEndpoints.LivePath or HealthEndpoints.ReadyPath ? next(http)
        : Credentials.AreSent(http.Request) && !silence.Begun.IsCancellationRequested ? ByCaller(http)
        : By(AddressOf(http), http);

    public void Dispose() => limiter.Dispose();

    // Whoever tries one credential after the other is refused before the database is asked for the next.
    private async Task ByCaller(HttpContext http)
    {
        var unknown = $"unknown, {AddressOf(http)}";
        await (HasNone(unknown) ? Refuse(unknown, http) : By(await CallerOf(http) ?? unknown, http));
    }

    private static async Task<string?> CallerOf(HttpContext http)
    {
        try
        {
            return (await http.AuthenticateAsync()).Principal?.FindFirstValue(ClaimTypes.NameIdentifier);
        }
        catch (Exception)
        {
            // Whatever it is, whoever asks for the caller again is told the same, and answers it.
            return null;
        }
    }

    private Task By(string who, HttpContext http)
    {
        if (HasNone(who))
        {
            return Refuse(who, http);
        }

        http.Response.OnStarting(Count, new Asked(this, who, http.Response));
        return next(http);
    }

    private static Task Count(object state)
    {
        var (limits, who, response) = (Asked)state;
        limits.Count(who, response);
        return Task.CompletedTask;
    }

    private void Count(string who, HttpResponse response)
    {
        if (response.StatusCode != StatusCodes.Status304NotModified)
        {
            limiter.AttemptAcquire(who).Dispose();
        }

        Tell(who, response);
    }

    private int Tell(string who, HttpResponse response)
    {
        var left = Left(who);
        var untilAll = (int)(((perMinute - left) * Seconds + perMinute - 1) / perMinute);
        response.Headers[PolicyHeader] = policy;
        response.Headers[LeftHeader] = string.Create(CultureInfo.InvariantCulture, $"\"requests\";r={left};t={untilAll}");
        return untilAll;
    }

    private bool HasNone(string who) => Left(who) == 0;

    // Whole ones: a part of one would be taken for enough.
    private long Left(string who) => limiter.GetStatistics(who)!.CurrentAvailablePermits;

    private Task Refuse(string who, HttpContext http)
    {
        Tell(who, http.Response);
        Sending.Open(http.Response);
        Precautions.OfData(http.Response);
        return ProblemResponse.Write(http, TooMany(Math.Max(1, Seconds / perMinute)));
    }

    // Of the newer kind everybody has a network of their own.
    private static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } address => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } address => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, BytesOfNetwork)),
        var address => address.ToString(),
    };

    private sealed record Asked(RateLimits Limits, string Who, HttpResponse Response);
}
