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

    internal static Problem NotFound(string detail, IReadOnlyList<string>? didYouMean = null) => new()
    {
        Type = "urn:cooperation:problem:not-found",
        Title = "Nothing is found here",
        Status = StatusCodes.Status404NotFound,
        Detail = detail,
        DidYouMean = didYouMean is { Count: > 0 } ? didYouMean : null,
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
    /// <summary>The name of the query parameter.</summary>
    public required string Parameter { get; init; }

    /// <summary>The kind of fault.</summary>
    public required FaultCode Code { get; init; }

    /// <summary>What is wrong, and what would be right.</summary>
    public required string Detail { get; init; }

    /// <summary>What may have been meant, nearest first; absent where nothing is near.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? DidYouMean { get; init; }
}

/// <summary>The kinds of fault that a request can have.</summary>
public enum FaultCode
{
    /// <summary>The operation has no such parameter.</summary>
    UnknownParameter,

    /// <summary>A parameter that must be given is not.</summary>
    Missing,

    /// <summary>A parameter that takes one value is given more than once.</summary>
    Repeated,

    /// <summary>The value is not of the parameter's form.</summary>
    InvalidValue,

    /// <summary>The value is of the right form but outside the bounds.</summary>
    OutOfRange,

    /// <summary>The value is none of the closed list that the parameter takes.</summary>
    UnknownValue,

    /// <summary>The value could mean several things.</summary>
    Ambiguous,

    /// <summary>Two parameters contradict each other.</summary>
    Contradiction,
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
