using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Sales.Fms;

public sealed class FmsSalesTests(Api api) : IClassFixture<Api>
{
    [Theory]
    [InlineData("/sales/fms", "jpn-fms-active-cases")]
    [InlineData("/sales/fms?article=F35", "jpn-fms-active-cases")]
    [InlineData("/sales/fms?article=aegis", "jpn-fms-active-cases")]
    [InlineData("/sales/fms?article=amraam", "jpn-fms-active-cases")]
    [InlineData("/sales/fms?article=AIM%20120", "jpn-fms-active-cases")]
    [InlineData("/sales/fms?article=patriot")]
    [InlineData("/sales/fms?kind=stock&stage=active&measure=activeCases", "jpn-fms-active-cases")]
    [InlineData("/sales/fms?kind=flow")]
    [InlineData("/sales/fms?minAmount=19600000000", "jpn-fms-active-cases")]
    [InlineData("/sales/fms?minAmount=19600000001")]
    [InlineData("/sales/fms?maxAmount=19600000000", "jpn-fms-active-cases")]
    [InlineData("/sales/fms?maxAmount=19599999999")]
    [InlineData("/sales/fms?since=1900")]
    [InlineData("/sales/fms?until=2100")]
    [InlineData("/sales/fms?article=F%E2%80%9135", "jpn-fms-active-cases")]
    [InlineData("/sales/fms?partner=KOR")]
    public async Task Filters(string path, params string[] ids) => Assert.Equal(ids, await api.Ids(path));
}
