namespace CooperationApi.Kernel;

/// <summary>Locks that the operating system lets go of by itself when the process that holds them dies.</summary>
internal static class LockFile
{
    private const int BusyOnLinux = 11;
    private const int BusyOnMac = 35;
    private const int BusyOnWindows = unchecked((int)0x80070020);

    public static FileStream Shared(string path) =>
        new(path, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read);

    public static FileStream? TryExclusive(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException busy) when (busy.HResult is BusyOnLinux or BusyOnMac or BusyOnWindows)
        {
            return null;
        }
    }

    public static async Task<FileStream> Exclusive(string path, CancellationToken cancellation)
    {
        FileStream? held;
        while ((held = TryExclusive(path)) is null)
        {
            await Task.Delay(50, cancellation);
        }

        return held;
    }
}
