using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;

namespace CooperationApi.Kernel;

/// <summary>URLs of this service, as a client follows them: relative to its root.</summary>
internal static class Links
{
    /// <summary>What was asked for.</summary>
    public static string Self(HttpRequest request) => request.PathBase + request.Path.ToUriComponent() + Normal(request.QueryString);

    /// <summary>A query as all that ask the same have it: parameters by name, the values of one in the order given, encoded in one way.</summary>
    public static string Normal(QueryString query) => query.HasValue ? new QueryBuilder(Parameters(query)).ToString() : "";

    /// <summary>The page after a place in the list that was asked for.</summary>
    public static string Next(HttpRequest request, IReadOnlyList<string> last) => With(request, "cursor", Cursor.After(last, request).Text);

    /// <summary>What was asked for, with another value of one parameter.</summary>
    public static string With(HttpRequest request, string parameter, string value)
    {
        var query = Parameters(request.QueryString).Where(given => given.Key != parameter).Append(new(parameter, value));
        return request.PathBase + request.Path.ToUriComponent() + new QueryBuilder(query.OrderBy(given => given.Key, StringComparer.Ordinal));
    }

    // Names as they are written: to fold their case would take what is refused for what is answered.
    private static IEnumerable<KeyValuePair<string, string>> Parameters(QueryString query)
    {
        var given = new List<KeyValuePair<string, string>>();
        foreach (var pair in new QueryStringEnumerable(query.Value))
        {
            given.Add(new(QueryReader.Decoded(pair.EncodedName), QueryReader.Decoded(pair.EncodedValue)));
        }

        return given.OrderBy(one => one.Key, StringComparer.Ordinal);
    }
}
