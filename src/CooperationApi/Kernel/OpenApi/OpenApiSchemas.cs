using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace CooperationApi.Kernel;

/// <summary>Makes schemas say what the serializer writes.</summary>
internal sealed class OpenApiSchemas(IEnumerable<Section> sections) : ISchemaFilter
{
    private static readonly NullabilityInfoContext Nullability = new();

    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties.Count: > 0 } written)
        {
            return;
        }

        foreach (var property in context.Type.GetProperties())
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            if (!written.Properties.TryGetValue(name, out var member) || !IsNullable(property))
            {
                continue;
            }

            if (property.GetCustomAttribute<JsonIgnoreAttribute>()?.Condition == JsonIgnoreCondition.WhenWritingNull)
            {
                // It is left out instead.
                (member as OpenApiSchema)?.Type &= ~JsonSchemaType.Null;
            }
            else if (member is OpenApiSchemaReference)
            {
                // A plain reference would forbid the null that is really written.
                written.Properties[name] = new OpenApiSchema
                {
                    Description = member.Description,
                    OneOf = [member, new OpenApiSchema { Type = JsonSchemaType.Null }],
                };
            }
        }

        if (context.Type.GetProperties().Any(property => property.PropertyType == typeof(IDictionary<string, object>)))
        {
            AddSections(written, context);
        }
    }

    private void AddSections(OpenApiSchema schema, SchemaFilterContext context)
    {
        schema.AdditionalPropertiesAllowed = false;
        schema.AdditionalProperties = null;

        // What a document is about is no list in it.
        foreach (var section in sections.Where(section => context.Type.GetProperties().All(member => member.PropertyType != section.Item)))
        {
            schema.Properties![section.Name] = context.SchemaGenerator.GenerateSchema(
                typeof(IReadOnlyList<>).MakeGenericType(section.Item), context.SchemaRepository);
            (schema.Required ??= new HashSet<string>()).Add(section.Name);
        }
    }

    private static bool IsNullable(PropertyInfo property)
    {
        lock (Nullability)
        {
            return Nullability.Create(property).ReadState == NullabilityState.Nullable;
        }
    }
}
