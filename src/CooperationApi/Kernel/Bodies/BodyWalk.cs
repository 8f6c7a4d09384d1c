using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace CooperationApi.Kernel;

/// <summary>Holds a faulty body against what it is read as: collects every fault, and what is left without them.</summary>
internal sealed class BodyWalk(BodyFaults faults)
{
    /// <summary>Whether a value stands, and what is left of it.</summary>
    public bool Stands(JsonElement value, JsonTypeInfo type, bool isNullable, string pointer, out JsonNode? left)
    {
        left = null;
        var form = BodyForm.Of(type);
        var kind = value.ValueKind == JsonValueKind.False ? JsonValueKind.True : value.ValueKind;
        if (kind == JsonValueKind.Null && isNullable)
        {
            return true;
        }

        if (kind != form.Kind)
        {
            faults.TellType(pointer, form.Expected, value);
            return false;
        }

        left = type.Kind switch
        {
            JsonTypeInfoKind.Object => Members(value, type, pointer),
            JsonTypeInfoKind.Enumerable => Items(value, type, pointer),
            _ => IsRead(value, type, form, pointer) ? JsonValue.Create(value) : null,
        };
        return left is not null;
    }

    /// <summary>The members of an object that may be there, each of which is given once.</summary>
    public Dictionary<string, JsonElement> Known(JsonElement value, IReadOnlyCollection<string> names, string pointer)
    {
        var given = new Dictionary<string, JsonElement>();
        foreach (var member in value.EnumerateObject())
        {
            if (faults.NameOf(member, pointer) is not { } name)
            {
                continue;
            }

            var at = InputText.At(pointer, name);
            if (!names.Contains(name))
            {
                faults.Tell(at, FaultCode.UnknownMember, $"There is no such member; there are {string.Join(", ", names)}.", NearMiss.Of(name, names));
            }
            else if (!given.TryAdd(name, member.Value))
            {
                faults.Tell(at, FaultCode.Repeated, $"{name} is given more than once.");
            }
        }

        return given;
    }

    private JsonObject Members(JsonElement value, JsonTypeInfo type, string pointer)
    {
        var left = new JsonObject();
        var known = type.Properties.ToDictionary(member => member.Name);
        var given = Known(value, known.Keys, pointer);
        foreach (var (name, member) in given)
        {
            var described = known[name];
            if (Stands(member, type.Options.GetTypeInfo(described.PropertyType), described.IsSetNullable, InputText.At(pointer, name), out var part))
            {
                left[name] = part;
            }
        }

        foreach (var missing in known.Values.Where(member => member.IsRequired && !given.ContainsKey(member.Name)))
        {
            var form = BodyForm.Of(type.Options.GetTypeInfo(missing.PropertyType));
            faults.Tell(InputText.At(pointer, missing.Name), FaultCode.Missing, $"{missing.Name} must be given: {form.Expected}.");
        }

        return left;
    }

    private JsonArray? Items(JsonElement value, JsonTypeInfo type, string pointer)
    {
        var item = type.Options.GetTypeInfo(type.ElementType!);
        var left = new JsonArray();
        var stand = true;
        foreach (var one in value.EnumerateArray())
        {
            stand &= Stands(one, item, isNullable: false, InputText.At(pointer, left.Count), out var part);
            left.Add(part);
        }

        if (stand || !item.Type.IsValueType)
        {
            return left;
        }

        // A list of numbers has no place for what is none.
        faults.AddHole(pointer);
        return null;
    }

    private bool IsRead(JsonElement value, JsonTypeInfo type, BodyForm form, string pointer)
    {
        if (type.Type == typeof(string))
        {
            var fault = InputText.FaultOf(value);
            if (fault is not null)
            {
                faults.Tell(pointer, FaultCode.InvalidText, fault);
            }

            return fault is null;
        }

        try
        {
            // By the converter of the strict read, so that the two cannot differ.
            return value.Deserialize(type) is not null;
        }
        catch (Exception refused) when (refused is JsonException or FormatException or InvalidOperationException)
        {
            Refuse(value, form, pointer);
            return false;
        }
    }

    private void Refuse(JsonElement value, BodyForm form, string pointer)
    {
        var raw = value.GetRawText();
        var given = InputText.Shortened(raw);
        if (form.Choices is not null)
        {
            var near = raw.Contains('\\', StringComparison.Ordinal) ? [] : NearMiss.Of(raw.Trim('"'), form.Choices);
            faults.Tell(pointer, FaultCode.UnknownValue, $"{InputText.NameOf(pointer)} must be {form.Expected}, and {given} is not.", near);
        }
        else if (form.Bounds is { } bounds && !(form.IsWhole && raw.AsSpan().ContainsAny('.', 'e', 'E')))
        {
            faults.Tell(pointer, FaultCode.OutOfRange, $"{InputText.NameOf(pointer)} must be from {bounds.Least} to {bounds.Most}, and {given} is not.");
        }
        else
        {
            faults.Tell(pointer, FaultCode.InvalidValue, $"{InputText.NameOf(pointer)} must be {form.Expected}, and {given} is not.");
        }
    }
}
