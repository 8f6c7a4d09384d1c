using System.Globalization;

namespace CooperationApi.Kernel;

/// <summary>A fact sheet, and where it says what an edition of something here holds: all that a citation is made of.</summary>
internal sealed record Reference
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required DateOnly StatedFrom { get; init; }

    public required int Revision { get; init; }

    public required string SheetTitle { get; init; }

    public required string Publisher { get; init; }

    public required string? Bureau { get; init; }

    public required PartialDate Published { get; init; }

    public required PublishedBasis PublishedBasis { get; init; }

    public required TextRead? TextRead { get; init; }

    public required string? SourceUrl { get; init; }

    /// <summary>The paragraphs that say it, in order; none where the whole sheet is meant, or only an excerpt was seen.</summary>
    public required int[] Paragraphs { get; init; }

    /// <summary>Whether it is the sheet itself that is cited, rather than something that it states.</summary>
    public required bool IsSheet { get; init; }

    public string Author => Bureau is null ? Publisher : $"{Publisher}, {Bureau}";

    public string? Place => Paragraphs.Length switch
    {
        0 => null,
        1 => $"para. {Paragraphs[0]}",
        _ => "paras. " + string.Join(", ", Paragraphs.Select(number => number.ToString(CultureInfo.InvariantCulture))),
    };

    public string Edition => IsSheet ? $"revision {Revision}" : $"edition of {StatedFrom:yyyy-MM-dd}, revision {Revision}";
}
