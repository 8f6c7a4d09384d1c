namespace CooperationApi.Kernel;

/// <summary>How many imports may go on at once. Each keeps a connection busy for as long as it takes, and writers of its resource waiting.</summary>
internal sealed class ImportPlaces() : Places(Most)
{
    private const int Most = 2;

    public static Problem AllTaken { get; } = Problem.Unavailable($"{Most} imports go on already. Try again in a moment.");
}
