using System.Text;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Net.Http.Headers;

namespace CooperationApi.Kernel;

/// <summary>How one answer is sent.</summary>
internal sealed class Sending
{
    // Shorter ones would gain nothing.
    private const int LeastToEncode = 1000;

    private readonly HttpContext http;
    private readonly HttpResponse response;
    private readonly IResponseCompressionProvider compression;
    private readonly MemoryStream body;

    public Sending(HttpContext http, IResponseCompressionProvider compression, MemoryStream body, bool isHead)
    {
        (this.http, this.compression, this.body, response) = (http, compression, body, http.Response);
        (Connection, IsHead) = (response.Body, isHead);
        response.Body = body;
    }

    public Stream Connection { get; }

    public bool IsHead { get; }

    public bool IsStream { get; private set; }

    /// <summary>
    /// Begins an answer of any length, of which <paramref name="version"/> is known to change when it does.
    /// Answers where to write it; nowhere if the client has it, or asked for the headers only. What is known to be empty stays as it
    /// is, for a gzip of nothing would be no gzip.
    /// </summary>
    public Stream? Streamed(string version, bool isEmpty)
    {
        IsStream = true;
        response.Body = Connection;
        var encoding = isEmpty ? null : compression.GetCompressionProvider(http);
        return Described(Encoding.UTF8.GetBytes(version), encoding) && !IsHead
            ? encoding?.CreateStream(Connection) ?? Connection
            : null;
    }

    /// <summary>
    /// Begins an answer without an end, of which nothing is known beforehand, so that it has no tag: what is written goes out as it is, at
    /// once, and no proxy may hold it back. False if only the headers were asked for.
    /// </summary>
    public bool Endless()
    {
        IsStream = true;
        response.Body = Connection;
        Open();
        response.Headers.CacheControl = "no-store, no-transform";
        response.Headers["X-Accel-Buffering"] = "no";
        AddLinks();
        return !IsHead;
    }

    /// <summary>Ends a stream that failed: with a problem if nothing was sent yet, else by breaking off, so that nobody takes it for whole.</summary>
    public void Fail()
    {
        if (response.HasStarted)
        {
            http.Abort();
        }
        else
        {
            IsStream = false;
            response.Body = body;
        }
    }

    /// <summary>Sends an answer that is whole.</summary>
    public async Task Whole()
    {
        Open();
        var content = new ReadOnlyMemory<byte>(body.GetBuffer(), 0, (int)body.Length);
        if (response.StatusCode == StatusCodes.Status200OK && (IsHead || HttpMethods.IsGet(http.Request.Method)))
        {
            var encoding = content.Length < LeastToEncode ? null : compression.GetCompressionProvider(http);
            if (!Described(content.Span, encoding))
            {
                return;
            }

            content = encoding is null ? content : Encoded(content, encoding);
        }
        else if (content.Length == 0)
        {
            return;
        }

        response.ContentLength = content.Length;
        if (!IsHead)
        {
            await Connection.WriteAsync(content, http.RequestAborted);
        }
    }

    // Says all that a cache has to know; false where that is all that is to be sent.
    private bool Described(ReadOnlySpan<byte> version, ICompressionProvider? encoding)
    {
        Open();
        var headers = response.Headers;
        headers.ETag = EntityTags.Of(response.ContentType, version, encoding?.EncodingName);
        headers.Vary = "Accept, Accept-Encoding";
        headers.CacheControl = headers.CacheControl.Count > 0 ? headers.CacheControl
            : Needs.Of(http.GetEndpoint()) is null ? "public, no-cache" : "private, no-cache";
        AddLinks();
        if (Has(response.GetTypedHeaders().ETag!))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            headers.ContentType = default;
            return false;
        }

        headers.ContentEncoding = encoding?.EncodingName;
        return true;
    }

    private void AddLinks()
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<ResourceTag>() is not null)
        {
            response.Headers.Append(HeaderNames.Link, $"<{Links.Self(http.Request)}>; rel=\"self\"");
            response.Headers.Append(HeaderNames.Link, $"<{http.Request.PathBase}{OpenApi.Path}>; rel=\"describedby\"");
        }
    }

    // Reads are open, to pages of any origin too. Said to everybody, because a shared cache keeps one answer for all.
    private void Open()
    {
        response.Headers.AccessControlAllowOrigin = "*";
        response.Headers.AccessControlExposeHeaders = "*";
    }

    private bool Has(EntityTagHeaderValue tag) => http.Request.GetTypedHeaders().IfNoneMatch
        .Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false));

    private static ReadOnlyMemory<byte> Encoded(ReadOnlyMemory<byte> content, ICompressionProvider encoding)
    {
        var encoded = new MemoryStream();
        using (var stream = encoding.CreateStream(encoded))
        {
            stream.Write(content.Span);
        }

        return new ReadOnlyMemory<byte>(encoded.GetBuffer(), 0, (int)encoded.Length);
    }
}
