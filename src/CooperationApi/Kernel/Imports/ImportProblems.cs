namespace CooperationApi.Kernel;

/// <summary>Why an import was not done.</summary>
internal static class ImportProblems
{
    public static Problem Rejected(ImportReport report) => new()
    {
        Type = "urn:cooperation:problem:import-rejected",
        Title = "The file has faults, and nothing of it was written",
        Status = StatusCodes.Status422UnprocessableEntity,
        Detail = $"{report.Rejected} of {report.Rows} rows are not right. Correct them, or leave them out with skipInvalid=true, if the file can be read to its end.",
        Errors = report.Faults,
        Import = report,
    };

    public static Problem NoSuchForm(ImportForm form) => Problem.UnsupportedMediaType(
        $"An import is {string.Join(" or ", form.MediaTypes)}, in UTF-8: say so in Content-Type.", form.MediaTypes, "Accept-Post");

    /// <summary>What is said of a row that is there with other content.</summary>
    public static string IsThere(string id, DateOnly? statedFrom) =>
        $"'{id}' {(statedFrom is { } date ? $"has an edition of {date:yyyy-MM-dd}" : "is there already")} with other content. "
        + "onConflict=replace corrects it, onConflict=skip leaves it.";

    public static Problem Taken(Guid id) => WriteProblems.Conflict($"There is an import {id} already; an id names one import.");

    public static Problem Cut { get; } = Problem.Unavailable("The service stopped before the import ended. Nothing was written. Send it again.");

    public static Problem Stalled(TimeSpan silence) => new()
    {
        Type = "urn:cooperation:problem:upload-stalled",
        Title = "The file stopped coming",
        Status = StatusCodes.Status408RequestTimeout,
        Detail = $"Nothing came for {silence.TotalSeconds} seconds, so that the import was given up. Nothing of it was written.",
    };
}
