using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Conventions;

/// <summary>
/// Every test holds the answers that it gets to the document (<see cref="ContractHandler"/>). Here the document is made to say
/// something else, and real answers are seen refused.
/// </summary>
public sealed class ContractTests(SeededApi api) : IClassFixture<SeededApi>
{
    private const string Schemas = "components/schemas/";
    private const string Line = """{"designation":null,"name":"F-35"}""";

    [Theory]
    [InlineData("/agreements", Schemas + "Agreement/properties/purpose", null, "#/items[0].purpose: no additional properties allowed")]
    [InlineData("/agreements?fields=purpose", Schemas + "Agreement/properties/purpose", null, "#/items[0].purpose: no additional properties allowed")]
    [InlineData("/sales/fms?partner=SGP", Schemas + "Quantity/properties/low", null, "#/items[0].amount.low: no additional properties allowed")]
    [InlineData("/livez", Schemas + "Health", """{"type":"object","properties":{"at":{}}}""", "#/status: no additional properties allowed")]
    [InlineData("/livez", Schemas + "Health/required", """["status","since"]""", "#/since: property required")]
    [InlineData("/force-posture", Schemas + "Asset/required", """["since"]""", "asset.since: property required")]
    [InlineData("/livez", Schemas + "Health/properties/status/type", "\"integer\"", "#/status: integer expected")]
    [InlineData("/agreements", Schemas + "AgreementPage/properties/next/type", "\"string\"", "#/next: string expected")]
    [InlineData("/agreements", Schemas + "Agreement/properties/statedUntil/type", "\"string\"", "#/items[0].statedUntil: string expected")]
    [InlineData("/sales/fms?partner=SGP", Schemas + "FmsSale/properties/period/oneOf/1", null, "#/items[0].period: object expected")]
    [InlineData("/agreements", Schemas + "AgreementKind/enum", """["SOFA"]""", ".kind: not in enumeration")]
    [InlineData("/sales/fms?partner=SGP", Schemas + "Qualifier/enum", """["over"]""", "#/items[0].amount.qualifier: not in enumeration")]
    [InlineData("/agreements", Schemas + "Agreement/properties/dated/pattern", "\"^1961\"", "pattern mismatch")]
    [InlineData("/agreements", Schemas + "Agreement/properties/name/format", "\"date\"", "#/items[0].name: date expected")]
    [InlineData("/agreements", Schemas + "Agreement/properties/statedFrom/format", "\"date-time\"", "#/items[0].statedFrom: date time expected")]
    [InlineData("/sales/fms?partner=SGP", Schemas + "Quantity/properties/low", """{"type":"integer","format":"int32"}""", "#/items[0].amount.low: number too big")]
    [InlineData("/agreements", "paths/~1agreements/get/responses/200/content", """{"text/csv":{}}""", "the media type application/json is not documented")]
    [InlineData("/agreements", "paths/~1agreements/get/responses/200/content", null, "the media type application/json is not documented")]
    [InlineData("/agreements", "paths/~1agreements/get/responses/200", null, "the status 200 is not documented here; ")]
    [InlineData("/agreements/x", "paths/~1agreements~1{id}/get/responses/404", null, "the status 404 is not documented here; ")]
    [InlineData("/Agreements/?x=1", Schemas + "Problem/properties/errors", null, "#/errors: no additional properties allowed")]
    [InlineData("/nowhere", Schemas + "Problem/required", """["help"]""", "#/help: property required")]
    public async Task A_real_answer_is_refused_where_the_document_says_otherwise(string path, string place, string? instead, string fault)
    {
        var said = await Assert.ThrowsAsync<ContractException>(() => Get(path, document => Put(document, place, instead)));
        Assert.StartsWith($"GET {path} answered ", said.Message, StringComparison.Ordinal);
        Assert.Contains(fault, said.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/agreements?fields=id", Schemas + "Agreement/required", """["id","nosuch"]""")]
    [InlineData("/agreements/us-japan-sofa", "paths/~1{resource}~1us-japan-sofa", """{"get":{"responses":{}}}""")]
    [InlineData("/agreements", "paths/~1{resource}", """{"get":{"responses":{}}}""")]
    public async Task A_real_answer_passes_where_the_document_allows_it(string path, string place, string instead)
    {
        var answer = await Get(path, document => Put(document, place, instead));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("application/json", "{\"designation\":null,\"name\":\"F-35\"", "the body is no JSON")]
    [InlineData("application/json", "{\"designation\":null,\"name\":\"F-35\",\"name\":\"F-35\"}", "the body is no JSON")]
    [InlineData("application/json", "{\"designation\":340282366920938463463374607431768211456,\"name\":\"F-35\"}", "#/designation: string expected")]
    [InlineData("application/json", "", "the body is no JSON")]
    [InlineData("application/vnd.asset+json", "{}", "#/name: property required")]
    [InlineData("application/x-ndjson", Line + "\n{\"name\":1}\n", "#/designation: property required")]
    [InlineData("application/x-ndjson", Line + "\n" + Line + "\n{}", "#/designation: property required")]
    [InlineData("application/x-ndjson", Line + "\n\n", "the body is no JSON")]
    [InlineData("text/plain", "", "the media type text/plain is not documented for 200")]
    public async Task A_body_off_its_schema_is_refused(string media, string body, string fault)
    {
        var said = await Assert.ThrowsAsync<ContractException>(() => Get("/livez", Assets, Answer(media, body)));
        Assert.Contains(fault, said.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json", Line)]
    [InlineData("application/x-ndjson", Line + "\n" + Line + "\n")]
    [InlineData("application/x-ndjson", "")]
    [InlineData("text/csv", "designation,name\n")]
    public async Task A_body_of_its_schema_passes_untouched(string media, string body)
    {
        var answer = await Get("/livez", Assets, Answer(media, body));
        Assert.Equal(body, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(media, answer.Content.Headers.ContentType?.MediaType);
    }

    private static void Put(JsonNode document, string place, string? instead)
    {
        var names = place.Split('/').Select(name => name.Replace("~1", "/", StringComparison.Ordinal)).ToList();
        var holder = names.SkipLast(1).Aggregate(document, (node, name) => node is JsonArray array ? array[int.Parse(name)]! : node[name]!);
        if (instead is not null)
        {
            holder[names[^1]] = JsonNode.Parse(instead);
        }
        else if (holder is JsonArray parts)
        {
            parts.RemoveAt(int.Parse(names[^1]));
        }
        else
        {
            holder.AsObject().Remove(names[^1]);
        }
    }

    /// <summary>A document by which /livez answers an asset, in one of these ways.</summary>
    private static void Assets(JsonNode document) => Put(document, "paths/~1livez/get/responses/200/content", """
        {
          "application/json": {"schema": {"$ref": "#/components/schemas/Asset"}},
          "application/vnd.asset+json": {"schema": {"$ref": "#/components/schemas/Asset"}},
          "application/x-ndjson": {"schema": {"$ref": "#/components/schemas/Asset"}},
          "text/csv": {"schema": {"type": "string"}}
        }
        """);

    private static StringContent Answer(string media, string body) => new StringContent(body, new MediaTypeHeaderValue(media));

    private async Task<HttpResponseMessage> Get(string path, Action<JsonNode> edit, HttpContent? answer = null)
    {
        using var client = new HttpClient(new ContractHandler(new Doctored(edit, answer))) { BaseAddress = api.Client.BaseAddress };
        return await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
    }

    /// <summary>The real service, whose document is edited, and whose answers may be replaced.</summary>
    private sealed class Doctored(Action<JsonNode> edit, HttpContent? answer) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (request.RequestUri!.AbsolutePath == "/openapi.json")
            {
                var document = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken))!;
                edit(document);
                response.Content = new StringContent(document.ToJsonString());
            }
            else if (answer is not null)
            {
                response.Content = answer;
            }

            return response;
        }
    }
}
