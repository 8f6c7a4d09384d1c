using System.Runtime.CompilerServices;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CooperationApi.Kernel;

/// <summary>
/// Tells what goes on by OTLP, to whom the standard variables of OpenTelemetry name. Without them nothing of it is loaded, as nothing is of a signal whose exporter is none.
/// </summary>
internal static class Telemetry
{
    public const string ServiceName = "CooperationApi";

    private const string OfTheDriver = "Npgsql";
    private const string OfTheRuntime = "System.Runtime";

    private static readonly string[] Protocols = ["grpc", "http/protobuf"];

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var (traces, metrics, logs) = (new Signal(builder.Configuration, "TRACES"), new Signal(builder.Configuration, "METRICS"), new Signal(builder.Configuration, "LOGS"));
        if (traces.IsOn || metrics.IsOn || logs.IsOn)
        {
            Export(builder, traces.IsOn, metrics.IsOn, logs.IsOn);
        }
    }

    /// <summary>Complains of settings that are none, for which the library would take a default without a word.</summary>
    public static void Check(IConfiguration configuration)
    {
        foreach (var signal in new[] { "TRACES", "METRICS", "LOGS" })
        {
            new Signal(configuration, signal).Check();
        }
    }

    // Apart, because whoever calls it loads OpenTelemetry.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Export(WebApplicationBuilder builder, bool traces, bool metrics, bool logs)
    {
        // A signal of which nothing is listened to sends nothing, though the exporter is one for all.
        var telemetry = builder.Services.AddOpenTelemetry().UseOtlpExporter()
            .ConfigureResource(resource => resource.AddService(ServiceName, serviceVersion: Build.Version).AddEnvironmentVariableDetector());
        if (traces)
        {
            telemetry.WithTracing(of => of.AddAspNetCoreInstrumentation().AddSource(OfTheDriver));
        }

        if (metrics)
        {
            telemetry.WithMetrics(of => of.AddAspNetCoreInstrumentation().AddMeter(OfTheDriver, OfTheRuntime, Meters.Name));
        }

        if (logs)
        {
            telemetry.WithLogging(configureBuilder: null, record => record.IncludeFormattedMessage = true);
        }
        else
        {
            builder.Logging.AddFilter<OpenTelemetryLoggerProvider>(level => false);
        }
    }

    private sealed class Signal(IConfiguration configuration, string name)
    {
        private readonly string? exporter = configuration[$"OTEL_{name}_EXPORTER"];

        public bool IsOn => !string.Equals(configuration["OTEL_SDK_DISABLED"], "true", StringComparison.OrdinalIgnoreCase)
            && (exporter ?? (Setting("ENDPOINT").Value is null ? "none" : "otlp")) != "none";

        public void Check()
        {
            if (exporter is not (null or "otlp" or "none"))
            {
                throw new StartException($"OTEL_{name}_EXPORTER is '{exporter}', and otlp or none are what there is.");
            }

            if (Setting("ENDPOINT") is { Value: { } endpoint } address
                && !(Uri.TryCreate(endpoint, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
            {
                throw new StartException($"{address.Name} is '{endpoint}', which is no http or https URL.");
            }

            if (Setting("PROTOCOL") is { Value: { } value } protocol && !Protocols.Contains(value))
            {
                throw new StartException($"{protocol.Name} is '{value}', and {string.Join(" or ", Protocols)} are what there is.");
            }
        }

        private (string Name, string? Value) Setting(string what) =>
            configuration[$"OTEL_EXPORTER_OTLP_{name}_{what}"] is { Length: > 0 } own ? ($"OTEL_EXPORTER_OTLP_{name}_{what}", own)
            : ($"OTEL_EXPORTER_OTLP_{what}", configuration[$"OTEL_EXPORTER_OTLP_{what}"] is { Length: > 0 } shared ? shared : null);
    }
}
