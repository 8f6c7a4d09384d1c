namespace CooperationApi.Kernel;

/// <summary>Finds what somebody may have meant.</summary>
internal static class NearMiss
{
    private const int Most = 3;

    /// <summary>Up to three of the candidates that differ from a text in no more than a third of its letters, nearest first.</summary>
    public static IReadOnlyList<string> Of(string text, IEnumerable<string> candidates)
    {
        var allowed = Math.Max(1, text.Length / 3);
        return [.. candidates
            .Select(candidate => (candidate, distance: Distance(text, candidate, allowed)))
            .Where(near => near.distance <= allowed)
            .OrderBy(near => near.distance)
            .ThenBy(near => near.candidate, StringComparer.Ordinal)
            .Select(near => near.candidate)
            .Take(Most)];
    }

    // Levenshtein's distance without regard to case; beyond what is allowed it need not be exact.
    private static int Distance(string from, string to, int allowed)
    {
        if (Math.Abs(from.Length - to.Length) > allowed)
        {
            return int.MaxValue;
        }

        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var same = char.ToUpperInvariant(from[i - 1]) == char.ToUpperInvariant(to[j - 1]);
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1)));
            }
        }

        return row[^1];
    }
}
