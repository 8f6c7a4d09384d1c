using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Conventions;

/// <summary>The README promises only what the service answers.</summary>
public sealed partial class ReadmeTests(SeededApi api) : IClassFixture<SeededApi>
{
    [Fact]
    public async Task Every_curl_line_gets_the_answer_that_stands_below_it()
    {
        var readme = await File.ReadAllTextAsync(Repository.PathOf("README.md"), TestContext.Current.CancellationToken);
        var examples = Example.Matches(readme);
        Assert.Equal(9, examples.Count);
        foreach (var example in examples.Cast<Match>())
        {
            var (_, body) = await api.Get(example.Groups["path"].Value);
            var promised = JsonNode.Parse(example.Groups["answer"].Value)!;
            body.AsObject().Remove("traceId");
            promised.AsObject().Remove("traceId");
            Assert.Equal(promised.ToJsonString(), body.ToJsonString());
        }
    }

    [GeneratedRegex(@"```sh\ncurl 'localhost:8080(?<path>[^']+)'\n```\n\n```json\n(?<answer>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Example { get; }
}
