using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace CooperationApi.Kernel;

/// <summary>Who asks, by the key or the token that is sent; a credential that does not hold is never taken for none.</summary>
internal sealed class Credentials(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, ApiKeys keys, TokenIssuer issuer)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public new const string Scheme = "Credentials";
    public const string KeyHeader = "X-Api-Key";

    private const string KeyChallenge = "ApiKey realm=\"CooperationApi\"";
    private const string TokenChallenge = "Bearer realm=\"CooperationApi\"";

    /// <summary>Whether a request says who asks.</summary>
    public static bool AreSent(HttpRequest request) => request.Headers.Authorization.Count > 0 || request.Headers.ContainsKey(KeyHeader);

    private bool HasToken => Request.Headers.Authorization.Count > 0;

    private bool HasKey => Request.Headers.ContainsKey(KeyHeader);

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => (Request.Headers[KeyHeader].Count, Request.Headers.Authorization.Count) switch
    {
        (0, 0) => Task.FromResult(AuthenticateResult.NoResult()),
        (1, 0) => ByKey(Request.Headers[KeyHeader].ToString()),
        (0, 1) => ByToken(Request.Headers.Authorization.ToString()),
        _ => Refuse($"Send one credential: a key as {KeyHeader} or a token as Authorization, once."),
    };

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var failure = (await HandleAuthenticateOnceSafeAsync()).Failure;
        Challenge(failure is null ? null : "invalid_key", failure is null ? null : "invalid_token");
        await ProblemResponse.Write(Context, Problem.Unauthenticated(failure?.Message ?? $"This needs a credential. {Right}"));
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Challenge("insufficient_role", "insufficient_scope");
        var needed = Needs.Of(Context.GetEndpoint()) ?? Role.Editor;
        return ProblemResponse.Write(Context, Problem.Forbidden(Lacks(needed, Caller.Of(Context.User), issuer.RoleClaim)));
    }

    /// <summary>What somebody who is known lacks.</summary>
    public static string Lacks(Role needed, Caller? caller, string roleClaim) => $"This needs the role {JsonNames.Of(needed)}, and "
        + (caller is null ? $"the claim {roleClaim} of this token names no role of this service." : $"{caller.Name} has the role {JsonNames.Of(caller.Role)}.");

    private string Right => $"Send a key as {KeyHeader}" + (issuer.IsSet ? $", or a token of {issuer.Authority} as Authorization: Bearer." : ".");

    private async Task<AuthenticateResult> ByKey(string secret)
    {
        if (!Secret.IsWellFormed(secret))
        {
            return Fail($"{KeyHeader} is no key: a key begins with {Secret.Prefix}, and is sent whole, as it was shown when it was made.");
        }

        var key = await keys.Find(secret, Context.RequestAborted);
        switch (key)
        {
            case null:
                return Fail("There is no such key.");
            case { RevokedAt: { } at }:
                return Fail($"{key.Id} was revoked at {at:u}. Ask whoever runs the service for another.");
            case { State: "expired" }:
                return Fail($"{key.Id} expired at {key.ExpiresAt:u}. Ask whoever runs the service for another.");
            default:
                keys.NoteUse(key);
                return Success(Caller.Principal(Scheme, key.Id, key.Name, key.Role));
        }
    }

    private async Task<AuthenticateResult> ByToken(string authorization)
    {
        if (authorization.Contains(Secret.Prefix, StringComparison.Ordinal))
        {
            return Fail($"A key is sent as {KeyHeader}, not as Authorization.");
        }

        if (!issuer.IsSet)
        {
            return Fail($"This service takes no Authorization. {Right}");
        }

        var token = await Context.AuthenticateAsync(JwtBearerDefaults.AuthenticationScheme);
        return token switch
        {
            { Failure: { } failure } => Fail(issuer.Fault(failure)),
            { Succeeded: true } => issuer.Holder(token.Principal) is { } holder ? Success(holder) : Fail("The token names nobody in its claim sub."),
            _ => Fail($"Authorization is no Bearer token. {Right}"),
        };
    }

    // Both ways to be let in where nothing was sent, else the one that was tried.
    private void Challenge(string? keyError, string? tokenError)
    {
        if (HasKey || !HasToken || !issuer.IsSet)
        {
            Add(KeyChallenge, HasKey ? keyError : null);
        }

        if (issuer.IsSet && (HasToken || !HasKey))
        {
            Add(TokenChallenge, HasToken ? tokenError : null);
        }
    }

    private void Add(string challenge, string? error) =>
        Response.Headers.Append(HeaderNames.WWWAuthenticate, error is null ? challenge : $"{challenge}, error=\"{error}\"");

    private static Task<AuthenticateResult> Refuse(string why) => Task.FromResult(Fail(why));

    private static AuthenticateResult Fail(string why) => AuthenticateResult.Fail(why);

    private static AuthenticateResult Success(System.Security.Claims.ClaimsPrincipal who) =>
        AuthenticateResult.Success(new AuthenticationTicket(who, Scheme));
}
