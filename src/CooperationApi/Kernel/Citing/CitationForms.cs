using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CooperationApi.Kernel;

/// <summary>A citation ready to paste, in the forms that people and programs use.</summary>
internal sealed record CitationForms(IReadOnlyList<Reference> References, string Url, DateOnly Accessed)
{
    private const string Genre = "Fact sheet";

    public static CitationForms Example { get; } = new(
        [new Reference
        {
            Id = "jpn-fms-active-cases",
            Title = "Active Foreign Military Sales cases",
            StatedFrom = new DateOnly(2018, 5, 21),
            Revision = 1,
            SheetTitle = "U.S. Security Cooperation With Japan",
            Publisher = "U.S. Department of State",
            Bureau = "Bureau of Political-Military Affairs",
            Published = PartialDate.TryParse("2018-05-21", out var published) ? published : default,
            PublishedBasis = PublishedBasis.Printed,
            TextRead = TextRead.Whole,
            SourceUrl = "https://www.state.gov/t/pm/rls/fs/2018/281245.htm",
            Paragraphs = [4],
            IsSheet = false,
        }],
        "http://localhost:8080/sales/fms/jpn-fms-active-cases?asOf=2018-05-21",
        new DateOnly(2026, 11, 24));

    public string Of(string mediaType) => mediaType switch
    {
        MediaTypes.Csl => Csl().ToJsonString(JsonNames.Options),
        MediaTypes.Bibtex => string.Join("\n", References.Select(Bibtex)),
        _ => string.Concat(References.Select(Text)),
    };

    /// <summary>Citation Style Language JSON: an item for each fact sheet.</summary>
    public JsonArray Csl() => [.. References.Select(reference => JsonSerializer.SerializeToNode(
        new Dictionary<string, object?>
        {
            ["id"] = KeyOf(reference),
            ["type"] = "report",
            ["genre"] = Genre,
            ["title"] = reference.SheetTitle,
            ["author"] = new[] { new { literal = reference.Author } },
            ["publisher"] = reference.Publisher,
            ["issued"] = Issued(reference),
            ["accessed"] = DateParts(Accessed.ToString("O", CultureInfo.InvariantCulture)),
            ["URL"] = reference.SourceUrl ?? Url,
            ["archive"] = "CooperationApi",
            ["archive_location"] = Url,
            ["note"] = NoteOf(reference),
        },
        JsonNames.Options))];

    private string Text(Reference reference)
    {
        var source = new[]
        {
            reference.Author,
            $"\"{reference.SheetTitle},\" fact sheet",
            (IsEstimated(reference) ? "ca. " : "") + Long(reference.Published.Text),
            reference.Place,
            IsQuoted(reference) ? $"as quoted at {reference.SourceUrl}" : reference.SourceUrl,
        };
        return $"{string.Join(", ", source.Where(part => part is not null))}. {Here(reference)}, {Url}, "
            + $"accessed {Long(Accessed.ToString("O", CultureInfo.InvariantCulture))}.\n";
    }

    private string Bibtex(Reference reference)
    {
        var published = reference.Published;
        var entry = new StringBuilder($"@techreport{{{KeyOf(reference)},\n");
        void Field(string name, string value) => entry.Append(CultureInfo.InvariantCulture, $"  {name,-11} = {value},\n");
        Field("author", $"{{{{{Escaped(reference.Author)}}}}}");
        Field("title", $"{{{{{Escaped(reference.SheetTitle)}}}}}");
        Field("institution", $"{{{Escaped(reference.Publisher)}}}");
        Field("type", $"{{{Genre}}}");
        Field("year", $"{{{published.First.Year}}}");
        if (published.Text.Length > 4)
        {
            Field("month", published.First.ToString("MMM", CultureInfo.InvariantCulture).ToLowerInvariant());
        }

        if (published.Text.Length > 7)
        {
            Field("day", $"{{{published.First.Day}}}");
        }

        Field("url", $"{{{(reference.SourceUrl ?? Url).Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal)}}}");
        Field("urldate", $"{{{Accessed:yyyy-MM-dd}}}");
        Field("note", $"{{{Escaped(NoteOf(reference))}, \\url{{{Url}}}}}");
        return entry.Append("}\n").ToString();
    }

    private static string NoteOf(Reference reference) =>
        (reference.Place is null ? "" : $"{char.ToUpperInvariant(reference.Place[0])}{reference.Place[1..]}. ")
        + (IsEstimated(reference) ? "The date is estimated. " : "") + (IsQuoted(reference) ? "Read as quoted at the URL. " : "") + Here(reference);

    private static bool IsEstimated(Reference reference) => reference.PublishedBasis == PublishedBasis.Estimated;

    // The address is then not the sheet's own.
    private static bool IsQuoted(Reference reference) => reference is { TextRead: TextRead.Quotations, SourceUrl: not null };

    private static string Here(Reference reference) =>
        $"Cited from CooperationApi as {(reference.IsSheet ? reference.Id : $"\"{reference.Title}\" ({reference.Id})")}, {reference.Edition}";

    // One for each source of an edition, so that they can stand in one bibliography.
    private string KeyOf(Reference reference) => reference.IsSheet
        ? reference.Id
        : $"{reference.Id}_{reference.StatedFrom:yyyy-MM-dd}" + (References.Count > 1 ? $"_{References.ToList().IndexOf(reference) + 1}" : "");

    private static Dictionary<string, object> Issued(Reference reference)
    {
        var issued = DateParts(reference.Published.Text);
        if (IsEstimated(reference))
        {
            issued["circa"] = true;
        }

        return issued;
    }

    private static Dictionary<string, object> DateParts(string date) =>
        new Dictionary<string, object> { ["date-parts"] = new[] { date.Split('-').Select(part => int.Parse(part, CultureInfo.InvariantCulture)) } };

    private static string Long(string date) => date.Length switch
    {
        4 => date,
        7 => DateOnly.ParseExact(date, "yyyy-MM", CultureInfo.InvariantCulture).ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        _ => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("MMMM d, yyyy", CultureInfo.InvariantCulture),
    };

    private static string Escaped(string text) => string.Concat(text.Select(letter => letter switch
    {
        '\\' => "\\textbackslash{}",
        '~' => "\\textasciitilde{}",
        '^' => "\\textasciicircum{}",

        // BibTeX counts braces, escaped or not.
        '{' => "\\textbraceleft{}",
        '}' => "\\textbraceright{}",
        '$' or '&' or '#' or '%' or '_' => $"\\{letter}",
        _ => letter.ToString(),
    }));
}
