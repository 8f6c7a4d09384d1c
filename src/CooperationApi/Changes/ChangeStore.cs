using System.Data.Common;
using CooperationApi.Kernel;
using Dapper;
using Npgsql;

namespace CooperationApi.Changes;

/// <summary>A stretch of the feed: what was asked for, where to go on, and whether that is the end of what there is.</summary>
internal sealed record Stretch(IReadOnlyList<Change> Items, ChangePosition Next, bool IsEnd);

/// <summary>All SQL of the feed.</summary>
internal sealed class ChangeStore(NpgsqlDataSource database) : IDisposable
{
    // A write wakes all who wait at once, and lists need connections too.
    private const int MostReads = 8;

    // With a filter, so much is looked through at a time, whatever of it is found.
    private const int MostScanned = 10_000;

    // By itself, before the feed is read: what it gives is seen by statements that begin after it.
    private const string NumberSql = "select number_writes()";

    private const string KnownSql = """
        select exists (select
                         from writes w
                        where w.position = @write and position_mark(w.at) = @mark
                          and (@n = 0 or exists (select from changes c where (c.write, c.n) = (w.id, @n))))
        """;

    private const string NewestSql = """
        select written_place(w.position, coalesce((select max(c.n) from changes c where c.write = w.id), 0), w.at)
          from writes w
         where w.position is not null
         order by w.position desc
         limit 1
        """;

    // Every write that is looked through counts, also one that has nothing more, so that the place to go on from moves past it.
    private const string StretchSql = """
        with scanned as materialized (
          select w.write, w.position, coalesce(c.n, w.past) as n, coalesce(c.is_asked, false) as is_asked
            from (select s.id as write, s.position, case when s.position = @write then @n else 0 end as past
                    from writes s
                   where s.position >= @write
                   order by s.position
                   limit @most) w
            left join lateral (
                 select t.n, (@resource::text[] is null or t.resource = any (@resource))
                             and (@partner::text[] is null or t.partners && @partner) as is_asked
                   from changes t
                  where t.write = w.write and t.n > w.past
                  order by t.n
                  limit @most) c on true
           order by w.position, c.n
           limit @most)
        select a.scanned, (select written_place(o.position, a.place[2], o.at) from writes o where o.position = a.place[1]) as place,
               written_place(f.position, f.n, w.at) as position, w.at, w.who, c.op, c.resource, c.id, c.stated_from, c.before, c.after, w.reason
          from (select count(*) as scanned, max(array[s.position, s.n]) as place from scanned s) a
          left join (select s.write, s.position, s.n
                       from scanned s
                      where s.is_asked
                      order by s.position, s.n
                      limit @limit) f on true
          left join writes w on w.id = f.write
          left join changes c on (c.write, c.n) = (f.write, f.n)
         order by f.position, f.n
        """;

    private const int FirstOfAChange = 2;

    private readonly SemaphoreSlim places = new(MostReads);

    /// <summary>The place of the newest change.</summary>
    public Task<ChangePosition> Newest(CancellationToken stop) => Read(
        async connection => await connection.ExecuteScalarAsync<string>(new CommandDefinition(NewestSql, cancellationToken: stop)) is { } newest
            ? ChangePosition.Parse(newest)
            : ChangePosition.Start,
        stop);

    /// <summary>Whether a position is of this database.</summary>
    public async Task<bool> Knows(ChangePosition position, CancellationToken stop)
    {
        if (position == ChangePosition.Start)
        {
            return true;
        }

        await using var connection = await database.OpenConnectionAsync(stop);
        return await connection.ExecuteScalarAsync<bool>(
            new CommandDefinition(KnownSql, new { position.Write, position.N, position.Mark }, cancellationToken: stop));
    }

    /// <summary>What follows a position: of what is asked for, at most so many; perhaps none of it, and yet more to look through.</summary>
    public Task<Stretch> After(ChangePosition position, ChangeFilter filter, int limit, CancellationToken stop)
    {
        var resource = filter.Resource?.Select(one => JsonNames.Of(one)).ToArray();
        var partner = filter.Partner?.Select(one => one.Value).ToArray();
        var most = resource is null && partner is null ? limit + 1 : MostScanned;
        var command = new CommandDefinition(
            StretchSql, new { position.Write, position.N, resource, partner, most, limit }, cancellationToken: stop);
        return Read(
            async connection =>
            {
                await using var reader = (DbDataReader)await connection.ExecuteReaderAsync(command);
                var parse = reader.GetRowParser<Change>(startIndex: FirstOfAChange);
                var items = new List<Change>();
                var (scanned, place) = (0L, position);
                while (await reader.ReadAsync(stop))
                {
                    scanned = reader.GetInt64(0);
                    place = await reader.IsDBNullAsync(1, stop) ? position : ChangePosition.Parse(reader.GetString(1));
                    if (!await reader.IsDBNullAsync(FirstOfAChange, stop))
                    {
                        items.Add(parse(reader));
                    }
                }

                return items.Count == limit
                    ? new Stretch(items, ChangePosition.Parse(items[^1].Position), IsEnd: false)
                    : new Stretch(items, place, scanned < most);
            },
            stop);
    }

    public void Dispose() => places.Dispose();

    private async Task<T> Read<T>(Func<NpgsqlConnection, Task<T>> read, CancellationToken stop)
    {
        await places.WaitAsync(stop);
        try
        {
            await using var connection = await database.OpenConnectionAsync(stop);
            await connection.ExecuteAsync(new CommandDefinition(NumberSql, cancellationToken: stop));
            return await read(connection);
        }
        finally
        {
            places.Release();
        }
    }
}
