using ChatOpsBot.Domain.Matrix;

namespace ChatOpsBot.Host.CommandLine;

internal static class PageFile
{
    /// <exception cref="StartFaultException">There is no such file, or it may not be read.</exception>
    public static ResponsibilityMatrix Read(FileInfo page)
    {
        try
        {
            return MatrixReader.Read(File.ReadAllText(page.FullName));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StartFaultException($"{page.Name} cannot be read: {fault.Message}", fault);
        }
    }
}
