using System.Text.Json.Serialization;

namespace CooperationApi.Kernel;

/// <summary>What an import did, or would do.</summary>
public sealed record ImportReport
{
    /// <summary>The import, as in <c>/imports/{id}</c>.</summary>
    public required Guid Id { get; init; }

    /// <summary>The resource, by its path.</summary>
    public required string Resource { get; init; }

    /// <summary>Whether nothing was to be written.</summary>
    public required bool DryRun { get; init; }

    /// <summary>How many rows the file has.</summary>
    public required long Rows { get; init; }

    /// <summary>How many records are new.</summary>
    public required long Created { get; init; }

    /// <summary>How many are another edition of a record.</summary>
    public required long Revised { get; init; }

    /// <summary>How many took the place of what was there under the same id and date.</summary>
    public required long Corrected { get; init; }

    /// <summary>How many had been withdrawn.</summary>
    public required long Restored { get; init; }

    /// <summary>How many say what is there already.</summary>
    public required long Unchanged { get; init; }

    /// <summary>How many were left as they are, because <c>onConflict=skip</c> says so.</summary>
    public required long Skipped { get; init; }

    /// <summary>How many have faults.</summary>
    public required long Rejected { get; init; }

    /// <summary>The first 100 faults, by line.</summary>
    public required IReadOnlyList<Fault> Faults { get; init; }

    /// <summary>How long it took, in seconds; absent where that would be all that differs.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Seconds { get; init; }
}

/// <summary>What becomes of a row whose id and date are there with other content.</summary>
internal enum OnConflict
{
    Error,
    Skip,
    Replace,
}

/// <summary>How to import a file.</summary>
internal sealed record Importing(
    [Parameter("`true` does all that the import would do, and then undoes it: the answer says what would come of it.")]
    bool DryRun = false,
    [Parameter("What becomes of a row whose id and date are there with other content: `error` makes it a fault, `skip` leaves what is there, "
        + "`replace` corrects it.")]
    OnConflict OnConflict = OnConflict.Error,
    [Parameter("`true` leaves rows with faults out and takes the others. Without it, one fault rejects the file.")]
    bool SkipInvalid = false,
    [Parameter("A UUID of your choice, by which `/imports/{id}` tells how far the import is while it is sent. Without it, one is made.")]
    Guid? ImportId = null);
