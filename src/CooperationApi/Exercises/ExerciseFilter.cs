using CooperationApi.Kernel;
using FluentValidation;

namespace CooperationApi.Exercises;

/// <summary>Which exercises to list.</summary>
internal sealed record ExerciseFilter(
    [Parameter("Only those that any of these partners takes part in: any code, name or alias. Example: `JPN`.")]
    IReadOnlyList<PartnerCode>? Partner = null,
    [Parameter("Only those of any of these kinds. Example: `fieldTraining`.")]
    IReadOnlyList<ExerciseKind>? Kind = null,
    [Parameter("Only those whose `format` is any of these. Example: `trilateral`.")]
    IReadOnlyList<ExerciseFormat>? ExerciseFormat = null,
    [Parameter("Only those with a beginning, format or role of this year, month or day, or later. Example: `2007`.")]
    PartialDate? Since = null,
    [Parameter("Only those with a beginning, format or role of this year, month or day, or earlier. Example: `2015`.")]
    PartialDate? Until = null,
    [Parameter("Only those with this text in their name or purpose, however typed. Example: `keen sword`.")]
    string? Q = null,
    [Parameter("As of this date: what was stated by then and stood. Without it, what stands. Example: `2018-06-01`.")]
    DateOnly? AsOf = null);

/// <summary>What exercises sort by.</summary>
internal enum ExerciseSort
{
    Id,
    Name,
    Since,
    StatedFrom,
}

internal sealed class ExerciseFilterValidator : AbstractValidator<ExerciseFilter>
{
    public ExerciseFilterValidator() => RuleFor(filter => filter.Since).IsNotAfter(filter => filter.Until);
}
