using System.Diagnostics;
using System.Globalization;

namespace CooperationApi.Benchmarks;

/// <summary>The service, as it is published.</summary>
internal static class Service
{
    /// <summary>Starts it over a database, with an answer cache of its usual size or of another; 0 is none.</summary>
    public static async Task<Server> Start(string database, int? cacheMegabytes = null, string ready = "/readyz") => await Server.Start(
        "dotnet",
        [await Published.Service, "serve"],
        [
            new("ConnectionStrings__Cooperation", Pooled(database)),
            new("RateLimit__PerMinute", "1000000000"),
            new("Cache__Megabytes", cacheMegabytes?.ToString(CultureInfo.InvariantCulture)),
        ],
        ready);

    /// <summary>A key of an editor.</summary>
    public static async Task<string> Key(string database)
    {
        var start = new ProcessStartInfo("dotnet", [await Published.Service, "keys", "create", "--name", "benchmark", "--role", "editor"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ConnectionStrings__Cooperation"] = Pooled(database);
        using var keys = Process.Start(start)!;
        _ = keys.StandardError.ReadToEndAsync();
        var secret = await keys.StandardOutput.ReadToEndAsync();
        await keys.WaitForExitAsync();
        return secret.Trim();
    }

    public static string Pooled(string database) => database.Replace("Pooling=False", "Pooling=True", StringComparison.OrdinalIgnoreCase);
}
