using CooperationApi.Kernel;
using FluentValidation;

namespace CooperationApi.FactSheets;

/// <summary>An edition of a source. Its prose is not kept, only what it states and the fingerprint of the text that was read.</summary>
public sealed record FactSheetInput
{
    /// <summary>A stable, readable id.</summary>
    public required string Id { get; init; }

    /// <summary>The partners that it is about, as ISO 3166-1 alpha-3 codes; empty for one about a whole program.</summary>
    public IReadOnlyList<string> Partners { get; init; } = [];

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Who published it.</summary>
    public required string Publisher { get; init; }

    /// <summary>The bureau of the publisher that it comes from; null where it names none.</summary>
    public string? Bureau { get; init; }

    /// <summary>When it was published, which is not in the future. What it states stands from the first day of this date.</summary>
    public required PartialDate Published { get; init; }

    /// <summary>Whether that date is printed on it, or estimated from what its text implies; an estimate is often a whole year.</summary>
    public PublishedBasis PublishedBasis { get; init; }

    /// <summary>Whom it names for questions.</summary>
    public Contacts Contacts { get; init; } = new() { Office = null, Email = null, SocialHandle = null };

    /// <summary>Where its text was read, by the publisher or as a mirror or quotation; null where that is not known.</summary>
    public string? SourceUrl { get; init; }

    /// <summary>The SHA-256 of the text that was read, as UTF-8, in lower-case hexadecimal; null where only an excerpt was seen.</summary>
    public string? Sha256 { get; init; }

    /// <summary>How much of its text was read; null where that is not known. What was not read may state more.</summary>
    public TextRead? TextRead { get; init; }

    /// <summary>What a reader should know about this sheet and how it was read.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>May be sent back as read; the service counts it.</summary>
    public int? Revision { get; init; }

    /// <summary>May be sent back as read; the service sets it.</summary>
    public DateTime? UpdatedAt { get; init; }
}

internal sealed class FactSheetInputValidator : AbstractValidator<FactSheetInput>
{
    public FactSheetInputValidator()
    {
        RuleFor(input => input.Id).IsSlug();
        RuleFor(input => input.Partners).HasAtMost(300).HasNoneTwice();
        RuleForEach(input => input.Partners).IsPartner();
        RuleFor(input => input.Title).IsLabel();
        RuleFor(input => input.Publisher).IsLabel();
        RuleFor(input => input.Bureau).IsLabel();
        RuleFor(input => input.Published).Must(published => published.First <= DateOnly.FromDateTime(DateTime.UtcNow).AddDays(1))
            .WithMessage("published must not lie in the future: what it states would stand from then.").WithErrorCode(nameof(FaultCode.OutOfRange));
        RuleFor(input => input.Contacts).SetValidator(new ContactsValidator());
        RuleFor(input => input.SourceUrl).IsLabel();
        RuleFor(input => input.SourceUrl).Matches("^https?://[^/]").WithMessage("sourceUrl must begin with http:// or https://.");
        RuleFor(input => input.Notes).HasAtMost(100);
        RuleForEach(input => input.Notes).IsText();
        RuleFor(input => input.Revision).IsRevision();
        RuleFor(input => input.Sha256).Matches(@"^[0-9a-f]{64}(?!\n)$").WithMessage("sha256 must be 64 lower-case hexadecimal digits.");
    }
}

internal sealed class ContactsValidator : AbstractValidator<Contacts>
{
    public ContactsValidator()
    {
        RuleFor(contacts => contacts.Office).IsLabel();
        RuleFor(contacts => contacts.Email).IsLabel();
        RuleFor(contacts => contacts.Email).Matches("[^@]@[^@]").WithMessage("email must be an e-mail address.");
        RuleFor(contacts => contacts.SocialHandle).IsLabel();
    }
}
