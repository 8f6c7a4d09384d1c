using System.Text.RegularExpressions;
using FluentValidation;
using Microsoft.OpenApi;

namespace CooperationApi.Kernel;

/// <summary>Rules that inputs share. Each says in its sentence what would be right, and in the document what it demands.</summary>
internal static partial class InputRules
{
    private const string SlugPattern = "^(?!export$|import$|summary$)[a-z0-9]+(-[a-z0-9]+)*$";
    private const string PartnerPattern = "^[A-Z]{3}$";
    private const int LongestSlug = 100;
    private const int LongestText = 2000;
    private const int MostRevisions = 1_000_000_000;

    /// <summary>A name or the like: not empty, not padded, on one line.</summary>
    public static IRuleBuilderOptions<T, string?> IsLabel<T>(this IRuleBuilder<T, string?> rule) => rule.Is(
        (name, text) => text.AsSpan().ContainsAny('\n', '\t')
            ? new(FaultCode.InvalidText, $"{name} must be on one line and without tabs.")
            : FaultOfText(name, text),
        schema => DescribeText(schema, LongestText));

    /// <summary>A text of sentences, which may have several lines.</summary>
    public static IRuleBuilderOptions<T, string?> IsText<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Is(FaultOfText, schema => DescribeText(schema, LongestText));

    /// <summary>An id in words.</summary>
    public static IRuleBuilderOptions<T, string?> IsSlug<T>(this IRuleBuilder<T, string?> rule) => rule.Is(
        (name, text) => text.Length > LongestSlug ? new(FaultCode.TooLong, $"{name} must have at most {LongestSlug} characters.")
            : !Slug.IsMatch(text) ? new(FaultCode.InvalidValue, $"{name} must be lower-case words joined by hyphens, such as us-japan-sofa.")
            : text is "export" or "import" or "summary" ? new(FaultCode.InvalidValue, $"{name} must not be {text}: that is a word of the paths here.")
            : null,
        schema => DescribeText(schema, LongestSlug, SlugPattern));

    /// <summary>The code of a partner.</summary>
    public static IRuleBuilderOptions<T, string?> IsPartner<T>(this IRuleBuilder<T, string?> rule) => rule.Is(
        (name, text) => Partner.IsMatch(text) ? null : new(FaultCode.InvalidValue, $"{name} must be an ISO 3166-1 alpha-3 code, such as JPN."),
        schema => schema.Pattern = PartnerPattern);

    /// <summary>A count of changes, which goes on from what an import restores, and must have room to.</summary>
    public static IRuleBuilderOptions<T, int?> IsRevision<T>(this IRuleBuilder<T, int?> rule) => rule.InclusiveBetween(1, MostRevisions)
        .WithMessage("{PropertyName} must be from {From} to {To}, or left out.");

    /// <summary>A list that is not longer.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyList<TItem>?> HasAtMost<T, TItem>(
        this IRuleBuilder<T, IReadOnlyList<TItem>?> rule, int most) => rule.Is(
            (name, list) => list.Count > most
                ? new(FaultCode.TooMany, $"{name} must hold at most {most} items, and {list.Count} are given.")
                : null,
            schema => schema.MaxItems = most);

    /// <summary>A list that is neither empty nor longer.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyList<TItem>?> HasOneTo<T, TItem>(
        this IRuleBuilder<T, IReadOnlyList<TItem>?> rule, int most) => rule.HasAtMost(most).Is(
            (name, list) => list.Count == 0 ? new(FaultCode.Missing, $"{name} must hold at least one item.") : null,
            schema => schema.MinItems = 1);

    /// <summary>A list without an item that is there twice, in all of it or by what makes it one.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyList<TItem>?> HasNoneTwice<T, TItem>(
        this IRuleBuilder<T, IReadOnlyList<TItem>?> rule, Func<TItem, object?>? by = null) =>
        rule.SetValidator(new NoneTwice<T, TItem>(by));

    /// <summary>Makes a rule a contradiction between its member and others of the same object.</summary>
    public static IRuleBuilderOptions<T, TProperty> Contradicts<T, TProperty>(
        this IRuleBuilderOptions<T, TProperty> rule, params string[] others)
    {
        var against = new HeldAgainst(others);
        return rule.WithErrorCode(nameof(FaultCode.Contradiction)).WithState(_ => against);
    }

    private static IRuleBuilderOptions<T, TProperty?> Is<T, TProperty>(
        this IRuleBuilder<T, TProperty?> rule, Func<string, TProperty, Broken?> faultOf, Action<OpenApiSchema> describe)
        where TProperty : class => rule.SetValidator(new InputRule<T, TProperty>(faultOf, describe));

    private static Broken? FaultOfText(string name, string text) =>
        text.Length == 0 ? new(FaultCode.Missing, $"{name} must not be empty.")
        : char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])
            ? new(FaultCode.InvalidValue, $"{name} must not begin or end with white space.")
        : text.Length > LongestText && text.EnumerateRunes().Count() > LongestText
            ? new(FaultCode.TooLong, $"{name} must have at most {LongestText} characters.")
        : InputText.FaultOf(text) is { } fault ? new(FaultCode.InvalidText, fault)
        : null;

    private static void DescribeText(OpenApiSchema schema, int longest, string? pattern = null)
    {
        schema.MinLength = 1;
        schema.MaxLength = longest;
        schema.Pattern = pattern;
    }

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex Slug { get; }

    [GeneratedRegex(@"^[A-Z]{3}\z")]
    private static partial Regex Partner { get; }
}
