namespace CooperationApi.Kernel;

/// <summary>Why a write is refused that is well formed.</summary>
internal static class WriteProblems
{
    public static Problem BadHeaders(IReadOnlyList<Fault> faults) => new()
    {
        Type = "urn:cooperation:problem:invalid-headers",
        Title = "The headers have faults",
        Status = StatusCodes.Status400BadRequest,
        Detail = faults.Count == 1 ? "1 header is not right." : $"{faults.Count} headers are not right.",
        Errors = faults,
    };

    public static Problem PreconditionRequired() => new()
    {
        Type = "urn:cooperation:problem:precondition-required",
        Title = "The write does not say what it changes",
        Status = StatusCodes.Status428PreconditionRequired,
        Detail = "Read what is there, and send its ETag back as If-Match, so that nobody's change is lost.",
    };

    public static Problem PreconditionFailed(string tag) => new()
    {
        Type = "urn:cooperation:problem:precondition-failed",
        Title = "It has changed since it was read",
        Status = StatusCodes.Status412PreconditionFailed,
        Detail = $"The ETag of what is there now is {tag}. Read it again, and decide anew.",
    };

    public static Problem Conflict(string detail) => new()
    {
        Type = "urn:cooperation:problem:conflict",
        Title = "It contradicts what is there",
        Status = StatusCodes.Status409Conflict,
        Detail = detail,
    };

    public static Problem KeyReused() => new()
    {
        Type = "urn:cooperation:problem:idempotency-key-reused",
        Title = "The Idempotency-Key belongs to another request",
        Status = StatusCodes.Status422UnprocessableEntity,
        Detail = "Another request was sent with this Idempotency-Key within the last day. A key stands for one request and its retries, which are the same to the byte.",
    };

    public static Problem Gone(string id, string reason) => new()
    {
        Type = "urn:cooperation:problem:gone",
        Title = "It was withdrawn",
        Status = StatusCodes.Status410Gone,
        Detail = $"'{id}' was withdrawn: {reason}",
    };
}
