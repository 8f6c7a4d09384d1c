using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CooperationApi.Tests.Kernel;

/// <summary>The policy of the group, on routes that write and that only these tests have.</summary>
public sealed class AccessTests(PostgresServer server) : IAsyncLifetime
{
    private Issuer issuer = null!;
    private Issuer foreigner = null!;
    private OtherRoutes routes = null!;
    private string database = "";

    public async ValueTask InitializeAsync()
    {
        (issuer, foreigner) = (await Issuer.Start(), await Issuer.Start());
        database = await server.Clone();
        routes = await OtherRoutes.Start(database, issuer.Settings, Map);
    }

    public async ValueTask DisposeAsync()
    {
        await routes.DisposeAsync();
        await issuer.DisposeAsync();
        await foreigner.DisposeAsync();
        await server.Drop(database);
    }

    [Theory]
    [InlineData("GET", "/things", null)]
    [InlineData("POST", "/things", "editor")]
    [InlineData("PUT", "/things/1", "editor")]
    [InlineData("PATCH", "/things/1", "editor")]
    [InlineData("DELETE", "/things/1", "editor")]
    [InlineData("SEARCH", "/things", "editor")]
    [InlineData("TRACE", "/anything", "editor")]
    [InlineData("GET", "/anything", "editor")]
    [InlineData("GET", "/things/guarded", "editor")]
    [InlineData("POST", "/rules", "admin")]
    [InlineData("GET", "/rules", "admin")]
    [InlineData("POST", "/rules/lowered", "admin")]
    public async Task Every_method_but_GET_needs_a_role_unasked_and_a_route_may_ask_for_more(string method, string path, string? needed)
    {
        var all = await Identity.All(routes.Services, issuer, foreigner);
        Assert.Empty(await Identity.Wrong(routes.Client, method, path, Caller.ReadRole(needed), all));
    }

