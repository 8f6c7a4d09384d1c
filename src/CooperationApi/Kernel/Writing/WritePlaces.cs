using Npgsql;

namespace CooperationApi.Kernel;

/// <summary>How many write at once and how long: those who wait for others hold up no reader, and are told in time to come again.</summary>
internal sealed class WritePlaces(NpgsqlDataSource database) : IDisposable
{
    // For a place, a connection and other writers, and for the write itself.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // Who waits for another writer holds a connection. Half of them are left to whoever does not write.
    private readonly SemaphoreSlim places = new(Math.Max(1, new NpgsqlConnectionStringBuilder(database.ConnectionString).MaxPoolSize / 2));

    public async Task<T> Take<T>(Func<CancellationToken, Task<T>> write, CancellationToken stop)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stop, patience.Token);
        try
        {
            await places.WaitAsync(waiting.Token);
            try
            {
                // Whoever leaves now leaves it to be done: its key tells what became of it, and no connection is left in disorder.
                return await Refusals.Told(() => write(patience.Token));
            }
            finally
            {
                places.Release();
            }
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new ProblemException(Refusals.Busy);
        }
    }

    public void Dispose() => places.Dispose();
}
