using System.Diagnostics;
using System.Threading.Channels;
using Dapper;
using Npgsql;

namespace CooperationApi.Kernel;

/// <summary>
/// Wakes whoever waits for changes. Those of this copy of the service are signalled; other copies are heard through one connection, which
/// also looks several times a second, so that nothing depends on a signal.
/// </summary>
internal sealed partial class ChangeSignal(
    NpgsqlDataSource database, Silence silence, IHostApplicationLifetime lifetime, ILogger<ChangeSignal> logger) : BackgroundService
{
    private const string ListenSql = "listen cooperation_changes";
    private const string NotifySql = "select pg_notify('cooperation_changes', '')";

    // Waits shorter for another copy that gives positions, and has stopped in the midst, than what would be taken for a database that says nothing.
    private const string NumberSql = "select number_writes() from set_config('lock_timeout', '500ms', true)";

    private const int MostSecondsOfALook = 5;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan MostBehind = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenNotices = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(500);

    // Those that come while one waits to be sent are told with it.
    private readonly Channel<bool> notices = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private volatile TaskCompletionSource news = NewNews();
    private readonly long began = Stopwatch.GetTimestamp();
    private long looked = long.MinValue;

    /// <summary>Ends when there may be something new. To be taken before reading, so that nothing comes in between unnoticed.</summary>
    public Task News => news.Task;

    /// <summary>Whether all that any copy committed until a second ago has been told as news.</summary>
    public bool IsHearing => Volatile.Read(ref looked) is var at and > long.MinValue && Stopwatch.GetElapsedTime(at) < MostBehind;

    /// <summary>How long ago the last look began that found out all there was; since when it has been waited for, before the first one.</summary>
    public TimeSpan Lag => Stopwatch.GetElapsedTime(Math.Max(Volatile.Read(ref looked), began));

    /// <summary>Whether the service stops, so that nobody should wait any more.</summary>
    public bool IsStopping => lifetime.ApplicationStopping.IsCancellationRequested;

    /// <summary>Says that a write has committed. Not said within its transaction: notices would make all commits wait for each other.</summary>
    public void Signal()
    {
        Wake();
        notices.Writer.TryWrite(true);
    }

    /// <summary>Waits for news; false where they do not come in time, or the service stops.</summary>
    public async Task<bool> Wait(Task awaited, TimeSpan most, CancellationToken stop)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(stop, lifetime.ApplicationStopping);
        ends.CancelAfter(most > TimeSpan.Zero ? most : TimeSpan.Zero);
        await awaited.WaitAsync(ends.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.ThrowIfCancellationRequested();
        return awaited.IsCompleted && !IsStopping;
    }

    // However a query ends that is broken off by the end of the service, it is no failure.
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.WhenAll(Listen(stoppingToken), Notify(stoppingToken));
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private static TaskCompletionSource NewNews() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Wake() => Interlocked.Exchange(ref news, NewNews()).SetResult();

    private async Task Listen(CancellationToken stop)
    {
        while (true)
        {
            try
            {
                await Hear(stop);
            }
            catch (Exception lost) when (!stop.IsCancellationRequested)
            {
                LogDeaf(lost.Message, BetweenTries);
                await Task.Delay(BetweenTries, stop);
            }
        }
    }

    private async Task Hear(CancellationToken stop)
    {
        await using var connection = await Open(stop);
        var heard = false;
        connection.Notification += (_, _) => heard = true;
        await connection.ExecuteAsync(new CommandDefinition(ListenSql, cancellationToken: stop));
        for (long? newest = null; ;)
        {
            heard = false;
            var began = Stopwatch.GetTimestamp();
            var found = await silence.Ask(() => connection.ExecuteScalarAsync<long?>(
                new CommandDefinition(NumberSql, commandTimeout: MostSecondsOfALook, cancellationToken: stop)));
            if (found != newest)
            {
                newest = found;
                Wake();
            }

            Volatile.Write(ref looked, began);
            if (!heard)
            {
                await connection.WaitAsync(BetweenLooks, stop);
            }
        }
    }

    // Not waited for longer: the database may be back meanwhile.
    private async Task<NpgsqlConnection> Open(CancellationToken stop)
    {
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(stop);
        soon.CancelAfter(Silence.Most);
        return await database.OpenConnectionAsync(soon.Token);
    }

    private async Task Notify(CancellationToken stop)
    {
        await foreach (var _ in notices.Reader.ReadAllAsync(stop))
        {
            try
            {
                await using var command = database.CreateCommand(NotifySql);
                await command.ExecuteNonQueryAsync(stop);
            }
            catch (Exception lost) when (!stop.IsCancellationRequested)
            {
                // Other copies look by themselves.
                LogUntold(lost.Message);
            }

            await Task.Delay(BetweenNotices, stop);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The changes of other copies are not heard, and are listened for again in {Pause}: {Cause}")]
    private partial void LogDeaf(string cause, TimeSpan pause);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A change was not told to other copies, which find it within a second: {Cause}")]
    private partial void LogUntold(string cause);
}
