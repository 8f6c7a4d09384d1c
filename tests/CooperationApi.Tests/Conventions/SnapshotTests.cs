using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Conventions;

/// <summary>Files that are generated from the code and committed, so that a change of them is seen.</summary>
public sealed partial class SnapshotTests(SeededApi api, PostgresServer server) : IClassFixture<SeededApi>
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JsonNames.Options.Encoder };

    [Fact]
    public async Task The_committed_OpenAPI_document_is_the_one_served()
    {
        var served = await api.Client.GetStringAsync(new Uri("/openapi.json", UriKind.Relative), TestContext.Current.CancellationToken);
        await Repository.Holds("src/CooperationApi/openapi.json", served.ReplaceLineEndings("\n").TrimEnd() + "\n");
    }

    [Fact]
    public async Task The_committed_schema_is_the_one_migrated()
    {
        var database = await server.Clone();
        var dump = await server.DumpSchema(database);
        await server.Drop(database);
        var lines = dump.Split('\n').Where(line => !Noise.IsMatch(line));
        var text = ManyBlankLines.Replace(string.Join('\n', lines), "\n\n").Trim();
        await Repository.Holds("db/schema.sql", $"-- Generated from the migrations, functions and views; a test keeps it true.\n\n{text}\n");
    }

    [Theory]
    [InlineData("Agreements/Agreement", "/agreements/us-japan-sofa")]
    [InlineData("Assistance/AssistanceFigure", "/assistance/lbn-fmf-fy2021")]
    [InlineData("Assistance/Summary/AssistanceBucket", "/assistance/summary?partner=LBN&program=FMF")]
    [InlineData("Coverage/Coverage", "/coverage?partner=JPN")]
    [InlineData("Exercises/Exercise", "/exercises/malabar")]
    [InlineData("FactSheets/FactSheet", "/fact-sheets/jpn-2018-05-21")]
    [InlineData("FactSheets/FactSheetDocument", "/fact-sheets/jpn-2018-05-21/export")]
    [InlineData("FactSheets/Fact", "/fact-sheets/jpn-2018-05-21/facts?paragraph=4")]
    [InlineData("ForcePosture/StationedForce", "/force-posture/jpn-us-military-personnel")]
    [InlineData("Kernel/Http/Health", "/livez")]
    [InlineData("Kernel/Comparing/DiffPage", "/fact-sheets/jpn-2018-05-21/diff?resource=sales/fms&limit=2")]
    [InlineData("Objectives/Objective", "/objectives/us-japan-rok-trilateral")]
    [InlineData("Partners/ComparisonRow", "/partners/compare?partner=JPN&partner=KOR&measure=activeCases")]
    [InlineData("Partners/Partner", "/partners/JPN")]
    [InlineData("Partners/Profile", "/partners/JPN/profile")]
    [InlineData("Partners/Resolution", "/partners/resolve?name=Czechoslovakia")]
    [InlineData("Peacekeeping/PeacekeepingEffort", "/peacekeeping/jpn-gpoi-un-training")]
    [InlineData("Sales/Dcs/DcsSale", "/sales/dcs/jpn-dcs-authorized-2013-2018")]
    [InlineData("Sales/Fms/FmsSale", "/sales/fms/jpn-fms-active-cases")]
    [InlineData("Sales/Summary/SalesBucket", "/sales/summary?partner=JPN")]
    [InlineData("Timeline/TimelineEvent", "/timeline?partner=JPN&resource=sales/dcs")]
    [InlineData("Search/SearchPage", "/search?q=aegis")]
    public async Task The_example_of_each_answer_is_a_real_answer(string file, string path)
    {
        var body = await api.Read(path);
        var example = body["items"] is JsonArray items && !file.EndsWith("Page", StringComparison.Ordinal) ? items[0]! : body;
        var text = UpdatedAt.Replace(example.ToJsonString(Indented), "\"updatedAt\": \"2026-01-01T00:00:00Z\"");
        await Repository.Holds($"src/CooperationApi/{file}.example.json", text.ReplaceLineEndings("\n") + "\n");
    }

    // What pg_dump writes about itself and its session differs from version to version.
    [GeneratedRegex(@"^(--|SET |SELECT pg_catalog\.set_config|\\)")]
    private static partial Regex Noise { get; }

    [GeneratedRegex(@"\n{2,}")]
    private static partial Regex ManyBlankLines { get; }

    [GeneratedRegex("\"updatedAt\": \"[^\"]*\"")]
    private static partial Regex UpdatedAt { get; }
}
