using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Agreements;

public sealed class AgreementsTests(Api api) : IClassFixture<Api>
{
    [Theory]
    [InlineData("/agreements", "us-japan-security-treaty", "us-japan-sofa", "us-japan-special-measures-agreement")]
    [InlineData("/agreements?kind=SOFA", "us-japan-sofa")]
    [InlineData("/agreements?partner=USA", "us-japan-security-treaty", "us-japan-sofa", "us-japan-special-measures-agreement")]
    [InlineData("/agreements?partner=KOR")]
    [InlineData("/agreements?q=status%20of%20forces", "us-japan-sofa")]
    [InlineData("/agreements?q=STATUS-OF-FORCES", "us-japan-sofa")]
    [InlineData("/agreements?q=SOFA", "us-japan-sofa")]
    [InlineData("/agreements?q=treatycommits")]
    [InlineData("/agreements?q=defense", "us-japan-security-treaty")]
    [InlineData("/agreements?since=1960", "us-japan-security-treaty", "us-japan-sofa")]
    [InlineData("/agreements?since=1961")]
    [InlineData("/agreements?until=1960-06", "us-japan-security-treaty", "us-japan-sofa")]
    [InlineData("/agreements?until=1959")]
    [InlineData("/agreements?sort=-name", "us-japan-sofa", "us-japan-special-measures-agreement", "us-japan-security-treaty")]
    [InlineData("/agreements?sort=date,-id", "us-japan-sofa", "us-japan-security-treaty", "us-japan-special-measures-agreement")]
    [InlineData("/agreements?sort=-date", "us-japan-sofa", "us-japan-security-treaty", "us-japan-special-measures-agreement")]
    public async Task Filters_and_sorts(string path, params string[] ids) => Assert.Equal(ids, await api.Ids(path));
}
