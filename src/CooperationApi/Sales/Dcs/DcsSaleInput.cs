using CooperationApi.Kernel;
using FluentValidation;

namespace CooperationApi.Sales.Dcs;

/// <summary>A figure of Direct Commercial Sales, the commercial channel. Figures of different measures, stages or kinds are never one sum.</summary>
public sealed record DcsSaleInput : EditionInput
{
    /// <summary>The partners that the figure is for, as ISO 3166-1 alpha-3 codes; several share one figure.</summary>
    public required IReadOnlyList<string> Partners { get; init; }

    /// <summary>What is measured.</summary>
    public required DcsMeasure Measure { get; init; }

    /// <summary>How far the sales have come that it measures.</summary>
    public required DcsStage Stage { get; init; }

    /// <summary>Whether it is a stock at a date or a flow over a period.</summary>
    public required FigureKind Kind { get; init; }

    /// <summary>The figure, in U.S. dollars as printed; null where the source states none and only names the articles.</summary>
    public QuantityInput? Amount { get; init; }

    /// <summary>What a flow covers; null where the source gives no period, as for a stock.</summary>
    public Period? Period { get; init; }

    /// <summary>The top categories that the source names, in its order.</summary>
    public IReadOnlyList<Category> Categories { get; init; } = [];

    /// <summary>The articles that the source names as covered, in its order; examples, not a complete list.</summary>
    public IReadOnlyList<Article> Articles { get; init; } = [];
}

internal sealed class DcsSaleInputValidator : AbstractValidator<DcsSaleInput>
{
    public DcsSaleInputValidator()
    {
        this.AddEditionRules();
        RuleFor(input => input.Partners).HasOneTo(100).HasNoneTwice();
        RuleForEach(input => input.Partners).IsPartner();
        RuleFor(input => input.Amount).IsQuantity(Unit.USD);
        RuleFor(input => input.Period!).SetValidator(new PeriodValidator());
        RuleFor(input => input.Categories).HasAtMost(100);
        RuleFor(input => input.Categories)
            .Must(categories => categories.Zip(categories.Skip(1)).All(pair => pair.First.Rank < pair.Second.Rank))
            .WithMessage("Categories come in the order of their ranks, each rank once.").WithErrorCode(nameof(FaultCode.Contradiction));
        RuleForEach(input => input.Categories).SetValidator(new CategoryValidator());
        RuleFor(input => input.Articles).HasArticlesOnce();
        RuleForEach(input => input.Articles).SetValidator(new ArticleValidator());
        RuleFor(input => input.Amount).NotNull().When(input => input.Articles.Count == 0)
            .WithMessage("A figure has an amount, or names the articles of which the source states none.").Contradicts("articles");
        RuleFor(input => input.Kind).Must(kind => kind < FigureKind.Case)
            .WithMessage("The kind is stock or flow.").WithErrorCode(nameof(FaultCode.InvalidValue));
    }
}

internal sealed class CategoryValidator : AbstractValidator<Category>
{
    public CategoryValidator()
    {
        RuleFor(category => category.Rank).InclusiveBetween(1, short.MaxValue);
        RuleFor(category => category.Name).IsLabel();
        RuleFor(category => category.Usml).HasAtMost(21).HasNoneTwice();
    }
}
