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

    private async Task<List<JsonNode>> Operations() =>
        [.. (await api.Read("/openapi.json"))["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(verb => verb.Value!)];
}
