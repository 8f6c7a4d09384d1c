namespace CooperationApi.Coverage;

/// <summary>How much is stated of one partner in one resource. What is stated of nobody there has no row.</summary>
public sealed record Coverage
{
    /// <summary>The partner, as an ISO 3166-1 alpha-3 code.</summary>
    public required string Partner { get; init; }

    /// <summary>Its short name in English.</summary>
    public required string Name { get; init; }

    /// <summary>The resource, by its path.</summary>
    public required string Resource { get; init; }

    /// <summary>How many records, or fact sheets, give the partner a part in any of their editions.</summary>
    public required long Records { get; init; }

    /// <summary>How many editions of them do; a fact sheet has one.</summary>
    public required long Editions { get; init; }

    /// <summary>How many of the records do in the edition that stands now: as many as the list at <c>url</c> has.</summary>
    public required long Standing { get; init; }

    /// <summary>The publication date of the first fact sheet that states any of it.</summary>
    public required DateOnly FirstStated { get; init; }

    /// <summary>The publication date of the last fact sheet that states any of it.</summary>
    public required DateOnly LastStated { get; init; }

    /// <summary>The list of those that stand.</summary>
    public required string Url { get; init; }
}
