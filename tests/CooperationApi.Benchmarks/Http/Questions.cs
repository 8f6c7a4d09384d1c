using System.Globalization;
using Npgsql;

namespace CooperationApi.Benchmarks;

/// <summary>What is asked about the sales in a database: some of it again and again, or anything.</summary>
internal sealed record Questions(IReadOnlyList<string> HotIds, IReadOnlyList<string> Ids, IReadOnlyList<string> Partners)
{
    private const int Hot = 16;

    private const string PartnersSql = "select partner::text from fms_partners group by partner order by count(*) desc, partner limit 10";

    public const string Json = "application/json; charset=utf-8";

    public Question HotById => new([.. HotIds.Select(ById)]);

    public Question AnyById => new([.. Ids.Select(ById)]);

    /// <summary>The first 20 of a partner's, largest first; of the ten partners that have the most.</summary>
    public Question Lists => new([.. Partners.Select(partner => $"/sales/fms?partner={partner}&sort=-amount&limit=20")]);

    public static async Task<Questions> Of(string database, int rows)
    {
        var numbers = Enumerable.Range(1, rows).ToArray();
        new Random(1).Shuffle(numbers);
        var ids = numbers.Take(50_000).Select(number => string.Create(CultureInfo.InvariantCulture, $"many-{number:D7}")).ToArray();
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(PartnersSql);
        await using var reader = await command.ExecuteReaderAsync();
        var partners = new List<string>();
        while (await reader.ReadAsync())
        {
            partners.Add(reader.GetString(0));
        }

        return new Questions(ids[..Hot], ids, partners);
    }

    private static string ById(string id) => $"/sales/fms/{id}";
}
