using CooperationApi.Tests.Testing;
using Dapper;

namespace CooperationApi.Tests.Kernel;

public sealed class NearIdsTests(SeededApi api) : IClassFixture<SeededApi>
{
    // Unless three others are as much like what was typed.
    private const string MissedSql = """
        with typed as (
          select e.resource, e.id, t.typo
            from (select distinct resource, id from entries) e,
                 lateral (select overlay(e.id placing '' from n for 1) as typo from generate_series(1, length(e.id)) n
                          union select overlay(e.id placing 'z' from n for 1) from generate_series(1, length(e.id)) n
                          union select overlay(e.id placing 'z' from n for 0) from generate_series(1, length(e.id) + 1) n) t
           where not exists (select from entries o where (o.resource, o.id) = (e.resource, t.typo)))
        select count(*) as typos,
               count(*) filter (where not t.id = any(n.near) and (cardinality(n.near) < 3
                 or similarity(t.id, t.typo) > (select min(similarity(other, t.typo)) from unnest(n.near) other))) as missed
          from typed t, lateral (select near_ids(t.resource, t.typo) as near) n
         where similarity(t.id, t.typo) >= 0.3
        """;

    [Fact]
    public async Task An_id_with_any_one_letter_wrong_missing_or_too_many_is_near_what_was_typed()
    {
        await using var connection = await Drafts.Open(api.ConnectionString);
        var (typos, missed) = await connection.QuerySingleAsync<(long Typos, long Missed)>(MissedSql);
        Assert.InRange(typos, 10_000, long.MaxValue);
        Assert.Equal(0, missed);
    }
}
