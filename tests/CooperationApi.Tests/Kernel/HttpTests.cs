using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Kernel;

/// <summary>What HTTP promises of every read: entity tags, conditional requests, HEAD, encodings, other origins.</summary>
public sealed class HttpTests(SeededApi api) : IClassFixture<SeededApi>
{
    private static readonly string[] Compared = ["ETag", "Cache-Control", "Vary", "Link", "Content-Type", "Content-Length", "Total-Count"];

    [Fact]
    public async Task Every_read_has_a_strong_tag_by_which_it_is_not_sent_again()
    {
        foreach (var path in await api.ExamplePaths())
        {
            using var first = await api.Send(path);
            var tag = first.Headers.ETag;
            Assert.False(tag!.IsWeak);
            foreach (var known in new[] { tag.Tag, $"W/{tag.Tag}", $"\"other\", {tag.Tag}", "*" })
            {
                using var again = await api.Send(path, ("If-None-Match", known));
                Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
                Assert.Equal(tag, again.Headers.ETag);
                Assert.Equal(first.Headers.CacheControl, again.Headers.CacheControl);
                Assert.Equal(first.Headers.Vary, again.Headers.Vary);
                Assert.Null(again.Content.Headers.ContentType);
                Assert.Empty(await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            }

            using var changed = await api.Send(path, ("If-None-Match", "\"other\""));
            Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        }
    }

    [Fact]
    public async Task Every_read_answers_HEAD_as_GET_without_its_body()
    {
        foreach (var path in (await api.ExamplePaths()).Append("/openapi.json").Append("/agreements/no-such").Append("/agreements?limt=1")
            .Append("/agreements?until=0009&format=ndjson"))
        {
            using var get = await api.Send(path);
            using var head = await api.Send(HttpMethod.Head, path);
            Assert.Equal(get.StatusCode, head.StatusCode);
            foreach (var name in Compared.Where(name => get.IsSuccessStatusCode || name != "Content-Length"))
            {
                Assert.Equal(Header(get, name), Header(head, name));
            }

            Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData("User-Agent", "caf\u00E9", HttpStatusCode.OK)]
    [InlineData("If-None-Match", "\"\u00E9\"", HttpStatusCode.OK)]
    [InlineData("Accept", "\u00E9", HttpStatusCode.NotAcceptable)]
    public async Task A_header_may_hold_bytes_that_are_no_UTF8(string name, string value, HttpStatusCode status)
    {
        using var sockets = new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1 };
        using var client = new HttpClient(new ContractHandler(sockets)) { BaseAddress = api.Client.BaseAddress };
        client.DefaultRequestHeaders.TryAddWithoutValidation(name, value);
        using var response = await client.GetAsync(new Uri("/agreements", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(status, response.StatusCode);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData("gzip;q=0.5, br;q=1.0")]
    public async Task Every_read_is_the_same_when_it_is_encoded(string accepted)
    {
        foreach (var path in (await api.ExamplePaths()).Append("/agreements/export?until=0009"))
        {
            using var plain = await api.Send(path);
            using var encoded = await api.Send(path, ("Accept-Encoding", accepted));
            var body = await encoded.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            var encoding = encoded.Content.Headers.ContentEncoding.SingleOrDefault();
            var whole = await plain.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            Assert.Equal(whole, Decoded(body, encoding));
            Assert.Equal(encoding is null, plain.Headers.ETag!.Equals(encoded.Headers.ETag));
            Assert.True(encoding is not null ? whole.Length > 0 : whole.Length < 1000, $"{path} is encoded by {encoding ?? "nothing"}");
            Assert.Equal(["Accept", "Accept-Encoding"], encoded.Headers.Vary);
            if (encoding is not null)
            {
                Assert.Equal(accepted.Contains("br", StringComparison.Ordinal) ? "br" : "gzip", encoding);
                using var again = await api.Send(
                    path, ("Accept-Encoding", accepted), ("If-None-Match", encoded.Headers.ETag!.Tag));
                Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            }
        }
    }

    [Fact]
    public async Task A_tag_changes_when_the_answer_does_and_not_otherwise()
    {
        foreach (var (path, changing, other) in new[]
        {
            ("/agreements/us-japan-sofa",
                "update agreements set purpose = 'One.' where id = 'us-japan-sofa'",
                "update agreements set purpose = 'Other.' where id = 'us-japan-security-treaty'"),
            ("/objectives?limit=1",
                "update objectives set title = 'Changed' where id = 'indo-pacific-maritime-governance'",
                "update objectives set title = 'Changed' where id = 'us-japan-rok-trilateral'"),
            ("/agreements/export?kind=SMA",
                "update agreements set name = 'Changed' where kind = 'SMA'",
                "update agreements set name = 'Changed' where kind = 'treaty'"),
            ("/partners/export?q=korea",
                "update partner_aliases set alias = 'Koryo' where alias = 'ROK'",
                "update partner_aliases set alias = 'Nihon' where partner = 'JPN'"),
        })
        {
            var before = await Tag(path);
            await api.Execute(other);
            Assert.Equal(before, await Tag(path));
            await api.Execute(changing);
            Assert.NotEqual(before, await Tag(path));
        }
    }

    [Fact]
    public async Task An_export_in_another_order_or_form_has_another_tag()
    {
        var tags = new HashSet<string>();
        foreach (var query in new[] { "", "?format=csv", "?sort=-id", "?fields=id", "?fields=name", "?end=count" })
        {
            Assert.True(tags.Add(await Tag("/agreements/export" + query)), query);
        }
    }

    [Fact]
    public async Task Every_read_may_be_kept_but_not_used_without_asking()
    {
        foreach (var path in (await api.ExamplePaths()).Where(path => path is not ("/livez" or "/readyz" or "/changes")))
        {
            using var response = await api.Send(path);
            Assert.Equal("public, no-cache", Header(response, "Cache-Control"));
        }

        using var health = await api.Send("/livez");
        Assert.Equal("no-store", Header(health, "Cache-Control"));
    }

    [Fact]
    public async Task Every_answer_is_open_to_pages_of_any_origin()
    {
        foreach (var path in (await api.ExamplePaths()).Append("/agreements/no-such").Append("/agreements?limt=1").Append("/no/such"))
        {
            using var response = await api.Send(path);
            Assert.Equal("*", Header(response, "Access-Control-Allow-Origin"));
            Assert.Equal("*", Header(response, "Access-Control-Expose-Headers"));
        }
    }

    [Fact]
    public async Task Every_route_tells_a_page_of_another_origin_what_it_may_ask()
    {
        foreach (var path in await api.ExamplePaths())
        {
            using var response = await api.Send(
                HttpMethod.Options, path, ("Origin", "https://elsewhere.example"), ("Access-Control-Request-Method", "GET"));
            Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
            Assert.Superset(new HashSet<string>(["GET", "HEAD", "OPTIONS"]), response.Content.Headers.Allow.ToHashSet());
            Assert.Equal(string.Join(", ", response.Content.Headers.Allow), Header(response, "Access-Control-Allow-Methods"));
            Assert.Equal("*, Authorization", Header(response, "Access-Control-Allow-Headers"));
        }

        using var record = await api.Send(HttpMethod.Options, "/agreements/us-japan-sofa");
        Assert.Equal(["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "PUT"], record.Content.Headers.Allow.Order());
        using var unknown = await api.Send(HttpMethod.Options, "/no/such");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task Every_read_links_itself_and_what_describes_it()
    {
        foreach (var path in await api.ExamplePaths())
        {
            using var response = await api.Send(path);
            var links = response.Headers.GetValues("Link").ToList();
            Assert.Contains($"<{Ordered(path)}>; rel=\"self\"", links);
            Assert.Contains("</openapi.json>; rel=\"describedby\"", links);
        }

        using var odd = await api.Send("/agreements?q=%3E%2C%20%3Crel");
        Assert.Contains("</agreements?q=%3E,%20%3Crel>; rel=\"self\"", odd.Headers.GetValues("Link"));
    }

    [Theory]
    [InlineData("/agreements", "text/html", "application/json, text/csv, application/x-ndjson")]
    [InlineData("/agreements", "application/json;q=0", "application/json, text/csv, application/x-ndjson")]
    [InlineData("/agreements", "nonsense", "application/json, text/csv, application/x-ndjson")]
    [InlineData("/agreements/us-japan-sofa", "text/csv", "application/json")]
    [InlineData("/agreements/export", "application/json", "application/x-ndjson, text/csv")]
    [InlineData("/partners/JPN/profile", "image/*", "application/json")]
    public async Task A_form_that_there_is_not_is_refused_with_those_that_there_are(string path, string accept, string available)
    {
        using var response = await api.Send(path, ("Accept", accept));
        Assert.Equal(HttpStatusCode.NotAcceptable, response.StatusCode);
        Assert.Equal(Problem.MediaType, response.Content.Headers.ContentType?.MediaType);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal(available, string.Join(", ", body["available"]!.AsArray()));
    }

    [Theory]
    [InlineData("/agreements", "*/*", "application/json")]
    [InlineData("/agreements", "text/*", "text/csv")]
    [InlineData("/agreements", "application/*;q=0.2, text/csv;q=0.3", "text/csv")]
    [InlineData("/agreements", "application/x-ndjson, application/json;q=0.9", "application/x-ndjson")]
    [InlineData("/agreements", "application/json;q=0.1, */*;q=0.9", "text/csv")]
    [InlineData("/agreements", "text/html,application/xhtml+xml,*/*;q=0.8", "application/json")]
    [InlineData("/agreements", "TEXT/CSV; charset=utf-8", "text/csv")]
    [InlineData("/agreements?format=ndjson", "text/csv", "application/x-ndjson")]
    [InlineData("/agreements?format=json", "text/html", "application/json")]
    [InlineData("/agreements/export", "*/*", "application/x-ndjson")]
    [InlineData("/agreements/export?format=csv", "application/x-ndjson", "text/csv")]
    public async Task The_form_is_the_one_preferred(string path, string accept, string mediaType)
    {
        using var response = await api.Send(path, ("Accept", accept));
        Assert.Equal(mediaType, response.Content.Headers.ContentType?.MediaType);
    }

    private async Task<string> Tag(string path)
    {
        using var response = await api.Send(path);
        return response.Headers.ETag!.Tag;
    }

    // One question has one URL of its own: parameters by name, the values of one as they were given.
    private static string Ordered(string path) => path.Split('?') is [var resource, var query]
        ? $"{resource}?{string.Join('&', query.Split('&').OrderBy(parameter => parameter.Split('=')[0], StringComparer.Ordinal))}"
        : path;

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values)
            ? string.Join(", ", values)
            : null;

    private static byte[] Decoded(byte[] body, string? encoding)
    {
        using var stream = new MemoryStream(body);
        using Stream decoder = encoding switch
        {
            "br" => new BrotliStream(stream, CompressionMode.Decompress),
            "gzip" => new GZipStream(stream, CompressionMode.Decompress),
            _ => stream,
        };
        using var plain = new MemoryStream();
        decoder.CopyTo(plain);
        return plain.ToArray();
    }
}
