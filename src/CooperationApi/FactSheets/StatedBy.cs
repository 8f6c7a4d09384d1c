using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using CooperationApi.Kernel;

namespace CooperationApi.FactSheets;

/// <summary>What every record has from the sheet that states it, as far as the sheet can be read: its id, and its day.</summary>
internal sealed record StatedBy(string? Id, DateOnly? Date)
{
    public static StatedBy Of(JsonElement sheet) => new(
        InputText.TextOf(Member(sheet, "id")),
        PartialDate.TryParse(InputText.TextOf(Member(sheet, "published")), out var published) ? published.First : null);

    /// <summary>Finds what no record shows by itself.</summary>
    public void Check(JsonElement record, string pointer, Dictionary<string, string> ids, BodyFaults found)
    {
        if (InputText.TextOf(Member(record, "id")) is { } id && !ids.TryAdd(id, pointer))
        {
            found.Tell(pointer + "/id", FaultCode.Repeated, $"{InputText.Shortened(id)} is at {ids[id]} already. A sheet states one edition of a record.");
        }

        if (Date is { } date && DateOf(Member(record, "statedFrom")) is { } from && from != date)
        {
            found.Tell(pointer + "/statedFrom", FaultCode.Contradiction,
                $"statedFrom must be {date:yyyy-MM-dd}, the first day on which the sheet was published, or be left out.");
        }

        if (Id is not null && CitedIn(record) is { Count: > 0 } cited && !cited.Contains(null) && !cited.Contains(Id))
        {
            found.Tell(pointer + "/citations", FaultCode.Contradiction, $"One of citations must be of the sheet itself, {InputText.Shortened(Id)}.");
        }
    }

    /// <summary>A record that leaves its date out is stated from the day of the sheet.</summary>
    public byte[] WithDate(JsonElement record)
    {
        var bytes = JsonMarshal.GetRawUtf8Value(record).ToArray();
        if (Member(record, "statedFrom") is not null)
        {
            return bytes;
        }

        // Where the sheet's day cannot be read, nothing is written, and no fault is to follow from that.
        var day = (Date ?? DateOnly.MinValue.AddDays(1)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return [.. Encoding.UTF8.GetBytes($$"""{"statedFrom":"{{day}}"{{(record.GetPropertyCount() > 0 ? "," : "")}}"""), .. bytes[1..]];
    }

    private static IReadOnlyList<string?> CitedIn(JsonElement record) => Member(record, "citations") is { ValueKind: JsonValueKind.Array } citations
        ? [.. citations.EnumerateArray().Select(citation => InputText.TextOf(Member(citation, "factSheet")))] : [];

    private static DateOnly? DateOf(JsonElement? value) =>
        DateOnly.TryParseExact(InputText.TextOf(value), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static JsonElement? Member(JsonElement value, string name)
    {
        var unread = new BodyFaults();
        return value.ValueKind != JsonValueKind.Object ? null : value.EnumerateObject()
            .Where(member => unread.NameOf(member, "") == name).Select(member => (JsonElement?)member.Value).FirstOrDefault();
    }
}
