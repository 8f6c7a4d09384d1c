using System.Text.Json.Nodes;
using CooperationApi.Tests.Kernel;
using CooperationApi.Tests.Testing;
using CsCheck;
using Npgsql;

namespace CooperationApi.Tests.Assistance.Summary;

/// <summary>Sums of grants that nobody chose, some of them parts of others, against the same rule written a second time.</summary>
public sealed class RandomAssistanceSumsTests(Api api) : IClassFixture<Api>
{
    private const int Samples = 200;
    private const int MostGrants = 9;

    private static readonly string[] Programs = ["FMF", "FMF", "IMET"];

    private static readonly string[] Bases = ["periodTotal", "cumulative", "perYear"];

    private static readonly Gen<Grant> AnyGrant = Gen.Select(
        Gen.Int[0, 2], Gen.Int[0, 2], Gen.Bool, Gen.Int[0, 3], Gen.Int[0, 2 * MostGrants], RandomFigure.Any,
        (program, basis, isTo, stage, whole, figure) => new Grant(
            Programs[program], isTo ? "toPartner" : "fromPartner", figure.HasAmount ? Bases[basis] : null, stage == 0 ? "notified" : null, whole, figure));

    [Fact]
    public async Task Each_bucket_adds_up_exactly_what_may_be_added() =>
        await Gen.Select(AnyGrant.Array[0, MostGrants], Gen.Bool, Gen.Bool, Gen.Bool).SampleAsync(
            async sample =>
            {
                var (grants, byPartner, byYear, onlyTo) = sample;
                await Put(grants);
                var query = "/assistance/summary?limit=200" + (onlyTo ? "&direction=toPartner" : "");
                var keys = string.Join(',', new[] { byPartner ? "partner" : "", byYear ? "year" : "" }.Where(key => key.Length > 0));
                var items = (await api.Read(keys.Length == 0 ? query : $"{query}&groupBy={keys}"))["items"]!.AsArray();
                Assert.Equal(Expected(grants, byPartner, byYear, onlyTo), items.Select(bucket => Written(bucket!)).Order(StringComparer.Ordinal));
            },
            iter: Samples, threads: 1);

    private static IEnumerable<string> Expected(Grant[] grants, bool byPartner, bool byYear, bool onlyTo)
    {
        var asked = Enumerable.Range(0, grants.Length).Where(at => !onlyTo || grants[at].Direction == "toPartner").ToList();
        var world = asked.SelectMany(at => grants[at].Figure.Partners).Distinct().ToList();
        return asked
            .GroupBy(at => (
                grants[at].Program, grants[at].Direction, Basis: grants[at].Basis ?? "-", Stage: grants[at].Stage ?? "-",
                Partners: byPartner ? string.Join('+', grants[at].Figure.Partners) : "-", Year: byYear ? grants[at].Figure.Years ?? "-" : "-"))
            .Select(bucket =>
            {
                var counted = bucket.Where(at => grants[at].Figure.HasAmount).ToList();
                bool Any(Func<int, int, bool> apart) => counted.Any(one => counted.Any(other => one != other && apart(one, other)));
                var isRate = bucket.Key.Basis == "perYear";
                var overlap = !isRate && Any((one, other) => grants[one].Figure.MayOverlap(grants[other].Figure, alwaysAtOnce: false, world));
                var nested = !isRate && Any((one, other) => Wholes(grants, one).Contains(other));
                var codes = string.Join(' ', new[]
                {
                    overlap ? "overlappingPeriods" : "", nested ? "partOfAnother" : "", isRate ? "yearlyRate" : "",
                    counted.Count < bucket.Count() ? "noAmount" : "",
                }.Where(code => code.Length > 0));
                return $"{bucket.Key} {bucket.Count()}: "
                    + $"{RandomFigure.Sum([.. bucket.Select(at => grants[at].Figure)], !isRate && !overlap && !nested)} {codes}";
            })
            .Order(StringComparer.Ordinal);
    }

    // All that one is a part of, and what that is a part of in turn, even if that leads back to it.
    private static HashSet<int> Wholes(Grant[] grants, int of)
    {
        var wholes = new HashSet<int>();
        for (var at = WholeOf(grants, of); at is { } whole && wholes.Add(whole);)
        {
            at = WholeOf(grants, whole);
        }

        return wholes;
    }

    private static int? WholeOf(Grant[] grants, int of) => grants[of].Whole is var whole && whole < grants.Length && whole != of ? whole : null;

    private static string Written(JsonNode bucket)
    {
        string Text(string name) => (string?)bucket[name] ?? "-";
        var partners = bucket["partners"] is JsonArray codes ? string.Join('+', codes.Select(code => (string?)code)) : "-";
        var key = (Text("program"), Text("direction"), Text("basis"), Text("stage"), partners, Text("year"));
        return $"{key} {bucket["count"]}: {RandomFigure.Sum(bucket)} {RandomFigure.Codes(bucket)}";
    }

    private async Task Put(Grant[] grants)
    {
        await using var batch = api.Database.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("delete from assistance"));
        foreach (var (grant, at) in grants.Select((grant, at) => (grant, at)))
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand($$"""
                select put_assistance('random-{{at}}', 'jpn-2018-05-21', array[(1, 'x')]::cite[],
                  partners => '{ {{string.Join(',', grant.Figure.Partners)}} }', program => '{{grant.Program}}', direction => '{{grant.Direction}}',
                  amount => {{grant.Figure.Amount}}, basis => {{Sql(grant.Basis)}}, stage => {{Sql(grant.Stage)}}, period => {{grant.Figure.Period}},
                  part_of => {{Sql(WholeOf(grants, at) is { } whole ? $"random-{whole}" : null)}})
                """));
        }

        await batch.ExecuteNonQueryAsync(CancellationToken.None);
        api.Told();
    }

    private static string Sql(string? text) => text is null ? "null" : $"'{text}'";

    private sealed record Grant(string Program, string Direction, string? Basis, string? Stage, int Whole, RandomFigure Figure);
}
