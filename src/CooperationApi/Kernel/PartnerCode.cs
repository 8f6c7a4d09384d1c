using Dapper;
using Npgsql;

namespace CooperationApi.Kernel;

/// <summary>A partner, by its ISO 3166-1 alpha-3 code.</summary>
internal readonly record struct PartnerCode(string Value);

/// <summary>Resolves what people call a partner: any code of ISO 3166-1, its names and its aliases, in any case.</summary>
internal sealed class PartnerSpellings(NpgsqlDataSource database)
{
    // To suggest is much more work than to refuse.
    private const int MostSuggestions = 5;

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

    /// <summary>The codes that one spelling resolves to: none, one, or several where it is ambiguous.</summary>
    public async Task<IReadOnlyList<string>> Resolve(string spelling, CancellationToken stop) =>
        [.. (await Resolve([spelling], stop))[spelling]];

    /// <summary>The codes of all spellings given for a parameter; what does not resolve to one partner is a fault.</summary>
    public async Task<PartnerCode[]> Resolve(
        PartnerCode[] spelled, QueryParameter parameter, List<Fault> faults, CancellationToken stop)
    {
        var resolved = await Resolve([.. spelled.Select(one => one.Value)], stop);
        var known = spelled.Any(one => !resolved.Contains(one.Value)) ? await All(stop) : null;
        var codes = new List<PartnerCode>();
        foreach (var spelling in spelled.Select(one => one.Value).Distinct())
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

        return [.. codes];
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

    private async Task<ILookup<string, string>> Resolve(string[] spellings, CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        var found = await connection.QueryAsync<(string Spelling, string Partner)>(
            new CommandDefinition(ResolveSql, new { spellings }, cancellationToken: stop));
        return found.ToLookup(one => one.Spelling, one => one.Partner, StringComparer.Ordinal);
    }
}
