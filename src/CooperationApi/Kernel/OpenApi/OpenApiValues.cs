using System.Reflection;
using System.Xml;
using System.Xml.XPath;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace CooperationApi.Kernel;

/// <summary>Makes the schema of a closed list say what each of its values means, which Swashbuckle leaves out.</summary>
internal sealed class OpenApiValues : ISchemaFilter
{
    private readonly XPathNavigator comments = Read(Path.ChangeExtension(Assembly.GetExecutingAssembly().Location, ".xml"));

    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Enum.Count: > 0 } list || !context.Type.IsEnum)
        {
            return;
        }

        var meanings = JsonNames.OfEnum(context.Type)
            .Select(value => (Name: value.Value, Meaning: MeaningOf(context.Type.GetField(value.Key.ToString()!)!)))
            .Where(value => value.Meaning is not null);
        list.Description = string.Join("\n", [list.Description + "\n", .. meanings.Select(value => $"- `{value.Name}`: {value.Meaning}")]).TrimEnd();
    }

    private static XPathNavigator Read(string file)
    {
        using var reader = XmlReader.Create(file);
        return new XPathDocument(reader).CreateNavigator();
    }

    private string? MeaningOf(FieldInfo value) => comments.SelectSingleNode(
        $"/doc/members/member[@name='{XmlCommentsNodeNameHelper.GetMemberNameForFieldOrProperty(value)}']/summary") is { } summary
            ? XmlCommentsTextHelper.Humanize(summary.InnerXml)
            : null;
}
