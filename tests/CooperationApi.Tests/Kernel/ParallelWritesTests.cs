using System.Text.Json.Nodes;
using CooperationApi.Tests.Testing;
using Dapper;

namespace CooperationApi.Tests.Kernel;

/// <summary>Fifty at once: one of them does it, and the others are told so.</summary>
public sealed class ParallelWritesTests(Api api, ITestOutputHelper output) : IClassFixture<Api>, IAsyncLifetime
{
    private const int Many = 50;

    private WritingClient client = null!;

    public async ValueTask InitializeAsync() => client = new WritingClient(api.Client, await Drafts.AddKey(api.ConnectionString, "fifty at once"));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("agreements")]
    [InlineData("sales/fms")]
    [InlineData("force-posture")]
    public async Task Of_fifty_patches_with_the_same_tag_one_is_done(string resource)
    {
        var created = await client.Post(resource, Drafts.Of(resource, "patched", Drafts.Dates[1], "as it was"), idempotencyKey: null);
        Assert.Equal(201, created.Status);
        var answers = await Together(n => client.Change(
            HttpMethod.Patch, $"/{resource}/patched", created.Tag, new JsonObject { ["notes"] = new JsonArray($"by {n}") }));

        Assert.Equal([200, .. Enumerable.Repeat(412, Many - 1)], answers.Select(answer => answer.Status).Order());
        Assert.Equal(answers.Single(answer => answer.Status == 200).Text, (await client.Get($"/{resource}/patched")).Text);
        Assert.Equal(["created", "corrected"], await Log(resource, "patched"));
    }

    [Fact]
    public async Task Fifty_posts_with_one_key_are_one_change_and_fifty_equal_answers()
    {
        var draft = Drafts.Of("sales/fms", "retried", Drafts.Dates[1], "once");
        var answers = await Together(_ => client.Post("sales/fms", draft.DeepClone(), "one-key"));
        Assert.Equal(201, Assert.Single(answers.Select(answer => (answer.Status, Convert.ToHexString(answer.Body), answer.Tag)).Distinct()).Status);
        Assert.Equal(["created"], await Log("sales/fms", "retried"));
    }

    [Fact]
    public async Task Of_fifty_posts_of_one_id_one_creates_it()
    {
        var answers = await Together(n => client.Post("objectives", Drafts.Of("objectives", "taken", Drafts.Dates[1], $"by {n}"), idempotencyKey: null));
        Assert.Equal([201, .. Enumerable.Repeat(409, Many - 1)], answers.Select(answer => answer.Status).Order());
        Assert.Equal(["created"], await Log("objectives", "taken"));
    }

    private async Task<IReadOnlyList<Answer>> Together(Func<int, Task<Answer>> write)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, Many).Select(n => Task.Run(() => write(n))));
        output.WriteLine(string.Join(", ", answers.GroupBy(one => one.Status).Select(group => $"{group.Count()} × {group.Key}"))
            + $", the slowest after {answers.Max(one => one.Took).TotalMilliseconds:F0} ms");
        return answers;
    }

    private async Task<IEnumerable<string>> Log(string resource, string id)
    {
        await using var connection = await Drafts.Open(api.ConnectionString);
        return await connection.QueryAsync<string>(
            "select c.op from changes c where (c.resource, c.id) = (@resource, @id) order by c.write, c.n", new { resource, id });
    }
}
