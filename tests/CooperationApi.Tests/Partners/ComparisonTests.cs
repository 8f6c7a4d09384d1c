using System.Text.Json.Nodes;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Partners;

/// <summary>Like with like over the seeds, and what they do not hold.</summary>
public sealed class ComparisonTests(SeededApi api) : IClassFixture<SeededApi>, IAsyncLifetime
{
    private const string Sheets = """
        select put_fact_sheet('two-2015', array['TON', 'FJI'], 'On Two', 'Zonal Office', null, '2015-03-02');
        select put_fms_sale('ton-undated', 'two-2015', array[(1, '$1 million')]::cite[], partners => '{TON}', measure => 'sales', stage => 'sold',
          kind => 'flow', amount => read_quantity('$1 million', 'stated', 'USD'));
        select put_fms_sale('fji-undated', 'two-2015', array[(1, '$2 million')]::cite[], partners => '{FJI}', measure => 'sales', stage => 'sold',
          kind => 'flow', amount => read_quantity('$2 million', 'stated', 'USD'));
        select put_fms_sale('fji-fiscal', 'two-2015', array[(1, '$3 million')]::cite[], partners => '{FJI}', measure => 'sales', stage => 'sold',
          kind => 'flow', amount => read_quantity('$3 million', 'stated', 'USD'), period => fiscal_years(2014, 2014));
        select put_fms_sale('ton-days', 'two-2015', array[(1, '$4 million')]::cite[], partners => '{TON}', measure => 'sales', stage => 'sold',
          kind => 'flow', amount => read_quantity('$4 million', 'stated', 'USD'), period => days('2013-10-01', '2014-09-30'));
        select put_fms_sale('ton-case-1', 'two-2015', array[(2, '$5 million')]::cite[], partners => '{TON}', measure => 'case', stage => 'notified',
          kind => 'case', amount => read_quantity('$5 million', 'stated', 'USD'));
        select put_fms_sale('ton-case-2', 'two-2015', array[(2, 'unpriced')]::cite[], partners => '{TON}', measure => 'case', stage => 'notified',
          kind => 'case', amount => null, articles => array[('Tug', null, null, 'tug', null)]::article[]);
        select put_fms_sale('both-case', 'two-2015', array[(2, '$6 million')]::cite[], partners => '{FJI,TON}', measure => 'case', stage => 'notified',
          kind => 'case', amount => read_quantity('$6 million', 'stated', 'USD'));
        """;

