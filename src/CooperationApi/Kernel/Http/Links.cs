using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;

namespace CooperationApi.Kernel;

/// <summary>URLs of this service, as a client follows them: relative to its root.</summary>
internal static class Links
{
    /// <summary>What was asked for.</summary>
    public static string Self(HttpRequest request) => With(request, QueryHelpers.ParseQuery(request.QueryString.Value));

    /// <summary>The page after a place in the list that was asked for.</summary>
    public static string Next(HttpRequest request, IReadOnlyList<string> last) => With(request, "cursor", Cursor.After(last, request).Text);

    /// <summary>What was asked for, with another value of one parameter.</summary>
    public static string With(HttpRequest request, string parameter, string value)
    {
        var query = QueryHelpers.ParseQuery(request.QueryString.Value);
        query[parameter] = value;
        return With(request, query);
    }

    private static string With(HttpRequest request, Dictionary<string, Microsoft.Extensions.Primitives.StringValues> query) =>
        request.PathBase + request.Path.ToUriComponent() + new QueryBuilder(query).ToQueryString();
}
