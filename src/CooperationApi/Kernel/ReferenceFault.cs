namespace CooperationApi.Kernel;

/// <summary>What a row refers to that is not there or does not fit, as the database finds it.</summary>
internal sealed record ReferenceFault(long Line, string Pointer, string Code, string Detail, string[]? Near)
{
    public Fault AsFault() => new()
    {
        Pointer = Pointer,
        Code = JsonNames.Parse<FaultCode>(Code),
        Detail = Detail,
        DidYouMean = Near is { Length: > 0 } ? Near : null,
    };
}
