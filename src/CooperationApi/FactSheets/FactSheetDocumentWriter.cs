using System.Text.Json;
using CooperationApi.Kernel;
using Npgsql;

namespace CooperationApi.FactSheets;

/// <summary>Takes a whole fact sheet in: all of it or nothing, in one transaction and as one write of the change feed.</summary>
internal sealed class FactSheetDocumentWriter(
    NpgsqlDataSource database, WritePlaces places, ChangeSignal signal, FactSheetDocumentReader reader)
{
    public async Task<SheetReport> Take(Importing form, WriteRequest request)
    {
        CheckForm(form);
        var body = await RequestBody.Read(request.Http, RequestForm.Json, Statements.MostBytes);
        var faults = new List<Fault>();
        return reader.Read(body, faults) is { } document
            ? await places.Take(stop => Write(document, body, form, request, stop), request.Http.RequestAborted)
            : throw new ProblemException(Problem.BadBody(faults));
    }

    private static void CheckForm(Importing form)
    {
        var faults = new List<Fault>();
        if (form.SkipInvalid)
        {
            faults.Add(OfFiles("skipInvalid", "A document is taken whole or not at all"));
        }

        if (form.ImportId is not null)
        {
            faults.Add(OfFiles("importId", "The answer to a document tells all that became of it"));
        }

        if (faults.Count > 0)
        {
            throw new ProblemException(Problem.BadQuery(faults));
        }
    }

    private static Fault OfFiles(string parameter, string reason) => new()
    {
        Parameter = parameter,
        Code = FaultCode.Contradiction,
        Detail = $"{reason}: {parameter} is for files of rows.",
    };

    private async Task<SheetReport> Write(
        FactSheetDocumentInput document, ReadOnlyMemory<byte> body, Importing form, WriteRequest request, CancellationToken stop)
    {
        await using var writing = await WriteTransaction.Begin(database, FactSheetStore.Writing, stop);
        if (await writing.Claim(request, request.Fingerprint(body.Span)) is { } given)
        {
            request.Http.Response.Headers[WriteAnswer.ReplayedHeader] = "true";
            return JsonSerializer.Deserialize<SheetReport>(given.Body, JsonNames.Options)!;
        }

        var report = await Write(document, form, request, writing);
        if (!form.DryRun)
        {
            await writing.Keep(request, new WriteAnswer(StatusCodes.Status200OK, "", "", JsonSerializer.SerializeToUtf8Bytes(report, JsonNames.Options)));
            await writing.Commit();
            signal.Signal();
        }

        return report;
    }

    private static async Task<SheetReport> Write(FactSheetDocumentInput document, Importing form, WriteRequest request, WriteTransaction writing)
    {
        var sections = document.Sections.Where(section => section.Rows.Count > 0).ToList();
        await writing.LockAll([FactSheetStore.Writing, .. sections.Select(section => section.Section.Resource)]);
        await writing.BeginWrite(request);
        var rows = new FactSheetDocumentRows(writing, JsonNames.Of(form.OnConflict));
        var sheet = await rows.WriteSheet(document.Sheet);
        var written = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var section in sections)
        {
            written[section.Section.Name] = await rows.Write(section.Section.Resource, section.Rows, at => $"/{section.Section.Name}/{at}");
        }

        rows.EndIfAnyFault();
        await writing.EndWrite();
        return FactSheetDocumentRows.Report(document, form.DryRun, sheet, written, request.Http.Request);
    }
}
