using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;

namespace CooperationApi.Kernel;

/// <summary>Whose tokens are taken besides keys, as configured; nobody's where no authority is.</summary>
internal sealed class TokenIssuer
{
    public const string Section = "Authentication";
    public const string DefaultRoleClaim = "roles";

    // Those of a public key. With a shared secret, whoever can check a token could also make one.
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The issuer's address, under which it says by which keys it signs.</summary>
    public string? Authority { get; init; }

    /// <summary>What a token must be meant for.</summary>
    public string? Audience { get; init; }

    /// <summary>The claim of a token that names the roles of who holds it.</summary>
    public string RoleClaim { get; init; } = DefaultRoleClaim;

    public bool IsSet => !string.IsNullOrWhiteSpace(Authority);

    /// <summary>Refuses to start with what would trust nobody, or anybody on the way.</summary>
    public void Check()
    {
        if (!IsSet)
        {
            return;
        }

        if (!Uri.TryCreate(Authority, UriKind.Absolute, out var uri)
            || (uri.Scheme != Uri.UriSchemeHttps && !(uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)))
        {
            throw new StartException($"Authentication:Authority is '{Authority}'; it must be an https address, or an http one of this machine.");
        }

        if (string.IsNullOrWhiteSpace(Audience))
        {
            throw new StartException(
                "Authentication:Authority is set, and Authentication:Audience is not: a token that the issuer made for another service would be taken.");
        }
    }

    public void Configure(JwtBearerOptions options)
    {
        options.Authority = Authority;
        options.Audience = Audience;
        options.MapInboundClaims = false;
        options.RequireHttpsMetadata = !new Uri(Authority!).IsLoopback;
        options.BackchannelTimeout = Patience;
        options.TokenValidationParameters.ValidAlgorithms = Algorithms;
        options.TokenValidationParameters.ClockSkew = ClockSkew;
        options.Events = new JwtBearerEvents { OnMessageReceived = KnowTheKeys };
    }

    /// <summary>Who holds a good token; null where it does not say so in a way that can be kept.</summary>
    public ClaimsPrincipal? Holder(ClaimsPrincipal token)
    {
        var subject = token.FindFirstValue("sub");
        if (!Caller.IsName(subject))
        {
            return null;
        }

        // An issuer is an address and the id of a key is none, so that no two callers share an id.
        var id = $"{token.FindFirstValue("iss")}|{subject}";
        var name = token.FindFirstValue("name");
        var role = token.FindAll(RoleClaim).Max(claim => Caller.ReadRole(claim.Value));
        return Caller.Principal(JwtBearerDefaults.AuthenticationScheme, id, Caller.IsName(name) ? name! : subject!, role);
    }

    /// <summary>What is wrong with a token, as far as that helps.</summary>
    public string Fault(Exception failure) => failure switch
    {
        SecurityTokenExpiredException => "The token has expired.",
        SecurityTokenNotYetValidException => "The token is not valid yet.",
        SecurityTokenInvalidAudienceException => "The token is meant for another service.",
        SecurityTokenInvalidIssuerException => "The token is of another issuer.",
        _ => "The token is not one that the issuer signed.",
    } + $" This service takes tokens that {Authority} issues for {Audience}.";

    // Asked before the token is judged: without the issuer's keys every token would seem forged.
    private static async Task KnowTheKeys(MessageReceivedContext context)
    {
        try
        {
            await context.Options.ConfigurationManager!.GetConfigurationAsync(context.HttpContext.RequestAborted);
        }
        catch (InvalidOperationException)
        {
            throw new ProblemException(Problem.Unavailable("The issuer of tokens does not answer. Try again in a moment, or use a key."));
        }
    }
}
