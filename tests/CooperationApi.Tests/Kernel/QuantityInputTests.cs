using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;
using CsCheck;
using Dapper;

namespace CooperationApi.Tests.Kernel;

/// <summary>What is written of a figure is what the database reads of it.</summary>
public sealed class QuantityInputTests(Api api) : IClassFixture<Api>
{
    private const string BySql = """
        select w.n, (q).value::text, (q).low::text, (q).high::text, is_quantity(q) as stands
          from unnest(@texts, @qualifiers) with ordinality as w (as_stated, qualifier, n),
               read_quantity(w.as_stated, w.qualifier, 'USD') q
         order by w.n
        """;

    private const string StandsSql = """
        select is_quantity(row(w.value, w.low, w.high, w.qualifier, 'USD', w.as_stated)::quantity)
          from unnest(@values, @lows, @highs, @qualifiers, @texts) with ordinality as w (value, low, high, qualifier, as_stated, n)
         order by w.n
        """;

    private static readonly QuantityInputValidator Validator = new();

    private static readonly Qualifier[] Qualifiers = Enum.GetValues<Qualifier>();

    private static readonly Gen<string> Digits = Gen.Select(Gen.Int[1, 9], Gen.Char["0123456789000"].Array[0, 5], Gen.Int[0, 9]).Select(
        parts => $"{parts.Item1}{new string(parts.Item2)}{new string('0', parts.Item3)}");

    private static readonly Gen<string> Figure = Gen.Select(
        Gen.OneOf("", "$", "US$", "us$"), Gen.OneOf(Digits, Gen.OneOf("0", "00", "007", "10", "999999999999999999")), Gen.Bool,
        Gen.OneOf(Gen.Const(""), Gen.Char["0123456789000"].Array[1, 12].Select(decimals => "." + new string(decimals))),
        Gen.OneOf("", "", " thousand", " million", " Billion", " TRILLION"))
        .Select((sign, whole, commas, decimals, scale) => sign + (commas ? Grouped(whole) : whole) + decimals + scale);

    [Fact]
    public async Task Bounds_are_those_that_the_database_reads_of_what_is_printed()
    {
        var written = new List<(string Text, Qualifier Qualifier)>();
        Gen.Select(Figure, Gen.OneOf(Qualifiers)).Sample(one => { lock (written) { written.Add(one); } }, iter: 20_000, threads: 1);
        await using var connection = await api.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var read = (await connection.QueryAsync<(long N, string Value, string? Low, string? High, bool Stands)>(BySql, new
        {
            texts = written.Select(one => one.Text).ToArray(),
            qualifiers = written.Select(one => JsonNames.Of(one.Qualifier)).ToArray(),
        })).ToList();
        var held = 0;
        foreach (var (one, sql) in written.Zip(read))
        {
            if (PrintedFigure.Read(one.Text) is not { } figure)
            {
                Assert.True(!sql.Stands || one.Text.Split('.').ElementAtOrDefault(1)?.Count(char.IsAsciiDigit) > 9, one.Text);
                Assert.Equal(("asStated", nameof(FaultCode.OutOfRange)), Assert.Single(Faults(new() { Unit = Unit.USD, AsStated = one.Text })));
                continue;
            }

            held++;
            var input = new QuantityInput { Value = figure.Value, Qualifier = one.Qualifier, Unit = Unit.USD, AsStated = one.Text };
            Assert.Empty(Faults(input));
            var whole = input.Completed();
            Assert.Equal((one.Text, sql.Value, sql.Low, sql.High), (one.Text, Written(whole.Value)!, Written(whole.Low), Written(whole.High)));
            Assert.True(sql.Stands, one.Text);
            Assert.Empty(Faults(whole));
            Assert.Equal(whole, whole.Completed());
        }

        Assert.True(held > 10_000, $"only {held}");
    }

    [Fact]
    public async Task What_does_not_read_as_one_figure_stands_if_it_stands_in_the_database()
    {
        var number = Gen.OneOf(Gen.Const((decimal?)null), Gen.OneOf(0m, 1m, 5m, 7m, 5.5m, -1m, 999_999_999_999_999_999m, 1_000_000_000_000_000_000m).Select(some => (decimal?)some));
        var qualifier = Gen.OneOf(Gen.Const((Qualifier?)null), Gen.OneOf(Qualifiers).Select(some => (Qualifier?)some));
        var inputs = new List<QuantityInput>();
        Gen.Select(number, number, number, qualifier, Gen.OneOf("between 5 and 7", "5 to 7 million", "$5-7", "F-35s")).Sample(
            (value, low, high, hedge, text) => inputs.Add(
                new() { Value = value, Low = low, High = high, Qualifier = hedge, Unit = Unit.USD, AsStated = text }), iter: 20_000, threads: 1);
        await using var connection = await api.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var whole = inputs.Select(input => input.Completed()).ToList();
        var stands = (await connection.QueryAsync<bool>(StandsSql, new
        {
            values = whole.Select(one => one.Value).ToArray(),
            lows = whole.Select(one => one.Low).ToArray(),
            highs = whole.Select(one => one.High).ToArray(),
            qualifiers = whole.Select(one => one.Qualifier is { } some ? JsonNames.Of(some) : null).ToArray(),
            texts = whole.Select(one => one.AsStated).ToArray(),
        })).ToList();
        Assert.Contains(true, stands);
        Assert.Contains(false, stands);
        Assert.All(inputs.Zip(stands), one => Assert.True(one.Second == (Faults(one.First).Count == 0), one.First.ToString()));
    }

