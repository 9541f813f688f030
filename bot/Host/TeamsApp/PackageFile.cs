namespace ChatOpsBot.Host.TeamsApp;

/// <summary>Writes a package to disk: whole or not at all, and never over something that is not the package before it.</summary>
internal static class PackageFile
{
    /// <param name="force">Replace whatever is there.</param>
    /// <exception cref="StartFaultException">Something else is there.</exception>
    public static async Task WriteAsync(FileInfo file, byte[] package, Guid app, bool force, CancellationToken cancel)
    {
        if (Directory.Exists(file.FullName))
            throw new StartFaultException($"{file} is a folder; --out takes the name of a file.");
        if (file.Directory is not { Exists: true })
            throw new StartFaultException($"The folder of {file} does not exist.");
        if (file.Exists && !force && AppPackage.AppIn(file) != app)
            throw new StartFaultException(
                $"{file} already exists and is not a package of this app. Choose another name with --out, or replace it with --force.");

        var unfinished = new FileInfo($"{file.FullName}.{Guid.NewGuid():N}.unfinished");
        try
        {
            await File.WriteAllBytesAsync(unfinished.FullName, package, cancel);
            File.Move(unfinished.FullName, file.FullName, overwrite: true);
        }
        finally
        {
            unfinished.Delete();
        }
    }
}
