using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Partners;

public sealed class PartnersTests(Api api) : IClassFixture<Api>
{
    [Theory]
    [InlineData("/partners?q=korea&sort=name", "PRK", "KOR")]
    [InlineData("/partners?region=Eastern%20Asia&sort=-id&limit=2", "TWN", "PRK")]
    [InlineData("/partners?region=asia&limit=1", "AFG")]
    [InlineData("/partners?sort=name&limit=3", "AFG", "ALA", "ALB")]
    public async Task Filters_and_sorts(string path, params string[] ids) => Assert.Equal(ids, await api.Ids(path));
}
