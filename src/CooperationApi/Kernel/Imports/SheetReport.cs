namespace CooperationApi.Kernel;

/// <summary>What the import of a whole fact sheet did, or would do.</summary>
public sealed record SheetReport
{
    /// <summary>Whether nothing was to be written.</summary>
    public required bool DryRun { get; init; }

    /// <summary>The fact sheet itself.</summary>
    public required SheetReportRow FactSheet { get; init; }

    /// <summary>Every section, in the order of the document.</summary>
    public required IReadOnlyList<SheetReportSection> Sections { get; init; }
}

/// <summary>What became of one section of a fact sheet.</summary>
public sealed record SheetReportSection
{
    /// <summary>Its name in the document.</summary>
    public required string Name { get; init; }

    /// <summary>The resource of its records, by its path.</summary>
    public required string Resource { get; init; }

    /// <summary>How many records are new.</summary>
    public required int Created { get; init; }

    /// <summary>How many are another edition of a record.</summary>
    public required int Revised { get; init; }

    /// <summary>How many took the place of what was there under the same id and date.</summary>
    public required int Corrected { get; init; }

    /// <summary>How many had been withdrawn.</summary>
    public required int Restored { get; init; }

    /// <summary>How many say what is there already.</summary>
    public required int Unchanged { get; init; }

    /// <summary>How many were left as they are, because <c>onConflict=skip</c> says so.</summary>
    public required int Skipped { get; init; }

    /// <summary>Its records, in the order of the document.</summary>
    public required IReadOnlyList<SheetReportRow> Records { get; init; }
}

/// <summary>What became of one record, or of the fact sheet itself.</summary>
public sealed record SheetReportRow
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>What was done, or would be.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Where it is: a record as of the day of the sheet.</summary>
    public required string Url { get; init; }
}

/// <summary>What becomes of a row that is written.</summary>
public enum Outcome
{
    /// <summary>It is new.</summary>
    Created,

    /// <summary>It is another edition of a record.</summary>
    Revised,

    /// <summary>It took the place of what was there under the same id and date.</summary>
    Corrected,

    /// <summary>It had been withdrawn, and is there again.</summary>
    Restored,

    /// <summary>It says what is there already.</summary>
    Unchanged,

    /// <summary>What is there was left as it is, because <c>onConflict=skip</c> says so.</summary>
    Skipped,
}
