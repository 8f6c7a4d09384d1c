using FluentValidation;

namespace CooperationApi.Kernel;

/// <summary>A defense article.</summary>
public sealed record Article
{
    /// <summary>Its name, in the standard form.</summary>
    public required string Name { get; init; }

    /// <summary>Its designation, in the standard form; null where the source gives none.</summary>
    public required string? Designation { get; init; }

    /// <summary>The group in which the source lists it; null where it does not group.</summary>
    public required ArticleGroup? Group { get; init; }

    /// <summary>How many, where the source prints a number with it: 36 of "36 F-15". Null where it prints none, or hedges it.</summary>
    public required int? Count { get; init; }

    /// <summary>The article as printed.</summary>
    public required string AsStated { get; init; }
}

/// <summary>The groups in which a source lists articles.</summary>
public enum ArticleGroup
{
    /// <summary>Major platforms: aircraft, ships, and the systems on them.</summary>
    Platforms,

    /// <summary>Missiles and interceptors.</summary>
    Missiles,
}

internal sealed class ArticleValidator : AbstractValidator<Article>
{
    public ArticleValidator()
    {
        RuleFor(article => article.Name).IsLabel();
        RuleFor(article => article.Designation).IsLabel();
        RuleFor(article => article.Count).GreaterThan(0).WithMessage("{PropertyName} must be above 0, or left out.");
        RuleFor(article => article.AsStated).IsLabel();
    }
}

internal static class ArticleRules
{
    private const int Most = 1000;

    /// <summary>Articles, each once.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyList<Article>?> HasArticlesOnce<T>(this IRuleBuilder<T, IReadOnlyList<Article>?> rule) =>
        rule.HasAtMost(Most)
            .Must(articles => articles?.DistinctBy(article => (article.Name, article.Designation)).Count() == articles?.Count)
            .WithMessage("An article, by its name and designation, is listed once.").WithErrorCode(nameof(FaultCode.Repeated));
}
