using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Facts;

/// <summary>What is odd in the sheet that was read whole, each kept and flagged where it is served.</summary>
public sealed class OdditiesTests(SeededApi api) : IClassFixture<SeededApi>
{
    private const string Commercial = "/sales/dcs/jpn-dcs-authorized-2013-2018";
    private const string Active = "/sales/fms/jpn-fms-active-cases?asOf=2018-05-21";

    /// <summary>How the observation begins, and what an endpoint says of it.</summary>
    public static TheoryData<string, string, string> Oddities => new()
    {
        { "DCS period ends 2018-09-30", Commercial, "The period ends 132 days after the date of the sheet." },
        { "'16.0 billion' has no currency sign", Commercial, "U.S. dollars are inferred" },
        { "period starts on a calendar year", Commercial, """ "startBasis":"calendarYear","end":"2018-09-30","endBasis":"date" """ },
        { "same FMS total as the 2017 edition", "/sales/fms/jpn-fms-active-cases/editions", """ "statedFrom":"2017-01-01" """ },
        { "FMS total has no as-of date", Active, """ "period":null """ },
        { "category titles carry no numerals", Commercial, """ "Fire control, range finder, optical, and related items","usml":["XII"],"usmlStated":false """ },
        { "Keen Sword called annual", "/exercises/keen-sword", "other public sources show an edition about every two years" },
        { "Malabar: participation 2007", "/exercises/malabar", """ "role":"permanentMember","since":"2015" """ },
        { "'almost 60 years'", "/agreements/us-japan-security-treaty?asOf=2018-05-21", "58 years counted from 1960" },
        { "SOFA 'since 1960'", "/agreements/us-japan-sofa", """ "inForceSince":"1960" """ },
        { "SMA named without an amount", "/agreements/us-japan-special-measures-agreement", "The sheet states neither a date nor an amount." },
        { "'thousands' of civilians", "/force-posture/jpn-family-members", """ "count":{"value":null,"low":null,"high":null,"qualifier":null """ },
        { "54,000 with no qualifier", "/force-posture/jpn-us-military-personnel?asOf=2018-05-21", """ "qualifier":"stated" """ },
        { "F-35 is in both posture", "/force-posture/jpn-f-35?asOf=2018-05-21", "Paragraph 4 names the same aircraft" },
        { "'AIM 120' without hyphen", Active, """ "name":"AIM-120 AMRAAM","designation":"AIM-120" """ },
        { "list separators mix", Active, """ "asStated":"AIM 120 Advanced Medium-Range Air-to-Air Missile (AMRAAM)" """ },
        { "names U.S. Pacific Command", "/peacekeeping/jpn-gpoi-exercises", "renamed U.S. Indo-Pacific Command" },
        { "GPOI described with no amount", "/assistance/jpn-gpoi", """ "direction":"fromPartner","amount":null """ },
        { "'the Japan's'", "/agreements?q=u.s.%E2%80%93japan%20status%20of%20forces", """ "id":"us-japan-sofa" """ },
    };

    [Theory]
    [MemberData(nameof(Oddities))]
    public async Task Each_is_kept_and_flagged(string observation, string path, string says)
    {
        Assert.Single(SourceFile.Read("seed_inconsistencies"), row => row["observation"].StartsWith(observation, StringComparison.Ordinal));
        Assert.Contains(says.Trim(), await api.Text(path), StringComparison.Ordinal);
    }

    [Fact]
    public void All_are_here() => Assert.Equal(SourceFile.Read("seed_inconsistencies").Count, Oddities.Count);
}
