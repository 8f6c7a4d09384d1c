using System.Runtime.InteropServices;
using System.Text.Json;
using CooperationApi.Kernel;
using FluentValidation;

namespace CooperationApi.FactSheets;

/// <summary>A whole fact sheet as a writer hands it over: rows to be written, in the order of the document.</summary>
internal sealed record FactSheetDocumentInput(WriteRow Sheet, IReadOnlyList<StatedRows> Sections);

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
        return faults.Count == 0 ? new FactSheetDocumentInput(sheet!, rows) : null;
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
        var read = BodyReader.Read(JsonMarshal.GetRawUtf8Value(sheet).ToArray(), services.GetService<IValidator<FactSheetInput>>(), own);
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
}
