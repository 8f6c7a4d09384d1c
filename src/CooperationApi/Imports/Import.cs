using System.Text.Json.Serialization;
using CooperationApi.Kernel;

namespace CooperationApi.Imports;

/// <summary>An import: how far it is, and what came of it.</summary>
public sealed record Import
{
    /// <summary>Its id: the one that its sender chose, or the one of its report.</summary>
    public required Guid Id { get; init; }

    /// <summary>The resource, by its path.</summary>
    public required string Resource { get; init; }

    /// <summary>Who sends it.</summary>
    public required string Who { get; init; }

    /// <summary>How it stands.</summary>
    public required ImportState State { get; init; }

    /// <summary>When it began, in UTC.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>When it ended, in UTC; null while it runs, and if it was interrupted.</summary>
    public required DateTime? FinishedAt { get; init; }

    /// <summary>How many bytes have come, as they were sent.</summary>
    public required long BytesRead { get; init; }

    /// <summary>How many rows have been read.</summary>
    public required long RowsRead { get; init; }

    /// <summary>How many rows have been through all checks and written, or found to be there; others see them when all are.</summary>
    public required long RowsWritten { get; init; }

    /// <summary>How many rows were read or written in the last second; of an import that ended, how many a second in all.</summary>
    public required long RowsPerSecond { get; init; }

    /// <summary>Why it failed; absent where it did not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Detail { get; init; }

    /// <summary>What came of it; absent until it is done or rejected.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImportReport? Report { get; init; }
}

/// <summary>How an import stands.</summary>
public enum ImportState
{
    /// <summary>It goes on.</summary>
    Running,

    /// <summary>All its rows are there, or would be if it were no dry run.</summary>
    Done,

    /// <summary>It has faults, and nothing was written.</summary>
    Rejected,

    /// <summary>It broke off, and nothing was written.</summary>
    Failed,

    /// <summary>The service that took it has been silent for 30 seconds, and nothing was written.</summary>
    Interrupted,
}
