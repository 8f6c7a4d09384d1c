using System.Diagnostics;
using System.Globalization;

namespace CooperationApi.Kernel;

/// <summary>A running server as its lock file tells: process id, data folder, start, port, socket folder, address.</summary>
internal sealed record Postmaster(string Host, int Port)
{
    public const string LockFileName = "postmaster.pid";

    /// <summary>The server that runs on this data folder; its host is empty as long as it does not listen yet.</summary>
    public static Postmaster? Running(string data) =>
        Read(Path.Combine(data, LockFileName)) is { } lines && IsServer(lines)
            ? new(lines.Skip(4).FirstOrDefault(host => host.Length > 0) ?? "", Number(lines, 3))
            : null;

    /// <summary>
    /// Whether PostgreSQL would be fooled by this lock file of a server that is gone: it judges one whose process id
    /// is free rightly, but takes whoever was given the id since for the server, and gives up on an empty file.
    /// </summary>
    public static bool IsMisleading(string lockFile) =>
        Read(lockFile) is { } lines
        && (Number(lines, 0) is not 0 and var id
            ? Exists(id) && !IsServer(lines)
            : DateTime.UtcNow - File.GetLastWriteTimeUtc(lockFile) > TimeSpan.FromSeconds(5));

    // The clock may have been set since a process of Linux started, so its command line tells more than its start.
    private static bool IsServer(string[] lines)
    {
        if (lines.Length < 4 || !Exists(Number(lines, 0)))
        {
            return false;
        }

        return OperatingSystem.IsLinux()
            ? Read($"/proc/{lines[0]}/cmdline") is [var command]
                && command.Split('\0') is [var program, .. var arguments]
                && Path.GetFileName(program) == "postgres"
                && arguments.Contains(lines[1])
            : StartedAt(Number(lines, 0), Number(lines, 2));
    }

    private static bool StartedAt(int id, int second)
    {
        using var process = Process.GetProcessById(id);
        var difference = process.StartTime.ToUniversalTime() - DateTime.UnixEpoch.AddSeconds(second);
        return process.ProcessName == "postgres" && difference.Duration() < TimeSpan.FromMinutes(1);
    }

    private static bool Exists(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static int Number(string[] lines, int index) =>
        int.TryParse(lines.ElementAtOrDefault(index), CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string[]? Read(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
