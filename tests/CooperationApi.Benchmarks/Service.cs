using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CooperationApi.Benchmarks;

/// <summary>The service as a process of its own.</summary>
internal sealed class Service : IAsyncDisposable
{
    private readonly Process process;

    private Service(Process process, Uri address)
    {
        this.process = process;
        Client = new HttpClient { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };
    }

    public HttpClient Client { get; }

    /// <summary>The most memory that it has had resident.</summary>
    public long PeakBytes
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
    }

    public static async Task<Service> Start(string database)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var service = new Service(Launch(database, address, "serve"), address);
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var ready = await service.Client.GetAsync(new Uri("/readyz", UriKind.Relative));
                if (ready.IsSuccessStatusCode)
                {
                    return service;
                }
            }
            catch (HttpRequestException) when (tries < 120)
            {
                // It starts.
            }

            await Task.Delay(500);
        }
    }

    public static async Task<string> Key(string database)
    {
        using var keys = Launch(database, null, "keys", "create", "--name", "benchmark", "--role", "editor");
        var secret = await keys.StandardOutput.ReadToEndAsync();
        await keys.WaitForExitAsync();
        return secret.Trim();
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Client.Dispose();
    }

    private static Process Launch(string database, Uri? address, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CooperationApi.dll"), .. arguments])
        {
            RedirectStandardOutput = address is null,
        };
        start.Environment["ConnectionStrings__Cooperation"] = database.Replace("Pooling=False", "Pooling=True", StringComparison.OrdinalIgnoreCase);
        start.Environment["ASPNETCORE_URLS"] = address?.ToString();
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        return Process.Start(start)!;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
