using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace CooperationApi.Kernel;

/// <summary>An answer that is whole: its bytes in one encoding, and all that is said of them.</summary>
internal sealed class Answer
{
    // Shorter ones would gain nothing.
    private const int LeastToEncode = 1000;

    // About what an answer takes beside its bytes: its headers, its key, its place.
    private const int Overhead = 2000;

    private readonly ReadOnlyMemory<byte> body;

    // Those that a 304 has as well come first.
    private readonly KeyValuePair<string, StringValues>[] headers;
    private readonly int shared;
    private readonly string tag;

    private Answer(MemoryStream written, IEnumerable<KeyValuePair<string, StringValues>> headers, string tag)
    {
        body = written.GetBuffer().AsMemory(0, (int)written.Length);
        Size = written.Capacity + Overhead;
        this.headers = [.. headers.OrderBy(header => IsOfContent(header.Key))];
        shared = Array.FindIndex(this.headers, header => IsOfContent(header.Key));
        this.tag = tag;
    }

    /// <summary>How many bytes of memory it takes.</summary>
    public int Size { get; }

    /// <summary>What was written, and what is said of it.</summary>
    public static Answer Of(HttpResponse response, MemoryStream written)
    {
        var content = written.GetBuffer().AsSpan(0, (int)written.Length);
        var tag = EntityTags.Of(response.ContentType, content, encoding: null);
        response.Headers.ETag = tag;
        Precautions.OfAnyData(response);
        return new Answer(written, response.Headers, tag);
    }

    /// <summary>The same, encoded; itself where that would gain nothing.</summary>
    public Answer Encoded(ICompressionProvider by)
    {
        if (body.Length < LeastToEncode)
        {
            return this;
        }

        using var encoded = new MemoryStream(body.Length / 2);
        using (var stream = by.CreateStream(encoded))
        {
            stream.Write(body.Span);
        }

        var other = EntityTags.Encoded(tag, by.EncodingName);
        return new Answer(
            encoded,
            [.. headers.Where(header => header.Key != HeaderNames.ETag), new(HeaderNames.ETag, other), new(HeaderNames.ContentEncoding, by.EncodingName)],
            other);
    }

    /// <summary>Whether the client has it already, so that it is told just that.</summary>
    public bool IsKnown(HttpRequest request) => EntityTags.AreKnown(request, tag);

    /// <summary>Sends it, or says that the client has it.</summary>
    public ValueTask Send(HttpContext http, Stream connection, bool isHead)
    {
        var response = http.Response;
        var isKnown = IsKnown(http.Request);
        foreach (var (name, value) in headers.AsSpan(0, isKnown ? shared : headers.Length))
        {
            response.Headers[name] = value;
        }

        if (isKnown)
        {
            // Who wrote the answer has said them.
            foreach (var (name, _) in headers.AsSpan(shared))
            {
                response.Headers.Remove(name);
            }

            response.StatusCode = StatusCodes.Status304NotModified;
            return default;
        }

        Precautions.OverTls(response);
        response.ContentLength = body.Length;
        return isHead ? default : connection.WriteAsync(body, http.RequestAborted);
    }

    private static bool IsOfContent(string header) =>
        header.Equals(HeaderNames.ContentType, StringComparison.OrdinalIgnoreCase)
        || header.Equals(HeaderNames.ContentEncoding, StringComparison.OrdinalIgnoreCase)
        || Precautions.Are(header);
}
