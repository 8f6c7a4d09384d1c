using System.Diagnostics;
using System.Text.RegularExpressions;

namespace CooperationApi.Tests.Testing;

/// <summary>The service as a process of its own, as a user starts it.</summary>
internal sealed partial class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly TaskCompletionSource<Uri?> listening = new();
    private readonly List<string> lines = [];
    private readonly List<string> printed = [];

    private ServiceProcess(string folder, string[] arguments, (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CooperationApi.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["RateLimit__PerMinute"] = "0";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["PrivatePostgres__Folder"] = folder;
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Read(line.Data, printed);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.Exited += (_, _) => listening.TrySetResult(null);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public HttpClient Client { get; } = new();

    public int Id => process.Id;

    /// <summary>The most memory that it has had resident.</summary>
    public long PeakBytes
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
    }

    /// <summary>How many threads it has.</summary>
    public int Threads
    {
        get
        {
            process.Refresh();
            return process.Threads.Count;
        }
    }

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

    /// <summary>What it wrote to its standard output alone, as a script reads it.</summary>
    public IReadOnlyList<string> Printed
    {
        get
        {
            lock (lines)
            {
                return [.. printed];
            }
        }
    }

    public static ServiceProcess Launch(string folder, string[]? arguments = null, params (string Name, string Value)[] environment) =>
        new(folder, arguments ?? [], environment);

    public static async Task<ServiceProcess> Start(string folder)
    {
        var service = Launch(folder);
        await service.Ready();
        return service;
    }

    /// <summary>Waits until it takes requests.</summary>
    public async Task Ready()
    {
        Client.BaseAddress = await listening.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.True(Client.BaseAddress is not null, $"The service ended: {Output}");
    }

    public async Task<string> Get(string path) =>
        await Client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    /// <summary>Sends a signal and waits for the end; answers the exit code.</summary>
    public async Task<int> Signal(string name)
    {
        await Send(name);
        return await Exit();
    }

    /// <summary>Sends a signal that need not end it.</summary>
    public async Task Send(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{process.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public async Task<int> Exit()
    {
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await Signal("TERM");
        }

        process.Dispose();
        Client.Dispose();
    }

    private void Read(string? line, List<string>? also = null)
    {
        if (line is null)
        {
            return;
        }

        lock (lines)
        {
            lines.Add(line);
            also?.Add(line);
        }

        if (Address.Match(line) is { Success: true } match)
        {
            listening.TrySetResult(new Uri(match.Groups[1].Value));
        }
    }

    [GeneratedRegex(@"Now listening on: ([^\s""]+)")]
    private static partial Regex Address { get; }
}
