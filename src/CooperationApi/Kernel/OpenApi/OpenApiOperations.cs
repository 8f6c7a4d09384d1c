using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace CooperationApi.Kernel;

/// <summary>Describes each operation from what it really reads and answers: parameters, problems, examples.</summary>
internal sealed class OpenApiOperations(IServiceProvider services) : IOperationFilter
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
            (operation.Parameters ??= []).Add(InQuery(parameter, context));
        }

        if (metadata.OfType<WriteHeaders>().Any() && !metadata.OfType<ImportForm>().Any())
        {
            OpenApiWrites.Describe(operation, context);
        }
        else if (metadata.OfType<ImportForm>().Any())
        {
            OpenApiImports.Describe(operation, context, services);
        }
        else
        {
            OpenApiAnswers.Describe(operation, metadata.OfType<IProducesResponseTypeMetadata>()
                .Single(produced => produced.StatusCode == StatusCodes.Status200OK).Type!);
        }

        AddProblem(operation, context, Examples.BadQuery);
        if (operation.Responses!.TryGetValue("200", out var answer) && answer.Content is { Count: > 0 } forms)
        {
            AddProblem(operation, context, Problem.NotAcceptable([.. forms.Keys]));
        }

        if (path.Contains('{', StringComparison.Ordinal))
        {
            AddProblem(operation, context, Examples.NotFound);
            AddProblem(operation, context, Examples.Gone);
        }

        foreach (var form in metadata.OfType<RequestForm>())
        {
            operation.RequestBody = new OpenApiBodies(context, services).Of(form);
            AddProblem(operation, context, Examples.BadBody);
            AddProblem(operation, context, Problem.TooLarge(RequestBody.MostBytes));
            AddProblem(operation, context, RequestBody.NotRead(context.ApiDescription.HttpMethod!, form.MediaTypes));
        }

        foreach (var example in metadata.OfType<ProblemExample>())
        {
            AddProblem(operation, context, example.Problem);
        }

        AddProblem(operation, context, Examples.TooMany);
        AddProblem(operation, context, Examples.Unavailable);
    }

    private static void DescribeInPath(OpenApiParameter parameter, OperationFilterContext context)
    {
        var described = context.MethodInfo.GetParameters()
            .Single(member => (member.GetCustomAttribute<FromHeaderAttribute>()?.Name ?? member.Name) == parameter.Name)
            .GetCustomAttribute<ParameterAttribute>()!;
        parameter.Description = described.Description;
        parameter.Example = described.Example;
    }

    private static OpenApiParameter InQuery(QueryParameter parameter, OperationFilterContext context)
    {
        var one = OneValue(parameter, context);
        var described = new OpenApiParameter
        {
            Name = parameter.Name,
            In = ParameterLocation.Query,
            Description = parameter.Description,
            Required = parameter.IsRequired,
            Example = parameter is { IsList: true, Example: { } several } ? new JsonArray([.. several.Split(',')]) : parameter.Example,
            Schema = parameter.IsList ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = one, MinItems = 1, UniqueItems = parameter.Commas } : one,
        };
        if (parameter.IsList)
        {
            described.Style = ParameterStyle.Form;
            described.Explode = !parameter.Commas;
        }

        return described;
    }

    private static IOpenApiSchema OneValue(QueryParameter parameter, OperationFilterContext context)
    {
        var form = parameter.Form;
        var own = form.Schema();
        if (parameter.Range is { } range)
        {
            own.Minimum = Convert.ToString(range.Minimum, CultureInfo.InvariantCulture);
            own.Maximum = Convert.ToString(range.Maximum, CultureInfo.InvariantCulture);
        }

        if (parameter.Default is not null)
        {
            own.Default = JsonSerializer.SerializeToNode(parameter.Default, JsonNames.Options);
        }

        return form.Name is null ? own : Named(form.Name, own, form.Type, context);
    }

    // Of a list that has no name, each operation would get its own, and client generators would call them Anonymous1 to Anonymous48.
    private static IOpenApiSchema Named(string name, OpenApiSchema own, Type type, OperationFilterContext context) =>
        type.IsEnum ? context.SchemaGenerator.GenerateSchema(type, context.SchemaRepository)
        : context.SchemaRepository.Schemas.ContainsKey(name) ? new OpenApiSchemaReference(name)
        : context.SchemaRepository.AddDefinition(name, own);

    internal static OpenApiResponse AddProblem(OpenApiOperation operation, OperationFilterContext context, Problem example)
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
        if (example.Status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
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
        else if (example.Header is { } header)
        {
            response.Headers = new Dictionary<string, IOpenApiHeader>
            {
                [header.Key] = new OpenApiHeader
                {
                    Description = "What is read instead.",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                },
            };
        }

        operation.Responses![example.Status.ToString(CultureInfo.InvariantCulture)] = response;
        return response;
    }
}
