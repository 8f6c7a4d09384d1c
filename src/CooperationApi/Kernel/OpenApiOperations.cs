using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace CooperationApi.Kernel;

/// <summary>Describes each operation from what it really reads and answers: parameters, problems, examples.</summary>
internal sealed class OpenApiOperations : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        var path = context.ApiDescription.RelativePath ?? "";
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            DescribeInPath(parameter, context);
        }

        foreach (var parameter in metadata.OfType<QueryParameters>().SelectMany(parameters => parameters.All))
        {
            (operation.Parameters ??= []).Add(InQuery(parameter));
        }

        var answer = metadata.OfType<IProducesResponseTypeMetadata>()
            .Single(produced => produced.StatusCode == StatusCodes.Status200OK).Type!;
        DescribeAnswer(operation, answer);
        AddProblem(operation, context, Examples.BadQuery);
        if (path.Contains('{', StringComparison.Ordinal))
        {
            AddProblem(operation, context, Examples.NotFound);
        }

        if (path != "livez")
        {
            AddProblem(operation, context, Examples.Unavailable);
        }
    }

    private static void DescribeInPath(OpenApiParameter parameter, OperationFilterContext context)
    {
        var described = context.MethodInfo.GetParameters().Single(member => member.Name == parameter.Name)
            .GetCustomAttribute<ParameterAttribute>()!;
        parameter.Description = described.Description;
        parameter.Example = described.Example;
    }

    private static OpenApiParameter InQuery(QueryParameter parameter)
    {
        var one = parameter.Form.Schema();
        if (parameter.Range is { } range)
        {
            one.Minimum = Convert.ToString(range.Minimum, CultureInfo.InvariantCulture);
            one.Maximum = Convert.ToString(range.Maximum, CultureInfo.InvariantCulture);
        }

        if (parameter.Default is not null)
        {
            one.Default = JsonSerializer.SerializeToNode(parameter.Default, JsonNames.Options);
        }

        var described = new OpenApiParameter
        {
            Name = parameter.Name,
            In = ParameterLocation.Query,
            Description = parameter.Description,
            Required = parameter.IsRequired,
            Example = parameter.Example,
            Schema = parameter.IsList ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = one, MinItems = 1, UniqueItems = parameter.Commas } : one,
        };
        if (parameter.IsList)
        {
            described.Style = ParameterStyle.Form;
            described.Explode = !parameter.Commas;
        }

        return described;
    }

    private static void DescribeAnswer(OpenApiOperation operation, Type answer)
    {
        var page = answer.IsGenericType ? answer : answer.BaseType!;
        var isPage = page.IsGenericType && page.GetGenericTypeDefinition() == typeof(Page<>);
        var response = (OpenApiResponse)operation.Responses!["200"];
        response.Description = isPage ? "A page of the list." : "What was asked for.";
        var body = (OpenApiMediaType)response.Content!["application/json"];
        if (isPage)
        {
            operation.Description ??= "Follow `next` until it is null: whatever is added or withdrawn meanwhile, nothing else is skipped "
                + "or repeated, unless the very value that the list is sorted by is corrected. An empty list says why it is empty.";
            response.Headers = new Dictionary<string, IOpenApiHeader>
            {
                ["Link"] = new OpenApiHeader
                {
                    Description = "The next page, as in `next`; absent on the last one.",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                },
            };
            body.Example = answer != page
                ? Examples.Of(answer)
                : new JsonObject { ["items"] = new JsonArray(Examples.Of(answer.GetGenericArguments()[0])), ["next"] = null };
        }
        else
        {
            var isDated = operation.Parameters?.Any(parameter => parameter.Name == "asOf") ?? false;
            operation.Description ??= isDated
                ? "An id that is not known, or of which no edition stood at the date asked for, is a 404."
                : "What is not known is a 404.";
            body.Example = Examples.Of(answer);
        }
    }

    private static void AddProblem(OpenApiOperation operation, OperationFilterContext context, Problem example)
    {
        var response = new OpenApiResponse
        {
            Description = example.Title + ".",
            Content = new Dictionary<string, IOpenApiMediaType>
            {
                [Problem.MediaType] = new OpenApiMediaType
                {
                    Schema = context.SchemaGenerator.GenerateSchema(typeof(Problem), context.SchemaRepository),
                    Example = JsonSerializer.SerializeToNode(example, JsonNames.Options),
                },
            },
        };
        if (example.Status == StatusCodes.Status503ServiceUnavailable)
        {
            response.Headers = new Dictionary<string, IOpenApiHeader>
            {
                ["Retry-After"] = new OpenApiHeader
                {
                    Description = "After how many seconds to try again.",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.Integer },
                },
            };
        }

        operation.Responses![example.Status.ToString(CultureInfo.InvariantCulture)] = response;
    }
}
