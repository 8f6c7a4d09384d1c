using System.Text.Json.Serialization;
using FluentValidation;

namespace CooperationApi.Kernel;

/// <summary>What every record is written with: its id, the time for which it is stated, and its receipts.</summary>
public abstract record EditionInput
{
    /// <summary>A stable, readable id: lower-case words joined by hyphens, at most 100 characters. It never changes.</summary>
    [JsonPropertyOrder(-2)]
    public required string Id { get; init; }

    /// <summary>
    /// The first day that it stands: the first of the date on which the fact sheet that states it was published. A later one than those known
    /// supersedes them from that day, an earlier one takes its place in between, the same one corrects.
    /// </summary>
    [JsonPropertyOrder(1)]
    public required DateOnly StatedFrom { get; init; }

    /// <summary>The first day on which it stands no more. The service sets it when a later edition supersedes this one; it may be sent back as read.</summary>
    [JsonPropertyOrder(2)]
    public DateOnly? StatedUntil { get; init; }

    /// <summary>The receipts: which fact sheet says it, where, and in which words or figures. From 1 to 100, one of them of a sheet published on <c>statedFrom</c>.</summary>
    [JsonPropertyOrder(3)]
    public required IReadOnlyList<Citation> Citations { get; init; }

    /// <summary>What a reader should know about this edition: oddities of the source, kept and flagged, and what is our inference. At most 100.</summary>
    [JsonPropertyOrder(4)]
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The service counts it. It may be sent back as read, and is not needed.</summary>
    [JsonPropertyOrder(5)]
    public int? Revision { get; init; }

    /// <summary>The service sets it. It may be sent back as read, and is not needed.</summary>
    [JsonPropertyOrder(6)]
    public DateTime? UpdatedAt { get; init; }
}

internal static class EditionRules
{
    private const int MostParts = 100;

    /// <summary>The rules of what every record is written with.</summary>
    public static void AddEditionRules<T>(this AbstractValidator<T> validator)
        where T : EditionInput
    {
        validator.RuleFor(input => input.Id).IsSlug();
        validator.RuleFor(input => input.StatedFrom).Must(from => from > DateOnly.MinValue && from < DateOnly.MaxValue)
            .WithMessage("{PropertyName} must be a day between 0001-01-02 and 9999-12-30.").WithErrorCode(nameof(FaultCode.OutOfRange));
        validator.RuleFor(input => input.StatedUntil)
            .Must((input, until) => until is null || until > input.StatedFrom)
            .WithMessage("{PropertyName} must be after statedFrom, or left out.")
            .Contradicts("statedFrom");
        validator.RuleFor(input => input.Citations).HasOneTo(MostParts).HasNoneTwice();
        validator.RuleForEach(input => input.Citations).SetValidator(new CitationValidator());
        validator.RuleFor(input => input.Notes).HasAtMost(MostParts);
        validator.RuleForEach(input => input.Notes).IsText();
        validator.RuleFor(input => input.Revision).IsRevision();
    }
}

internal sealed class CitationValidator : AbstractValidator<Citation>
{
    private const int LastParagraph = short.MaxValue;

    public CitationValidator()
    {
        RuleFor(citation => citation.FactSheet).IsSlug();
        RuleFor(citation => citation.Paragraph).InclusiveBetween(1, LastParagraph)
            .WithMessage("{PropertyName} must be from {From} to {To}, or left out.");
        RuleFor(citation => citation.AsStated).IsLabel();
    }
}

internal sealed class PeriodValidator : AbstractValidator<Period>
{
    public PeriodValidator()
    {
        RuleFor(period => period.Start).Must((period, start) => start is not null || period.End is not null)
            .WithMessage("A period must have a start or an end; leave the period out where the source gives none.")
            .Contradicts("end");
        RuleFor(period => period.StartBasis).Must((period, basis) => basis is null == period.Start is null)
            .WithMessage("{PropertyName} must be given where start is, and only there.").Contradicts("start");
        RuleFor(period => period.EndBasis).Must((period, basis) => basis is null == period.End is null)
            .WithMessage("{PropertyName} must be given where end is, and only there.").Contradicts("end");
        RuleFor(period => period.End).Must((period, end) => end is null || period.Start is null || period.FirstDay <= period.LastDay)
            .WithMessage("{PropertyName} must not be before start.").Contradicts("start");
    }
}
