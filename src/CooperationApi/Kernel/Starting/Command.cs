using System.Runtime.InteropServices;
using Spectre.Console.Cli;

namespace CooperationApi.Kernel;

/// <summary>What the program is told to do: to serve, which is also what it does untold, or one of the other commands.</summary>
internal static class Command
{
    private const int Failed = 1;
    private const int Misused = 2;

    // What these print is for scripts to read.
    private static readonly string[] QuietOnStandardOutput =
        ["--Logging:Console:LogToStandardErrorThreshold=Trace", "--Logging:LogLevel:Default=Warning"];

    private static readonly string[] OfTheHost = ["serve", "migrate"];
    private static readonly string[] Others = ["keys", "import"];
    private static readonly string[] Help = ["-h", "--help", "-v", "--version"];

    /// <summary>What of the command line is configuration of the host: all of it to serve and to migrate, else what is written as <c>--Section:Key=value</c>.</summary>
    public static string[] HostArguments(string[] args) => args switch
    {
        [[not '-', ..] command, .. var rest] when OfTheHost.Contains(command) => rest,
        [[not '-', ..], .. var rest] => [.. QuietOnStandardOutput, .. rest.Where(IsConfiguration)],
        _ => args,
    };

    /// <summary>Does it, with the program put together only for what there is.</summary>
    public static async Task<int> Run(string[] args, Func<WebApplication> build)
    {
        var own = OwnArguments(args);
        if (!Help.Contains(own[0]) && !OfTheHost.Concat(Others).Contains(own[0]))
        {
            return await Complain($"There is no command '{own[0]}'. The commands are {string.Join(", ", OfTheHost)} and {string.Join(", ", Others)}.", Misused);
        }

        try
        {
            await using var app = build();

            // Who only serves has no use for the library of commands in memory.
            return own is ["serve"] ? await Serve(app) : await Commands(app).RunAsync(own);
        }
        catch (Exception cause) when (cause is StartException or IOException)
        {
            return await Complain(cause.Message, Failed);
        }
        catch (OperationCanceledException)
        {
            return await Complain("Stopped while starting.", Failed);
        }
        catch (CommandAppException misuse)
        {
            return await Complain($"{misuse.Message} {own[0]} --help says what there is.", Misused);
        }
    }

    /// <summary>Does something with the database open, so that a signal ends both.</summary>
    public static async Task<int> WithDatabase(WebApplication app, Func<CancellationToken, Task<int>> work)
    {
        using var stop = new CancellationTokenSource();
        void Cancel(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }

        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
        await app.Services.GetRequiredService<Database>().Open(stop.Token);
        return await work(stop.Token);
    }

    private static CommandApp Commands(WebApplication app)
    {
        var commands = new CommandApp();
        commands.Configure(of =>
        {
            of.SetApplicationName("CooperationApi");
            of.SetApplicationVersion(Build.Version);
            of.UseStrictParsing();
            of.PropagateExceptions();
            of.AddAsyncDelegate("serve", (_, _) => Serve(app)).WithDescription("Serve the API. What the program does when told nothing else.");
            of.AddAsyncDelegate("migrate", (_, _) => WithDatabase(app, _ => Task.FromResult(0)))
                .WithDescription("Bring the database to this version's schema and facts, and end.");
            of.AddAsyncDelegate<FileToImport>("import", (_, asked, stop) => ImportCommand.Run(asked, stop))
                .WithDescription("Send a file to be imported by a service. Ends with 0 if it was, with 1 if not, with 2 if misused.");
            of.AddBranch("keys", keys => KeyCommands.Add(keys, app));
        });
        return commands;
    }

    private static async Task<int> Serve(WebApplication app)
    {
        app.Services.GetRequiredService<TokenIssuer>().Check();
        Telemetry.Check(app.Configuration);
        _ = app.Services.GetRequiredService<RateLimits>();
        _ = app.Services.GetRequiredService<KeptAnswers>();
        var shutdown = app.Services.GetRequiredService<Shutdown>();
        shutdown.Check();

        // Until the host runs, nobody else listens to signals, and a database half started would be left behind.
        await WithDatabase(app, _ => Task.FromResult(0));
        await app.StartAsync();
        await shutdown.Wait();
        await app.StopAsync();
        return 0;
    }

    private static string[] OwnArguments(string[] args) => args switch
    {
        [[not '-', ..] command, .. var rest] when OfTheHost.Contains(command) => [command, .. rest.Where(Help.Contains)],
        [[not '-', ..] command, .. var rest] => [command, .. rest.Where(arg => !IsConfiguration(arg))],
        _ => [args.FirstOrDefault(Help.Contains) ?? "serve"],
    };

    private static bool IsConfiguration(string arg) =>
        arg.StartsWith("--", StringComparison.Ordinal)
        && arg.Split('=', 2) is [var name, _]
        && name.Contains(':', StringComparison.Ordinal);

    private static async Task<int> Complain(string message, int exitCode)
    {
        await Console.Error.WriteLineAsync(message);
        return exitCode;
    }
}

/// <summary>Why the service cannot start, in words for whoever started it.</summary>
internal class StartException(string message, Exception? cause = null) : Exception(message, cause);
