using System.Text.Json.Nodes;
using CooperationApi.Tests.Testing;
using Npgsql;

namespace CooperationApi.Tests.Kernel;

/// <summary>Two hundred records with two editions each, at random: what they differ in, applied to the earlier, gives the later.</summary>
public sealed class RandomDiffTests(Api api) : IClassFixture<Api>
{
    private const int Pairs = 200;
    private const int Seed = 20180521;

    private static readonly string[] Names = ["F-16", "F/A-18", "~1", "a b", "Ä", "F-16 upgrade", "é/~0", "x"];
    private static readonly string[] Partners = ["USA", "JPN", "KOR", "AUS", "IND"];
    private static readonly string[] Qualifiers = ["stated", "about", "over", "nearly", "upTo", "atLeast"];

    private static readonly string[] Kinds = ["new", "dropped", "changed", "qualifierChanged", "restated"];
    private static readonly string[] NoFacts = ["purpose", "statedFrom", "statedUntil", "citations", "notes", "revision", "updatedAt"];

    private readonly Random random = new(Seed);

    [Fact]
    public async Task A_difference_applied_to_what_was_before_gives_what_is_after()
    {
        await api.Execute("""
            select put_fact_sheet('random-2001', '{}', 'Random', 'Zonal Office', null, '2001-01-01');
            select put_fact_sheet('random-2002', '{}', 'Random', 'Zonal Office', null, '2002-01-01');
            """);
        for (var n = 0; n < Pairs; n++)
        {
            var (resource, id) = (n % 2 == 0 ? "sales/fms" : "exercises", $"random-{n}");
            var (earlier, other) = resource == "exercises" ? (Exercise(id), Exercise(id)) : (Sale(id), Sale(id));
            var later = new JsonObject(earlier.Select(member => KeyValuePair.Create(member.Key, (Chance(3) ? other : earlier)[member.Key]?.DeepClone())));
            await Put(resource, id, "2001-01-01", earlier);
            await Put(resource, id, "2002-01-01", later);
        }

        var differences = (await Differences()).ToLookup(item => $"/{item["resource"]}/{item["id"]}");
        for (var n = 0; n < Pairs; n++)
        {
            var url = $"/{(n % 2 == 0 ? "sales/fms" : "exercises")}/random-{n}";
            var (before, after) = (Facts(await api.Read(url + "?asOf=2001-01-01")), Facts(await api.Read(url)));
            var kinds = differences[url].Select(item => (string)item["kind"]!).ToList();
            foreach (var item in differences[url].Where(item => (string?)item["kind"] != "restated"))
            {
                Apply(before, item["path"]!.ToString()[(url.Length + 1)..], item["after"]);
            }

            Assert.Equal(Canonical(after)?.ToJsonString(), Canonical(before)?.ToJsonString());
            Assert.Equal(kinds is ["restated"], JsonNode.DeepEquals(Canonical(Facts(await api.Read(url + "?asOf=2001-01-01"))), Canonical(after)));
        }
    }

    private async Task<List<JsonNode>> Differences()
    {
        var all = new List<JsonNode>();
        var kinds = string.Join('&', Kinds.Select(kind => $"kind={kind}"));
        for (var next = $"/fact-sheets/random-2001/diff?limit=97&count=exact&{kinds}"; next is not null;)
        {
            var page = await api.Read(next);
            all.AddRange(page["items"]!.AsArray().Select(item => item!));
            next = (string?)page["next"];
            Assert.Equal((int)page["total"]!, page["counts"]!.AsObject().Sum(count => (int)count.Value!));
        }

        Assert.Equal(all.Count, all.Select(item => (string)item["path"]!).Distinct().Count());
        Assert.All(Kinds, kind => Assert.Contains(all, item => (string?)item["kind"] == kind));
        return all;
    }

