namespace CooperationApi.Kernel;

/// <summary>
/// U.S. fiscal years. Each is named after the year in which it ends: on 30 September since 1977, on 30 June before. Between the two lies
/// the transition quarter, July to September 1976, which is of no fiscal year.
/// </summary>
internal static class FiscalTime
{
    public const string TransitionQuarter = "FY1976TQ";

    private const int FirstFromOctober = 1977;

    public static DateOnly FirstDay(int year) => year >= FirstFromOctober ? new(year - 1, 10, 1)
        : year > 1 ? new(year - 1, 7, 1) : DateOnly.MinValue;

    public static DateOnly LastDay(int year) => year >= FirstFromOctober ? new(year, 9, 30) : new(year, 6, 30);
}
