using System.Net;
using System.Text.Json.Nodes;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Kernel;

public sealed class CitationTests(Api api) : IClassFixture<Api>
{
    private const string Path = "/sales/fms/jpn-fms-active-cases/citation";

    private static DateTime Today => DateTime.UtcNow.Date;

    private string Here => api.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

    [Fact]
    public async Task A_record_is_cited_as_a_line_of_text() => Assert.Equal(
        "U.S. Department of State, Bureau of Political-Military Affairs, \"U.S. Security Cooperation With Japan,\" fact sheet, May 21, 2018, para. 4, "
            + "https://www.state.gov/t/pm/rls/fs/2018/281245.htm. Cited from CooperationApi as \"Active Foreign Military Sales cases\" "
            + $"(jpn-fms-active-cases), edition of 2018-05-21, revision 1, {Here}/sales/fms/jpn-fms-active-cases?asOf=2018-05-21, "
            + $"accessed {Today:MMMM d, yyyy}.\n",
        await api.Text(Path));

    [Fact]
    public async Task A_record_is_cited_as_CSL_JSON()
    {
        var item = Assert.Single(JsonNode.Parse(await api.Text(Path + "?format=csl"))!.AsArray())!;
        Assert.Equal("report", (string?)item["type"]);
        Assert.Equal("jpn-fms-active-cases_2018-05-21", (string?)item["id"]);
        Assert.Equal("""[{"literal":"U.S. Department of State, Bureau of Political-Military Affairs"}]""", item["author"]!.ToJsonString());
        Assert.Equal("""{"date-parts":[[2018,5,21]]}""", item["issued"]!.ToJsonString());
        Assert.Equal($$"""{"date-parts":[[{{Today.Year}},{{Today.Month}},{{Today.Day}}]]}""", item["accessed"]!.ToJsonString());
        Assert.Equal("https://www.state.gov/t/pm/rls/fs/2018/281245.htm", (string?)item["URL"]);
        Assert.Contains("edition of 2018-05-21", (string?)item["note"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_is_cited_as_BibTeX() => Assert.Equal(
        """
        @techreport{jpn-fms-active-cases_2018-05-21,
          author      = {{U.S. Department of State, Bureau of Political-Military Affairs}},
          title       = {{U.S. Security Cooperation With Japan}},
          institution = {U.S. Department of State},
          type        = {Fact sheet},
          year        = {2018},
          month       = may,
          day         = {21},
          url         = {https://www.state.gov/t/pm/rls/fs/2018/281245.htm},
          urldate     = {TODAY},
          note        = {Para. 4. Cited from CooperationApi as "Active Foreign Military Sales cases" (jpn-fms-active-cases), edition of 2018-05-21, revision 1, \url{HERE/sales/fms/jpn-fms-active-cases?asOf=2018-05-21}},
        }

        """.Replace("TODAY", $"{Today:yyyy-MM-dd}", StringComparison.Ordinal).Replace("HERE", Here, StringComparison.Ordinal),
        await api.Text(Path + "?format=bibtex"));

    [Theory]
    [InlineData("*/*", "text/plain")]
    [InlineData("application/vnd.citationstyles.csl+json", "application/vnd.citationstyles.csl+json")]
    [InlineData("application/x-bibtex, text/plain;q=0.5", "application/x-bibtex")]
    public async Task The_form_goes_by_Accept(string accept, string mediaType)
    {
        using var response = await api.Send(Path, ("Accept", accept));
        Assert.Equal(mediaType, response.Content.Headers.ContentType?.MediaType);
        using var refused = await api.Send(Path, ("Accept", "text/html"));
        Assert.Equal(HttpStatusCode.NotAcceptable, refused.StatusCode);
    }

    [Fact]
    public async Task The_edition_cited_is_the_one_that_stood_with_its_own_sources()
    {
        await api.Execute("""
            select put_fact_sheet('x-2015', array['JPN'], 'Costs & {Benefits} 100%_#1', 'Office', null, '2015-03', null, null, null, null, null);
            select put_fact_sheet('y-2015', array['JPN'], 'Second', 'Office', null, '2015-03-01', null, null, null, 'https://second.example', null);
            select put_agreement('us-japan-sofa', 'x-2015', array[(9, 'a'), (2, 'b'), (2, 'c')]::cite[],
              name => 'As before', kind => 'SOFA', parties => '{USA,JPN}', purpose => 'x');
            insert into citations values ('agreements', 'us-japan-sofa', '2015-03-01', 7, 'y-2015', null, 'd');
            """);
        var lines = (await api.Text("/agreements/us-japan-sofa/citation?asOf=2016-01-01")).Split('\n');
        Assert.StartsWith("Office, \"Costs & {Benefits} 100%_#1,\" fact sheet, March 2015, paras. 2, 9. Cited", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("Office, \"Second,\" fact sheet, March 1, 2015, https://second.example. Cited", lines[1], StringComparison.Ordinal);
        Assert.Contains("edition of 2015-03-01", lines[0], StringComparison.Ordinal);
        var bibtex = await api.Text("/agreements/us-japan-sofa/citation?asOf=2016-01-01&format=bibtex");
        Assert.Contains(@"{{Costs \& \textbraceleft{}Benefits\textbraceright{} 100\%\_\#1}}", bibtex, StringComparison.Ordinal);
        Assert.Contains("@techreport{us-japan-sofa_2015-03-01_1,", bibtex, StringComparison.Ordinal);
        Assert.Contains("@techreport{us-japan-sofa_2015-03-01_2,", bibtex, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await api.Get("/agreements/us-japan-sofa/citation?asOf=2015-02-28")).Status);
    }

    [Fact]
    public async Task An_estimated_date_and_a_quoted_text_are_cited_as_such()
    {
        await api.Execute("""
            select put_fact_sheet('z-2014', partners => '{JPN}', title => 'Third', publisher => 'Office', bureau => null, published => '2014',
              published_basis => 'estimated', text_read => 'quotations', source_url => 'https://quoting.example');
            """);
        var text = await api.Text("/fact-sheets/z-2014/citation");
        Assert.StartsWith("Office, \"Third,\" fact sheet, ca. 2014, as quoted at https://quoting.example. Cited", text, StringComparison.Ordinal);
        var item = Assert.Single(JsonNode.Parse(await api.Text("/fact-sheets/z-2014/citation?format=csl"))!.AsArray())!;
        Assert.Equal("""{"date-parts":[[2014]],"circa":true}""", item["issued"]!.ToJsonString());
        Assert.Contains(
            "note        = {The date is estimated. Read as quoted at the URL. Cited", await api.Text("/fact-sheets/z-2014/citation?format=bibtex"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fact_sheet_is_cited_for_itself()
    {
        var text = await api.Text("/fact-sheets/jpn-2018-05-21/citation");
        Assert.StartsWith("U.S. Department of State, Bureau of Political-Military Affairs, \"U.S. Security Cooperation With Japan,\"", text, StringComparison.Ordinal);
        Assert.Contains($"as jpn-2018-05-21, revision 1, {Here}/fact-sheets/jpn-2018-05-21, accessed", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_in_every_citation_leads_to_what_is_cited()
    {
        foreach (var path in (await api.ExamplePaths()).Where(path => path.EndsWith("/citation", StringComparison.Ordinal)))
        {
            var url = (string)JsonNode.Parse(await api.Text(path + "?format=csl"))![0]!["archive_location"]!;
            Assert.StartsWith(Here, url, StringComparison.Ordinal);
            Assert.Contains((string)(await api.Read(url[Here.Length..]))["id"]!, path, StringComparison.Ordinal);
        }
    }
}
