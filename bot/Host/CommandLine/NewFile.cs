namespace ChatOpsBot.Host.CommandLine;

/// <summary>A file that a command writes: complete or not at all, and never over one that is there.</summary>
internal static class NewFile
{
    /// <param name="advice">What to do where it exists already, as a sentence.</param>
    /// <exception cref="StartFaultException">It exists, or its folder does not.</exception>
    public static async Task WriteAsync(FileInfo file, string advice, Func<FileStream, Task> write)
    {
        if (file.Exists || Directory.Exists(file.FullName))
            throw new StartFaultException($"{file} already exists. {advice}");
        if (file.Directory is not { Exists: true })
            throw new StartFaultException($"The folder of {file} does not exist.");

        var unfinished = new FileInfo($"{file.FullName}.{Guid.NewGuid():N}.unfinished");
        try
        {
            await using (var output = unfinished.Create())
                await write(output);
            File.Move(unfinished.FullName, file.FullName, overwrite: false);
        }
        finally
        {
            unfinished.Delete();
        }
    }
}
