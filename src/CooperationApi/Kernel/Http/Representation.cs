using Microsoft.AspNetCore.ResponseCompression;

namespace CooperationApi.Kernel;

/// <summary>
/// Makes of what a handler writes a representation that any cache can trust: a strong ETag of the bytes sent, 304 where the client has
/// them, br or gzip, HEAD as GET without its body. Answers are held until they are whole, so that a failure amid one still becomes a
/// problem; exports stream.
/// </summary>
internal sealed class Representation(RequestDelegate next, IResponseCompressionProvider compression)
{
    public async Task InvokeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        var sending = new Sending(http, compression, body, HttpMethods.IsHead(http.Request.Method));
        http.Features.Set(sending);
        if (sending.IsHead)
        {
            http.Request.Method = HttpMethods.Get;
        }

        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = sending.Connection;
            http.Request.Method = sending.IsHead ? HttpMethods.Head : http.Request.Method;
        }

        await sending.End();
    }
}
