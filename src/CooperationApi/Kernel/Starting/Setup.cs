using System.IO.Compression;
using System.Text;
using FluentValidation;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Logging.Console;

namespace CooperationApi.Kernel;

/// <summary>What all slices stand on: the database, JSON, problems, the OpenAPI document.</summary>
internal static class Setup
{
    private const string DefaultUrl = "http://localhost:8080";

    // The lowest of all sources, so that any other changes them.
    private static readonly Dictionary<string, string?> Defaults = new()
    {
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
        ["Logging:LogLevel:Npgsql"] = "Warning",
        ["Logging:LogLevel:" + typeof(Credentials).FullName] = "Warning",
    };

    // What a machine reads has a time and, in its scopes, the ids of its trace.
    private static readonly Dictionary<string, string?> OfJsonLogs = new()
    {
        ["Logging:Console:FormatterOptions:IncludeScopes"] = "true",
        ["Logging:Console:FormatterOptions:TimestampFormat"] = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'",
        ["Logging:Console:FormatterOptions:UseUtcTimestamp"] = "true",
    };

    public static void AddKernel(this WebApplicationBuilder builder)
    {
        if (builder.Configuration["urls"] is null && builder.Configuration["http_ports"] is null)
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;

            // Who sends a body more slowly than 240 bytes a second is dropped after 5 s, which is Kestrel's own bound. A reader may be a buffer of 64 KB
            // behind, so that for them it would be minutes.
            server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            server.Limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 4000, gracePeriod: TimeSpan.FromSeconds(5));

            // A header may hold any bytes (RFC 9110, 5.5). Read as UTF-8, those that are none would be refused with nothing said.
            server.RequestHeaderEncodingSelector = _ => Encoding.Latin1;
        });
        // At Debug, Kestrel quotes a header that it cannot read, with the key that may be in it.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel.BadRequests", LogLevel.Information);
        builder.AddAccess();
        builder.AddTelemetry();
        var isJson = string.Equals(builder.Configuration["Logging:Console:FormatterName"], ConsoleFormatterNames.Json, StringComparison.OrdinalIgnoreCase);
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = isJson ? Defaults.Concat(OfJsonLogs) : Defaults });
        var services = builder.Services;

        // A slim host has set its own.
        services.Configure<ConsoleLoggerOptions>(builder.Configuration.GetSection("Logging:Console"));
        services.AddSingleton<Migrations>().AddSingleton<Database>().AddSingleton<Shutdown>();
        services.AddSingleton(provider => provider.GetRequiredService<Database>().Source);
        services.AddSingleton<PartnerSpellings>().AddSingleton<Missing>().AddSingleton<Citations>().AddSingleton<ExportPlaces>().AddSingleton<Writer>();
        services.AddSingleton<ImportPlaces>().AddSingleton<Importer>();
        services.AddSingleton<WritePlaces>().AddSingleton<KeptAnswers>().AddSingleton<RateLimits>().AddSingleton<Meters>();
        services.AddSingleton<Silence>().AddSingleton<ChangeSignal>().AddHostedService(provider => provider.GetRequiredService<ChangeSignal>());
        services.AddSingleton(TimeProvider.System);
        services.ConfigureHttpJsonOptions(options => JsonNames.Configure(options.SerializerOptions));
        services.AddExceptionHandler<ProblemResponse>();
        services.AddResponseCompression();
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        services.AddValidatorsFromAssemblyContaining<Migrations>(ServiceLifetime.Singleton, includeInternalTypes: true);
        services.AddOpenApi();
        Columns.MapShared();
        BodyRules.NameMembers();
    }

    /// <summary>Everything between the socket and the slices; answers the group that slices map their routes in.</summary>
    public static RouteGroupBuilder MapKernel(this WebApplication app)
    {
        if (app.Configuration.Is(RequestLog.Setting))
        {
            app.UseMiddleware<RequestLog>();
        }

        if (app.Configuration[Shutdown.DelayName] is not null)
        {
            app.Use(app.Services.GetRequiredService<Shutdown>().CloseConnection);
        }

        app.UseProxies();
        app.UseMiddleware<AnsweredInSilence>();
        app.UseMiddleware<RepeatedQuestions>();
        app.UseMiddleware<Limited>();
        app.UseSwaggerPage();
        app.UseMiddleware<Representation>();
        app.UseExceptionHandler(_ => { });
        app.UseStatusCodePages(ProblemResponse.WriteStatus);
        app.UseMiddleware<ServerTiming>();
        app.UseRouting();
        app.UseMiddleware<AnswerCache>();
        app.UseMiddleware<RefusedInSilence>();
        app.UseMiddleware<Turns>();
        app.UseMiddleware<ReadAgain>();
        app.UseAuthentication();
        app.UseAuthorization();
        var api = app.MapApi();
        api.MapOpenApi();
        api.MapHealth();
        return api;
    }
}
