using System.Globalization;
using System.Text.Json.Serialization;

namespace CooperationApi.Kernel;

/// <summary>Why a request was not answered (RFC 9457), with every fault that was found in it.</summary>
public sealed record Problem
{
    internal const string MediaType = "application/problem+json";

    /// <summary>A stable URI that names the kind of problem.</summary>
    public required string Type { get; init; }

    /// <summary>The kind of problem in words; the same for every problem of this type.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status code, again.</summary>
    public required int Status { get; init; }

    /// <summary>What went wrong with this request, and what would be right.</summary>
    public required string Detail { get; init; }

    /// <summary>Every fault of the request; absent where the problem is not one of its parts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Fault>? Errors { get; init; }

    /// <summary>What may have been meant, nearest first; absent where nothing is near.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? DidYouMean { get; init; }

    /// <summary>What there is instead: the media types or encodings that the operation knows; absent where the problem is another.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Available { get; init; }

    /// <summary>A header of the answer that says the same to a machine.</summary>
    internal KeyValuePair<string, string>? Header { get; init; }

    /// <summary>What the import counted before it was rejected; absent where the problem is another.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImportReport? Import { get; init; }

    /// <summary>The trace id of the request, to quote in a report.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TraceId { get; init; }

    internal static Problem BadQuery(IReadOnlyList<Fault> faults) => new()
    {
        Type = "urn:cooperation:problem:invalid-query",
        Title = "The query has faults",
        Status = StatusCodes.Status400BadRequest,
        Detail = faults.Count == 1 ? "1 parameter is not right." : $"{faults.Count} parameters are not right.",
        Errors = faults,
    };

    internal static Problem BadBody(IReadOnlyList<Fault> faults) => new()
    {
        Type = "urn:cooperation:problem:invalid-body",
        Title = "The body has faults",
        Status = StatusCodes.Status400BadRequest,
        Detail = faults.Count > BodyReader.MostFaults ? $"More than {BodyReader.MostFaults} things are not right; these are the first."
            : faults.Count == 1 ? "1 thing is not right." : $"{faults.Count} things are not right.",
        Errors = [.. faults.Take(BodyReader.MostFaults)],
    };

    internal static Problem TooLarge(long mostBytes) => new()
    {
        Type = "urn:cooperation:problem:too-large",
        Title = "The body is too large",
        Status = StatusCodes.Status413PayloadTooLarge,
        Detail = string.Create(CultureInfo.InvariantCulture, $"A body has at most {mostBytes:N0} bytes here."),
    };

    internal static Problem UnsupportedMediaType(string detail, IReadOnlyList<string> available, string header) => new()
    {
        Type = "urn:cooperation:problem:unsupported-media-type",
        Title = "The body is not of a form that is read here",
        Status = StatusCodes.Status415UnsupportedMediaType,
        Detail = detail,
        Available = available,
        Header = new(header, string.Join(", ", available)),
    };

    internal static Problem NotFound(string detail, IReadOnlyList<string>? didYouMean = null) => new()
    {
        Type = "urn:cooperation:problem:not-found",
        Title = "Nothing is found here",
        Status = StatusCodes.Status404NotFound,
        Detail = detail,
        DidYouMean = didYouMean is { Count: > 0 } ? didYouMean : null,
    };

    internal static Problem NotAcceptable(IReadOnlyList<string> mediaTypes) => new()
    {
        Type = "urn:cooperation:problem:not-acceptable",
        Title = "There is no such form of the answer",
        Status = StatusCodes.Status406NotAcceptable,
        Detail = $"This operation answers {string.Join(", ", mediaTypes)}, and the Accept header takes none of them.",
        Available = mediaTypes,
    };

    internal static Problem Unauthenticated(string detail) => new()
    {
        Type = "urn:cooperation:problem:unauthenticated",
        Title = "Who asks is not known",
        Status = StatusCodes.Status401Unauthorized,
        Detail = detail,
    };

