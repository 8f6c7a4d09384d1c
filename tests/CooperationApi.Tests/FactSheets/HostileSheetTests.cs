using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CooperationApi.FactSheets;
using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.FactSheets;

/// <summary>Documents that nobody would think of. Every answer is held to the document of the API as well.</summary>
public sealed class HostileSheetTests(Api api, ITestOutputHelper output) : IClassFixture<Api>
{
    private const int Documents = 600;

    private static readonly string[] Pieces =
    [
        "null", "true", "0", "-1", "1.5", "1e400", "99999999999999999999", "\"\"", "\"x\"", "\"\\u0000\"", "\"\\ud800\"", "[]", "{}", "[null]", "[{}]", "{\"id\":1}",
        "\"2018-05-21\"", "\"9999-12-31\"", "\"0001-01-01\"", "\"JPN\"", "\"example\"", "\"jpn-2018-05-21\"", "{\"\\ud800\":1}", "{\"statedFrom\":1,\"statedFrom\":2}", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
    ];

    [Fact]
    public async Task No_document_breaks_the_service()
    {
        var key = await api.Key(Role.Admin);
        var random = new Random(20210315);
        var good = Examples.Of(typeof(FactSheetDocument)).ToJsonString().Replace("jpn-2018-05-21", "hostile-2018-05-21", StringComparison.Ordinal);
        var statuses = new Dictionary<int, int>();
        for (var n = 0; n < Documents; n++)
        {
            var text = Edited(random.Next(4) == 0 ? Examples.Of(typeof(FactSheetDocumentInput)).ToJsonString() : good, random);
            var query = random.Next(2) == 0 ? "?onConflict=replace" : "?dryRun=true&onConflict=skip";
            var written = await api.Write(HttpMethod.Post, "/fact-sheets/import" + query, text, key);
            statuses[written.Status] = statuses.GetValueOrDefault(written.Status) + 1;
            Assert.True(written.Status is 200 or 400 or 409, $"{written.Status}: {text}");

            // What the validators let pass, the database lets pass.
            Assert.DoesNotContain("a rule of the database", written.Body!.ToJsonString(), StringComparison.Ordinal);
        }

        output.WriteLine(string.Join(", ", statuses.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}: {pair.Value}")));
        Assert.True(statuses[200] > 20 && statuses[400] > 200, output.Output);
    }

    // One to three members become something else, are taken away or are there twice; now and then the text itself is cut.
    private static string Edited(string document, Random random)
    {
        var root = JsonNode.Parse(document)!;
        var marks = new List<string>();
        for (var edits = random.Next(1, 4); edits > 0; edits--)
        {
            var all = Members(root).ToList();
            var (parent, name) = all[random.Next(all.Count)];
            switch (random.Next(4))
            {
                case 0:
                    parent.Remove(name);
                    break;
                case 1:
                    parent[$"{name}x"] = 1;
                    break;
                case 2:
                    var (other, from) = all[random.Next(all.Count)];
                    parent[name] = other[from]?.DeepClone();
                    break;
                default:
                    parent[name] = $"@@{marks.Count}@@";
                    marks.Add(Pieces[random.Next(Pieces.Length)]);
                    break;
            }
        }

        var text = new StringBuilder(root.ToJsonString(new JsonSerializerOptions(JsonNames.Options) { MaxDepth = 0 }));
        for (var mark = 0; mark < marks.Count; mark++)
        {
            text.Replace($"\"@@{mark}@@\"", marks[mark]);
        }

        return random.Next(20) == 0 ? text.ToString(0, random.Next(text.Length)) : text.ToString();
    }

    private static IEnumerable<(JsonObject Parent, string Name)> Members(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Members(member.Value).Prepend((members, member.Key))),
        JsonArray items => items.SelectMany(Members),
        _ => [],
    };
}
