using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Kernel;

/// <summary>What every answer tells a browser not to do with it.</summary>
public sealed class PrecautionsTests(SeededApi api) : IClassFixture<SeededApi>
{
    private const string OfData = "default-src 'none'; frame-ancestors 'none'";

    private static readonly string[] Names =
        ["X-Content-Type-Options", "Content-Security-Policy", "Referrer-Policy", "Cross-Origin-Resource-Policy", "Strict-Transport-Security"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_answer_is_data_of_which_nothing_runs_and_which_any_page_may_read()
    {
        var key = await api.Key(Role.Editor);
        var answered = new HashSet<int>();
        foreach (var path in (await api.ExamplePaths()).Concat(["/openapi.json", "/openapi-3.0.json", "/", "/agreements/no-such", "/agreements?limt=1", "/no/such", "/swagger/no-such"]))
        {
            // At first as it is made, and then as it is kept.
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Get, HttpMethod.Head, HttpMethod.Options, HttpMethod.Post })
            {
                (string, string)[] headers = method == HttpMethod.Post ? [("Accept-Encoding", "br"), ("X-Api-Key", key)] : [("Accept-Encoding", "br")];
                using var response = await api.Send(method, path, headers);
                answered.Add((int)response.StatusCode);
                Assert.Equal(["nosniff", OfData, "no-referrer", "cross-origin", null], Said(response));
            }
        }

        Assert.Superset(new HashSet<int>([200, 204, 302, 400, 404, 405]), answered);
    }

    [Fact]
    public async Task A_304_says_only_what_guides_caches()
    {
        foreach (var path in await api.ExamplePaths())
        {
            using var first = await api.Send(path);
            using var again = await api.Send(path, ("If-None-Match", first.Headers.ETag!.ToString()));
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.All(Said(again), Assert.Null);
        }
    }

    [Theory]
    [InlineData("/swagger/index.html", "text/html")]
    [InlineData("/swagger/index.js", "application/javascript")]
    [InlineData("/swagger/swagger-ui-bundle.js", "text/javascript")]
    public async Task Swagger_UI_runs_its_own_scripts_alone_and_keeps_no_key(string path, string mediaType)
    {
        using var response = await api.Send(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(mediaType, response.Content.Headers.ContentType!.MediaType);
        var policy = Said(response)[1]!;
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self' 'sha256-", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Said(response)[0]);
        var text = await response.Content.ReadAsStringAsync(Stop);
        Assert.False(path.EndsWith("index.js", StringComparison.Ordinal) && text.Contains("\"persistAuthorization\":true", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("api.example.org", "max-age=31536000")]
    [InlineData("localhost", null)]
    public async Task Who_came_by_TLS_is_told_to_stay(string host, string? said)
    {
        var folder = Directory.CreateTempSubdirectory("cooperation-tls-").FullName;
        var certificate = Path.Combine(folder, "service.pfx");
        using (var key = ECDsa.Create())
        using (var made = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1)))
        {
            await File.WriteAllBytesAsync(certificate, made.Export(X509ContentType.Pfx, "of the test"), Stop);
        }

        await using (var service = ServiceProcess.Launch(
            folder,
            environment: [
                ("ConnectionStrings__Cooperation", api.ConnectionString), ("ASPNETCORE_URLS", "https://127.0.0.1:0"),
                ("Kestrel__Certificates__Default__Path", certificate), ("Kestrel__Certificates__Default__Password", "of the test")]))
        {
            await service.Ready();
            using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true };
            using var client = new HttpClient(handler) { BaseAddress = service.Client.BaseAddress };
            foreach (var path in new[] { "/agreements", "/agreements", "/agreements/no-such", "/swagger/index.html" })
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = host } };
                using var response = await client.SendAsync(request, Stop);
                Assert.Equal(said, Said(response)[4]);
            }
        }

        Directory.Delete(folder, recursive: true);
    }

    private static string?[] Said(HttpResponseMessage response) =>
        [.. Names.Select(name => response.Headers.TryGetValues(name, out var values) ? string.Join(" | ", values) : null)];
}
