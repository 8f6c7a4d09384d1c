using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace CooperationApi.Kernel;

/// <summary>The forms that a list is answered in.</summary>
internal enum Format
{
    Json,
    Csv,
    Ndjson,
}

/// <summary>Which of the media types that an operation offers a request gets: what <c>format</c> says, else what <c>Accept</c> prefers.</summary>
internal static class MediaTypes
{
    public const string Json = "application/json";
    public const string Csv = "text/csv";
    public const string Ndjson = "application/x-ndjson";
    public const string Text = "text/plain";
    public const string Csl = "application/vnd.citationstyles.csl+json";
    public const string Bibtex = "application/x-bibtex";

    private static readonly ConcurrentDictionary<Endpoint, IReadOnlyList<string>> Offers = new();

    private static readonly Dictionary<string, string> Names = new()
    {
        ["json"] = Json,
        ["csv"] = Csv,
        ["ndjson"] = Ndjson,
        ["text"] = Text,
        ["csl"] = Csl,
        ["bibtex"] = Bibtex,
    };

    /// <summary>Chooses for the request, or ends it with what there is.</summary>
    public static void Negotiate(HttpContext http)
    {
        if (OfferedBy(http.GetEndpoint()!) is { Count: > 0 } offered && Chosen(http) is null)
        {
            throw new ProblemException(Problem.NotAcceptable(offered));
        }
    }

    /// <summary>What was chosen for the request.</summary>
    public static string Of(HttpContext http) => Chosen(http)!;

    /// <summary>What the request gets; null where it takes nothing of what there is.</summary>
    public static string? Chosen(HttpContext http)
    {
        var offered = OfferedBy(http.GetEndpoint()!);
        return http.Request.QueryString.HasValue && http.Request.Query["format"] is [{ } format] ? Names.GetValueOrDefault(format)
            : offered.Count > 0 ? Accepted(http.Request, offered) : null;
    }

    public static IReadOnlyList<string> OfferedBy(Endpoint endpoint) => Offers.GetOrAdd(endpoint, static endpoint =>
        [.. endpoint.Metadata.OfType<IProducesResponseTypeMetadata>()
            .Where(produced => produced.StatusCode == StatusCodes.Status200OK)
            .SelectMany(produced => produced.ContentTypes)]);

    private static string? Accepted(HttpRequest request, IReadOnlyList<string> offered)
    {
        if (request.Headers.Accept is not { Count: > 0 } written || written.All(string.IsNullOrWhiteSpace) || (written.Count == 1 && written[0] == "*/*"))
        {
            return offered[0];
        }

        var ranges = request.GetTypedHeaders().Accept;
        return offered.Select(mediaType => (mediaType, quality: QualityOf(MediaTypeHeaderValue.Parse(mediaType), ranges)))
            .Where(choice => choice.quality > 0)
            .OrderByDescending(choice => choice.quality)
            .Select(choice => choice.mediaType)
            .FirstOrDefault();
    }

    // The most specific range that covers it decides. Parameters, such as a charset, do not narrow what is asked for.
    private static double QualityOf(MediaTypeHeaderValue offered, IList<MediaTypeHeaderValue> ranges) => ranges
        .Where(range => range.MatchesAllTypes
            || (range.Type.Equals(offered.Type, StringComparison.OrdinalIgnoreCase)
                && (range.MatchesAllSubTypes || range.SubType.Equals(offered.SubType, StringComparison.OrdinalIgnoreCase))))
        .OrderBy(range => range.MatchesAllTypes ? 2 : range.MatchesAllSubTypes ? 1 : 0)
        .Select(range => range.Quality ?? 1)
        .FirstOrDefault();
}
