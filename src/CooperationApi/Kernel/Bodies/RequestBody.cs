using System.Buffers;
using System.Net.Http.Headers;

namespace CooperationApi.Kernel;

/// <summary>Takes the bytes of a body that is of a known form and not too large.</summary>
internal static class RequestBody
{
    public const int MostBytes = 1_000_000;

    private const string Identity = "identity";
    private const int Piece = 16 * 1024;

    public static async ValueTask<ReadOnlyMemory<byte>> Read(HttpContext http, IReadOnlyList<string> mediaTypes, int mostBytes = MostBytes)
    {
        // A query that is not right is told before a body that is not.
        if (http.GetEndpoint()?.Metadata.GetMetadata<QueryParameters>() is null)
        {
            QueryReader.RefuseAny(http);
        }

        CheckForm(http.Request, mediaTypes);
        var held = new ArrayBufferWriter<byte>(Piece);
        int count;
        do
        {
            if (http.Request.ContentLength > mostBytes || held.WrittenCount > mostBytes)
            {
                throw new ProblemException(Problem.TooLarge(mostBytes));
            }

            count = await http.Request.Body.ReadAsync(held.GetMemory(Piece), http.RequestAborted);
            held.Advance(count);
        }
        while (count > 0);
        return held.WrittenMemory;
    }

    public static Problem NotRead(string method, IReadOnlyList<string> mediaTypes) => Problem.UnsupportedMediaType(
        $"This operation reads {string.Join(" or ", mediaTypes)}: say so in Content-Type.", mediaTypes, AcceptHeader(method));

    private static void CheckForm(HttpRequest request, IReadOnlyList<string> mediaTypes)
    {
        var encoding = request.Headers.ContentEncoding.ToString();
        if (!string.IsNullOrEmpty(encoding) && !encoding.Equals(Identity, StringComparison.OrdinalIgnoreCase))
        {
            throw new ProblemException(Problem.UnsupportedMediaType(
                $"A body is read as it is here, without the Content-Encoding {InputText.Shortened(encoding)}.", [Identity], "Accept-Encoding"));
        }

        var read = MediaTypeHeaderValue.TryParse(request.ContentType, out var given);
        if (!read || !mediaTypes.Contains(given!.MediaType, StringComparer.OrdinalIgnoreCase))
        {
            throw new ProblemException(NotRead(request.Method, mediaTypes));
        }

        if (given.CharSet?.Trim('"') is { Length: > 0 } charset && !charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            throw new ProblemException(Problem.UnsupportedMediaType(
                "JSON is read as UTF-8, and Content-Type names another charset.", mediaTypes, AcceptHeader(request.Method)));
        }
    }

    private static string AcceptHeader(string method) =>
        HttpMethods.IsPost(method) ? "Accept-Post" : HttpMethods.IsPatch(method) ? "Accept-Patch" : "Accept";
}
