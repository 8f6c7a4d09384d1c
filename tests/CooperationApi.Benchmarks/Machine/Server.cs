using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CooperationApi.Benchmarks;

/// <summary>A server as a process of its own, on loopback.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly Process process;
    private long? peakBytes;

    private Server(Process process, Uri address)
    {
        this.process = process;
        Client = new HttpClient { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };
    }

    public HttpClient Client { get; }

    public Uri Address => Client.BaseAddress!;

    /// <summary>The most memory that it has had resident, also when it is no more.</summary>
    public long PeakBytes => peakBytes ?? ProcFile.Kilobytes(process.Id, "VmHWM") << 10;

    /// <summary>The memory that it has resident.</summary>
    public long ResidentBytes => ProcFile.Kilobytes(process.Id, "VmRSS") << 10;

    /// <summary>The time of processors that it has used.</summary>
    public double CpuSeconds => ProcFile.CpuSeconds(process.Id);

    /// <summary>How long it took to give its first answer.</summary>
    public TimeSpan Started { get; private set; }

    /// <summary>Starts a program and waits until it answers.</summary>
    public static async Task<Server> Start(
        string program, string[] arguments, IEnumerable<KeyValuePair<string, string?>> environment, string ready = "/readyz")
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo(program, arguments);
        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var began = Stopwatch.GetTimestamp();
        var server = new Server(Process.Start(start)!, address);
        await server.Answers(ready);
        server.Started = Stopwatch.GetElapsedTime(began);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        if (peakBytes is not null)
        {
            return;
        }

        peakBytes = PeakBytes;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        Client.Dispose();
    }

    private async Task Answers(string ready)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            try
            {
                using var answer = await Client.GetAsync(new Uri(ready, UriKind.Relative), patience.Token);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException) when (!process.HasExited)
            {
                // It starts.
            }

            await Task.Delay(2, patience.Token);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
