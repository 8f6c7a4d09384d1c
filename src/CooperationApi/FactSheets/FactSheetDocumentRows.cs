using System.Text.Json.Nodes;
using CooperationApi.Kernel;

namespace CooperationApi.FactSheets;

/// <summary>The rows of a whole fact sheet on their way through one transaction: what is wrong with them, and what became of each.</summary>
internal sealed class FactSheetDocumentRows(WriteTransaction writing, string onConflict)
{
    private const string Conflict = "conflict";

    private readonly List<Fault> faults = [];

    private bool sheetKeepsItsDay;

    /// <summary>Writes the sheet itself, and says what that did.</summary>
    public async Task<string> WriteSheet(WriteRow sheet)
    {
        if (await Write(FactSheetStore.Writing, [sheet], _ => FactSheetDocumentReader.SheetPointer) is [var done])
        {
            return done;
        }

        // Without the partners that it names in vain it stands in, so that its records can be held against it. Nothing of it is kept.
        // One that keeps another day than it is given cannot: that its records are not stated from that follows.
        sheetKeepsItsDay = faults.Exists(fault => fault.Pointer == FactSheetDocumentReader.SheetPointer + "/published");
        var body = JsonNode.Parse(sheet.Body)!;
        body["partners"] = new JsonArray();
        await writing.WriteAll(FactSheetStore.Writing, [sheet with { Body = body.ToJsonString() }], JsonNames.Of(OnConflict.Skip));
        return Conflict;
    }

    /// <summary>Writes rows of a resource, but those with faults, and says of each what that did.</summary>
    public async Task<IReadOnlyList<string>> Write(Writable resource, IReadOnlyList<WriteRow> rows, Func<int, string> pointer)
    {
        var found = await writing.Faults(resource, rows);
        faults.AddRange(found.Where(fault => !(sheetKeepsItsDay && fault.Pointer == "/statedFrom"))
            .Select(fault => fault.AsFault().Below(pointer((int)fault.Line - 1))));
        var good = rows.Index().ExceptBy(found.Select(fault => (int)fault.Line - 1), row => row.Index).ToList();
        var done = await writing.WriteAll(resource, [.. good.Select(row => row.Item)], onConflict);
        faults.AddRange(good.Zip(done).Where(one => one.Second == Conflict).Select(one => new Fault
        {
            Pointer = pointer(one.First.Index),
            Code = FaultCode.Conflict,
            Detail = ImportProblems.IsThere(one.First.Item.Id, one.First.Item.StatedFrom),
        }));
        return done;
    }

    public void EndIfAnyFault()
    {
        if (faults.Count > 0)
        {
            throw new ProblemException(faults.Exists(fault => fault.Code != FaultCode.Conflict)
                ? Problem.BadBody(faults)
                : WriteProblems.Conflict("Nothing was written: a part of it is there already, and is not the same.") with
                {
                    Errors = [.. faults.Take(BodyReader.MostFaults)],
                });
        }
    }

    public static SheetReport Report(
        FactSheetDocumentInput document, bool dryRun, string sheet, IReadOnlyDictionary<string, IReadOnlyList<string>> done, HttpRequest request) => new()
        {
            DryRun = dryRun,
            FactSheet = Row(FactSheetStore.Writing, document.Sheet, sheet, request),
            Sections = [.. document.Sections.Select(section => Section(
                section.Section,
                [.. section.Rows.Zip(done.GetValueOrDefault(section.Section.Name) ?? []).Select(row => Row(section.Section.Resource, row.First, row.Second, request))]))],
        };

    private static SheetReportRow Row(Writable resource, WriteRow row, string done, HttpRequest request) => new()
    {
        Id = row.Id,
        Outcome = JsonNames.Parse<Outcome>(done),
        Url = resource.Url(request, row.Id, row.StatedFrom),
    };

    private static SheetReportSection Section(Statements section, IReadOnlyList<SheetReportRow> rows)
    {
        int Count(Outcome outcome) => rows.Count(row => row.Outcome == outcome);
        return new SheetReportSection
        {
            Name = section.Name,
            Resource = section.Resource.Resource,
            Created = Count(Outcome.Created),
            Revised = Count(Outcome.Revised),
            Corrected = Count(Outcome.Corrected),
            Restored = Count(Outcome.Restored),
            Unchanged = Count(Outcome.Unchanged),
            Skipped = Count(Outcome.Skipped),
            Records = rows,
        };
    }
}
