using CooperationApi.Kernel;
using FluentValidation;

namespace CooperationApi.Partners;

/// <summary>Whom to compare, and by what.</summary>
internal sealed record ComparisonFilter(
    [Parameter("Two partners or more, in the order of the cells: any code, name or alias, repeated or joined by commas. A name with commas in it is "
        + "taken whole. Example: `JPN`.", Example = "JPN,KOR", MayHaveCommas = true)]
    IReadOnlyList<PartnerCode> Partner,
    [Parameter("What to compare: a measure of `/sales/fms` or `/sales/dcs`, `militaryPersonnel` of `/force-posture`, or a program of `/assistance`. "
        + "Example: `activeCases`.", Example = "activeCases")]
    ComparedMeasure Measure,
    [Parameter("As of this date: figures as they stood on it. Without it, those that stand. Example: `2021-06-01`.")]
    DateOnly? AsOf = null);

/// <summary>What partners can be compared by.</summary>
public enum ComparedMeasure
{
    /// <summary>Of Foreign Military Sales: the value of all active cases.</summary>
    ActiveCases,

    /// <summary>Of Foreign Military Sales: what came to a stage over a period.</summary>
    Sales,

    /// <summary>Foreign Military Sales and Direct Commercial Sales together, over a period.</summary>
    DefenseTrade,

    /// <summary>Of Foreign Military Sales: single cases.</summary>
    Case,

    /// <summary>Of Foreign Military Sales: the most that an agreement allows for.</summary>
    Ceiling,

    /// <summary>Of Foreign Military Sales: what is expected in total.</summary>
    ExpectedTotal,

    /// <summary>Of Direct Commercial Sales: what was authorized for export.</summary>
    Authorizations,

    /// <summary>Of Direct Commercial Sales: what was acquired.</summary>
    Acquisitions,

    /// <summary>Military personnel: of the United States in the partner, or of the partner in the United States.</summary>
    MilitaryPersonnel,

    /// <summary>Foreign Military Financing.</summary>
    FMF,

    /// <summary>International Military Education and Training.</summary>
    IMET,

    /// <summary>Excess Defense Articles.</summary>
    EDA,

    /// <summary>The Global Peace Operations Initiative.</summary>
    GPOI,

    /// <summary>Drawdowns of defense stocks.</summary>
    Drawdown,

    /// <summary>Capacity building by the Department of Defense under 10 U.S.C. 333.</summary>
    Section333,

    /// <summary>Train-and-equip programs of the Department of Defense under Title 10, as a whole.</summary>
    Title10TrainAndEquip,

    /// <summary>All assistance of the Department of State under Title 22.</summary>
    Title22,

    /// <summary>All that the Department of Defense is authorized to give.</summary>
    DodAuthorized,

    /// <summary>Missile defense, all systems together.</summary>
    MissileDefense,

    /// <summary>The Iron Dome system alone.</summary>
    IronDome,

    /// <summary>What a host nation spends on U.S. forces and their bases.</summary>
    HostNationContribution,

    /// <summary>All security assistance of the Department of State.</summary>
    StateSecurityAssistance,

    /// <summary>All assistance of the Departments of State and Defense together.</summary>
    StateAndDodAssistance,

    /// <summary>All assistance to the partner, of whatever kind.</summary>
    BilateralAssistance,
}

/// <summary>What compared rows sort by.</summary>
internal enum ComparisonSort
{
    Stage,
    PeriodStart,
}

internal sealed class ComparisonFilterValidator : AbstractValidator<ComparisonFilter>
{
    public ComparisonFilterValidator() => RuleFor(filter => filter.Partner).Must(partners => partners is not { Count: 1 })
        .WithMessage("partner names one partner, and a comparison is of two or more.").WithErrorCode(nameof(FaultCode.OutOfRange));
}
