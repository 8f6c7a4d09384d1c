using System.Security.Cryptography;

namespace CooperationApi.Kernel;

/// <summary>What a private PostgreSQL keeps on disk.</summary>
internal sealed class PrivatePostgresFolder
{
    private const string FreshData = "data.new.";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public PrivatePostgresFolder(string path)
    {
        Root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        Data = Path.Combine(Root, "data");
        Log = Path.Combine(Root, "postgres.log");
        PasswordFile = Path.Combine(Root, "password");
        StartLock = Path.Combine(Root, "start.lock");
        UsersLock = Path.Combine(Root, "users.lock");
        Sockets = PrivatePostgresSettings.SocketFolder(Root);
    }

    public string Root { get; }

    public string Data { get; }

    public string Log { get; }

    public string PasswordFile { get; }

    public string StartLock { get; }

    public string UsersLock { get; }

    public string Sockets { get; }

    /// <summary>The PostgreSQL version the data is of; none as long as there is no data.</summary>
    public int? Major =>
        Path.Combine(Data, "PG_VERSION") is var file && File.Exists(file) && int.TryParse(File.ReadAllText(file), out var major)
            ? major
            : null;

    /// <summary>Whether a server is, or was when it was killed, on the data.</summary>
    public bool HasLockFile => File.Exists(Path.Combine(Data, Postmaster.LockFileName));

    public void Create()
    {
        Directory.CreateDirectory(Root);
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Directory.CreateDirectory(Sockets);
        File.SetUnixFileMode(Sockets, OwnerOnly | UnixFileMode.UserExecute);
        using (OpenPrivate(Log, FileMode.Append))
        {
            // Made here because the unprivileged user may not create files in root's folder.
        }

        if (Environment.IsPrivilegedProcess)
        {
            // The unprivileged user has to pass through to its own files.
            File.SetUnixFileMode(Root, File.GetUnixFileMode(Root) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        }
    }

    /// <summary>An empty folder for data to be made in, so that half of it never counts as data.</summary>
    public string CreateFreshData()
    {
        // Never the name of a former one: an initdb whose service was killed may still be writing there.
        var name = FreshData + RandomNumberGenerator.GetHexString(8, lowercase: true);
        return Directory.CreateDirectory(Path.Combine(Root, name)).FullName;
    }

    public void KeepFreshData(string fresh)
    {
        File.AppendAllText(Path.Combine(fresh, "postgresql.conf"), $"\ninclude = '../{PrivatePostgresSettings.FileName}'\n");
        Directory.Move(fresh, Data);
    }

    public void DeleteUnfinishedData()
    {
        foreach (var unfinished in Directory.GetDirectories(Root, FreshData + "*"))
        {
            try
            {
                Directory.Delete(unfinished, recursive: true);
            }
            catch (IOException)
            {
                // Somebody still writes in it; a later start deletes it.
            }
        }
    }

    public void EnsurePassword()
    {
        if (File.Exists(PasswordFile))
        {
            return;
        }

        using (var writer = new StreamWriter(OpenPrivate(PasswordFile + ".new", FileMode.Create)))
        {
            writer.Write(RandomNumberGenerator.GetHexString(32, lowercase: true));
        }

        File.Move(PasswordFile + ".new", PasswordFile);
    }

    public void PrepareStart()
    {
        File.WriteAllText(Path.Combine(Root, PrivatePostgresSettings.FileName), PrivatePostgresSettings.For(Sockets));
        string[] locks = [Path.Combine(Data, Postmaster.LockFileName), PrivatePostgresSettings.SocketLock(Sockets)];
        foreach (var misleading in locks.Where(Postmaster.IsMisleading))
        {
            File.Delete(misleading);
        }
    }

    private static FileStream OpenPrivate(string file, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return new FileStream(file, options);
    }
}
