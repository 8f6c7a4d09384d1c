using Npgsql;

namespace CooperationApi.Kernel;

/// <summary>The server program on the data of one folder. Whoever calls holds the folder's start lock.</summary>
internal sealed class PrivatePostgresServer(
    PrivatePostgresFolder files, PostgresBinaries binaries, (string Name, string[] Prefix)? user)
{
    private const string Name = "cooperation";
    private const int StartAttempts = 15;

    public async Task Initialise(CancellationToken cancellation)
    {
        files.DeleteUnfinishedData();
        if (Directory.Exists(files.Data))
        {
            return;
        }

        files.EnsurePassword();
        var fresh = files.CreateFreshData();
        await GiveToUser([files.PasswordFile, fresh], cancellation);
        var locale = OperatingSystem.IsLinux() ? "C.UTF-8" : "C";
        string[] options =
        [
            "--pgdata", fresh, "--username", Name, "--pwfile", files.PasswordFile, "--auth", "scram-sha-256",
            "--encoding", "UTF8", "--locale", locale,
        ];
        await Run("initdb", options, cancellation);
        files.KeepFreshData(fresh);
    }

    public async Task<NpgsqlConnection> Start(CancellationToken cancellation)
    {
        var wasKilled = files.HasLockFile;
        for (var attempt = 1; attempt <= StartAttempts; attempt++)
        {
            await TryStart(() => attempt < StartAttempts && (wasKilled || files.HasLockFile), cancellation);
            if (await Connect(cancellation) is { } connection)
            {
                return connection;
            }
        }

        throw new StartException($"PostgreSQL was started in {files.Root} but does not answer; {files.Log} may tell why.");
    }

    /// <summary>A connection to the server that runs on the data, or none where none runs and listens.</summary>
    public async Task<NpgsqlConnection?> Connect(CancellationToken cancellation)
    {
        while (Postmaster.Running(files.Data) is { Host: not "" } running)
        {
            // Named, or else its connection string would be its name in metrics.
            var connection = new NpgsqlDataSourceBuilder(ConnectionTo(running.Host, running.Port, "postgres", pooling: false)) { Name = "private" }.Build().CreateConnection();
            try
            {
                await connection.OpenAsync(cancellation);
                return connection;
            }
            catch (PostgresException busy) when (busy.SqlState == PostgresErrorCodes.CannotConnectNow)
            {
                // It recovers from a crash, or is about to stop.
                await Task.Delay(100, cancellation);
            }
            catch (NpgsqlException deaf) when (deaf is not PostgresException)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Makes the service's database where it is missing, closes the connection and returns the one to give away.</summary>
    public async Task<string> EnsureDatabase(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var closed = connection;
        await using var find = new NpgsqlCommand($"SELECT 1 FROM pg_database WHERE datname = '{Name}'", connection);
        if (await find.ExecuteScalarAsync(cancellation) is null)
        {
            await using var create = new NpgsqlCommand($"CREATE DATABASE {Name}", connection);
            await create.ExecuteNonQueryAsync(cancellation);
        }

        return ConnectionTo(connection.Host!, connection.Port, Name, pooling: true);
    }

    /// <summary>Whether there was a server to stop.</summary>
    public async Task<bool> Stop()
    {
        // Asked first because pg_ctl would signal whatever process has the id of a server that is gone.
        if (Postmaster.Running(files.Data) is null)
        {
            return false;
        }

        try
        {
            await Run("pg_ctl", ["stop", "-m", "fast", "-w", "-D", files.Data], CancellationToken.None);
        }
        catch (ChildProcessException) when (Postmaster.Running(files.Data) is null)
        {
            // It stopped by itself meanwhile.
        }

        return true;
    }

    private async Task TryStart(Func<bool> mayRetry, CancellationToken cancellation)
    {
        try
        {
            files.PrepareStart();
            await GiveToUser([files.Sockets, files.Log, files.PasswordFile, files.Data], cancellation);

            // Not cancelled half-way, which could leave a server behind that nobody knows of yet.
            await Run("pg_ctl", ["start", "-w", "-t", "10", "-D", files.Data, "-l", files.Log], CancellationToken.None);
        }
        catch (ChildProcessException) when (mayRetry())
        {
            // What a killed server or a killed copy of the service left running may be in the way for a while.
            await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
        }
    }

    private Task GiveToUser(string[] paths, CancellationToken cancellation) =>
        user is var (name, _) ? ChildProcess.Run(["chown", "-hR", name, .. paths], log: null, cancellation) : Task.CompletedTask;

    private Task<string> Run(string program, string[] arguments, CancellationToken cancellation) =>
        ChildProcess.Run([.. user?.Prefix ?? [], binaries.Program(program), .. arguments], files.Log, cancellation);

    private string ConnectionTo(string host, int port, string database, bool pooling) => new NpgsqlConnectionStringBuilder
    {
        Host = host,
        Port = port,
        Username = Name,
        Password = File.ReadAllText(files.PasswordFile),
        Database = database,
        Pooling = pooling,
    }.ConnectionString;
}
