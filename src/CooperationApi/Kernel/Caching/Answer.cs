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
    private readonly KeyValuePair<string, StringValues>[] headers;
    private readonly string tag;

    private Answer(MemoryStream written, KeyValuePair<string, StringValues>[] headers, string tag)
    {
        body = written.GetBuffer().AsMemory(0, (int)written.Length);
        Size = written.Capacity + Overhead;
        (this.headers, this.tag) = (headers, tag);
    }

    /// <summary>How many bytes of memory it takes.</summary>
    public int Size { get; }

    /// <summary>What was written, and what is said of it.</summary>
    public static Answer Of(HttpResponse response, MemoryStream written)
    {
        var content = written.GetBuffer().AsSpan(0, (int)written.Length);
        var tag = EntityTags.Of(response.ContentType, content, encoding: null);
        response.Headers.ETag = tag;
        return new Answer(written, [.. response.Headers], tag);
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

    /// <summary>Sends it, or says that the client has it.</summary>
    public ValueTask Send(HttpContext http, Stream connection, bool isHead)
    {
        var response = http.Response;
        foreach (var (name, value) in headers)
        {
            response.Headers[name] = value;
        }

        if (EntityTags.AreKnown(http.Request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            response.Headers.ContentType = default;
            response.Headers.ContentEncoding = default;
            return default;
        }

        Precautions.OfData(response);
        response.ContentLength = body.Length;
        return isHead ? default : connection.WriteAsync(body, http.RequestAborted);
    }
}
