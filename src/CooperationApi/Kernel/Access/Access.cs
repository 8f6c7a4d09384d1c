using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace CooperationApi.Kernel;

/// <summary>
/// What an endpoint asks of its caller: at least a role, or nothing but that no credential is sent that does not hold. All that is
/// asked of one endpoint must be met, so that nothing mapped in a group can lower what the group asks.
/// </summary>
internal sealed record Needs(Role? Least) : IAuthorizationRequirement, IAuthorizationRequirementData
{
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];

    /// <summary>The least role that an endpoint takes; null where it is open.</summary>
    public static Role? Of(IEnumerable<object> metadata) => metadata.OfType<Needs>().Max(needs => needs.Least);

    public static Role? Of(Endpoint? endpoint) => endpoint?.Metadata.GetOrderedMetadata<Needs>().Max(needs => needs.Least);
}

/// <summary>Who may do what, on the routes themselves.</summary>
internal static class Access
{
    /// <summary>Asks for a role, of any method.</summary>
    public static TBuilder NeedsRole<TBuilder>(this TBuilder routes, Role role)
        where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new Needs(role));

    /// <summary>Asks an editor's role of every method that may change something, without a word at the endpoint.</summary>
    public static void NeedKeysToWrite(this IEndpointConventionBuilder routes) => routes.Add(endpoint =>
    {
        var methods = endpoint.Metadata.OfType<IHttpMethodMetadata>().LastOrDefault()?.HttpMethods ?? [];
        var isRead = methods.Count > 0 && methods.All(method => HttpMethods.IsGet(method) || HttpMethods.IsHead(method));
        endpoint.Metadata.Add(new Needs(isRead ? null : Role.Editor));
    });

    public static void AddAccess(this WebApplicationBuilder builder)
    {
        var issuer = builder.Configuration.GetSection(TokenIssuer.Section).Get<TokenIssuer>() ?? new TokenIssuer();
        var services = builder.Services;
        services.AddSingleton(issuer).AddSingleton<ApiKeys>();
        services.AddAuthorization().AddSingleton<IAuthorizationHandler, NeedsHandler>();

        // Without the cookies' half of AddAuthentication, which would write keys of its own into the home folder.
        services.AddAuthenticationCore(options => options.DefaultScheme = Credentials.Scheme);
        services.AddWebEncoders();
        services.AddSingleton<IAuthenticationConfigurationProvider, NoOtherConfiguration>();
        var schemes = new AuthenticationBuilder(services);
        schemes.AddScheme<AuthenticationSchemeOptions, Credentials>(Credentials.Scheme, configureOptions: null);
        if (issuer.IsSet)
        {
            schemes.AddJwtBearer(issuer.Configure);
        }
    }

    private sealed class NeedsHandler : AuthorizationHandler<Needs>
    {
        protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, Needs requirement)
        {
            var known = await ((HttpContext)context.Resource!).AuthenticateAsync();
            if (requirement.Least is { } least ? known.Succeeded && Caller.Of(known.Principal)?.Role >= least : known.Failure is null)
            {
                context.Succeed(requirement);
            }
        }
    }

    // The framework would read a section of its own, so that there were two places to say whom to trust.
    private sealed class NoOtherConfiguration : IAuthenticationConfigurationProvider
    {
        public IConfiguration AuthenticationConfiguration { get; } = new ConfigurationBuilder().Build();
    }
}
