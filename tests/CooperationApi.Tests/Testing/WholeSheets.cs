using System.Text.Json.Nodes;
using CooperationApi.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationApi.Tests.Testing;

/// <summary>Whole fact sheets as documents, sent and read.</summary>
internal static class WholeSheets
{
    public const string Seeded = "jpn-2018-05-21";

    public static readonly IReadOnlyList<string> Sections =
        ["objectives", "forcePosture", "exercises", "fmsSales", "dcsSales", "assistance", "peacekeeping", "agreements"];

    /// <summary>A sheet of a partner that no other sheet covers, as somebody writes it by hand.</summary>
    public static JsonObject Norway(string published = "2021-06-01") => JsonNode.Parse($$"""
        {
          "factSheet": { "id": "nor-{{published}}", "partners": ["NOR"], "title": "U.S. Security Cooperation With Norway",
            "publisher": "U.S. Department of State", "published": "{{published}}" },
          "forcePosture": [
            { "id": "nor-us-rotation", "host": "NOR", "kind": "personnel", "category": "military",
              "count": { "value": 700, "qualifier": "about", "unit": "people", "asStated": "700" },
              "citations": [{ "factSheet": "nor-{{published}}", "paragraph": 5, "asStated": "about 700" }] }
          ],
          "fmsSales": [
            { "id": "nor-fms-active-cases", "partners": ["NOR"], "measure": "activeCases", "stage": "active", "kind": "stock",
              "amount": { "value": 7800000000, "qualifier": "over", "unit": "USD", "asStated": "$7.8 billion" },
              "citations": [{ "factSheet": "nor-{{published}}", "paragraph": 3, "asStated": "over $7.8 billion" }] }
          ],
          "agreements": [
            { "id": "us-norway-defense-accord", "name": "Supplementary Defense Cooperation Agreement", "kind": "DCA", "parties": ["USA", "NOR"], "signed": "2021-04",
              "citations": [{ "factSheet": "nor-{{published}}", "paragraph": 4, "asStated": "signed in April 2021" }] }
          ]
        }
        """)!.AsObject();

    public static Task<Written> ImportSheet(this Api api, JsonNode document, string key, string query = "", params (string Name, string Value)[] headers) =>
        api.Post($"/fact-sheets/import{query}", document, key, headers);

    /// <summary>The report of a sheet that is expected to be taken.</summary>
    public static async Task<JsonNode> TakenSheet(this Api api, JsonNode document, string key, string query = "")
    {
        var (status, body) = await api.ImportSheet(document, key, query) is var written ? (written.Status, written.Body!) : default;
        Assert.True(status == 200, $"{status}: {body}");
        return body;
    }

    /// <summary>How many rows have which outcome, the sheet itself among them: <c>created 3, unchanged 1</c>.</summary>
    public static string Outcomes(JsonNode report) => string.Join(", ", report["sections"]!.AsArray()
        .SelectMany(section => section!["records"]!.AsArray()).Append(report["factSheet"])
        .GroupBy(row => (string)row!["outcome"]!).OrderBy(group => group.Key).Select(group => $"{group.Key} {group.Count()}"));

    public static Task<string> Exported(this Api api, string sheet) => api.Text($"/fact-sheets/{sheet}/export");

    /// <summary>A database with partners and nothing else.</summary>
    public static async Task<Api> WithPartnersOnly(PostgresServer server)
    {
        var api = new Api(server);
        await api.InitializeAsync();
        var resources = api.Services.GetServices<Section>().Select(section => section.Stated?.Resource.Resource).OfType<string>();
        await api.Execute($"""
            do $$ begin
              execute (select concat('truncate writes, changes, withdrawals, citations, fact_sheets, ', string_agg(table_of(r), ', '), ' cascade')
                         from unnest('{"{" + string.Join(',', resources) + "}"}'::text[]) r);
            end $$
            """);
        return api;
    }

    /// <summary>How many writes and changes there are, and how many editions of records.</summary>
    public static async Task<(long Writes, long Changes, long Entries)> State(this Api api) => (
        await api.Number("select count(*) from writes"), await api.Number("select count(*) from changes"), await api.Number("select count(*) from entries"));
}
