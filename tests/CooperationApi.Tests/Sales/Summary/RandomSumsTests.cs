using System.Text.Json.Nodes;
using CooperationApi.Tests.Kernel;
using CooperationApi.Tests.Testing;
using CsCheck;
using Npgsql;

namespace CooperationApi.Tests.Sales.Summary;

/// <summary>Sums of figures that nobody chose, against the same rule written a second time, figure against figure.</summary>
public sealed class RandomSumsTests(Api api) : IClassFixture<Api>
{
    private const int Samples = 200;

    private static readonly string[] Kinds = ["stock", "flow", "stock", "flow", "case", "plan"];

    // Only Foreign Military Sales have cases and plans.
    private static readonly Gen<Sale> AnySale = Gen.Select(Gen.Bool, Gen.Int[0, Kinds.Length - 1], RandomFigure.Any, (isFms, kind, figure) =>
        new Sale(isFms || kind > 3, Kinds[kind], Kinds[kind] == "stock" ? figure with { Start = null, Finish = null } : figure));

    [Fact]
    public async Task Each_bucket_adds_up_exactly_what_may_be_added() => await Gen.Select(AnySale.Array[0, 8], Gen.Bool, Gen.Bool).SampleAsync(
        async sample =>
        {
            var (sales, byPartner, byYear) = sample;
            await Put(sales);
            var keys = string.Join(',', new[] { byPartner ? "partner" : "", byYear ? "year" : "" }.Where(key => key.Length > 0));
            var items = (await api.Read($"/sales/summary?limit=200{(keys.Length > 0 ? "&groupBy=" + keys : "")}"))["items"]!.AsArray();
            Assert.Equal(Expected(sales, byPartner, byYear), items.Select(bucket => Written(bucket!)).Order(StringComparer.Ordinal));
        },
        iter: Samples, threads: 1);

    private static IEnumerable<string> Expected(IReadOnlyList<Sale> sales, bool byPartner, bool byYear)
    {
        var world = sales.SelectMany(sale => sale.Figure.Partners).Distinct().ToList();
        return sales
            .GroupBy(sale => (
                Channel: sale.IsFms ? "fms" : "dcs", sale.Kind,
                Partners: byPartner ? string.Join('+', sale.Figure.Partners) : "-", Year: byYear ? sale.Year ?? "-" : "-"))
            .Select(bucket =>
            {
                var all = bucket.Select(sale => sale.Figure).ToList();
                var alone = bucket.Key.Kind switch { "case" => "singleCase", "plan" => "plan", _ => "" };
                var counted = all.Where(figure => figure.HasAmount).ToList();
                var overlap = alone.Length == 0 && counted.Any(one => counted.Any(other =>
                    !ReferenceEquals(one, other) && one.MayOverlap(other, bucket.Key.Kind == "stock", world)));
                var codes = string.Join(' ', new[]
                {
                    overlap ? "overlappingPeriods" : "", alone, counted.Count < all.Count ? "noAmount" : "",
                }.Where(code => code.Length > 0));
                return $"{bucket.Key.Channel} {bucket.Key.Kind} {bucket.Key.Partners} {bucket.Key.Year} {all.Count}: "
                    + $"{RandomFigure.Sum(all, alone.Length == 0 && !overlap)} {codes}";
            })
            .Order(StringComparer.Ordinal);
    }

    private static string Written(JsonNode bucket)
    {
        var partners = bucket["partners"] is JsonArray codes ? string.Join('+', codes.Select(code => (string?)code)) : "-";
        return $"{bucket["channel"]} {bucket["kind"]} {partners} {bucket["year"] ?? "-"} {bucket["count"]}: "
            + $"{RandomFigure.Sum(bucket)} {RandomFigure.Codes(bucket)}";
    }

    private async Task Put(IReadOnlyList<Sale> sales)
    {
        await using var batch = api.Database.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("delete from fms_sales"));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("delete from dcs_sales"));
        foreach (var (sale, at) in sales.Select((sale, at) => (sale, at)))
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand($$"""
                select put_{{(sale.IsFms ? "fms" : "dcs")}}_sale('random-{{at}}', 'jpn-2018-05-21', array[(1, 'x')]::cite[],
                  partners => '{ {{string.Join(',', sale.Figure.Partners)}} }',
                  measure => '{{sale.Measure}}', stage => '{{(sale.IsFms ? "active" : "authorized")}}',
                  kind => '{{sale.Kind}}', amount => {{sale.Figure.Amount}}, period => {{sale.Figure.Period}})
                """));
        }

        await batch.ExecuteNonQueryAsync(CancellationToken.None);
        api.Told();
    }

    private sealed record Sale(bool IsFms, string Kind, RandomFigure Figure)
    {
        public string Measure => Kind switch { "case" => "case", "plan" => "ceiling", _ => IsFms ? "activeCases" : "authorizations" };

        public string? Year => Kind == "stock" ? "2018" : Figure.Years;
    }
}
