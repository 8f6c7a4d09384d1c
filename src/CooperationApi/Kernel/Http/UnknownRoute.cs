namespace CooperationApi.Kernel;

/// <summary>A route that is not there, and the nearest that are.</summary>
internal static class UnknownRoute
{
    private const int Most = 3;

    public static Problem Problem(HttpContext http)
    {
        var given = (http.Request.Path.Value ?? "").Trim('/').Split('/');
        var near = http.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is not null)
            .Select(endpoint => (endpoint.RoutePattern.RawText ?? "").Trim('/').Split('/'))
            .Select(words => (words, distance: Distance(given, words)))
            .Where(route => route.distance is not null)
            .OrderBy(route => route.distance)
            .Select(route => "/" + string.Join('/', route.words.Zip(given, (word, own) => IsPlaceholder(word) ? own : word)))
            .Distinct()
            .Take(Most);
        return Kernel.Problem.NotFound("There is no such route. The routes are listed at /swagger and in /openapi.json.", [.. near]);
    }

    // What stands in the place of a placeholder may be anything; the fixed words must each be near.
    private static int? Distance(string[] given, string[] words)
    {
        if (given.Length != words.Length)
        {
            return null;
        }

        var distances = given.Zip(words, (own, word) => IsPlaceholder(word) ? own.Length > 0 ? 0 : null : NearMiss.Distance(own, word));
        return distances.Aggregate((int?)0, (sum, distance) => sum + distance);
    }

    private static bool IsPlaceholder(string word) => word.StartsWith('{');
}
