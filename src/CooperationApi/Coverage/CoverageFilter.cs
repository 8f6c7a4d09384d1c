using System.Text.Json.Serialization;
using CooperationApi.Kernel;
using FluentValidation;

namespace CooperationApi.Coverage;

/// <summary>Which coverage to list.</summary>
internal sealed record CoverageFilter(
    [Parameter("Only that of any of these partners: any code, name or alias. Example: `JPN`.")]
    IReadOnlyList<PartnerCode>? Partner = null,
    [Parameter("Only that in any of these resources. Example: `sales/fms`.")]
    IReadOnlyList<CoverageResource>? Resource = null);

/// <summary>The resources that partners have a part in, by their paths.</summary>
internal enum CoverageResource
{
    Agreements,
    Exercises,

    [JsonStringEnumMemberName("sales/fms")]
    FmsSales,

    [JsonStringEnumMemberName("sales/dcs")]
    DcsSales,

    Assistance,

    [JsonStringEnumMemberName("force-posture")]
    ForcePosture,

    Peacekeeping,
    Objectives,

    [JsonStringEnumMemberName("fact-sheets")]
    FactSheets,
}

/// <summary>What coverage sorts by.</summary>
internal enum CoverageSort
{
    Partner,
    Name,
    Resource,
    Records,
    Editions,
    Standing,
    FirstStated,
    LastStated,
}

internal sealed class CoverageFilterValidator : AbstractValidator<CoverageFilter>;
