using System.Diagnostics;

namespace CooperationApi.Kernel;

/// <summary>A program that the service needs failed.</summary>
internal sealed class ChildProcessException(string message) : StartException(message);

internal static class ChildProcess
{
    // Root's PATH does not always hold the sbin folders.
    private static readonly string[] SystemFolders = ["/usr/sbin", "/sbin", "/usr/bin", "/bin"];

    /// <summary>Runs a command to its end and returns what it wrote; a failure tells its last lines and those of the log.</summary>
    public static async Task<string> Run(IEnumerable<string> command, string? log, CancellationToken cancellation)
    {
        using var process = Launch([.. command]);
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        // On Windows the server inherits the pipes of pg_ctl, so their end may never come.
        await Task.WhenAny(Task.WhenAll(output, errors), Task.Delay(TimeSpan.FromSeconds(2), CancellationToken.None));
        var written = output.IsCompletedSuccessfully ? await output : "";
        return process.ExitCode == 0
            ? written
            : throw new ChildProcessException(Describe(process, errors.IsCompletedSuccessfully ? await errors : "", log));
    }

    /// <summary>What to put before a command so that it runs without root's rights, which PostgreSQL refuses to have.</summary>
    public static async Task<(string Name, string[] Prefix)?> UnprivilegedUser(CancellationToken cancellation)
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
        {
            return null;
        }

        var name = await Id("-u", "postgres", cancellation) is null ? "nobody" : "postgres";
        if (Program("runuser") is { } runuser)
        {
            return (name, [runuser, "-u", name, "--"]);
        }

        var setpriv = Program("setpriv") ?? throw new StartException(
            "PostgreSQL does not run as root, and neither runuser nor setpriv is here to run it as somebody else. "
            + "Start the service as an ordinary user, or set ConnectionStrings__Cooperation.");
        var user = await Id("-u", name, cancellation) ?? name;
        var group = await Id("-g", name, cancellation) ?? name;
        return (name, [setpriv, "--reuid", user, "--regid", group, "--clear-groups", "--"]);
    }

    private static async Task<string?> Id(string option, string user, CancellationToken cancellation)
    {
        try
        {
            return (await Run(["id", option, user], log: null, cancellation)).Trim();
        }
        catch (ChildProcessException)
        {
            return null;
        }
    }

    private static string? Program(string name) =>
        SystemFolders.Select(folder => $"{folder}/{name}").FirstOrDefault(File.Exists);

    private static Process Launch(string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            // The unprivileged user need not have access to the folder the service was started in.
            WorkingDirectory = Path.GetPathRoot(AppContext.BaseDirectory),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // On Windows this keeps the console's Ctrl-C from the server.
            CreateNoWindow = true,
        };
        start.Environment["LC_ALL"] = "C";
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    private static string Describe(Process process, string errors, string? log)
    {
        var command = string.Join(' ', process.StartInfo.ArgumentList.Prepend(process.StartInfo.FileName));
        var logged = log is not null && File.Exists(log) ? Tail(End(log)) : "";
        return $"{command} failed with exit code {process.ExitCode}.{Tail(errors)}"
            + (logged.Length > 0 ? $"\nLast lines of {log}:{logged}" : "");
    }

    private static string End(string log)
    {
        // A server may be writing in it.
        using var file = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Position = Math.Max(0, file.Length - 8192);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }

    private static string Tail(string text) => string.Concat(
        text.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)).TakeLast(15).Select(line => $"\n  {line.TrimEnd()}"));
}
