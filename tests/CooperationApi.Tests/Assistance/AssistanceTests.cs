using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Assistance;

public sealed class AssistanceTests(Api api) : IClassFixture<Api>, IAsyncLifetime
{
    internal const string Georgia = """
        select put_fact_sheet('geo-2019', array['GEO'], 'A Sheet on Georgia', 'P', null, '2019-03-01', null, null, null, null, null);
        select put_assistance('geo-title22', 'geo-2019', array[(2, '$117.3 million')]::cite[], partners => '{GEO}', program => 'title22',
          direction => 'toPartner', amount => read_quantity('$117.3 million', 'stated', 'USD'), basis => 'cumulative',
          period => fiscal_years(2014, null));
        select put_assistance('geo-fmf', 'geo-2019', array[(2, '$109 million')]::cite[], partners => '{GEO}', program => 'FMF',
          direction => 'toPartner', amount => read_quantity('$109 million', 'over', 'USD'), basis => 'cumulative', stage => 'allocated',
          period => fiscal_years(2014, null), part_of => 'geo-title22');
        select put_assistance('geo-eda', 'geo-2019', array[(3, 'boats')]::cite[], partners => '{GEO}', program => 'EDA', direction => 'toPartner',
          period => fiscal_years(2016, 2016), articles => array[('Island-class cutter', 'WPB-1301', 'platforms', 'two cutters', 2)]::article[]);
        select put_assistance('qat-base', 'geo-2019', array[(4, '$8 billion')]::cite[], partners => '{QAT}', program => 'hostNationContribution',
          direction => 'fromPartner', amount => read_quantity('$8 billion', 'over', 'USD'), basis => 'perYear');
        """;

    public async ValueTask InitializeAsync() => await api.Execute(Georgia);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("", "geo-eda", "geo-fmf", "geo-title22", "jpn-gpoi", "qat-base")]
    [InlineData("?asOf=2019-02-28", "jpn-gpoi")]
    [InlineData("?partner=Georgia&partner=QA", "geo-eda", "geo-fmf", "geo-title22", "qat-base")]
    [InlineData("?program=FMF&program=EDA", "geo-eda", "geo-fmf")]
    [InlineData("?direction=fromPartner", "jpn-gpoi", "qat-base")]
    [InlineData("?basis=cumulative", "geo-fmf", "geo-title22")]
    [InlineData("?stage=allocated", "geo-fmf")]
    [InlineData("?since=2016-10", "geo-fmf", "geo-title22")]
    [InlineData("?until=2013-10", "geo-fmf", "geo-title22")]
    [InlineData("?until=2013-09")]
    [InlineData("?period=FY2016", "geo-eda")]
    [InlineData("?overlaps=FY2015", "geo-fmf", "geo-title22")]
    [InlineData("?minAmount=117300000", "geo-title22", "qat-base")]
    [InlineData("?maxAmount=109000000", "geo-fmf")]
    [InlineData("?minAmount=110000000&certainty=possible", "geo-fmf", "geo-title22", "qat-base")]
    [InlineData("?article=wpb1301", "geo-eda")]
    [InlineData("?article=fighter")]
    [InlineData("?sort=-amount", "qat-base", "geo-title22", "geo-fmf", "jpn-gpoi", "geo-eda")]
    [InlineData("?sort=periodEnd&limit=1", "geo-eda")]
    [InlineData("?sort=statedFrom&limit=1", "jpn-gpoi")]
    public async Task Filters_and_sorts(string query, params string[] ids)
    {
        var found = await api.Ids("/assistance" + query);
        Assert.Equal(ids, query.Contains("sort", StringComparison.Ordinal) ? found : found.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/search?q=foreign%20military%20financing", "geo-fmf")]
    [InlineData("/search?q=excess%20defense", "geo-eda")]
    [InlineData("/search?q=island%20class", "geo-eda")]
    [InlineData("/search?q=109%20million", "geo-fmf")]
    [InlineData("/timeline?resource=assistance&partner=GEO&until=2013-12", "geo-fmf", "geo-title22")]
    [InlineData("/fact-sheets/geo-2019/facts?limit=2", "geo-fmf", "geo-title22")]
    public async Task Is_found_where_all_records_are(string path, params string[] ids) => Assert.Equal(ids, (await api.Ids(path)).Order(StringComparer.Ordinal));

    [Fact]
    public async Task What_is_stated_of_one_partner_holds_the_assistance_to_it()
    {
        Assert.Equal(3, (await api.Read("/partners/GEO/profile"))["assistance"]!.AsArray().Count);
        var row = Assert.Single((await api.Read("/coverage?partner=GEO&resource=assistance"))["items"]!.AsArray())!;
        Assert.Equal((3, 3, "/assistance?partner=GEO"), ((int)row["records"]!, (int)row["standing"]!, (string)row["url"]!));
        var cited = await api.Text("/assistance/geo-fmf/citation");
        Assert.Contains("\"Foreign Military Financing\"", cited, StringComparison.Ordinal);
    }
}
