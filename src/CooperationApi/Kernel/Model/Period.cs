namespace CooperationApi.Kernel;

/// <summary>The time that a figure or an arrangement covers. Each end is as precise as the source gives it.</summary>
public sealed record Period
{
    /// <summary>The first year, month or day covered; null where the source leaves it open.</summary>
    public required PartialDate? Start { get; init; }

    /// <summary>The kind of time that the start is given in.</summary>
    public required PeriodBasis? StartBasis { get; init; }

    /// <summary>The last year, month or day covered; null where the source leaves it open.</summary>
    public required PartialDate? End { get; init; }

    /// <summary>The kind of time that the end is given in.</summary>
    public required PeriodBasis? EndBasis { get; init; }

    /// <summary>The first day that it covers, by the kind of time that its start is given in.</summary>
    internal DateOnly? FirstDay => Start is { } start && StartBasis == PeriodBasis.FiscalYear && start.Text.Length == 4
        ? FiscalTime.FirstDay(start.First.Year)
        : Start?.First;

    /// <summary>The last day that it covers, likewise.</summary>
    internal DateOnly? LastDay => End is { } end && EndBasis == PeriodBasis.FiscalYear && end.Text.Length == 4
        ? FiscalTime.LastDay(end.First.Year)
        : End?.Last;
}

/// <summary>The kind of time that an end of a period is given in; a source may mix them.</summary>
public enum PeriodBasis
{
    /// <summary>A calendar date.</summary>
    Date,

    /// <summary>A calendar year, from 1 January to 31 December.</summary>
    CalendarYear,

    /// <summary>A U.S. fiscal year, from 1 October of the year before to 30 September since 1977.</summary>
    FiscalYear,
}
