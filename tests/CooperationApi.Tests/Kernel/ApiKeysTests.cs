using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using NetArchTest.Rules;

namespace CooperationApi.Tests.Kernel;

/// <summary>What is kept of a key, and what becomes of it.</summary>
public sealed class ApiKeysTests(Api api) : IClassFixture<Api>
{
    private ApiKeys Keys => api.Services.GetRequiredService<ApiKeys>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_secret_is_stored_nowhere()
    {
        var secret = await api.Key(Role.Editor);
        Assert.Matches("^coop_[0-9A-Za-z]{49}$", secret);
        var rows = await Text("select string_agg(k::text, ' ') from keys k");
        Assert.Contains(Convert.ToHexStringLower(Secret.Hash(secret)), rows, StringComparison.Ordinal);
        Assert.DoesNotContain(secret[10..30], rows, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToHexStringLower(System.Text.Encoding.ASCII.GetBytes(secret)), rows, StringComparison.Ordinal);
    }

    [Fact]
    public void No_two_secrets_are_the_same() => Assert.Equal(1000, Enumerable.Range(0, 1000).Select(_ => Secret.New()).Distinct().Count());

    [Fact]
    public void A_slip_in_a_secret_is_seen_without_asking_the_database()
    {
        var secret = Secret.New();
        Assert.True(Secret.IsWellFormed(secret));
        for (var at = 0; at < secret.Length; at++)
        {
            Assert.False(Secret.IsWellFormed(secret[..at] + (secret[at] == 'a' ? 'b' : 'a') + secret[(at + 1)..]));
        }

        Assert.False(Secret.IsWellFormed(secret + "0"));
        Assert.False(Secret.IsWellFormed(secret[..^1]));
        Assert.False(Secret.IsWellFormed(""));
    }

    [Fact]
    public void Hashes_are_compared_in_constant_time() => Assert.True(Types.InAssembly(typeof(Program).Assembly)
        .That().HaveName(nameof(Secret)).Should().HaveDependencyOn("System.Security.Cryptography.CryptographicOperations").GetResult().IsSuccessful);

    [Fact]
    public async Task A_revoked_key_is_refused_from_the_next_request_on()
    {
        var (key, secret) = await Keys.Create("tester", Role.Editor, expires: null, Stop);
        Assert.Equal(HttpStatusCode.OK, (await Live(secret)).Status);
        var first = await Keys.Revoke(key.Id, Stop);
        var (status, detail) = await Live(secret);
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Contains($"{key.Id} was revoked at {first!.RevokedAt:u}.", detail, StringComparison.Ordinal);
        Assert.Equal(first.RevokedAt, (await Keys.Revoke(key.Id, Stop))!.RevokedAt);
        Assert.Null(await Keys.Revoke("key_none", Stop));
    }

    [Fact]
    public async Task A_key_is_refused_from_the_moment_at_which_it_expires()
    {
        var soon = DateTimeOffset.UtcNow.AddSeconds(6);
        var (key, secret) = await Keys.Create("tester", Role.Editor, soon, Stop);
        Assert.Equal(HttpStatusCode.OK, (await Live(secret)).Status);
        while (DateTimeOffset.UtcNow <= soon)
        {
            await Task.Delay(100, Stop);
        }

        var (status, detail) = await Live(secret);
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Contains($"{key.Id} expired at ", detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_use_of_a_key_is_noted_once_a_minute()
    {
        var (key, secret) = await Keys.Create("tester", Role.Editor, expires: null, Stop);
        Assert.Null(key.LastUsedAt);
        await Live(secret);
        var first = await Used(key.Id);
        Assert.InRange(first, DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow.AddMinutes(1));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Live(secret)));
        await Task.Delay(200, Stop);
        Assert.Equal(first, await Used(key.Id));
    }

    [Fact]
    public async Task A_request_neither_waits_for_the_note_of_its_key_nor_fails_with_it()
    {
        var (key, secret) = await Keys.Create("tester", Role.Editor, expires: null, Stop);
        await using (var busy = await api.Database.OpenConnectionAsync(Stop))
        {
            await using var held = await busy.BeginTransactionAsync(Stop);
            await using var hold = new Npgsql.NpgsqlCommand($"select from keys where id = '{key.Id}' for update", busy, held);
            await hold.ExecuteNonQueryAsync(Stop);
            var waited = Stopwatch.StartNew();
            Assert.Equal(HttpStatusCode.OK, (await Live(secret)).Status);
            Assert.InRange(waited.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
            Assert.Null((await Keys.List(Stop)).Single(one => one.Id == key.Id).LastUsedAt);
        }

        await Used(key.Id);
    }

    [Theory]
    [InlineData(" x")]
    [InlineData("")]
    [InlineData("a\nb")]
    [InlineData("\ud800")]
    public void A_name_is_a_line_that_says_something(string name) => Assert.False(Caller.IsName(name));

    [Fact]
    public void A_name_may_be_in_any_script() => Assert.True(Caller.IsName("防衛省 𠮷田 Müller [x]"));

    private async Task<(HttpStatusCode Status, string Detail)> Live(string secret)
    {
        using var response = await api.Send("/livez", (Credentials.KeyHeader, secret));
        var text = await response.Content.ReadAsStringAsync(Stop);
        Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        return (response.StatusCode, Regex.Unescape(text));
    }

    private async Task<DateTimeOffset> Used(string id)
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(20, Stop))
        {
            if ((await Keys.List(Stop)).Single(key => key.Id == id).LastUsedAt is { } at)
            {
                return at;
            }

            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(10), "The use is not noted.");
        }
    }

    private async Task<string> Text(string sql)
    {
        await using var command = api.Database.CreateCommand(sql);
        return (string)(await command.ExecuteScalarAsync(Stop))!;
    }
}
