using System.Text.Json;
using System.Text.Json.Nodes;
using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;
using FluentValidation;

namespace CooperationApi.Tests.Conventions;

/// <summary>What holds for all that is written: found by enumerating what the endpoints read.</summary>
public sealed class InputTests(SeededApi api) : IClassFixture<SeededApi>
{
    private IReadOnlyList<Type> Inputs =>
        [.. api.Endpoints.SelectMany(endpoint => endpoint.Metadata.OfType<RequestForm>()).Select(form => form.Type).Distinct()];

    [Fact]
    public void Every_input_has_a_validator()
    {
        Assert.Equal(10, Inputs.Count);
        Assert.All(Inputs, input => Assert.NotNull(ValidatorOf(input)));
    }

    [Fact]
    public void Every_input_has_the_members_of_its_contract_in_their_order() => Assert.All(Inputs, input =>
    {
        var contract = input.Assembly.GetType(input.FullName![..^"Input".Length])!;
        Assert.Equal(JsonNames.Members(contract).Select(member => member.Name), InputJson.Strict.GetTypeInfo(input).Properties.Select(member => member.Name));
    });

    [Fact]
    public void Every_member_of_an_input_that_is_null_in_its_contract_may_be_left_out() => Assert.All(Inputs, input =>
    {
        var contract = input.Assembly.GetType(input.FullName![..^"Input".Length])!;
        var optional = JsonNames.Members(contract).Where(member => member.IsGetNullable).Select(member => member.Name);
        var required = InputJson.Strict.GetTypeInfo(input).Properties.Where(member => member.IsRequired).Select(member => member.Name);
        Assert.Empty(optional.Intersect(required));
    });

    [Fact]
    public void Every_example_of_an_input_is_read_without_a_fault() => Assert.All(Inputs, input =>
    {
        foreach (var patch in new[] { null, Examples.PatchOf(input).AsObject() })
        {
            var faults = new List<Fault>();
            Read(input, patch, faults);
            Assert.Empty(faults.Select(fault => $"{input.Name}{fault.Pointer}: {fault.Detail}"));
        }
    });

    [Fact]
    public async Task Every_text_and_every_list_of_an_input_has_bounds_in_the_document()
    {
        var schemas = (await api.Read("/openapi.json"))["components"]!["schemas"]!.AsObject()
            .Where(schema => schema.Key.EndsWith("Input", StringComparison.Ordinal)).ToList();
        Assert.True(schemas.Count > Inputs.Count);
        foreach (var (name, schema) in schemas)
        {
            Assert.False((bool)schema!["additionalProperties"]!);
            Assert.All(schema["properties"]!.AsObject(), member => Assert.True(IsBounded(member.Value!), $"{name}.{member.Key}"));
        }
    }

    private static bool IsBounded(JsonNode member) => Types(member) switch
    {
        "string" => member["maxLength"] is not null || member["pattern"] is not null || member["format"] is not null,
        "array" => (member["maxItems"] is not null || member["uniqueItems"] is not null) && IsBounded(member["items"]!),
        _ => true,
    };

    private static string? Types(JsonNode member) => member["type"] is JsonArray several
        ? several.Select(one => (string)one!).Single(one => one != "null")
        : (string?)member["type"];

    private void Read(Type input, JsonObject? patch, List<Fault> faults) =>
        GetType().GetMethod(nameof(ReadAs), System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!
            .MakeGenericMethod(input).Invoke(null, [patch, ValidatorOf(input), faults]);

    private static void ReadAs<T>(JsonObject? patch, IValidator<T> validator, List<Fault> faults)
        where T : class
    {
        var example = Examples.Of(typeof(T)).AsObject();
        _ = patch is null
            ? BodyReader.Read(JsonSerializer.SerializeToUtf8Bytes(example), validator, faults)
            : new MergePatch<T>(patch, default, validator).Read(example, faults);
    }

    private object? ValidatorOf(Type input) => api.Services.GetService(typeof(IValidator<>).MakeGenericType(input));
}
