using Microsoft.Net.Http.Headers;

namespace CooperationApi.Kernel;

/// <summary>What an answer tells a browser not to do with it. A 304 leaves it out: it says only what a cache has to know (RFC 9110, 15.4.5).</summary>
internal static class Precautions
{
    private const string ReferrerPolicy = "Referrer-Policy";
    private const string CrossOriginResourcePolicy = "Cross-Origin-Resource-Policy";

    // Data: nothing in it is to run, to be loaded or to be framed.
    private const string PolicyOfData = "default-src 'none'; frame-ancestors 'none'";

    // Swagger UI: its own scripts and styles, and requests to this service alone. Inline it has one style, the colours of its logo.
    private const string PolicyOfPage = "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='; "
        + "img-src 'self' data:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const string OneYear = "max-age=31536000";

    private static readonly string[] All = [HeaderNames.XContentTypeOptions, HeaderNames.ContentSecurityPolicy, ReferrerPolicy, CrossOriginResourcePolicy];

    public static void OfData(HttpResponse response) => Say(response, PolicyOfData);

    public static void OfPage(HttpResponse response) => Say(response, PolicyOfPage);

    /// <summary>Those that are the same however it is asked.</summary>
    public static void OfAnyData(HttpResponse response) => Say(response.Headers, PolicyOfData);

    /// <summary>Where TLS ends here, or at a proxy that is trusted to say so. Whoever tries it out at home would lose every other service of localhost.</summary>
    public static void OverTls(HttpResponse response)
    {
        if (response.HttpContext.Request is { IsHttps: true, Host.Host: not "localhost" })
        {
            response.Headers.StrictTransportSecurity = OneYear;
        }
    }

    public static bool Are(string header) => All.Contains(header, StringComparer.OrdinalIgnoreCase);

    private static void Say(HttpResponse response, string policy)
    {
        Say(response.Headers, policy);
        OverTls(response);
    }

    private static void Say(IHeaderDictionary headers, string policy)
    {
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = policy;
        headers[ReferrerPolicy] = "no-referrer";

        // Reads are open: a page of another origin may embed what it may fetch.
        headers[CrossOriginResourcePolicy] = "cross-origin";
    }
}
