using System.Text.Json.Nodes;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Kernel;

/// <summary>Lists walked page by page while another process writes.</summary>
public sealed class WalkTests(PostgresServer server) : IAsyncLifetime
{
    private const int Walks = 1000;
    private const int Walkers = 4;

    // What stands throughout is told by its id from what comes and goes.
    private const string Fleeting = "fleeting-";

    private const string WritesSql = """
        insert into agreements (id, stated_from, name, kind, dated, purpose)
        select 'fleeting-' || n, '2018-05-21', (array['A', 'Accord 7', 'M', 'Zz'])[1 + n % 4], 'SMA', days_of('19' || 10 + n % 80), 'x'
          from (select distinct (random() * 40)::int n from generate_series(1, 5)) drawn
        on conflict (id, stated_from) do update set name = excluded.name, dated = excluded.dated;
        insert into citations (resource, id, stated_from, position, fact_sheet, as_stated)
        select 'agreements', id, stated_from, 1, 'jpn-2018-05-21', 'x' from agreements where id like 'fleeting-%'
        on conflict do nothing;
        delete from agreements where id like 'fleeting-%' and random() < 0.1;
        update agreements set purpose = 'Corrected ' || random() where id like 'many-%' and random() < 0.02;

        insert into force_posture (id, stated_from, host, kind, category, count)
        select 'fleeting-' || n, '2018-05-21', 'JPN', 'personnel', 'military', read_quantity((100 + n * 10)::text, 'about', 'people')
          from (select distinct (random() * 40)::int n from generate_series(1, 5)) drawn
        on conflict do nothing;
        insert into citations (resource, id, stated_from, position, fact_sheet, as_stated)
        select 'force-posture', id, stated_from, 1, 'jpn-2018-05-21', 'x' from force_posture where id like 'fleeting-%'
        on conflict do nothing;
        delete from force_posture where id like 'fleeting-%' and random() < 0.1;
        update force_posture set notes = array['Corrected ' || random()] where id like 'many-%' and random() < 0.02;
        """;

    private const string StandingSql = """
        insert into force_posture (id, stated_from, host, kind, category, count)
        select 'many-' || n, '2018-05-21', case when n % 2 = 0 then 'JPN' else 'KOR' end, 'personnel', 'military',
               case when n % 9 = 0 then read_quantity('thousands', null, 'people') else read_quantity((100 + n % 50 * 10)::text, 'stated', 'people') end
          from generate_series(1, 150) n;
        insert into citations (resource, id, stated_from, position, fact_sheet, as_stated)
        select 'force-posture', id, stated_from, 1, 'jpn-2018-05-21', 'x' from force_posture where id like 'many-%';
        """;

    private string database = "";
    private ServiceProcess? service;

    public async ValueTask InitializeAsync()
    {
        database = await server.Clone();
        await ManyAgreements.Add(database, 150, TestContext.Current.CancellationToken);
        await Execute(StandingSql);
        service = ServiceProcess.Launch("", [], ("ConnectionStrings__Cooperation", database));
        await service.Ready();
    }

    public async ValueTask DisposeAsync()
    {
        await service!.DisposeAsync();
        await server.Drop(database);
    }

    [Fact]
    public async Task A_thousand_walks_meet_every_row_that_stood_throughout_exactly_once()
    {
        using var done = new CancellationTokenSource();
        var writes = 0;
        var writer = Task.Run(
            async () =>
            {
                for (; !done.IsCancellationRequested; writes++)
                {
                    await Execute(WritesSql);
                }
            },
            TestContext.Current.CancellationToken);

        var walkers = Task.WhenAll(Enumerable.Range(0, Walkers).Select(walker => Task.Run(() => WalkMany(new Random(walker)))));
        await walkers.ContinueWith(_ => done.CancelAsync(), TaskScheduler.Default).Unwrap();
        await writer;
        var pages = await walkers;
        Assert.True(writes > 100, $"only {writes} writes went on meanwhile");
        Assert.True(pages.Sum() > Walks * 3, $"only {pages.Sum()} pages were read");
    }

    private async Task<int> WalkMany(Random random)
    {
        var pages = 0;
        for (var walk = 0; walk < Walks / Walkers; walk++)
        {
            pages += await Walk(random);
        }

        return pages;
    }

    private async Task<int> Walk(Random random)
    {
        var (resource, sorts) = random.GetItems<(string, string[])>(
            [
                ("agreements", ["id", "-id", "name", "-name", "date", "-date", "date,-name", "-statedFrom,name"]),
                ("force-posture", ["id", "-id", "count", "-count", "count,-statedFrom", "-statedFrom,count"]),
                ("partners", ["id", "-name"]),
            ],
            1)[0];
        var filter = random.Next(3) == 0 ? "&partner=JPN&partner=KOR" : "";
        var start = $"/{resource}?sort={sorts[random.Next(sorts.Length)]}&fields=id{filter}";
        var expected = Standing(await Ids($"{start}&limit=200"), await Ids($"{start}&limit=200"));
        var met = new List<string>();
        var pages = 0;
        for (var next = $"{start}&limit={random.Next(5, 120)}"; next is not null; pages++)
        {
            var page = JsonNode.Parse(await service!.Get(next))!;
            met.AddRange(page["items"]!.AsArray().Select(item => (string)item!["id"]!));
            next = (string?)page["next"];
            Assert.True(pages < 200, $"the walk of {start} does not end");
        }

        Assert.Equal(met.Count, met.Distinct().Count());
        Assert.Empty(expected.Except(met));
        return pages;
    }

    private static IEnumerable<string> Standing(IEnumerable<string> once, IEnumerable<string> again) =>
        once.Intersect(again).Where(id => !id.StartsWith(Fleeting, StringComparison.Ordinal));

    private async Task<IEnumerable<string>> Ids(string path) =>
        JsonNode.Parse(await service!.Get(path))!["items"]!.AsArray().Select(item => (string)item!["id"]!);

    private async Task Execute(string sql)
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