    internal static Problem Forbidden(string detail) => new()
    {
        Type = "urn:cooperation:problem:forbidden",
        Title = "Who asks may not do this",
        Status = StatusCodes.Status403Forbidden,
        Detail = detail,
    };

    internal static Problem Unavailable(string detail) => new()
    {
        Type = "urn:cooperation:problem:unavailable",
        Title = "The service cannot answer now",
        Status = StatusCodes.Status503ServiceUnavailable,
        Detail = detail,
    };
}

/// <summary>One fault of a request.</summary>
public sealed record Fault
{
    /// <summary>The name of the query parameter; absent where the fault is of none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Parameter { get; init; }

    /// <summary>The member of the body, as a JSON pointer (RFC 6901): <c>/citations/0/factSheet</c>. Empty for the whole body; absent where the fault is not of the body.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Pointer { get; init; }

    /// <summary>The name of the request header; absent where the fault is of none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Header { get; init; }

    /// <summary>The line of the file, counted from 1; absent where none was sent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Line { get; init; }

    /// <summary>The name of the file's column; absent where there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Column { get; init; }

    /// <summary>The kind of fault.</summary>
    public required FaultCode Code { get; init; }

    /// <summary>What is wrong, and what would be right.</summary>
    public required string Detail { get; init; }

    /// <summary>What may have been meant, nearest first; absent where nothing is near.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? DidYouMean { get; init; }

    /// <summary>The same fault of a body that is a part of another.</summary>
    internal Fault Below(string pointer) => this with { Pointer = pointer + Pointer };
}

/// <summary>The kinds of fault that a request can have.</summary>
public enum FaultCode
{
    /// <summary>The operation has no such parameter.</summary>
    UnknownParameter,

    /// <summary>What must be given is not.</summary>
    Missing,

    /// <summary>A parameter or a member is given more than once, or a list holds an item twice.</summary>
    Repeated,

    /// <summary>The value is not of the form that it must have.</summary>
    InvalidValue,

    /// <summary>The value is of the right form but outside the bounds.</summary>
    OutOfRange,

    /// <summary>The value is none of a closed list.</summary>
    UnknownValue,

    /// <summary>The value could mean several things.</summary>
    Ambiguous,

    /// <summary>Two parameters, or two members, contradict each other.</summary>
    Contradiction,

    /// <summary>Figures that are to be one sum make several, which are never added up.</summary>
    SeveralSums,

    /// <summary>Figures that are to be one sum make none, because they cannot be added up.</summary>
    NoSum,

    /// <summary>The body is not JSON.</summary>
    InvalidJson,

    /// <summary>A row of a file cannot be read: it has another number of cells than the header, or its quotes are not right.</summary>
    InvalidRow,

    /// <summary>The file is not what its Content-Encoding says, or not whole.</summary>
    InvalidEncoding,

    /// <summary>The body has no such member.</summary>
    UnknownMember,

    /// <summary>The member is of another JSON type, or null where it cannot be.</summary>
    WrongType,

    /// <summary>A text has characters in it that no text can have: control characters, or half of a surrogate pair.</summary>
    InvalidText,

    /// <summary>A text is longer than it may be.</summary>
    TooLong,

    /// <summary>A list holds more items than it may.</summary>
    TooMany,

    /// <summary>A member that only the service sets is not what it set.</summary>
    ReadOnly,

    /// <summary>What the request refers to is not there.</summary>
    UnknownReference,

    /// <summary>Something else is already there under the same id and date.</summary>
    Conflict,
}

/// <summary>Ends a request with a problem, from wherever it is found.</summary>
internal sealed class ProblemException(Problem problem) : Exception(problem.Detail)
{
    public Problem Problem { get; } = problem;
}

internal sealed record ProblemResult(Problem Problem) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => ProblemResponse.Write(httpContext, Problem);
}
