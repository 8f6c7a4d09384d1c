using System.Text;
using System.Text.Json;
using CooperationApi.Kernel;

namespace CooperationApi.Tests.Kernel;

/// <summary>A body is read as it is meant, or every fault in it is told.</summary>
public sealed class BodyReaderTests
{
    private static readonly SampleInputValidator Validator = SampleInput.Validator;

    [Fact]
    public void Reads_a_good_body()
    {
        var read = Read(SampleInput.Good().ToJsonString(JsonNames.Options));
        Assert.Equal(FigureKind.Stock, read.Kind);
        Assert.Equal(["USA", "JPN"], read.Parties);
        Assert.Equal(19_600_000_000m, read.Amount!.Value);
        Assert.Null(read.Citations[1].Paragraph);
        Assert.Equal("a “quoted” \"sample\" / of é 🙂", read.Citations[1].AsStated);
        Assert.Equal("Two lines,\nof which\tthis is one.", read.Purpose);
    }

    [Fact]
    public void Takes_what_may_be_null_as_left_out()
    {
        var body = SampleInput.Good();
        foreach (var name in new[] { "amount", "period", "signed", "purpose", "statedUntil", "notes", "revision", "updatedAt", "units", "counts" })
        {
            body.Remove(name);
        }

        body["citations"]![0]!.AsObject().Remove("paragraph");
        var read = Read(body.ToJsonString());
        Assert.Null(read.Amount);
        Assert.Null(read.Citations[0].Paragraph);
        Assert.Empty(read.Notes);
    }

    [Theory]
    [InlineData("/name", "\"\\u0041\\\\u0000 \\ud83d\\ude42 \\u2019\"", "A\\u0000 🙂 ’")]
    [InlineData("/name", "\"caf\\u00E9\u00A0§\"", "café\u00A0§")]
    [InlineData("/name", "\"a\\/b\"", "a/b")]
    public void Takes_escapes_of_what_a_text_can_have(string pointer, string json, string text) =>
        Assert.Equal(text, Read(SampleInput.With(pointer, json)).Name);

    [Fact]
    public void Takes_a_byte_order_mark() =>
        Assert.NotNull(Read([.. Encoding.UTF8.Preamble, .. JsonSerializer.SerializeToUtf8Bytes(SampleInput.Good())], out _));

