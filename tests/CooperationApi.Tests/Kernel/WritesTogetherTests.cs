using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Kernel;

public sealed class WritesTogetherTests(Api api) : IClassFixture<Api>
{
    [Fact]
    public async Task A_write_that_finds_nothing_does_not_roll_back_what_others_write()
    {
        var key = await api.Key(Role.Admin);
        var body = Examples.Of(typeof(CooperationApi.Agreements.AgreementInput));
        var wrong = new List<string>();
        await Parallel.ForAsync(0, 400, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (at, _) =>
        {
            var isMissing = at % 2 == 0;
            var written = body.DeepClone();
            written["id"] = $"together-{at}";
            var status = isMissing
                ? await Write(HttpMethod.Patch, "/agreements/no-such-agreement", key, new JsonObject { ["notes"] = new JsonArray() })
                : await Write(HttpMethod.Post, "/agreements", key, written);
            if (status != (isMissing ? HttpStatusCode.NotFound : HttpStatusCode.Created))
            {
                lock (wrong)
                {
                    wrong.Add($"{at}: {status}");
                }
            }
        });
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_partner_is_created_once_and_its_codes_are_its_own()
    {
        var key = await api.Key(Role.Admin);
        var partner = Examples.Of(typeof(CooperationApi.Partners.PartnerInput));
        Assert.Equal(HttpStatusCode.Created, await Write(HttpMethod.Post, "/partners", key, partner));
        partner["id"] = "XAB";
        Assert.Equal(HttpStatusCode.BadRequest, await Write(HttpMethod.Post, "/partners", key, partner));
    }

    private async Task<HttpStatusCode> Write(HttpMethod method, string path, string key, JsonNode body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, MediaTypes.Json) };
        request.Headers.Add(Credentials.KeyHeader, key);
        if (method != HttpMethod.Post)
        {
            request.Headers.Add("If-Match", "*");
        }

        using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
