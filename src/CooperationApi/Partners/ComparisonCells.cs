using System.Data;
using System.Text.Json;
using CooperationApi.Kernel;
using Dapper;

namespace CooperationApi.Partners;

/// <summary>What a statement finds of each partner, with what is missing put into words.</summary>
internal sealed class ComparisonCells : SqlMapper.TypeHandler<IReadOnlyList<ComparisonCell>>
{
    public override IReadOnlyList<ComparisonCell> Parse(object value) =>
        [.. JsonSerializer.Deserialize<IReadOnlyList<Found>>((string)value, JsonNames.Options)!.Select(found => new ComparisonCell
        {
            Partner = found.Partner,
            Figures = found.Figures,
            Missing = Missing(found),
        })];

    public override void SetValue(IDbDataParameter parameter, IReadOnlyList<ComparisonCell>? value) =>
        throw new NotSupportedException("Cells are read only.");

    private static MissingFigure? Missing(Found found) => found switch
    {
        { Figures: [var shared, ..] } => found.Figures.Any(figure => figure.Partners is null) ? null : new MissingFigure
        {
            Code = MissingFigureCode.SharedFigure,
            Detail = $"Stated for {string.Join(", ", shared.Partners!)} together. It is the figure of none of them, and is not divided.",
        },
        { Others.Count: > 0 } => new MissingFigure
        {
            Code = MissingFigureCode.OtherWindow,
            Detail = $"Stated of {found.Partner} for another window only: "
                + string.Join(", ", found.Others.Select(other => $"{other.Id} ({Words(other.Period)})")) + ".",
        },
        _ => new MissingFigure
        {
            Code = MissingFigureCode.NotStated,
            Detail = $"Nothing that stood at the date asked for states such a figure of {found.Partner}.",
        },
    };

    private static string Words(Period? period) => period switch
    {
        null => "no window stated",
        { Start: null } => "up to " + Words(period.End, period.EndBasis),
        { End: null } => "since " + Words(period.Start, period.StartBasis),
        _ when period.Start == period.End => Words(period.Start, period.StartBasis),
        _ => $"{Words(period.Start, period.StartBasis)} to {Words(period.End, period.EndBasis)}",
    };

    private static string Words(PartialDate? date, PeriodBasis? basis) => (basis == PeriodBasis.FiscalYear ? "FY" : "") + date;

    private sealed record Found(string Partner, IReadOnlyList<ComparedFigure> Figures, IReadOnlyList<Other> Others);

    private sealed record Other(string Id, Period? Period);
}
