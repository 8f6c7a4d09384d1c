namespace CooperationApi.Kernel;

/// <summary>What the program is told to do: to serve, which is also what it does untold, or only to migrate.</summary>
internal static class Command
{
    private const int Failed = 1;
    private const int Misused = 2;

    public static async Task<int> Run(WebApplication app, string[] args)
    {
        try
        {
            switch (args is [[not '-', ..] command, ..] ? command : "serve")
            {
                case "serve":
                    await app.RunAsync();
                    return 0;
                case "migrate":
                    await using (app)
                    {
                        await app.Services.GetRequiredService<Database>().StartingAsync(CancellationToken.None);
                    }

                    return 0;
                case var other:
                    await Console.Error.WriteLineAsync($"There is no command '{other}'. The commands are serve and migrate.");
                    return Misused;
            }
        }
        catch (StartException cause)
        {
            await Console.Error.WriteLineAsync(cause.Message);
            return Failed;
        }
    }
}

/// <summary>Why the service cannot start, in words for whoever started it.</summary>
internal class StartException(string message, Exception? cause = null) : Exception(message, cause);
