using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Text;
using CooperationApi.Kernel;

namespace CooperationApi.Tests.Testing;

/// <summary>Holds every answer that passes through it to the OpenAPI document of the service that gave it.</summary>
internal sealed class ContractHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<Contract>>> Known = new();

    private readonly Lock reading = new();
    private Task<Contract>? contract;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        var faults = await Faults(request, response, await ContractOf(request.RequestUri!), cancellationToken);
        return faults.Count == 0 ? response : throw new ContractException(request, response, faults);
    }

    private static async Task<IReadOnlyList<string>> Faults(
        HttpRequestMessage request, HttpResponseMessage response, Contract contract, CancellationToken stop)
    {
        var media = response.Content.Headers.ContentType?.MediaType;
        var status = (int)response.StatusCode;
        if (contract.Find(request.Method, request.RequestUri!) is not { } operation)
        {
            return status < 400 || HasNoBody(request, response) ? []
                : media == Problem.MediaType ? contract.Problem.Faults(await Text(response.Content, stop))
                : [$"an error comes as {Problem.MediaType}, and this as {media ?? "nothing"}"];
        }

        if (operation.Answer(status) is not { } answer)
        {
            return [$"the status {status} is not documented here; {string.Join(", ", operation.Statuses)} are"];
        }

        if (media is null && (HasNoBody(request, response) || answer.Count == 0))
        {
            return [];
        }

        if (!answer.TryGetValue(media ?? "", out var schema))
        {
            return [$"the media type {media ?? "(none)"} is not documented for {status}; {string.Join(", ", answer.Keys)} are"];
        }

        if (HasNoBody(request, response) || schema is null)
        {
            return [];
        }

        if (media == MediaTypes.Ndjson && response.Content.Headers.ContentEncoding.Count == 0)
        {
            response.Content = await LineCheck.Of(response.Content, line => Throw(request, response, schema.Faults(line)), stop);
            return [];
        }

        return IsJson(media!) ? schema.Faults(await Text(response.Content, stop)) : [];
    }

    private static bool IsJson(string media) =>
        media == MediaTypes.Json || media.EndsWith("+json", StringComparison.Ordinal);

    private static async Task<string> Text(HttpContent content, CancellationToken stop)
    {
        await content.LoadIntoBufferAsync(stop);
        Stream stream = new MemoryStream(await content.ReadAsByteArrayAsync(stop));
        using var reader = new StreamReader(content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "gzip" => new GZipStream(stream, CompressionMode.Decompress),
            "br" => new BrotliStream(stream, CompressionMode.Decompress),
            _ => stream,
        });
        return await reader.ReadToEndAsync(stop);
    }

    private static bool HasNoBody(HttpRequestMessage request, HttpResponseMessage response) =>
        request.Method == HttpMethod.Head || response.StatusCode is HttpStatusCode.NotModified or HttpStatusCode.NoContent;

    private static void Throw(HttpRequestMessage request, HttpResponseMessage response, IReadOnlyList<string> faults)
    {
        if (faults.Count > 0)
        {
            throw new ContractException(request, response, faults);
        }
    }

    private Task<Contract> ContractOf(Uri anywhere)
    {
        lock (reading)
        {
            return contract ??= Read(new Uri(anywhere, "/openapi.json"));
        }
    }

    private async Task<Contract> Read(Uri document)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, document);
        using var response = await base.SendAsync(request, CancellationToken.None);
        var text = await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        return await Known.GetOrAdd(text, text => new Lazy<Task<Contract>>(() => Contract.Read(text))).Value;
    }
}

/// <summary>An answer that the document does not allow.</summary>
internal sealed class ContractException(HttpRequestMessage request, HttpResponseMessage response, IReadOnlyList<string> faults)
    : Exception(new StringBuilder()
        .Append(System.Globalization.CultureInfo.InvariantCulture, $"{request.Method} {request.RequestUri!.PathAndQuery}")
        .Append(System.Globalization.CultureInfo.InvariantCulture, $" answered {(int)response.StatusCode} against the OpenAPI document:")
        .AppendJoin("", faults.Select(fault => $"\n- {fault}"))
        .ToString());
