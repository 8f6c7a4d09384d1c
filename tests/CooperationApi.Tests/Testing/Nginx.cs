using System.Diagnostics;
using System.Net.Sockets;

namespace CooperationApi.Tests.Testing;

/// <summary>nginx, as <c>docs/operations/nginx.conf</c> sets it up, in a folder and on ports of its own.</summary>
internal sealed class Nginx : IAsyncDisposable
{
    private const string Program = "/usr/sbin/nginx";

    // What the packages of Debian keep in /etc, /run and /var.
    private const string Around = """
        daemon off;
        user root;
        pid nginx.pid;
        error_log stderr warn;
        events { worker_connections 512; }
        http {
            access_log off;
            client_body_temp_path body;
            proxy_temp_path proxy;
            fastcgi_temp_path fastcgi;
            uwsgi_temp_path uwsgi;
            scgi_temp_path scgi;
            include cooperation.conf;
        }
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("nginx-").FullName;
    private readonly List<string> lines = [];
    private Process? process;

    public Uri Address { get; } = new($"http://127.0.0.1:{Ports.Free()}");

    /// <summary>What it complained of.</summary>
    public string Output
    {
        get
        {
            lock (lines)
            {
                return string.Join('\n', lines);
            }
        }
    }

    public static async Task<Nginx> Start(int one, int other)
    {
        var nginx = new Nginx();
        await nginx.Run(one, other);
        return nginx;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            using var stop = Process.Start(Program, ["-p", folder, "-c", "nginx.conf", "-e", "stderr", "-s", "stop"]);
            await stop.WaitForExitAsync();
            await process.WaitForExitAsync();
        }

        process?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task Run(int one, int other)
    {
        var conf = await File.ReadAllTextAsync(Repository.PathOf("docs/operations/nginx.conf"), TestContext.Current.CancellationToken);
        foreach (var (written, here) in new[] { ("127.0.0.1:8081", $"127.0.0.1:{one}"), ("127.0.0.1:8082", $"127.0.0.1:{other}"), ("listen 80;", $"listen {Address.Authority};") })
        {
            Assert.Single(conf.Split(written)[1..]);
            conf = conf.Replace(written, here, StringComparison.Ordinal);
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "cooperation.conf"), conf, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "nginx.conf"), Around, TestContext.Current.CancellationToken);
        process = Process.Start(new ProcessStartInfo(Program, ["-p", folder, "-c", "nginx.conf", "-e", "stderr"]) { RedirectStandardError = true })!;
        process.ErrorDataReceived += (_, line) =>
        {
            lock (lines)
            {
                lines.Add(line.Data ?? "");
            }
        };
        process.BeginErrorReadLine();
        await Ports.Taken(Address.Port);
    }
}

/// <summary>Ports of this machine.</summary>
internal static class Ports
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>One that nobody listens on, below those that the system hands out unasked, so that nobody is given it while who listens is away.</summary>
    public static int Free()
    {
        while (true)
        {
            var port = Random.Shared.Next(20_000, 30_000);
            using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                probe.Bind(new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, port));
                return port;
            }
            catch (SocketException)
            {
                // Somebody has it.
            }
        }
    }

    /// <summary>Waits until somebody listens.</summary>
    public static async Task Taken(int port)
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(20, TestContext.Current.CancellationToken))
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync("127.0.0.1", port, TestContext.Current.CancellationToken);
                return;
            }
            catch (SocketException) when (waited.Elapsed < Patience)
            {
            }
        }
    }
}
