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

    public static Problem Unauthenticated { get; } =
        Problem.Unauthenticated("key_7h2k9x0c4m1q expired at 2027-02-01 00:00:00Z. Ask whoever runs the service for another.");

    public static Problem Forbidden(Role needed) => Problem.Forbidden(Credentials.Lacks(needed, needed == Role.Admin
        ? new Caller("key_7h2k9x0c4m1q", "importer", Role.Editor) : null, TokenIssuer.DefaultRoleClaim));

    public static Problem Gone { get; } = WriteProblems.Gone("us-japan-accord", "It was entered twice.");

    public static Problem Conflict { get; } = WriteProblems.Conflict(
        "'us-japan-sofa' has an edition of 2018-05-21. To correct it, PUT or PATCH /agreements/us-japan-sofa?asOf=2018-05-21.");

    public static Problem Unavailable { get; } = Problem.Unavailable("The database does not answer.");

    public static Problem TooMany { get; } = RateLimits.TooMany(seconds: 1);

    public static Problem BadBody { get; } = Problem.BadBody([new Fault
    {
        Pointer = "/citations/0/factShet",
        Code = FaultCode.UnknownMember,
        Detail = "There is no such member; there are factSheet, paragraph, asStated.",
        DidYouMean = ["factSheet"],
    }]);

    public static JsonNode Of(Type type) => Of(type, type.Name);

    /// <summary>What is sent to change something: <c>{Type}.patch.example.json</c>.</summary>
    public static JsonNode PatchOf(Type type) => Of(type, type.Name + ".patch");

    private static JsonNode Of(Type type, string name)
    {
        using var stream = type.Assembly.GetManifestResourceStream($"example/{name}.json")
            ?? throw new InvalidOperationException($"{type.Name} has no {name}.example.json beside it.");
        return JsonNode.Parse(stream)!;
    }
}
