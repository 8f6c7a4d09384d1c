using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using FluentValidation;

namespace CooperationApi.Kernel;

/// <summary>Reads a JSON body strictly: every member is known, none is lost, and all faults are told at once, each by its pointer.</summary>
internal static class BodyReader
{
    /// <summary>How many faults are told of one body.</summary>
    public const int MostFaults = 100;

    /// <summary>The body as what it is read as; null where it has faults, which are added to those there are.</summary>
    public static T? Read<T>(ReadOnlyMemory<byte> utf8, IValidator<T>? validator, List<Fault> faults)
        where T : class
    {
        var body = WithoutMark(utf8);
        if (Strict<T>(body.Span, out var refusal) is not { } value)
        {
            ReadFaulty(body, validator, faults, refusal);
            return null;
        }

        var broken = BodyRules.Broken(validator, value);
        faults.AddRange(broken);
        return broken.Count == 0 ? value : null;
    }

    /// <summary>The JSON of a body, or the fault that it is none.</summary>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> body, List<Fault> faults)
    {
        if (body.IsEmpty || !Utf8.IsValid(body.Span))
        {
            faults.Add(NoJson(body.IsEmpty ? "There is no body; an object is expected." : "The body is not UTF-8, as JSON must be."));
            return null;
        }

        try
        {
            return JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = InputJson.MaxDepth });
        }
        catch (JsonException refused)
        {
            faults.Add(NoJson(Where(body.Span, refused)));
            return null;
        }
    }

    /// <summary>A body that is an object of whatever members, each given once; null where it is not.</summary>
    public static JsonObject? ReadObject(ReadOnlyMemory<byte> utf8, List<Fault> faults)
    {
        var body = WithoutMark(utf8);
        using var document = Parse(body, faults);
        if (document is null)
        {
            return null;
        }

        var found = new BodyFaults();
        if (document.RootElement.ValueKind == JsonValueKind.Object)
        {
            BodyTexts.Check(document.RootElement, "", found);
        }
        else
        {
            found.TellType("", "an object", document.RootElement);
        }

        faults.AddRange(found.All);
        return found.All.Count == 0 ? JsonNode.Parse(body.Span)!.AsObject() : null;
    }

    // Good bodies are read at once; a million rows of an import are.
    private static T? Strict<T>(ReadOnlySpan<byte> body, out Exception? refusal)
        where T : class
    {
        refusal = null;
        if (!Utf8.IsValid(body) || InputText.HasControl(body))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<T>(body, InputJson.Strict);
        }
        catch (Exception refused) when (refused is JsonException or InvalidOperationException or FormatException)
        {
            refusal = refused;
            return null;
        }
    }

    private static void ReadFaulty<T>(ReadOnlyMemory<byte> body, IValidator<T>? validator, List<Fault> faults, Exception? refusal)
        where T : class
    {
        using var document = Parse(body, faults);
        if (document is null)
        {
            return;
        }

        var found = new BodyFaults();
        var isObject = new BodyWalk(found).Stands(
            document.RootElement, InputJson.Strict.GetTypeInfo(typeof(T)), isNullable: false, "", out var left);
        faults.AddRange(found.All);
        if (found.All.Count == 0)
        {
            // Whatever the serializer refuses, the walk should have found.
            faults.Add(NoJson(refusal?.Message ?? "The body cannot be read."));
        }
        else if (isObject && !found.AreTooMany)
        {
            faults.AddRange(BodyRules.BrokenBesides(validator, left.Deserialize<T>(InputJson.Lenient)!, found.Holes));
        }
    }

    /// <summary>A body without the byte order mark that some editors begin a file with.</summary>
    public static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> utf8) =>
        utf8.Span.StartsWith(Encoding.UTF8.Preamble) ? utf8[Encoding.UTF8.Preamble.Length..] : utf8;

    private static Fault NoJson(string detail) => new() { Pointer = "", Code = FaultCode.InvalidJson, Detail = detail };

    private static string Where(ReadOnlySpan<byte> body, JsonException refused)
    {
        var line = body;
        for (var passed = 0L; passed < refused.LineNumber; passed++)
        {
            line = line[(line.IndexOf((byte)'\n') + 1)..];
        }

        var column = Encoding.UTF8.GetCharCount(line[..(int)Math.Min(refused.BytePositionInLine ?? 0, line.Length)]) + 1;
        var reason = refused.Message.Split(" LineNumber:")[0].Replace(" Change the reader options.", "", StringComparison.Ordinal);
        return $"The body is not JSON: line {refused.LineNumber + 1}, column {column}: {reason}";
    }
}
