using System.Runtime.CompilerServices;

namespace CooperationApi.Tests.Testing;

/// <summary>The files of the repository that tests hold true.</summary>
internal static class Repository
{
    private const string UpdateVariable = "UPDATE_SNAPSHOTS";

    public static string Root { get; } = FindRoot();

    public static string PathOf(string file) => Path.Combine(Root, file);

    /// <summary>Compares a committed file with what it is made from, or writes it anew where that is asked for.</summary>
    public static async Task Holds(string file, string expected)
    {
        var path = PathOf(file);
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            await File.WriteAllTextAsync(path, expected, TestContext.Current.CancellationToken);
        }

        var committed = File.Exists(path) ? await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken) : "";
        Assert.True(
            committed.ReplaceLineEndings("\n") == expected,
            $"{file} is not what the code makes. Look at what changed, and if it is meant, run: {UpdateVariable}=1 dotnet test");
    }

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here)!;
        while (!File.Exists(Path.Combine(folder, "CooperationApi.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
