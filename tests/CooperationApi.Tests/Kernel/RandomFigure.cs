using System.Globalization;
using System.Text.Json.Nodes;
using CsCheck;

namespace CooperationApi.Tests.Kernel;

/// <summary>A figure that nobody chose, with the rule of sums written a second time: figure against figure.</summary>
internal sealed record RandomFigure(string[] Partners, decimal Value, string Hedge, RandomEnd? Start, RandomEnd? Finish)
{
    private const string Open = "open";
    private const string Absent = "absent";

    private static readonly string[] All = ["EST", "JPN", "LTU"];

    private static readonly string[] Hedges = ["stated", "over", "nearly", Open, Absent];

    public static Gen<RandomFigure> Any { get; } = Gen.Select(
        Gen.Int[0, 7], Gen.Int[1, 999], Gen.Int[0, Hedges.Length - 1], RandomEnd.Any, RandomEnd.Any,
        (partners, value, hedge, start, end) => new RandomFigure(
            [.. All.Where((_, at) => (partners >> at & 1) == 1)], value, Hedges[hedge], start, RandomEnd.Follows(start, end) ? end : null));

    public bool HasAmount => Hedge != Absent;

    public string Amount => !HasAmount ? "null" : string.Create(CultureInfo.InvariantCulture, $"""
        ({(Hedge == Open ? "null" : Value)}, {Low?.ToString(CultureInfo.InvariantCulture) ?? "null"},
         {High?.ToString(CultureInfo.InvariantCulture) ?? "null"}, {(Hedge == Open ? "null" : $"'{Hedge}'")}, 'USD', 'x')::quantity
        """);

    public string Period => (Start ?? Finish) is null ? "null" : $"row({RandomEnd.Half(Start)}, {RandomEnd.Half(Finish)})::period";

    public string? Years => (Start?.Year, Finish?.Year) switch
    {
        (null, null) => null,
        ({ } start, { } end) when start == end => start,
        var (start, end) => $"{start ?? ".."}/{end ?? ".."}",
    };

    private decimal? Low => Hedge is Open or "nearly" ? null : Hedge == "over" ? Value : Value - 0.5m;

    private decimal? High => Hedge is Open or "over" ? null : Hedge == "nearly" ? Value : Value + 0.5m;

    /// <summary>Whether two figures may count the same money; one of no partner may be of any in the world.</summary>
    public bool MayOverlap(RandomFigure other, bool alwaysAtOnce, IReadOnlyList<string> world) =>
        (Stands(world).Intersect(other.Stands(world)).Any() || (Partners.Length == 0 && other.Partners.Length == 0))
        && (alwaysAtOnce || ((Start?.From ?? DateOnly.MinValue) < (other.Finish?.To ?? DateOnly.MaxValue)
            && (other.Start?.From ?? DateOnly.MinValue) < (Finish?.To ?? DateOnly.MaxValue)));

    /// <summary>What figures add up to, as it is written of a sum: those without an amount take no part, and where there is no other there is none.</summary>
    public static string Sum(IReadOnlyList<RandomFigure> figures, bool isSummable)
    {
        var all = figures.Where(figure => figure.HasAmount).ToList();
        return all.Count == 0 || !isSummable ? "none" : string.Join(' ',
            all.All(one => one.Hedge != Open) ? all.Sum(one => one.Value) : "?",
            all.Sum(one => one.Low ?? 0),
            all.All(one => one.High is not null) ? all.Sum(one => one.High) : "?",
            all.Any(one => one.Hedge != "stated"));
    }

    /// <summary>The same of a bucket that was answered, whose bounds hold its value.</summary>
    public static string Sum(JsonNode bucket)
    {
        if (bucket["sum"] is not { } sum)
        {
            return "none";
        }

        Assert.True((decimal)sum["low"]! <= ((decimal?)sum["value"] ?? decimal.MaxValue));
        Assert.True(((decimal?)sum["value"] ?? 0) <= ((decimal?)sum["high"] ?? decimal.MaxValue));
        return string.Join(' ', (decimal?)sum["value"] ?? (object)"?", (decimal?)sum["low"], (decimal?)sum["high"] ?? (object)"?", (bool?)sum["qualified"]);
    }

    public static string Codes(JsonNode bucket) => string.Join(' ', bucket["reasons"]!.AsArray().Select(reason => (string?)reason!["code"])
        .Where(code => !code!.StartsWith("different", StringComparison.Ordinal)));

    private IEnumerable<string> Stands(IReadOnlyList<string> world) => Partners.Length == 0 ? world : Partners;
}

/// <summary>An end of its period.</summary>
internal sealed record RandomEnd(string Year, string Sql, DateOnly From, DateOnly To)
{
    public static Gen<RandomEnd?> Any { get; } = Gen.Select(Gen.Int[0, 6], Gen.Int[2010, 2018], (form, year) => form switch
    {
        0 => null,
        < 3 => new RandomEnd($"FY{year}", $"days_of('{year}'), 'fiscalYear'", new DateOnly(year - 1, 10, 1), new DateOnly(year, 10, 1)),
        3 => new RandomEnd($"{year}", $"days_of('{year}-07'), 'date'", new DateOnly(year, 7, 1), new DateOnly(year, 8, 1)),
        _ => new RandomEnd($"{year}", $"days_of('{year}'), 'calendarYear'", new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1)),
    });

    // As the schema checked it at first, by the calendar year that a fiscal one is named after too.
    public static bool Follows(RandomEnd? start, RandomEnd? end) => start is null || end is null
        || (start.From < end.To && string.CompareOrdinal(Number(start), Number(end)) <= 0);

    public static string Half(RandomEnd? end) => end is null ? "null, null" : end.Sql;

    private static string Number(RandomEnd end) => end.Year.Replace("FY", "", StringComparison.Ordinal);
}
