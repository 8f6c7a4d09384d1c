using System.Diagnostics;
using System.Net;
using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Kernel;

/// <summary>The service as a process over its private PostgreSQL: starts, signals, crashes.</summary>
public sealed class ServiceTests : IDisposable
{
    private const string Fact = "19600000000";
    private const string FactPath = "/sales/fms/jpn-fms-active-cases?asOf=2018-06-01";

    private readonly string folder = Directory.CreateTempSubdirectory("cooperation-service-").FullName;

    private bool DatabaseRuns => Postmaster.Running(new PrivatePostgresFolder(folder).Data) is not null;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task Stops_cleanly_on_a_signal_with_its_database(string signal)
    {
        await using var service = await ServiceProcess.Start(folder);
        Assert.Contains(Fact, await service.Get(FactPath), StringComparison.Ordinal);
        Assert.True(DatabaseRuns);

        Assert.Equal(0, await service.Signal(signal));
        Assert.False(DatabaseRuns);
    }

    [Fact]
    public async Task Keeps_its_data_across_restarts()
    {
        await using (var first = await ServiceProcess.Start(folder))
        {
            await first.Signal("TERM");
        }

        await using var second = await ServiceProcess.Start(folder);
        Assert.Contains(Fact, await second.Get(FactPath), StringComparison.Ordinal);
        Assert.Contains(": 0 of ", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recovers_after_it_was_killed()
    {
        await using (var killed = await ServiceProcess.Start(folder))
        {
            await killed.Signal("KILL");
        }

        Assert.True(DatabaseRuns);
        await using var next = await ServiceProcess.Start(folder);
        Assert.Contains(Fact, await next.Get(FactPath), StringComparison.Ordinal);
        await next.Signal("TERM");
        Assert.False(DatabaseRuns);
    }

    [Fact]
    public async Task Two_copies_started_at_once_share_the_database()
    {
        await using var one = ServiceProcess.Launch(folder);
        await using var other = ServiceProcess.Launch(folder);
        await Task.WhenAll(one.Ready(), other.Ready());

        Assert.Equal(0, await one.Signal("TERM"));
        Assert.Contains(Fact, await other.Get(FactPath), StringComparison.Ordinal);
        Assert.Equal(0, await other.Signal("TERM"));
        Assert.False(DatabaseRuns);
    }

    [Fact]
    public async Task Migrates_and_ends_where_that_is_all_it_is_told()
    {
        await using var migration = ServiceProcess.Launch(folder, ["migrate"]);
        Assert.Equal(0, await migration.Exit());
        Assert.Contains("The schema is up to date", migration.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Now listening", migration.Output, StringComparison.Ordinal);
        Assert.False(DatabaseRuns);
    }

    [Fact]
    public async Task Refuses_a_command_that_it_does_not_know()
    {
        await using var service = ServiceProcess.Launch(folder, ["migrat"]);
        Assert.Equal(2, await service.Exit());
        Assert.Contains("There is no command 'migrat'", service.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_in_one_line_that_the_configured_database_cannot_be_opened()
    {
        await using var service = ServiceProcess.Launch(
            folder, [], ("ConnectionStrings__Cooperation", "Host=127.0.0.1;Port=1;Username=nobody;Timeout=2"));
        Assert.Equal(1, await service.Exit());
        Assert.StartsWith("The database of ConnectionStrings:Cooperation cannot be opened", service.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", service.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Shutdown__DelaySeconds", "soon", "Shutdown:DelaySeconds takes a whole number of seconds from 0 to 3600, not 'soon'.")]
    [InlineData("Shutdown__DelaySeconds", "-1", "Shutdown:DelaySeconds takes a whole number of seconds from 0 to 3600, not '-1'.")]
    [InlineData("DOTNET_SHUTDOWNTIMEOUTSECONDS", "5s", "shutdownTimeoutSeconds takes a whole number of seconds from 0 to 3600, not '5s'.")]
    [InlineData("RateLimit__PerMinute", "many", "RateLimit:PerMinute takes a whole number of requests from 0 to 1000000000, not 'many'.")]
    [InlineData("Cache__Megabytes", "0.5", "Cache:Megabytes takes a whole number of megabytes from 0 to 1048576, not '0.5'.")]
    [InlineData("RequestLog", "maybe", "RequestLog takes true or false, not 'maybe'.")]
    [InlineData("Proxies", "10.0.0.5, nginx", "Proxies takes addresses and networks, as in 10.0.0.5,192.168.0.0/16, and 'nginx' is neither.")]
    public async Task Says_in_one_line_that_a_setting_says_nothing(string variable, string value, string message)
    {
        await using var service = ServiceProcess.Launch(folder, environment: (variable, value));
        Assert.Equal(1, await service.Exit());
        Assert.Equal(message, service.Output);
        Assert.False(DatabaseRuns);
    }

    [Fact]
    public async Task Stops_cleanly_on_a_signal_while_it_starts()
    {
        await using var service = ServiceProcess.Launch(folder);
        while (!Directory.EnumerateDirectories(folder, "data*").Any())
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.Equal(1, await service.Signal("INT"));
        Assert.False(DatabaseRuns);
        await using var next = await ServiceProcess.Start(folder);
        Assert.Contains(Fact, await next.Get(FactPath), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/readyz")]
    [InlineData(FactPath)]
    public async Task Says_that_it_cannot_answer_while_its_database_is_gone_and_starts_it_again(string path)
    {
        // What is kept is answered for a second more, in which the server may be there again.
        await using var service = ServiceProcess.Launch(folder, environment: [("Cache__Megabytes", "0")]);
        await service.Ready();
        Assert.Equal(HttpStatusCode.OK, (await Await(service, path, HttpStatusCode.OK)).StatusCode);
        var server = File.ReadLines(Path.Combine(new PrivatePostgresFolder(folder).Data, Postmaster.LockFileName)).First();
        using (var kill = Process.Start("kill", ["-KILL", server]))
        {
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var gone = await Await(service, path, HttpStatusCode.ServiceUnavailable);
        Assert.Equal(Problem.MediaType, gone.Content.Headers.ContentType?.MediaType);
        Assert.Equal(TimeSpan.FromSeconds(2), gone.Headers.RetryAfter?.Delta);
        Assert.Contains("ok", await service.Get("/livez"), StringComparison.Ordinal);

        await Await(service, path, HttpStatusCode.OK);
        Assert.Contains(Fact, await service.Get(FactPath), StringComparison.Ordinal);
        Assert.Equal(0, await service.Signal("TERM"));
        Assert.False(DatabaseRuns);
    }

    private static async Task<HttpResponseMessage> Await(ServiceProcess service, string path, HttpStatusCode status)
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(5, TestContext.Current.CancellationToken))
        {
            var response = await service.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            if (response.StatusCode == status)
            {
                return response;
            }

            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(20), $"{path} still answers {(int)response.StatusCode}: {service.Output}");
        }
    }
}
