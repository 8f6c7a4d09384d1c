using CooperationApi.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationApi.Tests.Testing;

/// <summary>The kernel with routes that only a test has.</summary>
internal sealed class OtherRoutes : IAsyncDisposable
{
    private readonly WebApplication app;

    private OtherRoutes(WebApplication app) => this.app = app;

    public HttpClient Client { get; private set; } = null!;

    public IServiceProvider Services => app.Services;

    public IReadOnlyList<RouteEndpoint> Endpoints =>
        [.. Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    public static async Task<OtherRoutes> Start(
        string database, IEnumerable<(string Key, string Value)> settings, Action<RouteGroupBuilder> map)
    {
        string[] own = ["--urls=http://127.0.0.1:0", $"--ConnectionStrings:Cooperation={database}"];
        var builder = WebApplication.CreateBuilder([.. own, .. settings.Select(setting => $"--{setting.Key}={setting.Value}")]);
        builder.AddKernel();
        var routes = new OtherRoutes(builder.Build());
        map(routes.app.MapKernel());
        await routes.Services.GetRequiredService<Database>().Open(TestContext.Current.CancellationToken);
        await routes.app.StartAsync(TestContext.Current.CancellationToken);
        routes.Client = new HttpClient { BaseAddress = new Uri(routes.app.Urls.Single()) };
        return routes;
    }

    public ValueTask DisposeAsync()
    {
        Client?.Dispose();
        return app.DisposeAsync();
    }
}
