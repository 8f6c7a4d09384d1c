namespace CooperationApi.Kernel;

/// <summary>Finds what somebody may have meant.</summary>
internal static class NearMiss
{
    private const int Most = 3;

    // Nothing that is served is longer, and the work grows with the square.
    private const int Longest = 60;

    /// <summary>Up to three of the candidates that differ from a text in no more than a third of its letters, nearest first.</summary>
    public static IReadOnlyList<string> Of(string text, IEnumerable<string> candidates) =>
        [.. candidates
            .Select(candidate => (candidate, distance: Distance(text, candidate)))
            .Where(near => near.distance is not null)
            .OrderBy(near => near.distance)
            .ThenBy(near => near.candidate, StringComparer.Ordinal)
            .Select(near => near.candidate)
            .Take(Most)];

    /// <summary>In how many letters two texts differ, without regard to case (Levenshtein); null where that is too many.</summary>
    public static int? Distance(string from, string to)
    {
        var allowed = from.Length < 3 ? 0 : from.Length / 3;
        if (from.Length > Longest || Math.Abs(from.Length - to.Length) > allowed)
        {
            return null;
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

        return row[^1] <= allowed ? row[^1] : null;
    }
}
