using System.Reflection;
using System.Text.RegularExpressions;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Conventions;

public sealed partial class SqlTests(SeededApi api) : IClassFixture<SeededApi>
{
    /// <summary>Every whole statement that the service holds; the others are parts of them.</summary>
    public static TheoryData<string, string> Statements
    {
        get
        {
            var statements = new TheoryData<string, string>();
            foreach (var constant in typeof(Program).Assembly.GetTypes()
                .Where(type => !type.ContainsGenericParameters)
                .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
                .Where(member => member.IsLiteral && member.Name.EndsWith("Sql", StringComparison.Ordinal)))
            {
                var sql = (string)constant.GetRawConstantValue()!;
                if (sql.Split(' ')[0] is "select" or "with" or "insert" or "update" or "delete")
                {
                    statements.Add($"{constant.DeclaringType!.Name}.{constant.Name}", sql);
                }
            }

            return statements;
        }
    }

    [Theory]
    [MemberData(nameof(Statements))]
    public async Task Every_statement_can_be_prepared_on_the_migrated_schema(string name, string sql)
    {
        await using var command = api.Database.CreateCommand($"prepare statement as {Numbered(sql)}; deallocate statement");
        Assert.Null(await Record.ExceptionAsync(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)));
        Assert.NotEmpty(name);
    }

    [Fact]
    public void The_statements_of_all_slices_are_among_them() => Assert.True(Statements.Count >= 30, $"only {Statements.Count}");

    /// <summary>A statement with its parameters as PostgreSQL writes them.</summary>
    internal static string Numbered(string sql)
    {
        var numbers = new Dictionary<string, int>();
        return Parameter.Replace(sql, match =>
        {
            numbers.TryAdd(match.Value, numbers.Count + 1);
            return $"${numbers[match.Value]}";
        });
    }

    [GeneratedRegex(@"(?<!@)@[A-Za-z]\w*")]
    private static partial Regex Parameter { get; }
}
