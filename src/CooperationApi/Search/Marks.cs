using System.Data;
using System.Text.Json;
using CooperationApi.Kernel;
using Dapper;

namespace CooperationApi.Search;

/// <summary>A word of a text: as it is written, folded, and whether it is a form of a word asked for.</summary>
internal sealed record TextWord(string Text, string Folded, bool IsAsked);

/// <summary>A highlight as the database hands it over: the words of the text in their order, and what was asked for, folded.</summary>
internal sealed record FoundText(string Field, string Text, IReadOnlyList<TextWord> Words, IReadOnlyList<string> Asked);

/// <summary>A highlight read from its column.</summary>
internal sealed class HighlightColumn : SqlMapper.TypeHandler<Highlight>
{
    public override Highlight Parse(object value)
    {
        var found = JsonSerializer.Deserialize<FoundText>((string)value, JsonNames.Options)!;
        return new Highlight { Field = found.Field, Text = found.Text, Marks = Marks.Of(found) };
    }

    public override void SetValue(IDbDataParameter parameter, Highlight? value) =>
        throw new NotSupportedException("Highlights are read only.");
}

/// <summary>Marks the words of a text that were asked for, also where they are parted into words otherwise.</summary>
internal static class Marks
{
    private const int ShortestPart = 3;

    public static IReadOnlyList<Mark> Of(FoundText found)
    {
        var places = Places(found);
        var marked = found.Words.Select(word => word.IsAsked).ToArray();
        foreach (var asked in found.Asked)
        {
            Mark(found.Words, asked, marked);
        }

        return [.. Spans(places, marked)];
    }

    // Where each word stands in the text.
    private static List<(int Start, int End)> Places(FoundText found)
    {
        var end = 0;
        return [.. found.Words.Select(word =>
        {
            var start = found.Text.IndexOf(word.Text, end, StringComparison.Ordinal);
            end = start + word.Text.Length;
            return (start, end);
        })];
    }

    // Every word that an occurrence reaches into; it is a part of one word, or whole words written together.
    private static void Mark(IReadOnlyList<TextWord> words, string asked, bool[] marked)
    {
        var all = string.Concat(words.Select(word => word.Folded));
        if (asked.Length == 0)
        {
            return;
        }

        for (var at = all.IndexOf(asked, StringComparison.Ordinal); at >= 0; at = all.IndexOf(asked, at + 1, StringComparison.Ordinal))
        {
            var start = 0;
            var reached = words.Select((word, i) => (i, start, end: start += word.Folded.Length))
                .Where(word => word.start < at + asked.Length && word.end > at)
                .ToList();
            if ((asked.Length >= ShortestPart && reached.Count == 1) || (reached[0].start == at && reached[^1].end == at + asked.Length))
            {
                reached.ForEach(word => marked[word.i] = true);
            }
        }
    }

    // Words that follow one another are one mark.
    private static IEnumerable<Mark> Spans(List<(int Start, int End)> places, bool[] marked)
    {
        for (var i = 0; i < places.Count; i++)
        {
            if (marked[i])
            {
                var first = i;
                while (i + 1 < places.Count && marked[i + 1])
                {
                    i++;
                }

                yield return new Mark { Start = places[first].Start, Length = places[i].End - places[first].Start };
            }
        }
    }
}
