using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Sales.Dcs;

public sealed class DcsSalesTests(Api api) : IClassFixture<Api>
{
    [Theory]
    [InlineData("/sales/dcs", "jpn-dcs-authorized-2013-2018")]
    [InlineData("/sales/dcs?usml=VIII", "jpn-dcs-authorized-2013-2018")]
    [InlineData("/sales/dcs?usml=I")]
    [InlineData("/sales/dcs?usml=I&usml=XII", "jpn-dcs-authorized-2013-2018")]
    [InlineData("/sales/dcs?q=electronics", "jpn-dcs-authorized-2013-2018")]
    [InlineData("/sales/dcs?q=submarines")]
    [InlineData("/sales/dcs?since=2018-09-30", "jpn-dcs-authorized-2013-2018")]
    [InlineData("/sales/dcs?since=2018-10")]
    [InlineData("/sales/dcs?until=2013-01-01", "jpn-dcs-authorized-2013-2018")]
    [InlineData("/sales/dcs?until=2012")]
    [InlineData("/sales/dcs?kind=flow&minAmount=16000000000&maxAmount=16000000000", "jpn-dcs-authorized-2013-2018")]
    [InlineData("/sales/dcs?kind=stock")]
    public async Task Filters(string path, params string[] ids) => Assert.Equal(ids, await api.Ids(path));
}
