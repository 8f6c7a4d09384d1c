using System.Text.RegularExpressions;
using CooperationApi.Kernel;

namespace CooperationApi.Search;

/// <summary>What a search looks for: words and phrases by their place in the query, of which any of one place will do.</summary>
internal sealed partial record SearchTerms(IReadOnlyList<(int Place, string Words, double Closeness)> All)
{
    private const int WholeQuery = 0;

    public int[] Places => [.. All.Select(term => term.Place)];

    public string[] Words => [.. All.Select(term => term.Words)];

    public double[] Closeness => [.. All.Select(term => term.Closeness)];

    /// <summary>The words and the quoted phrases of a query, and the whole of it, which may be one word written apart.</summary>
    public static SearchTerms Of(string query)
    {
        var terms = Term.Matches(query)
            .Select(match => match.Groups["phrase"].Success ? match.Groups["phrase"].Value : match.Value)
            .Where(text => text.Any(char.IsLetterOrDigit))
            .Distinct()
            .Select((text, at) => (at + 1, text, 1.0))
            .ToList();
        return new SearchTerms(terms.Count > 1 ? [.. terms, (WholeQuery, query, 1.0)] : terms);
    }

    /// <summary>Each word, and the nearest of those that texts have; null where no text has one nearer than the word itself.</summary>
    public static SearchTerms? Near(IEnumerable<(int Place, string Word, string? Near)> candidates)
    {
        var words = candidates.GroupBy(candidate => (candidate.Place, candidate.Word), candidate => candidate.Near ?? "").ToList();
        var terms = words.SelectMany(word => Spellings(word.Key.Place, word.Key.Word, word)).ToList();
        return terms.Count > words.Count ? new SearchTerms(terms) : null;
    }

    private static IEnumerable<(int Place, string Words, double Closeness)> Spellings(
        int place, string word, IEnumerable<string> candidates)
    {
        var nearest = NearMiss.Of(word, candidates);
        var distance = nearest.Count > 0 ? NearMiss.Distance(word, nearest[0]) : null;
        return nearest.Where(one => one != word && NearMiss.Distance(word, one) == distance)
            .Select(one => (place, one, 1 - ((double)distance! / word.Length)))
            .Prepend((place, word, 1));
    }

    [GeneratedRegex("[\"“”„«»](?<phrase>[^\"“”„«»]+)[\"“”„«»]|[^\\s\"“”„«»]+")]
    private static partial Regex Term { get; }
}
