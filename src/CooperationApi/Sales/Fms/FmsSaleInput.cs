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

    /// <summary>Whether it is a stock at a date, a flow over a period, a single case or a plan; <c>measure</c> case is always a case, ceiling and expectedTotal a plan.</summary>
    public required FigureKind Kind { get; init; }

    /// <summary>The figure, in U.S. dollars as printed; null where the source states none and only names the articles.</summary>
    public QuantityInput? Amount { get; init; }

    /// <summary>What a flow covers, when a single case came to its stage, or what a plan is for; null where the source gives no time, as for a stock.</summary>
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
        RuleFor(input => input.Articles).HasArticlesOnce();
        RuleForEach(input => input.Articles).SetValidator(new ArticleValidator());
        RuleFor(input => input.Amount).NotNull().When(input => input.Articles.Count == 0)
            .WithMessage("A figure has an amount, or names the articles of which the source states none.").Contradicts("articles");
        RuleFor(input => input.Kind).Must((input, kind) => (kind == FigureKind.Case) == (input.Measure == FmsMeasure.Case))
            .WithMessage("Of the measure case, and of no other, the kind is case.").Contradicts("measure");
        RuleFor(input => input.Kind)
            .Must((input, kind) => (kind == FigureKind.Plan) == (input.Measure is FmsMeasure.Ceiling or FmsMeasure.ExpectedTotal))
            .WithMessage("Of the measures ceiling and expectedTotal, and of no other, the kind is plan.").Contradicts("measure");
    }
}
