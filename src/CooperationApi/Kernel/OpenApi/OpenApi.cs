using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;
using Swashbuckle.AspNetCore.SwaggerUI;

namespace CooperationApi.Kernel;

/// <summary>The OpenAPI document, and Swagger UI over it, in every environment.</summary>
internal static class OpenApi
{
    private const string Name = "v1";
    public const string Path = "/openapi.json";
    private const string PagePath = "/swagger";

    // For the page: Swagger UI takes in a document of 3.1 anew at every click, which are seconds of this one (swagger-api/swagger-ui#10748).
    private const string OlderPath = "/openapi-3.0.json";

    private const string About = """
        U.S. security cooperation as data: exercises, arms sales, agreements, forces stationed, peacekeeping and shared
        objectives, as the fact sheets of the U.S. Department of State state them.

        Every value has its receipt in `citations`; `asOf` asks what was stated on any date; an amount carries the bounds that its
        precision and its qualifier leave. A parameter that an operation does not know is an error, never ignored.

        Reads are open. To write takes a key, as `X-Api-Key`, or a token of the issuer that the service trusts, if it does trust one. A
        credential that does not hold is a 401 wherever it is sent, never ignored.

        With the header `Want-Server-Timing: true` any answer says in `Server-Timing` how many milliseconds it took, and how many of them the database did.
        """;

    public static void AddOpenApi(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.Configure<Microsoft.AspNetCore.Mvc.JsonOptions>(options => JsonNames.Configure(options.JsonSerializerOptions));
        services.AddSwaggerGen(options =>
        {
            options.SwaggerDoc(Name, new OpenApiInfo
            {
                Title = "CooperationApi",
                Version = Build.Version,
                Description = About,
                License = new OpenApiLicense { Name = "MIT", Url = new Uri("https://opensource.org/license/mit") },
            });
            options.AddServer(new OpenApiServer { Url = "/", Description = "This service" });
            options.IncludeXmlComments(Assembly.GetExecutingAssembly());
            options.SupportNonNullableReferenceTypes();
            options.NonNullableReferenceTypesAsRequired();
            options.CustomSchemaIds(SchemaName);
            options.MapType<PartialDate>(() => new OpenApiSchema { Type = JsonSchemaType.String, Pattern = PartialDate.Pattern });
            options.MapType<JsonObject>(() => new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalProperties = new OpenApiSchema() });
            options.MapType<JsonElement>(() => new OpenApiSchema());
            options.MapType<decimal>(() => new OpenApiSchema { Type = JsonSchemaType.Number, Format = "decimal" });
            options.SchemaFilter<OpenApiSchemas>();
            options.SchemaFilter<OpenApiValues>();
            options.OperationFilter<OpenApiOperations>();
            options.OperationFilter<OpenApiAccess>();
            OpenApiAccess.AddSchemes(options);
        });
    }

    public static void MapOpenApi(this IEndpointRouteBuilder routes)
    {
        MapDocument(routes, Path, OpenApiSpecVersion.OpenApi3_1);
        MapDocument(routes, OlderPath, OpenApiSpecVersion.OpenApi3_0);
        routes.MapGet("/", () => Results.Redirect(PagePath)).WithMetadata(new NeedsNoDatabaseAttribute()).ExcludeFromDescription();
    }

    public static void UseSwaggerPage(this WebApplication app)
    {
        app.Use((http, next) =>
        {
            if (http.Request.Path.StartsWithSegments(PagePath))
            {
                Precautions.OfPage(http.Response);
            }

            return next(http);
        });
        app.UseSwaggerUI(Describe);
    }

    // It fetches nothing from elsewhere, and forgets the key with the page.
    private static void Describe(SwaggerUIOptions options)
    {
        options.SwaggerEndpoint(".." + OlderPath, "CooperationApi");
        options.DocumentTitle = "CooperationApi";
        options.EnableDeepLinking();
        options.DisplayRequestDuration();
        options.EnableTryItOutByDefault();
        options.EnableFilter();
        options.ShowCommonExtensions();
        options.DefaultModelsExpandDepth(0);
        options.DocExpansion(DocExpansion.List);
        options.EnableValidator(null);
    }

    private static void MapDocument(IEndpointRouteBuilder routes, string path, OpenApiSpecVersion version)
    {
        Task<byte[]>? written = null;
        routes.MapGet(path, async () =>
        {
            written = written is null or { IsFaulted: true } ? Write(routes.ServiceProvider, version) : written;
            return Results.Bytes(await written, "application/json");
        }).WithMetadata(new NeedsNoDatabaseAttribute()).ExcludeFromDescription();
    }

    private static async Task<byte[]> Write(IServiceProvider services, OpenApiSpecVersion version)
    {
        await using var scope = services.CreateAsyncScope();
        var document = await scope.ServiceProvider.GetRequiredService<IAsyncSwaggerProvider>().GetSwaggerAsync(Name);
        document.Tags = services.GetRequiredService<EndpointDataSource>().Endpoints
            .Select(endpoint => endpoint.Metadata.GetMetadata<ResourceTag>())
            .OfType<ResourceTag>()
            .Distinct()
            .OrderBy(tag => tag.Name, StringComparer.Ordinal)
            .Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description })
            .ToHashSet();

        using var stream = new MemoryStream();
        await document.SerializeAsJsonAsync(stream, version);
        return stream.ToArray();
    }

    private static string SchemaName(Type type) => type.IsGenericType
        ? SchemaName(type.GetGenericArguments()[0]) + type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]
        : type.Name;
}