    [Theory]
    [InlineData("""{"value":19600000000,"qualifier":"stated","asStated":"$19.6 billion"}""", null)]
    [InlineData("""{"asStated":"thousands"}""", null)]
    [InlineData("""{"asStated":"some 50 to 60"}""", null)]
    [InlineData("""{"value":55,"low":50,"high":60,"qualifier":"stated","asStated":"50 to 60"}""", null)]
    [InlineData("""{"value":55,"qualifier":"stated","asStated":"50 to 60"}""", null)]
    [InlineData("""{"value":19600000000.0,"low":19550000000.00,"qualifier":"stated","asStated":"$19.6 billion"}""", null)]
    [InlineData("""{"value":19500000000,"qualifier":"stated","asStated":"$19.6 billion"}""", "/amount/value: value must be 19600000000, as asStated reads.")]
    [InlineData("""{"asStated":"$19.6 billion"}""", "/amount/value: value must be 19600000000, as asStated reads.")]
    [InlineData("""{"value":19600000000,"asStated":"$19.6 billion"}""", "/amount/qualifier: qualifier must be given where value is: one of stated, about, over, nearly, upTo, atLeast.")]
    [InlineData("""{"value":19600000000,"low":1,"qualifier":"stated","asStated":"$19.6 billion"}""", "/amount/low: low must be 19550000000, which the service works out, or left out.")]
    [InlineData("""{"value":54000,"low":54000,"high":99999,"qualifier":"over","asStated":"54,000"}""", "/amount/high: high must be left out: 'over' leaves it open.")]
    [InlineData("""{"value":5000,"asStated":"thousands"}""", "/amount/value: value must be left out, as asStated has no digits.")]
    [InlineData("""{"qualifier":"about","asStated":"thousands"}""", "/amount/qualifier: qualifier must be left out, as asStated has no digits.")]
    [InlineData("""{"low":5,"asStated":"5 to 7"}""", "/amount/low: low must be left out where value is.")]
    [InlineData("""{"value":6,"low":7,"high":7,"qualifier":"stated","asStated":"5 to 7"}""", "/amount/low: low must be from 0 to value, or left out together with high.")]
    [InlineData("""{"value":6,"low":5,"qualifier":"stated","asStated":"5 to 7"}""", "/amount/high: high must be from value to below 10^18, or left out together with low.")]
    [InlineData("""{"value":-1,"qualifier":"stated","asStated":"5 to 7"}""", "/amount/value: value must not be negative.")]
    [InlineData("""{"value":1000000000000000000,"qualifier":"stated","asStated":"5 to 7"}""", "/amount/value: value must be below 10^18.")]
    [InlineData("""{"value":1e-40,"qualifier":"stated","asStated":"5 to 7"}""", "/amount/value: value must have at most 9 decimals.")]
    [InlineData("""{"value":6.0000000000000000000000000000000000001,"qualifier":"stated","asStated":"5 to 7"}""", "/amount/value: value must have at most 9 decimals.")]
    [InlineData("""{"value":1,"qualifier":"stated","asStated":"1,000,000,000,000 million"}""", "/amount/asStated: asStated reads as a figure that is not below 10^18, or has more than 9 decimals.")]
    public void Says_what_a_figure_must_be(string amount, string? fault)
    {
        var json = JsonNode.Parse(amount)!.AsObject();
        json["unit"] = "USD";
        var faults = new List<Fault>();
        BodyReader.Read(Encoding.UTF8.GetBytes(SampleInput.With("/amount", json.ToJsonString())), SampleInput.Validator, faults);
        Assert.Equal(fault is null ? [] : [fault], faults.Select(one => $"{one.Pointer}: {one.Detail}"));
    }

    private static List<(string, string)> Faults(QuantityInput input) =>
        [.. Validator.Validate(input).Errors.Select(error => (error.PropertyName, error.ErrorCode))];

    private static string? Written(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string Grouped(string digits) => string.Concat(digits.Select((digit, at) =>
        at > 0 && (digits.Length - at) % 3 == 0 ? $",{digit}" : $"{digit}"));
}
