using System.Buffers.Text;
using System.Net;
using System.Text;
using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Kernel;

public sealed class QueryTests(Api api) : IClassFixture<Api>
{
    [Fact]
    public async Task All_faults_are_told_at_once()
    {
        var faults = await api.Faults("/sales/fms?limt=3&limit=999&asOf=2018&sort=size&kind=stok&partner=Japn&measure=&q=x");
        Assert.Equal(
            [
                ("asOf", "invalidValue"), ("kind", "unknownValue"), ("limit", "outOfRange"), ("limt", "unknownParameter"),
                ("measure", "unknownValue"), ("partner", "unknownValue"), ("q", "unknownParameter"), ("sort", "unknownValue"),
            ],
            faults.Order());
    }

    [Theory]
    [InlineData("/agreements?limt=3", "limit")]
    [InlineData("/agreements?Limit=3", "limit")]
    [InlineData("/agreements?parnter=JPN", "partner")]
    [InlineData("/agreements?kind=treatie", "treaty")]
    [InlineData("/agreements?kind=sofa", "SOFA")]
    [InlineData("/sales/fms?sort=-amont", "-amount")]
    [InlineData("/agreements?fields=nam", "name")]
    public async Task A_near_miss_is_told_what_may_be_meant(string path, string meant)
    {
        var (status, body) = await api.Get(path);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(meant, Assert.Single(body["errors"]!.AsArray())!["didYouMean"]!.AsArray().Select(one => (string?)one));
    }

    [Theory]
    [InlineData("/agreements?limit=1&limit=2", "limit", "repeated")]
    [InlineData("/agreements?sort=id&sort=name", "sort", "repeated")]
    [InlineData("/agreements?limit=", "limit", "invalidValue")]
    [InlineData("/agreements?limit=1.5", "limit", "invalidValue")]
    [InlineData("/agreements?limit=%2B5x", "limit", "invalidValue")]
    [InlineData("/agreements?q=", "q", "invalidValue")]
    [InlineData("/agreements?q=%00", "q", "invalidValue")]
    [InlineData("/agreements?q=%20%21", "q", "invalidValue")]
    [InlineData("/agreements?partner=", "partner", "invalidValue")]
    [InlineData("/agreements?since=1960-13", "since", "invalidValue")]
    [InlineData("/agreements?since=1960-02-30", "since", "invalidValue")]
    [InlineData("/agreements?since=1970&until=1960", "since", "contradiction")]
    [InlineData("/sales/fms?minAmount=2&maxAmount=1", "minAmount", "contradiction")]
    [InlineData("/sales/fms?minAmount=1e3", "minAmount", "invalidValue")]
    [InlineData("/sales/fms?maxAmount=0.5", "maxAmount", "invalidValue")]
    [InlineData("/sales/fms?maxAmount=-1", "maxAmount", "outOfRange")]
    [InlineData("/sales/fms?minAmount=99999999999999999999999", "minAmount", "outOfRange")]
    [InlineData("/fact-sheets/jpn-2018-05-21/facts?paragraph=0", "paragraph", "outOfRange")]
    [InlineData("/agreements?sort=name,-name", "sort", "repeated")]
    [InlineData("/agreements?fields=id,id", "fields", "repeated")]
    [InlineData("/agreements?q=%ff", "q", "invalidValue")]
    [InlineData("/sales/dcs?usml=XXII", "usml", "unknownValue")]
    [InlineData("/agreements?cursor=abc", "cursor", "invalidValue")]
    [InlineData("/agreements?fields=", "fields", "unknownValue")]
    [InlineData("/agreements/us-japan-sofa?limit=1", "limit", "unknownParameter")]
    [InlineData("/partners?asOf=2018-05-21", "asOf", "unknownParameter")]
    [InlineData("/livez?verbose", "verbose", "unknownParameter")]
    [InlineData("/openapi.json?x=1", "x", "unknownParameter")]
    [InlineData("/?x=1", "x", "unknownParameter")]
    public async Task A_fault_is_told_by_parameter_and_kind(string path, string parameter, string code) =>
        Assert.Equal((parameter, code), Assert.Single(await api.Faults(path)));

    [Fact]
    public async Task Contradictions_and_good_partners_are_checked_beside_other_faults()
    {
        Assert.Equal(
            [("limt", "unknownParameter"), ("since", "contradiction")],
            (await api.Faults("/agreements?since=2019&until=2018&limt=5")).Order());
        Assert.Equal(
            [("partner", "invalidValue"), ("partner", "unknownValue")], (await api.Faults("/agreements?partner=%20&partner=Japn")).Order());
    }

    [Fact]
    public async Task A_cursor_with_keys_of_another_kind_is_refused_and_not_a_failure()
    {
        var next = (string)(await api.Read("/force-posture?sort=count&limit=1"))["next"]!;
        foreach (var forged in new[] { "WyJhIiwiYiIsImMiXQ", "bnVsbA", "W10", "WyJhIl0", "e30" })
        {
            var path = System.Text.RegularExpressions.Regex.Replace(next, "cursor=[^&]+", $"cursor={forged}");
            Assert.Equal(("cursor", "invalidValue"), Assert.Single(await api.Faults(path)));
        }
    }

    [Fact]
    public async Task Long_and_hostile_texts_are_refused_at_once()
    {
        var partners = string.Join('&', Enumerable.Range(0, 450).Select(number => $"partner=zq{number}q"));
        var waited = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal(450, (await api.Faults($"/agreements?{partners}")).Count);
        Assert.Equal(HttpStatusCode.NotFound, (await api.Get($"/agreements/{new string('x', 7000)}/editionz")).Status);
        Assert.True(waited.Elapsed < TimeSpan.FromSeconds(20), $"took {waited.Elapsed}");
    }

