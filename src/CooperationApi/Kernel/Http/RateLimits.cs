using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Primitives;

namespace CooperationApi.Kernel;

/// <summary>
/// How often somebody may ask: a bucket of tokens for each, of which one is taken for each answer but a 304. What is left is told with the answer,
/// as the draft of the IETF says it. Each copy of the service counts by itself.
/// </summary>
internal sealed class RateLimits : IDisposable
{
    public const string Setting = "RateLimit:PerMinute";
    public const string PolicyHeader = "RateLimit-Policy";
    public const string LeftHeader = "RateLimit";

    private const int DefaultPerMinute = 6000;
    private const int MostPerMinute = 1_000_000_000;
    private const int Seconds = 60;

    // The library's own collection of them has one lock for all, which was seen to take a sixth of a kept answer's time.
    private readonly ConcurrentDictionary<string, TokenBucketRateLimiter> buckets = [];
    private readonly TokenBucketRateLimiterOptions options;
    private readonly Timer sweeping;
    private readonly int perMinute;
    private readonly StringValues policy;

    public RateLimits(IConfiguration configuration)
    {
        perMinute = configuration.Whole(Setting, "requests", MostPerMinute, DefaultPerMinute);
        policy = string.Create(CultureInfo.InvariantCulture, $"\"requests\";q={perMinute};w={Seconds}");
        options = new TokenBucketRateLimiterOptions
        {
            TokenLimit = Math.Max(1, perMinute),
            TokensPerPeriod = Math.Max(1, perMinute),
            ReplenishmentPeriod = TimeSpan.FromSeconds(Seconds),
            AutoReplenishment = false,
        };
        sweeping = new Timer(_ => Sweep(), null, options.ReplenishmentPeriod, options.ReplenishmentPeriod);
    }

    /// <summary>Whether anybody is counted at all.</summary>
    public bool AreOn => perMinute > 0;

    /// <summary>What is answered to whoever has asked too often.</summary>
    public static Problem TooMany(int seconds) => new()
    {
        Type = "urn:cooperation:problem:too-many-requests",
        Title = "Too much is asked",
        Status = StatusCodes.Status429TooManyRequests,
        Detail = $"Ask again in {seconds} s. {PolicyHeader} says how often is not too often, {LeftHeader} what is left; a 304 is free.",
        Header = new("Retry-After", seconds.ToString(CultureInfo.InvariantCulture)),
    };

    public bool HasNone(string who) => Left(BucketOf(who)) == 0;

    /// <summary>Takes one, unless the answer is free, and tells in it what is left. False if nothing was.</summary>
    public bool Take(string who, HttpResponse response, bool isFree) => Take(BucketOf(who), response, isFree);

    /// <summary>Takes one when the answer begins, unless it is free then. False if there is none.</summary>
    public bool TakeLater(string who, HttpResponse response)
    {
        var bucket = BucketOf(who);
        if (Left(bucket) == 0)
        {
            return false;
        }

        response.OnStarting(Begins, (this, bucket, response));
        return true;
    }

    public Task Refuse(HttpContext http)
    {
        Tell(http.Response, 0);
        Sending.Open(http.Response);
        Precautions.OfData(http.Response);
        return ProblemResponse.Write(http, TooMany((Seconds + perMinute - 1) / perMinute));
    }

    public void Dispose()
    {
        sweeping.Dispose();
        foreach (var bucket in buckets.Values)
        {
            bucket.Dispose();
        }
    }

    private static Task Begins(object state)
    {
        var (limits, bucket, response) = ((RateLimits, TokenBucketRateLimiter, HttpResponse))state;
        limits.Take(bucket, response, isFree: response.StatusCode == StatusCodes.Status304NotModified);
        return Task.CompletedTask;
    }

    private bool Take(TokenBucketRateLimiter bucket, HttpResponse response, bool isFree)
    {
        var left = Left(bucket);
        var had = left > 0 && (isFree || Took(bucket));
        Tell(response, had && !isFree ? left - 1 : left);
        return had;
    }

    private TokenBucketRateLimiter BucketOf(string who)
    {
        var bucket = buckets.GetOrAdd(who, static (_, options) => new TokenBucketRateLimiter(options), options);
        bucket.TryReplenish();
        return bucket;
    }

    // Whole ones: a part of one would be taken for enough.
    private static long Left(TokenBucketRateLimiter bucket) => bucket.GetStatistics()!.CurrentAvailablePermits;

    private static bool Took(TokenBucketRateLimiter bucket)
    {
        using var token = bucket.AttemptAcquire();
        return token.IsAcquired;
    }

    private void Tell(HttpResponse response, long left)
    {
        var untilAll = ((perMinute - left) * Seconds + perMinute - 1) / perMinute;
        response.Headers[PolicyHeader] = policy;
        response.Headers[LeftHeader] = string.Create(CultureInfo.InvariantCulture, $"\"requests\";r={left};t={untilAll}");
    }

    // A full one says nothing that a new one would not.
    private void Sweep()
    {
        foreach (var (who, bucket) in buckets)
        {
            bucket.TryReplenish();
            if (bucket.IdleDuration is not null)
            {
                buckets.TryRemove(KeyValuePair.Create(who, bucket));
            }
        }
    }
}

/// <summary>Counts by the key or the subject of the token, else by the address.</summary>
internal sealed class Limited(RequestDelegate next, RateLimits limits, Silence silence)
{
    private const int BytesOfNetwork = 8;

    public Task InvokeAsync(HttpContext http) =>
        !limits.AreOn || http.Request.Path.Value is HealthEndpoints.LivePath or HealthEndpoints.ReadyPath ? next(http)
        : Credentials.AreSent(http.Request) && !silence.Begun.IsCancellationRequested ? ByCaller(http)
        : By(AddressOf(http), http);

    // Of the newer kind everybody has a network of their own.
    public static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } address => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } address => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, BytesOfNetwork)),
        var address => address.ToString(),
    };

    // Whoever tries one credential after the other is refused before the database is asked for the next.
    private async Task ByCaller(HttpContext http)
    {
        var unknown = $"unknown, {AddressOf(http)}";
        await (limits.HasNone(unknown) ? limits.Refuse(http) : By(await CallerOf(http) ?? unknown, http));
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

    private Task By(string who, HttpContext http) => limits.TakeLater(who, http.Response) ? next(http) : limits.Refuse(http);
}
