using System.Net;
using System.Text.Json.Nodes;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Kernel;

/// <summary>The commands of db/README.md, as they stand there.</summary>
public sealed class BackupTests(SeededApi api, PostgresServer server) : IClassFixture<SeededApi>
{
    [Fact]
    public async Task A_backup_that_is_restored_by_the_commands_of_the_README_is_all_that_was_there_and_is_written_on()
    {
        var client = new WritingClient(api.Client, await Drafts.AddKey(api.ConnectionString, "before"));
        var written = await client.Post("agreements", Drafts.Of("agreements", "backed-up", Drafts.Dates[1], "x"), "key-of-before");
        Assert.Equal(201, written.Status);
        var corrected = await client.Change(HttpMethod.Patch, "/agreements/backed-up", written.Tag, new JsonObject { ["notes"] = new JsonArray("y") });
        Assert.Equal(200, corrected.Status);
        Assert.Equal(204, (await client.Change(HttpMethod.Delete, "/objectives/us-japan-alliance", await Tag("/objectives/us-japan-alliance"), body: null, "an example")).Status);
        var before = await Everything();
        var end = (string)(await api.Read("/changes?after=now"))["next"]!;

        var (backUp, restore) = Commands();
        var folder = Directory.CreateTempSubdirectory("cooperation-backup-").FullName;
        try
        {
            await server.Shell(backUp, api.ConnectionString, folder);
            await server.Drop(api.ConnectionString);
            using (var without = await api.Send("/agreements?q=nobody-asked-this-before"))
            {
                Assert.Equal(HttpStatusCode.ServiceUnavailable, without.StatusCode);
            }

            // Of a run that was cut short.
            await server.Shell("dropdb --if-exists restored", api.ConnectionString, folder);
            await server.Shell(restore, api.ConnectionString, folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        api.Told();
        Assert.Equal(before, await Everything());

        // The key, the answer that it got and the place in the feed are of before too.
        var again = await client.Post("agreements", Drafts.Of("agreements", "backed-up", Drafts.Dates[1], "x"), "key-of-before");
        Assert.Equal((201, written.Text), (again.Status, again.Text));
        Assert.Equal(201, (await client.Post("agreements", Drafts.Of("agreements", "after", Drafts.Dates[1], "x"), idempotencyKey: null)).Status);
        Assert.Equal("after", (string?)Assert.Single((await api.Read(end))["items"]!.AsArray())!["id"]);
    }

    private static (string BackUp, string Restore) Commands()
    {
        var blocks = File.ReadAllText(Repository.PathOf("db/README.md")).Split("```bash\n")[1..].Select(block => block[..block.IndexOf("```", StringComparison.Ordinal)]).ToList();
        return (blocks.Single(block => block.Contains("pg_dump", StringComparison.Ordinal)), blocks.Single(block => block.Contains("pg_restore", StringComparison.Ordinal)));
    }

    private async Task<string?> Tag(string path)
    {
        using var response = await api.Send(path);
        return response.Headers.ETag?.ToString();
    }

    private async Task<IReadOnlyDictionary<string, string>> Everything()
    {
        var texts = new Dictionary<string, string>();
        foreach (var path in (await api.ExamplePaths()).Append("/agreements/backed-up"))
        {
            texts[path] = await api.Text(path);
        }

        for (var page = "/changes?limit=100"; !texts.ContainsKey(page); page = (string)JsonNode.Parse(texts[page])!["next"]!)
        {
            texts[page] = await api.Text(page);
        }

        return texts;
    }
}
