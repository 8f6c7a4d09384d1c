using System.IO.Compression;
using System.Text;
using CooperationApi.Tests.Testing;
using static CooperationApi.Tests.Testing.ImportFiles;

namespace CooperationApi.Tests.Kernel;

/// <summary>The command <c>import</c>, as a process of its own.</summary>
public sealed class ImportCommandTests(Api api) : IClassFixture<Api>, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("cooperation-import-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_file_is_sent_and_the_report_printed()
    {
        var (exit, output) = await Run(Write("rows.ndjson", Accord("command-a")), "--resource", "agreements", "--reason", "From a register");
        Assert.True(exit == 0, output);
        Assert.Contains("agreements: 1 rows, 1 created,", output, StringComparison.Ordinal);
        Assert.Equal(1, await api.Number("select count(*) from writes where reason = 'From a register'"));
    }

    [Fact]
    public async Task A_compressed_file_is_sent_as_it_is()
    {
        var file = Path.Combine(folder, "rows.jsonl.gz");
        await using (var gzip = new GZipStream(File.Create(file), CompressionLevel.Fastest))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(Accord("command-gz")), TestContext.Current.CancellationToken);
        }

        var (exit, output) = await Run(file, "--resource", "agreements", "--dry-run");
        Assert.True(exit == 0, output);
        Assert.Contains("Would be: agreements: 1 rows, 1 created,", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_are_printed_by_line_and_end_it_with_1()
    {
        var (exit, output) = await Run(Write("rows.csv", "id,nam\n"), "--resource", "agreements");
        Assert.Equal(1, exit);
        Assert.Contains("line 1, nam, unknownMember: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_whole_fact_sheet_is_sent_as_a_document()
    {
        var document = WholeSheets.Norway("2016-05-05").ToJsonString();
        var (exit, output) = await Run(Write("nor.json", document), "--resource", "fact-sheets", "--dry-run");
        Assert.True(exit == 0, output);
        Assert.Contains("Would be: nor-2016-05-05: created; 3 created", output, StringComparison.Ordinal);
        (exit, output) = await Run(Write("bad.json", document.Replace("\"DCA\"", "\"dca\"", StringComparison.Ordinal)), "--resource", "fact-sheets");
        Assert.Equal(1, exit);
        Assert.Contains("/agreements/0/kind, unknownValue: ", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nosuch.csv", "--resource", "agreements")]
    [InlineData("rows.txt", "--resource", "agreements")]
    [InlineData("rows.csv")]
    [InlineData("rows.csv", "--resource", "agreements", "--on-conflict", "overwrite")]
    [InlineData("rows.csv", "--resource", "agreements", "--server", "nowhere")]
    public async Task Misuse_ends_it_with_2(string name, params string[] options)
    {
        Write("rows.txt", "");
        Write("rows.csv", "");
        var (exit, output) = await Run(Path.Combine(folder, name), options);
        Assert.True(exit == 2, $"{exit}: {output}");
    }

    private string Write(string name, string text)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, text);
        return file;
    }

    private async Task<(int Exit, string Output)> Run(string file, params string[] options)
    {
        string[] server = options.Contains("--server") ? [] : ["--server", api.Client.BaseAddress!.ToString()];
        await using var command = ServiceProcess.Launch("", ["import", file, .. options, .. server], ("COOPERATION_KEY", await Key(api)));
        return (await command.Exit(), command.Output);
    }
}
