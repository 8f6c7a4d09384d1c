using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Net.Http.Headers;

namespace CooperationApi.Kernel;

/// <summary>How one answer is sent.</summary>
internal sealed class Sending
{
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

    public static Sending Of(HttpContext http) => http.Features.Get<Sending>()!;

    public Stream Connection { get; }

    public bool IsHead { get; }

    public bool IsStream { get; private set; }

    public bool IsSent { get; private set; }

    /// <summary>
    /// Begins an answer of any length, of which <paramref name="version"/> is known to change when it does.
    /// Answers where to write it; nowhere if the client has it, or asked for the headers only. What is known to be empty stays as it
    /// is, for a gzip of nothing would be no gzip.
    /// </summary>
    public Stream? Streamed(string version, bool isEmpty)
    {
        IsStream = true;
        response.Body = Connection;
        var encoding = isEmpty ? null : Encoding;
        Describe();
        var tag = EntityTags.Of(response.ContentType, System.Text.Encoding.UTF8.GetBytes(version), encoding?.EncodingName);
        response.Headers.ETag = tag;
        if (EntityTags.AreKnown(http.Request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            response.Headers.ContentType = default;
            return null;
        }

        Precautions.OfData(response);
        response.Headers.ContentEncoding = encoding?.EncodingName;
        return IsHead ? null : encoding?.CreateStream(Connection) ?? Connection;
    }

    /// <summary>
    /// Begins an answer without an end, of which nothing is known beforehand, so that it has no tag: what is written goes out as it is, at
    /// once, and no proxy may hold it back. False if only the headers were asked for.
    /// </summary>
    public bool Endless()
    {
        IsStream = true;
        response.Body = Connection;
        Open(response);
        Precautions.OfData(response);
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

    /// <summary>Makes place for so many bytes at once, rather than for twice as many again and again.</summary>
    public void Expect(int bytes) => body.Capacity = Math.Max(body.Capacity, bytes);

    /// <summary>What was written, if it is the whole answer to a read.</summary>
    public Answer? Read()
    {
        if (IsStream || response.StatusCode != StatusCodes.Status200OK || !(IsHead || HttpMethods.IsGet(http.Request.Method)))
        {
            return null;
        }

        Describe();
        return Answer.Of(response, body);
    }

    /// <summary>The encoding that the client prefers; null where that is none.</summary>
    public ICompressionProvider? Encoding => http.Request.Headers.AcceptEncoding.Count == 0 ? null : compression.GetCompressionProvider(http);

    /// <summary>Sends an answer as it is.</summary>
    public ValueTask Send(Answer answer)
    {
        IsSent = true;
        return answer.Send(http, Connection, IsHead);
    }

    /// <summary>Sends what was written, unless that was done.</summary>
    public async Task End()
    {
        if (IsSent || IsStream)
        {
            return;
        }

        if (Read() is { } answer)
        {
            await Send(Encoding is { } encoding ? answer.Encoded(encoding) : answer);
            return;
        }

        Open(response);
        Precautions.OfData(response);
        if (body.Length > 0)
        {
            response.ContentLength = body.Length;
            if (!IsHead)
            {
                await Connection.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length), http.RequestAborted);
            }
        }
    }

    // Says all that a cache has to know, but for the tag.
    private void Describe()
    {
        Open(response);
        var headers = response.Headers;
        headers.Vary = "Accept, Accept-Encoding";
        headers.CacheControl = headers.CacheControl.Count > 0 ? headers.CacheControl
            : Needs.Of(http.GetEndpoint()) is null ? "public, no-cache" : "private, no-cache";
        AddLinks();
    }

    private void AddLinks()
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<ResourceTag>() is not null)
        {
            response.Headers.Append(HeaderNames.Link, $"<{Links.Self(http.Request)}>; rel=\"self\"");
            response.Headers.Append(HeaderNames.Link, $"<{http.Request.PathBase}{OpenApi.Path}>; rel=\"describedby\"");
        }
    }

    /// <summary>Reads are open, to pages of any origin too. Said to everybody, because a shared cache keeps one answer for all.</summary>
    public static void Open(HttpResponse response)
    {
        response.Headers.AccessControlAllowOrigin = "*";
        response.Headers.AccessControlExposeHeaders = "*";
    }
}
