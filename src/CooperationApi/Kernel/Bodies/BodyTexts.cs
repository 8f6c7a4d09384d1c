using System.Text.Json;

namespace CooperationApi.Kernel;

/// <summary>Finds what is wrong with a document whatever its members mean: names that are given twice, and what is no text.</summary>
internal static class BodyTexts
{
    public static void Check(JsonElement value, string pointer, BodyFaults faults)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                CheckMembers(value, pointer, faults);
                break;
            case JsonValueKind.Array:
                var at = 0;
                foreach (var item in value.EnumerateArray())
                {
                    Check(item, InputText.At(pointer, at++), faults);
                }

                break;
            case JsonValueKind.String when InputText.FaultOf(value) is { } fault:
                faults.Tell(pointer, FaultCode.InvalidText, fault);
                break;
        }
    }

    private static void CheckMembers(JsonElement value, string pointer, BodyFaults faults)
    {
        var seen = new HashSet<string>();
        foreach (var member in value.EnumerateObject())
        {
            if (faults.NameOf(member, pointer) is not { } name)
            {
                continue;
            }

            var at = InputText.At(pointer, name);
            if (!seen.Add(name))
            {
                faults.Tell(at, FaultCode.Repeated, $"{InputText.Shortened(name)} is given more than once.");
            }

            Check(member.Value, at, faults);
        }
    }
}
