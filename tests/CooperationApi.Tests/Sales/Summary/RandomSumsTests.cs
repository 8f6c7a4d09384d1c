using System.Globalization;
using System.Text.Json.Nodes;
using CooperationApi.Tests.Testing;
using CsCheck;
using Npgsql;

namespace CooperationApi.Tests.Sales.Summary;

/// <summary>Sums of figures that nobody chose, against the same rule written a second time, figure against figure.</summary>
public sealed class RandomSumsTests(Api api) : IClassFixture<Api>
{
    private const int Samples = 200;

    private static readonly string[] Partners = ["EST", "JPN", "LTU"];

    private static readonly string?[] Hedges = ["stated", "over", "nearly", null];

    private static readonly Gen<Figure> AnyFigure = Gen.Select(
        Gen.Bool, Gen.Bool, Gen.Int[0, 7], Gen.Int[1, 999], Gen.Int[0, 3], AnyEnd, AnyEnd,
        (isFms, isStock, partners, value, hedge, start, end) => new Figure(
            isFms, isStock, [.. Partners.Where((_, at) => (partners >> at & 1) == 1)], value, Hedges[hedge],
            isStock ? null : start, isStock || !Follows(start, end) ? null : end));

    private static Gen<End?> AnyEnd => Gen.Select(Gen.Int[0, 6], Gen.Int[2010, 2018], (form, year) => form switch
    {
        0 => null,
        < 3 => new End($"FY{year}", $"days_of('{year}'), 'fiscalYear'", new DateOnly(year - 1, 10, 1), new DateOnly(year, 10, 1)),
        3 => new End($"{year}", $"days_of('{year}-07'), 'date'", new DateOnly(year, 7, 1), new DateOnly(year, 8, 1)),
        _ => new End($"{year}", $"days_of('{year}'), 'calendarYear'", new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1)),
    });

    // As the schema checks it, by the calendar year that a fiscal one is named after.
    private static bool Follows(End? start, End? end) => start is null || end is null
        || (start.From < end.To && string.CompareOrdinal(start.Year.Replace("FY", "", StringComparison.Ordinal), end.Year.Replace("FY", "", StringComparison.Ordinal)) <= 0);

    [Fact]
    public async Task Each_bucket_adds_up_exactly_what_may_be_added() => await Gen.Select(AnyFigure.Array[0, 7], Gen.Bool, Gen.Bool).SampleAsync(
        async sample =>
        {
            var (figures, byPartner, byYear) = sample;
            await Put(figures);
            var keys = string.Join(',', new[] { byPartner ? "partner" : "", byYear ? "year" : "" }.Where(key => key.Length > 0));
            var items = (await api.Read($"/sales/summary?limit=200{(keys.Length > 0 ? "&groupBy=" + keys : "")}"))["items"]!.AsArray();
            Assert.Equal(Expected(figures, byPartner, byYear), items.Select(Written).Order(StringComparer.Ordinal));
            foreach (var sum in items.Select(bucket => bucket!["sum"]).OfType<JsonObject>())
            {
                Assert.True((decimal)sum["low"]! <= ((decimal?)sum["value"] ?? decimal.MaxValue));
                Assert.True(((decimal?)sum["value"] ?? 0) <= ((decimal?)sum["high"] ?? decimal.MaxValue));
            }
        },
        iter: Samples, threads: 1);

    private static IEnumerable<string> Expected(IReadOnlyList<Figure> figures, bool byPartner, bool byYear)
    {
        var world = figures.SelectMany(figure => figure.Partners).Distinct().ToList();
        return figures
            .GroupBy(figure => (
                Channel: figure.IsFms ? "fms" : "dcs", Kind: figure.IsStock ? "stock" : "flow",
                Partners: byPartner ? string.Join('+', figure.Partners) : "-", Year: byYear ? figure.Year ?? "-" : "-"))
            .Select(bucket =>
            {
                var all = bucket.ToList();
                var apart = all.All(one => all.All(other => one == other || !one.MayOverlap(other, world)));
                var sum = !apart ? "none" : string.Join(' ',
                    all.All(one => one.Qualifier is not null) ? all.Sum(one => one.Value) : "?",
                    all.Sum(one => one.Low ?? 0),
                    all.All(one => one.High is not null) ? all.Sum(one => one.High) : "?",
                    all.Any(one => one.Qualifier != "stated"));
                return $"{bucket.Key.Channel} {bucket.Key.Kind} {bucket.Key.Partners} {bucket.Key.Year} {all.Count}: {sum}";
            })
            .Order(StringComparer.Ordinal);
    }

    private static string Written(JsonNode? bucket)
    {
        var partners = bucket!["partners"] is JsonArray codes ? string.Join('+', codes.Select(code => (string?)code)) : "-";
        var sum = bucket["sum"] is not { } added ? "none" : string.Join(' ',
            (decimal?)added["value"] ?? (object)"?", (decimal?)added["low"], (decimal?)added["high"] ?? (object)"?", (bool?)added["qualified"]);
        Assert.Equal(sum == "none", bucket["reasons"]!.AsArray().Any(reason => (string?)reason!["code"] == "overlappingPeriods"));
        return $"{bucket["channel"]} {bucket["kind"]} {partners} {bucket["year"] ?? "-"} {bucket["count"]}: {sum}";
    }

    private async Task Put(IReadOnlyList<Figure> figures)
    {
        await using var batch = api.Database.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("delete from fms_sales"));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("delete from dcs_sales"));
        foreach (var (figure, at) in figures.Select((figure, at) => (figure, at)))
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand($$"""
                select put_{{(figure.IsFms ? "fms" : "dcs")}}_sale('random-{{at}}', 'jpn-2018-05-21', array[(1, 'x')]::cite[],
                  partners => '{ {{string.Join(',', figure.Partners)}} }',
                  measure => '{{(figure.IsFms ? "activeCases" : "authorizations")}}', stage => '{{(figure.IsFms ? "active" : "authorized")}}',
                  kind => '{{(figure.IsStock ? "stock" : "flow")}}', amount => {{figure.Amount}}, period => {{figure.Period}})
                """));
        }

        await batch.ExecuteNonQueryAsync(CancellationToken.None);
    }

    private sealed record End(string Year, string Sql, DateOnly From, DateOnly To);

    private sealed record Figure(bool IsFms, bool IsStock, string[] Partners, decimal Value, string? Qualifier, End? Start, End? Finish)
    {
        public decimal? Low => Qualifier is null or "nearly" ? null : Qualifier == "over" ? Value : Value - 0.5m;

        public decimal? High => Qualifier is null or "over" ? null : Qualifier == "nearly" ? Value : Value + 0.5m;

        public string Amount => string.Create(CultureInfo.InvariantCulture, $"""
            ({(Qualifier is null ? "null" : Value)}, {Low?.ToString(CultureInfo.InvariantCulture) ?? "null"},
             {High?.ToString(CultureInfo.InvariantCulture) ?? "null"}, {(Qualifier is null ? "null" : $"'{Qualifier}'")}, 'USD', 'x')::quantity
            """);

        public string Period => (Start ?? Finish) is null ? "null" : $"row({Half(Start)}, {Half(Finish)})::period";

        public string? Year => (Start?.Year, Finish?.Year) switch
        {
            _ when IsStock => "2018",
            (null, null) => null,
            ({ } start, { } end) when start == end => start,
            var (start, end) => $"{start ?? ".."}/{end ?? ".."}",
        };

        public bool MayOverlap(Figure other, IReadOnlyList<string> world) =>
            (Stands(world).Intersect(other.Stands(world)).Any() || (Partners.Length == 0 && other.Partners.Length == 0))
            && (IsStock || ((Start?.From ?? DateOnly.MinValue) < (other.Finish?.To ?? DateOnly.MaxValue)
                && (other.Start?.From ?? DateOnly.MinValue) < (Finish?.To ?? DateOnly.MaxValue)));

        private IEnumerable<string> Stands(IReadOnlyList<string> world) => Partners.Length == 0 ? world : Partners;

        private static string Half(End? end) => end is null ? "null, null" : end.Sql;
    }
}
