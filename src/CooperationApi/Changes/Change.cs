using System.Text.Json.Nodes;

namespace CooperationApi.Changes;

/// <summary>A change of a fact, by whom and why.</summary>
public sealed record Change
{
    /// <summary>Its place in the feed: opaque, unique, and never given to another change. Of two, only the feed tells which is earlier.</summary>
    public required string Position { get; init; }

    /// <summary>When it was written, in UTC. What took long to commit stands after what began later and was done sooner.</summary>
    public required DateTime At { get; init; }

    /// <summary>Who wrote it: the name of the key or the subject of the token; <c>seed</c> for what comes with the service.</summary>
    public required string Who { get; init; }

    /// <summary>What happened.</summary>
    public required ChangeOp Op { get; init; }

    /// <summary>The resource of what changed, by its path.</summary>
    /// <example>sales/fms</example>
    public required string Resource { get; init; }

    /// <summary>Its id in that resource.</summary>
    public required string Id { get; init; }

    /// <summary>Which edition of it: the date that it is stated from; null for partners and fact sheets, which have none.</summary>
    public required DateOnly? StatedFrom { get; init; }

    /// <summary>
    /// The facts as they were, as one would write them to this resource: of the edition itself, or of the one whose place it takes; null where
    /// there was none.
    /// </summary>
    public required JsonObject? Before { get; init; }

    /// <summary>The facts as they are since, in the same form; null where it was withdrawn.</summary>
    public required JsonObject? After { get; init; }

    /// <summary>Why, in the words of who wrote it; null where nothing was said.</summary>
    public required string? Reason { get; init; }
}

/// <summary>What can happen to a fact.</summary>
public enum ChangeOp
{
    /// <summary>The first edition of a record, a partner or a fact sheet.</summary>
    Created,

    /// <summary>Another edition of a record: other facts, stated from another date.</summary>
    Revised,

    /// <summary>The same edition with other facts.</summary>
    Corrected,

    /// <summary>It is taken back, and stands no more.</summary>
    Withdrawn,

    /// <summary>What was withdrawn stands again.</summary>
    Restored,
}

/// <summary>Changes in the order in which they are seen. A feed has no last page.</summary>
public sealed record ChangePage
{
    /// <summary>The changes, oldest first; empty where there are none yet.</summary>
    public required IReadOnlyList<Change> Items { get; init; }

    /// <summary>Where to go on, now or at any time: whatever is written, it skips nothing and repeats nothing.</summary>
    public required string Next { get; init; }
}
