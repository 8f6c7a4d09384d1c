namespace CooperationApi.Kernel;

/// <summary>A route that is not there, and the nearest that are.</summary>
internal static class UnknownRoute
{
    public static Problem Problem(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "/";
        var routes = http.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is not null)
            .Select(endpoint => Filled(endpoint.RoutePattern.RawText ?? "/", path))
            .Distinct();
        return Kernel.Problem.NotFound(
            $"No route is called {path}. The routes are listed at /swagger and in /openapi.json.",
            NearMiss.Of(path, routes));
    }

    // A pattern's placeholders take what stands in their place, so that only the fixed words are compared.
    private static string Filled(string pattern, string path)
    {
        var given = path.Trim('/').Split('/');
        var words = pattern.Trim('/').Split('/');
        return "/" + string.Join('/', words.Select((word, at) => word.StartsWith('{') && at < given.Length ? given[at] : word));
    }
}
