using CooperationApi.Kernel;
using FluentValidation;

namespace CooperationApi.Sales.Fms;

/// <summary>A figure of Foreign Military Sales, the government-to-government channel. Figures of different measures, stages or kinds are never one sum.</summary>
public sealed record FmsSaleInput : EditionInput
{
    /// <summary>The partners that the figure is for, as ISO 3166-1 alpha-3 codes; several share one figure.</summary>
    public required IReadOnlyList<string> Partners { get; init; }

    /// <summary>What is measured.</summary>
    public required FmsMeasure Measure { get; init; }

    /// <summary>How far the sales have come that it measures.</summary>
    public required FmsStage Stage { get; init; }

    /// <summary>Whether it is a stock at a date or a flow over a period.</summary>
    public required FigureKind Kind { get; init; }

    /// <summary>The figure, in U.S. dollars as printed.</summary>
    public required QuantityInput Amount { get; init; }

    /// <summary>What a flow covers; null where the source gives no period, as for a stock.</summary>
    public Period? Period { get; init; }

    /// <summary>The articles that the source names as covered, in its order; examples, not a complete list.</summary>
    public IReadOnlyList<Article> Articles { get; init; } = [];
}

internal sealed class FmsSaleInputValidator : AbstractValidator<FmsSaleInput>
{
    public FmsSaleInputValidator()
    {
        this.AddEditionRules();
        RuleFor(input => input.Partners).HasOneTo(100).HasNoneTwice();
        RuleForEach(input => input.Partners).IsPartner();
        RuleFor(input => input.Amount).IsQuantity(Unit.USD);
        RuleFor(input => input.Period!).SetValidator(new PeriodValidator());
        RuleFor(input => input.Articles).HasAtMost(1000);
        RuleFor(input => input.Articles)
            .Must(articles => articles.DistinctBy(article => (article.Name, article.Designation)).Count() == articles.Count)
            .WithMessage("An article, by its name and designation, is listed once.").WithErrorCode(nameof(FaultCode.Repeated));
        RuleForEach(input => input.Articles).SetValidator(new ArticleValidator());
    }
}

internal sealed class ArticleValidator : AbstractValidator<Article>
{
    public ArticleValidator()
    {
        RuleFor(article => article.Name).IsLabel();
        RuleFor(article => article.Designation).IsLabel();
        RuleFor(article => article.AsStated).IsLabel();
    }
}
