using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Kernel;

/// <summary>How long an answer took is told to whoever asks for it, and to nobody else.</summary>
public sealed partial class ServerTimingTests(Api api) : IClassFixture<Api>
{
    private const string Twice = "/exercises?limit=2";

    private static readonly (string, string) Asked = ("Want-Server-Timing", "true");

    [Theory]
    [InlineData("/sales/fms/jpn-fms-active-cases", 200)]
    [InlineData("/sales/fms?limit=1&count=exact", 200)]
    [InlineData("/agreements/export", 200)]
    [InlineData("/agreements/nothing", 404)]
    public async Task It_tells_the_whole_and_the_part_of_the_database(string path, int status)
    {
        using var response = await api.Send(path, Asked);
        Assert.Equal(status, (int)response.StatusCode);
        var (ofDatabase, total) = Times(response);
        Assert.InRange(ofDatabase, 0.01, total);
        Assert.InRange(total, 0.01, 30_000);
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Equal("*", Assert.Single(response.Headers.GetValues("Timing-Allow-Origin")));
    }

    [Fact]
    public async Task It_is_in_no_answer_of_another_and_what_is_kept_takes_the_database_no_time()
    {
        using var first = await api.Send(Twice, Asked);
        Assert.True(Times(first).OfDatabase > 0);
        for (var again = 0; again < 3; again++)
        {
            using var other = await api.Send(Twice);
            Assert.False(other.Headers.Contains("Server-Timing"));
            Assert.False(other.Headers.CacheControl!.NoStore);
            Assert.Equal(first.Headers.ETag, other.Headers.ETag);
        }

        using var kept = await api.Send(Twice, Asked, ("If-None-Match", $"{first.Headers.ETag}"));
        Assert.Equal(HttpStatusCode.NotModified, kept.StatusCode);
        Assert.Equal(0, Times(kept).OfDatabase);
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("")]
    public async Task What_is_not_true_is_refused(string value)
    {
        using var response = await api.Send(Twice, ("Want-Server-Timing", value));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("\"header\":\"Want-Server-Timing\",\"code\":\"invalidValue\"", text, StringComparison.Ordinal);
    }

    private static (double OfDatabase, double Total) Times(HttpResponseMessage response)
    {
        var told = Form.Match(Assert.Single(response.Headers.GetValues("Server-Timing")));
        Assert.True(told.Success);
        return (double.Parse(told.Groups[1].Value, CultureInfo.InvariantCulture), double.Parse(told.Groups[2].Value, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"^db;dur=(\d+\.\d\d), total;dur=(\d+\.\d\d)$")]
    private static partial Regex Form { get; }
}
