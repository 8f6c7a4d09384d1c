using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Objectives;

public sealed class ObjectivesTests(Api api) : IClassFixture<Api>
{
    [Theory]
    [InlineData("/objectives", "indo-pacific-maritime-governance", "us-japan-alliance", "us-japan-rok-trilateral")]
    [InlineData("/objectives?partner=ROK", "us-japan-rok-trilateral")]
    [InlineData("/objectives?concern=North%20Korea", "us-japan-rok-trilateral")]
    [InlineData("/objectives?concern=CHN")]
    [InlineData("/objectives?q=missile", "us-japan-rok-trilateral")]
    [InlineData("/objectives?q=maritime", "indo-pacific-maritime-governance")]
    [InlineData("/objectives?partner=PRK")]
    [InlineData("/objectives?sort=-title", "indo-pacific-maritime-governance", "us-japan-rok-trilateral", "us-japan-alliance")]
    public async Task Filters_and_sorts(string path, params string[] ids) => Assert.Equal(ids, await api.Ids(path));
}
