namespace CooperationApi.Kernel;

/// <summary>What kind of figure it is. A stock is never added to a flow, a case or a plan to nothing.</summary>
public enum FigureKind
{
    /// <summary>What there is at a date.</summary>
    Stock,

    /// <summary>What adds up over a period.</summary>
    Flow,

    /// <summary>One single sale, which may be in other figures too.</summary>
    Case,

    /// <summary>What is allowed for or expected, and may not come about.</summary>
    Plan,
}