    // Pointer, JSON in its place (nothing takes it away), code, what the sentence says.
    [Theory]
    [InlineData("/name", null, "missing", "name must be given: a text.")]
    [InlineData("/kind", null, "missing", "kind must be given: one of stock, flow, case, plan.")]
    [InlineData("/statedFrom", null, "missing", "statedFrom must be given: a date such as \"2018-05-21\".")]
    [InlineData("/citations/0/asStated", null, "missing", "asStated must be given: a text.")]
    [InlineData("/amount/unit", null, "missing", "unit must be given: one of USD, people, items.")]
    [InlineData("/name", "null", "wrongType", "name must be a text, and null is given.")]
    [InlineData("/name", "5", "wrongType", "name must be a text, and a number is given.")]
    [InlineData("/name", "{}", "wrongType", "name must be a text, and an object is given.")]
    [InlineData("/name", "[\"a\"]", "wrongType", "name must be a text, and a list is given.")]
    [InlineData("/name", "true", "wrongType", "name must be a text, and true is given.")]
    [InlineData("/parties", "\"JPN\"", "wrongType", "parties must be a list, and a text is given.")]
    [InlineData("/parties", "{}", "wrongType", "parties must be a list, and an object is given.")]
    [InlineData("/parties", "null", "wrongType", "parties must be a list, and null is given.")]
    [InlineData("/parties/1", "null", "wrongType", "parties/1 must be a text, and null is given.")]
    [InlineData("/parties/1", "7", "wrongType", "parties/1 must be a text, and a number is given.")]
    [InlineData("/notes", "null", "wrongType", "notes must be a list, and null is given.")]
    [InlineData("/notes/0", "null", "wrongType", "notes/0 must be a text, and null is given.")]
    [InlineData("/citations/1", "null", "wrongType", "citations/1 must be an object, and null is given.")]
    [InlineData("/citations/0", "[]", "wrongType", "citations/0 must be an object, and a list is given.")]
    [InlineData("/citations/0/factSheet", "null", "wrongType", "factSheet must be a text, and null is given.")]
    [InlineData("/citations/0/paragraph", "\"4\"", "wrongType", "paragraph must be a whole number, and a text is given.")]
    [InlineData("/counts", "\"true\"", "wrongType", "counts must be true or false, and a text is given.")]
    [InlineData("/counts", "1", "wrongType", "counts must be true or false, and a number is given.")]
    [InlineData("/units/1", "null", "wrongType", "units/1 must be one of USD, people, items, and null is given.")]
    [InlineData("/amount", "19600000000", "wrongType", "amount must be an object, and a number is given.")]
    [InlineData("/amount/value", "\"19600000000\"", "wrongType", "value must be a number, and a text is given.")]
    [InlineData("/rank", "1.0", "invalidValue", "rank must be a whole number, and 1.0 is not.")]
    [InlineData("/rank", "1e0", "invalidValue", "rank must be a whole number, and 1e0 is not.")]
    [InlineData("/rank", "99999999999", "outOfRange", "rank must be from -2147483648 to 2147483647, and 99999999999 is not.")]
    [InlineData("/amount/value", "1e400", "outOfRange", "value must be from ")]
    [InlineData("/amount/value", "-1e400", "outOfRange", "value must be from ")]
    [InlineData("/amount/value", "1e99999999999999999999", "outOfRange", "value must be from ")]
    [InlineData("/kind", "\"Stock\"", "unknownValue", "kind must be one of stock, flow, case, plan, and \"Stock\" is not.")]
    [InlineData("/kind", "\"stock,flow\"", "unknownValue", "kind must be one of stock, flow, case, plan, and \"stock,flow\" is not.")]
    [InlineData("/kind", "\"0\"", "unknownValue", "kind must be one of")]
    [InlineData("/kind", "0", "wrongType", "kind must be one of stock, flow, case, plan, and a number is given.")]
    [InlineData("/kind", "\"\\ud800\"", "unknownValue", "kind must be one of stock, flow, case, plan, and \"\\ud800\" is not.")]
    [InlineData("/units/0", "\"usd\"", "unknownValue", "units/0 must be one of USD, people, items")]
    [InlineData("/signed", "\"1960-13\"", "invalidValue", "signed must be a year, a month or a day")]
    [InlineData("/signed", "\"0000\"", "invalidValue", "signed must be a year, a month or a day")]
    [InlineData("/signed", "1960", "wrongType", "signed must be a year, a month or a day")]
    [InlineData("/statedFrom", "\"2018-02-30\"", "invalidValue", "statedFrom must be a date such as \"2018-05-21\", and \"2018-02-30\" is not.")]
    [InlineData("/statedFrom", "\"infinity\"", "invalidValue", "statedFrom must be a date")]
    [InlineData("/statedFrom", "\"0000-01-01\"", "invalidValue", "statedFrom must be a date")]
    [InlineData("/statedFrom", "\"10000-01-01\"", "invalidValue", "statedFrom must be a date")]
    [InlineData("/updatedAt", "\"yesterday\"", "invalidValue", "updatedAt must be a time such as")]
    [InlineData("/purpose", "\"a\\u0000b\"", "invalidText", "U+0000 is in it. Texts have no control characters other than \\n and \\t.")]
    [InlineData("/purpose", "\"a\\r\\nb\"", "invalidText", "U+000D is in it.")]
    [InlineData("/purpose", "\"a\\bb\"", "invalidText", "U+0008 is in it.")]
    [InlineData("/purpose", "\"a\\fb\"", "invalidText", "U+000C is in it.")]
    [InlineData("/purpose", "\"a\u007Fb\"", "invalidText", "U+007F is in it.")]
    [InlineData("/purpose", "\"a\\u001Bb\"", "invalidText", "U+001B is in it.")]
    [InlineData("/purpose", "\"a\u0085b\"", "invalidText", "U+0085 is in it.")]
    [InlineData("/purpose", "\"a\\ud800b\"", "invalidText", "A text has half of a surrogate pair in it")]
    [InlineData("/purpose", "\"a\\udc00\\ud83d\"", "invalidText", "A text has half of a surrogate pair in it")]
    [InlineData("/notes/0", "\"\\u0000\"", "invalidText", "U+0000 is in it.")]
    [InlineData("/citations/0/asStated", "\"\\u0000\"", "invalidText", "U+0000 is in it.")]
    [InlineData("/name", "\"a\\nb\"", "invalidText", "name must be on one line and without tabs.")]
    [InlineData("/name", "\"\"", "missing", "name must not be empty.")]
    [InlineData("/name", "\" a\"", "invalidValue", "name must not begin or end with white space.")]
    [InlineData("/name", "\"a\u00A0\"", "invalidValue", "name must not begin or end with white space.")]
    [InlineData("/id", "\"Us-Japan\"", "invalidValue", "id must be lower-case words joined by hyphens, such as us-japan-sofa.")]
    [InlineData("/id", "\"us-japan\\n\"", "invalidValue", "id must be lower-case words joined by hyphens")]
    [InlineData("/id", "\"\"", "invalidValue", "id must be lower-case words")]
    [InlineData("/parties/1", "\"Japan\"", "invalidValue", "parties/1 must be an ISO 3166-1 alpha-3 code, such as JPN.")]
    [InlineData("/parties/1", "\"JPN\\n\"", "invalidValue", "parties/1 must be an ISO 3166-1 alpha-3 code, such as JPN.")]
    [InlineData("/parties/1", "\"USA\"", "repeated", "parties must hold each item once, and items 0 and 1 are the same.")]
    [InlineData("/parties", "[]", "missing", "parties must hold at least one item.")]
    [InlineData("/citations", "[]", "missing", "citations must hold at least one item.")]
    [InlineData("/citations/0/paragraph", "0", "outOfRange", "paragraph must be from 1 to 32767, or left out.")]
    [InlineData("/citations/0/paragraph", "32768", "outOfRange", "paragraph must be from 1 to 32767, or left out.")]
    [InlineData("/citations/0/factSheet", "\"JPN\"", "invalidValue", "factSheet must be lower-case words")]
    [InlineData("/statedUntil", "\"2018-05-21\"", "contradiction", "statedUntil must be after statedFrom, or left out.")]
    [InlineData("/rank", "10", "outOfRange", "rank must be from 1 to 9.")]
    [InlineData("/rank", "-0", "outOfRange", "rank must be from 1 to 9.")]
    [InlineData("/period/startBasis", "null", "contradiction", "startBasis must be given where start is, and only there.")]
    [InlineData("/period/endBasis", null, "contradiction", "endBasis must be given where end is, and only there.")]
    [InlineData("/period/end", "\"2012-12-31\"", "contradiction", "end must not be before start.")]
    [InlineData("/amount/unit", "\"people\"", "invalidValue", "unit must be USD here.")]
    [InlineData("/Name", "\"a\"", "unknownMember", "There is no such member; there are id, name, kind, parties, ")]
    [InlineData("/citations/0/a~1b", "1", "unknownMember", "There is no such member; there are factSheet, paragraph, asStated.")]
    public void Tells_one_fault(string pointer, string? json, string code, string detail)
    {
        var fault = Assert.Single(Faults(SampleInput.With(pointer, json)));
        Assert.Equal((pointer.Replace("a~1b", "a~01b", StringComparison.Ordinal), code), (fault.Pointer, JsonNames.Of(fault.Code)));
        Assert.StartsWith(detail, fault.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "There is no body; an object is expected.")]
    [InlineData("{", "The body is not JSON: line 1, column 2: Expected depth to be zero")]
    [InlineData("{\n  \"é\": NaN}", "The body is not JSON: line 2, column 8: 'N' is an invalid start of a value.")]
    [InlineData("{\"rank\": 01}", "The body is not JSON: line 1, column 11: ")]
    [InlineData("{\"rank\": Infinity}", "The body is not JSON: line 1, column 10: ")]
    [InlineData("{\"rank\": +1}", "The body is not JSON: line 1, column 10: ")]
    [InlineData("{\"rank\": 1,}", "The body is not JSON: line 1, column 12: The JSON object contains a trailing comma at the end which is not supported in this mode.")]
    [InlineData("{} {}", "The body is not JSON: line 1, column 4: ")]
    [InlineData("{}x", "The body is not JSON: line 1, column 3: ")]
    [InlineData("{/* why */}", "The body is not JSON: line 1, column 2: ")]
    [InlineData("// why\n{}", "The body is not JSON: line 1, column 1: ")]
    [InlineData("{'id': 'a'}", "The body is not JSON: line 1, column 2: ")]
    [InlineData("{\"id\": \"a\nb\"}", "The body is not JSON: line 1, column 10: ")]
    [InlineData("{\"id\": \"a\0b\"}", "The body is not JSON: line 1, column 10: ")]
    [InlineData("{\"id\": \"\\x\"}", "The body is not JSON: line 1, column ")]
    [InlineData("{\"id\": \"\\u00\"}", "The body is not JSON: line 1, column ")]
    [InlineData("\uFEFF\uFEFF{}", "The body is not JSON: line 1, column 1: ")]
    [InlineData("[", "The body is not JSON")]
    [InlineData("nul", "The body is not JSON")]
    public void Tells_where_a_body_is_not_JSON(string body, string detail)
    {
        var fault = Assert.Single(Faults(body));
        Assert.Equal(("", FaultCode.InvalidJson), (fault.Pointer, fault.Code));
        Assert.StartsWith(detail, fault.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("BytePosition", fault.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("option", fault.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]", "The body must be an object, and a list is given.")]
    [InlineData("null", "The body must be an object, and null is given.")]
    [InlineData("\"x\"", "The body must be an object, and a text is given.")]
    [InlineData("7", "The body must be an object, and a number is given.")]
    public void Tells_that_a_body_is_no_object(string body, string detail)
    {
        var fault = Assert.Single(Faults(body));
        Assert.Equal(("", FaultCode.WrongType, detail), (fault.Pointer, fault.Code, fault.Detail));
    }

    [Fact]
    public void Tells_that_a_body_is_not_UTF_8()
    {
        byte[][] bodies =
        [
            [0xFF, .. "{}"u8],
            [.. "{\"name\":\""u8, 0xC3, .. "\"}"u8],
            [.. "{\"name\":\""u8, 0xED, 0xA0, 0x80, .. "\"}"u8],
            [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("{}")],
            [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes("{}")],
            Encoding.Latin1.GetBytes("{\"name\":\"é\"}"),
        ];
        foreach (var body in bodies)
        {
            Assert.Null(Read(body, out var faults));
            var fault = Assert.Single(faults);
            Assert.Equal(("", FaultCode.InvalidJson, "The body is not UTF-8, as JSON must be."), (fault.Pointer, fault.Code, fault.Detail));
        }
    }

    [Fact]
    public void Tells_that_UTF_16_without_a_mark_is_not_JSON()
    {
        Assert.Null(Read(Encoding.Unicode.GetBytes("{}"), out var faults));
        Assert.Equal(FaultCode.InvalidJson, Assert.Single(faults).Code);
    }

    [Fact]
    public void Tells_every_fault_at_once_of_types_and_of_rules()
    {
        var body = SampleInput.Good();
        body["id"] = "Not A Slug";
        body["name"] = 5;
        body["kindd"] = "stock";
        body["kind"] = "stok";
        body["parties"] = JsonSerializer.SerializeToNode(new object?[] { "USA", null, 3, "japan", "USA" });
        body["statedUntil"] = "2017-01-01";
        body["amount"]!["value"] = 5;
        body["period"]!["start"] = "2019-13";
        body["citations"]![1]!["factSheet"] = "";
        body["citations"]![0]!.AsObject().Remove("asStated");
        body["notes"] = 7;
        var faults = Faults(body.ToJsonString());
        Assert.Equal(
            [
                ("/amount/value", "contradiction"), ("/citations/0/asStated", "missing"), ("/citations/1/factSheet", "invalidValue"),
                ("/id", "invalidValue"), ("/kind", "unknownValue"), ("/kindd", "unknownMember"), ("/name", "wrongType"), ("/notes", "wrongType"),
                ("/parties/1", "wrongType"), ("/parties/2", "wrongType"), ("/parties/3", "invalidValue"), ("/parties/4", "repeated"),
                ("/period/start", "invalidValue"), ("/statedUntil", "contradiction"),
            ],
            faults.Select(fault => (fault.Pointer!, JsonNames.Of(fault.Code))).OrderBy(fault => fault.Item1, StringComparer.Ordinal));
        Assert.Equal(["kind"], faults.Single(fault => fault.Pointer == "/kindd").DidYouMean!);
        Assert.Equal(["stock"], faults.Single(fault => fault.Pointer == "/kind").DidYouMean!);
        Assert.Equal("value must be 19600000000, as asStated reads.", faults.Single(fault => fault.Pointer == "/amount/value").Detail);
    }

    [Theory]
    [InlineData("""{"id":"a","id":"b"}""", "/id")]
    [InlineData("""{"id":"a","i\u0064":"a"}""", "/id")]
    [InlineData("""{"amount":{"unit":"USD","unit":"USD","asStated":"many"}}""", "/amount/unit")]
    [InlineData("""{"citations":[{"asStated":"a","asStated":"b"}]}""", "/citations/0/asStated")]
    [InlineData("""{"id":null,"id":"a"}""", "/id")]
    public void Tells_a_member_that_is_given_twice(string body, string pointer) =>
        Assert.Contains((pointer, FaultCode.Repeated), Faults(body).Select(fault => (fault.Pointer!, fault.Code)));

    [Fact]
    public void Tells_of_an_unknown_member_once_however_long_its_name_and_however_deep_its_value()
    {
        var name = new string('x', 99) + "🙂" + new string('x', 900_000);
        var fault = Assert.Single(Faults(SampleInput.Good().ToJsonString()[..^1] + $",\"{name}\":[{{\"id\":5,\"\\ud800\":1}}]}}"));
        Assert.Equal($"/{new string('x', 99)}…", fault.Pointer);
        Assert.Equal(FaultCode.UnknownMember, fault.Code);
    }

    [Fact]
    public void Tells_of_a_name_that_is_no_text() => Assert.Equal(
        ("", FaultCode.InvalidText),
        (Faults(SampleInput.Good().ToJsonString()[..^1] + ",\"\\ud800\":1}") is [var fault] ? (fault.Pointer, fault.Code) : default));

    [Fact]
    public void Is_not_told_what_follows_from_another_fault()
    {
        // Rules that compare with name, kind and the like find holes there.
        Assert.Equal(["/statedFrom"], Faults(SampleInput.With("/statedFrom", "5")).Select(fault => fault.Pointer));
        Assert.Equal(["/amount/asStated"], Faults(SampleInput.With("/amount/asStated", "5")).Select(fault => fault.Pointer));
        Assert.Equal(["/amount/qualifier"], Faults(SampleInput.With("/amount/qualifier", "\"sated\"")).Select(fault => fault.Pointer));
        Assert.Equal(["/period/start"], Faults(SampleInput.With("/period/start", "5")).Select(fault => fault.Pointer));
    }

    [Fact]
    public void Is_deep_at_most_thirty_two_levels()
    {
        foreach (var depth in new[] { 33, 10_000 })
        {
            var fault = Assert.Single(Faults("{\"notes\":" + new string('[', depth) + new string(']', depth) + "}"));
            Assert.Equal(FaultCode.InvalidJson, fault.Code);
            Assert.Contains("depth of 32", fault.Detail, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Takes_a_megabyte_of_one_text_for_too_long()
    {
        var fault = Assert.Single(Faults(SampleInput.With("/purpose", $"\"{new string('x', 1_000_000)}\"")));
        Assert.Equal(("/purpose", FaultCode.TooLong), (fault.Pointer, fault.Code));
    }

    [Fact]
    public void Counts_characters_and_not_their_halves()
    {
        var most = string.Concat(Enumerable.Repeat("🙂", 2000));
        Assert.Equal(most, Read(SampleInput.With("/purpose", $"\"{most}\"")).Purpose);
        Assert.Equal(FaultCode.TooLong, Assert.Single(Faults(SampleInput.With("/purpose", $"\"{most}x\""))).Code);
    }

    [Fact]
    public void Tells_the_first_hundred_of_ten_thousand_faults()
    {
        var citations = string.Join(',', Enumerable.Repeat("""{"factSheet":"A","asStated":"a"}""", 10_000));
        var faults = Faults(SampleInput.With("/citations", $"[{citations}]"));
        Assert.Equal(("/citations", FaultCode.TooMany), (faults[0].Pointer, faults[0].Code));
        Assert.Equal(BodyReader.MostFaults, Problem.BadBody(faults).Errors!.Count);
        Assert.Equal("More than 100 things are not right; these are the first.", Problem.BadBody(faults).Detail);
        Assert.Equal(BodyReader.MostFaults, Problem.BadBody(Faults($"{{\"units\":[{string.Join(',', Enumerable.Repeat("0", 400_000))}]}}")).Errors!.Count);
    }

    private static SampleInput Read(string body)
    {
        var read = Read(Encoding.UTF8.GetBytes(body), out var faults);
        Assert.Empty(faults);
        return read!;
    }

    private static List<Fault> Faults(string body)
    {
        Assert.Null(Read(Encoding.UTF8.GetBytes(body), out var faults));
        return faults;
    }

    private static SampleInput? Read(byte[] body, out List<Fault> faults) =>
        BodyReader.Read(body, Validator, faults = []);
}
