using Microsoft.AspNetCore.Connections.Features;
using Microsoft.Extensions.Options;

namespace CooperationApi.Kernel;

/// <summary>
/// How the service ends when it is told to: at once /readyz fails and streams of events end; then, after the delay that is configured, no new
/// connection is taken; what is under way is finished, and is broken off when the time of <see cref="HostOptions.ShutdownTimeout"/> is over.
/// </summary>
internal sealed class Shutdown : IDisposable
{
    public const string DelayName = "Shutdown:DelaySeconds";

    private const string BoundName = "shutdownTimeoutSeconds";
    private const int MostSeconds = 3600;

    // What is broken off has a moment to say so.
    private static readonly TimeSpan LastMoment = TimeSpan.FromSeconds(1);

    private readonly IConfiguration configuration;
    private readonly IHostApplicationLifetime lifetime;
    private readonly CancellationTokenSource lastCall = new();

    public Shutdown(IHostApplicationLifetime lifetime, IOptions<HostOptions> host, IConfiguration configuration)
    {
        (this.lifetime, this.configuration) = (lifetime, configuration);
        lifetime.ApplicationStopping.Register(() =>
            lastCall.CancelAfter(Delay + (host.Value.ShutdownTimeout > LastMoment ? host.Value.ShutdownTimeout - LastMoment : TimeSpan.Zero)));
    }

    public bool IsStopping => lifetime.ApplicationStopping.IsCancellationRequested;

    /// <summary>Ends a moment before what is still under way is cut off.</summary>
    public CancellationToken LastCall => lastCall.Token;

    private TimeSpan Delay => TimeSpan.FromSeconds(Seconds(DelayName));

    /// <summary>Refuses to start with a time that is none, which the host would pass over in silence.</summary>
    public void Check()
    {
        _ = Delay;
        _ = Seconds(BoundName);
    }

    /// <summary>Waits until the service is told to stop, and then until no balancer that asks /readyz sends anything more.</summary>
    public async Task Wait()
    {
        await Task.Delay(Timeout.Infinite, lifetime.ApplicationStopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.Delay(Delay);
    }

    /// <summary>Waits for a while; whether the service is told to stop meanwhile.</summary>
    public async Task<bool> IsStoppingWithin(TimeSpan time, CancellationToken stop)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(stop, lifetime.ApplicationStopping);
        await Task.Delay(time, ends.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.ThrowIfCancellationRequested();
        return IsStopping;
    }

    /// <summary>Lets no connection be used again, so that whoever keeps some goes elsewhere before the last of them is closed.</summary>
    public Task CloseConnection(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(() =>
        {
            if (IsStopping)
            {
                http.Features.Get<IConnectionLifetimeNotificationFeature>()?.RequestClose();
            }

            return Task.CompletedTask;
        });
        return next(http);
    }

    public void Dispose() => lastCall.Dispose();

    private int Seconds(string name) => configuration.Whole(name, "seconds", MostSeconds, otherwise: 0);
}
