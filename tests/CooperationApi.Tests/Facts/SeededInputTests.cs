using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;
using FluentValidation;

namespace CooperationApi.Tests.Facts;

/// <summary>What the scripts of db/seed put past the service, a client could have written.</summary>
public sealed class SeededInputTests(SeededApi api) : IClassFixture<SeededApi>
{
    private static readonly MethodInfo Reading = typeof(SeededInputTests).GetMethod(nameof(Read), BindingFlags.Static | BindingFlags.NonPublic)!;

    [Fact]
    public async Task Every_seeded_row_is_an_input_without_a_fault()
    {
        var faults = new List<string>();
        foreach (var resource in ImportFiles.Resources)
        {
            var input = InputOf(resource);
            var rows = await Served(resource);
            Assert.NotEmpty(rows);
            faults.AddRange(rows.SelectMany(row => ((IEnumerable<Fault>)Reading.MakeGenericMethod(input)
                .Invoke(null, [row.ToJsonString(), api.Services.GetService(typeof(IValidator<>).MakeGenericType(input))])!)
                .Select(fault => $"/{resource}/{row["id"]}{fault.Pointer}: {fault.Detail}")));
        }

        Assert.True(faults.Count == 0, "\n" + string.Join('\n', faults));
    }

    private Type InputOf(string resource) => api.Endpoints.Single(endpoint => endpoint.RoutePattern.RawText!.TrimEnd('/') == $"/{resource}"
        && endpoint.Metadata.GetMetadata<RequestForm>() is not null).Metadata.GetMetadata<RequestForm>()!.Type;

    private async Task<IReadOnlyList<JsonNode>> Served(string resource)
    {
        var rows = (await api.Text($"/{resource}/export")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        if (!api.Endpoints.Any(endpoint => endpoint.RoutePattern.RawText == $"/{resource}/{{id}}/editions"))
        {
            return rows;
        }

        var earlier = new List<JsonNode>();
        foreach (var row in rows)
        {
            earlier.AddRange((await api.Read($"/{resource}/{row["id"]}/editions?limit=200"))["items"]!.AsArray()
                .Where(edition => (string?)edition!["statedUntil"] is not null)!);
        }

        return [.. rows, .. earlier];
    }

    private static List<Fault> Read<T>(string row, IValidator<T> validator)
        where T : class
    {
        var faults = new List<Fault>();
        _ = BodyReader.Read(Encoding.UTF8.GetBytes(row), validator, faults);
        return faults;
    }
}
