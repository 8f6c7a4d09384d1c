using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Exercises;

public sealed class ExercisesTests(Api api) : IClassFixture<Api>
{
    [Theory]
    [InlineData("/exercises", "keen-sword", "malabar")]
    [InlineData("/exercises?partner=India", "malabar")]
    [InlineData("/exercises?kind=fieldTraining", "keen-sword")]
    [InlineData("/exercises?exerciseFormat=trilateral", "malabar")]
    [InlineData("/exercises?since=2007", "malabar")]
    [InlineData("/exercises?until=1997", "keen-sword")]
    [InlineData("/exercises?since=2015&until=2015", "malabar")]
    [InlineData("/exercises?since=1998&until=2006")]
    [InlineData("/exercises?q=keensword", "keen-sword")]
    [InlineData("/exercises?q=malabar", "malabar")]
    [InlineData("/exercises?sort=-since", "keen-sword", "malabar")]
    [InlineData("/exercises?sort=-name", "malabar", "keen-sword")]
    public async Task Filters_and_sorts(string path, params string[] ids) => Assert.Equal(ids, await api.Ids(path));
}
