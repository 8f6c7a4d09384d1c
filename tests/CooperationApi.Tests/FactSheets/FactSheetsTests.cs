using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.FactSheets;

public sealed class FactSheetsTests(Api api) : IClassFixture<Api>
{
    [Theory]
    [InlineData("/fact-sheets", "jpn-2018-05-21")]
    [InlineData("/fact-sheets?partner=Japan", "jpn-2018-05-21")]
    [InlineData("/fact-sheets?partner=KOR")]
    [InlineData("/fact-sheets?since=2018-05", "jpn-2018-05-21")]
    [InlineData("/fact-sheets?since=2018-05-22")]
    [InlineData("/fact-sheets?until=2018-05-20")]
    [InlineData("/fact-sheets?q=cooperation%20with", "jpn-2018-05-21")]
    [InlineData("/fact-sheets/jpn-2018-05-21/facts?paragraph=4", "jpn-fms-active-cases")]
    [InlineData("/fact-sheets/jpn-2018-05-21/facts?paragraph=4&paragraph=5", "jpn-fms-active-cases", "jpn-dcs-authorized-2013-2018")]
    [InlineData("/fact-sheets/jpn-2018-05-21/facts?paragraph=8")]
    public async Task Filters(string path, params string[] ids) => Assert.Equal(ids, await api.Ids(path));
}
