using CooperationApi.Kernel;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CooperationApi.Tests.Testing;

/// <summary>Somebody who asks: what is sent, whether it holds, and the role that it then has.</summary>
internal sealed record Identity(string Name, bool Holds, Role? Has, params (string Name, string Value)[] Headers)
{
    private const string Revoke = "update keys set revoked_at = now() where name = 'revoked'";
    private const string Expire = "update keys set expires_at = now() where name = 'expired'";

    /// <summary>Who may come, with keys and with tokens, good and bad.</summary>
    public static async Task<IReadOnlyList<Identity>> All(IServiceProvider services, Issuer issuer, Issuer foreigner)
    {
        var keys = services.GetRequiredService<ApiKeys>();
        async Task<string> Key(string name, Role role) => (await keys.Create(name, role, expires: null, default)).Secret;
        var (editor, admin) = (await Key("editor", Role.Editor), await Key("admin", Role.Admin));
        var (revoked, expired) = (await Key("revoked", Role.Admin), await Key("expired", Role.Admin));
        await using var late = services.GetRequiredService<NpgsqlDataSource>().CreateCommand($"{Revoke}; {Expire}");
        await late.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        var (editing, admins) = (issuer.Token("editor"), issuer.Token("admin"));
        return
        [
            new("anonymous", Holds: true, Has: null),
            ByKey("editor", editor, Role.Editor),
            ByKey("admin", admin, Role.Admin),
            ByKey("revoked key", revoked),
            ByKey("expired key", expired),
            ByKey("unknown key", Secret.New()),
            ByKey("garbled key", admin[..^1] + (admin[^1] == '0' ? '1' : '0')),
            ByKey("empty key", ""),
            new("two keys", Holds: false, Has: null, (Credentials.KeyHeader, editor), (Credentials.KeyHeader, admin)),
            ByToken("editor's token", editing, Role.Editor),
            ByToken("admin's token", admins, Role.Admin),
            ByToken("token of nobody's role", issuer.Token()) with { Holds = true },
            ByToken("foreign token", foreigner.Token("admin")),
            ByToken("forged token", foreigner.Token("admin", issuer: issuer.Address)),
            ByToken("unsigned token", issuer.Unsigned("admin")),
            ByToken("expired token", issuer.Token("admin", life: TimeSpan.FromMinutes(-1))),
            ByToken("token for another audience", issuer.Token("admin", audience: "elsewhere")),
            ByToken("garbled token", admins[..^6] + "AAAAAA"),
            ByToken("key sent as a token", admin),
            new("password", Holds: false, Has: null, ("Authorization", "Basic YTpi")),
            new("key and token", Holds: false, Has: null, (Credentials.KeyHeader, admin), ("Authorization", $"Bearer {admins}")),
        ];
    }

    /// <summary>What everybody is answered by one route, and whether that is right: 401, 403, or whatever comes after.</summary>
    public static async Task<IReadOnlyList<string>> Wrong(
        HttpClient client, string method, string path, Role? needed, IEnumerable<Identity> all)
    {
        var wrong = new List<string>();
        foreach (var identity in all)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            foreach (var (name, value) in identity.Headers)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }

            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            var status = (int)response.StatusCode;
            var seen = status is 401 or 403 ? status : 0;
            var expected = identity.Expected(needed);
            var challenged = response.Headers.WwwAuthenticate.Count > 0;
            var isProblem = response.Content.Headers.ContentType?.MediaType == Problem.MediaType;
            if (seen != expected || status >= 500 || (expected > 0 && !(challenged && isProblem)) || (expected == 0 && challenged))
            {
                wrong.Add($"{method} {path}, {identity.Name}: {status} instead of {(expected == 0 ? "getting through" : expected)}");
            }
        }

        return wrong;
    }

    public static string Filled(RouteEndpoint endpoint) =>
        string.Concat(endpoint.RoutePattern.PathSegments.Select(segment => "/" + string.Concat(segment.Parts.Select(part =>
            part is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content : "no-such-thing")))) is { Length: > 0 } path
            ? path : "/";

    private int Expected(Role? needed) =>
        !Holds || (needed is not null && Headers.Length == 0) ? 401 : needed is null || Has >= needed ? 0 : 403;

    private static Identity ByKey(string name, string secret, Role? role = null) =>
        new(name, role is not null, role, (Credentials.KeyHeader, secret));

    private static Identity ByToken(string name, string token, Role? role = null) =>
        new(name, role is not null, role, ("Authorization", $"Bearer {token}"));
}
