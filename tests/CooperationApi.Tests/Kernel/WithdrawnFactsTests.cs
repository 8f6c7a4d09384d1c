using System.Net;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Kernel;

public sealed class WithdrawnFactsTests(Api api) : IClassFixture<Api>
{
    [Fact]
    public async Task Putting_the_facts_again_does_not_put_back_what_was_withdrawn()
    {
        await api.Execute("select withdraw('peacekeeping', 'jpn-gpoi-exercises', begin_write('tester', 'A test.'), 'A test.')");
        await api.Execute(await File.ReadAllTextAsync(Repository.PathOf("db/seed/jpn-2018-05-21.sql"), TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.Gone, (await api.Get("/peacekeeping/jpn-gpoi-exercises")).Status);

        await api.Execute("""
            select put_fact_sheet('jpn-later', '{JPN}', 'Later', 'Zonal Office', null, '2019-01-01');
            select put_peacekeeping('jpn-gpoi-exercises', 'jpn-later', array[(1, 'Exercises')]::cite[], partners => '{JPN}', name => 'Exercises',
              kind => 'jointProgram', program => 'GPOI', focus_areas => '{}', counterparts => '{}');
            """);
        Assert.Equal("2019-01-01", (string?)(await api.Read("/peacekeeping/jpn-gpoi-exercises"))["statedFrom"]);
    }
}
