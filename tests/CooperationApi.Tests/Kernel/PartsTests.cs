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

    /// <summary>The rows, what they hold, the table of it, its members, and what it is in the order of.</summary>
    public static TheoryData<string, string, string, string, string> Parts => new()
    {
        { "agreements", "parties", "agreement_parties", "", "position" },
        { "exercises", "participants", "exercise_participants", "p.partner, p.organization, p.role, written(p.since) as since", "position" },
        { "fms_sales", "partners", "fms_partners", "", "position" },
        { "fms_sales", "articles", "fms_articles", ArticleSql, "position" },
        { "dcs_sales", "partners", "dcs_partners", "", "position" },
        { "dcs_sales", "categories", "dcs_categories", """p.rank, p.name, p.usml, p.usml_stated as "usmlStated" """, "rank" },
        { "dcs_sales", "articles", "dcs_articles", ArticleSql, "position" },
        { "assistance", "partners", "assistance_partners", "", "position" },
        { "assistance", "articles", "assistance_articles", ArticleSql, "position" },
        { "peacekeeping", "partners", "peacekeeping_partners", "", "position" },
        { "peacekeeping", "counterparts", "peacekeeping_counterparts", "p.partner, p.organization", "position" },
        { "objectives", "parties", "objective_parties", "", "position" },
        { "objectives", "concerns", "objective_concerns", "p.partner, p.subject", "position" },
        { "agreements", "citations", "agreements_citations", CitationSql, "position" },
        { "exercises", "citations", "exercises_citations", CitationSql, "position" },
        { "fms_sales", "citations", "fms_sales_citations", CitationSql, "position" },
        { "dcs_sales", "citations", "dcs_sales_citations", CitationSql, "position" },
        { "assistance", "citations", "assistance_citations", CitationSql, "position" },
        { "force_posture", "citations", "force_posture_citations", CitationSql, "position" },
        { "peacekeeping", "citations", "peacekeeping_citations", CitationSql, "position" },
        { "objectives", "citations", "objectives_citations", CitationSql, "position" },
    };

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task A_row_holds_what_the_table_of_its_parts_does(string rows, string part, string table, string members, string order)
    {
        await WriteExamples();
        Assert.Empty(await Texts($"""
            select concat(e.id, ' ', e.stated_from, ': ', e.{part}, ' / ', held.parts)
              from {rows} e
             cross join lateral (
               select array_to_json(array(
                 select {(members.Length == 0 ? "p.partner::text" : "p")}
                   from (select {(members.Length == 0 ? "p.partner" : members)}
                           from {table} p
                          where (p.id, p.stated_from) = (e.id, e.stated_from)
                          order by p.{order}) p)) as parts) held
             where to_jsonb(e.{part}) <> held.parts::jsonb
            """));
        Assert.NotEmpty(await Texts($"select e.id from {rows} e where to_jsonb(e.{part}) <> '[]'"));
    }

    private async Task<IReadOnlyList<string>> Texts(string sql)
    {
        await using var connection = await api.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        return (await connection.QueryAsync<string>(sql)).AsList();
    }

    // Each kind of record created and amended, beside the seed.
    private async Task WriteExamples()
    {
        var key = await api.Key(Role.Admin);
        foreach (var resource in WritingTests.Resources.Select(row => row.Data))
        {
            var (body, patch, id) = await WritingTests.ExampleOf(api, resource);
            if (resource == "sales/dcs")
            {
                body["articles"] = JsonNode.Parse("""[{"name":"Radar","asStated":"a radar"},{"name":"F-2","designation":"F-2","count":3,"asStated":"three F-2"}]""");
            }

            await api.Post($"/{resource}", body, key);
            await api.Patch($"/{resource}/{id}", patch.ToJsonString(), key, ("If-Match", "*"));
        }
    }
}
