using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CooperationApi.Tests.Testing;

/// <summary>An issuer of tokens on this machine: it says by which key it signs, as OpenID Connect has it.</summary>
internal sealed class Issuer : IAsyncDisposable
{
    public const string Audience = "cooperation";

    private readonly RsaSecurityKey key = new(RSA.Create(2048)) { KeyId = Guid.NewGuid().ToString("N") };
    private readonly WebApplication app;

    private Issuer()
    {
        app = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning"]).Build();
        app.MapGet("/.well-known/openid-configuration", () => Results.Content(Json(new { issuer = Address, jwks_uri = $"{Address}/keys" })));
        app.MapGet("/keys", () => Results.Content(Json(new { keys = new[] { PublicKey() } })));
    }

    public string Address => app.Urls.Single();

    public IReadOnlyList<(string Key, string Value)> Settings =>
        [("Authentication:Authority", Address), ("Authentication:Audience", Audience)];

    public static async Task<Issuer> Start()
    {
        var issuer = new Issuer();
        await issuer.app.StartAsync(TestContext.Current.CancellationToken);
        return issuer;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    /// <summary>A token that is right in every way but those that are said.</summary>
    public string Token(
        string? role = null, string audience = Audience, TimeSpan? life = null, string? issuer = null, Dictionary<string, object>? claims = null,
        SigningCredentials? signature = null)
    {
        var ends = DateTime.UtcNow + (life ?? TimeSpan.FromMinutes(5));
        var all = claims ?? new Dictionary<string, object> { ["sub"] = "u-1", ["name"] = "Ada" };
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? Address,
            Audience = audience,
            Expires = ends,
            NotBefore = ends.AddHours(-1),
            Claims = role is null ? all : new Dictionary<string, object>(all) { ["roles"] = new[] { "reader", role } },
            SigningCredentials = signature ?? new SigningCredentials(key, SecurityAlgorithms.RsaSha256),
        });
    }

    /// <summary>A token of this issuer that says it needs no signature.</summary>
    public string Unsigned(string role)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var body = new { iss = Address, aud = Audience, sub = "u-1", roles = new[] { role }, nbf = now - 60, exp = now + 300 };
        return $"{Encoded("""{"alg":"none","typ":"JWT"}""")}.{Encoded(Json(body))}.";
    }

    private Dictionary<string, string> PublicKey()
    {
        var of = key.Rsa.ExportParameters(includePrivateParameters: false);
        return new()
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = key.KeyId,
            ["n"] = Base64Url.EncodeToString(of.Modulus),
            ["e"] = Base64Url.EncodeToString(of.Exponent),
        };
    }

    private static string Json(object value) => JsonSerializer.Serialize(value);

    private static string Encoded(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
