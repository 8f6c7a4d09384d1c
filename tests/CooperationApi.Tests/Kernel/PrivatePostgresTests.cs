using System.Diagnostics;
using CooperationApi.Kernel;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CooperationApi.Tests.Kernel;

public sealed class PrivatePostgresTests : IAsyncLifetime
{
    private readonly List<PrivatePostgres> copies = [];
    private readonly PrivatePostgresFolder files = new(Directory.CreateTempSubdirectory("private-postgres-").FullName);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string LockFile => Path.Combine(files.Data, Postmaster.LockFileName);

    private int ServerId => int.Parse(File.ReadLines(LockFile).First(), provider: null);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var copy in copies)
        {
            await copy.Stop();
        }

        Directory.Delete(files.Root, recursive: true);
    }

    [Fact]
    public async Task Keeps_what_was_stored_when_it_is_stopped_and_started_again()
    {
        var copy = Copy();
        await Execute(await copy.Start(Cancellation), "CREATE TABLE kept AS SELECT 42 AS number");
        await copy.Stop();
        Assert.Null(Postmaster.Running(files.Data));
        Assert.False(File.Exists(LockFile));

        Assert.Equal(42, await Execute(await Copy().Start(Cancellation), "SELECT number FROM kept"));
    }

    [Fact]
    public async Task Adopts_a_server_that_a_killed_copy_left_running()
    {
        var id = await LeaveServerRunning();

        var copy = Copy();
        Assert.Equal(1, await Execute(await copy.Start(Cancellation), "SELECT 1"));
        Assert.Equal(id, ServerId);

        await copy.Stop();
        Assert.Null(Postmaster.Running(files.Data));
    }

    [Fact]
    public async Task Recovers_committed_rows_when_the_server_was_killed()
    {
        var killed = Copy();
        await Execute(await killed.Start(Cancellation), "CREATE TABLE kept AS SELECT 42 AS number");
        await KillServer();
        await killed.Stop();

        Assert.Equal(42, await Execute(await Copy().Start(Cancellation), "SELECT number FROM kept"));
    }

    [Fact]
    public async Task Is_not_fooled_by_a_process_that_was_given_the_id_of_a_killed_server()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "sleep and setpriv are of Unix");
        await LeaveServerRunning();
        await KillServer();
        using var other = await StartSleepAsServerUser();
        string[] lockFiles = [LockFile, PrivatePostgresSettings.SocketLock(files.Sockets)];
        foreach (var file in lockFiles)
        {
            await File.WriteAllLinesAsync(file, [$"{other.Id}", .. File.ReadLines(file).Skip(1)], Cancellation);
        }

        var copy = Copy();
        Assert.Equal(1, await Execute(await copy.Start(Cancellation), "SELECT 1"));
        await copy.Stop();
        Assert.False(other.HasExited);
        other.Kill();
    }

    [Fact]
    public async Task Copies_started_at_once_share_one_server_until_the_last_of_them_stops()
    {
        PrivatePostgres[] together = [Copy(), Copy(), Copy(), Copy(), Copy()];
        var connections = await Task.WhenAll(together.Select(copy => copy.Start(Cancellation)));
        Assert.Single(connections.Distinct());

        foreach (var copy in together[1..])
        {
            await copy.Stop();
            Assert.Equal(1, await Execute(connections[0], "SELECT 1"));
        }

        await together[0].Stop();
        Assert.Null(Postmaster.Running(files.Data));
    }

    [Fact]
    public async Task Copies_stopped_at_once_stop_the_server()
    {
        PrivatePostgres[] together = [Copy(), Copy(), Copy()];
        await Task.WhenAll(together.Select(copy => copy.Start(Cancellation)));

        await Task.WhenAll(together.Select(copy => copy.Stop()));

        Assert.Null(Postmaster.Running(files.Data));
    }

    [Fact]
    public async Task Deletes_what_an_interrupted_initdb_left()
    {
        var unfinished = Directory.CreateDirectory(Path.Combine(files.Root, "data.new.12345678"));
        await File.WriteAllTextAsync(Path.Combine(unfinished.FullName, "PG_VERSION"), "15", Cancellation);

        Assert.Equal(1, await Execute(await Copy().Start(Cancellation), "SELECT 1"));

        Assert.Equal([files.Data], Directory.GetDirectories(files.Root, "data*"));
    }

    [Fact]
    public async Task Makes_the_database_that_a_copy_killed_before_could_not_make()
    {
        await LeaveServerRunning();

        Assert.Equal("cooperation", await Execute(await Copy().Start(Cancellation), "SELECT current_database()::text"));
    }

    [Fact]
    public async Task Stopping_is_harmless_before_the_start_and_when_repeated()
    {
        var copy = Copy();
        await copy.Stop();
        await copy.Start(Cancellation);
        await copy.Stop();
        await copy.Stop();

        Assert.Throws<InvalidOperationException>(() => copy.ConnectionString);
    }

    [Fact]
    public async Task A_cancelled_start_leaves_no_server_and_does_not_hinder_the_next()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Copy().Start(soon.Token));
        Assert.Null(Postmaster.Running(files.Data));

        Assert.Equal(1, await Execute(await Copy().Start(Cancellation), "SELECT 1"));
    }

    [Theory]
    [InlineData("a folder's name, with: much in it")]
    [InlineData("mappe med «ø» og blanke")]
    [InlineData("llllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllll")]
    public async Task Works_in_a_folder_of_any_name(string name)
    {
        files.Create();
        await using var copy = Copy(name);

        Assert.Equal(1, await Execute(await copy.Start(Cancellation), "SELECT 1"));
    }

    [Fact]
    public async Task Tells_why_the_server_does_not_start()
    {
        var copy = Copy();
        await copy.Start(Cancellation);
        await copy.Stop();
        await File.AppendAllTextAsync(Path.Combine(files.Data, "postgresql.conf"), "no_such_setting = 1\n", Cancellation);

        var failure = await Assert.ThrowsAsync<ChildProcessException>(() => copy.Start(Cancellation));

        Assert.Contains("could not start server", failure.Message, StringComparison.Ordinal);
        Assert.Contains("no_such_setting", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_how_to_install_PostgreSQL_where_there_is_none()
    {
        var copy = new PrivatePostgres(files.Root, NullLogger.Instance, binaryFolders: []);

        var failure = await Assert.ThrowsAsync<StartException>(() => copy.Start(Cancellation));

        Assert.Contains("apt-get install -y postgresql", failure.Message, StringComparison.Ordinal);
        Assert.Contains("ConnectionStrings__Cooperation", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_which_version_the_data_needs()
    {
        var failure = await Assert.ThrowsAsync<StartException>(() => PostgresBinaries.Find(14, cancellation: Cancellation));

        Assert.Contains("The data is of PostgreSQL 14, which is not on this machine (only", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finds_the_programs_behind_links()
    {
        var binaries = await PostgresBinaries.Find(major: null, cancellation: Cancellation);
        var links = Directory.CreateDirectory(Path.Combine(files.Root, "links")).FullName;
        File.CreateSymbolicLink(Path.Combine(links, Path.GetFileName(binaries.Program("initdb"))), binaries.Program("initdb"));

        Assert.Equal(binaries, await PostgresBinaries.Find(major: null, [files.Root, links], Cancellation));
        Assert.True(File.Exists(binaries.PgDump));
    }

    private PrivatePostgres Copy(string name = "")
    {
        var copy = new PrivatePostgres(Path.Combine(files.Root, name), NullLogger.Instance);
        copies.Add(copy);
        return copy;
    }

    /// <summary>A server without a service, as a killed service leaves it; returns its process id.</summary>
    private async Task<int> LeaveServerRunning()
    {
        files.Create();
        var binaries = await PostgresBinaries.Find(major: null, cancellation: Cancellation);
        var server = new PrivatePostgresServer(files, binaries, await ChildProcess.UnprivilegedUser(Cancellation));
        await server.Initialise(Cancellation);
        await using var connection = await server.Start(Cancellation);
        return ServerId;
    }

    private async Task KillServer()
    {
        using var server = Process.GetProcessById(ServerId);
        server.Kill();
        await server.WaitForExitAsync(Cancellation);
    }

    private static async Task<Process> StartSleepAsServerUser() => await ChildProcess.UnprivilegedUser(Cancellation) is var (name, _)
        ? Process.Start("setpriv", ["--reuid", name, "--clear-groups", "sleep", "60"])
        : Process.Start("sleep", ["60"]);

    private static async Task<object?> Execute(string connectionString, string sql)
    {
        var unpooled = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;
        await using var source = NpgsqlDataSource.Create(unpooled);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Cancellation);
    }
}
