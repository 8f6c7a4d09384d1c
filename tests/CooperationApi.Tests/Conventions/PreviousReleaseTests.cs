using System.Collections.Concurrent;
using System.Data;
using System.Diagnostics;
using System.Text;
using CooperationApi.Tests.Testing;
using Npgsql;

namespace CooperationApi.Tests.Conventions;

/// <summary>
/// The statements of the last release still find what they name in the schema of this one, so that its copies go on serving while those of this one start.
/// They are recorded in <c>PreviousRelease.sql</c>, which is renewed at a release and at no other time.
/// </summary>
public sealed class PreviousReleaseTests(SeededApi api, PostgresServer server) : IClassFixture<SeededApi>
{
    private const string File = "tests/CooperationApi.Tests/Conventions/PreviousRelease.sql";
    private const string RecordVariable = "RECORD_RELEASE";
    private const string Columns = "-- reads: ";

    private const string Head = """
        -- What the last release asks of the database: every statement that it holds, every statement of a read of each operation, and the columns
        -- that each reads. Recorded, never edited; db/README.md says when.
        """;

    private static readonly string[] Kinds = ["select", "with", "insert", "update", "delete"];

    [Fact]
    public async Task What_the_last_release_asks_is_answered_by_this_schema()
    {
        if (Environment.GetEnvironmentVariable(RecordVariable) == "1")
        {
            await Record();
        }

        Assert.True((await Recorded()).Count > 100);
        Assert.Empty(await Broken(api.ConnectionString));
    }

    [Theory]
    [InlineData("alter table agreements rename column purpose to aim")]
    [InlineData("alter table force_posture drop column notes cascade")]
    [InlineData("drop view partner_coverage cascade")]
    [InlineData("alter table idempotent_answers alter column etag type varchar(300)")]
    [InlineData("create function number_writes(most int default 1000) returns bigint language sql as 'select 1::bigint'")]
    [InlineData("drop function write_row cascade")]
    public async Task What_would_break_the_last_release_is_seen(string change)
    {
        var database = await server.Clone();
        await using (var source = NpgsqlDataSource.Create(database))
        await using (var command = source.CreateCommand($"set client_min_messages = warning; {change}"))
        {
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        Assert.NotEmpty(await Broken(database));
        await server.Drop(database);
    }

    private static async Task<IReadOnlyList<(string Columns, string Sql)>> Recorded() =>
        [.. (await System.IO.File.ReadAllTextAsync(Repository.PathOf(File), TestContext.Current.CancellationToken)).ReplaceLineEndings("\n").Split(Columns)[1..]
            .Select(entry => entry.Split('\n', 2)).Select(lines => (lines[0], lines[1].TrimEnd().TrimEnd(';')))];

    // What fails, or reads other columns.
    private static async Task<IReadOnlyList<string>> Broken(string database)
    {
        var broken = new List<string>();
        await using var source = NpgsqlDataSource.Create(database);
        foreach (var (columns, sql) in await Recorded())
        {
            try
            {
                if (await Describe(source, sql) is var found && found != columns)
                {
                    broken.Add($"reads {found} instead of {columns}: {sql}");
                }
            }
            catch (PostgresException refused)
            {
                broken.Add($"{refused.MessageText}: {sql}");
            }
        }

        return broken;
    }

    // Parsed by the server, which says what it would give, and not run.
    private static async Task<string> Describe(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SchemaOnly, TestContext.Current.CancellationToken);
        return string.Join(", ", Enumerable.Range(0, reader.FieldCount).Select(column => $"{reader.GetName(column)} {reader.GetDataTypeName(column)}"));
    }

    private async Task Record()
    {
        var statements = new SortedSet<string>(SqlTests.Statements.Select(row => SqlTests.Numbered(row.Data.Item2)), StringComparer.Ordinal);
        statements.UnionWith(await Asked());
        await using var source = NpgsqlDataSource.Create(api.ConnectionString);
        var text = new StringBuilder(Head).Append('\n');
        foreach (var sql in statements)
        {
            text.Append($"\n{Columns}{await Describe(source, sql)}\n{sql.Trim()};\n");
        }

        await System.IO.File.WriteAllTextAsync(Repository.PathOf(File), text.ToString(), TestContext.Current.CancellationToken);
    }

    // What the service asks of the database where each operation is read, as the driver tells it.
    private async Task<IEnumerable<string>> Asked()
    {
        var asked = new ConcurrentBag<string>();
        var name = new NpgsqlConnectionStringBuilder(api.ConnectionString).Database;
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = done =>
            {
                if (done.GetTagItem("db.query.text") is string sql && (string?)done.GetTagItem("db.namespace") == name)
                {
                    asked.Add(sql.ReplaceLineEndings("\n"));
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        foreach (var path in await api.ExamplePaths())
        {
            using var answer = await api.Send(path);
        }

        foreach (var list in await api.Lists())
        {
            using var counted = await api.Send(Api.With(list, "count=exact"));
            using var once = await api.Send(Api.With(list, "asOf=2018-06-01"));
        }

        return asked.Where(sql => Kinds.Contains(sql.TrimStart().Split(' ', '\n')[0])).Select(SqlTests.Numbered);
    }
}
