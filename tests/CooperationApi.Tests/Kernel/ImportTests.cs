using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using CooperationApi.Tests.Testing;
using static CooperationApi.Tests.Testing.ImportFiles;

namespace CooperationApi.Tests.Kernel;

/// <summary>Files that are imported, and files that are refused, told by line.</summary>
public sealed class ImportTests(Api api) : IClassFixture<Api>
{
    private const string Header = "id,name,kind,parties,statedFrom,citations";

    private static readonly string Cells = """treaty,USA;JPN,2018-05-21,"[{""factSheet"":""jpn-2018-05-21"",""paragraph"":7,""asStated"":""An accord""}]" """.Trim();

    [Fact]
    public async Task One_fault_rejects_the_whole_file_and_nothing_is_written()
    {
        var file = Accord("one-a") + Accord("one-b", rest: ",\"kindd\":1") + Accord("one-c");
        var (status, body) = await api.Import("agreements", file);
        Assert.Equal(422, status);
        Assert.Equal("urn:cooperation:problem:import-rejected", (string?)body["type"]);
        Assert.Equal([(2, "/kindd", "unknownMember")], Faults(body["errors"]!));
        Assert.Equal("rejected 1", Counts(body["import"]!));
        Assert.Equal(3, (long)body["import"]!["rows"]!);
        Assert.Equal(0, await api.Number("select count(*) from agreements where id like 'one-%'"));
    }

