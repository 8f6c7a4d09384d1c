using System.Text.Json.Serialization.Metadata;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace CooperationApi.Kernel;

/// <summary>
/// Describes the body that an operation reads, by what <see cref="InputJson"/> takes and its validators demand. A type that is also
/// answered (<c>Citation</c>) has a schema of its own as a part of a body (<c>CitationInput</c>), in which what may be null may be left out.
/// </summary>
internal sealed class OpenApiBodies(OperationFilterContext context, IServiceProvider services)
{
    private const string Input = "Input";

    private readonly HashSet<string> made = [];

    public OpenApiRequestBody Of(RequestForm form)
    {
        context.SchemaGenerator.GenerateSchema(form.Type, context.SchemaRepository);
        var schema = InputOf(form.Type);
        if (form.IsPatch)
        {
            schema = PatchOf(form.Type);
        }

        var example = form.IsPatch ? Examples.PatchOf(form.Type) : Examples.Of(form.Type);
        return new OpenApiRequestBody
        {
            Required = true,
            Content = form.MediaTypes.ToDictionary(
                type => type, IOpenApiMediaType (_) => new OpenApiMediaType { Schema = schema, Example = example.DeepClone() }),
        };
    }

    /// <summary>A whole fact sheet: the sheet, and a list for each resource.</summary>
    public IOpenApiSchema OfDocument(Type document, Type sheet) => Made(document.Name, () =>
    {
        context.SchemaGenerator.GenerateSchema(sheet, context.SchemaRepository);
        var members = new Dictionary<string, IOpenApiSchema> { ["factSheet"] = InputOf(sheet) };
        foreach (var stated in services.GetServices<Section>().Select(section => section.Stated).OfType<Statements>())
        {
            context.SchemaGenerator.GenerateSchema(stated.Input, context.SchemaRepository);
            members[stated.Name] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = StatedOf(stated.Input), MaxItems = Statements.Most };
        }

        return new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "A fact sheet with all that it states. Sections may be left out.",
            Properties = members,
            Required = new HashSet<string> { "factSheet" },
            AdditionalPropertiesAllowed = false,
        };
    });

    // What a sheet states is stated from the day of the sheet, without saying so.
    private OpenApiSchemaReference StatedOf(Type input) => Made(InputName(input)[..^Input.Length] + "Statement", () =>
    {
        InputOf(input);
        var schema = Copy(context.SchemaRepository.Schemas[InputName(input)]);
        schema.Required = schema.Required!.Where(name => name != "statedFrom").ToHashSet();
        return schema;
    });

    private OpenApiSchemaReference InputOf(Type type) => Made(InputName(type), () =>
    {
        var schema = Copy(context.SchemaRepository.Schemas[type.Name]);
        var bounds = new InputBounds(type, services);
        schema.Required = new HashSet<string>();
        foreach (var member in InputJson.Strict.GetTypeInfo(type).Properties)
        {
            var described = Nested(schema.Properties![member.Name], member.PropertyType, InputOf);
            bounds.Describe(member.Name, described as OpenApiSchema);
            schema.Properties[member.Name] = described;
            if (member.IsRequired)
            {
                schema.Required.Add(member.Name);
            }
        }

        return schema;
    });

    private OpenApiSchemaReference PatchOf(Type type) => Made(InputName(type)[..^Input.Length] + "Patch", () =>
    {
        var schema = Copy(context.SchemaRepository.Schemas[InputName(type)]);
        schema.Description = $"What is to be changed (RFC 7396): members that are not given stay, null takes one away. {schema.Description}";
        schema.Required = null;
        foreach (var member in InputJson.Strict.GetTypeInfo(type).Properties)
        {
            var described = IsObject(member.PropertyType)
                ? Nested(schema.Properties![member.Name], member.PropertyType, PatchOf)
                : schema.Properties![member.Name];
            schema.Properties[member.Name] = member.IsRequired ? described : OrNull(described);
        }

        return schema;
    });

    // What another operation made of it already is made again, to the same end.
    private OpenApiSchemaReference Made(string name, Func<OpenApiSchema> make)
    {
        if (made.Add(name))
        {
            context.SchemaRepository.Schemas[name] = make();
        }

        return new OpenApiSchemaReference(name);
    }

    // A member with references to an object replaced: an object, one that may be null, or a list of them.
    private static IOpenApiSchema Nested(IOpenApiSchema member, Type type, Func<Type, OpenApiSchemaReference> of)
    {
        var part = InputJson.ItemOf(type) ?? Nullable.GetUnderlyingType(type) ?? type;
        if (member is OpenApiSchemaReference)
        {
            return IsObject(part) ? of(part) : member;
        }

        var copy = Copy(member);
        copy.Items = copy.Items is null ? null : Nested(copy.Items, part, of);
        copy.OneOf = copy.OneOf?.Select(one => Nested(one, part, of)).ToList();
        return copy;
    }

    private static IOpenApiSchema OrNull(IOpenApiSchema member)
    {
        if (member is OpenApiSchema { OneOf: null or { Count: 0 } } plain)
        {
            plain = Copy(plain);
            plain.Type |= JsonSchemaType.Null;
            return plain;
        }

        return member is OpenApiSchema ? member
            : new OpenApiSchema { Description = member.Description, OneOf = [member, new OpenApiSchema { Type = JsonSchemaType.Null }] };
    }

    private static string InputName(Type type) =>
        type.Name.EndsWith(Input, StringComparison.Ordinal) ? type.Name : type.Name + Input;

    private static bool IsObject(Type type) => InputJson.Strict.GetTypeInfo(type).Kind == JsonTypeInfoKind.Object;

    private static OpenApiSchema Copy(IOpenApiSchema schema)
    {
        var copy = (OpenApiSchema)schema.CreateShallowCopy();
        copy.Properties = copy.Properties?.ToDictionary();
        return copy;
    }
}