    [Theory]
    [InlineData("/things?nosuchparameter=1")]
    [InlineData("/typed")]
    public async Task Nothing_is_said_of_a_query_or_a_body_to_somebody_who_may_not_send_it(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent("{", Encoding.UTF8, MediaTypes.Json) };
        using var response = await routes.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task A_body_is_not_asked_for_before_its_sender_is_known()
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, routes.Client.BaseAddress!.Port, TestContext.Current.CancellationToken);
        var stream = socket.GetStream();
        await stream.WriteAsync(
            "POST /things HTTP/1.1\r\nHost: localhost\r\nContent-Length: 900000\r\nExpect: 100-continue\r\n\r\n"u8.ToArray(),
            TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        var first = await reader.ReadLineAsync(TestContext.Current.CancellationToken).AsTask()
            .WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.Equal("HTTP/1.1 401 Unauthorized", first);
    }

    [Fact]
    public async Task A_handler_takes_who_asks()
    {
        var key = await Asked(("X-Api-Key", await NewKey(Role.Admin)));
        Assert.StartsWith("key_", key[0], StringComparison.Ordinal);
        Assert.Equal(("tester", "Admin"), (key[1], key[2]));
        Assert.Equal([$"{issuer.Address}|u-1", "Ada", "Editor"], await Asked(("Authorization", $"Bearer {issuer.Token("editor")}")));
        var nameless = issuer.Token("editor", claims: new() { ["sub"] = "u-2" });
        Assert.Equal([$"{issuer.Address}|u-2", "u-2", "Editor"], await Asked(("Authorization", $"bearer {nameless}")));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" u")]
    [InlineData("u\u0000")]
    [InlineData(null)]
    public async Task A_token_that_names_nobody_is_refused(string? subject)
    {
        var claims = subject is null ? [] : new Dictionary<string, object> { ["sub"] = subject };
        using var response = await Post("/things", ("Authorization", $"Bearer {issuer.Token("admin", claims: claims)}"));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task A_token_signed_with_the_public_key_as_a_secret_is_refused()
    {
        var jwks = await routes.Client.GetStringAsync(new Uri($"{issuer.Address}/keys"), TestContext.Current.CancellationToken);
        var secret = new Microsoft.IdentityModel.Tokens.SymmetricSecurityKey(Encoding.UTF8.GetBytes((string)JsonNode.Parse(jwks)!["keys"]![0]!["n"]!))
        {
            KeyId = (string)JsonNode.Parse(jwks)!["keys"]![0]!["kid"]!,
        };
        using var response = await Post("/things", ("Authorization", $"Bearer {issuer.Token("admin", signature: new(secret, "HS256"))}"));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task An_issuer_that_does_not_answer_is_no_fault_of_the_token()
    {
        var token = issuer.Token("admin");
        await issuer.DisposeAsync();
        using var response = await Post("/things", ("Authorization", $"Bearer {token}"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        using var byKey = await Post("/things", ("X-Api-Key", await NewKey(Role.Editor)));
        Assert.Equal(HttpStatusCode.OK, byKey.StatusCode);
    }

    [Fact]
    public async Task A_challenge_says_what_would_be_taken_and_what_is_wrong_with_what_was_sent()
    {
        const string Key = "ApiKey realm=\"CooperationApi\"";
        const string Token = "Bearer realm=\"CooperationApi\"";
        Assert.Equal([Key, Token], await Challenges());
        Assert.Equal([Key + ", error=\"invalid_key\""], await Challenges(("X-Api-Key", "coop_x")));
        Assert.Equal([Token + ", error=\"invalid_token\""], await Challenges(("Authorization", "Bearer x")));
        Assert.Equal([Key + ", error=\"insufficient_role\""], await Challenges(("X-Api-Key", await NewKey(Role.Editor))));
        Assert.Equal([Token + ", error=\"insufficient_scope\""], await Challenges(("Authorization", $"Bearer {issuer.Token("editor")}")));
    }

    [Fact]
    public async Task A_page_of_another_origin_may_ask_what_it_may_send_without_a_key()
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/things/1");
        request.Headers.TryAddWithoutValidation("Access-Control-Request-Method", "PUT");
        request.Headers.TryAddWithoutValidation("Access-Control-Request-Headers", "x-api-key,authorization,content-type");
        using var response = await routes.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Contains("PUT", response.Headers.GetValues("Access-Control-Allow-Methods").Single(), StringComparison.Ordinal);
        Assert.Equal("*, Authorization", response.Headers.GetValues("Access-Control-Allow-Headers").Single());
    }

    [Fact]
    public async Task An_open_answer_is_the_same_with_a_key_and_a_guarded_one_is_kept_by_no_shared_cache()
    {
        using var open = await Get("/things");
        using var known = await Get("/things", ("X-Api-Key", await NewKey(Role.Editor)));
        Assert.Equal(open.Headers.ETag, known.Headers.ETag);
        Assert.Equal("public, no-cache", known.Headers.CacheControl?.ToString());
        Assert.Equal(["Accept", "Accept-Encoding"], known.Headers.Vary);
        using var guarded = await Get("/things/guarded", ("X-Api-Key", await NewKey(Role.Editor)));
        Assert.Equal("no-cache, private", guarded.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task The_document_says_what_each_operation_needs()
    {
        var paths = JsonNode.Parse(await routes.Client.GetStringAsync(new Uri("/openapi.json", UriKind.Relative), TestContext.Current.CancellationToken))!["paths"]!;
        var open = paths["/livez"]!["get"]!;
        Assert.Empty(open["security"]!.AsArray());
        Assert.NotNull(open["responses"]!["401"]);
        Assert.Null(open["responses"]!["403"]);
        var guarded = paths["/rules/described"]!["get"]!;
        Assert.Equal(["apiKey", "bearer"], guarded["security"]!.AsArray().SelectMany(scheme => scheme!.AsObject().Select(one => one.Key)));
        Assert.All(["401", "403"], status => Assert.NotNull(guarded["responses"]![status]!["content"]![Problem.MediaType]!["example"]));
    }

    private static void Map(RouteGroupBuilder api)
    {
        var things = api.MapGroup("/things").ExcludeFromDescription();
        things.MapGet("", () => "things");
        things.MapGet("/guarded", () => "guarded").NeedsRole(Role.Editor);
        things.MapPost("", (Caller caller) => $"{caller.Id}\n{caller.Name}\n{caller.Role}");
        things.MapPut("/{id}", (string id) => id);
        things.MapPatch("/{id}", (string id) => id);
        things.MapDelete("/{id}", (string id) => id);
        things.MapMethods("", ["SEARCH"], () => "found");
        api.Map("/anything", () => "anything").ExcludeFromDescription();
        api.MapPost("/typed", (Body body) => body.Text).ExcludeFromDescription();
        var rules = api.MapGroup("/rules").NeedsRole(Role.Admin);
        rules.MapPost("", () => "rule").ExcludeFromDescription();
        rules.MapGet("", () => "rules").ExcludeFromDescription();
        rules.MapPost("/lowered", () => "rule").NeedsRole(Role.Editor).ExcludeFromDescription();
        rules.MapGet("/described", () => TypedResults.Ok(new Health { Status = "ok" })).WithSummary("Rules").WithName("GetRules");
    }

    private async Task<string> NewKey(Role role) =>
        (await ((ApiKeys)routes.Services.GetService(typeof(ApiKeys))!).Create("tester", role, expires: null, default)).Secret;

    private async Task<string[]> Asked((string Name, string Value) header)
    {
        using var response = await Post("/things", header);
        return (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n');
    }

    private async Task<IEnumerable<string>> Challenges(params (string Name, string Value)[] headers)
    {
        using var response = await Post("/rules", headers);
        return [.. response.Headers.WwwAuthenticate.Select(challenge => challenge.ToString())];
    }

    private Task<HttpResponseMessage> Get(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, path, headers);

    private Task<HttpResponseMessage> Post(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Post, path, headers);

    private async Task<HttpResponseMessage> Send(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await routes.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private sealed record Body(string Text);
}
