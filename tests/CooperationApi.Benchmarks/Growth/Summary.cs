using System.Diagnostics;
using CooperationApi.Kernel;
using CooperationApi.Sales.Summary;
using Npgsql;

namespace CooperationApi.Benchmarks;

/// <summary>A summary of all records, by the service and by the same statement in psql.</summary>
internal static class Summary
{
    private static readonly Uri Target = new("/sales/summary?groupBy=measure", UriKind.Relative);

    /// <summary>The seconds of each round.</summary>
    public static async Task<(List<double> Own, List<double> Psql)> Compare(Server service, string database, int rounds)
    {
        var statement = await Statement(database);
        string[] prepared = ["set jit = off;", $"prepare summary as {statement.Text};"];
        string[] executed = [.. prepared, "\\o /dev/null", $"execute summary{statement.Values};"];
        var (own, psql) = (new List<double>(), new List<double>());
        for (var round = 0; round <= rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            using var answer = await service.Client.GetAsync(Target);
            answer.EnsureSuccessStatusCode();
            var took = Stopwatch.GetElapsedTime(started).TotalSeconds;
            var asked = await Psql.Run(database, executed) - await Psql.Run(database, prepared);
            if (round > 0)
            {
                own.Add(took);
                psql.Add(asked);
            }
        }

        return (own, psql);
    }

    // What the service sends, told by Npgsql.
    private static async Task<(string Text, string Values)> Statement(string database)
    {
        Columns.MapShared();
        Summing.MapColumns();
        using var heard = new Heard();
        await using (var source = new NpgsqlDataSourceBuilder(database).UseLoggerFactory(heard).EnableParameterLogging().Build())
        {
            await new SalesSummaryStore(source).Summarize(new(new SalesSummaryFilter(GroupBy: [SummaryKey.Measure]), new()), CancellationToken.None);
        }

        return heard.Statement;
    }

    private sealed class Heard : ILoggerFactory, ILogger
    {
        public (string Text, string Values) Statement { get; private set; }

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (state is IEnumerable<KeyValuePair<string, object?>> told && told.ToDictionary(one => one.Key, one => one.Value) is var said
                && said.GetValueOrDefault("CommandText") is string text && text.Contains("figures", StringComparison.Ordinal))
            {
                var values = (said.GetValueOrDefault("Parameters") as IEnumerable<object?> ?? []).Select(Literal).ToList();
                Statement = (text, values.Count == 0 ? "" : $"({string.Join(", ", values)})");
            }
        }

        public void Dispose()
        {
        }

        private static string Literal(object? value) => value switch
        {
            null or DBNull => "null",

            // As Npgsql tells of an array.
            string text when text.StartsWith('[') => $"'{{{text[1..^1]}}}'",
            string text => $"'{text}'",
            _ => FormattableString.Invariant($"{value}"),
        };
    }
}
