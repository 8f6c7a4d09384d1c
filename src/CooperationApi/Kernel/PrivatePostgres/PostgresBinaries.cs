using System.ComponentModel;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CooperationApi.Kernel;

/// <summary>The folder on this machine that holds the programs of one PostgreSQL version.</summary>
internal sealed partial record PostgresBinaries(string Folder, int Major)
{
    private const int OldestMajor = 15;

    /// <summary>The newest PostgreSQL of this machine or, where data exists already, the one that can read it.</summary>
    public static async Task<PostgresBinaries> Find(
        int? major, IEnumerable<string>? folders = null, CancellationToken cancellation = default)
    {
        var found = new List<PostgresBinaries>();
        foreach (var folder in (folders ?? UsualFolders()).Select(RealFolder).OfType<string>().Distinct())
        {
            if (await MajorOf(folder, cancellation) is { } version)
            {
                found.Add(new(folder, version));
            }
        }

        var usable = found.Where(one => one.Major == major || (major is null && one.Major >= OldestMajor));
        return usable.MaxBy(one => one.Major) ?? throw new StartException(Missing(major, found));
    }

    public string Program(string name) => Path.Combine(Folder, FileName(name));

    /// <summary>The pg_dump of the same version, where it is installed.</summary>
    public string? PgDump => Program("pg_dump") is var path && File.Exists(path) ? path : null;

    private static IEnumerable<string> UsualFolders()
    {
        (string Parent, string Versions)[] installations =
        [
            ("/usr/lib/postgresql", "*"),
            ("/usr", "pgsql-*"),
            ("/opt/homebrew/opt", "postgresql@*"),
            ("/usr/local/opt", "postgresql@*"),
            (Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles) + "/PostgreSQL", "*"),
        ];
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        return
        [
            .. path.Split(Path.PathSeparator).Where(Path.IsPathFullyQualified),
            .. installations.Where(one => Directory.Exists(one.Parent))
                .SelectMany(one => Directory.GetDirectories(one.Parent, one.Versions))
                .Select(version => Path.Combine(version, "bin")),
            "/opt/homebrew/bin",
            "/usr/local/bin",
        ];
    }

    // A folder may hold links to, or wrappers of, programs that live elsewhere.
    private static string? RealFolder(string folder)
    {
        var initdb = Path.Combine(folder, FileName("initdb"));
        if (!File.Exists(initdb))
        {
            return null;
        }

        var real = Path.GetDirectoryName(File.ResolveLinkTarget(initdb, returnFinalTarget: true)?.FullName ?? initdb)!;
        string[] needed = ["initdb", "pg_ctl", "postgres"];
        return needed.All(name => File.Exists(Path.Combine(real, FileName(name)))) ? real : null;
    }

    private static async Task<int?> MajorOf(string folder, CancellationToken cancellation)
    {
        try
        {
            var answer = await ChildProcess.Run([Path.Combine(folder, FileName("postgres")), "--version"], log: null, cancellation);
            return Version.Match(answer) is { Success: true } match
                ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
                : null;
        }
        catch (Exception unusable) when (unusable is ChildProcessException or Win32Exception)
        {
            return null;
        }
    }

    private static string Missing(int? major, List<PostgresBinaries> found)
    {
        var needed = major is null
            ? $"No PostgreSQL {OldestMajor} or newer is on this machine"
            : $"The data is of PostgreSQL {major}, which is not on this machine";
        var others = found.Count == 0 ? "" : $" (only {string.Join(", ", found.Select(one => $"{one.Major} in {one.Folder}"))})";
        return $"""
            {needed}{others}. Install it:
              Debian, Ubuntu:  apt-get install -y postgresql{(major is null ? "" : $"-{major}")}
              Fedora:          dnf install -y postgresql{major}-server postgresql{major}-contrib
              macOS:           brew install postgresql@{major ?? 17}
              Windows:         winget install PostgreSQL.PostgreSQL.{major ?? 17}
            or set ConnectionStrings__Cooperation to a PostgreSQL server you have; then none is needed here.
            """;
    }

    private static string FileName(string name) => OperatingSystem.IsWindows() ? name + ".exe" : name;

    [GeneratedRegex(@"\) (\d+)")]
    private static partial Regex Version { get; }
}