    // Where a pointer ends is where the fact is: a member, or an item of a list that its key names.
    private static void Apply(JsonObject record, string pointer, JsonNode? after)
    {
        var tokens = pointer.Split('/').Select(token => token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)).ToArray();
        if (record[tokens[0]] is JsonArray list)
        {
            var found = list.Where(item => Keys(tokens[0], item!).Any(key => key.SequenceEqual(tokens.Skip(1)))).ToList();
            Assert.True(found.Count <= 1, pointer);
            list.Remove(found.SingleOrDefault());
            if (after is not null)
            {
                list.Add(after.DeepClone());
            }
        }
        else
        {
            var owner = tokens.Length == 1 ? record : (JsonObject)(record[tokens[0]] ??= new JsonObject());
            owner[tokens[^1]] = after?.DeepClone();
        }
    }

    private static IEnumerable<string[]> Keys(string list, JsonNode item) => list switch
    {
        "articles" => [[Text(item["designation"] ?? item["name"])], [Text(item["designation"]), Text(item["name"])]],
        "participants" => [[Text(item["partner"]), Text(item["organization"]), Text(item["role"])]],
        _ => [[Text(item)]],
    };

    private static string Text(JsonNode? value) => value?.ToString() ?? "";

    private static JsonObject Facts(JsonNode record)
    {
        var facts = record.DeepClone().AsObject();
        foreach (var name in NoFacts)
        {
            facts.Remove(name);
        }

        return facts;
    }

    // Without order, null, and how a source words and lists things, of which a difference says nothing.
    private static JsonNode? Canonical(JsonNode? node) => node switch
    {
        JsonArray list => new JsonArray([.. list.Select(Canonical).OrderBy(item => item!.ToJsonString(), StringComparer.Ordinal)]),
        JsonObject { Count: > 0 } some when some.ContainsKey("qualifier") => some["value"] is null
            ? $"{some["asStated"]}"
            : $"{some["qualifier"]} {some["value"]} {some["unit"]}",
        JsonObject some => some.Where(member => member.Key is not ("asStated" or "group") && Canonical(member.Value) is not null).ToList() is { Count: > 0 } members
            ? new JsonObject(members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, Canonical(member.Value))))
            : null,
        _ => node?.DeepClone(),
    };

    private JsonObject Sale(string id) => new()
    {
        ["id"] = id,
        ["partners"] = Some(Partners, least: 1),
        ["measure"] = "sales",
        ["stage"] = Any("sold", "purchased"),
        ["kind"] = "flow",
        ["amount"] = Chance(4) ? null : Amount(),
        ["period"] = Chance(3) ? null : new JsonObject
        {
            ["start"] = Any("2013", "2013-05", "2014-01-31"),
            ["startBasis"] = Any("date", "calendarYear"),
            ["end"] = Chance(2) ? null : "2018",
        },
        ["articles"] = new JsonArray([.. Names.SelectMany(_ => Article()).DistinctBy(article => $"{article["name"]}\u0001{article["designation"]}")]),
    };

    private JsonObject Exercise(string id) => new()
    {
        ["id"] = id,
        ["name"] = Any("Bold", "Bolder"),
        ["kind"] = Chance(2) ? null : "fieldTraining",
        ["cadence"] = Chance(2) ? null : "annual",
        ["since"] = Chance(2) ? null : Any("1997", "1998-01"),
        ["format"] = null,
        ["formatSince"] = null,
        ["participants"] = new JsonArray([.. Partners.SelectMany(partner => Chance(3) ? Array.Empty<JsonNode>() : [Participant(partner)])]),
        ["purpose"] = Chance(2) ? null : Any("Practice.", "Peace."),
    };

    private JsonObject Participant(string partner) => new()
    {
        ["partner"] = partner,
        ["organization"] = Chance(2) ? null : Any(Names),
        ["role"] = Any("participant", "permanentMember"),
        ["since"] = Chance(2) ? null : "2007",
    };

    private IEnumerable<JsonObject> Article() => Chance(2) ? [] :
    [
        new()
        {
            ["name"] = Any(Names),
            ["designation"] = Chance(2) ? null : Any(Names),
            ["group"] = Chance(2) ? null : "missiles",
            ["count"] = Chance(2) ? null : random.Next(1, 3),
            ["asStated"] = Any(Names),
        },
    ];

    private JsonObject Amount()
    {
        var (value, qualifier) = (random.Next(1, 3) * 1000, Any(Qualifiers));
        return new JsonObject
        {
            ["value"] = value,
            ["low"] = qualifier is "nearly" or "upTo" ? null : qualifier is "over" or "atLeast" ? value : value - 500,
            ["high"] = qualifier is "over" or "atLeast" ? null : qualifier is "nearly" or "upTo" ? value : value + 500,
            ["qualifier"] = qualifier,
            ["unit"] = "USD",
            ["asStated"] = Any("$1,000", "a thousand"),
        };
    }

    private bool Chance(int of) => random.Next(of) == 0;

    private string Any(params string[] texts) => texts[random.Next(texts.Length)];

    private JsonArray Some(string[] texts, int least) =>
        new([.. random.GetItems(texts, texts.Length).Distinct().Take(random.Next(least, texts.Length)).Select(text => (JsonNode)text)]);

    private async Task Put(string resource, string id, string date, JsonObject body)
    {
        body["statedFrom"] = date;
        body["citations"] = new JsonArray(new JsonObject { ["factSheet"] = $"random-{date[..4]}", ["paragraph"] = null, ["asStated"] = "It." });
        body["notes"] = new JsonArray();
        if (body["period"] is JsonObject { } period)
        {
            period["endBasis"] = period["end"] is null ? null : "calendarYear";
        }

        await using var command = api.Database.CreateCommand("select put($1, $2, $3::date, $4::json)");
        foreach (var value in new[] { resource, id, date, body.ToJsonString() })
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        api.Told();
    }
}
