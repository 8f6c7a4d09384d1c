namespace CooperationApi.Kernel;

/// <summary>What kind of figure it is. A stock is never added to a flow.</summary>
public enum FigureKind
{
    /// <summary>What there is at a date.</summary>
    Stock,

    /// <summary>What adds up over a period.</summary>
    Flow,
}
