using FluentValidation;

namespace CooperationApi.Kernel;

/// <summary>Rules that filters share.</summary>
internal static class FilterRules
{
    /// <summary>A span of time that does not end before it begins.</summary>
    public static IRuleBuilderOptions<T, PartialDate?> IsNotAfter<T>(
        this IRuleBuilder<T, PartialDate?> rule, Func<T, PartialDate?> until) =>
        rule.Must((filter, since) => since is null || until(filter) is not { } end || since.Value.First <= end.Last)
            .WithMessage("{PropertyName} is after until.");

    /// <summary>A span of numbers that does not end before it begins.</summary>
    public static IRuleBuilderOptions<T, long?> IsNotOver<T>(this IRuleBuilder<T, long?> rule, Func<T, long?> most) =>
        rule.Must((filter, least) => least is null || most(filter) is not { } end || least <= end)
            .WithMessage("{PropertyName} is over maxAmount.");
}
