using System.Net;
using System.Net.Http.Json;
using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Kernel;

public sealed class BrokenExportTests(Api api) : IClassFixture<Api>
{
    private const string BrokenSql = """
        create or replace function written(days daterange) returns text language plpgsql stable as $$
        begin
          return case lower(days) when '1999-09-09' then (1 / 0)::text else lower(days)::text end;
        end $$;

        """;

    [Fact]
    public async Task An_export_that_fails_midway_is_broken_off()
    {
        await ManyAgreements.Add(api.ConnectionString, 3000, TestContext.Current.CancellationToken);
        await api.Execute(BrokenSql + "update agreements set dated = days_of('1999-09-09') where id = 'many-0002999'");
        foreach (var encoding in new[] { "identity", "gzip", "br" })
        {
            using var response = await api.Send("/agreements/export", ("Accept-Encoding", encoding));
            Assert.True(response.IsSuccessStatusCode);
            await Assert.ThrowsAnyAsync<HttpRequestException>(
                () => response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task An_export_that_fails_before_anything_is_sent_is_a_problem()
    {
        await api.Execute(BrokenSql + "update exercises set since = days_of('1999-09-09')");

        // Not by the client of the tests, which takes no failure for an answer.
        using var client = new HttpClient { BaseAddress = api.Client.BaseAddress };
        using var response = await client.GetAsync(new Uri("/exercises/export", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal(500, (await response.Content.ReadFromJsonAsync<Problem>(JsonNames.Options, TestContext.Current.CancellationToken))!.Status);
    }
}
