using System.Net;
using System.Text.Json.Nodes;
using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Kernel;

/// <summary>The commands about keys as processes, over a private PostgreSQL, as a reader of the README runs them.</summary>
public sealed class KeyCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("cooperation-keys-").FullName;

    private bool DatabaseRuns => Postmaster.Running(new PrivatePostgresFolder(folder).Data) is not null;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_key_made_while_no_service_runs_lets_its_holder_in_later()
    {
        var secret = await Create("--name", "importer", "--role", "admin", "--expires", "2099-12-31");
        Assert.False(DatabaseRuns);

        await using var service = await ServiceProcess.Start(folder);
        Assert.Equal(HttpStatusCode.OK, await Live(service, secret));
    }

    [Fact]
    public async Task A_key_made_while_the_service_runs_holds_at_once_until_it_is_revoked()
    {
        await using var service = await ServiceProcess.Start(folder);
        var secret = await Create("--name", "importer", "--role", "editor");
        Assert.Equal(HttpStatusCode.OK, await Live(service, secret));
        Assert.Equal(HttpStatusCode.Unauthorized, await Live(service, Secret.New()));

        var key = JsonNode.Parse(string.Concat(await Printed("keys", "list", "--json")))!.AsArray().Single()!;
        Assert.Equal(("importer", "editor", "active"), ((string?)key["name"], (string?)key["role"], (string?)key["state"]));
        Assert.Empty(await Printed("keys", "revoke", (string)key["id"]!));
        Assert.Equal(HttpStatusCode.Unauthorized, await Live(service, secret));

        Assert.True(DatabaseRuns);
        Assert.Equal(HttpStatusCode.OK, await Live(service, await Create("--name", "importer", "--role", "editor")));
        Assert.Equal(0, await service.Signal("TERM"));
        Assert.False(DatabaseRuns);
    }

    [Fact]
    public async Task A_list_shows_what_there_is_of_keys_but_no_secret()
    {
        var secret = await Create("--name", "[red]José[/]", "--role", "editor", "--expires", "2099-12-31");
        var table = string.Join('\n', await Printed("keys", "list"));
        var json = string.Join('\n', await Printed("keys", "list", "--json"));
        Assert.Contains("[red]José[/]   editor   active", table, StringComparison.Ordinal);
        Assert.Contains("2100-01-01 00:00Z", table, StringComparison.Ordinal);
        Assert.Contains("\"expiresAt\": \"2100-01-01T00:00:00", json, StringComparison.Ordinal);
        foreach (var hidden in new[] { secret, secret[5..20], Convert.ToHexStringLower(Secret.Hash(secret)), Convert.ToBase64String(Secret.Hash(secret)) })
        {
            Assert.DoesNotContain(hidden, table + json, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Takes_the_configuration_of_the_service_on_the_command_line()
    {
        var other = Directory.CreateTempSubdirectory("cooperation-keys-").FullName;
        await Printed("keys", "create", "--name", "x", "--role", "editor", $"--PrivatePostgres:Folder={other}");
        Assert.True(Directory.Exists(new PrivatePostgresFolder(other).Data));
        Assert.False(Directory.Exists(new PrivatePostgresFolder(folder).Data));
        Directory.Delete(other, recursive: true);
    }

    [Theory]
    [InlineData("missing required option 'role'", "create", "--name", "x")]
    [InlineData("missing required option 'name'", "create", "--role", "editor")]
    [InlineData("editor or admin, not 'Editor'", "create", "--name", "x", "--role", "Editor")]
    [InlineData("editor or admin, not '2'", "create", "--name", "x", "--role", "2")]
    [InlineData("--name takes 1 to 200 characters", "create", "--name", " ", "--role", "editor")]
    [InlineData("a date such as 2027-01-31, not '90d'", "create", "--name", "x", "--role", "editor", "--expires", "90d")]
    [InlineData("a date such as 2027-01-31, not '2027-02-29'", "create", "--name", "x", "--role", "editor", "--expires", "2027-02-29")]
    [InlineData("a day that is not over", "create", "--name", "x", "--role", "editor", "--expires", "2020-01-01")]
    [InlineData("Unknown option 'nmae'", "create", "--nmae", "x", "--role", "editor")]
    [InlineData("Unknown command 'remove'", "remove", "key_x")]
    [InlineData("missing required argument 'ID'", "revoke")]
    [InlineData("That is a secret", "revoke", "coop_x")]
    public async Task Says_what_is_wrong_and_prints_nothing_that_a_script_would_take(string said, params string[] arguments)
    {
        await using var command = ServiceProcess.Launch(folder, ["keys", .. arguments]);
        Assert.Equal(2, await command.Exit());
        Assert.Contains(said, command.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", command.Output, StringComparison.Ordinal);
        Assert.Empty(command.Printed);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    [Fact]
    public async Task Says_that_there_is_no_such_key()
    {
        await using var command = ServiceProcess.Launch(folder, ["keys", "revoke", "key_none"]);
        Assert.Equal(1, await command.Exit());
        Assert.Contains("There is no key 'key_none'", command.Output, StringComparison.Ordinal);
        Assert.False(DatabaseRuns);
    }

    [Theory]
    [InlineData("Authentication:Audience is not", "https://issuer.example", "")]
    [InlineData("must be an https address", "http://issuer.example", "cooperation")]
    [InlineData("must be an https address", "issuer.example", "cooperation")]
    public async Task The_service_refuses_to_start_with_an_issuer_that_it_could_not_trust(string said, string authority, string audience)
    {
        await using var service = ServiceProcess.Launch(
            folder, [], ("Authentication__Authority", authority), ("Authentication__Audience", audience));
        Assert.Equal(1, await service.Exit());
        Assert.Contains(said, service.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", service.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_secret_is_in_a_log_that_holds_everything_or_in_an_answer()
    {
        await using var issuer = await Issuer.Start();
        var key = await Create("--name", "importer", "--role", "editor");
        string[] secrets = [key, key[..^1] + (key[^1] == '0' ? '1' : '0'), issuer.Token("admin"), issuer.Token("admin", audience: "elsewhere")];
        await using var service = ServiceProcess.Launch(
            folder,
            ["--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft.AspNetCore=Trace", "--Logging:LogLevel:Npgsql=Trace",
                .. issuer.Settings.Select(setting => $"--{setting.Key}={setting.Value}")]);
        await service.Ready();
        var seen = "";
        foreach (var secret in secrets)
        {
            seen += await Answer(service, (Credentials.KeyHeader, secret)) + await Answer(service, ("Authorization", $"Bearer {secret}"));
        }

        await service.Signal("TERM");
        Assert.Contains("Npgsql", service.Output, StringComparison.Ordinal);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret[10..], seen + service.Output, StringComparison.Ordinal));
    }

    private static async Task<HttpStatusCode> Live(ServiceProcess service, string secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/livez");
        request.Headers.Add(Credentials.KeyHeader, secret);
        using var response = await service.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private static async Task<string> Answer(ServiceProcess service, (string Name, string Value) header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/livez");
        request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        using var response = await service.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return response + await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private async Task<string> Create(params string[] arguments) => Assert.Single(await Printed(["keys", "create", .. arguments]));

    private async Task<IReadOnlyList<string>> Printed(params string[] arguments)
    {
        await using var command = ServiceProcess.Launch(folder, arguments);
        var exitCode = await command.Exit();
        Assert.True(exitCode == 0, command.Output);
        return command.Printed;
    }
}
