using System.Net.Sockets;
using System.Text;
using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;
using Npgsql;

namespace CooperationApi.Tests.Kernel;

/// <summary>Keys and passwords stay where they are: in no log, answer or list of processes, whatever is logged and whatever fails.</summary>
public sealed class SecretsTests(PostgresServer server) : IDisposable
{
    private const string Password = "geheim-4711";

    private static readonly (string Name, string Value)[] LogAll =
    [
        ("Logging__LogLevel__Default", "Trace"), ("Logging__LogLevel__Microsoft.AspNetCore", "Trace"), ("Logging__LogLevel__Npgsql", "Trace"),
        ($"Logging__LogLevel__{typeof(Credentials).FullName}", "Trace"),
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("cooperation-secrets-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task No_key_and_no_password_is_told_by_a_service_that_logs_all()
    {
        await using (var migrating = await ServiceProcess.Start(folder))
        {
            await migrating.Signal("TERM");
        }

        await using var service = ServiceProcess.Launch(folder, environment: LogAll);
        await service.Ready();
        await using var making = ServiceProcess.Launch(folder, ["keys", "create", "--name", "secret", "--role", "admin"]);
        Assert.Equal(0, await making.Exit());
        var key = making.Printed.Single(line => line.StartsWith(Secret.Prefix, StringComparison.Ordinal));
        var password = (await File.ReadAllTextAsync(Path.Combine(folder, "password"), Stop)).Trim();
        var answers = new StringBuilder();
        foreach (var (method, path, header) in new[]
        {
            ("GET", "/agreements", "X-Api-Key"), ("POST", "/agreements", "X-Api-Key"), ("GET", "/imports/x", "X-Api-Key"), ("DELETE", "/agreements/x", "X-Api-Key"),
            ("POST", "/agreements", "Authorization"), ("GET", "/agreements", "Authorization"), ("GET", "/agreements?limt=1", "X-Api-Key"),
            ("POST", "/agreements/import", "X-Api-Key"), ("GET", "/no/such", "X-Api-Key"),
        })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            request.Headers.TryAddWithoutValidation(header, header == "Authorization" ? $"Bearer {key}" : key);
            using var response = await service.Client.SendAsync(request, Stop);
            answers.Append(response).Append(await response.Content.ReadAsStringAsync(Stop));
        }

        foreach (var line in new[] { $"X-Api-Key : {key}", $"X-Api-Key: {key}\0", $"X-Api-Key {key}", $"X-Api-Key: {key}\r\nContent-Length: x" })
        {
            answers.Append(await Raw(service.Client.BaseAddress!, $"GET /agreements HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{line}\r\n\r\n"));
        }

        var processes = string.Join('\n', Directory.EnumerateDirectories("/proc").Select(CommandOf));
        Assert.Contains($"{service.Id}: dotnet", processes, StringComparison.Ordinal);
        Assert.Contains("postgres", processes, StringComparison.Ordinal);
        Assert.Equal(0, await service.Signal("TERM"));
        Assert.Contains("trce: ", service.Output, StringComparison.Ordinal);
        foreach (var secret in new[] { key, password })
        {
            Assert.DoesNotContain(secret, service.Output, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, processes, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, answers.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Password={0}")]
    [InlineData("Host=127.0.0.1;Port=x{0};Password={0}")]
    [InlineData("Host=127.0.0.1;Password=x;{0}")]
    [InlineData("Host=127.0.0.1;Password=x;{0}=y")]
    [InlineData("Host=127.0.0.1;Passwort={0}")]
    [InlineData("Host=/nowhere;Username=x;Password={0}")]
    [InlineData("postgres://x:{0}@127.0.0.1/cooperation")]
    [InlineData("{0}")]
    [InlineData(null)]
    public async Task A_connection_string_that_fails_is_not_told(string? form)
    {
        var right = await server.Clone();
        var given = form?.Replace("{0}", Password, StringComparison.Ordinal)
            ?? new NpgsqlConnectionStringBuilder(right) { Password = Password }.ConnectionString;
        foreach (var name in new[] { "Cooperation", "Migrations" })
        {
            await using var service = ServiceProcess.Launch(
                folder, environment: [.. LogAll, ("ConnectionStrings__Cooperation", right), ($"ConnectionStrings__{name}", given)]);
            Assert.Equal(1, await service.Exit());
            Assert.Contains($"The database of ConnectionStrings:{name} cannot be opened", service.Output, StringComparison.Ordinal);
            Assert.DoesNotContain(Password, service.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("Unhandled", service.Output, StringComparison.Ordinal);
        }

        await server.Drop(right);
    }

    [Fact]
    public async Task Nobody_writes_a_line_or_a_colour_of_their_own_into_the_log()
    {
        var database = await server.Clone();
        await using var service = ServiceProcess.Launch(folder, environment: [("ConnectionStrings__Cooperation", database), ("Cache__Megabytes", "0")]);
        await service.Ready();
        await server.Drop(database);
        using var response = await service.Client.GetAsync(new Uri("/agreements/x%0Afail:%20forged%0D%1B%5B31mforged", UriKind.Relative), Stop);
        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, response.StatusCode);
        while (!service.Output.Contains("GET /agreements/x", StringComparison.Ordinal))
        {
            await Task.Delay(10, Stop);
        }

        Assert.DoesNotContain(service.Output.Split('\n'), line => line.TrimStart().StartsWith("fail: forged", StringComparison.Ordinal));
        Assert.DoesNotContain('\e', service.Output);
        Assert.DoesNotContain('\r', service.Output);
        await service.Signal("TERM");
    }

    private static string CommandOf(string process)
    {
        try
        {
            return $"{Path.GetFileName(process)}: {File.ReadAllText(Path.Combine(process, "cmdline")).Replace('\0', ' ')}";
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    // As no client would send it.
    private static async Task<string> Raw(Uri service, string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(service.Host, service.Port, Stop);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), Stop);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(Stop).WaitAsync(TimeSpan.FromSeconds(30), Stop);
    }
}
