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
    public static IRuleBuilderOptions<T, long?> IsNotOver<T>(
        this IRuleBuilder<T, long?> rule, Func<T, long?> most, string mostName) =>
        rule.Must((filter, least) => least is null || most(filter) is not { } end || least <= end)
            .WithMessage($"{{PropertyName}} is over {mostName}.");

    /// <summary>A certainty, which says something only of bounds.</summary>
    public static IRuleBuilderOptions<T, Certainty?> HasBounds<T>(
        this IRuleBuilder<T, Certainty?> rule, Func<T, long?> least, Func<T, long?> most, string names) =>
        rule.Must((filter, certainty) => certainty is null || least(filter) is not null || most(filter) is not null)
            .WithMessage($"{{PropertyName}} says how surely a figure lies within bounds: give {names} with it.");
}
