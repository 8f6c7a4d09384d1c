using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Kernel;

/// <summary>What an export writes, an import reads back to the same state, byte for byte.</summary>
public sealed class ImportRoundTripTests(Api api, PostgresServer server) : IClassFixture<Api>
{
    private const string NothingSql = """
        truncate writes, changes, withdrawals, agreements, exercises, fms_sales, dcs_sales, force_posture, peacekeeping, objectives, assistance, citations,
          fact_sheets, partners cascade
        """;

    private static readonly string[] Forms = ["ndjson", "csv", "ndjson&end=count", "csv&end=count"];

    public static TheoryData<string, string> Exports => [.. ImportFiles.Resources.SelectMany(resource => Forms.Select(form => (resource, form)))];

    [Theory]
    [MemberData(nameof(Exports))]
    public async Task An_import_of_what_is_there_changes_nothing_and_logs_nothing(string resource, string form)
    {
        var writes = await api.Number("select count(*) from writes");
        var changes = await api.Number("select count(*) from changes");
        var exported = await Export(api, resource, form);
        var report = await api.Done(resource, exported, mediaType: MediaTypeOf(form));
        Assert.Equal((long)report["rows"]!, (long)report["unchanged"]!);
        Assert.True((long)report["rows"]! > 0);
        Assert.Equal(exported, await Export(api, resource, form));
        Assert.Equal(writes, await api.Number("select count(*) from writes"));
        Assert.Equal(changes, await api.Number("select count(*) from changes"));
    }

    [Theory]
    [InlineData("ndjson")]
    [InlineData("csv")]
    public async Task An_empty_database_is_filled_with_what_another_exports(string form)
    {
        await api.Execute("""
            update agreements set notes = array['A; note', 'back\slash', '=1+1'], purpose = E'''=Two\nlines, "quoted"' where id = 'us-japan-sofa'
            """);
        await using var other = new Api(server);
        await other.InitializeAsync();
        await other.Execute(NothingSql);
        foreach (var resource in ImportFiles.Resources)
        {
            var exported = await Export(api, resource, form);
            var report = await other.Done(resource, exported, mediaType: MediaTypeOf(form));
            Assert.Equal($"created {report["rows"]}", ImportFiles.Counts(report));
            Assert.Equal(exported, await Export(other, resource, form));
        }
    }

    [Theory]
    [InlineData("ndjson")]
    [InlineData("csv")]
    public async Task All_editions_of_a_record_are_read_back_as_they_are(string form)
    {
        await api.Done("fact-sheets", """
            {"id":"later-2020-01-20","partners":["JPN"],"title":"T","publisher":"P","published":"2020-01-20"}
            """, "?onConflict=replace");
        await api.Done("agreements", ImportFiles.Accord("two-editions"), "?onConflict=replace");
        await api.Done("agreements", ImportFiles.Accord("two-editions", "Renamed").Replace("2018-05-21", "2020-01-20", StringComparison.Ordinal)
            .Replace("jpn-2020-01-20", "later-2020-01-20", StringComparison.Ordinal), "?onConflict=replace");
        var path = $"/agreements/two-editions/editions?format={form}";
        var editions = await api.Text(path);
        await api.Execute("delete from agreements where id = 'two-editions'");
        var report = await api.Done("agreements", editions, mediaType: MediaTypeOf(form));
        Assert.Equal("created 1, revised 1", ImportFiles.Counts(report));
        Assert.Equal(editions, await api.Text(path));
    }

    private static Task<string> Export(Api from, string resource, string form) => from.Text($"/{resource}/export?format={form}");

    private static string MediaTypeOf(string form) => form.StartsWith("csv", StringComparison.Ordinal) ? ImportFiles.Csv : ImportFiles.Ndjson;
}
