using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationApi.Tests.Kernel;

/// <summary>Bodies on their way from the socket to a handler.</summary>
public sealed class BodyTests(BodyTests.Service service) : IClassFixture<BodyTests.Service>
{
    private const string Json = "application/json";
    private const string Patch = "application/merge-patch+json";

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("Application/JSON; charset=\"UTF-8\"")]
    public async Task Hands_over_what_is_read_and_the_bytes_that_were_sent(string media)
    {
        var (answer, body) = await Send(HttpMethod.Post, SampleInput.Good().ToJsonString(), media);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal($"us-japan-sample {Encoding.UTF8.GetByteCount(SampleInput.Good().ToJsonString())}", (string?)body["status"]);
    }

    [Theory]
    [InlineData("POST", "text/json", "Accept-Post", "application/json")]
    [InlineData("POST", "application/x-www-form-urlencoded", "Accept-Post", "application/json")]
    [InlineData("POST", "application/merge-patch+json", "Accept-Post", "application/json")]
    [InlineData("POST", "application/json; charset=utf-16", "Accept-Post", "application/json")]
    [InlineData("POST", "application/json; charset=iso-8859-1", "Accept-Post", "application/json")]
    [InlineData("POST", "nonsense", "Accept-Post", "application/json")]
    [InlineData("POST", "", "Accept-Post", "application/json")]
    [InlineData("PUT", "text/plain", "Accept", "application/json")]
    [InlineData("PATCH", "application/json-patch+json", "Accept-Patch", "application/merge-patch+json, application/json")]
    public async Task Says_which_form_it_reads(string method, string media, string header, string value)
    {
        var (answer, body) = await Send(new HttpMethod(method), SampleInput.Good().ToJsonString(), media);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Equal("urn:cooperation:problem:unsupported-media-type", (string?)body["type"]);
        Assert.Equal(value, string.Join(", ", answer.Headers.GetValues(header)));
        Assert.Equal(value, string.Join(", ", body["available"]!.AsArray().Select(one => (string?)one)));
    }

    [Theory]
    [InlineData("gzip", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("identity, br", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("identity", HttpStatusCode.OK)]
    public async Task Says_that_a_body_is_not_decoded(string encoding, HttpStatusCode status)
    {
        var (answer, body) = await Send(HttpMethod.Post, SampleInput.Good().ToJsonString(), Json, ("Content-Encoding", encoding));
        Assert.Equal(status, answer.StatusCode);
        if (status != HttpStatusCode.OK)
        {
            Assert.Equal("identity", string.Join(", ", answer.Headers.GetValues("Accept-Encoding")));
            Assert.Contains(encoding, (string?)body["detail"], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(1_000_000, false, HttpStatusCode.OK)]
    [InlineData(1_000_000, true, HttpStatusCode.OK)]
    [InlineData(1_000_001, false, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(1_000_001, true, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(40_000_000, false, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(20_000_000, true, HttpStatusCode.RequestEntityTooLarge)]
    public async Task Is_a_million_bytes_long_at_most(int length, bool isChunked, HttpStatusCode status)
    {
        var good = Encoding.UTF8.GetBytes(SampleInput.Good().ToJsonString());
        using var request = Request(HttpMethod.Post, [.. good, .. Enumerable.Repeat((byte)' ', length - good.Length)], Json);
        request.Headers.TransferEncodingChunked = isChunked;
        request.Headers.ExpectContinue = true;
        var (answer, body) = await Send(request);
        Assert.Equal(status, answer.StatusCode);
        if (status != HttpStatusCode.OK)
        {
            Assert.Equal("urn:cooperation:problem:too-large", (string?)body["type"]);
            Assert.Equal("A body has at most 1,000,000 bytes here.", (string?)body["detail"]);
        }
    }

    [Theory]
    [InlineData("POST", "", "", "invalidJson")]
    [InlineData("PATCH", "", "", "invalidJson")]
    [InlineData("POST", "{}", "/id", "missing")]
    [InlineData("PATCH", "[]", "", "wrongType")]
    [InlineData("PATCH", "null", "", "wrongType")]
    [InlineData("PATCH", "{", "", "invalidJson")]
    [InlineData("PATCH", "{\"a\":1,\"\\u0061\":2}", "/a", "repeated")]
    [InlineData("PATCH", "{\"a\":[{\"b\":{\"c\":1,\"c\":1}}]}", "/a/0/b/c", "repeated")]
    [InlineData("PATCH", "{\"name\":\"\\ud800\"}", "/name", "invalidText")]
    [InlineData("PATCH", "{\"name\":[\"\\u0000\"]}", "/name/0", "invalidText")]
    [InlineData("PATCH", "{\"\\ud800\":1}", "", "invalidText")]
    public async Task Tells_its_faults(string method, string sent, string pointer, string code)
    {
        var (answer, body) = await Send(new HttpMethod(method), sent, method == "PATCH" ? Patch : Json);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("urn:cooperation:problem:invalid-body", (string?)body["type"]);
        var fault = body["errors"]![0]!;
        Assert.Equal((pointer, code), ((string?)fault["pointer"], (string?)fault["code"]));
        Assert.Equal(["pointer", "code", "detail"], fault.AsObject().Select(member => member.Key));
    }

    [Fact]
    public async Task The_query_is_told_before_the_body()
    {
        var (answer, body) = await Send(HttpMethod.Post, "{", Json, path: "/samples?dryRum=true");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(("urn:cooperation:problem:invalid-query", "dryRum"), ((string?)body["type"], (string?)body["errors"]![0]!["parameter"]));
    }

    [Theory]
    [InlineData("""{"name":"Other"}""", "name", "\"Other\"")]
    [InlineData("""{"purpose":null}""", "purpose", null)]
    [InlineData("""{"notes":null}""", "notes", "[]")]
    [InlineData("""{"parties":["JPN"]}""", "parties", "[\"JPN\"]")]
    [InlineData("""{"period":{"end":null,"endBasis":null}}""", "period", """{"start":"2013","startBasis":"calendarYear","end":null,"endBasis":null}""")]
    [InlineData("""{"amount":{"value":20000000000,"asStated":"$20 billion"}}""", "amount",
        """{"value":20000000000,"low":15000000000,"high":25000000000,"qualifier":"stated","unit":"USD","asStated":"$20 billion"}""")]
    [InlineData("""{"amount":{"qualifier":"over"}}""", "amount",
        """{"value":19600000000,"low":19600000000,"high":null,"qualifier":"over","unit":"USD","asStated":"$19.6 billion"}""")]
    [InlineData("""{"amount":null}""", "amount", null)]
    [InlineData("""{}""", "name", "\"Sample of Forces\"")]
    public void A_patch_changes_what_it_names(string patch, string member, string? json)
    {
        var faults = new List<Fault>();
        var read = PatchOf(patch).Read(SampleInput.Good(), faults);
        Assert.Empty(faults);
        read = read! with { Amount = read.Amount?.Completed() };
        Assert.Equal(json, System.Text.Json.JsonSerializer.SerializeToNode(read, JsonNames.Options)![member]?.ToJsonString(JsonNames.Options));
    }

    [Theory]
    [InlineData("""{"name":null}""", "/name", FaultCode.Missing)]
    [InlineData("""{"nmae":null}""", "/nmae", FaultCode.UnknownMember)]
    [InlineData("""{"amount":{"lwo":null}}""", "/amount/lwo", FaultCode.UnknownMember)]
    [InlineData("""{"amount":{"value":5}}""", "/amount/value", FaultCode.Contradiction)]
    [InlineData("""{"amount":{"low":5}}""", "/amount/low", FaultCode.Contradiction)]
    [InlineData("""{"amount":5}""", "/amount", FaultCode.WrongType)]
    [InlineData("""{"citations":{"0":null}}""", "/citations", FaultCode.WrongType)]
    [InlineData("""{"parties":["JPN",null]}""", "/parties/1", FaultCode.WrongType)]
    [InlineData("""{"rank":1e400}""", "/rank", FaultCode.InvalidValue)]
    public void A_patch_is_told_its_faults_where_they_are_in_what_it_makes(string patch, string pointer, FaultCode code)
    {
        var faults = new List<Fault>();
        var current = SampleInput.Good();
        Assert.Null(PatchOf(patch).Read(current, faults));
        Assert.Equal((pointer, code), (Assert.Single(faults).Pointer, faults[0].Code));
        Assert.Equal(SampleInput.Good().ToJsonString(), current.ToJsonString());
    }

    [Fact]
    public async Task The_document_says_what_is_read()
    {
        var document = JsonNode.Parse(await service.Client.GetStringAsync(new Uri("/openapi.json", UriKind.Relative), TestContext.Current.CancellationToken))!;
        var schemas = document["components"]!["schemas"]!;
        var post = document["paths"]!["/samples"]!["post"]!;
        Assert.True((bool)post["requestBody"]!["required"]!);
        Assert.Equal("#/components/schemas/SampleInput", (string?)post["requestBody"]!["content"]![Json]!["schema"]!["$ref"]);
        Assert.Equal(SampleInput.Good().ToJsonString(), post["requestBody"]!["content"]![Json]!["example"]!.ToJsonString());
        Assert.Contains("Accept-Post", post["responses"]!["415"]!["headers"]!.AsObject().Select(header => header.Key));
        Assert.NotNull(post["responses"]!["413"]);

        var input = schemas["SampleInput"]!;
        Assert.Equal(["citations", "id", "kind", "name", "parties", "statedFrom"], input["required"]!.AsArray().Select(name => (string)name!).Order(StringComparer.Ordinal));
        Assert.False((bool)input["additionalProperties"]!);
        Assert.Equal("^(?!export$|import$|summary$)[a-z0-9]+(-[a-z0-9]+)*$", (string?)input["properties"]!["id"]!["pattern"]);
        Assert.Equal((1, 2000), ((int)input["properties"]!["name"]!["minLength"]!, (int)input["properties"]!["name"]!["maxLength"]!));
        Assert.Equal((1, 10, true), ((int)input["properties"]!["parties"]!["minItems"]!, (int)input["properties"]!["parties"]!["maxItems"]!, (bool)input["properties"]!["parties"]!["uniqueItems"]!));
        Assert.Equal("^[A-Z]{3}$", (string?)input["properties"]!["parties"]!["items"]!["pattern"]);
        Assert.Equal((1, 9), ((int)input["properties"]!["rank"]!["minimum"]!, (int)input["properties"]!["rank"]!["maximum"]!));
        Assert.Equal("#/components/schemas/CitationInput", (string?)input["properties"]!["citations"]!["items"]!["$ref"]);
        Assert.Equal("#/components/schemas/PeriodInput", (string?)input["properties"]!["period"]!["oneOf"]![0]!["$ref"]);
        Assert.Equal(["asStated", "factSheet"], schemas["CitationInput"]!["required"]!.AsArray().Select(name => (string)name!).Order(StringComparer.Ordinal));
        Assert.Equal(1e18, (double)schemas["QuantityInput"]!["properties"]!["value"]!["exclusiveMaximum"]!);
        if (schemas["Citation"] is { } answered)
        {
            Assert.Equal(3, answered["required"]!.AsArray().Count);
            Assert.Null(answered["properties"]!["factSheet"]!["pattern"]);
        }

        var patch = document["paths"]!["/samples"]!["patch"]!["requestBody"]!["content"]!;
        Assert.Equal([Patch, Json], patch.AsObject().Select(form => form.Key));
        Assert.Equal("#/components/schemas/SamplePatch", (string?)patch[Patch]!["schema"]!["$ref"]);
        Assert.Null(schemas["SamplePatch"]!["required"]);
        Assert.Equal("#/components/schemas/QuantityPatch", (string?)schemas["SamplePatch"]!["properties"]!["amount"]!["oneOf"]![0]!["$ref"]);
        Assert.Null(schemas["QuantityPatch"]!["required"]);
        Assert.Equal("#/components/schemas/CitationInput", (string?)schemas["SamplePatch"]!["properties"]!["citations"]!["items"]!["$ref"]);
        Assert.Equal("[\"null\",\"array\"]", schemas["SamplePatch"]!["properties"]!["notes"]!["type"]!.ToJsonString());
        Assert.Equal("\"array\"", input["properties"]!["notes"]!["type"]!.ToJsonString());
    }

    private static MergePatch<SampleInput> PatchOf(string patch) =>
        new(JsonNode.Parse(patch)!.AsObject(), default, SampleInput.Validator);

    private static HttpRequestMessage Request(HttpMethod method, byte[] sent, string media, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, "/samples") { Content = new ByteArrayContent(sent) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", media);
        foreach (var (name, value) in headers)
        {
            request.Content.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    private Task<(HttpResponseMessage, JsonNode)> Send(
        HttpMethod method, string sent, string media, (string Name, string Value)? header = null, string path = "/samples")
    {
        var request = Request(method, Encoding.UTF8.GetBytes(sent), media, header is { } one ? [one] : []);
        request.RequestUri = new Uri(path, UriKind.Relative);
        return Send(request);
    }

    private async Task<(HttpResponseMessage, JsonNode)> Send(HttpRequestMessage request)
    {
        using var answer = await service.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer, JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!);
    }

    /// <summary>The kernel alone, with a resource of its own.</summary>
    public sealed class Service(PostgresServer server) : IAsyncLifetime
    {
        private WebApplication? app;
        private string database = "";

        public HttpClient Client { get; } = new() { Timeout = TimeSpan.FromSeconds(30) };

        public async ValueTask InitializeAsync()
        {
            var builder = WebApplication.CreateBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.AddKernel();
            builder.Services.AddSingleton<IValidator<SampleInput>>(SampleInput.Validator);
            database = await server.Clone();
            builder.Configuration["ConnectionStrings:Cooperation"] = database;
            app = builder.Build();
            await app.Services.GetRequiredService<Database>().Open(TestContext.Current.CancellationToken);
            app.MapKernel();
            app.MapPost("/samples", (Body<SampleInput> body) => TypedResults.Ok(new Health { Status = $"{body.Value.Id} {body.Bytes.Length}" }));
            app.MapPut("/samples", (Body<SampleInput> body) => TypedResults.Ok(new Health { Status = body.Value.Id }));
            app.MapPatch("/samples", (MergePatch<SampleInput> patch) => TypedResults.Ok(new Health { Status = $"{patch.Patch.Count} {patch.Bytes.Length}" }));
            await app.StartAsync(TestContext.Current.CancellationToken);
            Client.BaseAddress = new Uri(app.Urls.Single());
        }

        public async ValueTask DisposeAsync()
        {
            Client.Dispose();
            await app!.DisposeAsync();
            await server.Drop(database);
        }
    }
}
