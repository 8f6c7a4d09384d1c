using System.Text.Json;

namespace CooperationApi.Kernel;

/// <summary>The faults of one body, as many as are told, and the holes that they leave in it.</summary>
internal sealed class BodyFaults
{
    private readonly List<Fault> all = [];
    private readonly HashSet<(string Pointer, FaultCode Code)> told = [];
    private readonly HashSet<string> holes = [];

    public IReadOnlyList<Fault> All => all;

    /// <summary>Where something is missing from what is left of the body.</summary>
    public IReadOnlySet<string> Holes => holes;

    /// <summary>Whether there are more faults than are told.</summary>
    public bool AreTooMany => all.Count > BodyReader.MostFaults;

    public void AddHole(string pointer) => holes.Add(pointer);

    public void Tell(string pointer, FaultCode code, string detail, IReadOnlyList<string>? didYouMean = null)
    {
        if (AreTooMany)
        {
            return;
        }

        holes.Add(pointer);
        if (told.Add((pointer, code)))
        {
            all.Add(new Fault { Pointer = pointer, Code = code, Detail = detail, DidYouMean = didYouMean is { Count: > 0 } ? didYouMean : null });
        }
    }

    public void TellType(string pointer, string expected, JsonElement value) => Tell(
        pointer, FaultCode.WrongType, $"{InputText.NameOf(pointer)} must be {expected}, and {Given(value)} is given.");

    /// <summary>The name of a member; null where it is no text, which is told of the object that has it.</summary>
    public string? NameOf(JsonProperty member, string pointer)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            Tell(pointer, FaultCode.InvalidText, "The name of a member has half of a surrogate pair in it, which stands for no character.");
            return null;
        }
    }

    private static string Given(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => InputText.Shortened(value.GetRawText()),
    };
}
