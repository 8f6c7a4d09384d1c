namespace CooperationApi.Kernel;

/// <summary>Refuses to bring figures together that are not one sum, and says what keeps them apart.</summary>
internal static class NotSummable
{
    /// <summary>So many groups are named at most.</summary>
    public const int Most = 20;

    public static Problem Example { get; } = OfGroups([("Partner JPN", [BucketReason.Of(BucketReasonCode.DifferentKind)])], 1);

    /// <summary>Keys that no figure asked for has.</summary>
    public static Problem OfKeys(string detail) => Problem("The figures have no such groups.", [Fault(FaultCode.Contradiction, detail)]);

    /// <summary>Groups that have several sums or none, each with what is said of one of its buckets.</summary>
    public static Problem OfGroups(IReadOnlyList<(string Name, IReadOnlyList<BucketReason> Reasons)> named, long groups) => Problem(
        (groups == 1 ? "1 group is not one sum." : $"{groups} groups are not one sum each.")
            + (groups > named.Count ? $" {named.Count} of them are named here, {groups - named.Count} more are not." : "")
            + " sums=separate lists their buckets, each with its reasons.",
        [.. named.Select(group => Fault(
            group.Reasons.Any(reason => reason.Code < BucketReasonCode.OverlappingPeriods) ? FaultCode.SeveralSums : FaultCode.NoSum,
            $"{group.Name}: {string.Join(' ', group.Reasons.Select(reason => reason.Detail))} "
                + $"What helps: {string.Join("; ", group.Reasons.Select(reason => reason.Cure).Distinct())}."))]);

    private static Fault Fault(FaultCode code, string detail) => new() { Parameter = "groupBy", Code = code, Detail = detail };

    private static Problem Problem(string detail, IReadOnlyList<Fault> faults) => new()
    {
        Type = "urn:cooperation:problem:not-summable",
        Title = "The figures are not one sum",
        Status = StatusCodes.Status422UnprocessableEntity,
        Detail = detail,
        Errors = faults,
    };
}