    [Fact]
    public async Task A_repeated_filter_takes_either_value()
    {
        Assert.Equal(
            ["us-japan-sofa", "us-japan-special-measures-agreement"], await api.Ids("/agreements?kind=SOFA&kind=SMA"));
        Assert.Equal(["malabar"], await api.Ids("/exercises?partner=IND&partner=FRA"));
        Assert.Equal(["malabar"], await api.Ids("/exercises?partner=IND&partner=IND"));
    }

    [Fact]
    public async Task A_cursor_belongs_to_its_query()
    {
        var next = (string)(await api.Read("/agreements?limit=1&sort=name&partner=JPN"))["next"]!;
        Assert.NotEmpty(await api.Ids(next));
        Assert.NotEmpty(await api.Ids(next.Replace("limit=1", "limit=2", StringComparison.Ordinal)));
        foreach (var other in new[]
        {
            next.Replace("sort=name", "sort=-name", StringComparison.Ordinal),
            next.Replace("partner=JPN", "partner=USA", StringComparison.Ordinal),
            next.Replace("/agreements", "/objectives", StringComparison.Ordinal).Replace("sort=name", "sort=title", StringComparison.Ordinal),
            next + "&asOf=2018-05-21",
        })
        {
            Assert.Equal(("cursor", "invalidValue"), Assert.Single(await api.Faults(other)));
        }
    }

    [Fact]
    public async Task A_cursor_belongs_to_its_list()
    {
        var next = (string)(await api.Read("/agreements?limit=1"))["next"]!;
        Assert.Equal(
            ("cursor", "invalidValue"),
            Assert.Single(await api.Faults(next.Replace("/agreements", "/objectives", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_cursor_that_was_changed_is_refused()
    {
        var next = (string)(await api.Read("/agreements?limit=1"))["next"]!;
        var given = System.Text.RegularExpressions.Regex.Match(next, "cursor=([^&]+)").Groups[1].Value;
        var content = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(given));
        var changed = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(
            content.Replace("us-japan-security-treaty", "us-japan-sofa", StringComparison.Ordinal)));
        Assert.NotEqual(given, changed);
        Assert.Equal(("cursor", "invalidValue"), Assert.Single(await api.Faults($"/agreements?limit=1&cursor={changed}")));
    }

    [Theory]
    [InlineData("/agreements?limt=3", HttpStatusCode.BadRequest)]
    [InlineData("/livez?limt=3", HttpStatusCode.BadRequest)]
    [InlineData("/agreements/no-such-id", HttpStatusCode.NotFound)]
    [InlineData("/partners/Atlantis", HttpStatusCode.NotFound)]
    [InlineData("/no/such/route", HttpStatusCode.NotFound)]
    public async Task A_problem_is_sent_as_one_and_is_not_cached(string path, HttpStatusCode status)
    {
        using var response = await api.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal(Problem.MediaType, response.Content.Headers.ContentType?.MediaType);
        Assert.True(response.Headers.CacheControl?.NoStore);
        Assert.Matches("^[0-9a-f]{32}$", (string?)(await api.Get(path)).Body["traceId"]);
    }

    [Fact]
    public async Task The_next_page_is_also_in_the_Link_header()
    {
        using var response = await api.Client.GetAsync(new Uri("/agreements?limit=1", UriKind.Relative), TestContext.Current.CancellationToken);
        var next = (string)(await api.Read("/agreements?limit=1"))["next"]!;
        Assert.Contains($"<{next}>; rel=\"next\"", response.Headers.GetValues("Link"));
    }

    [Theory]
    [InlineData("/force-posture?partner=FRA", "outsideCoverage")]
    [InlineData("/agreements?partner=JPN&since=1990", "noMatch")]
    [InlineData("/exercises?partner=IND&asOf=2000-01-01", "nothingStatedYet")]
    [InlineData("/agreements?asOf=2018-05-21&q=nowhere", "noMatch")]
    [InlineData("/fact-sheets?partner=JPN&until=2000", "noMatch")]
    [InlineData("/fact-sheets?partner=FRA", "outsideCoverage")]
    public async Task An_empty_list_says_why(string path, string code)
    {
        var page = await api.Read(path);
        Assert.Empty(page["items"]!.AsArray());
        Assert.Equal(code, (string?)page["why"]!["code"]);
    }

    [Theory]
    [InlineData("/excercises", "/exercises")]
    [InlineData("/agreement/us-japan-sofa", "/agreements/us-japan-sofa")]
    [InlineData("/sales", null)]
    [InlineData("/agreements/us-japan-sof", "us-japan-sofa")]
    public async Task What_is_not_there_is_a_404_that_names_what_is_near(string path, string? near)
    {
        var (status, body) = await api.Get(path);
        Assert.Equal(HttpStatusCode.NotFound, status);
        if (near is not null)
        {
            Assert.Equal(near, (string?)body["didYouMean"]![0]);
        }
    }

    [Fact]
    public async Task A_record_before_its_first_statement_is_a_404_that_says_when_it_was_stated()
    {
        var (status, body) = await api.Get("/agreements/us-japan-sofa?asOf=2018-05-20");
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("first stated on 2018-05-21", (string?)body["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_root_leads_to_Swagger_UI()
    {
        using var response = await api.Client.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("/swagger", response.Headers.Location?.ToString());
        var page = await api.Client.GetStringAsync(new Uri("/swagger/index.html", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("swagger-ui", page, StringComparison.Ordinal);
    }
}
