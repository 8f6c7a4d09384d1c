using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Peacekeeping;

public sealed class PeacekeepingTests(Api api) : IClassFixture<Api>
{
    [Theory]
    [InlineData("/peacekeeping", "jpn-gpoi-exercises", "jpn-gpoi-regional-training", "jpn-gpoi-un-training", "jpn-un-capacity-building")]
    [InlineData("/peacekeeping?program=GPOI", "jpn-gpoi-exercises", "jpn-gpoi-regional-training", "jpn-gpoi-un-training")]
    [InlineData("/peacekeeping?counterpart=USA&q=instructors", "jpn-gpoi-regional-training")]
    [InlineData("/peacekeeping?kind=contribution", "jpn-un-capacity-building")]
    [InlineData("/peacekeeping?q=engineering", "jpn-un-capacity-building")]
    [InlineData("/peacekeeping?q=women%20protection", "jpn-gpoi-un-training")]
    [InlineData("/peacekeeping?partner=JP&partner=KR", "jpn-gpoi-exercises", "jpn-gpoi-regional-training", "jpn-gpoi-un-training", "jpn-un-capacity-building")]
    [InlineData("/peacekeeping?sort=name", "jpn-un-capacity-building", "jpn-gpoi-regional-training", "jpn-gpoi-exercises", "jpn-gpoi-un-training")]
    public async Task Filters_and_sorts(string path, params string[] ids) => Assert.Equal(ids, await api.Ids(path));
}
