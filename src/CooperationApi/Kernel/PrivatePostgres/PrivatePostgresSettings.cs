using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace CooperationApi.Kernel;

/// <summary>Where a private PostgreSQL listens, and how its settings file says so.</summary>
internal static class PrivatePostgresSettings
{
    public const string FileName = "server.conf";

    private const string SocketName = ".s.PGSQL.5432";

    // Linux allows 107 bytes, macOS only 103.
    private const int LongestSocketPath = 103;

    public static string SocketFolder(string root)
    {
        var inside = Path.Combine(root, "run");
        if (Encoding.UTF8.GetByteCount($"{inside}/{SocketName}") <= LongestSocketPath && !HasHostSyntax(inside))
        {
            return inside;
        }

        // Root must not trust a name that anybody could have made in the temp folder before.
        var parent = Environment.IsPrivilegedProcess ? "/var/run" : Path.GetTempPath();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(root)))[..16];
        return Path.Combine(parent, $"cooperation-{hash}");
    }

    public static string SocketLock(string sockets) => Path.Combine(sockets, $"{SocketName}.lock");

    public static string For(string sockets) => Memory + (OperatingSystem.IsWindows()
        ? $"""
            listen_addresses = '127.0.0.1'
            port = {FreePort()}
            unix_socket_directories = ''

            """
        : $"""
            listen_addresses = ''
            port = 5432
            unix_socket_directories = '{Quoted(sockets)}'
            unix_socket_permissions = 0700

            """);

    // A quarter of what there is, as PostgreSQL's manual advises. It takes none that it has no use for.
    private static string Memory =>
        $"shared_buffers = {Math.Clamp(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 22, 128, 1024)}MB\n";

    // In the host of a connection string these separate hosts and ports.
    private static bool HasHostSyntax(string path) => path.AsSpan().ContainsAny(",:");

    // One folder of a list, inside a setting: two levels of quotes.
    private static string Quoted(string folder) => "\"" + folder
        .Replace("\"", "\"\"", StringComparison.Ordinal)
        .Replace(@"\", @"\\", StringComparison.Ordinal)
        .Replace("'", "''", StringComparison.Ordinal) + "\"";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
