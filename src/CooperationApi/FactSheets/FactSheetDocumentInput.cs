using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using CooperationApi.Kernel;
using FluentValidation;

namespace CooperationApi.FactSheets;

/// <summary>A whole fact sheet as a writer hands it over: rows to be written, and where in the document each stands.</summary>
internal sealed record FactSheetDocumentInput(WriteRow Sheet, DateOnly Date, IReadOnlyList<StatedRows> Sections);

/// <summary>The records of one section.</summary>
internal sealed record StatedRows(Statements Section, IReadOnlyList<WriteRow> Rows);

/// <summary>Reads a whole fact sheet strictly: the sheet and each record by the rules of its own resource, and all faults at once.</summary>
internal sealed class FactSheetDocumentReader(IEnumerable<Section> sections, IServiceProvider services)
{
    /// <summary>The pointer of the sheet itself.</summary>
    public const string SheetPointer = "/" + Sheet;

    private const string Sheet = "factSheet";

    private readonly IReadOnlyList<Statements> sections = [.. sections.Select(section => section.Stated).OfType<Statements>()];

    /// <summary>The document; null where it has faults, which are added to those there are.</summary>
    public FactSheetDocumentInput? Read(ReadOnlyMemory<byte> utf8, List<Fault> faults)
    {
        using var document = BodyReader.Parse(BodyReader.WithoutMark(utf8), faults);
        if (document is null)
        {
            return null;
        }

        var found = new BodyFaults();
        var given = Members(document.RootElement, found);
        var sheet = given.TryGetValue(Sheet, out var written) ? ReadSheet(written, found, faults) : null;
        var stated = StatedBy.Of(written);
        var rows = sections.Select(section => new StatedRows(
            section, given.TryGetValue(section.Name, out var list) ? ReadRecords(section, list, stated, found, faults) : [])).ToList();
        faults.InsertRange(0, found.All);
        return faults.Count == 0 ? new FactSheetDocumentInput(sheet!, stated.Date!.Value, rows) : null;
    }

    private Dictionary<string, JsonElement> Members(JsonElement root, BodyFaults found)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            found.TellType("", "an object", root);
            return [];
        }

        var given = new BodyWalk(found).Known(root, [Sheet, .. sections.Select(section => section.Name)], "");
        if (!given.ContainsKey(Sheet))
        {
            found.Tell(SheetPointer, FaultCode.Missing, $"{Sheet} must be given: an object.");
        }

        return given;
    }

    private WriteRow? ReadSheet(JsonElement sheet, BodyFaults found, List<Fault> faults)
    {
        if (sheet.ValueKind != JsonValueKind.Object)
        {
            found.TellType(SheetPointer, "an object", sheet);
            return null;
        }

        var own = new List<Fault>();
        var read = BodyReader.Read(Bytes(sheet), services.GetService<IValidator<FactSheetInput>>(), own);
        faults.AddRange(own.Select(fault => fault.Below(SheetPointer)));
        return read is null ? null : WriteRow.Restoring(read);
    }

    private List<WriteRow> ReadRecords(Statements section, JsonElement list, StatedBy stated, BodyFaults found, List<Fault> faults)
    {
        var (place, rows, ids) = ("/" + section.Name, new List<WriteRow>(), new Dictionary<string, string>());
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > Statements.Most)
        {
            Refuse(place, list, found);
            return rows;
        }

        foreach (var (at, record) in list.EnumerateArray().Index().TakeWhile(_ => faults.Count <= BodyReader.MostFaults))
        {
            var pointer = InputText.At(place, at);
            if (record.ValueKind != JsonValueKind.Object)
            {
                found.TellType(pointer, "an object", record);
                continue;
            }

            stated.Check(record, pointer, ids, found);
            var own = new List<Fault>();
            if (section.Read(stated.WithDate(record), services, own) is { } row)
            {
                rows.Add(row);
            }

            faults.AddRange(own.Select(fault => fault.Below(pointer)));
        }

        return rows;
    }

    private static void Refuse(string place, JsonElement list, BodyFaults found)
    {
        if (list.ValueKind != JsonValueKind.Array)
        {
            found.TellType(place, "a list", list);
        }
        else
        {
            found.Tell(place, FaultCode.TooMany, $"{place[1..]} must hold at most {Statements.Most} items, and {list.GetArrayLength()} are given.");
        }
    }

    private static byte[] Bytes(JsonElement value) => JsonMarshal.GetRawUtf8Value(value).ToArray();

    /// <summary>What every record has from the sheet that states it, as far as the sheet can be read: its id, and its day.</summary>
    private sealed record StatedBy(string? Id, DateOnly? Date)
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
            var bytes = Bytes(record);
            if (Member(record, "statedFrom") is not null)
            {
                return bytes;
            }

            // Where the sheet's day cannot be read, nothing is written, and no fault is to follow from that.
            var day = (Date ?? DateOnly.MinValue.AddDays(1)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            return [.. Encoding.UTF8.GetBytes($$"""{"statedFrom":"{{day}}"{{(record.GetPropertyCount() > 0 ? "," : "")}}"""), .. bytes[1..]];
        }

        private static IReadOnlyList<string?> CitedIn(JsonElement record) => Member(record, "citations") is { ValueKind: JsonValueKind.Array } citations
            ? [.. citations.EnumerateArray().Select(citation => InputText.TextOf(Member(citation, Sheet)))] : [];

        private static DateOnly? DateOf(JsonElement? value) =>
            DateOnly.TryParseExact(InputText.TextOf(value), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

        private static JsonElement? Member(JsonElement value, string name)
        {
            var unread = new BodyFaults();
            return value.ValueKind != JsonValueKind.Object ? null : value.EnumerateObject()
                .Where(member => unread.NameOf(member, "") == name).Select(member => (JsonElement?)member.Value).FirstOrDefault();
        }
    }
}
