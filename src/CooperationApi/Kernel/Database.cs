using Npgsql;

namespace CooperationApi.Kernel;

/// <summary>The database under the service: the one configured, or a private PostgreSQL that it starts and stops itself.</summary>
internal sealed class Database(IConfiguration configuration, Migrations migrations, ILoggerFactory loggers)
    : IHostedLifecycleService, IAsyncDisposable
{
    private readonly string? configured = configuration.GetConnectionString("Cooperation");
    private PrivatePostgres? ownServer;
    private NpgsqlDataSource? source;

    public NpgsqlDataSource Source => source ?? throw new InvalidOperationException("The database is not open yet.");

    /// <summary>Opens the database and brings it to this build's schema, before the service takes its first request.</summary>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(configured))
        {
            ownServer = new PrivatePostgres(
                configuration["PrivatePostgres:Folder"] ?? PrivatePostgres.DefaultFolder, loggers.CreateLogger<PrivatePostgres>());
        }

        var connectionString = ownServer is null ? configured! : await ownServer.Start(cancellationToken);
        try
        {
            await migrations.Run(connectionString, cancellationToken);
        }
        catch (NpgsqlException unreachable) when (unreachable is not PostgresException)
        {
            throw new StartException($"The database of ConnectionStrings:Cooperation does not answer: {unreachable.Message}", unreachable);
        }

        source = new NpgsqlDataSourceBuilder(connectionString).UseLoggerFactory(loggers).Build();
    }

    public async Task StoppedAsync(CancellationToken cancellationToken) => await DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        if (source is not null)
        {
            await source.DisposeAsync();
            source = null;
        }

        if (ownServer is not null)
        {
            await ownServer.Stop();
            ownServer = null;
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
