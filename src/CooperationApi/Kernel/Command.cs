using System.Runtime.InteropServices;

namespace CooperationApi.Kernel;

/// <summary>What the program is told to do: to serve, which is also what it does untold, or only to migrate.</summary>
internal static class Command
{
    private const int Failed = 1;
    private const int Misused = 2;

    public static async Task<int> Run(WebApplication app, string[] args)
    {
        var command = args is [[not '-', ..] given, ..] ? given : "serve";
        if (command is not ("serve" or "migrate"))
        {
            return await Complain($"There is no command '{command}'. The commands are serve and migrate.", Misused);
        }

        await using (app)
        {
            try
            {
                await Open(app.Services.GetRequiredService<Database>());
                if (command == "serve")
                {
                    await app.RunAsync();
                }

                return 0;
            }
            catch (Exception cause) when (cause is StartException or IOException)
            {
                return await Complain(cause.Message, Failed);
            }
            catch (OperationCanceledException)
            {
                return await Complain("Stopped while starting.", Failed);
            }
        }
    }

    // Until the host runs, nobody else listens to signals, and a database half started would be left behind.
    private static async Task Open(Database database)
    {
        using var stop = new CancellationTokenSource();
        void Cancel(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }

        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
        await database.Open(stop.Token);
    }

    private static async Task<int> Complain(string message, int exitCode)
    {
        await Console.Error.WriteLineAsync(message);
        return exitCode;
    }
}

/// <summary>Why the service cannot start, in words for whoever started it.</summary>
internal class StartException(string message, Exception? cause = null) : Exception(message, cause);
