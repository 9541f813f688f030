using System.Diagnostics;

namespace ChatOpsBot.Faults.Situations.Crowded;

/// <summary>A file system of a few megabytes in memory (tmpfs), which can be filled to its last byte. Only root can make one.</summary>
internal sealed class SmallDisk : IDisposable
{
    private const int Megabytes = 24;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatopsbot-disk-");
    private bool _isMounted;

    private string Filler => Path.Combine(_folder.FullName, "filler");

    public string Folder => _folder.FullName;

    /// <summary>How much is free now, in bytes.</summary>
    public long Free => new DriveInfo(_folder.FullName).AvailableFreeSpace;

    /// <returns>Null where it may not be made.</returns>
    public static SmallDisk? Mount()
    {
        var disk = new SmallDisk();
        disk._isMounted = Environment.UserName == "root" && Run("mount", "-t", "tmpfs", "-o", $"size={Megabytes}m", "none", disk.Folder);
        if (disk._isMounted)
            return disk;

        disk.Dispose();
        return null;
    }

    /// <summary>Leaves so many bytes.</summary>
    public void Fill(long leave)
    {
        using var file = new FileStream(Filler, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
        var block = new byte[4096];
        try
        {
            while (Free > leave)
                file.Write(block);
        }
        catch (IOException)
        {
            // Full it is.
        }
    }

    public void Clear() => File.Delete(Filler);

    public void Dispose()
    {
        if (_isMounted)
            Run("umount", "--lazy", Folder);
        _folder.Delete(recursive: true);
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
