using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace CooperationApi.Kernel;

/// <summary>Describes who may call an operation, and what those are told who may not.</summary>
internal sealed class OpenApiAccess : IOperationFilter
{
    private const string ApiKey = "apiKey";
    private const string Bearer = "bearer";

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var needed = Needs.Of(context.ApiDescription.ActionDescriptor.EndpointMetadata);
        var unauthenticated = OpenApiOperations.AddProblem(operation, context, Examples.Unauthenticated);
        unauthenticated.Description = needed is null
            ? "A key or a token is sent, though none is needed here, and it does not hold." : "No key or token is sent, or it does not hold.";
        AddChallenge(unauthenticated);
        operation.Security = [];
        if (needed is { } role)
        {
            var forbidden = OpenApiOperations.AddProblem(operation, context, Examples.Forbidden(role));
            forbidden.Description = $"The key or the token holds, but has not the role {JsonNames.Of(role)}.";
            AddChallenge(forbidden);
            operation.Security.Add(Requirement(ApiKey, context.Document));
            operation.Security.Add(Requirement(Bearer, context.Document));
        }
    }

    public static void AddSchemes(SwaggerGenOptions options)
    {
        options.AddSecurityDefinition(ApiKey, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Header,
            Name = Credentials.KeyHeader,
            Description = "A key, as whoever runs the service makes it with `keys create`. It begins with `coop_`.",
        });
        options.AddSecurityDefinition(Bearer, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description = "A token of the issuer that the service is configured to trust. Where it is told of none, only keys are taken.",
        });
    }

    private static OpenApiSecurityRequirement Requirement(string scheme, OpenApiDocument document) =>
        new() { [new OpenApiSecuritySchemeReference(scheme, document)] = [] };

    private static void AddChallenge(OpenApiResponse response) => response.Headers = new Dictionary<string, IOpenApiHeader>
    {
        ["WWW-Authenticate"] = new OpenApiHeader
        {
            Description = "What would be taken: `ApiKey`, which is `X-Api-Key`, or `Bearer`; `error` says what is wrong with what was sent.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        },
    };
}
