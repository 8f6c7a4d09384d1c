using System.Collections.Concurrent;
using Dapper;
using Npgsql;

namespace CooperationApi.Kernel;

/// <summary>A partner, by its ISO 3166-1 alpha-3 code.</summary>
internal readonly record struct PartnerCode(string Value);

/// <summary>Resolves what people call a partner: any code of ISO 3166-1, its names and its aliases, in any case.</summary>
internal sealed class PartnerSpellings(NpgsqlDataSource database, ChangeSignal signal)
{
    // To suggest is much more work than to refuse.
    private const int MostSuggestions = 5;

    private const int MostPartsOfAName = 4;

    // Of those that people ask for. More would be somebody trying.
    private const int MostRemembered = 2000;

    private const string ResolveSql = """
        select distinct w.spelling, s.partner
          from unnest(@spellings::text[]) as w (spelling)
         cross join unnest(compared_as(w.spelling)) as f (folded)
          join partner_spellings s on s.folded = f.folded
         order by w.spelling, s.partner
        """;

    private const string AllSql = """
        select s.spelling, s.partner
          from partner_spellings s
        """;

    private Remembered remembered = new(Task.CompletedTask);

    /// <summary>The codes that one spelling resolves to: none, one, or several where it is ambiguous.</summary>
    public async Task<IReadOnlyList<string>> Resolve(string spelling, CancellationToken stop) =>
        [.. (await Resolve([spelling], stop))[spelling]];

    /// <summary>The codes of all spellings given for a parameter; what does not resolve to one partner is a fault.</summary>
    public async Task<PartnerCode[]> Resolve(
        PartnerCode[] spelled, QueryParameter parameter, List<Fault> faults, CancellationToken stop)
    {
        var parts = spelled.Select(one => parameter.MayHaveCommas ? one.Value.Split(',', StringSplitOptions.TrimEntries) : [one.Value]).ToList();
        var resolved = await Resolve([.. parts.SelectMany(Joined)], stop);
        var spellings = parts.SelectMany(part => Longest(part, resolved)).ToList();
        var known = spellings.All(resolved.Contains) ? null : await All(stop);
        var codes = new List<PartnerCode>();
        foreach (var spelling in spellings.Distinct())
        {
            var found = resolved[spelling].ToList();
            switch (found.Count)
            {
                case 1:
                    codes.Add(new PartnerCode(found[0]));
                    break;
                case 0:
                    faults.Add(parameter.Fault(
                        FaultCode.UnknownValue,
                        $"'{spelling}' is no partner's code, name or alias.",
                        faults.Count < MostSuggestions ? Near(spelling, known!) : null));
                    break;
                default:
                    faults.Add(parameter.Fault(
                        FaultCode.Ambiguous, $"'{spelling}' may be any of {string.Join(", ", found)}.", found));
                    break;
            }
        }

        return [.. codes.Distinct()];
    }

    // Whatever neighbours may be one name: "Korea, Republic of".
    private static IEnumerable<string> Joined(string[] parts) =>
        from first in Enumerable.Range(0, parts.Length)
        from end in Enumerable.Range(first + 1, Math.Min(parts.Length - first, MostPartsOfAName))
        select string.Join(',', parts[first..end]);

    // A comma is part of a name only if what stands beside it is none: "PE,RU" is two partners, though without the comma it is one.
    private static IEnumerable<string> Longest(string[] parts, ILookup<string, string> resolved)
    {
        for (var (first, end) = (0, 0); first < parts.Length; first = end)
        {
            end = Math.Min(parts.Length, first + MostPartsOfAName);
            while (end > first + 1 && (parts[first..end].All(resolved.Contains) || !resolved.Contains(string.Join(',', parts[first..end]))))
            {
                end--;
            }

            yield return string.Join(',', parts[first..end]);
        }
    }

    /// <summary>The codes of partners that are spelled nearly so.</summary>
    public async Task<IReadOnlyList<string>> Near(string spelling, CancellationToken stop) => Near(spelling, await All(stop));

    private static IReadOnlyList<string> Near(string spelling, ILookup<string, string> known) =>
        [.. NearMiss.Of(spelling, known.Select(name => name.Key)).SelectMany(name => known[name]).Distinct()];

    private async Task<ILookup<string, string>> All(CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        var all = await connection.QueryAsync<(string Spelling, string Partner)>(
            new CommandDefinition(AllSql, cancellationToken: stop));
        return all.ToLookup(one => one.Spelling, one => one.Partner, StringComparer.OrdinalIgnoreCase);
    }

    // What was found is found again without asking, until somebody may have written.
    private async Task<ILookup<string, string>> Resolve(string[] spellings, CancellationToken stop)
    {
        var news = signal.News;
        var known = signal.IsHearing ? remembered : new Remembered(Task.CompletedTask);
        if (known.News == news && spellings.All(known.Partners.ContainsKey))
        {
            return spellings.Distinct().SelectMany(spelling => known.Partners[spelling].Select(partner => (spelling, partner)))
                .ToLookup(one => one.spelling, one => one.partner, StringComparer.Ordinal);
        }

        var found = await Ask(spellings, stop);
        known = known.News == news && known.Partners.Count < MostRemembered ? known : new Remembered(news);
        foreach (var spelling in spellings)
        {
            known.Partners[spelling] = [.. found[spelling]];
        }

        remembered = known;
        return found;
    }

    private async Task<ILookup<string, string>> Ask(string[] spellings, CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        var found = await connection.QueryAsync<(string Spelling, string Partner)>(
            new CommandDefinition(ResolveSql, new { spellings }, cancellationToken: stop));
        return found.ToLookup(one => one.Spelling, one => one.Partner, StringComparer.Ordinal);
    }

    private sealed record Remembered(Task News)
    {
        public ConcurrentDictionary<string, string[]> Partners { get; } = new(StringComparer.Ordinal);
    }
}
