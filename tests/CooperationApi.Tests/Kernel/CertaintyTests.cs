using System.Globalization;
using CooperationApi.Tests.Testing;
using CsCheck;

namespace CooperationApi.Tests.Kernel;

/// <summary>Bounds on figures that are not exact: what lies within them surely, by value, or possibly.</summary>
public sealed class CertaintyTests(Api api) : IClassFixture<Api>, IAsyncLifetime
{
    private static readonly string[] Qualifiers = ["stated", "about", "over", "nearly", "upTo", "atLeast"];

    private static readonly (string Resource, string Unit)[] Resources = [("sales/fms", "Amount"), ("sales/dcs", "Amount"), ("force-posture", "Count")];

    // Every qualifier around a few figures, and one that is left open.
    public async ValueTask InitializeAsync()
    {
        foreach (var figure in new[] { "1,000", "1,100", "2,500", "2,525", "9,999" })
        {
            foreach (var qualifier in Qualifiers)
            {
                await Put($"'{figure}'", $"'{qualifier}'", $"{figure.Replace(",", "", StringComparison.Ordinal)}-{qualifier.ToLowerInvariant()}");
            }
        }

        await Put("'thousands'", "null", "open");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("minAmount=2500&maxAmount=2525", "2500-about,2500-atleast,2500-nearly,2500-over,2500-stated,2500-upto,2525-about,2525-atleast,2525-nearly,2525-over,2525-stated,2525-upto")]
    [InlineData("minAmount=2450&maxAmount=2550&certainty=definite", "2500-about,2500-stated,2525-about,2525-stated")]
    [InlineData("minAmount=2451&maxAmount=2550&certainty=definite", "2525-about,2525-stated")]
    [InlineData("minAmount=9999&certainty=definite", "9999-atleast,9999-over")]
    [InlineData("maxAmount=1000&certainty=definite", "1000-nearly,1000-upto")]
    [InlineData("maxAmount=500&certainty=possible", "1000-about,1000-nearly,1000-stated,1000-upto,1100-nearly,1100-upto,2500-nearly,2500-upto,2525-nearly,2525-upto,9999-nearly,9999-upto,open")]
    [InlineData("minAmount=5000&maxAmount=5001&certainty=possible", "1000-atleast,1000-over,1100-atleast,1100-over,2500-atleast,2500-over,2525-atleast,2525-over,9999-nearly,9999-upto,open")]
    public async Task Bounds_are_met_as_surely_as_asked_for(string query, string expected) => Assert.Equal(
        expected.Split(','), (await api.Ids($"/sales/fms?{query}&limit=200&sort=id")).Where(id => !id.StartsWith("jpn", StringComparison.Ordinal)).Select(id => id["c-".Length..]));

    [Fact]
    public async Task What_is_sure_holds_by_value_and_what_holds_by_value_is_possible()
    {
        // The edges of the figures, and anything between; below zero is no bound.
        var edges = Gen.OneOf(new long[] { -1, 0, 950, 1000, 1050, 2450, 2500, 2525, 2526, 9999, 10_000 }.Select(Gen.Const).ToArray());
        var bound = Gen.OneOf(Gen.Long[0, 11_000], edges).Select(value => value < 0 ? (long?)null : value);
        var query = Gen.Select(Gen.OneOf(Resources.Select(Gen.Const).ToArray()), bound, bound);
        await query.SampleAsync(
            async sample =>
            {
                var ((resource, unit), least, most) = sample;
                if ((least is null && most is null) || least > most)
                {
                    return;
                }

                string[] bounds = [.. Bound($"min{unit}", least), .. Bound($"max{unit}", most)];
                var path = $"/{resource}?limit=200&{string.Join('&', bounds)}";
                var definite = await api.Ids(path + "&certainty=definite");
                var plain = await api.Ids(path);
                var possible = await api.Ids(path + "&certainty=possible");
                Assert.Empty(definite.Except(plain));
                Assert.Empty(plain.Except(possible));
                Assert.Equal(await Expected(resource, unit, least, most, possible: true), possible);
                Assert.Equal(await Expected(resource, unit, least, most, possible: false), definite);
            },
            iter: 300,
            threads: 2);
    }

    [Theory]
    [InlineData("/sales/fms?certainty=definite", "certainty")]
    [InlineData("/sales/dcs?certainty=possible", "certainty")]
    [InlineData("/force-posture?certainty=definite", "certainty")]
    [InlineData("/force-posture?minCount=2&maxCount=1", "minCount")]
    public async Task A_certainty_of_nothing_is_a_contradiction(string path, string parameter) =>
        Assert.Equal((parameter, "contradiction"), Assert.Single(await api.Faults(path)));

    private static string[] Bound(string name, long? value) => value is null ? [] : [$"{name}={value.Value.ToString(CultureInfo.InvariantCulture)}"];

    // The same, told from the figures themselves.
    private async Task<IEnumerable<string>> Expected(string resource, string unit, long? least, long? most, bool possible) =>
        (await api.Read($"/{resource}?limit=200"))["items"]!.AsArray()
            .Where(item => item![unit.ToLowerInvariant()] is { } figure && (possible
                ? (decimal?)figure["high"] is not { } high || high >= (least ?? 0)
                : figure["value"] is not null && (least is null || (decimal?)figure["low"] >= least)))
            .Where(item => item![unit.ToLowerInvariant()] is { } figure && (possible
                ? (decimal?)figure["low"] is not { } low || low <= (most ?? decimal.MaxValue)
                : most is null || (decimal?)figure["high"] <= most))
            .Select(item => (string)item!["id"]!);

    private Task Put(string figure, string qualifier, string id) => api.Execute($"""
        select put_fms_sale('c-{id}', 'jpn-2018-05-21', array[(4, 'x')]::cite[], partners => array['JPN'],
          measure => 'activeCases', stage => 'active', kind => 'stock', amount => read_quantity({figure}, {qualifier}, 'USD'));
        select put_dcs_sale('c-{id}', 'jpn-2018-05-21', array[(4, 'x')]::cite[], partners => array['JPN'],
          measure => 'authorizations', stage => 'authorized', kind => 'flow', amount => read_quantity({figure}, {qualifier}, 'USD'));
        select put_force_posture('c-{id}', 'jpn-2018-05-21', array[(4, 'x')]::cite[],
          host => 'JPN', kind => 'personnel', category => 'military', count => read_quantity({figure}, {qualifier}, 'people'));
        """);
}
