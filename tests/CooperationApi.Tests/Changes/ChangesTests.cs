using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationApi.Tests.Changes;

/// <summary>What the feed of changes answers.</summary>
public sealed partial class ChangesTests(Api api) : IClassFixture<Api>
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JsonNames.Options.Encoder };

    [Fact]
    public async Task Gives_every_change_once_in_one_order_whatever_the_pages()
    {
        var start = await Now();
        await Writes.Add(api.ConnectionString, ["a1", "a2", "a3", "a4", "a5"]);
        await Writes.Add(api.ConnectionString, []);
        await Writes.Add(api.ConnectionString, ["b1"]);
        await Writes.Add(api.ConnectionString, ["c1", "c2"]);
        var whole = (await api.Read(start + "&limit=200"))["items"]!.AsArray();
        Assert.Equal(["a1", "a2", "a3", "a4", "a5", "b1", "c1", "c2"], whole.Select(change => (string)change!["id"]!));
        Assert.Equal(8, whole.Select(change => (string)change!["position"]!).Distinct().Count());
        foreach (var limit in new[] { 1, 2, 3, 7, 8 })
        {
            Assert.Equal(whole.Select(one => one!.ToJsonString()), (await Walk($"{start}&limit={limit}")).Select(one => one!.ToJsonString()));
        }

        for (var at = 0; at < whole.Count; at++)
        {
            var rest = await Walk($"/changes?after={whole[at]!["position"]}&limit=3");
            Assert.Equal(whole.Skip(at + 1).Select(one => one!.ToJsonString()), rest.Select(one => one!.ToJsonString()));
        }

        Assert.Equal("a1", (string)(await api.Read(start + "&limit=1"))["items"]![0]!["id"]!);
    }

    [Fact]
    public async Task Begins_at_the_beginning_and_says_where_to_go_on_in_the_header_too()
    {
        await Writes.Add(api.ConnectionString, ["a1", "a2"]);
        using var response = await api.Send("/changes?limit=1&resource=agreements&resource=partners");
        var page = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Matches(@"^/changes\?after=\d+\.1-[0-9a-f]{6}&limit=1&resource=agreements&resource=partners$", (string)page["next"]!);
        Assert.Contains($"<{page["next"]}>; rel=\"next\"", response.Headers.GetValues("Link"));
        Assert.StartsWith("1.1-", (string)page["items"]![0]!["position"]!, StringComparison.Ordinal);
        Assert.Equal("no-store", $"{response.Headers.CacheControl}");
    }

    [Theory]
    [InlineData("resource=agreements", "a1 a2 c1")]
    [InlineData("resource=exercises&resource=sales/fms", "b1 d1")]
    [InlineData("partner=Korea, Republic of", "b1 c1")]
    [InlineData("partner=JPN&partner=KOR", "a1 a2 b1 c1")]
    [InlineData("resource=agreements&partner=kor", "c1")]
    [InlineData("resource=objectives", "")]
    public async Task A_filter_skips_nothing_and_leads_past_what_it_leaves_out(string filter, string expected)
    {
        var start = await Now();
        await Writes.Add(api.ConnectionString, ["a1", "a2"]);
        await Writes.Add(api.ConnectionString, ["b1"], "exercises", ["KOR"]);
        await Writes.Add(api.ConnectionString, ["c1"], partners: ["JPN", "KOR"]);
        await Writes.Add(api.ConnectionString, ["d1"], "sales/fms", ["IND"]);
        var end = await Now();
        foreach (var limit in new[] { 1, 2, 200 })
        {
            var (items, last) = await WalkToTheEnd($"{start}&limit={limit}&{filter}");
            Assert.Equal(expected, string.Join(' ', items.Select(item => (string)item!["id"]!)));
            Assert.Equal(After(end), After(last));
        }
    }

    [Fact]
    public async Task A_filter_that_finds_nothing_in_many_changes_goes_on_through_all_of_them()
    {
        var start = await Now();
        await Writes.Add(api.ConnectionString, [.. Enumerable.Range(1, 25_000).Select(n => $"m{n}")]);
        await Writes.Add(api.ConnectionString, ["o1"], "objectives");
        var page = await api.Read(start + "&resource=objectives");
        Assert.Equal("o1", (string)Assert.Single(page["items"]!.AsArray())!["id"]!);
    }

    [Theory]
    [InlineData("after=x", "after", "invalidValue")]
    [InlineData("after=1", "after", "invalidValue")]
    [InlineData("after=1.1-00000g", "after", "invalidValue")]
    [InlineData("after=01.1-000000", "after", "invalidValue")]
    [InlineData("after=1.1-000000%0A", "after", "invalidValue")]
    [InlineData("after=-1.0-000000", "after", "invalidValue")]
    [InlineData("after=9999999999999999999.1-000000", "after", "invalidValue")]
    [InlineData("after=999999999.1-000000", "after", "unknownValue")]
    [InlineData("after=0.1-000000", "after", "unknownValue")]
    [InlineData("after=now&after=now", "after", "repeated")]
    [InlineData("wait=26", "wait", "outOfRange")]
    [InlineData("wait=-1", "wait", "outOfRange")]
    [InlineData("limit=201", "limit", "outOfRange")]
    [InlineData("resource=agreement", "resource", "unknownValue")]
    [InlineData("partner=Japn", "partner", "unknownValue")]
    [InlineData("cursor=x", "cursor", "unknownParameter")]
    public async Task Refuses_what_it_cannot_follow(string query, string parameter, string code)
    {
        Assert.Equal((parameter, code), Assert.Single(await api.Faults($"/changes?{query}")));
        if (parameter is not ("wait" or "limit"))
        {
            Assert.Equal((parameter, code), Assert.Single(await api.Faults($"/changes/stream?{query}")));
        }
    }

    [Fact]
    public async Task Refuses_a_position_of_another_database_even_where_it_has_one_of_that_number()
    {
        await Writes.Add(api.ConnectionString, ["a1"]);
        var known = (string)(await api.Read("/changes?limit=1"))["items"]![0]!["position"]!;
        await api.Read($"/changes?after={known}");
        foreach (var other in new[] { known[..^1] + (known[^1] == '0' ? '1' : '0'), known.Replace("1.1-", "1.9999-", StringComparison.Ordinal) })
        {
            var (status, problem) = await api.Get($"/changes?after={other}");
            Assert.Equal(HttpStatusCode.BadRequest, status);
            Assert.Contains("another database", (string)problem["errors"]![0]!["detail"]!, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Waits_in_vain_for_as_long_as_it_is_asked_to()
    {
        var start = await Now();
        var clock = Stopwatch.StartNew();
        var page = await api.Read(start + "&wait=1");
        Assert.Empty(page["items"]!.AsArray());
        Assert.Equal(After(start), After((string)page["next"]!));
        Assert.InRange(clock.Elapsed.TotalSeconds, 0.9, 3);
    }

    [Fact]
    public async Task Wakes_at_once_where_a_write_is_signalled()
    {
        var signal = api.Services.GetRequiredService<ChangeSignal>();
        Assert.InRange((await Delays(signal.Signal, 7))[3].TotalMilliseconds, 0, 250);
    }

    [Fact]
    public async Task Wakes_within_the_second_of_its_own_look_where_nothing_is_signalled()
    {
        Assert.InRange((await Delays(() => { }, 3))[^1].TotalMilliseconds, 0, 2000);
    }

    [Fact]
    public async Task Goes_on_waiting_where_only_others_changes_come()
    {
        var start = await Now();
        var waiting = api.Read(start + "&wait=20&resource=objectives");
        await Writes.Add(api.ConnectionString, ["a1"]);
        await Task.Delay(1500, TestContext.Current.CancellationToken);
        Assert.False(waiting.IsCompleted);
        await Writes.Add(api.ConnectionString, ["o1"], "objectives");
        Assert.Equal("o1", (string)(await waiting.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken))["items"]![0]!["id"]!);
    }

    [Fact]
    public async Task A_thousand_who_wait_leave_lists_their_connections_and_are_all_answered()
    {
        var start = await Now();
        var waiting = Enumerable.Range(0, 1000).Select(_ => api.Read(start + "&wait=20")).ToList();
        await Task.Delay(1000, TestContext.Current.CancellationToken);
        await api.Read("/agreements?limit=1");
        await Writes.Add(api.ConnectionString, ["a1"]);
        var answers = await Task.WhenAll(waiting).WaitAsync(TimeSpan.FromSeconds(15), TestContext.Current.CancellationToken);
        Assert.All(answers, page => Assert.Equal("a1", (string)Assert.Single(page["items"]!.AsArray())!["id"]!));
    }

    [Fact]
    public async Task The_examples_are_real_answers()
    {
        var start = await Now();
        await api.Execute("""
            with w as (insert into writes (at, who, reason) values ('2026-01-01', 'jane-doe', 'A slip in the figure.') returning id)
            insert into changes (write, n, op, resource, id, stated_from, before, after, partners)
            select id, 1, 'corrected', 'partners', 'JPN', null, '{"id":"JPN","name":"Japn","region":"East Asia and the Pacific"}',
                   '{"id":"JPN","name":"Japan","region":"East Asia and the Pacific"}', '{JPN}' from w
            """);
        var page = Place.Replace((await api.Read(start)).ToJsonString(Indented), "1.1-").ReplaceLineEndings("\n");
        await Repository.Holds("src/CooperationApi/Changes/ChangePage.example.json", page + "\n");
        var change = JsonNode.Parse(page)!["items"]![0]!.ToJsonString(Indented).ReplaceLineEndings("\n");
        await Repository.Holds("src/CooperationApi/Changes/Change.example.json", change + "\n");
    }

    // From each commit to the answer of who waits for it, the quickest first.
    private async Task<List<TimeSpan>> Delays(Action afterCommit, int times)
    {
        var delays = new List<TimeSpan>();
        for (var time = 0; time < times; time++)
        {
            var waiting = api.Read(await Now() + "&wait=20");
            await Task.Delay(200 + (time * 90), TestContext.Current.CancellationToken);
            await Writes.Add(api.ConnectionString, ["a1"]);
            afterCommit();
            var clock = Stopwatch.StartNew();
            Assert.Single((await waiting)["items"]!.AsArray());
            delays.Add(clock.Elapsed);
        }

        return [.. delays.Order()];
    }

    private async Task<string> Now() => (string)(await api.Read("/changes?after=now"))["next"]!;

    private static string After(string next) => Regex.Match(next, "after=([^&]*)").Groups[1].Value;

    private async Task<List<JsonNode?>> Walk(string next) => (await WalkToTheEnd(next)).Items;

    private async Task<(List<JsonNode?> Items, string Last)> WalkToTheEnd(string next)
    {
        var items = new List<JsonNode?>();
        while (true)
        {
            var page = await api.Read(next);
            items.AddRange(page["items"]!.AsArray());
            next = (string)page["next"]!;
            if (page["items"]!.AsArray().Count == 0)
            {
                return (items, next);
            }
        }
    }

    [GeneratedRegex(@"\d+\.1-")]
    private static partial Regex Place { get; }
}
