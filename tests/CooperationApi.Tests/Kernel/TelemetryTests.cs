using System.Text;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Kernel;

/// <summary>The service as a process, and a receiver of OTLP that hears what it does.</summary>
public sealed class TelemetryTests(Api api, ITestOutputHelper output) : IClassFixture<Api>
{
    private const string Record = "/sales/fms/jpn-fms-active-cases";
    private const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    private const string Caller = "00f067aa0ba902b7";

    private static readonly string[] Signals = ["traces", "metrics", "logs"];

    [Fact]
    public async Task A_request_is_one_trace_with_its_statements_and_its_log_and_what_operators_watch_is_there()
    {
        await using var receiver = await OtlpReceiver.Start();
        var key = await Drafts.AddKey(api.ConnectionString, "watched");
        await using (var service = await Start(receiver, ("OTEL_SERVICE_NAME", "watched-service"), ("RequestLog", "true")))
        {
            await Send(service, HttpMethod.Get, Record, ("traceparent", $"00-{Trace}-{Caller}-01"));
            await service.Get(Record);
            await service.Get(Record);
            await service.Get("/agreements?limit=1&q=never-told");
            await service.Get("/agreements/export");
            await Send(service, HttpMethod.Get, "/agreements/nothing");
            using var file = new StringContent(ImportFiles.Accord("watched-accord"), Encoding.UTF8, ImportFiles.Ndjson);
            Assert.Equal(200, await Send(service, HttpMethod.Post, "/agreements/import", file, ("X-Api-Key", key)));
            Assert.Equal(0, await service.Signal("TERM"));
        }

        var spans = receiver.Spans;
        var request = Assert.Single(spans, span => span.Trace == Trace && span.Parent == Caller);
        Assert.Equal("GET /sales/fms/{id}", request.Name);
        Assert.Equal("200", request.Attributes["http.response.status_code"]);
        var statements = spans.Where(span => span.Trace == Trace && span != request).ToList();
        Assert.Contains(statements, span => span.Attributes.GetValueOrDefault("db.query.text", "").Contains("fms_sales", StringComparison.Ordinal));
        Assert.All(statements, span => Assert.Equal(request.Id, span.Parent));
        Assert.DoesNotContain(spans, span => span.Attributes.GetValueOrDefault("db.query.text", "").Contains("number_writes", StringComparison.Ordinal));
        Assert.Contains(Record, Assert.Single(receiver.Logs, log => log.Trace == Trace).Body, StringComparison.Ordinal);
        Assert.Equal(Signals.Order(), receiver.Resources.Select(sent => sent.Signal).Distinct().Order());
        Assert.All(receiver.Resources, sent => Assert.Equal("watched-service", sent.Resource["service.name"]));

        Assert.True(Most(receiver, "cooperation.cache.answers", "repeated") >= 1);
        Assert.True(Most(receiver, "cooperation.cache.answers", "missed") >= 3);
        Assert.Equal(1, Most(receiver, "cooperation.import.rows.written"));
        Assert.Equal(1, Most(receiver, "cooperation.import.rows.read"));
        Assert.Equal(0, Most(receiver, "cooperation.places.refused", "export"));

        var told = string.Concat(receiver.Sent.Select(Encoding.Latin1.GetString));
        Assert.DoesNotContain(key, told, StringComparison.Ordinal);
        Assert.DoesNotContain("never-told", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Username=", told, StringComparison.Ordinal);
        HoldsTheFiles(receiver.Metrics);
    }

    [Fact]
    public async Task A_signal_whose_exporter_is_none_is_not_told()
    {
        await using var receiver = await OtlpReceiver.Start();
        await using (var service = await Start(receiver, ("OTEL_TRACES_EXPORTER", "none"), ("OTEL_LOGS_EXPORTER", "none")))
        {
            await service.Get(Record);
            await service.Signal("TERM");
        }

        Assert.Equal(["metrics"], receiver.Resources.Select(sent => sent.Signal).Distinct());
        Assert.All(receiver.Resources, sent => Assert.Equal("CooperationApi", sent.Resource["service.name"]));
    }

    [Fact]
    public async Task A_signal_with_an_endpoint_of_its_own_is_told_alone()
    {
        await using var receiver = await OtlpReceiver.Start();
        await using (var service = await Start(("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", $"{receiver.Url}/v1/traces"), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")))
        {
            await service.Get(Record);
            await service.Signal("TERM");
        }

        Assert.Equal(["traces"], receiver.Resources.Select(sent => sent.Signal).Distinct());
    }

    [Fact]
    public async Task Nothing_of_it_is_loaded_unless_it_is_asked_for()
    {
        await using var receiver = await OtlpReceiver.Start();
        await using var silent = await Start();
        await using var disabled = await Start(receiver, ("OTEL_SDK_DISABLED", "true"));
        await using var telling = await Start(receiver);
        ServiceProcess[] all = [silent, disabled, telling];
        Assert.All(all, service => Assert.Contains("CooperationApi.dll", Loaded(service), StringComparison.Ordinal));
        Assert.DoesNotContain("OpenTelemetry", Loaded(silent), StringComparison.Ordinal);
        Assert.DoesNotContain("OpenTelemetry", Loaded(disabled), StringComparison.Ordinal);
        Assert.Contains("OpenTelemetry", Loaded(telling), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OTEL_TRACES_EXPORTER", "zipkin")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317")]
    [InlineData("OTEL_EXPORTER_OTLP_METRICS_PROTOCOL", "http/json")]
    public async Task A_setting_that_is_none_is_refused(string name, string value)
    {
        await using var service = ServiceProcess.Launch("", [], ("ConnectionStrings__Cooperation", api.ConnectionString), (name, value));
        Assert.Equal(1, await service.Exit());
        Assert.StartsWith($"{name} is '{value}'", service.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", service.Output, StringComparison.Ordinal);
    }

    // Each name and each label of the dashboard and of the alert rules is one that was really told.
    private void HoldsTheFiles(IReadOnlyList<OtlpMetric> metrics)
    {
        var known = metrics.SelectMany(metric => metric.PrometheusNames.Select(name => (name, metric)))
            .GroupBy(one => one.name).ToDictionary(same => same.Key, same => same.SelectMany(one => one.metric.Labels).Select(OtlpMetric.PrometheusName).ToHashSet());
        output.WriteLine(string.Join('\n', known.Select(one => $"{one.Key} {{{string.Join(", ", one.Value)}}}").Order()));
        Assert.InRange(WatchingFiles.Expressions.Count, 25, 50);
        foreach (var (where, expression) in WatchingFiles.Expressions)
        {
            var named = WatchingFiles.Metrics(expression);
            Assert.NotEmpty(named);
            Assert.All(named, name => Assert.True(known.ContainsKey(name), $"{where} names {name}, which is never told"));
            var labels = named.SelectMany(name => known[name]).ToHashSet();
            Assert.All(WatchingFiles.Labels(expression), label => Assert.True(labels.Contains(label), $"{where} names the label {label}, which {string.Join(", ", named)} has not"));
        }
    }

    private static long Most(OtlpReceiver receiver, string name, string? attribute = null) => receiver.Metrics
        .Where(metric => metric.Name == name).SelectMany(metric => metric.Numbers)
        .Where(point => attribute is null || point.Attributes.Values.Contains(attribute)).Max(point => point.Value);

    private static string Loaded(ServiceProcess service) => File.ReadAllText($"/proc/{service.Id}/maps");

    private Task<ServiceProcess> Start(OtlpReceiver receiver, params (string Name, string Value)[] settings) => Start(
        [("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.Url), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_METRIC_EXPORT_INTERVAL", "500"), .. settings]);

    private async Task<ServiceProcess> Start(params (string Name, string Value)[] settings)
    {
        var service = ServiceProcess.Launch("", [], [("ConnectionStrings__Cooperation", api.ConnectionString), .. settings]);
        await service.Ready();
        return service;
    }

    private static Task<int> Send(ServiceProcess service, HttpMethod method, string path, params (string Name, string Value)[] headers) =>
        Send(service, method, path, content: null, headers);

    private static async Task<int> Send(ServiceProcess service, HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        using var response = await service.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)response.StatusCode;
    }
}
