using System.IO.Compression;
using System.IO.Pipelines;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace CooperationApi.Kernel;

/// <summary>The file that a request sends: of any size, and as slowly as it comes, as long as it comes.</summary>
internal sealed class ImportFile : IAsyncDisposable
{
    private const string Gzip = "gzip";
    private const string Identity = "identity";

    private static readonly TimeSpan MostSilence = TimeSpan.FromSeconds(60);
    private static readonly string[] Encodings = [Gzip, Identity];

    private readonly Pipe sent = new();
    private readonly Pipe unpacked = new();
    private readonly CancellationTokenSource ending;
    private readonly Task pumping;
    private readonly IncrementalHash digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long bytesRead;
    private uint lastFourBytes;

    private ImportFile(HttpContext http, string mediaType, bool isGzip)
    {
        MediaType = mediaType;
        ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        var receiving = Pump(body => ReadOrGiveUp(http.Request.Body, body), sent.Writer);
        var content = sent.Reader.AsStream();
        pumping = isGzip ? Task.WhenAll(receiving, Unpack(content)) : receiving;
        Content = isGzip ? unpacked.Reader.AsStream() : content;
    }

    public static IReadOnlyList<string> MediaTypes { get; } = [Kernel.MediaTypes.Ndjson, Kernel.MediaTypes.Csv];

    public string MediaType { get; }

    /// <summary>What was sent, decoded.</summary>
    public Stream Content { get; }

    /// <summary>How many bytes have come, before they are decoded.</summary>
    public long BytesRead => Interlocked.Read(ref bytesRead);

    /// <summary>The SHA-256 of what has come.</summary>
    public byte[] Digest => digest.GetCurrentHash();

    public static ImportFile Open(HttpContext http)
    {
        var encoding = http.Request.Headers.ContentEncoding.ToString();
        var isGzip = encoding.Equals(Gzip, StringComparison.OrdinalIgnoreCase);
        if (!isGzip && encoding.Length > 0 && !encoding.Equals(Identity, StringComparison.OrdinalIgnoreCase))
        {
            throw new ProblemException(Problem.UnsupportedMediaType(
                $"An import is read as it is or as gzip, not with the Content-Encoding {InputText.Shortened(encoding)}.", Encodings, "Accept-Encoding"));
        }

        var mediaType = MediaTypeOf(http.Request) ?? throw new ProblemException(ImportProblems.NoSuchForm(http.GetEndpoint()!.Metadata.GetRequiredMetadata<ImportForm>()));
        http.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = null;
        http.Features.Get<IHttpMinRequestBodyDataRateFeature>()?.MinDataRate = null;
        return new ImportFile(http, mediaType, isGzip);
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await Content.DisposeAsync();
        await pumping;
        ending.Dispose();
        digest.Dispose();
    }

    private static string? MediaTypeOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var given)
        && (given.CharSet is null || given.CharSet.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        ? MediaTypes.FirstOrDefault(known => known.Equals(given.MediaType, StringComparison.OrdinalIgnoreCase)) : null;

    // The library does not notice that the end of a gzip is missing: its last four bytes say how long it is without them.
    private async Task Unpack(Stream packed)
    {
        await using var gzip = new GZipStream(packed, CompressionMode.Decompress);
        var length = 0u;
        await Pump(
            async into =>
            {
                var count = await gzip.ReadAsync(into, ending.Token);
                length += (uint)count;
                return count > 0 || (length == lastFourBytes && BytesRead > 0) ? count : throw new InvalidDataException("The gzip is cut off.");
            },
            unpacked.Writer);
    }

    // Whatever ends it, ends the reader of the pipe in the same way.
    private async Task Pump(Func<Memory<byte>, ValueTask<int>> read, PipeWriter into)
    {
        try
        {
            int count;
            do
            {
                count = await read(into.GetMemory());
                into.Advance(count);
            }
            while (!(await into.FlushAsync(ending.Token)).IsCompleted && count > 0);
            await into.CompleteAsync();
        }
#pragma warning disable CA1031 // It is thrown where the file is read.
        catch (Exception cause)
#pragma warning restore CA1031
        {
            await into.CompleteAsync(cause);
        }
    }

    private async ValueTask<int> ReadOrGiveUp(Stream body, Memory<byte> into)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ending.Token);
        patience.CancelAfter(MostSilence);
        try
        {
            var count = await body.ReadAsync(into, patience.Token);
            Interlocked.Add(ref bytesRead, count);
            digest.AppendData(into.Span[..count]);
            foreach (var one in into.Span[Math.Max(0, count - sizeof(uint))..count])
            {
                lastFourBytes = (lastFourBytes >> 8) | ((uint)one << 24);
            }

            return count;
        }
        catch (OperationCanceledException) when (!ending.IsCancellationRequested)
        {
            throw new ProblemException(ImportProblems.Stalled(MostSilence));
        }
    }
}
