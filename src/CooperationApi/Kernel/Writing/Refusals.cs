using Npgsql;

namespace CooperationApi.Kernel;

/// <summary>What the database refuses because of what another writer did meanwhile, told as any other fault is.</summary>
internal static class Refusals
{
    public static Problem Busy { get; } = Problem.Unavailable("Somebody else is writing this just now, or an import is. Try again in a moment.");

    public static async Task<T> Told<T>(Func<Task<T>> write)
    {
        try
        {
            return await write();
        }
        catch (PostgresException refused) when (AsProblem(refused) is { } problem)
        {
            throw new ProblemException(problem);
        }
    }

    public static Problem? AsProblem(PostgresException refused) => refused.SqlState switch
    {
        PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure => Busy,
        PostgresErrorCodes.ForeignKeyViolation => WriteProblems.Conflict(refused.MessageText.StartsWith("update or delete", StringComparison.Ordinal)
            ? $"Something still refers to it, in {Plain(refused.TableName)}; /coverage and the facts of a fact sheet list what does."
            : $"What it refers to has just gone: {Plain(refused.ConstraintName)}."),
        PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ExclusionViolation =>
            WriteProblems.Conflict($"It contradicts what is there: {Plain(refused.ConstraintName)}."),
        PostgresErrorCodes.CheckViolation or PostgresErrorCodes.NotNullViolation => Problem.BadBody([new Fault
        {
            Pointer = "", Code = FaultCode.InvalidValue, Detail = $"It breaks a rule of the database: {Plain(refused.ConstraintName ?? refused.ColumnName)}.",
        }]),
        _ => null,
    };

    private static string Plain(string? name) => (name ?? "unnamed").Replace('_', ' ');
}