    [Fact]
    public async Task A_file_sent_again_with_its_idempotency_key_is_taken_once()
    {
        var key = await Key(api);
        async Task<(int Status, string? Replayed, string Text)> Send(string file)
        {
            using var request = await api.Request("agreements", new StringContent(file), "", "application/x-ndjson", ("Idempotency-Key", "file-1"));
            request.Headers.Remove("X-Api-Key");
            request.Headers.Add("X-Api-Key", key);
            using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
            return ((int)response.StatusCode, response.Headers.TryGetValues("Idempotency-Replayed", out var replayed) ? replayed.Single() : null,
                await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        Assert.Equal(422, (await Send(Accord("again-a") + "{\n")).Status);
        var first = await Send(Accord("again-a"));
        Assert.Equal((200, null), (first.Status, first.Replayed));
        Assert.Equal((200, "true", first.Text), await Send(Accord("again-a")));
        var other = await Send(Accord("again-b"));
        Assert.Equal(422, other.Status);
        Assert.Contains("idempotency-key-reused", other.Text, StringComparison.Ordinal);
        Assert.Equal(1, await api.Number("select count(*) from changes where id like 'again-%'"));
    }

    [Fact]
    public async Task With_skipInvalid_the_other_rows_are_taken()
    {
        var file = Accord("skip-a") + "{\n" + Accord("skip-b").Replace("\"JPN\"", "\"XXX\"", StringComparison.Ordinal) + Accord("skip-c") + Accord("skip-a", "Twice");
        var report = await api.Done("agreements", file, "?skipInvalid=true");
        Assert.Equal("created 2, rejected 3", Counts(report));
        Assert.Equal([(2, "", "invalidJson"), (3, "/parties/1", "unknownReference"), (5, "", "repeated")], Faults(report["faults"]!));
        Assert.Equal(2, await api.Number("select count(*) from agreements where id like 'skip-%'"));
    }

    [Fact]
    public async Task Every_kind_of_fault_is_told_at_once_by_line()
    {
        var file = Accord("all-a") + "\n" + "nonsense\n" + Accord("all-b").Replace("treaty", "sofa", StringComparison.Ordinal)
            + Accord("all-c").Replace("jpn-2018-05-21", "jpn-2018-05-22", StringComparison.Ordinal)
            + Accord("us-japan-sofa") + Accord("all-a");
        Assert.Equal(
            [(3, "", "invalidJson"), (4, "/kind", "unknownValue"), (5, "/citations/0/factSheet", "unknownReference"), (6, "", "conflict"), (7, "", "repeated")],
            await api.Rejected("agreements", file));
    }

    [Fact]
    public async Task A_dry_run_reports_the_same_and_changes_nothing()
    {
        var file = Accord("dry-a") + Accord("dry-b") + Accord("us-japan-sofa", "Other");
        var before = (await api.Number("select count(*) from writes"), await api.Text("/agreements/export"));
        var dry = await api.Done("agreements", file, "?dryRun=true&onConflict=replace");
        Assert.Equal("created 2, corrected 1", Counts(dry));
        Assert.True((bool)dry["dryRun"]!);
        Assert.Equal(before, (await api.Number("select count(*) from writes"), await api.Text("/agreements/export")));
        await api.Execute("begin; savepoint s; rollback");
        Assert.Equal(Counts(dry), Counts(await api.Done("agreements", file, "?onConflict=replace")));
        Assert.Equal("unchanged 3", Counts(await api.Done("agreements", file)));
    }

    [Fact]
    public async Task A_conflict_is_a_fault_or_is_skipped_or_replaces()
    {
        await api.Done("agreements", Accord("conflict-a"));
        var other = Accord("conflict-a", "Another name") + Accord("conflict-b");
        Assert.Equal([(1, "", "conflict")], await api.Rejected("agreements", other, "?onConflict=error"));
        Assert.Equal("created 1, skipped 1", Counts(await api.Done("agreements", other, "?onConflict=skip")));
        Assert.Equal("An accord", (string?)(await api.Read("/agreements/conflict-a"))["name"]);
        Assert.Equal("corrected 1, unchanged 1", Counts(await api.Done("agreements", other, "?onConflict=replace")));
        Assert.Equal("Another name", (string?)(await api.Read("/agreements/conflict-a"))["name"]);
    }

    [Fact]
    public async Task Changes_of_an_import_are_one_write_with_its_reason()
    {
        var (status, _) = await api.Import("agreements", Accord("reason-a") + Accord("reason-b"), headers: ("Change-Reason", "Taken over from a register"));
        Assert.Equal(200, status);
        Assert.Equal(1, await api.Number("""
            select count(*) from writes w
             where w.who = 'importer' and w.reason = 'Taken over from a register' and (select count(*) from changes c where c.write = w.id) = 2
            """));
    }

    [Fact]
    public async Task A_gzip_is_read_and_one_that_is_cut_off_is_a_fault()
    {
        var whole = Gzip(string.Concat(Enumerable.Range(0, 500).Select(n => Accord($"gzip-{n}"))));
        var (status, body) = await api.Import("agreements", new ByteArrayContent(whole), headers: ("Content-Encoding", "gzip"));
        Assert.Equal((200, "created 500"), (status, Counts(body)));
        var (refused, problem) = await api.Import("agreements", new ByteArrayContent(whole[..^12]), "?skipInvalid=true", headers: ("Content-Encoding", "gzip"));
        Assert.Equal((422, "invalidEncoding"), (refused, Faults(problem["errors"]!)[^1].Code));
        var (noGzip, none) = await api.Import("agreements", Accord("gzip-x"), headers: ("Content-Encoding", "gzip"));
        Assert.Equal((422, "invalidEncoding"), (noGzip, Faults(none["errors"]!)[^1].Code));
        Assert.Equal(415, (await api.Import("agreements", Accord("gzip-x"), headers: ("Content-Encoding", "br"))).Status);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/csv; charset=latin1")]
    public async Task Another_form_is_a_415(string mediaType) =>
        Assert.Equal(415, (await api.Import("agreements", Accord("x"), mediaType: mediaType)).Status);

    [Theory]
    [InlineData("{\"rowCount\":2}\n", 2)]
    [InlineData("{\"rowCount\":1}\n{\"rowCount\":1}\n", 3)]
    public async Task A_count_that_is_not_right_or_not_the_last_rejects_the_file(string end, long line) =>
        Assert.Equal(line, Assert.Single(await api.Rejected("agreements", Accord("count-a") + end, "?skipInvalid=true")).Line);

    [Fact]
    public async Task A_file_without_rows_is_an_import_of_nothing()
    {
        Assert.Equal("", Counts(await api.Done("agreements", "")));
        Assert.Equal("", Counts(await api.Done("agreements", Header + "\n", mediaType: Csv)));
        Assert.Equal((1, "", "invalidRow"), Assert.Single(await api.Rejected("agreements", "", mediaType: Csv)));
    }

    [Fact]
    public async Task All_faults_of_a_header_are_told_at_once() => Assert.Equal(
        [(1, "nam", "unknownMember"), (1, "id", "repeated"), (1, "amount.value", "unknownMember"), (1, "citations", "missing"), (1, "kind", "missing"),
            (1, "name", "missing"), (1, "parties", "missing"), (1, "statedFrom", "missing")],
        [.. (await api.Rejected("agreements", "id,nam,id,amount.value\n", mediaType: Csv)).Take(3),
            .. (await api.Rejected("agreements", "id,nam,id,amount.value\n", mediaType: Csv)).Skip(3).OrderBy(fault => fault.Place)]);

    [Fact]
    public async Task Lines_are_counted_through_quoted_line_breaks()
    {
        var file = $"\uFEFFpurpose,{Header}\r\n\"Two\nlines\",line-a,A,{Cells}\r\n\r\n,line-b,,{Cells}\n,line-c,C,{Cells},more\n"
            + $",line-d,D,{Cells.Replace("JPN", "Japan", StringComparison.Ordinal)}\n";
        Assert.Equal(
            [(5, "name", "wrongType"), (6, "", "invalidRow"), (7, "parties", "invalidValue")],
            await api.Rejected("agreements", file, mediaType: Csv));
    }

    [Fact]
    public async Task A_file_that_is_hostile_is_refused_and_never_breaks_the_service()
    {
        var binary = new byte[300_000];
        new Random(7).NextBytes(binary);
        foreach (var mediaType in new[] { Ndjson, Csv })
        {
            Assert.Equal(422, (await api.Import("agreements", new ByteArrayContent(binary), mediaType: mediaType)).Status);
            Assert.Equal(422, (await api.Import("agreements", new string('\0', 5000), mediaType: mediaType)).Status);
        }

        Assert.Equal("invalidText", Assert.Single(await api.Rejected("agreements", Accord("nul-a", "A\\u0000B"))).Code);
        Assert.Equal(100, (await api.Rejected("agreements", string.Join(',', Enumerable.Range(0, 100_000)), mediaType: Csv)).Count(one => one.Code == "unknownMember"));
        Assert.Equal("invalidRow", Assert.Single(await api.Rejected("agreements", $"{Header}\nopen-a,\"never closed,{Cells}\n", mediaType: Csv)).Code);
        Assert.Equal("tooLong", Assert.Single(await api.Rejected("agreements", $"{Header}\nopen-a,\"{new string('x', 3_000_000)}", mediaType: Csv)).Code);
    }

    [Fact]
    public async Task A_line_that_never_ends_is_a_fault_and_takes_no_memory()
    {
        // Of its own, for what others hold is memory too.
        await using var service = ServiceProcess.Launch("", [], ("ConnectionStrings__Cooperation", api.ConnectionString));
        await service.Ready();
        async Task<long> PeakAfter(long length)
        {
            using var request = await api.Request("agreements", new StreamContent(new EndlessLine(length)), "", Ndjson);
            using var response = await service.Client.SendAsync(request, TestContext.Current.CancellationToken);
            var body = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
            Assert.Equal((422, (1L, "", "tooLong")), ((int)response.StatusCode, Assert.Single(Faults(body["errors"]!))));
            return service.PeakBytes;
        }

        var small = await PeakAfter(4 << 20);
        var grown = await PeakAfter(200 << 20) - small;
        Assert.True(grown < 60 << 20, $"{grown >> 20} MB");
    }

    [Fact]
    public async Task A_query_that_is_not_right_is_told_before_the_file_is_read() => Assert.Equal(
        400, (await api.Import("agreements", Accord("x"), "?dryRun=yes&onConflict=overwrite&importId=1")).Status);

    private static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    private sealed class EndlessLine(long length) : MemoryStream
    {
        private long sent;

        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer)
        {
            var count = (int)Math.Min(buffer.Length, length - sent);
            buffer[..count].Fill((byte)'x');
            sent += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));
    }
}
