namespace CooperationApi.Kernel;

/// <summary>Programs of assistance, and sums of them that sources state. A sum of programs holds others, so that no two are added up.</summary>
public enum AssistanceProgram
{
    /// <summary>Foreign Military Financing: grants and loans with which partners buy U.S. defense articles.</summary>
    FMF,

    /// <summary>International Military Education and Training.</summary>
    IMET,

    /// <summary>Excess Defense Articles, given or sold from U.S. stocks.</summary>
    EDA,

    /// <summary>The Global Peace Operations Initiative, which trains peacekeepers.</summary>
    GPOI,

    /// <summary>Articles drawn down from U.S. stocks by order of the President.</summary>
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

    /// <summary>Another program, which a note names.</summary>
    Other,
}

/// <summary>Where assistance goes.</summary>
public enum AssistanceDirection
{
    /// <summary>From the United States to the partner.</summary>
    ToPartner,

    /// <summary>From the partner, as what a host nation spends on U.S. forces.</summary>
    FromPartner,
}

/// <summary>What an amount is of its period. Amounts of different bases are never added up.</summary>
public enum AssistanceBasis
{
    /// <summary>The total of exactly the period stated.</summary>
    PeriodTotal,

    /// <summary>A running total, from the start of the period up to the fact sheet.</summary>
    Cumulative,

    /// <summary>A rate, for each year of the period. It is no total.</summary>
    PerYear,
}

/// <summary>How far money has come.</summary>
public enum AssistanceStage
{
    /// <summary>Notified to Congress.</summary>
    Notified,

    /// <summary>Appropriated by Congress.</summary>
    Appropriated,

    /// <summary>Allocated to the partner.</summary>
    Allocated,

    /// <summary>Committed.</summary>
    Committed,
}
