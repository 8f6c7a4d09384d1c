using System.Globalization;
using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Kernel;

public sealed class SpanOfTimeTests(Api api) : IClassFixture<Api>, IAsyncLifetime
{
    private const string Facts = """
        select put_fact_sheet('nor-1980', partners => '{NOR}', title => 'Norway', publisher => 'A publisher', bureau => null, published => '1980');
        select put_dcs_sale(id, 'nor-1980', array[(1, '$1 million')]::cite[], partners => '{NOR}', measure => 'authorizations', stage => 'authorized',
                            kind => 'flow', amount => read_quantity('$1 million', 'stated', 'USD'), period => covers)
          from (values ('nor-fy1976', fiscal_years(1976, 1976)),
                       ('nor-tq', days('1976-07', '1976-09')),
                       ('nor-fy1977', fiscal_years(1977, 1977)),
                       ('nor-cy1976', calendar_years(1976, 1976)),
                       ('nor-fy1976-to-1978', fiscal_years(1976, 1978)),
                       ('nor-since-fy1978', fiscal_years(1978, null)),
                       ('nor-until-1976', calendar_years(null, 1976)),
                       ('nor-day', days('1978-10-01', '1978-10-01')),
                       ('nor-any-time', null)) v (id, covers);
        """;

    public async ValueTask InitializeAsync()
    {
        // Putting what is there already changes nothing.
        await api.Execute(Facts);
    }

    public ValueTask DisposeAsync() => default;

    [Theory]
    [InlineData("FY1976", "1975-07-01", "1976-06-30")]
    [InlineData("FY1976TQ", "1976-07-01", "1976-09-30")]
    [InlineData("FY1977", "1976-10-01", "1977-09-30")]
    [InlineData("FY2019", "2018-10-01", "2019-09-30")]
    [InlineData("FY0001", "0001-01-01", "0001-06-30")]
    [InlineData("FY9999", "9998-10-01", "9999-09-30")]
    [InlineData("2013..2018", "2013-01-01", "2018-12-31")]
    [InlineData("FY2015..FY2017", "2014-10-01", "2017-09-30")]
    [InlineData("FY2015..2018-05", "2014-10-01", "2018-05-31")]
    [InlineData("FY2015..", "2014-10-01", null)]
    [InlineData("..2018-05-21", null, "2018-05-21")]
    [InlineData("2018-05-21", "2018-05-21", "2018-05-21")]
    public void Reads_years_fiscal_years_and_spans(string text, string? from, string? until)
    {
        Assert.True(SpanOfTime.TryParse(text, out var span));
        Assert.Equal((Day(from), Day(until)), (span.From, span.Until));
    }

    [Theory]
    [InlineData("..")]
    [InlineData("2018..2013")]
    [InlineData("FY2019..2018-09-30")]
    [InlineData("2013...2018")]
    [InlineData("2013..2018..2019")]
    [InlineData("2013/2018")]
    [InlineData("fy2019")]
    [InlineData("FY19")]
    [InlineData("FY0000")]
    [InlineData("FY2019-05")]
    [InlineData("FY1977TQ")]
    [InlineData("2018-02-30")]
    [InlineData("2018\n")]
    [InlineData("")]
    public async Task Refuses_what_is_no_span(string text)
    {
        Assert.False(SpanOfTime.TryParse(text, out _));
        Assert.Equal([("period", "invalidValue")], await api.Faults("/sales/dcs?period=" + Uri.EscapeDataString(text)));
    }

    [Theory]
    [InlineData("period=FY1976", "nor-fy1976")]
    [InlineData("period=FY1976TQ", "nor-tq")]
    [InlineData("period=FY1977", "nor-fy1977")]
    [InlineData("period=1976", "nor-cy1976", "nor-tq")]
    [InlineData("period=FY1976..FY1978", "nor-cy1976", "nor-fy1976", "nor-fy1976-to-1978", "nor-fy1977", "nor-tq")]
    [InlineData("period=FY1978..", "nor-day", "nor-since-fy1978")]
    [InlineData("period=..1976", "nor-cy1976", "nor-fy1976", "nor-tq", "nor-until-1976")]
    [InlineData("period=1950")]
    [InlineData("overlaps=FY1976TQ", "nor-cy1976", "nor-fy1976-to-1978", "nor-tq", "nor-until-1976")]
    [InlineData("overlaps=FY1977", "nor-cy1976", "nor-fy1976-to-1978", "nor-fy1977", "nor-until-1976")]
    [InlineData("overlaps=FY1979", "nor-day", "nor-since-fy1978")]
    [InlineData("overlaps=1980-12-31", "nor-since-fy1978")]
    [InlineData("overlaps=1981")]
    [InlineData("period=FY1978..1980", "nor-day", "nor-since-fy1978")]
    [InlineData("period=FY1978..FY1980", "nor-day")]
    [InlineData("since=1981")]
    [InlineData("overlaps=1950", "nor-until-1976")]
    [InlineData("overlaps=FY1976TQ&period=1976", "nor-cy1976", "nor-tq")]
    public async Task Filters_by_what_a_period_covers(string query, params string[] ids) =>
        Assert.Equal(ids, await api.Ids("/sales/dcs?partner=NOR&" + query));

    [Theory]
    [InlineData("fiscal_years(1977, null)", "1976-11-01", true)]
    [InlineData("fiscal_years(1977, null)", "1976-10-01", true)]
    [InlineData("fiscal_years(1977, null)", "1976-09-30", false)]
    public async Task A_period_may_end_in_the_calendar_year_before_its_fiscal_year(string starts, string end, bool stands)
    {
        var period = new Period
        {
            Start = Date("1977"),
            StartBasis = PeriodBasis.FiscalYear,
            End = Date(end),
            EndBasis = PeriodBasis.Date,
        };
        Assert.Equal(stands, new PeriodValidator().Validate(period).IsValid);
        Assert.Equal(stands ? 1 : 0, await api.Number(
            $"select count(*) where is_period(row(({starts}).starts, 'fiscalYear', days_of('{end}'), 'date')::period)"));
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static PartialDate? Date(string text) => PartialDate.TryParse(text, out var date) ? date : null;
}
