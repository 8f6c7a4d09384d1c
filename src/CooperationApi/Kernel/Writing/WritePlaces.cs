using System.Threading.RateLimiting;
using Npgsql;

namespace CooperationApi.Kernel;

/// <summary>How many write at once and how long: those who wait for others hold up no reader, and are told in time to come again.</summary>
internal sealed class WritePlaces(NpgsqlDataSource database) : IDisposable
{
    // For a place, a connection and other writers, and for the write itself.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private const int WaitingForEach = 8;

    // Who waits for another writer holds a connection. Half of them are left to whoever does not write.
    private readonly ConcurrencyLimiter places =
        Turns.Limiter(Math.Max(1, new NpgsqlConnectionStringBuilder(database.ConnectionString).MaxPoolSize / 2), WaitingForEach);

    public async Task<T> Take<T>(Func<CancellationToken, Task<T>> write, CancellationToken stop)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stop, patience.Token);
        try
        {
            using var place = await places.AcquireAsync(cancellationToken: waiting.Token);

            // Whoever leaves now leaves it to be done: its key tells what became of it, and no connection is left in disorder.
            return place.IsAcquired ? await Refusals.Told(() => write(patience.Token)) : throw new ProblemException(Turns.Full);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new ProblemException(Refusals.Busy);
        }
    }

    public void Dispose() => places.Dispose();
}
