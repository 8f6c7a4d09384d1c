namespace CooperationApi.Kernel;

/// <summary>What a row refers to that is not there or does not fit, as the database finds it.</summary>
internal sealed record ReferenceFault
{
    public required long Line { get; init; }

    public required string Pointer { get; init; }

    public required string Code { get; init; }

    public required string Detail { get; init; }

    public required string[]? Near { get; init; }

    public Fault AsFault() => new()
    {
        Pointer = Pointer,
        Code = JsonNames.Parse<FaultCode>(Code),
        Detail = Detail,
        DidYouMean = Near is { Length: > 0 } ? Near : null,
    };
}
