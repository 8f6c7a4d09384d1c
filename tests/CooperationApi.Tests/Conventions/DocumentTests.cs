using System.Text.Json.Nodes;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Conventions;

/// <summary>The document is such that generated clients are good to use; <c>tests/clients</c> uses two of them.</summary>
public sealed class DocumentTests(SeededApi api) : IClassFixture<SeededApi>
{
    [Fact]
    public async Task Every_closed_list_that_a_parameter_takes_has_a_name()
    {
        var lists = (await Operations())
            .SelectMany(operation => operation["parameters"]?.AsArray() ?? [])
            .Select(parameter => parameter!["schema"]!["items"] ?? parameter["schema"]!)
            .ToList();
        Assert.NotEmpty(lists);
        Assert.All(lists, list => Assert.Null(list["enum"]));
    }

    [Fact]
    public async Task Every_answer_in_several_forms_gives_JSON_first_because_generators_take_the_first()
    {
        var answers = (await Operations())
            .Where(operation => operation["responses"]!["200"] is not null)
            .Select(operation => operation["responses"]!["200"]!["content"]!.AsObject().Select(form => form.Key).ToList())
            .Where(forms => forms.Contains("application/json"))
            .ToList();
        Assert.NotEmpty(answers);
        Assert.All(answers, forms => Assert.Equal("application/json", forms[0]));
    }

    [Fact]
    public async Task The_older_form_of_the_document_that_the_page_takes_has_the_same_operations_parameters_and_schemas()
    {
        var (newer, older) = (await api.Read("/openapi.json"), await api.Read("/openapi-3.0.json"));
        Assert.StartsWith("3.1", (string)newer["openapi"]!, StringComparison.Ordinal);
        Assert.StartsWith("3.0", (string)older["openapi"]!, StringComparison.Ordinal);
        Assert.Equal(Names(newer), Names(older));
    }

    private static List<string> Names(JsonNode document) =>
    [
        .. document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().SelectMany(verb =>
            (verb.Value!["parameters"]?.AsArray() ?? []).Select(parameter => $"{verb.Key} {path.Key} {verb.Value!["operationId"]} {parameter!["in"]} {parameter["name"]}")
                .Append($"{verb.Key} {path.Key} {verb.Value!["operationId"]} {string.Join(' ', verb.Value!["responses"]!.AsObject().Select(answer => answer.Key))}"))),
        .. document["components"]!["schemas"]!.AsObject().SelectMany(schema =>
            (schema.Value!["properties"]?.AsObject() ?? []).Select(member => $"{schema.Key}.{member.Key}").Append(schema.Key)),
    ];

    private async Task<List<JsonNode>> Operations() =>
        [.. (await api.Read("/openapi.json"))["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(verb => verb.Value!)];
}
