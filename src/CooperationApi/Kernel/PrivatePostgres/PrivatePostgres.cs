namespace CooperationApi.Kernel;

/// <summary>
/// A PostgreSQL server of the service's own, for when no other is configured. Copies of the service with the same
/// folder share one server; the last copy to stop stops it, and one that a killed copy left running is taken over.
/// </summary>
internal sealed partial class PrivatePostgres(string folder, ILogger logger, IEnumerable<string>? binaryFolders = null)
    : IAsyncDisposable
{
    private readonly PrivatePostgresFolder files = new(folder);
    private PrivatePostgresServer? server;
    private FileStream? usersLock;
    private string? connectionString;

    public static string DefaultFolder => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess
        ? "/var/lib/cooperation-api"
        : Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
            "cooperation-api");

    public string ConnectionString =>
        connectionString ?? throw new InvalidOperationException("The private PostgreSQL has not been started.");

    public async Task<string> Start(CancellationToken cancellation)
    {
        files.Create();
        using var startLock = await LockFile.Exclusive(files.StartLock, cancellation);
        try
        {
            var binaries = await PostgresBinaries.Find(files.Major, binaryFolders, cancellation);
            LogBinaries(binaries.Major, binaries.Folder, files.Root);
            server = new(files, binaries, await ChildProcess.UnprivilegedUser(cancellation));
            await server.Initialise(cancellation);
            connectionString = await Launch(server, cancellation);
            usersLock ??= LockFile.Shared(files.UsersLock);
            return connectionString;
        }
        catch
        {
            await Leave();
            throw;
        }
    }

    /// <summary>Starts the server again whenever it has died, until told to stop.</summary>
    public async Task Watch(CancellationToken stop)
    {
        using var clock = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await clock.WaitForNextTickAsync(stop))
        {
            if (Postmaster.Running(files.Data) is not null)
            {
                continue;
            }

            LogDied(files.Root);
            try
            {
                await Start(stop);
            }
            catch (StartException failure)
            {
                LogNotStarted(failure, files.Root);
            }
        }
    }

    /// <summary>Stops the server, unless another copy of the service uses it.</summary>
    public async Task Stop()
    {
        if (usersLock is null)
        {
            return;
        }

        using var startLock = await LockFile.Exclusive(files.StartLock, CancellationToken.None);
        await Leave();
    }

    public async ValueTask DisposeAsync() => await Stop();

    private async Task<string> Launch(PrivatePostgresServer server, CancellationToken cancellation)
    {
        if (await server.Connect(cancellation) is { } running)
        {
            LogTakenOver(files.Root, running.Host);
            return await server.EnsureDatabase(running, cancellation);
        }

        var started = await server.Start(cancellation);
        LogStarted(files.Root, started.Host);
        return await server.EnsureDatabase(started, cancellation);
    }

    private async Task Leave()
    {
        usersLock?.Dispose();
        usersLock = null;
        connectionString = null;
        using var alone = LockFile.TryExclusive(files.UsersLock);
        if (alone is null)
        {
            LogLeftRunning(files.Root);
        }
        else if (server is not null && await server.Stop())
        {
            LogStopped(files.Root);
        }
    }

    [LoggerMessage(LogLevel.Information, "Private PostgreSQL: version {Major} of {Binaries}, in {Folder}")]
    private partial void LogBinaries(int major, string binaries, string folder);

    [LoggerMessage(LogLevel.Information, "Private PostgreSQL of {Folder} started, listening on {Host}")]
    private partial void LogStarted(string folder, string? host);

    [LoggerMessage(LogLevel.Information, "Private PostgreSQL of {Folder} was running already and is taken over, listening on {Host}")]
    private partial void LogTakenOver(string folder, string? host);

    [LoggerMessage(LogLevel.Warning, "Private PostgreSQL of {Folder} has died and is started again")]
    private partial void LogDied(string folder);

    [LoggerMessage(LogLevel.Error, "Private PostgreSQL of {Folder} does not start again; the next try is in a second")]
    private partial void LogNotStarted(Exception failure, string folder);

    [LoggerMessage(LogLevel.Information, "Private PostgreSQL of {Folder} left running for the other copies of the service")]
    private partial void LogLeftRunning(string folder);

    [LoggerMessage(LogLevel.Information, "Private PostgreSQL of {Folder} stopped")]
    private partial void LogStopped(string folder);
}
