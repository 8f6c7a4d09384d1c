using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.ForcePosture;

public sealed class ForcePostureTests(Api api) : IClassFixture<Api>
{
    [Theory]
    [InlineData("/force-posture", "jpn-dod-civilians", "jpn-f-35", "jpn-family-members", "jpn-us-military-personnel", "jpn-uss-ronald-reagan-csg")]
    [InlineData("/force-posture?kind=asset", "jpn-f-35", "jpn-uss-ronald-reagan-csg")]
    [InlineData("/force-posture?category=military&category=civilian", "jpn-dod-civilians", "jpn-us-military-personnel")]
    [InlineData("/force-posture?q=ronald%20reagan", "jpn-uss-ronald-reagan-csg")]
    [InlineData("/force-posture?q=F35", "jpn-f-35")]
    [InlineData("/force-posture?sort=-count&limit=1", "jpn-us-military-personnel")]
    [InlineData("/force-posture?sort=count&limit=1", "jpn-us-military-personnel")]
    [InlineData("/force-posture?partner=USA&category=military", "jpn-us-military-personnel")]
    [InlineData("/force-posture?sender=USA&category=military", "jpn-us-military-personnel")]
    [InlineData("/force-posture?host=USA")]
    [InlineData("/force-posture?sender=JPN")]
    [InlineData("/force-posture?host=JPN&kind=asset", "jpn-f-35", "jpn-uss-ronald-reagan-csg")]
    public async Task Filters_and_sorts(string path, params string[] ids) => Assert.Equal(ids, await api.Ids(path));
}
