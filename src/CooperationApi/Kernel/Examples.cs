using System.Text.Json.Nodes;

namespace CooperationApi.Kernel;

/// <summary>Metadata of an operation: a problem that it answers beyond those that all do, as the document shows it.</summary>
internal sealed record ProblemExample(Problem Problem);

/// <summary>
/// What the OpenAPI document shows for an answer: real answers, kept beside the type as <c>{Type}.example.json</c>
/// and compared with the service by a test.
/// </summary>
internal static class Examples
{
    public static Problem BadQuery { get; } = Problem.BadQuery([new Fault
    {
        Parameter = "partner",
        Code = FaultCode.UnknownValue,
        Detail = "'Japn' is no partner's code, name or alias.",
        DidYouMean = ["JPN"],
    }]);

    public static Problem NotFound { get; } = Problem.NotFound("'us-japan-sofas' is no id in /agreements.", ["us-japan-sofa"]);

    public static Problem Unavailable { get; } = Problem.Unavailable("The database does not answer.");

    public static JsonNode Of(Type type)
    {
        var name = $"example/{type.Name}.json";
        using var stream = typeof(Examples).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{type.Name} has no {type.Name}.example.json beside it.");
        return JsonNode.Parse(stream)!;
    }
}
