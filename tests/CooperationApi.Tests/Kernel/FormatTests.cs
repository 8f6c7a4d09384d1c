using System.Text;
using System.Text.Json.Nodes;
using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;
using CsvHelper;

namespace CooperationApi.Tests.Kernel;

/// <summary>CSV and NDJSON say what JSON says; an export says what the pages of its list say.</summary>
public sealed class FormatTests(Api api, SeededApi seeded) : IClassFixture<Api>, IClassFixture<SeededApi>
{
    [Fact]
    public async Task Every_list_says_the_same_as_NDJSON()
    {
        foreach (var list in await seeded.Lists())
        {
            var items = (await seeded.Read(list))["items"]!.AsArray().Select(item => item!.ToJsonString(JsonNames.Options));
            Assert.Equal(items, Lines(await seeded.Text(Api.With(list, "format=ndjson"))));
            var first = (await seeded.Read(list))["items"]![0]!.AsObject().First().Key;
            var trimmed = (await seeded.Read(Api.With(list, $"fields={first}")))["items"]!.AsArray().Select(item => item!.ToJsonString(JsonNames.Options));
            Assert.Equal(trimmed, Lines(await seeded.Text(Api.With(list, $"fields={first}&format=ndjson"))));
        }
    }

    [Fact]
    public async Task Every_list_says_the_same_as_CSV()
    {
        foreach (var list in await seeded.Lists())
        {
            var items = (await seeded.Read(list))["items"]!.AsArray().SelectMany(item => Unfolded(item!)).ToList();
            var rows = Csv(await seeded.Text(Api.With(list, "format=csv")));
            Assert.Equal(items.Count, rows.Count - 1);
            Assert.Equal(rows[0], rows[0].Distinct());
            foreach (var (item, row) in items.Zip(rows.Skip(1)))
            {
                for (var at = 0; at < row.Length; at++)
                {
                    Assert.Equal(Cell(item!, rows[0][at]), row[at]);
                }
            }
        }
    }

    [Fact]
    public async Task Every_export_is_what_the_pages_of_its_list_say()
    {
        await ManyAgreements.Add(api.ConnectionString, 450, TestContext.Current.CancellationToken);
        var exports = (await api.ExamplePaths()).Where(path => path.EndsWith("/export", StringComparison.Ordinal) && path != "/fact-sheets/jpn-2018-05-21/export").ToList();
        Assert.Equal(10, exports.Count);
        foreach (var export in exports)
        {
            var list = export[..^"/export".Length];
            foreach (var query in new[] { "sort=id", "sort=-id&partner=JPN&partner=KOR" })
            {
                var (json, csv) = (new StringBuilder(), new StringBuilder());
                for (var next = Api.With(list, $"{query}&limit=101"); next is not null;)
                {
                    var page = await api.Read(next);
                    json.AppendJoin("", page["items"]!.AsArray().Select(item => item!.ToJsonString(JsonNames.Options) + "\n"));
                    var rows = await api.Text(next + "&format=csv");
                    csv.Append(csv.Length == 0 ? rows : rows[(rows.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
                    next = (string?)page["next"];
                }

                Assert.Equal(json.ToString(), await api.Text($"{export}?{query}"));
                Assert.Equal(csv.ToString(), await api.Text($"{export}?{query}&format=csv"));
            }
        }
    }

    [Fact]
    public async Task An_export_says_how_many_rows_there_are_before_and_after_them()
    {
        using var response = await api.Send("/force-posture/export?kind=personnel&end=count&fields=id,kind");
        Assert.Equal("3", Assert.Single(response.Headers.GetValues("Total-Count")));
        var lines = Lines(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["""{"rowCount":3}"""], lines.Skip(3));
        var rows = Csv(await api.Text("/force-posture/export?kind=personnel&end=count&fields=id,kind&format=csv"));
        Assert.Equal(["rowCount: 3", ""], rows[^1]);
        Assert.Empty(Lines(await api.Text("/agreements/export?partner=FRA&kind=SMA&q=nowhere")));
    }

    [Fact]
    public async Task What_an_envelope_says_is_in_headers_where_there_is_none()
    {
        using var page = await api.Send("/force-posture?format=csv&limit=1&count=exact&kind=personnel");
        Assert.Equal("3", Assert.Single(page.Headers.GetValues("Total-Count")));
        using var empty = await api.Send("/agreements?partner=CHL&format=ndjson");
        Assert.Equal("outsideCoverage", Assert.Single(empty.Headers.GetValues("Why")));
        using var first = await api.Send("/partners?format=csv&limit=1");
        var next = (string)(await api.Read("/partners?limit=1"))["next"]!;
        Assert.Contains(first.Headers.GetValues("Link"), link => link.Contains("rel=\"next\"", StringComparison.Ordinal));
        Assert.Equal(await api.Text(next + "&format=csv"), await api.Text(next.Replace("limit=1", "format=csv&limit=1", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM", "'@SUM")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("'=1", "''=1")]
    [InlineData("1=1", "1=1")]
    [InlineData("", "")]
    public void No_cell_is_a_formula(string text, string cell) => Assert.Equal(cell, CsvColumn.Neutralised(text));

    private static List<string> Lines(string text) => [.. text.Split('\n')[..^1]];

    private static List<string[]> Csv(string text)
    {
        using var reader = CsvReader.Create(new StringReader(text), CsvReaderOptions.Default with { HasHeader = false });
        var rows = new List<string[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        }

        return rows;
    }

    // The cell that a column should hold, made from the JSON by the rules that the README states.
    // What is compared has a line for each cell of a row, and for each figure of a cell.
    private static IEnumerable<JsonNode> Unfolded(JsonNode item) => (item["cells"], item["figures"]) switch
    {
        (JsonArray cells, _) => cells.SelectMany(cell => Unfolded(cell!)).Select(cell => With(item, "cells", cell)),
        (_, JsonArray figures) => figures.DefaultIfEmpty(null).Select(figure => With(item, "figures", figure)),
        _ => [item],
    };

    private static JsonNode With(JsonNode item, string name, JsonNode? value)
    {
        var copy = item.DeepClone();
        copy[name] = value?.DeepClone();
        return copy;
    }

    private static string Cell(JsonNode item, string column)
    {
        var value = column.Split('.').Aggregate((JsonNode?)item, (node, name) => node?[name]);
        var text = value switch
        {
            null => "",
            JsonArray list when list.All(one => one is JsonValue) => string.Join(';', list.Select(one =>
                one!.ToString().Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal))),
            JsonArray or JsonObject => value.ToJsonString(JsonNames.Options),
            _ => value.ToString(),
        };
        return text.Length > 0 && "=+-@'".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
    }
}
