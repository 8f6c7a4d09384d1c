using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CooperationApi.Tests.Testing;

/// <summary>The questions to Prometheus in the dashboard and in the alert rules, with the metrics and the labels that they name.</summary>
internal static partial class WatchingFiles
{
    // Of Prometheus itself: what it adds to all, and what it makes of a histogram.
    private static readonly string[] OwnLabels = ["job", "instance", "le"];
    private static readonly string[] OwnWords = ["by", "without", "on", "ignoring", "group_left", "group_right", "and", "or", "unless", "offset", "bool"];

    public static IReadOnlyList<(string Where, string Expression)> Expressions =>
        [.. Dashboard().Concat(Alerts())];

    public static IReadOnlyList<string> Metrics(string expression) =>
        [.. Word.Matches(Aside.Replace(expression, " ")).Select(word => word.Value).Except(OwnWords)];

    public static IReadOnlyList<string> Labels(string expression) =>
        [.. Matcher.Matches(expression).Concat(Grouping.Matches(expression)).SelectMany(found => Label.Matches(Quoted.Replace(found.Groups[1].Value, ""))).Select(label => label.Value).Except(OwnLabels).Distinct()];

    private static IEnumerable<(string, string)> Dashboard() =>
        JsonNode.Parse(File.ReadAllText(Repository.PathOf("docs/operations/dashboard.json")))!["panels"]!.AsArray()
            .SelectMany(panel => panel!["targets"]!.AsArray().Select(target => ((string)panel["title"]!, (string)target!["expr"]!)));

    private static IEnumerable<(string, string)> Alerts() =>
        Rule.Matches(File.ReadAllText(Repository.PathOf("docs/operations/alerts.yml"))).Select(rule => (rule.Groups["alert"].Value, rule.Groups["expr"].Value));

    [GeneratedRegex(@"- alert: (?<alert>\w+)\n +expr: (?:>-)?(?<expr>.*?)\n +(?:for|labels):", RegexOptions.Singleline)]
    private static partial Regex Rule { get; }

    // All in which no metric is named: texts, matchers, spans of time, groupings, and the names of functions.
    [GeneratedRegex("""\{[^}]*\}|\[[^\]]*\]|(?:by|without|on|ignoring|group_left|group_right) *\([^)]*\)|\w+(?= +by\b| *\()|"[^"]*"(?# texts)""")]
    private static partial Regex Aside { get; }

    [GeneratedRegex(@"(?<![\w.])[a-z_]\w*")]
    private static partial Regex Word { get; }

    [GeneratedRegex(@"\{([^}]*)\}")]
    private static partial Regex Matcher { get; }

    [GeneratedRegex(@"(?:by|without|on|ignoring) *\(([^)]*)\)")]
    private static partial Regex Grouping { get; }

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted { get; }

    [GeneratedRegex(@"[a-z_]\w*")]
    private static partial Regex Label { get; }
}
