using System.Diagnostics;
using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Kernel;

/// <summary>All processes of PostgreSQL are stopped, so that it takes connections and says nothing, and go on later.</summary>
[Collection(nameof(Alone))]
public sealed class SilentDatabaseTests(ITestOutputHelper output) : IDisposable
{
    // Of what is promised within two seconds, whatever the machine. Without the protection it does not come at all.
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(10);

    private static readonly string[] Reads =
    [
        "/agreements", "/agreements/us-japan-sofa", "/sales/fms?partner=JPN", "/sales/fms/jpn-fms-active-cases", "/sales/summary?partner=JPN", "/search?q=treaty",
        "/partners/JPN/profile", "/timeline?partner=JPN", "/agreements/export", "/changes", "/agreements/no-such", "/readyz",
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("cooperation-silent-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Whoever_reads_is_told_soon_and_is_answered_soon_after_it_is_back()
    {
        await using var service = ServiceProcess.Launch(folder, environment: [("Cache__Megabytes", "0")]);
        await service.Ready();
        await Task.WhenAll(Reads.Concat(Reads).Select(path => Ask(service, path)));
        var threads = service.Threads;

        await Signal("STOP");
        var slowest = TimeSpan.Zero;
        try
        {
            for (var silent = Stopwatch.StartNew(); silent.Elapsed < TimeSpan.FromSeconds(8);)
            {
                var answers = await Task.WhenAll(Reads.Concat(Reads).Concat(Reads).Select(path => Ask(service, path)));
                Assert.All(answers, answer => Assert.Equal((503, Problem.MediaType, 2), (answer.Status, answer.MediaType, answer.RetryAfter)));
                slowest = answers.Select(answer => answer.Took).Append(slowest).Max();
                Assert.Equal(200, (await Ask(service, "/livez")).Status);
            }
        }
        finally
        {
            await Signal("CONT");
        }

        var back = Stopwatch.StartNew();
        while ((await Task.WhenAll(Reads.Select(path => Ask(service, path)))).Any(answer => answer.Status == 503))
        {
            Assert.True(back.Elapsed < 3 * Bound, service.Output);
            await Task.Delay(20, Cancellation);
        }

        output.WriteLine($"Told after {slowest.TotalSeconds:F2} s at most, answered {back.Elapsed.TotalSeconds:F2} s after it was back; "
            + $"{threads} threads before, {service.Threads} now");
        Assert.InRange(slowest, TimeSpan.Zero, Bound);
        Assert.InRange(service.Threads, 0, threads + 10);
    }

    private static async Task<(int Status, string? MediaType, double? RetryAfter, TimeSpan Took)> Ask(ServiceProcess service, string path)
    {
        var clock = Stopwatch.StartNew();
        using var response = await service.Client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        await response.Content.ReadAsByteArrayAsync(Cancellation);
        return ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, response.Headers.RetryAfter?.Delta?.TotalSeconds, clock.Elapsed);
    }

    // The postmaster and all that it started.
    private async Task Signal(string name)
    {
        var postmaster = File.ReadLines(Path.Combine(new PrivatePostgresFolder(folder).Data, Postmaster.LockFileName)).First();
        using var kill = Process.Start("bash", ["-c", $"kill -{name} {postmaster} $(cat /proc/{postmaster}/task/*/children)"]);
        await kill.WaitForExitAsync(Cancellation);
        Assert.Equal(0, kill.ExitCode);
    }
}
