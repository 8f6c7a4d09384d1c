using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace CooperationApi.Benchmarks;

/// <summary>The programs as they are published, each built once a run into the temp folder.</summary>
internal static class Published
{
    private static readonly string Folder = Path.Combine(Path.GetTempPath(), $"cooperation-api-published-{Environment.UserName}");
    private static readonly Lazy<Task<string>> ServiceOnce = new(() => Publish("src/CooperationApi"));
    private static readonly Lazy<Task<string>> RivalsOnce = new(() => Publish("tests/CooperationApi.Benchmarks"));

    /// <summary>The service's assembly.</summary>
    public static Task<string> Service => ServiceOnce.Value;

    /// <summary>This program's, which is bare Kestrel and raw Npgsql too.</summary>
    public static Task<string> Rivals => RivalsOnce.Value;

    /// <summary>Publishes a project, with properties that differ from its own, and answers its assembly.</summary>
    public static async Task<string> Publish(string project, string variant = "", params string[] properties)
    {
        var name = Path.GetFileName(project);
        var output = Path.Combine(Folder, name + variant);
        await Run("dotnet", ["publish", Path.Combine(Root(), project), "--configuration", "Release", "--output", output, .. properties.Select(one => "-p:" + one)]);
        return Path.Combine(output, name + ".dll");
    }

    private static async Task Run(string program, string[] arguments)
    {
        using var run = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var said = await run.StandardOutput.ReadToEndAsync();
        await run.WaitForExitAsync();
        if (run.ExitCode != 0)
        {
            throw new InvalidOperationException(said);
        }
    }

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(file, "../../../.."));
}
