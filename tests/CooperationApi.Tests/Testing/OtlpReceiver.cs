using System.Collections.Concurrent;
using System.IO.Compression;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CooperationApi.Tests.Testing;

/// <summary>Takes OTLP over HTTP, as a collector does, and reads it by the numbers of its fields (opentelemetry-proto 1.9).</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly ConcurrentQueue<(string Signal, WireMessage Sent)> requests = new();
    private readonly ConcurrentQueue<byte[]> bodies = new();

    private OtlpReceiver(WebApplication server) => this.server = server;

    public string Url => server.Urls.Single();

    /// <summary>All that was sent, as it was.</summary>
    public IReadOnlyList<byte[]> Sent => [.. bodies];

    public IReadOnlyList<OtlpSpan> Spans => [.. Records("traces").Select(span => new OtlpSpan(span))];

    public IReadOnlyList<OtlpMetric> Metrics => [.. Records("metrics").Select(metric => new OtlpMetric(metric))];

    public IReadOnlyList<OtlpLog> Logs => [.. Records("logs").Select(log => new OtlpLog(log))];

    /// <summary>What is said of who sends, in each request of each signal.</summary>
    public IReadOnlyList<(string Signal, IReadOnlyDictionary<string, string> Resource)> Resources =>
        [.. requests.SelectMany(request => request.Sent.All("1").Select(of => (request.Signal, Otlp.Attributes(of.All("1").Single(), "1"))))];

    public static async Task<OtlpReceiver> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var receiver = new OtlpReceiver(builder.Build());
        receiver.server.MapPost("/v1/{signal}", receiver.Take);
        await receiver.server.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    // A resource has scopes, and a scope has records, for each signal alike.
    private IEnumerable<WireMessage> Records(string signal) => requests.Where(request => request.Signal == signal)
        .SelectMany(request => request.Sent.All("1")).SelectMany(resource => resource.All("2")).SelectMany(scope => scope.All("2"));

    private async Task<IResult> Take(string signal, HttpRequest request)
    {
        using var body = new MemoryStream();
        await using var content = request.Headers.ContentEncoding == "gzip" ? new GZipStream(request.Body, CompressionMode.Decompress) : request.Body;
        await content.CopyToAsync(body);
        bodies.Enqueue(body.ToArray());
        requests.Enqueue((signal, new WireMessage(body.ToArray())));
        return Results.Bytes([], "application/x-protobuf");
    }
}

internal static class Otlp
{
    public static IReadOnlyDictionary<string, string> Attributes(WireMessage of, string field) =>
        of.All(field).GroupBy(pair => pair.Text("1")).ToDictionary(pairs => pairs.Key, pairs => Value(pairs.Last()));

    // Of an AnyValue: a text, a truth value or a whole number, which is all that is asked for here.
    private static string Value(WireMessage pair) => pair.All("2").SingleOrDefault() is not { } value ? ""
        : value.Has("1") ? value.Text("1") : value.Has("3") ? $"{value.Number("3")}" : "";
}

internal sealed class OtlpSpan(WireMessage span)
{
    public string Trace { get; } = Convert.ToHexStringLower(span.Bytes("1"));

    public string Id { get; } = Convert.ToHexStringLower(span.Bytes("2"));

    public string Parent { get; } = Convert.ToHexStringLower(span.Bytes("4"));

    public string Name { get; } = span.Text("5");

    public IReadOnlyDictionary<string, string> Attributes { get; } = Otlp.Attributes(span, "9");
}

internal sealed class OtlpLog(WireMessage record)
{
    public string Trace { get; } = Convert.ToHexStringLower(record.Bytes("9"));

    public string Body { get; } = record.All("5").SingleOrDefault()?.Text("1") ?? "";

    public IReadOnlyDictionary<string, string> Attributes { get; } = Otlp.Attributes(record, "6");
}

internal sealed class OtlpMetric(WireMessage metric)
{
    private const string Gauge = "5";
    private const string Sum = "7";
    private const string Histogram = "9";

    public string Name { get; } = metric.Text("1");

    public bool IsHistogram { get; } = metric.Has(Histogram);

    /// <summary>The names of its attributes, of all its points.</summary>
    public IReadOnlyList<string> Labels { get; } =
        [.. Points(metric, Gauge, "7").Concat(Points(metric, Sum, "7")).Concat(Points(metric, Histogram, "9")).SelectMany(attributes => attributes.Keys).Distinct()];

    /// <summary>The points of a sum or a gauge of whole numbers, by their attributes.</summary>
    public IReadOnlyList<(IReadOnlyDictionary<string, string> Attributes, long Value)> Numbers { get; } =
        [.. new[] { Gauge, Sum }.SelectMany(metric.All).SelectMany(data => data.All("1")).Select(point => (Otlp.Attributes(point, "7"), point.Has("6") ? point.Number("6") : 0))];

    /// <summary>What Prometheus calls it, by the rules of "Prometheus and OpenMetrics Compatibility" of OpenTelemetry.</summary>
    public IReadOnlyList<string> PrometheusNames
    {
        get
        {
            var unit = metric.Text("3");
            var isCounter = metric.All(Sum).Any(sum => sum.Number("3") != 0);
            var words = unit.StartsWith('{') ? "" : unit switch { "s" => "seconds", "ms" => "milliseconds", "By" => "bytes", "1" => metric.Has(Gauge) ? "ratio" : "", _ => unit };
            var name = PrometheusName(Name);
            name = words.Length > 0 && !name.EndsWith($"_{words}", StringComparison.Ordinal) ? $"{name}_{words}" : name;
            name = isCounter && !name.EndsWith("_total", StringComparison.Ordinal) ? $"{name}_total" : name;
            return IsHistogram ? [$"{name}_bucket", $"{name}_sum", $"{name}_count"] : [name];
        }
    }

    public static string PrometheusName(string name) => string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));

    private static IEnumerable<IReadOnlyDictionary<string, string>> Points(WireMessage metric, string kind, string attributes) =>
        metric.All(kind).SelectMany(data => data.All("1")).Select(point => Otlp.Attributes(point, attributes));
}

/// <summary>A message of Protocol Buffers, read by the numbers of its fields as they are on the wire.</summary>
internal sealed class WireMessage
{
    private readonly List<(string Field, byte[] Bytes, long Number)> fields = [];

    public WireMessage(byte[] message)
    {
        using var input = new CodedInputStream(message);
        for (uint tag; (tag = input.ReadTag()) != 0;)
        {
            var field = $"{WireFormat.GetTagFieldNumber(tag)}";
            fields.Add(WireFormat.GetTagWireType(tag) switch
            {
                WireFormat.WireType.LengthDelimited => (field, input.ReadBytes().ToByteArray(), 0),
                WireFormat.WireType.Varint => (field, [], input.ReadInt64()),
                WireFormat.WireType.Fixed64 => (field, [], input.ReadSFixed64()),
                WireFormat.WireType.Fixed32 => (field, [], input.ReadSFixed32()),
                var other => throw new InvalidDataException($"{other} is in no message of OTLP."),
            });
        }
    }

    public bool Has(string field) => fields.Any(one => one.Field == field);

    public byte[] Bytes(string field) => fields.LastOrDefault(one => one.Field == field).Bytes ?? [];

    public string Text(string field) => System.Text.Encoding.UTF8.GetString(Bytes(field));

    public long Number(string field) => fields.LastOrDefault(one => one.Field == field).Number;

    public IEnumerable<WireMessage> All(string field) => fields.Where(one => one.Field == field).Select(one => new WireMessage(one.Bytes));
}
