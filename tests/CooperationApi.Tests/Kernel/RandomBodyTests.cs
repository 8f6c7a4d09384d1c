using System.Text;
using System.Text.Json;
using CooperationApi.Kernel;
using CsCheck;

namespace CooperationApi.Tests.Kernel;

/// <summary>Bodies that nobody would think of.</summary>
public sealed class RandomBodyTests
{
    private const int Bodies = 20_000;

    private static readonly string[] Pieces =
    [
        "", "null", "true", "0", "-0", "1.0", "1e400", "1e-400", "9999999999999999999999999999999999", "NaN", "\"\"", "\"x\"", "\"\\u0000\"", "\"\\ud800\"",
        "\"\\udc00\\ud800\"", "\"\\r\"", "\u007F", "\u0085", "[]", "{}", "[null]", "[{}]", "{\"id\":1}", "\"id\":", "\"id\":\"a\",", ",", ":", "{", "}", "[", "]",
        "\\", "\"", "\\u", "/*", "\uFEFF", "🙂", "é", "\n", "\"stock\"", "\"USD\"", "\"2018\"", "\"2018-05-21\"", "\"$1 million\"", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
    ];

    private static readonly byte[] Good = JsonSerializer.SerializeToUtf8Bytes(SampleInput.Good(), JsonNames.Options);

    [Fact]
    public void Twenty_thousand_are_read_exactly_or_have_a_fault()
    {
        var piece = Gen.OneOf(Gen.OneOf(Pieces).Select(Encoding.UTF8.GetBytes), Gen.Byte.Array[0, 3]);
        var edits = Gen.Select(Gen.Double[0, 1], Gen.Int[0, 30], piece).Array[1, 3];
        edits.Sample(some => Check(some.Aggregate(Good, Edited)), iter: Bodies);
    }

    [Fact]
    public void Any_member_may_be_anything()
    {
        var places = Places(JsonDocument.Parse(Good).RootElement, "").ToArray();
        Gen.Select(Gen.OneOf(places), Gen.OneOf(Pieces)).Sample(
            some => Check(Encoding.UTF8.GetBytes(SampleInput.With(some.Item1, some.Item2))), iter: Bodies);
    }

    /// <summary>Either there is a value, and it is what the serializer alone reads, or there is a fault, and it says where.</summary>
    private static void Check(byte[] body)
    {
        var faults = new List<Fault>();
        var read = BodyReader.Read(body, SampleInput.Validator, faults);
        Assert.Equal(read is null, faults.Count > 0);
        if (read is not null)
        {
            var mark = body.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
            Assert.Equal(Written(JsonSerializer.Deserialize<SampleInput>(body.AsSpan(mark), InputJson.Strict)!), Written(read));
        }

        // The walk finds whatever the serializer refuses.
        Assert.All(faults.Where(fault => fault.Code == FaultCode.InvalidJson), fault => Assert.Matches("^(The body is not |There is no body)", fault.Detail));
        JsonSerializer.SerializeToUtf8Bytes(Problem.BadBody(faults), JsonNames.Options);
    }

    private static string Written(SampleInput input) => JsonSerializer.Serialize(input, JsonNames.Options);

    private static byte[] Edited(byte[] body, (double At, int Count, byte[] Piece) edit)
    {
        var at = (int)(edit.At * body.Length);
        return [.. body[..at], .. edit.Piece, .. body[Math.Min(body.Length, at + edit.Count)..]];
    }

    private static IEnumerable<string> Places(JsonElement value, string pointer) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member =>
            Places(member.Value, $"{pointer}/{member.Name}").Prepend($"{pointer}/{member.Name}")),
        JsonValueKind.Array => value.EnumerateArray().SelectMany((item, at) => Places(item, $"{pointer}/{at}").Prepend($"{pointer}/{at}")),
        _ => [],
    };

    [Fact(Explicit = true)]
    public void A_row_is_read_in_microseconds()
    {
        var faults = new List<Fault>();
        Measure("read", 200_000, () => BodyReader.Read<SampleInput>(Good, null, faults));
        Measure("read and held against its rules", 200_000, () => BodyReader.Read(Good, SampleInput.Validator, faults));
        Assert.Empty(faults);
        var citations = string.Join(',', Enumerable.Repeat("""{"factSheet":"A","asStated":"a"}""", 25_000));
        foreach (var body in new[] { SampleInput.With("/citations", $"[{citations}]"), SampleInput.With("/citations", $"[{citations},null]") })
        {
            var bytes = Encoding.UTF8.GetBytes(body);
            Measure($"of {bytes.Length} bytes full of faults", 3, () => BodyReader.Read(bytes, SampleInput.Validator, []));
        }
    }

    // By the time that this process has had, as the machine does other things too.
    private static void Measure(string what, int times, Action act)
    {
        var best = double.MaxValue;
        for (var round = 0; round < 4; round++)
        {
            var before = Environment.CpuUsage.TotalTime;
            for (var time = 0; time < times; time++)
            {
                act();
            }

            best = Math.Min(best, (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / times);
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{best:F2} µs: a body of {Good.Length} bytes {what}");
    }
}
