using System.Globalization;
using FluentValidation;
using FluentValidation.Results;

namespace CooperationApi.Kernel;

/// <summary>What a quantity that is written must be: what its <c>asStated</c> says.</summary>
internal sealed class QuantityInputValidator : AbstractValidator<QuantityInput>
{
    private const decimal TooMuch = 1_000_000_000_000_000_000;

    private static readonly HeldAgainst AllOfIt = new(["value", "low", "high", "qualifier", "asStated"]);

    public QuantityInputValidator()
    {
        RuleFor(quantity => quantity.Value).GreaterThanOrEqualTo(0).WithMessage("{PropertyName} must not be negative.")
            .LessThan(TooMuch).WithMessage("{PropertyName} must be below 10^18.");
        RuleFor(quantity => quantity.Value).HasDecimals(PrintedFigure.MostDecimals);
        RuleFor(quantity => quantity.Low).HasDecimals(PrintedFigure.MostDecimals + 1);
        RuleFor(quantity => quantity.High).HasDecimals(PrintedFigure.MostDecimals + 1);
        RuleFor(quantity => quantity.AsStated).IsLabel();
        RuleFor(quantity => quantity).Custom((quantity, context) =>
        {
            foreach (var (member, code, detail) in Faults(quantity))
            {
                context.AddFailure(new ValidationFailure(context.PropertyChain.BuildPropertyPath(member), detail)
                {
                    ErrorCode = code.ToString(),
                    CustomState = AllOfIt,
                });
            }
        });
    }

    private static IEnumerable<(string Member, FaultCode Code, string Detail)> Faults(QuantityInput quantity)
    {
        if (quantity.AsStated is not { } asStated || quantity.Value is < 0 or >= TooMuch)
        {
            return [];
        }

        var printed = PrintedFigure.Read(asStated);
        return printed is null && PrintedFigure.IsOne(asStated)
                ? [("asStated", FaultCode.OutOfRange, "asStated reads as a figure that is not below 10^18, or has more than 9 decimals.")]
            : !asStated.AsSpan().ContainsAnyInRange('0', '9') ? Given(quantity).Select(member => Contradiction(member,
                $"{member} must be left out, as asStated has no digits."))
            : printed is { } figure && quantity.Value != figure.Value ? [Contradiction("value",
                $"value must be {Written(figure.Value)}, as asStated reads.")]
            : quantity.Value is null ? Given(quantity).Select(member => Contradiction(member, $"{member} must be left out where value is."))
            : quantity.Qualifier is null ? [("qualifier", FaultCode.Missing,
                $"qualifier must be given where value is: one of {string.Join(", ", JsonNames.OfEnum(typeof(Qualifier)).Values)}.")]
            : printed is null && (quantity.Low ?? quantity.High) is not null ? OwnBounds(quantity)
            : WorkedOutBounds(quantity, quantity.Completed());
    }

    private static IEnumerable<string> Given(QuantityInput quantity) =>
        new (string Name, object? Value)[]
            { ("value", quantity.Value), ("low", quantity.Low), ("high", quantity.High), ("qualifier", quantity.Qualifier) }
            .Where(member => member.Value is not null).Select(member => member.Name);

    private static IEnumerable<(string Member, FaultCode Code, string Detail)> WorkedOutBounds(QuantityInput given, QuantityInput right)
    {
        if (given.Low is not null && given.Low != right.Low)
        {
            yield return Contradiction("low", Instead("low", right.Low, given));
        }

        if (given.High is not null && given.High != right.High)
        {
            yield return Contradiction("high", Instead("high", right.High, given));
        }
    }

    // Where asStated does not read as one figure, the writer reads it.
    private static IEnumerable<(string Member, FaultCode Code, string Detail)> OwnBounds(QuantityInput given)
    {
        if (given.HasLow ? given.Low is not { } low || low < 0 || low > given.Value : given.Low is not null)
        {
            yield return Contradiction("low", given.HasLow
                ? "low must be from 0 to value, or left out together with high." : Instead("low", null, given));
        }

        if (given.HasHigh ? given.High is not { } high || high >= TooMuch || high < given.Value : given.High is not null)
        {
            yield return Contradiction("high", given.HasHigh
                ? "high must be from value to below 10^18, or left out together with low." : Instead("high", null, given));
        }
    }

    private static string Instead(string member, decimal? right, QuantityInput given) => right is { } bound
        ? $"{member} must be {Written(bound)}, which the service works out, or left out."
        : $"{member} must be left out: '{JsonNames.Of(given.Qualifier!)}' leaves it open.";

    private static (string Member, FaultCode Code, string Detail) Contradiction(string member, string detail) =>
        (member, FaultCode.Contradiction, detail);

    private static string Written(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}

internal static class QuantityRules
{
    // What has more may have been rounded when it was read.
    public static IRuleBuilderOptions<T, decimal?> HasDecimals<T>(this IRuleBuilder<T, decimal?> rule, int most) =>
        rule.Must(number => number is null || number.Value.Scale <= most).WithMessage($"{{PropertyName}} must have at most {most} decimals.");

    /// <summary>A quantity of one unit.</summary>
    public static IRuleBuilderOptions<T, QuantityInput?> IsQuantity<T>(this IRuleBuilder<T, QuantityInput?> rule, Unit unit) =>
        rule.SetValidator(new QuantityInputValidator()!).SetValidator(new InlineValidator<QuantityInput>
        {
            of => of.RuleFor(quantity => quantity.Unit).Equal(unit)
                .WithMessage($"{{PropertyName}} must be {JsonNames.Of(unit)} here.")
                .WithErrorCode(nameof(FaultCode.InvalidValue)),
        }!);
}
