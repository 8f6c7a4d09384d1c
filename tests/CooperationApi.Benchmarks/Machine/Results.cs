using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace CooperationApi.Benchmarks;

/// <summary>RESULTS.md: a section for each command, written anew by it.</summary>
internal static class Results
{
    /// <summary>
    /// Replaces what is under <c>## section</c>, or adds it, and leaves the other sections as they are. Says above <paramref name="markdown"/> which
    /// command it is from, and on which machine.
    /// </summary>
    public static async Task Write(string section, string markdown)
    {
        var text = $"{Origin()}\n\n{markdown.Trim()}\n";
        Console.WriteLine($"## {section}\n\n{text}");
        var path = Path.Combine(Folder(), "RESULTS.md");
        var parts = File.Exists(path) ? Parts(await File.ReadAllTextAsync(path)) : [];
        parts[section] = text;
        await File.WriteAllTextAsync(path, new StringBuilder("# Results\n")
            .AppendJoin("", parts.Select(part => $"\n## {part.Key}\n\n{part.Value.Trim()}\n")).ToString());
    }

    private static string Origin() => string.Create(CultureInfo.InvariantCulture,
        $"""
        `dotnet run -c Release --project tests/CooperationApi.Benchmarks -- {string.Join(' ', Environment.GetCommandLineArgs()[1..])}`, {DateTime.UtcNow:yyyy-MM-dd}: {Environment.ProcessorCount} processors,
        {RuntimeInformation.OSDescription.Split('#')[0].Trim()}, {RuntimeInformation.FrameworkDescription}, PostgreSQL {Databases.Version}.
        """);

    private static OrderedDictionary<string, string> Parts(string text)
    {
        var parts = new OrderedDictionary<string, string>();
        foreach (var part in text.Split("\n## ")[1..])
        {
            var end = part.IndexOf('\n', StringComparison.Ordinal);
            parts[part[..end].Trim()] = part[end..];
        }

        return parts;
    }

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(Path.GetDirectoryName(file))!;
}
