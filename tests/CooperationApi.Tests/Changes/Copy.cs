using System.Text.Json.Nodes;
using Dapper;
using Npgsql;

namespace CooperationApi.Tests.Changes;

/// <summary>A copy of all facts, made of the changes alone.</summary>
internal sealed class Copy
{
    private readonly Dictionary<(string Resource, string Id), SortedDictionary<string, (JsonObject Facts, string? Ended)>> records = [];

    // Every edition there is, in the form that changes have, and until when it stands.
    private const string HeldSql = """
        select 'agreements' as resource, e.id, e.stated_from::text, e.stated_until::text, document(e)::text as facts from agreements e
        union all
        select 'exercises', e.id, e.stated_from::text, e.stated_until::text, document(e)::text from exercises e
        union all
        select 'sales/fms', e.id, e.stated_from::text, e.stated_until::text, document(e)::text from fms_sales e
        union all
        select 'sales/dcs', e.id, e.stated_from::text, e.stated_until::text, document(e)::text from dcs_sales e
        union all
        select 'assistance', e.id, e.stated_from::text, e.stated_until::text, document(e)::text from assistance e
        union all
        select 'force-posture', e.id, e.stated_from::text, e.stated_until::text, document(e)::text from force_posture e
        union all
        select 'peacekeeping', e.id, e.stated_from::text, e.stated_until::text, document(e)::text from peacekeeping e
        union all
        select 'objectives', e.id, e.stated_from::text, e.stated_until::text, document(e)::text from objectives e
        union all
        select 'fact-sheets', e.id, '', null, document(e)::text from fact_sheets e
        union all
        select 'partners', e.id, '', null, document(e)::text from partners e
        """;

    /// <summary>What the database holds, one line for each edition.</summary>
    public static async Task<IReadOnlyList<string>> Held(NpgsqlConnection connection) => Sorted(
        (await connection.QueryAsync<(string Resource, string Id, string From, string? Until, string Facts)>(HeldSql))
            .Select(row => Line(row.Resource, row.Id, row.From, row.Until, JsonNode.Parse(row.Facts)!.AsObject())));

    public void Apply(JsonObject change)
    {
        var record = ((string)change["resource"]!, (string)change["id"]!);
        var from = (string?)change["statedFrom"] ?? "";
        var editions = records.TryGetValue(record, out var known) ? known : records[record] = new(StringComparer.Ordinal);
        if ((string)change["op"]! != "withdrawn")
        {
            editions[from] = (change["after"]!.DeepClone().AsObject(), null);
        }
        else if (from.Length == 0)
        {
            editions.Remove(from);
        }
        else
        {
            editions[from] = (editions[from].Facts, Later(((string)change["at"]!)[..10], DateOnly.Parse(from, null).AddDays(1).ToString("yyyy-MM-dd")));
        }
    }

    /// <summary>What the copy holds: an edition stands until the next one, or the withdrawal, or the day that it says itself.</summary>
    public IReadOnlyList<string> Lines() => Sorted(
        from record in records
        from edition in record.Value
        let next = record.Value.Keys.FirstOrDefault(date => string.CompareOrdinal(date, edition.Key) > 0)
        let until = new[] { next, edition.Value.Ended, (string?)edition.Value.Facts["statedUntil"] }.Where(date => date is not null).Min(StringComparer.Ordinal)
        select Line(record.Key.Resource, record.Key.Id, edition.Key, until, edition.Value.Facts));

    private static string Line(string resource, string id, string from, string? until, JsonObject facts)
    {
        var others = facts.DeepClone().AsObject();
        others.Remove("statedUntil");
        return $"{resource} {id} {from}-{until} {others.ToJsonString()}";
    }

    private static string Later(string one, string other) => string.CompareOrdinal(one, other) > 0 ? one : other;

    private static IReadOnlyList<string> Sorted(IEnumerable<string> lines) => [.. lines.Order(StringComparer.Ordinal)];
}
