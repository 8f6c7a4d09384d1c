using Dapper;

namespace CooperationApi.Kernel;

/// <summary>Which rows of a resource are asked for: the conditions that the filter sets, and no others.</summary>
internal sealed class Where(params IEnumerable<string> resources)
{
    private const string StandingSql = "e.stated_until is null";
    private const string AsOfSql = "e.stated_from <= @asOf::date and (e.stated_until is null or e.stated_until > @asOf::date)";

    /// <summary>The same as one condition with a parameter that may be null, for a statement that is always whole.</summary>
    public const string AtSql = """
        case when @asOf::date is null then e.stated_until is null
             else e.stated_from <= @asOf and (e.stated_until is null or e.stated_until > @asOf) end
        """;

    private readonly List<string> conditions = [];

    /// <summary>The resources whose coverage tells why nothing is found; none where coverage has no say in it.</summary>
    public string[] Resources { get; } = [.. resources];

    public DynamicParameters Parameters { get; } = new();

    public DateOnly? AsOf { get; private set; }

    public string[]? Partners { get; private set; }

    public string Sql => conditions.Count == 0 ? "" : "\n where " + string.Join("\n   and ", conditions);

    /// <summary>The edition that stood on a date, or the one that stands.</summary>
    public Where At(DateOnly? asOf)
    {
        AsOf = asOf;
        return asOf is null ? And(StandingSql) : AndLiteral(AsOfSql, "asOf", asOf);
    }

    /// <summary>Rows that any of these partners has a part in.</summary>
    public Where Of(IReadOnlyList<PartnerCode>? partners, string sql)
    {
        Partners = partners?.Select(partner => partner.Value).ToArray();
        return AndLiteral(sql, "partner", Partners);
    }

    /// <summary>Rows of which a range of days in SQL, or any of several, falls into a span of time.</summary>
    public Where During(PartialDate? since, PartialDate? until, string days) =>
        since is null && until is null ? this : And($"{SqlLiteral.Of(since?.First, until?.Last)} && {days}");

    /// <summary>Rows whose period, a range of days in SQL, lies within one span of time and has a day in common with another; none without a period.</summary>
    public Where Covering(SpanOfTime? period, SpanOfTime? overlaps, string days)
    {
        foreach (var (span, holds) in new[] { (period, "@>"), (overlaps, "&&") })
        {
            if (span is { } asked)
            {
                And($"{SqlLiteral.Of(asked.From, asked.Until)} {holds} {days}");
            }
        }

        return this;
    }

    /// <summary>
    /// Rows of which a quantity lies between two bounds: by its value, or where it must lie by all that it can mean, or where it can.
    /// A quantity left open has no value, so that it lies anywhere only possibly; no quantity lies nowhere.
    /// </summary>
    public Where Within(long? least, long? most, Certainty? certainty, string quantity) => certainty switch
    {
        Certainty.Definite => WithinByValue(least, most, quantity)
            .AndLiteral($"({quantity}).low >= @least", "least", least)
            .AndLiteral($"({quantity}).high <= @most", "most", most),
        Certainty.Possible => AndLiteral($"({quantity}).as_stated is not null and coalesce(({quantity}).high >= @least, true)", "least", least)
            .AndLiteral($"({quantity}).as_stated is not null and coalesce(({quantity}).low <= @most, true)", "most", most),
        _ => WithinByValue(least, most, quantity),
    };

    // As lists are ordered by it, so that their indexes serve: what is null is beyond either bound. What is definite is between the bounds by value too.
    private Where WithinByValue(long? least, long? most, string quantity)
    {
        var value = $"coalesce(({quantity}).value, '{(least is null ? "" : "-")}infinity'::numeric)";
        return AndLiteral($"{value} >= @least", "least", least).AndLiteral($"{value} <= @most", "most", most);
    }

    /// <summary>Rows of whose words one holds a text, however it is typed. A control character, which no text has, keeps them apart.</summary>
    public Where Saying(string? text, string words) =>
        And($"position(fold(@q) in fold(concat_ws(chr(1), {words}))) > 0", "q", text);

    /// <summary>
    /// The same with the value in the text of the statement. How many rows such a condition leaves depends on the value so much that no one plan
    /// serves all: PostgreSQL would plan a prepared statement once for a partner of a half of all rows and for one of three.
    /// </summary>
    private Where AndLiteral(string sql, string name, object? value) =>
        value is null ? this : And(sql.Replace('@' + name, SqlLiteral.Of(value), StringComparison.Ordinal), name, value);

    /// <summary>A condition that holds only where its parameter is given.</summary>
    public Where And(string sql, string name, object? value)
    {
        if (value is null)
        {
            return this;
        }

        Parameters.Add(name, value);
        return And(sql);
    }

    /// <summary>The date and the partners, for a statement that holds its own conditions on them.</summary>
    public Where ForWhole(DateOnly? asOf, IReadOnlyList<PartnerCode>? partners)
    {
        AsOf = asOf;
        Partners = partners?.Select(partner => partner.Value).ToArray();
        return Given("asOf", asOf).Given("partner", Partners);
    }

    /// <summary>A parameter of a statement that holds its own conditions; null where it is not given.</summary>
    public Where Given(string name, object? value)
    {
        Parameters.Add(name, value);
        return this;
    }

    /// <summary>The same for a statement that holds these conditions within.</summary>
    public Where Whole()
    {
        conditions.Clear();
        return this;
    }

    /// <summary>Values of a closed list, likewise.</summary>
    public Where Given<TEnum>(string name, IReadOnlyList<TEnum>? values)
        where TEnum : struct, Enum =>
        Given(name, (object?)values?.Select(value => JsonNames.Of(value)).ToArray());

    /// <summary>A condition on a closed list, of which any value will do.</summary>
    public Where And<TEnum>(string sql, string name, IReadOnlyList<TEnum>? values)
        where TEnum : struct, Enum =>
        AndLiteral(sql, name, values?.Select(value => JsonNames.Of(value)).ToArray());

    public Where And(string sql)
    {
        conditions.Add(sql);
        return this;
    }
}
