using System.Text.Json.Serialization;
using CooperationApi.Kernel;
using FluentValidation;

namespace CooperationApi.Timeline;

/// <summary>Which events to list.</summary>
internal sealed record TimelineFilter(
    [Parameter("Only those that concern any of these partners: any code, name or alias. Example: `JPN`.")]
    IReadOnlyList<PartnerCode>? Partner = null,
    [Parameter("Only those of any of these resources; the others state no dates. Example: `exercises`.")]
    IReadOnlyList<TimelineResource>? Resource = null,
    [Parameter("Only those in this year, month or day, or later, and periods that reach into it. Example: `1997`.")]
    PartialDate? Since = null,
    [Parameter("Only those in this year, month or day, or earlier, and periods that begin by then. Example: `2007`.")]
    PartialDate? Until = null,
    [Parameter("As of this date: the events of editions that stood on it and of fact sheets published by then. "
        + "Without it, of what stands. Example: `2018-06-01`.")]
    DateOnly? AsOf = null);

/// <summary>The resources that state dates, by their paths.</summary>
internal enum TimelineResource
{
    Agreements,
    Exercises,

    [JsonStringEnumMemberName("sales/fms")]
    FmsSales,

    [JsonStringEnumMemberName("sales/dcs")]
    DcsSales,

    Assistance,

    [JsonStringEnumMemberName("fact-sheets")]
    FactSheets,
}

/// <summary>What events sort by.</summary>
internal enum TimelineSort
{
    Date,
    StatedFrom,
}

internal sealed class TimelineFilterValidator : AbstractValidator<TimelineFilter>
{
    public TimelineFilterValidator() => RuleFor(filter => filter.Since).IsNotAfter(filter => filter.Until);
}
