using CooperationApi.Kernel;
using FluentValidation;

namespace CooperationApi.Assistance;

/// <summary>A figure of assistance: what a grant or a program gives, in money or in articles.</summary>
public sealed record AssistanceFigureInput : EditionInput
{
    /// <summary>
    /// The partners that the figure is for, as ISO 3166-1 alpha-3 codes; several share one figure. Empty where it is of a whole program, for
    /// whichever partners.
    /// </summary>
    public required IReadOnlyList<string> Partners { get; init; }

    /// <summary>The program, or the sum of programs that the source names.</summary>
    public required AssistanceProgram Program { get; init; }

    /// <summary>Whether it goes to the partner or comes from it.</summary>
    public required AssistanceDirection Direction { get; init; }

    /// <summary>The figure, in U.S. dollars as printed; left out where the source states none: then articles or notes say what it does state.</summary>
    public QuantityInput? Amount { get; init; }

    /// <summary>What the amount is of the period; given if and only if there is an amount.</summary>
    public AssistanceBasis? Basis { get; init; }

    /// <summary>How far the money has come; null where the source does not say.</summary>
    public AssistanceStage? Stage { get; init; }

    /// <summary>The time that the amount is of; null where the source gives none.</summary>
    public Period? Period { get; init; }

    /// <summary>The id of another figure in <c>/assistance</c> that the source says it is a part of.</summary>
    public string? PartOf { get; init; }

    /// <summary>The articles that the source names as given, in its order; examples, not a complete list.</summary>
    public IReadOnlyList<Article> Articles { get; init; } = [];
}

internal sealed class AssistanceFigureInputValidator : AbstractValidator<AssistanceFigureInput>
{
    public AssistanceFigureInputValidator()
    {
        this.AddEditionRules();
        RuleFor(input => input.Partners).HasAtMost(100).HasNoneTwice();
        RuleForEach(input => input.Partners).IsPartner();
        RuleFor(input => input.Amount).IsQuantity(Unit.USD);
        RuleFor(input => input.Amount).NotNull().When(input => input.Articles.Count == 0 && input.Notes.Count == 0)
            .WithMessage("A figure has an amount, or names articles, or a note says why there is none.").Contradicts("articles", "notes");
        RuleFor(input => input.Basis).Must((input, basis) => basis is null == input.Amount is null)
            .WithMessage("{PropertyName} must be given where amount is, and only there.").Contradicts("amount");
        RuleFor(input => input.Period!).SetValidator(new PeriodValidator());
        RuleFor(input => input.PartOf).IsSlug();
        RuleFor(input => input.PartOf).Must((input, whole) => whole is null || whole != input.Id)
            .WithMessage("{PropertyName} must be another figure: none is a part of itself.").Contradicts("id");
        RuleFor(input => input.Articles).HasArticlesOnce();
        RuleForEach(input => input.Articles).SetValidator(new ArticleValidator());
    }
}
