using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CooperationApi.Kernel;
using FluentValidation;

namespace CooperationApi.Changes;

/// <summary>Which changes to give.</summary>
internal sealed record ChangeFilter(
    [Parameter("Only those after this position: one of a change or of a `next`, as it is; `now` for those that are still to come. Without it, from "
        + "the beginning. A position that no change here has is refused: it is of another database, or this one was restored from a "
        + "backup. Example: `now`.")]
    ChangePosition? After = null,
    [Parameter("Only those of any of these resources. Example: `sales/fms`.")]
    IReadOnlyList<ChangedResource>? Resource = null,
    [Parameter("Only those of what any of these partners has a part in, before or after: any code, name or alias. Example: `JPN`.")]
    IReadOnlyList<PartnerCode>? Partner = null);

/// <summary>How many changes to give, and how long to wait for one.</summary>
internal sealed record ChangeWait(
    [Parameter("Where there is no change yet, wait so many seconds for one, and answer as soon as it is there."), Range(0, 25)]
    int Wait = 0,
    [Parameter("At most so many items."), Range(1, 200)]
    int Limit = 50);

/// <summary>What can change, by its path.</summary>
internal enum ChangedResource
{
    Agreements,
    Assistance,
    Exercises,

    [JsonStringEnumMemberName("fact-sheets")]
    FactSheets,

    [JsonStringEnumMemberName("force-posture")]
    ForcePosture,
    Objectives,
    Partners,
    Peacekeeping,

    [JsonStringEnumMemberName("sales/dcs")]
    DcsSales,

    [JsonStringEnumMemberName("sales/fms")]
    FmsSales,
}

internal sealed class ChangeFilterValidator : AbstractValidator<ChangeFilter>;
