using System.Diagnostics;
using Dapper;
using Npgsql;

namespace CooperationApi.Kernel;

/// <summary>The database under the service: the one configured, or a private PostgreSQL that it starts and stops itself.</summary>
internal sealed class Database(IConfiguration configuration, Migrations migrations, ILoggerFactory loggers) : IAsyncDisposable
{
    public const string Serving = "Cooperation";
    public const string Migrating = "Migrations";

    private readonly string? configured = configuration.GetConnectionString(Serving);
    private readonly string? ofTheOwner = configuration.GetConnectionString(Migrating);
    private PrivatePostgres? ownServer;
    private readonly CancellationTokenSource closing = new();
    private Task watch = Task.CompletedTask;
    private NpgsqlDataSource? source;

    // More connections than this make two or four processors slower. Exports may hold four of them, writes half.
    private const int DefaultConnections = 16;
    private const int MostPrepared = 200;

    private const string RoleSql = "select current_user::text";

    public NpgsqlDataSource Source => source ?? throw new InvalidOperationException("The database is not open yet.");

    /// <summary>Opens the database and brings it to this build's schema.</summary>
    public async Task Open(CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(configured))
        {
            if (!string.IsNullOrWhiteSpace(ofTheOwner))
            {
                throw new StartException($"ConnectionStrings:{Migrating} says who migrates, and ConnectionStrings:{Serving}, which says who serves, is missing.");
            }

            ownServer = new PrivatePostgres(
                configuration["PrivatePostgres:Folder"] ?? PrivatePostgres.DefaultFolder, loggers.CreateLogger<PrivatePostgres>());
        }

        var connectionString = ownServer is null ? configured! : await ownServer.Start(stop);
        await Migrate(connectionString, stop);
        source = Build(WithSettings(connectionString));
        watch = ownServer?.Watch(closing.Token) ?? watch;
    }

    private NpgsqlDataSource Build(string connectionString)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString) { Name = "cooperation" };

        // What is asked of the database by itself, several times a second, is no request's, and would be traces of one span.
        builder.ConfigureTracing(tracing => tracing.ConfigureCommandFilter(_ => Activity.Current is not null));
        return builder.UseLoggerFactory(loggers).Build();
    }

    // Where somebody else migrates, who serves is given what that takes.
    private async Task Migrate(string serving, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(ofTheOwner))
        {
            await migrations.Run(serving, stop);
            return;
        }

        await using var connection = await Connect(serving, Serving, stop);
        var role = await connection.ExecuteScalarAsync<string>(new CommandDefinition(RoleSql, cancellationToken: stop));
        await migrations.Run(ofTheOwner, role, stop);
    }

    /// <summary>For what is done before anybody is served. It has a name, or else its connection string would be its name in metrics.</summary>
    public static NpgsqlDataSource Unpooled(string connectionString) =>
        new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString) { Name = "migrations" }.Build();

    /// <summary>Opens a connection of its own to a database that the configuration names.</summary>
    public static async Task<NpgsqlConnection> Connect(string connectionString, string name, CancellationToken stop)
    {
        try
        {
            return await Unpooled(connectionString).OpenConnectionAsync(stop);
        }
        catch (Exception refused) when (refused is NpgsqlException or ArgumentException)
        {
            // What cannot be read may be read wrongly, and what is quoted of it be a part of the password.
            throw new StartException(
                $"The database of ConnectionStrings:{name} cannot be opened: {(refused is NpgsqlException ? refused.Message : "that is no connection string.")}",
                refused);
        }
    }

    // What a database or a role sets otherwise would show in cursors and links. To compile a statement (JIT) takes longer than to run it, and to
    // plan one anew for the parameters of each time, half as long: what plans depend on is in the text of a statement. Whom a service that was killed
    // leaves waiting or at work is looked for, because PostgreSQL would find out only when it answers.
    private static string WithSettings(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            // Statements that recur are planned once, and what a session sets it sets for its transaction only, so that nothing is to be reset.
            MaxAutoPrepare = MostPrepared,
            AutoPrepareMinUsages = 2,
            NoResetOnClose = true,
        };
        if (!settings.ShouldSerialize("Maximum Pool Size"))
        {
            settings.MaxPoolSize = DefaultConnections;
        }

        settings.Options = $"{settings.Options} -c DateStyle=ISO -c TimeZone=UTC -c jit=off -c plan_cache_mode=force_generic_plan -c client_connection_check_interval=2s".TrimStart();
        return settings.ConnectionString;
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await watch.ContinueWith(_ => { }, TaskScheduler.Default);
        closing.Dispose();
        if (source is not null)
        {
            await source.DisposeAsync();
        }

        if (ownServer is not null)
        {
            await ownServer.Stop();
        }
    }
}
