using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace CooperationApi.Tests.Conventions;

/// <summary>Who may do what, on every route there is, for everybody who may come.</summary>
public sealed class AccessTests(PostgresServer server) : IAsyncLifetime
{
    private static readonly string[] AdminsResources = ["/partners", "/fact-sheets"];

    // All others are open.
    private static readonly string[] ReadsThatNeedAKey = ["/imports/{id}", "/imports/{id}/stream"];

    private Issuer issuer = null!;
    private Issuer foreigner = null!;
    private Api api = null!;

    public async ValueTask InitializeAsync()
    {
        (issuer, foreigner) = (await Issuer.Start(), await Issuer.Start());
        api = new SeededApi(server) { Settings = issuer.Settings };
        await api.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await api.DisposeAsync();
        await issuer.DisposeAsync();
        await foreigner.DisposeAsync();
    }

    [Fact]
    public async Task Every_route_answers_everybody_as_their_role_allows()
    {
        var all = await Identity.All(api.Services, issuer, foreigner);
        var wrong = new List<string>();
        foreach (var (method, endpoint) in Operations())
        {
            wrong.AddRange(await Identity.Wrong(api.Client, method, Identity.Filled(endpoint), Expected(method, endpoint), all));
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Every_token_is_refused_where_no_issuer_is_trusted()
    {
        var keysOnly = new SeededApi(server);
        await using var closing = keysOnly;
        await keysOnly.InitializeAsync();
        var tokens = (await Identity.All(keysOnly.Services, issuer, foreigner))
            .Where(identity => identity.Headers.Any(header => header.Name == "Authorization"))
            .Select(identity => identity with { Holds = false })
            .ToList();
        var wrong = new List<string>();
        foreach (var (method, endpoint) in Operations())
        {
            wrong.AddRange(await Identity.Wrong(keysOnly.Client, method, Identity.Filled(endpoint), Expected(method, endpoint), tokens));
        }

        Assert.Equal(12, tokens.Count);
        Assert.Empty(wrong);
    }

    [Fact]
    public void No_route_asks_for_less_than_its_method_does() => Assert.All(
        Operations(), operation => Assert.Equal(Expected(operation.Method, operation.Endpoint), Needs.Of(operation.Endpoint)));

    // Routing judges what it knows of a body before anybody is asked who they are.
    [Fact]
    public void No_route_lets_routing_judge_a_body() =>
        Assert.All(Operations(), operation => Assert.Null(operation.Endpoint.Metadata.GetMetadata<IAcceptsMetadata>()));

    private IEnumerable<(string Method, RouteEndpoint Endpoint)> Operations() => api.Endpoints.SelectMany(endpoint =>
        endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Select(method => (method, endpoint)));

    private static Role? Expected(string method, RouteEndpoint endpoint)
    {
        var path = "/" + endpoint.RoutePattern.RawText!.Trim('/');
        return method is "GET" ? ReadsThatNeedAKey.Contains(path) ? Role.Editor : null
            : AdminsResources.Any(resource => (path + "/").StartsWith(resource + "/", StringComparison.Ordinal)) ? Role.Admin
            : Role.Editor;
    }
}
