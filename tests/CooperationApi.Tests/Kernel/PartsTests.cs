using System.Text.Json.Nodes;
using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;
using Dapper;

namespace CooperationApi.Tests.Kernel;

/// <summary>The parts that a row is answered with, against the tables of parts that constraints, filters and search rest on.</summary>
public sealed class PartsTests(Api api) : IClassFixture<Api>
{
    private const string ArticleSql = """p.name, p.designation, p."group", p.count, p.as_stated as "asStated" """;
    private const string CitationSql = """p.fact_sheet as "factSheet", p.paragraph, p.as_stated as "asStated" """;

    // The rows, what they hold, the table of it, its members, and what it is in the order of.
    private static readonly (string Rows, string Part, string Table, string Members, string Order)[] Parts =
    [
        ("agreements", "parties", "agreement_parties", "", "position"),
        ("exercises", "participants", "exercise_participants", "p.partner, p.organization, p.role, written(p.since) as since", "position"),
        ("fms_sales", "partners", "fms_partners", "", "position"),
        ("fms_sales", "articles", "fms_articles", ArticleSql, "position"),
        ("dcs_sales", "partners", "dcs_partners", "", "position"),
        ("dcs_sales", "categories", "dcs_categories", """p.rank, p.name, p.usml, p.usml_stated as "usmlStated" """, "rank"),
        ("dcs_sales", "articles", "dcs_articles", ArticleSql, "position"),
        ("assistance", "partners", "assistance_partners", "", "position"),
        ("assistance", "articles", "assistance_articles", ArticleSql, "position"),
        ("peacekeeping", "partners", "peacekeeping_partners", "", "position"),
        ("peacekeeping", "counterparts", "peacekeeping_counterparts", "p.partner, p.organization", "position"),
        ("objectives", "parties", "objective_parties", "", "position"),
        ("objectives", "concerns", "objective_concerns", "p.partner, p.subject", "position"),
        ("agreements", "citations", "agreements_citations", CitationSql, "position"),
        ("exercises", "citations", "exercises_citations", CitationSql, "position"),
        ("fms_sales", "citations", "fms_sales_citations", CitationSql, "position"),
        ("dcs_sales", "citations", "dcs_sales_citations", CitationSql, "position"),
        ("assistance", "citations", "assistance_citations", CitationSql, "position"),
        ("force_posture", "citations", "force_posture_citations", CitationSql, "position"),
        ("peacekeeping", "citations", "peacekeeping_citations", CitationSql, "position"),
        ("objectives", "citations", "objectives_citations", CitationSql, "position"),
    ];

    [Fact]
    public async Task A_row_holds_what_the_tables_of_its_parts_do()
    {
        await WriteAll();
        foreach (var (rows, part, table, members, order) in Parts)
        {
            var (one, several) = members.Length == 0 ? ("p.partner::text", "p.partner") : ("p", members);
            Assert.Empty(await Texts($"""
                select concat('{rows} ', e.id, ' ', e.stated_from, ': ', e.{part}, ' / ', held.parts)
                  from {rows} e
                 cross join lateral (
                   select array_to_json(array(
                     select {one}
                       from (select {several}
                               from {table} p
                              where (p.id, p.stated_from) = (e.id, e.stated_from)
                              order by p.{order}) p)) as parts) held
                 where to_jsonb(e.{part}) <> held.parts::jsonb
                """));
            Assert.NotEmpty(await Texts($"select e.id from {rows} e where e.revision > 1 and to_jsonb(e.{part}) <> '[]'"));
        }
    }

    private async Task<IReadOnlyList<string>> Texts(string sql)
    {
        await using var connection = await api.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        return (await connection.QueryAsync<string>(sql)).AsList();
    }

    // Each kind of record created and, beside those of the seed, corrected in each of its lists.
    private async Task WriteAll()
    {
        var key = await api.Key(Role.Admin);
        foreach (var resource in WritingTests.Resources.Select(row => row.Data).Except(["partners", "fact-sheets"]))
        {
            var (body, _, _) = await WritingTests.ExampleOf(api, resource);
            if (resource == "sales/dcs")
            {
                body["articles"] = JsonNode.Parse("""[{"name":"Radar","asStated":"a radar"},{"name":"F-2","designation":"F-2","count":3,"asStated":"three F-2"}]""");
            }

            await api.Post($"/{resource}", body, key);
            foreach (var row in (await api.Read($"/{resource}?limit=200"))["items"]!.AsArray())
            {
                var lists = new JsonObject(row!.AsObject().Where(member => member is { Key: not "categories", Value: JsonArray })
                    .Select(member => KeyValuePair.Create(member.Key, (JsonNode?)Reversed(member.Value!.AsArray()))));
                lists["citations"]![0]!["asStated"] = $"{lists["citations"]![0]!["asStated"]}, corrected";
                if (row["categories"] is JsonArray { Count: > 0 } categories)
                {
                    // They are in the order of their ranks.
                    lists["categories"] = categories.DeepClone();
                    lists["categories"]![0]!["name"] = "Another name";
                }

                var corrected = await api.Patch($"/{resource}/{row["id"]}", lists.ToJsonString(), key, ("If-Match", "*"));
                Assert.True(corrected.Status == 200, $"{corrected.Body}");
            }
        }
    }

    private static JsonArray Reversed(JsonArray list) => [.. list.Reverse().Select(one => one!.DeepClone())];
}
