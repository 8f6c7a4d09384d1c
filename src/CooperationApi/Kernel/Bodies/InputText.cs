using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace CooperationApi.Kernel;

/// <summary>What texts of a body can hold, and how its places are written.</summary>
internal static class InputText
{
    private const int Shown = 100;

    private static readonly SearchValues<char> Controls =
        SearchValues.Create([.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(IsControl)]);

    private const string What = "Texts have no control characters other than \\n and \\t.";

    /// <summary>Whether any text of a JSON document, escaped or not, has a control character that none can have.</summary>
    public static bool HasControl(ReadOnlySpan<byte> json)
    {
        // No byte of a valid document is below 0x20 within a text. C2 begins U+0080 to U+009F, among others.
        for (int next; (next = json.IndexOfAny((byte)'\\', (byte)0x7F, (byte)0xC2)) >= 0; json = json[next..])
        {
            if (json[next] == 0x7F || next + 1 >= json.Length)
            {
                return true;
            }

            var second = json[next + 1];
            if (json[next] == 0xC2 ? second < 0xA0 : IsControlEscape(second, json[(next + 2)..]))
            {
                return true;
            }

            next += 2;
        }

        return false;
    }

    /// <summary>What is wrong with a text; nothing if nothing is.</summary>
    public static string? FaultOf(JsonElement text)
    {
        try
        {
            return FaultOf(text.GetString()!);
        }
        catch (InvalidOperationException)
        {
            return "A text has half of a surrogate pair in it, which stands for no character.";
        }
    }

    public static string? FaultOf(string text)
    {
        var at = text.AsSpan().IndexOfAny(Controls);
        return at < 0 ? null : string.Create(CultureInfo.InvariantCulture, $"U+{(int)text[at]:X4} is in it. {What}");
    }

    /// <summary>What a value says, if it is a text that can be.</summary>
    public static string? TextOf(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.String } text && FaultOf(text) is null ? text.GetString() : null;

    /// <summary>The JSON pointer (RFC 6901) of a member.</summary>
    public static string At(string pointer, string name) =>
        $"{pointer}/{Shortened(name).Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    public static string At(string pointer, int item) => string.Create(CultureInfo.InvariantCulture, $"{pointer}/{item}");

    /// <summary>What a sentence calls a member: <c>factSheet</c> for /citations/0/factSheet, <c>parties/2</c> for /parties/2.</summary>
    public static string NameOf(string pointer)
    {
        var parts = pointer.Split('/');
        return parts.Length == 1 ? "The body" : char.IsAsciiDigit(parts[^1].FirstOrDefault()) ? string.Join('/', parts[^2..]) : parts[^1];
    }

    /// <summary>A text as a sentence quotes it.</summary>
    public static string Shortened(string text) => text.Length <= Shown ? text
        : text[..(char.IsHighSurrogate(text[Shown - 1]) ? Shown - 1 : Shown)] + "…";

    private static bool IsControl(char letter) => char.IsControl(letter) && letter is not ('\n' or '\t');

    private static bool IsControlEscape(byte kind, ReadOnlySpan<byte> rest) => kind switch
    {
        (byte)'b' or (byte)'f' or (byte)'r' => true,
        (byte)'u' => rest.Length < 4
            || (ushort.TryParse(rest[..4], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
                && IsControl((char)code)),
        _ => false,
    };
}
