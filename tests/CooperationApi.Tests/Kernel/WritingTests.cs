using System.Net;
using System.Text.Json.Nodes;
using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Kernel;

/// <summary>What every resource that can be written promises, by the examples of the document.</summary>
public sealed class WritingTests(Api api) : IClassFixture<Api>
{
    private const string NoReason = "";

    public static TheoryData<string> Resources =>
        ["agreements", "exercises", "sales/fms", "sales/dcs", "force-posture", "peacekeeping", "objectives", "assistance", "fact-sheets", "partners"];

    [Theory]
    [MemberData(nameof(Resources))]
    public async Task Is_created_replaced_amended_withdrawn_and_restored(string resource)
    {
        var key = await api.Key(Role.Admin, "writer");
        var (body, patch, id) = await Example(resource);
        var path = $"/{resource}/{id}";
        var since = (string)(await api.Read("/changes?after=now"))["next"]!;

        var created = await api.Post($"/{resource}", body, key, ("Change-Reason", "UTF-8''First%20%C3%A9t%C3%A9"));
        Assert.Equal((201, path), (created.Status, created.Location));
        Assert.Equal((created.ETag, created.Body!.ToJsonString()), await Get(path));
        Assert.Equal(1, (int?)created.Body["revision"]);

        var same = await api.Put(path, body, key, ("If-Match", created.ETag!));
        Assert.Equal((200, created.ETag), (same.Status, same.ETag));
        Assert.Equal(created.ETag, (await api.Put(path, created.Body, key, ("If-Match", "*"))).ETag);

        var amended = await api.Patch(path, patch.ToJsonString(), key, ("If-Match", created.ETag!));
        Assert.Equal((200, 2), (amended.Status, (int?)amended.Body!["revision"]));
        Assert.Equal((amended.ETag, amended.Body.ToJsonString()), await Get(path));
        Assert.Equal(412, (await api.Patch(path, patch.ToJsonString(), key, ("If-Match", created.ETag!))).Status);
        Assert.Equal(428, (await api.Patch(path, patch.ToJsonString(), key)).Status);
        Assert.Equal(428, (await api.Put(path, body, key)).Status);

        Assert.Equal([("Change-Reason", "missing")], (await api.Delete(path, key, ("If-Match", amended.ETag!))).Faults);
        Assert.Equal(204, (await api.Delete(path, key, ("If-Match", amended.ETag!), ("Change-Reason", "It was an example"))).Status);
        var (status, gone) = await api.Get(path);
        Assert.Equal(HttpStatusCode.Gone, status);
        Assert.Contains("It was an example", (string)gone["detail"]!, StringComparison.Ordinal);
        Assert.Equal(410, (await api.Put(path, body, key, ("If-Match", "*"))).Status);
        Assert.DoesNotContain(id, await api.Ids($"/{resource}?limit=200"));

        Assert.Equal(201, (await api.Post($"/{resource}", body, key)).Status);
        Assert.Equal(
            [("created", "First été"), ("corrected", NoReason), ("withdrawn", "It was an example"), ("restored", NoReason)],
            (await Changes(since)).Select(change => ((string)change["op"]!, (string?)change["reason"] ?? NoReason)));
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public async Task Its_changes_tell_before_and_after_and_who_made_them(string resource)
    {
        var key = await api.Key(Role.Admin, "A writer");
        var row = (await api.Read($"/{resource}?limit=1"))["items"]![0]!.AsObject();
        var path = $"/{resource}/{(string)row["id"]!}";
        var since = (string)(await api.Read("/changes?after=now"))["next"]!;
        var (_, patch, _) = await Example(resource);
        Assert.Equal(200, (await api.Patch(path, patch.ToJsonString(), key, await api.IfMatch(path))).Status);

        var change = Assert.Single(await Changes(since));
        Assert.Equal(
            ("A writer", "corrected", resource, (string?)row["id"], (string?)row["statedFrom"]),
            ((string)change["who"]!, (string)change["op"]!, (string)change["resource"]!, (string?)change["id"], (string?)change["statedFrom"]));
        Assert.Equal(Facts(row), Facts(change["before"]!.AsObject()));
        Assert.Equal(Facts((await api.Read(path)).AsObject()), Facts(change["after"]!.AsObject()));
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public async Task What_is_read_can_be_written_back_and_changes_nothing(string resource)
    {
        var key = await api.Key(Role.Admin);
        var since = (string)(await api.Read("/changes?after=now"))["next"]!;
        foreach (var row in (await api.Read($"/{resource}?limit=20"))["items"]!.AsArray())
        {
            var path = $"/{resource}/{(string)row!["id"]!}";
            var written = await api.Put(path, row, key, await api.IfMatch(path));
            Assert.True(written.Status == 200, $"{path}: {written.Body}");
            Assert.Equal(row.ToJsonString(), written.Body!.ToJsonString());
        }

        Assert.Empty(await Changes(since));
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public async Task An_id_that_is_there_is_not_created_again(string resource)
    {
        var key = await api.Key(Role.Admin);
        var row = (await api.Read($"/{resource}?limit=1"))["items"]![0]!;
        Assert.Equal(409, (await api.Post($"/{resource}", row, key)).Status);
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public async Task An_id_does_not_change(string resource)
    {
        var key = await api.Key(Role.Admin);
        var (body, _, id) = await Example(resource);
        var row = (await api.Read($"/{resource}?limit=2"))["items"]!.AsArray().First(row => (string?)row!["id"] != id)!;
        var path = $"/{resource}/{(string)row["id"]!}";
        Assert.Equal([("/id", "contradiction")], (await api.Put(path, body, key, ("If-Match", "*"))).Faults);
    }

    [Theory]
    [InlineData("agreements", "editor", 201)]
    [InlineData("partners", "editor", 403)]
    [InlineData("fact-sheets", "editor", 403)]
    public async Task Editors_write_records_and_admins_what_records_refer_to(string resource, string role, int status)
    {
        var key = await api.Key(JsonNames.Parse<Role>(role));
        var (body, _, _) = await Example(resource);
        body["id"] = "by-an-editor";
        Assert.Equal(status, (await api.Post($"/{resource}", body, key)).Status);
        Assert.Equal(401, (await api.Write(HttpMethod.Post, $"/{resource}", body.ToJsonString(), key: null)).Status);
    }

    [Theory]
    [InlineData("If-Match", "nonsense", "If-Match")]
    [InlineData("Change-Reason", "UTF-8''a%01", "Change-Reason")]
    [InlineData("Change-Reason", "UTF-8''%FF", "Change-Reason")]
    [InlineData("Change-Reason", "UTF-8''100%", "Change-Reason")]
    public async Task Headers_are_held_to_their_form(string name, string value, string place)
    {
        var key = await api.Key(Role.Editor);
        var written = await api.Patch("/agreements/us-japan-sofa", "{}", key, name == "If-Match" ? (name, value) : ("If-Match", "*"), (name == "If-Match" ? "X-None" : name, value));
        Assert.Equal((400, place), (written.Status, Assert.Single(written.Faults).Place));
    }

    [Theory]
    [InlineData(255, 201)]
    [InlineData(256, 400)]
    public async Task An_idempotency_key_has_at_most_255_characters(int length, int status)
    {
        var (body, _, _) = await Example("agreements");
        body["id"] = $"keyed-{length}";
        Assert.Equal(status, (await api.Post("/agreements", body, await api.Key(Role.Editor), ("Idempotency-Key", new string('k', length)))).Status);
    }

    private static string Facts(JsonObject row)
    {
        var facts = row.DeepClone().AsObject();
        facts.Remove("revision");
        facts.Remove("updatedAt");
        return JsonNode.Parse(facts.ToJsonString())!.ToJsonString();
    }

    private async Task<(string? ETag, string Body)> Get(string path)
    {
        using var response = await api.Send(path);
        return (response.Headers.ETag?.ToString(), JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.ToJsonString());
    }

    private async Task<IReadOnlyList<JsonNode>> Changes(string since) =>
        [.. (await api.Read(since))["items"]!.AsArray().Select(change => change!)];

    private Task<(JsonObject Body, JsonNode Patch, string Id)> Example(string resource) => ExampleOf(api, resource);

    /// <summary>What the document shows that a resource is created and amended with.</summary>
    internal static async Task<(JsonObject Body, JsonNode Patch, string Id)> ExampleOf(Api api, string resource)
    {
        var paths = (await api.Read("/openapi.json"))["paths"]!;
        var body = paths[$"/{resource}"]!["post"]!["requestBody"]!["content"]!["application/json"]!["example"]!.DeepClone().AsObject();
        var patch = paths.AsObject().Single(path => path.Key.StartsWith($"/{resource}/{{", StringComparison.Ordinal) && path.Key.EndsWith('}'))
            .Value!["patch"]!["requestBody"]!["content"]!["application/merge-patch+json"]!["example"]!.DeepClone();
        return (body, patch, (string)body["id"]!);
    }
}