    public async ValueTask InitializeAsync() => await api.Execute(Sheets);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("partner=JPN,KOR&measure=activeCases", "active stock: over $20 billion | over $30 billion")]
    [InlineData("partner=ROK&partner=Japan&measure=activeCases", "active stock: over $30 billion | over $20 billion")]
    [InlineData("partner=JPN,KOR&measure=activeCases&asOf=2018-12-31", "active stock: stated $19.6 billion | notStated")]
    [InlineData("partner=JPN,KOR,SGP&measure=militaryPersonnel",
        "stock fromPartner: notStated | notStated | over 1,000", "stock toPartner: about 55,000 | over 28,500 | notStated")]
    [InlineData("partner=TON,FJI&measure=case", "notified case: stated $5 million & stated $6 million for FJI+TON & no amount | stated $6 million for FJI+TON sharedFigure")]
    [InlineData("partner=TON,FJI&measure=sales",
        "sold flow: otherWindow | stated $2 million", "sold flow: stated $1 million | otherWindow",
        "sold flow 2014/2014: stated $4 million | stated $3 million")]
    [InlineData("partner=JPN,KOR&measure=authorizations",
        "authorized flow 2013/2017: otherWindow | over $7.9 billion",
        "authorized flow 2013/2018-09-30: stated 16.0 billion | otherWindow",
        "authorized flow 2015/: otherWindow | over $7.7 billion",
        "authorized flow 2019/2021: otherWindow | over $3.4 billion")]
    public async Task Puts_what_is_alike_into_one_row(string query, params string[] expected) =>
        Assert.Equal(expected, (await api.Read($"/partners/compare?{query}"))["items"]!.AsArray().Select(row => Line(row!)));

    [Theory]
    [InlineData("partner=TON,FJI&measure=sales&sort=-periodStart", "Stated of FJI for another window only: fji-fiscal (FY2014), fji-undated (no window stated).")]
    [InlineData("partner=JPN,EST&measure=authorizations", "Stated of EST for another window only: balt-dcs-authorized-since-2014 (since 2014-01), balt-dcs-authorized-since-2015 (since 2015-01).")]
    [InlineData("partner=JPN,BRA&measure=activeCases", "Nothing that stood at the date asked for states such a figure of BRA.")]
    [InlineData("partner=JPN,LVA&measure=authorizations", "Stated for EST, LVA, LTU together. It is the figure of none of them, and is not divided.")]
    public async Task Says_why_a_partner_has_no_figure_of_its_own(string query, string detail) => Assert.Contains(
        detail, (await api.Read($"/partners/compare?{query}"))["items"]!.AsArray().Select(row => (string?)row!["cells"]![1]!["missing"]?["detail"]));

    [Theory]
    [InlineData("KOR,JPN", "Korea, Republic of", "JPN")]
    [InlineData("KOR,JPN", "Korea, Republic of,JPN")]
    [InlineData("JPN,KOR,MAC", "JPN,Korea, Republic of,China, Macao Special Administrative Region")]
    [InlineData("PER,RUS,JPN", "PE,RU,JP")]
    [InlineData("JPN,KOR", "JPN, Japan ,KOR")]
    public async Task A_comma_parts_partners_unless_it_is_part_of_a_name(string codes, params string[] spelled)
    {
        var asked = string.Join('&', spelled.Select(one => $"partner={Uri.EscapeDataString(one)}"));
        var row = (await api.Read($"/partners/compare?{asked}&measure=activeCases"))["items"]![0]!;
        Assert.Equal(codes, string.Join(',', row["cells"]!.AsArray().Select(cell => (string?)cell!["partner"])));
    }

    [Theory]
    [InlineData("partner=JPN&measure=activeCases", "partner", "outOfRange")]
    [InlineData("partner=JPN,japan&measure=activeCases", "partner", "outOfRange")]
    [InlineData("partner=JPN,Japn&measure=activeCases", "partner", "unknownValue")]
    [InlineData("partner=JPN,x,KOR&measure=activeCases", "partner", "unknownValue")]
    [InlineData("partner=JPN,Soviet Union&measure=activeCases", "partner", "ambiguous")]
    [InlineData("partner=JPN,KOR&measure=other", "measure", "unknownValue")]
    [InlineData("partner=JPN,KOR", "measure", "missing")]
    public async Task A_comparison_is_of_two_known_partners_by_one_measure(string query, string parameter, string code) =>
        Assert.Equal((parameter, code), Assert.Single(await api.Faults($"/partners/compare?{query}")));

    [Fact]
    public async Task A_CSV_is_the_table_with_a_line_for_each_cell_and_figure()
    {
        var csv = await api.Text("/partners/compare?partner=TON,FJI,JPN&measure=case&format=csv&fields=stage,cells");
        var lines = csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',')[..4]);
        Assert.Equal(
            [
                "stage,cells.partner,cells.figures.id,cells.figures.url",
                "notified,TON,both-case,/sales/fms/both-case?asOf=2015-03-02",
                "notified,TON,ton-case-1,/sales/fms/ton-case-1?asOf=2015-03-02",
                "notified,TON,ton-case-2,/sales/fms/ton-case-2?asOf=2015-03-02",
                "notified,FJI,both-case,/sales/fms/both-case?asOf=2015-03-02",
                "notified,JPN,,",
            ],
            lines.Select(line => string.Join(',', line)));
        Assert.Contains("cells.figures.amount.low", csv);
        Assert.EndsWith("notStated,Nothing that stood at the date asked for states such a figure of JPN.\r\n", csv);
    }

    [Fact]
    public async Task A_partner_of_whom_nothing_is_stated_is_outside_coverage() => Assert.Equal(
        "outsideCoverage", (string?)(await api.Read("/partners/compare?partner=TUV,NRU&measure=activeCases"))["why"]!["code"]);

    private static string Line(JsonNode row)
    {
        var period = row["period"] is { } window ? $" {window["start"]}/{window["end"]}" : "";
        var head = string.Join(' ', new[] { row["stage"], row["kind"], row["basis"], row["direction"] }.OfType<JsonNode>());
        return $"{head}{period}: {string.Join(" | ", row["cells"]!.AsArray().Select(cell => Cell(cell!)))}";
    }

    private static string Cell(JsonNode cell) => string.Join(" & ", cell["figures"]!.AsArray()
            .OrderBy(figure => (string?)figure!["amount"]?["asStated"] ?? "z", StringComparer.Ordinal)
            .Select(figure => (figure!["amount"] is { } amount ? $"{amount["qualifier"]} {amount["asStated"]}" : "no amount")
                + (figure["partners"] is JsonArray partners ? $" for {string.Join('+', partners)}" : "")))
        + (cell["missing"]?["code"] is { } code ? (cell["figures"]!.AsArray().Count > 0 ? " " : "") + code : "");
}
